/** The register of officials, each told by all articles that name the person. */
import { type ExpressionBuilder, sql } from 'kysely';
import { readCursor, slice } from './cursor.ts';
import type { Database } from './database.ts';
import { wordsMatch } from './folded.ts';
import { identityActs } from './identity-acts.ts';
import { actedOnOfficials } from './official-acts.ts';
import type { HeldOffice, OfficialFilter, OfficialSummary, Officials } from './officials-port.ts';
import type { Tables } from './tables.ts';

/** Offices of a person that a list shows, and that the person's own page does. */
const IN_LIST = 3;
const MOST_OFFICES = 500;

type OfOfficial = ExpressionBuilder<Tables, 'officials'>;

/** The person bears a name with these words. */
function named(eb: OfOfficial, name: string) {
  const keys = sql<number>`(SELECT rowid FROM official_words WHERE official_words MATCH ${wordsMatch(name)})`;
  return eb(
    'officials.seq',
    'in',
    eb.selectFrom('official_shares as s').select('s.official').where('s.key', 'in', keys),
  );
}

/** Offices with these words next to each other. */
const officesWith = (office: string) =>
  sql<number>`(SELECT rowid FROM office_words WHERE office_words MATCH ${wordsMatch(office)})`;

/** The person held an office with these words, on that day where one is given. */
function holding(eb: OfOfficial, office: string | undefined, at: string | undefined) {
  return eb(
    'officials.seq',
    'in',
    eb
      .selectFrom('official_offices as h')
      .select('h.official')
      .$if(office !== undefined, (q) => q.where('h.office', 'in', officesWith(office ?? '')))
      .$if(at !== undefined, (q) =>
        q
          .where('h.former', '=', 0)
          .where('h.first_day', '<=', at ?? '')
          .where('h.last_day', '>=', at ?? ''),
      ),
  );
}

function filtered(db: Database, { name, office, at, places }: OfficialFilter) {
  return db
    .selectFrom('officials')
    .where('officials.mentions', '>', 0)
    .$if(name !== undefined, (q) => q.where((eb) => named(eb, name ?? '')))
    .$if(office !== undefined || at !== undefined, (q) => q.where((eb) => holding(eb, office, at)))
    .$if((places ?? []).length > 0, (q) =>
      q.where((eb) =>
        eb.and(
          (places ?? []).map((code) =>
            eb(
              'officials.seq',
              'in',
              eb
                .selectFrom('official_key_places as p')
                .innerJoin('official_shares as s', 's.key', 'p.key')
                .select('s.official')
                .where('p.code', '=', code),
            ),
          ),
        ),
      ),
    );
}

const SUMMARY = ['seq', 'id', 'name', 'sort_name', 'mentions', 'quotes'] as const;
interface SummaryRow {
  readonly seq: number;
  readonly id: string;
  readonly name: string;
  readonly mentions: number;
  readonly quotes: number;
}

interface HeldRow {
  readonly title: string;
  readonly former: number;
  readonly first_day: string | null;
  readonly last_day: string | null;
  readonly mentions: number;
}

const heldOffice = (row: HeldRow): HeldOffice => ({
  title: row.title,
  former: row.former === 1,
  firstDay: row.first_day,
  lastDay: row.last_day,
  articles: row.mentions,
});

/** By person the latest first, those that are held before those that were. */
function officesOf(db: Database, officials: readonly number[]) {
  return db
    .selectFrom('official_offices as h')
    .innerJoin('office_titles as t', 't.seq', 'h.office')
    .select(['h.official', 'h.office', 't.title', 'h.former', 'h.first_day', 'h.last_day'])
    .select('h.mentions')
    .where('h.official', 'in', officials)
    .orderBy('h.official')
    .orderBy('h.former')
    .orderBy('h.last_day', 'desc')
    .orderBy('h.mentions', 'desc')
    .orderBy('h.office')
    .execute();
}

/** Two questions, however many people: first and last day are the ends of an index each. */
async function summaries(
  db: Database,
  rows: readonly SummaryRow[],
  offices = IN_LIST,
): Promise<OfficialSummary[]> {
  if (rows.length === 0) return [];
  const seqs = rows.map(({ seq }) => seq);
  const spans = await db
    .selectFrom('officials as o')
    .select((eb) => {
      const dated = eb
        .selectFrom('official_mentions as m')
        .whereRef('m.official', '=', 'o.seq')
        .where('m.day', '>', '');
      return [
        'o.seq',
        dated.select((on) => on.fn.min('m.day').as('day')).as('first'),
        dated.select((on) => on.fn.max('m.day').as('day')).as('last'),
      ];
    })
    .where('o.seq', 'in', seqs)
    .execute();
  const spanOf = new Map(spans.map((one) => [one.seq, one]));
  const held = new Map<number, HeldRow[]>(seqs.map((seq) => [seq, []]));
  for (const office of await officesOf(db, seqs)) held.get(office.official)?.push(office);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    articles: row.mentions,
    quotes: row.quotes,
    firstDay: spanOf.get(row.seq)?.first ?? null,
    lastDay: spanOf.get(row.seq)?.last ?? null,
    offices: (held.get(row.seq) ?? []).slice(0, offices).map(heldOffice),
  }));
}

/** The official of an id that is mentioned; through those that were joined into others. */
async function standing(db: Database, id: string) {
  const officials = db.selectFrom('officials').select([...SUMMARY, 'successor']);
  const seen = new Set<number>();
  let row = await officials.where('id', '=', id).executeTakeFirst();
  while (row !== undefined && row.mentions === 0) {
    if (row.successor === null || seen.has(row.seq)) return undefined;
    seen.add(row.seq);
    row = await officials.where('seq', '=', row.successor).executeTakeFirst();
  }
  return row;
}

/** First or last article that gives the office. */
async function evidence(
  db: Database,
  official: number,
  { office, former }: { readonly office: number; readonly former: number },
  order: 'asc' | 'desc',
): Promise<string> {
  const row = await db
    .selectFrom('office_mentions as o')
    .innerJoin('articles as a', 'a.seq', 'o.article')
    .select('a.id')
    .where('o.official', '=', official)
    .where('o.office', '=', office)
    .where('o.former', '=', former)
    .orderBy('o.day', order)
    .orderBy('o.article', order)
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? '';
}

/**
 * @param newId gives ids to officials
 * @param catchUp takes older articles in
 */
export function officials(
  db: Database,
  newId: () => string,
  catchUp: Officials['catchUp'],
): Officials {
  return {
    catchUp,
    ...identityActs(
      db,
      actedOnOfficials(newId, (on, id) => standing(on, id)),
    ),

    async list(filter, cursor, limit) {
      const after = cursor === null ? null : readCursor(cursor);
      const rows = await filtered(db, filter)
        .select(SUMMARY)
        .$if(after !== null, (q) =>
          q.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('sort_name', 'seq'), '>', tuple(after?.[0] ?? '', after?.[1] ?? 0)),
          ),
        )
        .orderBy('sort_name')
        .orderBy('seq')
        .limit(limit + 1)
        .execute();
      const { items, next } = slice(
        rows,
        limit,
        (row) => [row.sort_name, row.seq],
        (row) => row,
      );
      return { items: await summaries(db, items), next };
    },

    async count(filter = {}) {
      const row = await filtered(db, filter)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      return row.n;
    },

    async get(id) {
      const row = await standing(db, id);
      if (row === undefined) return null;
      const names = await db
        .selectFrom('official_shares as s')
        .innerJoin('official_keys as k', 'k.seq', 's.key')
        .select('k.name')
        .distinct()
        .where('s.official', '=', row.seq)
        .orderBy('k.name')
        .execute();
      const offices = [];
      for (const held of (await officesOf(db, [row.seq])).slice(0, MOST_OFFICES))
        offices.push({
          ...heldOffice(held),
          firstArticle: await evidence(db, row.seq, held, 'asc'),
          lastArticle: await evidence(db, row.seq, held, 'desc'),
        });
      const [summary] = await summaries(db, [row]);
      if (summary === undefined) return null;
      return { ...summary, names: names.map(({ name }) => name), offices };
    },

    async articles(id, { quoted = false, office, from, to }, cursor, limit) {
      const row = await standing(db, id);
      if (row === undefined) return { items: [], next: null };
      const after = cursor === null ? null : readCursor(cursor);
      const rows = await db
        .selectFrom('official_mentions as m')
        .innerJoin('articles as a', 'a.seq', 'm.article')
        .select(['m.day', 'm.article', 'm.position', 'a.id'])
        .where('m.official', '=', row.seq)
        .$if(quoted, (q) => q.where('m.quotes', '>', 0).where('a.original', 'is', null))
        .$if(office !== undefined, (q) =>
          q.where(({ exists, selectFrom }) =>
            exists(
              selectFrom('office_mentions as g')
                .innerJoin('office_titles as t', 't.seq', 'g.office')
                .select('g.office')
                .whereRef('g.article', '=', 'm.article')
                .whereRef('g.position', '=', 'm.position')
                .where('t.title', '=', office ?? ''),
            ),
          ),
        )
        .$if(from !== undefined, (q) => q.where('m.day', '>=', from ?? ''))
        .$if(to !== undefined, (q) => q.where('m.day', '<=', to ?? '').where('m.day', '>', ''))
        .$if(after !== null, (q) =>
          q.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('m.day', 'm.article'), '<', tuple(after?.[0] ?? '', after?.[1] ?? 0)),
          ),
        )
        .orderBy('m.day', 'desc')
        .orderBy('m.article', 'desc')
        .limit(limit + 1)
        .execute();
      return slice(
        rows,
        limit,
        (one) => [one.day, one.article],
        (one) => ({ articleId: one.id, person: one.position }),
      );
    },

    async namesakes(id, limit) {
      const row = await standing(db, id);
      if (row === undefined) return [];
      const own = db
        .selectFrom('official_shares as s')
        .innerJoin('official_keys as k', 'k.seq', 's.key')
        .select('k.exact')
        .where('s.official', '=', row.seq);
      const rows = await db
        .selectFrom('officials')
        .select(SUMMARY)
        .where('seq', '<>', row.seq)
        .where('mentions', '>', 0)
        .where(
          'seq',
          'in',
          db
            .selectFrom('official_keys as k')
            .innerJoin('official_shares as s', 's.key', 'k.seq')
            .select('s.official')
            .where('k.exact', 'in', own),
        )
        .orderBy('mentions', 'desc')
        .orderBy('seq')
        .limit(limit)
        .execute();
      return summaries(db, rows);
    },

    async closest({ at, office, ...filter }, limit) {
      const rows = await db
        .selectFrom('official_offices as h')
        .innerJoin('office_titles as t', 't.seq', 'h.office')
        .innerJoin('officials as o', 'o.seq', 'h.official')
        .select(['t.title', 'h.former', 'h.first_day', 'h.last_day', 'h.mentions'])
        .select(['o.seq', 'o.id', 'o.name', 'o.mentions as articles', 'o.quotes'])
        .where('h.office', 'in', officesWith(office))
        .where('h.former', '=', 0)
        .where('h.first_day', 'is not', null)
        .where('h.official', 'in', filtered(db, filter).select('officials.seq'))
        .orderBy(
          sql`max(julianday(h.first_day) - julianday(${at}), julianday(${at}) - julianday(h.last_day), 0)`,
        )
        .orderBy('h.mentions', 'desc')
        .limit(limit)
        .execute();
      const people = await summaries(
        db,
        rows.map((row) => ({ ...row, mentions: row.articles })),
      );
      return rows.flatMap((row, at) => {
        const official = people[at];
        return official === undefined ? [] : [{ official, held: heldOffice(row) }];
      });
    },

    async ofArticle(articleId) {
      const rows = await db
        .selectFrom('official_mentions as m')
        .innerJoin('articles as a', 'a.seq', 'm.article')
        .innerJoin('officials as o', 'o.seq', 'm.official')
        .select(['m.position', 'o.id'])
        .where('a.id', '=', articleId)
        .execute();
      return new Map(rows.map(({ position, id }) => [position, id]));
    },
  };
}
