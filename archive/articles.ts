/** Articles: the newest record of each, its former ones, and every URL that leads to it. */
import { putArticle } from './article-put.ts';
import { STORED_COLUMNS, storedArticle } from './article-row.ts';
import { correctionsOf, type Derive } from './corrections.ts';
import { readCursor, slice } from './cursor.ts';
import type { Database } from './database.ts';
import { markStale } from './index-state.ts';
import type { ArticleFilter, Articles } from './port.ts';
import { unpackRecord } from './record.ts';
import { articleTally } from './tallies.ts';

const DAY_MS = 86_400_000;
const BATCH = 1000;

/** First instant, in UTC, of a day in Vietnam that is `days` after `day`. */
function dayStart(day: string, days = 0): string {
  return new Date(Date.parse(`${day}T00:00:00+07:00`) + days * DAY_MS).toISOString();
}

type Row = Parameters<typeof storedArticle>[0];

function filtered(db: Database, { newspaper, from, to }: ArticleFilter) {
  return (
    db
      .selectFrom('articles')
      .$if(newspaper !== undefined, (q) => q.where('newspaper', '=', newspaper ?? ''))
      .$if(from !== undefined, (q) => q.where('published', '>=', dayStart(from ?? '')))
      .$if(to !== undefined, (q) => q.where('published', '<', dayStart(to ?? '', 1)))
      // What has no date lies on no day.
      .$if(to !== undefined, (q) => q.where('published', '>', ''))
  );
}

/** @param derive how what is made of a record is made */
export function articles(db: Database, derive: Derive): Articles {
  const stored = () => db.selectFrom('articles').select(STORED_COLUMNS);
  /** Rows to articles, their corrections laid over them. */
  const toArticle = async (rows: readonly Row[]) => {
    const made = await correctionsOf(db, rows);
    return (row: Row) => storedArticle(row, made.get(row.seq) ?? []);
  };
  const first = async (row: Row | undefined) =>
    row === undefined ? null : (await toArticle([row]))(row);

  /** Indexes hold whether an article is withdrawn, so they must take it again. */
  const setWithdrawn = (id: string, at: string | null) =>
    db.transaction().execute(async (trx) => {
      const changed = await trx
        .updateTable('articles')
        .set({ withdrawn_at: at })
        .where('id', '=', id)
        .where('withdrawn_at', at === null ? 'is not' : 'is', null)
        .returning('seq')
        .execute();
      await markStale(
        trx,
        changed.map((row) => row.seq),
      );
    });

  return {
    put: (input, now) => db.transaction().execute((trx) => putArticle(trx, input, now, derive)),

    async get(id) {
      return first(await stored().where('id', '=', id).executeTakeFirst());
    },

    async getMany(ids) {
      const found = new Map<string, ReturnType<typeof storedArticle>>();
      for (let i = 0; i < ids.length; i += BATCH) {
        const rows = await stored()
          .where('id', 'in', ids.slice(i, i + BATCH))
          .execute();
        const article = await toArticle(rows);
        for (const row of rows) found.set(row.id, article(row));
      }
      return ids.flatMap((id) => found.get(id) ?? []);
    },

    async byUrl(url) {
      const row = await stored()
        .where('seq', '=', (eb) =>
          eb.selectFrom('aliases').select('article').where('url', '=', url),
        )
        .executeTakeFirst();
      return first(row);
    },

    async aliases(id) {
      const rows = await db
        .selectFrom('aliases')
        .innerJoin('articles', 'articles.seq', 'aliases.article')
        .select('aliases.url')
        .where('articles.id', '=', id)
        .orderBy('aliases.url')
        .execute();
      return rows.map((row) => row.url);
    },

    async revisions(id) {
      const newest = await db
        .selectFrom('articles')
        .select(['seq', 'revision', 'revised_at as created_at', 'record'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (newest === undefined) return [];
      const former = await db
        .selectFrom('revisions')
        .select(['revision', 'created_at', 'record'])
        .where('article', '=', newest.seq)
        .where('revision', '<', newest.revision)
        .orderBy('revision')
        .execute();
      return [...former, newest].map((row) => ({
        revision: row.revision,
        createdAt: row.created_at,
        article: unpackRecord(row.record, id),
      }));
    },

    async list(filter, cursor, limit) {
      const after = cursor === null ? null : readCursor(cursor);
      const rows = await filtered(db, filter)
        .select([...STORED_COLUMNS, 'published'])
        .$if(after !== null, (q) =>
          q.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('published', 'seq'), '<', tuple(after?.[0] ?? '', after?.[1] ?? 0)),
          ),
        )
        .orderBy('published', 'desc')
        .orderBy('seq', 'desc')
        .limit(limit + 1)
        .execute();
      return slice(rows, limit, (row) => [row.published, row.seq], await toArticle(rows));
    },

    async reprints(id) {
      const rows = await stored()
        .where('original', '=', id)
        .orderBy('published')
        .orderBy('seq')
        .execute();
      return rows.map(await toArticle(rows));
    },

    withdraw: (id, at) => setWithdrawn(id, at),
    restore: (id) => setWithdrawn(id, null),

    async count(filter = {}) {
      const { newspaper, from, to } = filter;
      if (from === undefined && to === undefined) return articleTally(db, newspaper);
      const row = await filtered(db, filter)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      return row.n;
    },
  };
}
