/** Conferences, each told by all articles that mention it. */
import { Conference } from '../core/article.ts';
import { readCursor, slice } from './cursor.ts';
import type { Database } from './database.ts';
import type { ConferenceFilter, Conferences, StoredConference } from './port.ts';

type Mention = StoredConference['mentions'][number];

function filtered(db: Database, { kind, status, place, from, to }: ConferenceFilter) {
  return db
    .selectFrom('conferences')
    .where('record', 'is not', null)
    .$if(kind !== undefined, (q) => q.where('kind', '=', kind ?? ''))
    .$if(status !== undefined, (q) => q.where('status', '=', status ?? ''))
    .$if(from !== undefined, (q) => q.where('date_to', '>=', from ?? ''))
    .$if(to !== undefined, (q) => q.where('date_from', '<=', to ?? ''))
    .$if(place !== undefined, (q) =>
      q.where('seq', 'in', (eb) =>
        eb
          .selectFrom('mention_places')
          .select('conference')
          .where('code', '=', place ?? ''),
      ),
    );
}

/** Mentions of each conference, the earliest published first; an article once, however often it mentions it. */
async function mentionsOf(db: Database, conferences: readonly number[]) {
  const found = new Map<number, Map<string, Mention>>();
  if (conferences.length === 0) return found;
  const rows = await db
    .selectFrom('mentions')
    .innerJoin('articles as a', 'a.seq', 'mentions.article')
    .select(['conference', 'main', 'a.id', 'a.newspaper', 'a.headline', 'a.published', 'a.url'])
    .select('a.original')
    .where('conference', 'in', conferences)
    .orderBy((eb) => eb('a.published', '=', ''))
    .orderBy('a.published')
    .orderBy('a.seq')
    .execute();
  for (const row of rows) {
    const mentions = found.get(row.conference) ?? new Map<string, Mention>();
    found.set(row.conference, mentions);
    mentions.set(row.id, {
      articleId: row.id,
      newspaper: row.newspaper,
      headline: row.headline,
      publishedAt: row.published === '' ? null : row.published,
      url: row.url,
      main: row.main === 1 || mentions.get(row.id)?.main === true,
      original: row.original,
    });
  }
  return found;
}

export function conferences(db: Database): Conferences {
  const columns = ['seq', 'id', 'record', 'sort_date'] as const;

  async function withMentions(
    rows: readonly { readonly seq: number; readonly id: string; readonly record: string | null }[],
  ): Promise<readonly StoredConference[]> {
    const mentions = await mentionsOf(
      db,
      rows.map((row) => row.seq),
    );
    return rows.map((row) => ({
      id: row.id,
      conference: Conference.parse(JSON.parse(row.record ?? 'null')),
      mentions: [...(mentions.get(row.seq)?.values() ?? [])],
    }));
  }

  return {
    async list(filter, cursor, limit) {
      const after = cursor === null ? null : readCursor(cursor);
      const rows = await filtered(db, filter)
        .select(columns)
        .$if(after !== null, (q) =>
          q.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('sort_date', 'seq'), '<', tuple(after?.[0] ?? '', after?.[1] ?? 0)),
          ),
        )
        .orderBy('sort_date', 'desc')
        .orderBy('seq', 'desc')
        .limit(limit + 1)
        .execute();
      const { items, next } = slice(
        rows,
        limit,
        (row) => [row.sort_date, row.seq],
        (row) => row,
      );
      return { items: await withMentions(items), next };
    },

    async get(id) {
      const row = await filtered(db, {}).select(columns).where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : ((await withMentions([row]))[0] ?? null);
    },

    async ofArticle(articleId) {
      const rows = await db
        .selectFrom('mentions as m')
        .innerJoin('articles as a', 'a.seq', 'm.article')
        .innerJoin('conferences as c', 'c.seq', 'm.conference')
        .select(['m.position', 'c.id'])
        .where('a.id', '=', articleId)
        .execute();
      return new Map(rows.map(({ position, id }) => [position, id]));
    },

    async count(filter = {}) {
      const row = await filtered(db, filter)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      return row.n;
    },
  };
}
