/** How many there are, as the triggers of migrations/016-tallies.ts keep it. */
import type { Sqlite } from '../core/sqlite.ts';
import type { Database } from './database.ts';
import type { ArchiveCounts } from './port.ts';

/** Articles of a newspaper; of all where none is given. */
export async function articleTally(db: Database, newspaper?: string): Promise<number> {
  const row = await db
    .selectFrom('tallies')
    .select((eb) => eb.fn.sum<number | null>('n').as('n'))
    .where('of', '=', 'articles')
    .$if(newspaper !== undefined, (q) => q.where('key', '=', newspaper ?? ''))
    .executeTakeFirstOrThrow();
  return row.n ?? 0;
}

/** What the archive holds, without looking at it. */
export async function tallied(db: Database, file: Sqlite): Promise<ArchiveCounts> {
  const rows = await db
    .selectFrom('tallies')
    .select((eb) => ['of', eb.fn.sum<number>('n').as('n')])
    .groupBy('of')
    .execute();
  const kept = new Map(rows.map(({ of, n }) => [of, n]));
  const rowsOf = (table: string) => kept.get(table) ?? 0;
  return {
    urls: rowsOf('urls'),
    pages: rowsOf('pages'),
    articles: rowsOf('articles'),
    revisions: rowsOf('articles') + rowsOf('revisions'),
    conferences: rowsOf('conferences'),
    officials: rowsOf('officials'),
    bytes: file.bytes(),
  };
}
