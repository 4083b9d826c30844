/** In which order found articles stand, and which of them a page shows. */
import { type SearchRequest, TEXT_FIELDS, type TextField } from '../../../core/search.ts';
import type { TierQuery } from '../../tiers.ts';
import type { Found } from './found.ts';
import type { OpenIndex } from './index-file.ts';
import { inHeadline, tierMatch } from './match.ts';
import { holdingMost } from './most.ts';
import { numbersIn } from './rows.ts';
import { inAll, notIn } from './sets.ts';

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

const NONE: Ranked = { rows: new Uint32Array(0), keys: new Float64Array(0) };

/** Those that are left. */
function among({ rows, keys }: Ranked, left: Uint32Array): Ranked {
  const key = new Map<number, number>();
  rows.forEach((n, i) => {
    key.set(n, keys[i] ?? 0);
  });
  const kept = inAll(rows, [left]);
  return { rows: kept, keys: Float64Array.from(kept, (n) => key.get(n) ?? 0) };
}

/** @param only of these; null for all */
function ranked({ statement }: OpenIndex, match: string, only: Uint32Array | null): Ranked {
  // "+": asked for each article by itself, ranks would be made ready anew for each. LIMIT: else SQLite would join
  // the two statements and could not rank.
  const ofThese = only === null ? '' : 'AND +rowid IN (SELECT value FROM json_each(?))';
  const row = statement(
    `SELECT group_concat(n, ' ') AS ns, group_concat(rank, ' ') AS ranks FROM
       (SELECT rowid AS n, ${RANK} AS rank FROM text WHERE text MATCH ? ${ofThese} LIMIT -1)`,
  ).all([match, ...(only === null ? [] : [JSON.stringify(Array.from(only))])])[0];
  const rows = numbersIn(String(row?.ns ?? ''));
  const keys = Float64Array.from(rows.length === 0 ? [] : String(row?.ranks).split(' '), Number);
  return { rows, keys };
}

/**
 * The articles of a tier, or those that have it in the headline, with their ranks.
 * @param only of these; null for all
 */
function ofTier(index: OpenIndex, tier: TierQuery, headline: boolean, only: Uint32Array | null) {
  const within = headline ? inHeadline : (match: string) => match;
  if (tier.need === tier.units.length)
    return ranked(index, headline ? inHeadline(`(${tierMatch(tier)})`) : tierMatch(tier), only);
  const { rows, either } = holdingMost(index.rows, tier, within);
  const some = only === null ? rows : inAll(rows, [only]);
  return some.length === 0 ? NONE : ranked(index, either, some);
}

/** As many groups as hold `wanted` articles. */
function byRelevance(index: OpenIndex, { plan, rows, narrowed }: Found, wanted: number): Group[] {
  const groups: Group[] = [];
  /** Those that stand in no group yet. */
  let left = rows;
  const add = (tier: TierQuery, headline: boolean) => {
    // What nobody asks for would be ranked in vain; but to name very many takes longer.
    const named = narrowed || (left.length < rows.length && left.length <= MANY);
    const all = ofTier(index, tier, headline, named ? left : null);
    const group = named || left === rows ? all : among(all, left);
    if (group.rows.length === 0) return;
    groups.push({ ...group, tier, headline, ranked: true });
    left = notIn(left, group.rows);
  };
  for (const tier of plan.tiers) {
    // What stands in the headline as a whole comes first; among a few one unit's rank sees to that itself.
    const many = tier.units.length > 1 || rows.length > MANY;
    if (rows.length - left.length < wanted && many) add(tier, true);
    if (rows.length - left.length < wanted) add(tier, false);
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
function part({ statement }: OpenIndex, group: Group, from: number, to: number): Standing[] {
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
  return statement('SELECT n, id FROM doc WHERE n IN (SELECT value FROM json_each(?))')
    .all([JSON.stringify([...key.keys()])])
    .map((row) => ({ id: String(row.id), key: key.get(Number(row.n)) ?? 0, group }))
    .sort((a, b) => a.key - b.key || (a.id < b.id ? -1 : 1))
    .slice(from - before, to - before);
}

/** A page of the groups. */
export function pageOf(
  index: OpenIndex,
  groups: readonly Group[],
  { offset, limit }: Pick<SearchRequest, 'offset' | 'limit'>,
): Standing[] {
  const shown: Standing[] = [];
  let before = 0;
  for (const group of groups) {
    const from = Math.max(0, offset - before);
    const to = Math.min(group.rows.length, offset + limit - before);
    if (from < to) shown.push(...part(index, group, from, to));
    before += group.rows.length;
  }
  return shown;
}
