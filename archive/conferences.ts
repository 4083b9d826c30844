/** Conferences, each told by all articles that mention it. */
import { sql } from 'kysely';
import { Conference } from '../core/article.ts';
import { actedOnConferences } from './conference-acts.ts';
import { readCursor, slice } from './cursor.ts';
import type { Database } from './database.ts';
import { foldedWords, phraseIn } from './folded.ts';
import { identityActs } from './identity-acts.ts';
import type { ConferenceFilter, Conferences, StoredConference } from './port.ts';

type Mention = StoredConference['mentions'][number];

/** Days that a conference may last and still count as known to the day. */
const DATED_DAYS = 7;
const A_DAY = 86_400_000;

/** Conferences with these words next to each other in the column. */
const containing = (column: 'occasion_words' | 'organiser_words', words: string | undefined) =>
  sql<boolean>`conferences.seq IN (SELECT rowid FROM conference_words WHERE conference_words MATCH ${phraseIn(column, foldedWords(words ?? ''))})`;

/** The first day on which a conference that is known to the day may have begun and still be held on `day`. */
const earliest = (day: string) =>
  new Date(Date.parse(day) - DATED_DAYS * A_DAY).toISOString().slice(0, 10);

function filtered(db: Database, filter: ConferenceFilter) {
  const { kind, status, place, from, to, level, term, occasion, organiser, dated } = filter;
  const codes = [...(place === undefined ? [] : [place]), ...(filter.places ?? [])];
  return (
    db
      .selectFrom('conferences')
      .where('record', 'is not', null)
      .$if(kind !== undefined, (q) => q.where('kind', '=', kind ?? ''))
      .$if(status !== undefined, (q) => q.where('status', '=', status ?? ''))
      .$if(level !== undefined, (q) => q.where('level', '=', level ?? ''))
      .$if(term !== undefined, (q) => q.where('term_from', '=', term ?? 0))
      .$if(occasion !== undefined, (q) => q.where(containing('occasion_words', occasion)))
      .$if(organiser !== undefined, (q) => q.where(containing('organiser_words', organiser)))
      .$if(dated === true, (q) =>
        q.where(sql<boolean>`julianday(date_to) - julianday(date_from) < ${DATED_DAYS}`),
      )
      .$if(from !== undefined, (q) => q.where('date_to', '>=', from ?? ''))
      // `sort_date` is the first day, and leads the index.
      .$if(from !== undefined && dated === true, (q) =>
        q.where('sort_date', '>=', earliest(from ?? '')),
      )
      .$if(to !== undefined, (q) =>
        q.where('sort_date', '<=', to ?? '').where('sort_date', '>', ''),
      )
      .$if(codes.length > 0, (q) =>
        q.where((eb) =>
          eb.and(
            codes.map((code) =>
              eb(
                'seq',
                'in',
                eb.selectFrom('mention_places').select('conference').where('code', '=', code),
              ),
            ),
          ),
        ),
      )
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

/** The conference of an id that is mentioned; through those that were joined into others. */
async function standing(db: Database, id: string) {
  const columns = ['seq', 'id', 'record', 'sort_date', 'successor'] as const;
  const conferences = db.selectFrom('conferences').select(columns);
  const seen = new Set<number>();
  let row = await conferences.where('id', '=', id).executeTakeFirst();
  while (row !== undefined && row.record === null) {
    if (row.successor === null || seen.has(row.seq)) return undefined;
    seen.add(row.seq);
    row = await conferences.where('seq', '=', row.successor).executeTakeFirst();
  }
  return row;
}

/** @param newId gives ids to conferences */
export function conferences(db: Database, newId: () => string): Conferences {
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
      const row = await standing(db, id);
      return row === undefined ? null : ((await withMentions([row]))[0] ?? null);
    },

    async days(filter) {
      const rows = await filtered(db, { ...filter, dated: true })
        .select((eb) => ['date_from', 'date_to', eb.fn.countAll<number>().as('n')])
        .groupBy(['date_from', 'date_to'])
        .execute();
      const days = new Map<string, number>();
      for (const { date_from, date_to, n } of rows) {
        const first = Date.parse(date_from ?? '');
        const last = Date.parse(date_to ?? '');
        for (let at = first; at <= last; at += A_DAY) {
          const day = new Date(at).toISOString().slice(0, 10);
          if (day >= filter.from && day <= filter.to) days.set(day, (days.get(day) ?? 0) + n);
        }
      }
      return [...days]
        .map(([day, count]) => ({ day, conferences: count }))
        .sort((a, b) => (a.day < b.day ? -1 : 1));
    },

    ...identityActs(
      db,
      actedOnConferences(newId, (on, id) => standing(on, id)),
    ),

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
