/** Saved searches under /api/v1: what the pages do, by the same functions. */
import type { Context, Hono } from 'hono';
import { toldNews } from '../../app/saved-searches/news.ts';
import type { newsParts } from '../../app/saved-searches/parts.ts';
import { toQuestion } from '../../app/saved-searches/question.ts';
import {
  addTarget,
  changeSearch,
  endFeed,
  listSaved,
  newFeed,
  type OpenedSearch,
  openSaved,
  removeSearch,
  removeTarget,
  saveSearch,
} from '../../app/saved-searches/saved.ts';
import type { SavedTarget } from '../../archive/saved-searches-port.ts';
import { ByBody, ChangeSearchBody, SaveSearchBody, TargetBody } from '../api/bodies.ts';
import { API, bodyOf } from '../api/check.ts';
import { actorOf, mayEdit } from '../visitor.ts';
import { FEED } from './form.ts';

const A_SLICE = 50;
const DAYS = 60;
const DELIVERIES = 100;
const SAVED = `${API}/saved-searches`;

export function savedSearchApi(app: Hono, parts: ReturnType<typeof newsParts>): void {
  const { archive, config } = parts;
  const saved = archive.savedSearches;
  const id = (context: Context) => context.req.param('id') ?? '';
  const by = (context: Context, typed?: string) => actorOf(context, typed ?? config.user);
  // Whoever knows the feed's address reads it, whoever knows the secret can sign: for those who may change them.
  const shown = (context: Context, { feedToken, ...search }: OpenedSearch) => ({
    ...search,
    feed: feedToken !== null && mayEdit(context) ? `${FEED}/${feedToken}` : null,
  });
  const target = (context: Context, one: SavedTarget) =>
    mayEdit(context) ? one : { ...one, secret: null };

  app.get(SAVED, async (context) =>
    context.json({ items: (await listSaved(parts)).map((one) => shown(context, one)) }),
  );
  app.post(SAVED, async (context) => {
    const { name, question, by: who } = await bodyOf(context, SaveSearchBody);
    return context.json(
      shown(context, await saveSearch(parts, name, toQuestion(question), by(context, who))),
    );
  });
  app.get(`${SAVED}/:id`, async (context) => {
    const search = await openSaved(parts, id(context));
    const targets = await saved.targets(search.id);
    return context.json({
      ...shown(context, search),
      targets: targets.map((one) => target(context, one)),
      days: await saved.days(search.id, DAYS),
    });
  });
  app.put(`${SAVED}/:id`, async (context) => {
    const { by: who, version, ...change } = await bodyOf(context, ChangeSearchBody);
    const to = {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.question === undefined ? {} : { question: toQuestion(change.question) }),
    };
    const changed = await changeSearch(parts, { id: id(context), version }, to, by(context, who));
    return context.json(shown(context, changed));
  });
  app.delete(`${SAVED}/:id`, async (context) => {
    await removeSearch(parts, id(context), by(context));
    return context.json({ done: true });
  });
  app.get(`${SAVED}/:id/news`, async (context) => {
    const search = await openSaved(parts, id(context));
    const { items, next } = await saved.news(search.id, context.req.query('sau') || null, A_SLICE);
    return context.json({ ...(await toldNews(parts, items)), next });
  });
  app.get(`${SAVED}/:id/deliveries`, async (context) => {
    const search = await openSaved(parts, id(context));
    return context.json({ items: await saved.deliveries(search.id, DELIVERIES) });
  });
  app.post(`${SAVED}/:id/targets`, async (context) => {
    const { by: who, ...typed } = await bodyOf(context, TargetBody);
    const made = await addTarget(parts, id(context), typed, by(context, who));
    return context.json(target(context, made));
  });
  app.delete(`${SAVED}/:id/targets/:target`, async (context) => {
    await removeTarget(parts, id(context), context.req.param('target'), by(context));
    return context.json({ done: true });
  });
  app.post(`${SAVED}/:id/feed`, async (context) => {
    const { by: who } = await bodyOf(context, ByBody);
    const token = await newFeed(parts, id(context), by(context, who));
    return context.json({ feed: `${FEED}/${token}` });
  });
  app.delete(`${SAVED}/:id/feed`, async (context) => {
    await endFeed(parts, id(context), by(context));
    return context.json({ done: true });
  });
}
