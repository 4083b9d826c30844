/** Saved searches: their news, and what of it was sent. */
import type { Selectable } from 'kysely';
import { vietnamTime } from '../core/clock.ts';
import { DiembaoError } from '../core/errors.ts';
import { minute } from '../i18n/format.ts';
import { told } from '../i18n/text.ts';
import { note } from './audit.ts';
import { readCursor, slice } from './cursor.ts';
import type { Database } from './database.ts';
import { savedDeliveries } from './saved-deliveries.ts';
import type { SavedNews, SavedSearch, SavedSearches, SavedTarget } from './saved-searches-port.ts';
import type { SavedSearchesTable, SavedTargetsTable } from './saved-searches-tables.ts';

/** Ids asked for in one statement. */
const SLICE = 500;

const searchOf = (row: Selectable<SavedSearchesTable>): SavedSearch => ({
  id: row.id,
  name: row.name,
  question: JSON.parse(row.question),
  madeBy: row.made_by,
  madeAt: row.made_at,
  checkedTo: row.checked_to,
  lastRunAt: row.last_run_at,
  total: row.total,
  feedToken: row.feed_token,
  version: row.version,
});

const targetOf = (row: Selectable<SavedTargetsTable>): SavedTarget => ({
  id: row.id,
  kind: row.kind,
  address: row.address,
  secret: row.secret,
  digestAt: row.digest_at,
  madeAt: row.made_at,
  composedAt: row.composed_at,
});

/** @throws DiembaoError `saved-search-name-taken` */
async function checkName(on: Database, name: string): Promise<void> {
  const taken = await on
    .selectFrom('saved_searches')
    .select('seq')
    .where('name', '=', name)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (taken === undefined) return;
  throw new DiembaoError(
    'saved-search-name-taken',
    told('Đã có tìm kiếm lưu tên “{name}”', { name }),
    { hint: told('Đặt tên khác') },
  );
}

const changedMeanwhile = (now: Selectable<SavedSearchesTable>) =>
  new DiembaoError(
    'saved-search-changed',
    told(
      '{name} vừa đổi tìm kiếm này (nay tên “{now}”) lúc {moment}; chưa ghi gì của lần sửa này',
      {
        name: now.changed_by ?? now.made_by,
        now: now.name,
        moment: minute(vietnamTime(new Date(now.changed_at ?? now.made_at))),
      },
    ),
    { hint: told('Mở lại trang, xem bản mới rồi sửa lại.') },
  );

/** The news of a search as they are shown. */
const newsOf = (on: Database) =>
  on
    .selectFrom('saved_news as n')
    .innerJoin('saved_searches as s', 's.seq', 'n.search')
    .leftJoin('articles as a', 'a.seq', 'n.article')
    .select(['n.seq as number', 'n.kind', 'a.id as article', 'n.at', 'n.detail']);

export function savedSearches(db: Database, newId: () => string): SavedSearches {
  const live = (on: Database) =>
    on.selectFrom('saved_searches').selectAll().where('removed_at', 'is', null);
  const row = (id: string, on: Database = db) => live(on).where('id', '=', id).executeTakeFirst();
  const liveTargets = (search: number, on: Database = db) =>
    on
      .selectFrom('saved_targets')
      .selectAll()
      .where('search', '=', search)
      .where('removed_at', 'is', null)
      .orderBy('seq')
      .execute();
  const lastNews = async (search: number, on: Database): Promise<number> => {
    const last = await on
      .selectFrom('saved_news')
      .select((eb) => eb.fn.max<number | null>('seq').as('seq'))
      .where('search', '=', search)
      .executeTakeFirst();
    return last?.seq ?? 0;
  };
  const composeFor = async (
    on: Database,
    target: Selectable<SavedTargetsTable>,
    at: string,
  ): Promise<boolean> => {
    const upTo = await lastNews(target.search, on);
    const anything = upTo > target.composed_to;
    await on
      .updateTable('saved_targets')
      .set({ composed_at: at, ...(anything ? { composed_to: upTo } : {}) })
      .where('seq', '=', target.seq)
      .execute();
    if (!anything) return false;
    await on
      .insertInto('saved_deliveries')
      .values({
        id: newId(),
        target: target.seq,
        made_at: at,
        after: target.composed_to,
        up_to: upTo,
        state: 'waiting',
        attempts: 0,
        due_at: at,
        last_at: null,
        message: null,
      })
      .execute();
    return true;
  };
  const tellAtOnce = async (on: Database, search: number, at: string) => {
    for (const target of await liveTargets(search, on))
      if (target.digest_at === null) await composeFor(on, target, at);
  };

  return {
    async create(name, question, by, at) {
      const id = newId();
      await db.transaction().execute(async (trx) => {
        await checkName(trx, name);
        await trx
          .insertInto('saved_searches')
          .values({
            id,
            name,
            question: JSON.stringify(question),
            made_by: by,
            made_at: at,
            checked_to: at,
            last_run_at: null,
            total: null,
            feed_token: null,
            removed_at: null,
          })
          .execute();
        await note(trx, { at, by, action: 'saved-search-made', subject: id, detail: name });
      });
      return searchOf(await live(db).where('id', '=', id).executeTakeFirstOrThrow());
    },

    async change(id, version, to, by, at) {
      return db.transaction().execute(async (trx) => {
        const found = await row(id, trx);
        if (!found) return null;
        const { name = found.name } = to;
        const question = to.question === undefined ? found.question : JSON.stringify(to.question);
        const asksElse = question !== found.question;
        // The form sent twice, too.
        if (name === found.name && !asksElse) return searchOf(found);
        if (version !== found.version) throw changedMeanwhile(found);
        if (name !== found.name) await checkName(trx, name);
        if (asksElse) await trx.deleteFrom('saved_days').where('search', '=', found.seq).execute();
        const changed = await trx
          .updateTable('saved_searches')
          .set({
            name,
            question,
            version: version + 1,
            changed_by: by,
            changed_at: at,
            ...(asksElse ? { checked_to: at, total: null } : {}),
          })
          .where('seq', '=', found.seq)
          .returningAll()
          .executeTakeFirstOrThrow();
        const detail = asksElse ? `${name}: ${question}` : name;
        await note(trx, { at, by, action: 'saved-search-changed', subject: id, detail });
        return searchOf(changed);
      });
    },

    async get(id) {
      const found = await row(id);
      return found === undefined ? null : searchOf(found);
    },
    async byFeedToken(token) {
      const found = await live(db).where('feed_token', '=', token).executeTakeFirst();
      return found === undefined ? null : searchOf(found);
    },
    list: async () => (await live(db).orderBy('name').orderBy('seq').execute()).map(searchOf),

    async remove(id, by, at) {
      await db.transaction().execute(async (trx) => {
        const found = await row(id, trx);
        if (!found) return;
        await trx
          .updateTable('saved_searches')
          .set({ removed_at: at, feed_token: null })
          .where('seq', '=', found.seq)
          .execute();
        await giveUp(
          trx,
          (await liveTargets(found.seq, trx)).map(({ seq }) => seq),
        );
        const detail = found.name;
        await note(trx, { at, by, action: 'saved-search-removed', subject: id, detail });
      });
    },
    async setFeedToken(id, token, by, at) {
      await db.transaction().execute(async (trx) => {
        const found = await row(id, trx);
        if (!found || found.feed_token === token) return;
        await trx
          .updateTable('saved_searches')
          .set({ feed_token: token })
          .where('seq', '=', found.seq)
          .execute();
        // The token itself is nobody's to read here.
        const detail = token === null ? 'off' : found.feed_token === null ? 'on' : 'renewed';
        await note(trx, { at, by, action: 'saved-search-feed', subject: id, detail });
      });
    },

    async addTarget(id, { kind, address, secret, digestAt }, by, at) {
      return db.transaction().execute(async (trx) => {
        const found = await row(id, trx);
        if (!found) return null;
        const made = await trx
          .insertInto('saved_targets')
          .values({
            id: newId(),
            search: found.seq,
            kind,
            address,
            secret,
            digest_at: digestAt,
            made_at: at,
            composed_to: await lastNews(found.seq, trx),
            composed_at: at,
            removed_at: null,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        const detail = `${kind} ${address}`;
        await note(trx, { at, by, action: 'saved-search-target-added', subject: id, detail });
        return targetOf(made);
      });
    },
    async removeTarget(id, target, by, at) {
      return db.transaction().execute(async (trx) => {
        const search = await row(id, trx);
        const found = search
          ? (await liveTargets(search.seq, trx)).find((one) => one.id === target)
          : undefined;
        if (!found) return false;
        await trx
          .updateTable('saved_targets')
          .set({ removed_at: at })
          .where('seq', '=', found.seq)
          .execute();
        await giveUp(trx, [found.seq]);
        const detail = `${found.kind} ${found.address}`;
        await note(trx, { at, by, action: 'saved-search-target-removed', subject: id, detail });
        return true;
      });
    },
    async targets(id) {
      const found = await row(id);
      return found ? (await liveTargets(found.seq)).map(targetOf) : [];
    },

    async candidates(index, createdAfter, after, to) {
      const rows = await db
        .selectFrom('articles as a')
        .leftJoin('indexes as i', (join) => join.on('i.name', '=', index))
        .leftJoin('index_state as x', (join) =>
          join.onRef('x.index_id', '=', 'i.id').onRef('x.article', '=', 'a.seq'),
        )
        .select([
          'a.id',
          'a.published_day as day',
          'a.revised_at as revisedAt',
          'a.revision',
          'x.revision as indexed',
          'x.version',
        ])
        // What changed last after it; revised_at is indexed and never before created_at.
        .where('a.revised_at', '>', after)
        .where('a.revised_at', '<=', to)
        .where('a.created_at', '>', createdAfter)
        .orderBy('a.revised_at')
        .execute();
      return rows.map(({ id, day, revisedAt, revision, indexed, version }) => ({
        id,
        day,
        revisedAt,
        held: indexed === revision && version !== '',
      }));
    },

    async ran(id, { at, day, total, checkedTo, articles, notices = () => [] }) {
      return db.transaction().execute(async (trx) => {
        const search = await row(id, trx);
        if (!search) return [];
        const news: string[] = [];
        for (let from = 0; from < articles.length; from += SLICE) {
          const rows = await trx
            .selectFrom('articles as a')
            .select(['a.seq', 'a.id'])
            .where('a.id', 'in', articles.slice(from, from + SLICE))
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom('saved_news as n')
                    .select('n.seq')
                    .where('n.search', '=', search.seq)
                    .whereRef('n.article', '=', 'a.seq'),
                ),
              ),
            )
            .orderBy('a.seq')
            .execute();
          for (const one of rows) {
            await trx
              .insertInto('saved_news')
              .values({ search: search.seq, kind: 'article', article: one.seq, at, detail: null })
              .execute();
            news.push(one.id);
          }
        }
        const said = notices(news.length);
        for (const { kind, detail } of said)
          await trx
            .insertInto('saved_news')
            .values({ search: search.seq, kind, article: null, at, detail })
            .execute();
        await trx
          .updateTable('saved_searches')
          .set({ checked_to: checkedTo, last_run_at: at, total })
          .where('seq', '=', search.seq)
          .execute();
        await trx
          .insertInto('saved_days')
          .values({ search: search.seq, day, runs: 1, found: news.length, total })
          .onConflict((c) =>
            c.columns(['search', 'day']).doUpdateSet(({ eb, ref }) => ({
              runs: eb(ref('saved_days.runs'), '+', 1),
              found: eb(ref('saved_days.found'), '+', news.length),
              total,
            })),
          )
          .execute();
        if (news.length + said.length > 0) await tellAtOnce(trx, search.seq, at);
        return news;
      });
    },

    async compose(target, at) {
      return db.transaction().execute(async (trx) => {
        const found = await trx
          .selectFrom('saved_targets')
          .selectAll()
          .where('id', '=', target)
          .where('removed_at', 'is', null)
          .executeTakeFirst();
        return found ? composeFor(trx, found, at) : false;
      });
    },

    days: (id, limit) =>
      db
        .selectFrom('saved_days as d')
        .innerJoin('saved_searches as s', 's.seq', 'd.search')
        .select(['d.day', 'd.runs', 'd.found', 'd.total'])
        .where('s.id', '=', id)
        .orderBy('d.day', 'desc')
        .limit(limit)
        .execute(),

    newsBetween: (id, after, upTo): Promise<SavedNews[]> =>
      newsOf(db)
        .where('s.id', '=', id)
        .where('n.seq', '>', after)
        .where('n.seq', '<=', upTo)
        .orderBy('n.seq')
        .execute(),
    async news(id, cursor, limit) {
      const before = cursor === null ? null : readCursor(cursor)[1];
      const rows: SavedNews[] = await newsOf(db)
        .where('s.id', '=', id)
        .$if(before !== null, (q) => q.where('n.seq', '<', before ?? 0))
        .orderBy('n.seq', 'desc')
        .limit(limit + 1)
        .execute();
      return slice(
        rows,
        limit,
        (one) => [one.at, one.number],
        (one) => one,
      );
    },
    async known(id, articles, upTo) {
      const found = new Set<string>();
      for (let from = 0; from < articles.length; from += SLICE)
        for (const { article } of await newsOf(db)
          .where('s.id', '=', id)
          .where('n.seq', '<=', upTo)
          .where('a.id', 'in', articles.slice(from, from + SLICE))
          .execute())
          if (article !== null) found.add(article);
      return found;
    },

    ...savedDeliveries(db),
  };
}

/** What waits for these targets is not sent any more. */
async function giveUp(on: Database, targets: readonly number[]): Promise<void> {
  if (targets.length === 0) return;
  await on
    .updateTable('saved_deliveries')
    .set({ state: 'given-up' })
    .where('state', '=', 'waiting')
    .where('target', 'in', targets)
    .execute();
}
