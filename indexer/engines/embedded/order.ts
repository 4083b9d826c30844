/** In which order found articles stand, and which of them a page shows. */
import { type SearchRequest, TEXT_FIELDS, type TextField } from '../../../core/search.ts';
import type { Sqlite } from '../../../core/sqlite.ts';
import type { TierQuery } from '../../tiers.ts';
import { type Found, inAll } from './found.ts';
import type { OpenIndex } from './index-file.ts';
import { inHeadline, tierMatch } from './match.ts';
import { holdingMost } from './most.ts';
import { numbersIn } from './rows.ts';

/** Articles that stand before those of the next group; within it by key, the smallest first, then by id. */
export interface Group {
  readonly rows: Uint32Array;
  readonly keys: Float64Array;
  /** Null where nothing was asked. */
  readonly tier: TierQuery | null;
  /** What was asked stands in the headline. */
  readonly headline: boolean;
  /** The key is the rank. */
  readonly ranked: boolean;
}

export interface Standing {
  readonly id: string;
  readonly key: number;
  readonly group: Group;
}

/** How much a field counts in ranking (BM25 column weights). */
const FIELD_WEIGHTS: Readonly<Record<TextField, number>> = {
  headline: 10,
  sapo: 5,
  captions: 3,
  quotes: 2,
  people: 2,
  places: 1.5,
  body: 1,
};
const weights = TEXT_FIELDS.map((field) => FIELD_WEIGHTS[field]);
const RANK = `bm25(text, ${[...weights, ...weights].join(', ')})`;

/** To rank more articles than this takes longer than to look first for those with the question in the headline. */
const MANY = 2_000;

/** What has no date stands last; JSON knows no infinity. */
const LAST = Number.MAX_VALUE;

function byDate({ documents }: OpenIndex, { rows, plan }: Found, newest: boolean): Group {
  const keys = documents.published(rows).map((at) => (Number.isNaN(at) ? LAST : newest ? -at : at));
  return { rows, keys, tier: plan.tiers.at(-1) ?? null, headline: false, ranked: false };
}

interface Ranked {
  readonly rows: Uint32Array;
  readonly keys: Float64Array;
}

/** @param only articles that count; null for all */
function ranked(db: Sqlite, match: string, only: Uint32Array | null): Ranked {
  // "+": asked for each article by itself, ranks would be made ready anew for each. LIMIT: else SQLite would join
  // the two statements and could not rank.
  const among = only === null ? '' : 'AND +rowid IN (SELECT value FROM json_each(?))';
  const row = db
    .prepare(
      `SELECT group_concat(n, ' ') AS ns, group_concat(rank, ' ') AS ranks FROM
       (SELECT rowid AS n, ${RANK} AS rank FROM text WHERE text MATCH ? ${among} LIMIT -1)`,
    )
    .all([match, ...(only === null ? [] : [JSON.stringify(Array.from(only))])])[0];
  const rows = numbersIn(String(row?.ns ?? ''));
  const keys = Float64Array.from(rows.length === 0 ? [] : String(row?.ranks).split(' '), Number);
  return { rows, keys };
}

/** The articles of a tier, or those that have it in the headline, with their ranks. */
function ofTier(index: OpenIndex, tier: TierQuery, headline: boolean, found: Found): Ranked {
  const within = headline ? inHeadline : (match: string) => match;
  if (tier.need === tier.units.length) {
    const match = headline ? inHeadline(`(${tierMatch(tier)})`) : tierMatch(tier);
    return ranked(index.db, match, found.narrowed ? found.rows : null);
  }
  const { rows, either } = holdingMost(index.rows, tier, within);
  const only = inAll(rows, [found.rows]);
  return only.length === 0
    ? { rows: only, keys: new Float64Array(0) }
    : ranked(index.db, either, only);
}

/** Without those that stand in an earlier group; they are added to them. */
function leaveOut(taken: Set<number>, { rows, keys }: Ranked): Ranked {
  const left: number[] = [];
  rows.forEach((n, i) => {
    if (!taken.has(n)) left.push(i);
  });
  const kept = Uint32Array.from(left, (i) => rows[i] ?? 0);
  for (const n of kept) taken.add(n);
  return { rows: kept, keys: Float64Array.from(left, (i) => keys[i] ?? 0) };
}

/** As many groups as hold `wanted` articles. */
function byRelevance(index: OpenIndex, found: Found, wanted: number): Group[] {
  const groups: Group[] = [];
  const taken = new Set<number>();
  const add = (tier: TierQuery, headline: boolean) => {
    const group = leaveOut(taken, ofTier(index, tier, headline, found));
    if (group.rows.length > 0) groups.push({ ...group, tier, headline, ranked: true });
  };
  for (const tier of found.plan.tiers) {
    // What stands in the headline as a whole comes first; among a few one unit's rank sees to that itself.
    if (taken.size < wanted && (tier.units.length > 1 || found.rows.length > MANY)) add(tier, true);
    if (taken.size < wanted) add(tier, false);
  }
  return groups;
}

/** The groups in which the first `wanted` of what was found stand. */
export function ordered(
  index: OpenIndex,
  found: Found,
  sort: SearchRequest['sort'],
  wanted: number,
): readonly Group[] {
  if (found.rows.length === 0 || wanted === 0) return [];
  if (sort !== 'relevance') return [byDate(index, found, sort === 'newest')];
  if (found.plan.tiers.length > 0)
    return byRelevance(index, found, Math.min(wanted, found.rows.length));
  const keys = new Float64Array(found.rows.length);
  return [{ rows: found.rows, keys, tier: null, headline: false, ranked: false }];
}

/** Those that stand from place `from` on and before place `to`: only their ids are read, and their equals'. */
function part(db: Sqlite, group: Group, from: number, to: number): Standing[] {
  const { rows, keys } = group;
  const sorted = keys.slice().sort();
  const low = sorted[from] ?? 0;
  const high = sorted[to - 1] ?? 0;
  const key = new Map<number, number>();
  rows.forEach((n, i) => {
    const own = keys[i] ?? 0;
    if (own >= low && own <= high) key.set(n, own);
  });
  const before = sorted.indexOf(low);
  return db
    .prepare('SELECT n, id FROM doc WHERE n IN (SELECT value FROM json_each(?))')
    .all([JSON.stringify([...key.keys()])])
    .map((row) => ({ id: String(row.id), key: key.get(Number(row.n)) ?? 0, group }))
    .sort((a, b) => a.key - b.key || (a.id < b.id ? -1 : 1))
    .slice(from - before, to - before);
}

/** A page of the groups. */
export function pageOf(
  db: Sqlite,
  groups: readonly Group[],
  { offset, limit }: Pick<SearchRequest, 'offset' | 'limit'>,
): Standing[] {
  const shown: Standing[] = [];
  let before = 0;
  for (const group of groups) {
    const from = Math.max(0, offset - before);
    const to = Math.min(group.rows.length, offset + limit - before);
    if (from < to) shown.push(...part(db, group, from, to));
    before += group.rows.length;
  }
  return shown;
}
