/** Neighbouring dates made one where a range joins them, and given the month and year they share. */
import { gapBetween, leadingAt } from './joins.ts';
import type { Atom, Value } from './value.ts';

/** One mention: a date, or a range with its right end. */
export interface Group {
  /** More than one only in "từ sau dịp 30/4, 1/5 đến …". */
  readonly left: readonly Atom[];
  readonly right: Atom | null;
}

const GRAIN: Readonly<Record<Value['kind'], string>> = {
  day: 'day',
  weekday: 'day',
  same: 'day',
  month: 'month',
  months: 'month',
  quarter: 'quarter',
  season: 'season',
  year: 'year',
  fixed: 'fixed',
  unknown: 'unknown',
};
const sameGrain = (a: Atom, b: Atom) => GRAIN[a.value.kind] === GRAIN[b.value.kind];

/** Month and year of a date that prints neither come from the one behind: "24, 25 và 26/5/2023". */
export function shareYears(text: string, atoms: readonly Atom[]): Atom[] {
  const shared = [...atoms];
  for (let i = shared.length - 2; i >= 0; i--) {
    const left = shared[i];
    const right = shared[i + 1];
    if (left === undefined || right === undefined || gapBetween(text, left, right) === null)
      continue;
    shared[i] = {
      ...left,
      value: withYearOf(left.value, right.value),
      lean: left.lean ?? right.lean,
      recurring: left.recurring || (right.recurring && sameGrain(left, right)),
    };
  }
  return shared;
}

function withYearOf(left: Value, right: Value): Value {
  if (left.kind === 'day' && right.kind === 'day' && right.month !== null) {
    if (left.month === null) {
      // "từ 28 đến 3/5": the month before
      const back = left.day > right.day ? 1 : 0;
      const month = right.month - back || 12;
      const year = right.year === null ? null : right.year - (month > right.month ? 1 : 0);
      return { ...left, month, year, lunar: right.lunar };
    }
    if (left.year === null && right.year !== null) {
      return {
        ...left,
        year: right.year - (left.month > right.month ? 1 : 0),
        lunar: left.lunar || right.lunar,
      };
    }
  }
  if (left.kind === 'month' && left.year === null) {
    if (right.kind === 'month') {
      const year = right.year === null ? null : right.year - (left.month > right.month ? 1 : 0);
      return { ...left, year, lunar: left.lunar || right.lunar };
    }
    if (right.kind === 'day' && right.year !== null && right.month !== null) {
      return { ...left, year: right.year - (left.month > right.month ? 1 : 0) };
    }
  }
  if (left.kind === 'quarter' && right.kind === 'quarter' && left.year === null) {
    return { ...left, year: right.year };
  }
  return left;
}

/** "sáng nay 26/4" is one mention, "sáng nay (26/4)" and "sáng nay, 26/4" are two. */
export function mergeRepeats(text: string, atoms: readonly Atom[]): Atom[] {
  const merged: Atom[] = [];
  for (const atom of atoms) {
    const last = merged.at(-1);
    if (
      last !== undefined &&
      isRelative(text, last) &&
      text.slice(last.end, atom.start).trim() === '' &&
      isNumeric(text, atom)
    ) {
      merged[merged.length - 1] = { ...atom, start: last.start };
    } else merged.push(atom);
  }
  return merged;
}

function isRelative(text: string, { start, end, value }: Atom): boolean {
  return (
    (value.kind === 'day' || value.kind === 'unknown') &&
    /(?:nay|qua|mai)$/u.test(text.slice(start, end)) &&
    !/\d/u.test(text.slice(start, end))
  );
}

function isNumeric(text: string, { start, end, value }: Atom): boolean {
  return value.kind === 'day' && /^(?:ngày )?\d/u.test(text.slice(start, end));
}

/** The mentions of a text: ranges joined, all else alone. */
export function groupAtoms(text: string, atoms: readonly Atom[]): Group[] {
  const groups: Group[] = [];
  for (let i = 0; i < atoms.length; ) {
    const first = atoms[i];
    if (first === undefined) break;
    const open = leadingAt(text, first.start)?.kind === 'from';
    let last = i;
    // Inside "từ … đến …" a list is one end.
    if (open) {
      while (hang(text, atoms, last) === 'list' && last - i < 4) last++;
      if (!closes(text, atoms, last, open)) last = i;
    }
    if (closes(text, atoms, last, open)) {
      groups.push({ left: atoms.slice(i, last + 1), right: atoms[last + 1] ?? null });
      i = last + 2;
    } else {
      groups.push({ left: [first], right: null });
      i++;
    }
  }
  return groups;
}

function hang(text: string, atoms: readonly Atom[], i: number) {
  const [left, right] = [atoms[i], atoms[i + 1]];
  return left === undefined || right === undefined ? null : gapBetween(text, left, right);
}

function closes(text: string, atoms: readonly Atom[], i: number, open: boolean): boolean {
  const [left, right] = [atoms[i], atoms[i + 1]];
  const gap = hang(text, atoms, i);
  if (left === undefined || right === undefined || gap === null || gap === 'list') return false;
  if (left.recurring && !right.recurring) return false;
  if (gap === 'next') return sameGrain(left, right);
  if (gap === 'comma-to') return open;
  if (gap === 'to') return open || sameGrain(left, right) || left.part !== null;
  return sameGrain(left, right);
}
