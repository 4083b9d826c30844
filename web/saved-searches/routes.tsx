/** The routes of saved searches; the feed is read by whoever knows its address. */
import { type Context, Hono } from 'hono';
import { newsFeed } from '../../app/saved-searches/feed.ts';
import { savedSearchesFile } from '../../app/saved-searches/list-file.ts';
import { toldNews } from '../../app/saved-searches/news.ts';
import type { newsParts } from '../../app/saved-searches/parts.ts';
import {
  addTarget,
  changeSearch,
  endFeed,
  listSaved,
  newFeed,
  openedSearch,
  openSaved,
  removeSearch,
  removeTarget,
  saveSearch,
} from '../../app/saved-searches/saved.ts';
import { UsageError } from '../../core/errors.ts';
import { told } from '../../i18n/text.ts';
import { askedFormat, LIST_FILE, sendList } from '../list-download.ts';
import { textsOf } from '../press-reviews/form.ts';
import { notFound, page } from '../respond.tsx';
import { questionOf } from '../search-url.ts';
import { actorOf, mayEdit } from '../visitor.ts';
import { savedSearchApi } from './api.ts';
import { ADDRESS, BASE, DIGEST, FEED, KIND, NAME, SEARCH, VERSION, WHO } from './form.ts';
import { feedPath, type Label, OneSavedPage, SavedPage } from './pages.tsx';

const A_PAGE = 50;
const DAYS = 60;
const DELIVERIES = 30;

export type SavedParts = ReturnType<typeof newsParts> & { readonly label: Label };

/** Adds the routes; `/nguon/TOKEN` asks for no account. */
export function savedSearchRoutes(app: Hono, parts: SavedParts): void {
  const { archive, config, clock, log } = parts;
  const saved = archive.savedSearches;
  const self = (context: Context, path: string) =>
    new URL(path, config.publicUrl ?? new URL(context.req.url).origin).href;
  const routes = new Hono();

  routes.get('/', async (context) => {
    const items = [];
    for (const search of await listSaved(parts)) {
      const deliveries = await saved.deliveries(search.id, DELIVERIES);
      items.push({
        search,
        targets: await saved.targets(search.id),
        day: (await saved.days(search.id, 1))[0] ?? null,
        failing: deliveries.filter(({ state, message }) => state !== 'sent' && message).length,
      });
    }
    return page(context, <SavedPage items={items} label={parts.label} />);
  });
  const file = async (context: Context) =>
    sendList(context, await savedSearchesFile(archive, askedFormat(context), clock.now()), log);
  routes.get(`/${LIST_FILE}`, file);
  app.get('/api/v1/saved-searches/export', file);
  routes.post('/', async (context) => {
    const sent = textsOf(await context.req.parseBody());
    const url = URL.parse(sent[SEARCH] ?? '', 'http://localhost/');
    if (!url)
      throw new UsageError('saved-search-no-question', told('Biểu mẫu gửi lên không đúng.'));
    const by = actorOf(context, sent[WHO]);
    const { id } = await saveSearch(parts, sent[NAME] ?? '', questionOf(url), by);
    return context.redirect(`${BASE}/${id}`, 303);
  });
  routes.get('/:id', async (context) => {
    const search = await openSaved(parts, context.req.param('id'));
    const { items, next } = await saved.news(search.id, context.req.query('sau') ?? null, A_PAGE);
    return page(
      context,
      <OneSavedPage
        search={search}
        label={parts.label}
        news={await toldNews(parts, items)}
        next={next ? `${BASE}/${search.id}?sau=${encodeURIComponent(next)}` : null}
        days={await saved.days(search.id, DAYS)}
        targets={await saved.targets(search.id)}
        deliveries={await saved.deliveries(search.id, DELIVERIES)}
        feedUrl={search.feedToken ? self(context, feedPath(search.feedToken)) : null}
        editable={mayEdit(context)}
        mailReady={config.night.smtp !== null}
      />,
    );
  });
  const back = (context: Context, id: string) => context.redirect(`${BASE}/${id}`, 303);
  routes.post('/:id/noi-nhan', async (context) => {
    const id = context.req.param('id');
    const sent = textsOf(await context.req.parseBody());
    const typed = {
      kind: sent[KIND] ?? '',
      address: sent[ADDRESS] ?? '',
      digest: sent[DIGEST] ?? '',
    };
    await addTarget(parts, id, typed, actorOf(context, sent[WHO]));
    return back(context, id);
  });
  const by = async (context: Context) =>
    actorOf(context, textsOf(await context.req.parseBody())[WHO]);
  routes.post('/:id/ten', async (context) => {
    const id = context.req.param('id');
    const sent = textsOf(await context.req.parseBody());
    const version = Number(sent[VERSION]);
    const seen = { id, version };
    await changeSearch(parts, seen, { name: sent[NAME] ?? '' }, actorOf(context, sent[WHO]));
    return back(context, id);
  });
  routes.post('/:id/noi-nhan/:target/xoa', async (context) => {
    const { id, target } = context.req.param();
    await removeTarget(parts, id, target, await by(context));
    return back(context, id);
  });
  routes.post('/:id/nguon', async (context) => {
    const id = context.req.param('id');
    await newFeed(parts, id, await by(context));
    return back(context, id);
  });
  routes.post('/:id/nguon/tat', async (context) => {
    const id = context.req.param('id');
    await endFeed(parts, id, await by(context));
    return back(context, id);
  });
  routes.post('/:id/xoa', async (context) => {
    await removeSearch(parts, context.req.param('id'), await by(context));
    return context.redirect(BASE, 303);
  });
  app.route(BASE, routes);
  savedSearchApi(app, parts);

  app.get(`${FEED}/:token`, async (context) => {
    const token = context.req.param('token');
    const found = await saved.byFeedToken(token);
    if (!found) return notFound(context, told('Không có nguồn này, hoặc địa chỉ đã được đổi.'));
    const xml = await newsFeed(parts, openedSearch(found), self(context, feedPath(token)));
    return context.body(xml, 200, {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': 'private, no-cache',
    });
  });
}
