/** What a printed name may mean on a day: the units of that name, and those that had gone by then. */
import { pathOf, REFORM_DAY, type UnitPath, unit } from './gazetteer.ts';
import type { FormerUnit, Unit, UnitLevel } from './gazetteer-data.ts';
import type { NameMatch } from './places-names.ts';

export interface Option {
  readonly level: UnitLevel;
  /** Code and path as of the day; of the deepest part that still existed. */
  readonly code: string | null;
  readonly path: UnitPath;
  readonly type: string;
  /** Not a unit of the day: gone before, or not there yet. */
  readonly stale: boolean;
  /** Codes of the units of that name, and of those it lay in. */
  readonly own: string;
  readonly district: string | null;
  readonly province: string | null;
  /** The state that still says what became of a unit that had gone; null for what never was a state. */
  readonly state: Unit | null;
}

export const RANK: Readonly<Record<UnitLevel, number>> = { province: 0, district: 1, commune: 2 };

function holds(u: Unit, day: string | null): boolean {
  const at = day ?? '0000-00-00';
  return (u.from ?? '') <= at && at <= (u.to ?? '9999');
}

/** The nearest unit above a code that exists on the day. */
function above(parent: string | null, lastDay: string | null, day: string | null): string | null {
  let code = parent;
  while (code !== null) {
    if (unit(code, day)) return code;
    code = unit(code, lastDay)?.parent ?? unit(code)?.parent ?? null;
  }
  return null;
}

function current(u: Unit, day: string | null): Option {
  const parent = u.parent === null ? undefined : unit(u.parent, day);
  const district = parent?.level === 'district' ? parent.code : null;
  const province =
    u.level === 'province' ? u.code : ((district ? parent?.parent : parent?.code) ?? null);
  return {
    level: u.level,
    code: u.code,
    path: pathOf(u.code, day),
    type: u.type,
    stale: false,
    own: u.code,
    district: u.level === 'district' ? u.code : district,
    province,
    state: u,
  };
}

function gone(u: Unit | FormerUnit, day: string | null): Option {
  const state = 'successors' in u ? u : null;
  const code = above(u.parent, state?.to ?? null, day);
  const path: UnitPath = code === null ? [null, null, null] : pathOf(code, day);
  const level = code === null ? null : (unit(code, day)?.level ?? null);
  const oldParent = u.parent === null ? undefined : unit(u.parent, state?.to ?? day);
  const district = oldParent?.level === 'district' ? oldParent.code : null;
  return {
    level: u.level,
    code,
    path,
    type: u.type,
    stale: true,
    own: u.code,
    district: u.level === 'district' ? u.code : district,
    province:
      level === 'province'
        ? code
        : level === 'district' && code
          ? (unit(code, day)?.parent ?? null)
          : null,
    state,
  };
}

const remembered = new WeakMap<object, Map<string, readonly Option[]>>();

/** The options of one name at one level; those of the day, and if there are none, or besides, the gone. */
export function optionsOf(
  match: NameMatch,
  level: UnitLevel,
  day: string | null,
): readonly Option[] {
  // Between two rounds nothing changes, but a cache by day is simpler and as good.
  const key = `${level} ${day}`;
  let byDay = remembered.get(match.node);
  if (!byDay) {
    byDay = new Map();
    remembered.set(match.node, byDay);
  }
  const known = byDay.get(key);
  if (known) return known;
  const units = match.node.units.filter((u) => u.level === level);
  const now = units.filter((u) => holds(u, day)).map((u) => current(u, day));
  const codes = new Set(now.map((o) => o.own));
  const past = units
    .filter((u) => !holds(u, day) && u.to !== null && u.to < (day ?? '') && !codes.has(u.code))
    .filter((u, i, all) => all.findIndex((other) => other.code === u.code) === i)
    .map((u) => gone(u, day));
  const former = match.node.former.filter((u) => u.level === level).map((u) => gone(u, day));
  const all: readonly Option[] = [...now, ...past, ...former];
  if (byDay.size > 64) byDay.clear();
  byDay.set(key, all);
  return all;
}

/** Units of that name and level that begin only after the day: for an article whose day is not known. */
export function comingOf(
  match: NameMatch,
  level: UnitLevel,
  day: string | null,
): readonly Option[] {
  const units = match.node.units.filter((u) => u.level === level);
  const first = units.filter((u, i) => units.findIndex((other) => other.code === u.code) === i);
  return first.map((u) => gone(u, day));
}

/** True where the day knows no districts. */
export function withoutDistricts(day: string | null): boolean {
  return day !== null && day >= REFORM_DAY;
}

/** Is `upper` the unit that `lower` lies in? */
export function liesIn(lower: Option, upper: Option): boolean {
  if (RANK[upper.level] >= RANK[lower.level]) return false;
  return upper.level === 'province'
    ? lower.province === upper.own || (lower.province === upper.code && upper.code !== null)
    : lower.district === upper.own;
}
