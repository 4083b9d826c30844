/** How much an archive holds and whether it is sound. */
import { sql } from 'kysely';
import type { Sqlite } from '../core/sqlite.ts';
import type { Database } from './database.ts';
import type { ArchiveCounts } from './port.ts';
import type { Tables } from './tables.ts';

/** Counts the rows themselves: of a copy, or of an archive with an older schema. */
export async function counts(db: Database, file: Sqlite): Promise<ArchiveCounts> {
  const rowsOf = async (table: keyof Tables) => {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return row.n;
  };
  const told = await db
    .selectFrom('conferences')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('record', 'is not', null)
    .executeTakeFirstOrThrow();
  const held = await db
    .selectFrom('officials')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('mentions', '>', 0)
    .executeTakeFirstOrThrow();
  const articles = await rowsOf('articles');
  return {
    urls: await rowsOf('urls'),
    pages: await rowsOf('pages'),
    articles,
    revisions: articles + (await rowsOf('revisions')),
    conferences: told.n,
    officials: held.n,
    bytes: file.bytes(),
  };
}

/** Each query finds what must not be; `what` says it, with the number of rows before it. */
const RULES: readonly { readonly what: string; readonly rows: string }[] = [
  {
    what: 'URLs whose newest page is not marked',
    rows: 'SELECT url FROM pages GROUP BY url HAVING sum(newest) <> 1',
  },
  {
    what: 'articles that reprint a reprint',
    rows: `SELECT a.id FROM articles a JOIN articles o ON o.id = a.original WHERE o.original IS NOT NULL`,
  },
  {
    what: 'articles that miss a former revision',
    rows: `SELECT a.id FROM articles a LEFT JOIN revisions r ON r.article = a.seq
           GROUP BY a.seq HAVING count(r.revision) <> a.revision - 1`,
  },
  {
    what: 'conferences that nobody mentions but that are listed',
    rows: `SELECT id FROM conferences c WHERE record IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM mentions m WHERE m.conference = c.seq)`,
  },
  {
    what: 'conferences that are mentioned but not listed',
    rows: `SELECT DISTINCT c.id FROM mentions m JOIN conferences c ON c.seq = m.conference
           WHERE c.record IS NULL`,
  },
  {
    what: 'kinds of rows that are miscounted',
    rows: ['urls', 'pages', 'articles', 'revisions']
      .map(
        (of) => `SELECT '${of}' FROM (SELECT count(*) AS n FROM ${of}) AS counted
           WHERE n <> (SELECT coalesce(sum(n), 0) FROM tallies WHERE of = '${of}')`,
      )
      .concat(
        `SELECT key FROM tallies t WHERE of = 'articles'
           AND n <> (SELECT count(*) FROM articles WHERE coalesce(newspaper, '') = t.key)`,
        `SELECT 'conferences' FROM (SELECT count(*) AS n FROM conferences WHERE record IS NOT NULL)
           WHERE n <> (SELECT coalesce(sum(n), 0) FROM tallies WHERE of = 'conferences')`,
        `SELECT 'officials' FROM (SELECT count(*) AS n FROM officials WHERE mentions > 0)
           WHERE n <> (SELECT coalesce(sum(n), 0) FROM tallies WHERE of = 'officials')`,
      )
      .join(' UNION ALL '),
  },
  {
    what: 'officials whose mentions are miscounted',
    rows: `SELECT o.id FROM officials o LEFT JOIN official_mentions m ON m.official = o.seq
           GROUP BY o.seq HAVING o.mentions <> count(m.article) OR o.quotes <> coalesce(sum(m.quotes), 0)`,
  },
  {
    what: 'names or offices of officials that are miscounted',
    rows: `SELECT s.official FROM official_shares s LEFT JOIN official_mentions m
             ON m.official = s.official AND m.key = s.key
             GROUP BY s.official, s.key HAVING s.mentions <> count(m.article)
           UNION ALL
           SELECT h.official FROM official_offices h LEFT JOIN office_mentions m
             ON m.official = h.official AND m.office = h.office AND m.former = h.former
             GROUP BY h.official, h.office, h.former HAVING h.mentions <> count(m.article)
             OR h.first_day IS NOT min(nullif(m.day, '')) OR h.last_day IS NOT max(nullif(m.day, ''))`,
  },
];

/** Bodies that are nowhere, and bodies of WARC files that were not finished. */
const BODY_RULES: typeof RULES = [
  {
    what: 'raw pages that are neither here nor in a WARC file',
    rows: `SELECT hash FROM bodies b WHERE length(data) = 0
           AND NOT EXISTS (SELECT 1 FROM moved_bodies m WHERE m.hash = b.hash)`,
  },
  {
    what: 'raw pages in a WARC file that was not finished',
    rows: `SELECT hash FROM moved_bodies m JOIN warc_files w ON w.id = m.warc
           WHERE w.state <> 'complete'`,
  },
];

/** Every fault found, in words; [] when the archive is sound. Reads the whole file. */
export async function faults(db: Database): Promise<readonly string[]> {
  const found: string[] = [];
  const integrity = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(db);
  for (const row of integrity.rows)
    if (row.integrity_check !== 'ok') found.push(row.integrity_check);
  if (found.length > 0) return found;
  const references = await sql<{ table: string; parent: string }>`PRAGMA foreign_key_check`.execute(
    db,
  );
  for (const row of references.rows)
    found.push(`a row of ${row.table} refers to nothing in ${row.parent}`);
  for (const { what, rows } of [...RULES, ...BODY_RULES]) {
    const result = await sql<{ n: number }>`SELECT count(*) AS n FROM (${sql.raw(rows)})`.execute(
      db,
    );
    const n = result.rows[0]?.n ?? 0;
    if (n > 0) found.push(`${n} ${what}`);
  }
  return found;
}
