/** The routes of officials, pages and API. */
import type { Context, Hono } from 'hono';
import type { Library } from '../../app/compose.ts';
import { joinThings, partThing, takeBackAct } from '../../app/identity.ts';
import { evidenceOf } from '../../app/officials/evidence.ts';
import { partOfficial } from '../../app/officials/part.ts';
import {
  closestHolders,
  officialFilter,
  officialLoosenings,
} from '../../app/officials/question.ts';
import { officialsFile } from '../../app/officials/table.ts';
import { articlesOf, quotesOf } from '../../app/officials/told.ts';
import type { StoredOfficial } from '../../archive/officials-port.ts';
import { told } from '../../i18n/text.ts';
import { askedFormat, LIST_FILE, sendList } from '../list-download.ts';
import { ARTICLES, OTHER, WHO } from '../pages/identity.tsx';
import { movedTo, notFound, page } from '../respond.tsx';
import { actorOf, mayEdit } from '../visitor.ts';
import { OfficialsPage } from './list-page.tsx';
import { OfficialPage } from './official-page.tsx';
import {
  ARTICLES_CURSOR,
  BASE,
  CURSOR,
  FIELD_NAMES,
  FIELDS,
  FROM,
  OFFICE,
  officialHref,
  officialQuestionOf,
  officialsUrl,
  TO,
} from './url.ts';

const A_PAGE = 50;
const QUOTED_ARTICLES = 20;
const NAMESAKES = 20;
const API = '/api/v1/officials';

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** Adds the routes. */
export function officialRoutes(
  app: Hono,
  parts: Pick<Library, 'archive' | 'clock' | 'log'>,
  newspaperName: (id: string) => string,
): void {
  const { archive, clock, log } = parts;
  const cursorOf = (context: Context, name = CURSOR) => context.req.query(name) ?? null;

  const list = async (context: Context) => {
    const asked = officialQuestionOf(new URL(context.req.url));
    const filter = officialFilter(asked);
    const slice = await archive.officials.list(filter, cursorOf(context), A_PAGE);
    const total = await archive.officials.count(filter);
    const closest = total === 0 ? await closestHolders(archive, asked) : [];
    const loosenings = total === 0 ? await officialLoosenings(archive, asked) : [];
    return { asked, slice, total, closest, loosenings };
  };
  app.get(BASE, async (context) => {
    const { asked, slice, ...shown } = await list(context);
    const next = slice.next === null ? null : officialsUrl(asked, { [CURSOR]: slice.next });
    return page(context, <OfficialsPage {...shown} {...{ asked, next }} items={slice.items} />);
  });
  app.get(API, async (context) => {
    const { slice, total, closest, loosenings } = await list(context);
    return context.json({ total, ...slice, closest, loosenings });
  });

  const file = async (context: Context) => {
    const format = askedFormat(context);
    const asked = officialQuestionOf(new URL(context.req.url));
    const words = FIELDS.filter((field) => asked[field] !== '')
      .map((field) => `${FIELD_NAMES[field]} ${asked[field]}`)
      .join(', ');
    const about = { asked: words, now: clock.now() };
    return sendList(
      context,
      await officialsFile(archive, officialFilter(asked), format, about),
      log,
    );
  };
  app.get(`${BASE}/${LIST_FILE}`, file);
  app.get(`${API}/export`, file);

  /** The official; else the answer: gone, or under another id. */
  const found = async (
    context: Context,
    base: string,
    rest = '',
  ): Promise<StoredOfficial | Response> => {
    const id = context.req.param('id') ?? '';
    const stored = await archive.officials.get(id);
    if (!stored) return notFound(context, told('Không có người này trong sổ.'));
    return stored.id === id ? stored : movedTo(context, `${base}/${stored.id}${rest}`);
  };
  app.get(`${BASE}/:id`, async (context) => {
    const official = await found(context, BASE);
    if (official instanceof Response) return official;
    const { id } = official;
    const cursor = cursorOf(context);
    return page(
      context,
      <OfficialPage
        id={id}
        official={official}
        evidence={await evidenceOf(archive, official)}
        quotes={await quotesOf(archive, id, cursor, QUOTED_ARTICLES)}
        first={cursor === null}
        articles={await articlesOf(archive, id, cursorOf(context, ARTICLES_CURSOR), A_PAGE)}
        namesakes={await archive.officials.namesakes(id, NAMESAKES)}
        acts={await archive.officials.acts(id)}
        editable={mayEdit(context)}
        newspaperName={newspaperName}
      />,
    );
  });
  app.get(`${API}/:id`, async (context) => {
    const official = await found(context, API);
    if (official instanceof Response) return official;
    return context.json({
      ...official,
      /** One for each of `offices`, in the first article that gives it. */
      evidence: await evidenceOf(archive, official),
      namesakes: await archive.officials.namesakes(official.id, NAMESAKES),
      acts: await archive.officials.acts(official.id),
    });
  });
  app.get(`${API}/:id/quotes`, async (context) => {
    const official = await found(context, API, '/quotes');
    if (official instanceof Response) return official;
    return context.json(await quotesOf(archive, official.id, cursorOf(context), QUOTED_ARTICLES));
  });
  app.get(`${API}/:id/articles`, async (context) => {
    const official = await found(context, API, '/articles');
    if (official instanceof Response) return official;
    return context.json(await articlesOf(archive, official.id, cursorOf(context), A_PAGE));
  });

  app.post(`${BASE}/:id/ghep`, async (context) => {
    const id = context.req.param('id');
    const sent = await context.req.parseBody();
    await joinThings(parts, 'official', id, text(sent[OTHER]), actorOf(context, sent[WHO]));
    return context.redirect(`${officialHref(id)}#ghep-tach`, 303);
  });
  app.post(`${BASE}/:id/tach`, async (context) => {
    const id = context.req.param('id');
    const sent = await context.req.parseBody({ all: true });
    const ids = [sent[ARTICLES] ?? []].flat().map(text);
    const by = actorOf(context, sent[WHO]);
    const group = { office: text(sent[OFFICE]), from: text(sent[FROM]), to: text(sent[TO]) };
    const parted =
      ids.length > 0
        ? await partThing(parts, 'official', id, ids, by)
        : await partOfficial(parts, id, group, by);
    return context.redirect(`${officialHref(parted.id)}#ghep-tach`, 303);
  });
  app.post(`${BASE}/:id/viec/:act{\\d{1,15}}/rut`, async (context) => {
    const { id, act } = context.req.param();
    const sent = await context.req.parseBody();
    await takeBackAct(parts, 'official', Number(act), actorOf(context, sent[WHO]));
    return context.redirect(officialHref(id), 303);
  });
}
