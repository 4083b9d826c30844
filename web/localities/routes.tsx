/** The routes of localities; the JSON of each page is its /api/v1 answer. */
import type { Context, Hono } from 'hono';
import type { Library } from '../../app/compose.ts';
import { localitiesFile } from '../../app/localities/list-file.ts';
import {
  compare,
  locality,
  MOST_COMPARED,
  placeCounts,
  provinces,
} from '../../app/localities/locality.ts';
import { tiles } from '../../app/localities/tiles.ts';
import type { SearchParts } from '../../app/search.ts';
import type { Archive } from '../../archive/port.ts';
import { DiembaoError } from '../../core/errors.ts';
import { told } from '../../i18n/text.ts';
import { placeValue, readPlaceValue } from '../../indexer/place-codes.ts';
import { dayRange } from '../../indexer/question/dates.ts';
import { unitsNamed } from '../../vietnamese/index.ts';
import { askedFormat, LIST_FILE, sendList } from '../list-download.ts';
import { page } from '../respond.tsx';
import {
  ComparisonPage,
  DAY,
  LOCALITIES,
  LocalityPage,
  ProvincesPage,
  TilesPage,
  UNIT,
  WITHIN,
} from './pages.tsx';

const API = '/api/v1/localities';

/** A day of the calendar; null where none is asked for. @throws DiembaoError `question-bad-date` */
function dayOf(context: Context): string | null {
  const text = context.req.query(DAY) ?? '';
  if (text === '') return null;
  const days = dayRange(text);
  if (days !== null && days.first === days.last) return days.first;
  throw new DiembaoError(
    'question-bad-date',
    told('Không có ngày "{text}" trong lịch.', { text: text.slice(0, 20) }),
    {
      hint: told('Ngày viết 26/5/2023, tháng viết 5/2023, năm viết 2023.'),
    },
  );
}

/** Values as such, or the highest unit of a name; what is neither stays as typed, and is refused later. */
function valuesOf(context: Context): string[] {
  const typed = (context.req.queries(UNIT) ?? []).map((text) => text.trim()).filter(Boolean);
  return typed.slice(0, MOST_COMPARED + 1).map((text) => {
    if (readPlaceValue(text).unit) return text;
    const whole = unitsNamed(
      text.replace(/^(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)\s+/iu, ''),
    );
    const exact = whole.find(({ name }) => name.toLowerCase() === text.toLowerCase());
    const found = exact ?? whole[0];
    return found ? placeValue(found) : text;
  });
}

export function localityRoutes(
  app: Hono,
  parts: SearchParts &
    Pick<Library, 'clock' | 'log'> & {
      readonly archive: Pick<Archive, 'conferences'> & SearchParts['archive'];
    },
  newspaperName: (id: string) => string,
): void {
  const { clock, log } = parts;
  const text = (context: Context) => context.req.query('q') ?? '';
  const map = async (context: Context) => tiles(await placeCounts(parts, text(context), {}));
  const compared = async (context: Context) => {
    const values = valuesOf(context);
    return {
      values,
      comparison: values.length === 0 ? null : await compare(parts, values, text(context)),
    };
  };

  app.get(LOCALITIES, async (context) => {
    const day = dayOf(context);
    return page(context, <ProvincesPage items={await provinces(parts, day)} day={day} />);
  });
  app.get(API, async (context) => context.json({ items: await provinces(parts, dayOf(context)) }));

  const file = async (context: Context) => {
    const format = askedFormat(context);
    const within = context.req.query(WITHIN) || null;
    const day = dayOf(context);
    const whole = within === null ? null : await locality(parts, within);
    const items = whole?.children ?? (await provinces(parts, day));
    const asked = whole ? `thuộc ${whole.unit.name}` : `các tỉnh, bản đồ ${day ?? 'hiện nay'}`;
    return sendList(context, localitiesFile(items, format, { asked, now: clock.now() }), log);
  };
  app.get(`${LOCALITIES}/${LIST_FILE}`, file);
  app.get(`${API}/export`, file);

  app.get(`${LOCALITIES}/ban-do`, async (context) =>
    page(context, <TilesPage tiles={await map(context)} text={text(context)} />),
  );
  app.get(`${API}/map`, async (context) => context.json({ items: await map(context) }));

  app.get(`${LOCALITIES}/so-sanh`, async (context) =>
    page(context, <ComparisonPage {...(await compared(context))} text={text(context)} />),
  );
  app.get(`${API}/compare`, async (context) =>
    context.json((await compared(context)).comparison ?? { units: [], rows: [] }),
  );

  app.get(`${LOCALITIES}/:value`, async (context) =>
    page(
      context,
      <LocalityPage
        locality={await locality(parts, context.req.param('value'))}
        newspaperName={newspaperName}
      />,
    ),
  );
  app.get(`${API}/:value`, async (context) =>
    context.json(await locality(parts, context.req.param('value'))),
  );
}
