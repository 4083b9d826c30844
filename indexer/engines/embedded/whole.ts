/**
 * The answer to no question at all: every article, the newest first. The start page, the provinces and the tile map
 * ask for it whenever they are opened, so a reader counts the whole index once for each state of the file.
 */
import type { EngineAnswer, SearchRequest } from '../../../core/search.ts';
import type { Sqlite } from '../../../core/sqlite.ts';

type Counts = Pick<EngineAnswer, 'facets' | 'facetSizes'>;

/** Sets of facets that are kept: the start page's, the places alone, and what else is asked for now and then. */
const MOST_KEPT = 8;

interface Known {
  /** Changes with every commit of another connection. */
  readonly version: number;
  readonly total: number;
  /** Articles with a date. */
  readonly dated: number;
  readonly counts: Map<string, Counts>;
}

/** By connection; a file that takes another's place is another connection. */
const known = new WeakMap<Sqlite, Known>();

function knownOf(db: Sqlite): Known {
  const version = Number(db.pragma('data_version'));
  const before = known.get(db);
  if (before?.version === version) return before;
  const number = (sql: string) => Number(db.prepare(sql).get()?.n ?? 0);
  const fresh: Known = {
    version,
    total: number('SELECT count(*) AS n FROM doc'),
    dated: number('SELECT count(*) AS n FROM doc WHERE published IS NOT NULL'),
    counts: new Map(),
  };
  known.set(db, fresh);
  return fresh;
}

/**
 * Null where the connection writes itself, or where the page is not among the newest articles with a date: the
 * usual way answers then.
 * @param count facets of all articles
 */
export function wholeAnswer(
  db: Sqlite,
  request: Pick<SearchRequest, 'sort' | 'offset' | 'limit' | 'facets' | 'facetLimit'>,
  count: () => Counts,
): EngineAnswer | null {
  const { sort, offset, limit, facets, facetLimit = null } = request;
  if (!db.readOnly || sort !== 'newest') return null;
  const { total, dated, counts } = knownOf(db);
  if (offset + limit > dated) return null;
  const key = JSON.stringify([facets, facetLimit]);
  const facetted = counts.get(key) ?? count();
  if (counts.size >= MOST_KEPT) counts.clear();
  counts.set(key, facetted);
  const hits = db
    .prepare(
      `SELECT id FROM doc WHERE published IS NOT NULL ORDER BY published DESC, id LIMIT ? OFFSET ?`,
    )
    .all([limit, offset])
    .map(({ id }) => ({ id: String(id), score: 0.5, tier: 'none' as const }));
  return { total, hits, ...facetted };
}
