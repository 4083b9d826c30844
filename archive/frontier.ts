/** Which URLs are known and when each is due. */

import { sql } from 'kysely';
import { DiembaoError } from '../core/errors.ts';
import type { OutcomeCode } from '../core/outcomes.ts';
import type { Database } from './database.ts';
import type { Frontier, FrontierUrl } from './port.ts';
import type { UrlsTable } from './tables.ts';

const GOOD: ReadonlySet<OutcomeCode> = new Set(['article', 'unchanged', 'not-an-article']);
/** Failures before any page came. */
const NO_PAGE: ReadonlySet<OutcomeCode> = new Set([
  'broken-encoding',
  'cut-short',
  'redirect-loop',
  'foreign-host',
  'private-address',
  'robots-forbidden',
  'robots-unreachable',
  'rate-limited',
  'gone',
  'client-error',
  'server-error',
  'timeout',
  'unreachable',
  'blocked',
]);
/** Rows of one INSERT: SQLite takes 32766 values. */
const BATCH = 1000;
/** An article dated earlier is no longer tonight's news. */
const FRESH_MS = 3 * 86_400_000;

function frontierUrl(row: UrlsTable): FrontierUrl {
  return {
    url: row.url,
    newspaper: row.newspaper,
    kind: row.kind,
    foundOn: row.found_on,
    foundAt: row.found_at,
    dueAt: row.due_at,
    etag: row.etag,
    lastModified: row.last_modified,
    firstFetchedAt: row.first_fetched_at,
    lastFetchedAt: row.last_fetched_at,
    lastOutcome: row.last_outcome,
    failures: row.failures,
    bodyHash: row.body_hash,
    wholeAt: row.whole_at,
    head: row.head,
    datedAt: row.dated_at,
    backfill: row.backfill,
  };
}

export function frontier(db: Database): Frontier {
  return {
    async add(urls) {
      if (urls.length === 0) return 0;
      return db.transaction().execute(async (trx) => {
        let added = 0;
        for (let i = 0; i < urls.length; i += BATCH) {
          const result = await trx
            .insertInto('urls')
            .values(
              urls.slice(i, i + BATCH).map((u) => ({
                url: u.url,
                newspaper: u.newspaper,
                kind: u.kind,
                found_on: u.foundOn,
                found_at: u.foundAt,
                due_at: u.dueAt,
                dated_at: u.datedAt ?? u.foundAt,
                backfill: u.backfill ?? null,
                failures: 0,
              })),
            )
            .onConflict((c) => c.column('url').doNothing())
            .executeTakeFirst();
          added += Number(result.numInsertedOrUpdatedRows ?? 0);
        }
        const tonight = urls.filter((u) => (u.backfill ?? null) === null).map(({ url }) => url);
        for (let i = 0; i < tonight.length; i += BATCH)
          await trx
            .updateTable('urls')
            .set({ backfill: null })
            .where('url', 'in', tonight.slice(i, i + BATCH))
            .where('backfill', 'is not', null)
            .where('first_fetched_at', 'is', null)
            .execute();
        return added;
      });
    },

    async get(url) {
      const row = await db.selectFrom('urls').selectAll().where('url', '=', url).executeTakeFirst();
      return row === undefined ? null : frontierUrl(row);
    },

    async due(newspaper, kind, now, limit, { backfill = null, of } = {}) {
      const rows = db
        .selectFrom('urls')
        .selectAll()
        .where('newspaper', '=', newspaper)
        .where('kind', '=', kind)
        .where('backfill', backfill === null ? 'is' : '=', backfill)
        .where('due_at', '<=', now);
      const fresh = new Date(Date.parse(now) - FRESH_MS).toISOString();
      const unseen = rows
        .where('first_fetched_at', 'is', null)
        .orderBy('dated_at', 'desc')
        .orderBy(sql`rowid`);
      const seen = rows.where('first_fetched_at', 'is not', null).orderBy('due_at').orderBy('url');
      const inTurn = [
        ...(of === 'seen' ? [] : [unseen.where('dated_at', '>=', fresh)]),
        ...(of === 'new' ? [] : [seen]),
        ...(of === 'seen' ? [] : [unseen.where('dated_at', '<', fresh)]),
      ];
      const due: UrlsTable[] = [];
      for (const some of inTurn) {
        if (due.length >= limit) break;
        due.push(...(await some.limit(limit - due.length).execute()));
      }
      return due.map(frontierUrl);
    },

    async visited(visit) {
      await db.transaction().execute(async (trx) => {
        const row = await trx
          .selectFrom('urls')
          .selectAll()
          .where('url', '=', visit.url)
          .executeTakeFirst();
        if (row === undefined)
          throw new DiembaoError('archive-unknown-url', `archive: ${visit.url} is not known`, {
            hint: 'add it to the frontier first',
          });
        const before = row.last_visited_at ?? '';
        // The same visit noted twice must not count twice.
        if (visit.at < before || (visit.at === before && visit.outcome === row.last_outcome))
          return;
        const page = NO_PAGE.has(visit.outcome)
          ? {}
          : {
              first_fetched_at: row.first_fetched_at ?? visit.firstFetchedAt ?? visit.at,
              last_fetched_at: visit.at,
            };
        await trx
          .updateTable('urls')
          .set({
            due_at: visit.dueAt,
            last_visited_at: visit.at,
            last_outcome: visit.outcome,
            failures: GOOD.has(visit.outcome) ? 0 : row.failures + 1,
            ...page,
            ...(visit.whole ? { whole_at: visit.at } : {}),
            ...(visit.backfill === undefined ? {} : { backfill: visit.backfill }),
            ...(visit.etag === undefined ? {} : { etag: visit.etag }),
            ...(visit.lastModified === undefined ? {} : { last_modified: visit.lastModified }),
            ...(visit.bodyHash === undefined ? {} : { body_hash: visit.bodyHash }),
            ...(visit.head === undefined ? {} : { head: visit.head }),
          })
          .where('url', '=', visit.url)
          .execute();
      });
    },

    async nextLook(newspaper) {
      const row = await db
        .selectFrom('urls')
        .select('due_at')
        .where('newspaper', '=', newspaper)
        .where('kind', '=', 'article')
        .where('backfill', 'is', null)
        .where('due_at', 'is not', null)
        .where('first_fetched_at', 'is not', null)
        .orderBy('due_at')
        .limit(1)
        .executeTakeFirst();
      return row?.due_at ?? null;
    },

    async count(newspaper) {
      const row = await db
        .selectFrom('urls')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('newspaper', '=', newspaper)
        .executeTakeFirstOrThrow();
      return row.n;
    },
  };
}
