/**
 * The map of Vietnam by day: provinces, districts and communes from April 2023 on, what each became, and
 * where its land lies today. Days are `YYYY-MM-DD`; a day before April 2023, or null, means the first
 * known state; no day at all means the latest state of that code.
 *
 * Rounds of 2023 to 2025 stand on the day of the last resolutions in the list they are taken from
 * (tools/gazetteer/rounds.json); those of Hà Tĩnh and the reform of 1 July 2025 are exact.
 */
import { fold } from './fold.ts';
import { gazetteerData, type Unit, type UnitLevel } from './gazetteer-data.ts';

export type { FormerUnit, Unit, UnitLevel } from './gazetteer-data.ts';

/** [province, district, commune], names with type word; null = unknown, or not existing on that day. */
export type UnitPath = [string | null, string | null, string | null];

/** A unit of today that holds land of an older one; `partial`: that land was divided. */
export interface TodayUnit {
  readonly code: string;
  readonly path: UnitPath;
  readonly partial: boolean;
}

interface Index {
  /** States of each code, in the order of their days. */
  readonly byCode: ReadonlyMap<string, readonly Unit[]>;
  readonly byParent: ReadonlyMap<string, readonly Unit[]>;
  readonly byFolded: ReadonlyMap<string, readonly Unit[]>;
  readonly before: ReadonlyMap<Unit, readonly Unit[]>;
}

/** The first day on which there are no districts. */
export const REFORM_DAY = '2025-07-01';
const FIRST = '0000-00-00';
const LAST = '9999-99-99';

let index: Index | undefined;

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function gazetteer(): Index {
  if (index) return index;
  const byCode = new Map<string, Unit[]>();
  const byParent = new Map<string, Unit[]>();
  const byFolded = new Map<string, Unit[]>();
  const before = new Map<Unit, Unit[]>();
  for (const unit of gazetteerData().units) {
    add(byCode, unit.code, unit);
    if (unit.parent !== null) add(byParent, unit.parent, unit);
    add(byFolded, nameKey(unit.bare), unit);
    for (const next of unit.successors) add(before, next, unit);
  }
  index = { byCode, byParent, byFolded, before };
  return index;
}

function nameKey(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
}

function holds(unit: Unit, day: string): boolean {
  return (unit.from ?? FIRST) <= day && day <= (unit.to ?? LAST);
}

function dayOf(day: string | null | undefined): string {
  return day === undefined ? LAST : (day ?? FIRST);
}

/** The unit that a code means on a day; undefined if there was none. Without a day: its latest state. */
export function unit(code: string, day?: string | null): Unit | undefined {
  const states = gazetteer().byCode.get(code);
  if (day === undefined) return states?.at(-1);
  return states?.find((state) => holds(state, dayOf(day)));
}

/** Every unit of one level on a day, by code. */
export function unitsAt(day: string | null, level: UnitLevel): readonly Unit[] {
  return gazetteerData().units.filter((u) => u.level === level && holds(u, dayOf(day)));
}

/** The units directly under a code on a day, by code. */
export function children(code: string, day?: string | null): readonly Unit[] {
  const at = dayOf(day);
  return (gazetteer().byParent.get(code) ?? []).filter((u) => holds(u, at));
}

/** The path of a unit on a day; all null for a code that had no unit then. */
export function pathOf(code: string, day?: string | null): UnitPath {
  const path: UnitPath = [null, null, null];
  let found = unit(code, day);
  // Without a day the path is that of the unit's last day.
  const at = day === undefined ? (found?.to ?? LAST) : dayOf(day);
  while (found) {
    path[found.level === 'province' ? 0 : found.level === 'district' ? 1 : 2] = found.name;
    found = found.parent === null ? undefined : unit(found.parent, at);
  }
  return path;
}

/**
 * The units that hold the land of a unit today: its successors' successors to the end. For a district
 * every commune, for a province one. Empty where the data name no successor.
 */
export function today(code: string, day?: string | null): readonly TodayUnit[] {
  const start = unit(code, day);
  if (!start) return [];
  const at = day === undefined ? (start.to ?? LAST) : dayOf(day);
  const found = new Map<string, boolean>();
  follow(start, at, false, found);
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([now, partial]) => ({ code: now, path: pathOf(now, LAST), partial }));
}

function follow(from: Unit, at: string, partial: boolean, found: Map<string, boolean>): void {
  if (from.to === null) {
    found.set(from.code, (found.get(from.code) ?? true) && partial);
    return;
  }
  for (const next of from.successors) {
    follow(next, next.from ?? at, partial || from.partial, found);
  }
  if (from.level === 'district') {
    for (const child of children(from.code, at)) follow(child, at, partial, found);
  }
}

/**
 * The older units whose land a unit of today holds, back to the first known state, newest first. For a
 * province its provinces before, for a commune its communes before (and the district it may have been).
 */
export function predecessors(code: string): readonly Unit[] {
  const found = new Set<Unit>();
  const queue = [...(gazetteer().byCode.get(code) ?? [])].filter((state) => state.to === null);
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const old of gazetteer().before.get(next) ?? []) {
      if (!found.has(old)) queue.push(old);
      found.add(old);
    }
  }
  return [...found].sort((a, b) => ((a.to ?? LAST) < (b.to ?? LAST) ? 1 : -1));
}

/**
 * Units whose name without type word folds to the same ("loc ha", "Lộc Hà"), every state of them, or
 * only those of a day. Higher levels first.
 */
export function unitsNamed(name: string, day?: string | null): readonly Unit[] {
  const found = gazetteer().byFolded.get(nameKey(name)) ?? [];
  return day === undefined ? found : found.filter((u) => holds(u, dayOf(day)));
}

/** Units of one level on a day in Vietnamese order (a ă â … d đ e ê …), numbers by value. */
export function sortedNames(day: string | null, level: UnitLevel): readonly Unit[] {
  const order = new Intl.Collator('vi', { numeric: true });
  return [...unitsAt(day, level)].sort(
    (a, b) => order.compare(a.bare, b.bare) || (a.code < b.code ? -1 : 1),
  );
}

/** A code and those of the units above it on a day; without a day those of its latest state. */
export function codesAbove(code: string, day?: string | null): string[] {
  const codes: string[] = [];
  for (let next: string | null = code; next !== null; next = unit(next, day)?.parent ?? null) {
    if (codes.includes(next)) break;
    codes.push(next);
  }
  return codes;
}
