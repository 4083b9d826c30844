/** The archive's side of a comparison with an index: counts by day and newspaper, and ids. */
import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { DayTally, IndexState } from './port.ts';

type Held = Awaited<ReturnType<IndexState['ofDay']>>[number];

/** Articles beside what the index is known to hold of them in this version, which is their newest form. */
function beside(db: Database, index: number, version: string) {
  return db
    .selectFrom('articles')
    .leftJoin('index_state', (join) =>
      join
        .onRef('index_state.article', '=', 'articles.seq')
        .on('index_state.index_id', '=', index)
        .on('index_state.version', '=', version),
    );
}

/** Number of an index; one that no row has where nothing is known of it. */
async function numberOf(db: Database, name: string): Promise<number> {
  const row = await db
    .selectFrom('indexes')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.id ?? -1;
}

export async function tally(
  db: Database,
  name: string,
  version: string,
  days: { readonly from: string; readonly to: string } | null,
): Promise<readonly DayTally[]> {
  const rows = await beside(db, await numberOf(db, name), version)
    .select(['articles.published_day', 'articles.newspaper'])
    .select((eb) => [
      eb.fn.countAll<number>().as('articles'),
      // A row of this version is of the newest revision: whatever changes an article empties its version.
      eb.fn.count<number>('index_state.article').as('held'),
    ])
    .$if(days !== null, (q) =>
      q
        .where('articles.published_day', '>=', days?.from ?? '')
        .where('articles.published_day', '<=', days?.to ?? ''),
    )
    .$if(days === null, (q) => q.where('articles.published_day', 'is', null))
    .groupBy(['articles.published_day', 'articles.newspaper'])
    .orderBy('articles.published_day')
    .orderBy('articles.newspaper')
    .execute();
  return rows.map((row) => ({
    newspaper: row.newspaper,
    day: row.published_day,
    articles: row.articles,
    held: row.held,
  }));
}

/** One jump in the index a day. */
export async function days(
  db: Database,
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  const found: string[] = [];
  let last = after ?? '';
  while (found.length < limit) {
    const row = await db
      .selectFrom('articles')
      .select((eb) => eb.fn.min<string | null>('published_day').as('day'))
      .where('published_day', '>', last)
      .executeTakeFirst();
    if (row === undefined || row.day === null) break;
    last = row.day;
    found.push(last);
  }
  return found;
}

export async function ofDay(
  db: Database,
  name: string,
  version: string,
  { newspaper, day }: Pick<DayTally, 'newspaper' | 'day'>,
  after: number,
  limit: number,
): Promise<readonly Held[]> {
  const rows = await beside(db, await numberOf(db, name), version)
    .select(['articles.seq', 'articles.id', 'articles.revision', 'index_state.article as held'])
    .where(sql<boolean>`articles.published_day IS ${day}`)
    .where(sql<boolean>`articles.newspaper IS ${newspaper}`)
    .where('articles.seq', '>', after)
    .orderBy('articles.seq')
    .limit(limit)
    .execute();
  return rows.map(({ held, ...row }) => ({ ...row, held: held !== null }));
}

export async function ids(
  db: Database,
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('articles')
    .select('id')
    .where('id', '>', after ?? '')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export async function stored(db: Database, list: readonly string[]): Promise<readonly string[]> {
  if (list.length === 0) return [];
  const rows = await db.selectFrom('articles').select('id').where('id', 'in', list).execute();
  return rows.map(({ id }) => id);
}
