/** The routes of conferences, pages and API. */
import type { Context, Hono } from 'hono';
import type { Library } from '../../app/compose.ts';
import { coverage } from '../../app/conferences/coverage.ts';
import { conferencesFile } from '../../app/conferences/list-file.ts';
import { conferenceFilter, conferenceLoosenings } from '../../app/conferences/question.ts';
import { coverageFile } from '../../app/conferences/table.ts';
import { type ListFormat, listFormat } from '../../app/export/list-file.ts';
import { joinThings, partThing, takeBackAct } from '../../app/identity.ts';
import type { StoredConference } from '../../archive/port.ts';
import { vietnamDay } from '../../core/clock.ts';
import { speaking } from '../../i18n/language.ts';
import { told } from '../../i18n/text.ts';
import { askedFormat, LIST_FILE, sendList } from '../list-download.ts';
import { ARTICLES, OTHER, WHO } from '../pages/identity.tsx';
import type { Collecting } from '../press-reviews/pages.tsx';
import { movedTo, notFound, page } from '../respond.tsx';
import { actorOf, mayEdit } from '../visitor.ts';
import { CalendarPage, monthOf } from './calendar-page.tsx';
import { ConferencePage } from './conference-page.tsx';
import { ConferencesPage } from './list-page.tsx';
import {
  BASE,
  CALENDAR,
  CURSOR,
  conferenceQuestionOf,
  conferencesUrl,
  FIELD_NAMES,
  FIELDS,
  MONTH,
} from './url.ts';

const A_PAGE = 50;
const API = '/api/v1/conferences';

type Parts = Pick<Library, 'archive' | 'clock' | 'newspapers' | 'log'>;

export interface ConferencePageParts {
  readonly newspaperName: (id: string) => string;
  readonly collecting: (context: Context) => Promise<Collecting>;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** Adds the routes. */
export function conferenceRoutes(
  app: Hono,
  parts: Parts,
  { newspaperName, collecting }: ConferencePageParts,
): void {
  const { archive, clock, log } = parts;

  const list = async (context: Context) => {
    const asked = conferenceQuestionOf(new URL(context.req.url));
    const filter = conferenceFilter(asked);
    const slice = await archive.conferences.list(filter, context.req.query(CURSOR) ?? null, A_PAGE);
    const total = await archive.conferences.count(filter);
    const loosenings = total === 0 ? await conferenceLoosenings(archive, asked) : [];
    return { asked, slice, total, loosenings };
  };
  app.get(BASE, async (context) => {
    const { asked, slice, total, loosenings } = await list(context);
    const next = slice.next === null ? null : conferencesUrl(asked, { [CURSOR]: slice.next });
    return page(
      context,
      <ConferencesPage {...{ asked, total, loosenings, next }} items={slice.items} />,
    );
  });
  app.get(API, async (context) => {
    const { slice, total, loosenings } = await list(context);
    return context.json({ total, ...slice, loosenings });
  });

  const file = async (context: Context) => {
    const format = askedFormat(context);
    const asked = conferenceQuestionOf(new URL(context.req.url));
    const words = FIELDS.filter((field) => asked[field] !== '')
      .map((field) => `${FIELD_NAMES[field]} ${asked[field]}`)
      .join(', ');
    const about = { asked: words, now: clock.now() };
    return sendList(
      context,
      await conferencesFile(archive, conferenceFilter(asked), format, about),
      log,
    );
  };
  app.get(`${BASE}/${LIST_FILE}`, file);
  app.get(`${API}/export`, file);

  const calendar = async (context: Context) => {
    const asked = { ...conferenceQuestionOf(new URL(context.req.url)), from: '', to: '' };
    const month = context.req.query(MONTH) || vietnamDay(clock.now()).slice(0, 7);
    const filter = { ...conferenceFilter(asked), ...monthOf(month) };
    const days = await archive.conferences.days(filter);
    return { asked, month, days, total: await archive.conferences.count(filter) };
  };
  app.get(CALENDAR, async (context) => {
    const { days, ...shown } = await calendar(context);
    const counts = new Map(days.map(({ day, conferences }) => [day, conferences]));
    return page(context, <CalendarPage {...shown} days={counts} />);
  });
  app.get(`${API}/calendar`, async (context) => {
    const { month, days, total } = await calendar(context);
    return context.json({ month, total, days });
  });

  /** The conference with what belongs to it; else the answer: gone, or under another id. */
  const found = async (
    context: Context,
    base: string,
    rest = '',
  ): Promise<StoredConference | Response> => {
    const id = context.req.param('id') ?? '';
    const stored = await archive.conferences.get(id);
    if (!stored) return notFound(context, told('Không có hội nghị này trong kho.'));
    return stored.id === id ? stored : movedTo(context, `${base}/${stored.id}${rest}`);
  };
  app.get(`${BASE}/:id`, async (context) => {
    const stored = await found(context, BASE);
    if (stored instanceof Response) return stored;
    return page(
      context,
      <ConferencePage
        stored={stored}
        coverage={await coverage(parts, stored)}
        acts={await archive.conferences.acts(stored.id)}
        newspaperName={newspaperName}
        collecting={await collecting(context)}
        editable={mayEdit(context)}
      />,
    );
  });
  app.get(`${API}/:id`, async (context) => {
    const stored = await found(context, API);
    if (stored instanceof Response) return stored;
    const covered = await coverage(parts, stored);
    return context.json({
      ...stored,
      coverage: covered,
      acts: await archive.conferences.acts(stored.id),
    });
  });

  const sendCoverage = async (
    context: Context,
    stored: StoredConference,
    format: ListFormat,
  ): Promise<Response> => {
    const { id, conference } = stored;
    const about = { id, name: conference.name, newspaperName, now: clock.now() };
    // A file is in Vietnamese, whoever takes it.
    const made = await speaking('vi', async () =>
      coverageFile(await coverage(parts, stored), format, about),
    );
    return sendList(context, made, log);
  };
  app.get(`${BASE}/:id/:file{bang\\.[a-z]+}`, async (context) => {
    const file = context.req.param('file');
    const format = listFormat(file.slice('bang.'.length));
    if (!format) return notFound(context, told('Chỉ có bang.csv, bang.xlsx và bang.jsonl.'));
    const stored = await found(context, BASE, `/${file}`);
    return stored instanceof Response ? stored : sendCoverage(context, stored, format);
  });
  app.get(`${API}/:id/coverage/export`, async (context) => {
    const format = askedFormat(context);
    const stored = await found(context, API, '/coverage/export');
    return stored instanceof Response ? stored : sendCoverage(context, stored, format);
  });

  app.post(`${BASE}/:id/ghep`, async (context) => {
    const id = context.req.param('id');
    const sent = await context.req.parseBody();
    await joinThings(parts, 'conference', id, text(sent[OTHER]), actorOf(context, sent[WHO]));
    return context.redirect(`${BASE}/${id}#ghep-tach`, 303);
  });
  app.post(`${BASE}/:id/tach`, async (context) => {
    const id = context.req.param('id');
    const sent = await context.req.parseBody({ all: true });
    const ids = [sent[ARTICLES] ?? []].flat().map(text);
    const parted = await partThing(parts, 'conference', id, ids, actorOf(context, sent[WHO]));
    return context.redirect(`${BASE}/${parted.id}#ghep-tach`, 303);
  });
  app.post(`${BASE}/:id/viec/:act{\\d{1,15}}/rut`, async (context) => {
    const { id, act } = context.req.param();
    const sent = await context.req.parseBody();
    await takeBackAct(parts, 'conference', Number(act), actorOf(context, sent[WHO]));
    return context.redirect(`${BASE}/${id}`, 303);
  });
}
