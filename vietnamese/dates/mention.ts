/** From a group of atoms to one mention: its span, with từ, đến hết, trước, sau … where they change the days. */
import type { Days } from './calendar.ts';
import { interval, shortest } from './edtf.ts';
import type { Group } from './group.ts';
import { leadingAt, toNowEnd, turnIn } from './joins.ts';
import { type Resolved, resolve } from './resolve.ts';
import { leanAt } from './tense.ts';
import type { Atom } from './value.ts';

/** What goes from one mention to the next: "cùng ngày" needs the day before. */
export interface State {
  readonly today: number | null;
  lastDay: number | null;
}

export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly resolved: Resolved | null;
}

function read(
  text: string,
  atom: Atom,
  state: State,
  notBefore: number | null = null,
): Resolved | null {
  const needsLean = !('year' in atom.value) || atom.value.year === null;
  return resolve(atom.value, {
    today: state.today,
    lastDay: state.lastDay,
    part: atom.part,
    lean: atom.lean ?? (needsLean ? leanAt(text, atom.start, atom.end) : null),
    notBefore,
  });
}

/** Where a mention begins and ends with the words that change it, and its days. */
export function readGroup(
  text: string,
  group: Group,
  floor: number,
  recurring: boolean,
  state: State,
): Reading {
  const first = group.left[0];
  const last = group.left.at(-1);
  if (first === undefined || last === undefined) return { start: 0, end: 0, resolved: null };
  const lead = leadingAt(text, first.start);
  const leading = lead !== null && lead.start >= floor ? lead : null;
  return group.right === null
    ? readSingle(text, first, leading, recurring, state)
    : readRange(text, group.left, group.right, leading, state);
}

function readRange(
  text: string,
  lefts: readonly Atom[],
  right: Atom,
  lead: ReturnType<typeof leadingAt>,
  state: State,
): Reading {
  const first = lefts[0] ?? right;
  const from = lead?.kind === 'from' ? lead.start : first.start;
  const turn = turnIn(text.slice(from, first.start));
  const last = lefts.at(-1) ?? first;
  // The right end first where it alone has a year; else the left one, and the right one behind it.
  const left = read(text, turn === 'after' ? last : first, state);
  const leftDay = left?.days.from ?? null;
  const end = read(text, right, state, needsYear(right) ? leftDay : null);
  if (left === null || end === null) return { start: from, end: right.end, resolved: null };
  const days: Days = {
    from: turn === 'after' ? plus(left.days.to, 1) : leftDay,
    to: end.days.to,
  };
  const approximate = left.approximate || end.approximate;
  if (days.from !== null && days.to !== null && days.from > days.to) {
    return { start: from, end: right.end, resolved: null };
  }
  return {
    start: from,
    end: right.end,
    resolved: { days, edtf: written(days, approximate, [...lefts, right]), approximate },
  };
}

function needsYear({ value }: Atom): boolean {
  if (value.kind === 'weekday') return true;
  return (
    (value.kind === 'day' ||
      value.kind === 'month' ||
      value.kind === 'quarter' ||
      value.kind === 'season') &&
    value.year === null
  );
}

function plus(day: number | null, days: number): number | null {
  return day === null ? null : day + days;
}

function readSingle(
  text: string,
  atom: Atom,
  lead: ReturnType<typeof leadingAt>,
  recurring: boolean,
  state: State,
): Reading {
  const alone = read(text, atom, state);
  const whole: Reading = { start: atom.start, end: atom.end, resolved: alone };
  const nowEnd = toNowEnd(text, atom.end);
  if (
    nowEnd > 0 &&
    (lead?.kind === 'from' || (lead === null && text.charAt(atom.end) !== ',')) &&
    !recurring
  ) {
    const start = lead?.start ?? atom.start;
    const days = { from: alone?.days.from ?? null, to: state.today };
    // "từ đầu năm đến nay" begins on 1 January sharp.
    const sharp =
      alone === null || atom.part !== 'early' ? alone : { ...alone, approximate: false };
    return {
      start,
      end: nowEnd,
      resolved: made(atom, sharp, state.today === null ? null : days),
    };
  }
  if (lead === null || (recurring && lead.kind === 'to')) return whole;
  const { from, to } = alone?.days ?? { from: null, to: null };
  const start = lead.start;
  switch (lead.kind) {
    case 'from-now':
      return {
        start,
        end: atom.end,
        resolved: made(atom, alone, state.today === null ? null : { from: state.today, to }),
      };
    case 'until':
      return { start, end: atom.end, resolved: made(atom, alone, { from: null, to }) };
    case 'from':
      return {
        start,
        end: atom.end,
        resolved: made(atom, alone, {
          from: turned(text.slice(start, atom.start), from, to),
          to: null,
        }),
      };
    case 'before':
      return {
        start,
        end: atom.end,
        resolved: made(atom, alone, { from: null, to: plus(from, -1) }),
      };
    case 'after':
      return { start, end: atom.end, resolved: made(atom, alone, { from: plus(to, 1), to: null }) };
    case 'to':
      // Of what will be so by then; what was so at a past day is the day alone.
      return state.today !== null && to !== null && to > state.today
        ? { start, end: atom.end, resolved: made(atom, alone, { from: null, to }) }
        : whole;
  }
}

function turned(words: string, from: number | null, to: number | null): number | null {
  const turn = turnIn(words);
  return turn === 'after' ? plus(to, 1) : turn === 'before' ? plus(from, -1) : from;
}

/** Whole months and years are written short, unless single days were printed. */
function written(days: Days, approximate: boolean, atoms: readonly Atom[]): string {
  const byDay = atoms.some(
    ({ value }) => value.kind === 'day' || value.kind === 'weekday' || value.kind === 'same',
  );
  return byDay ? interval(days, approximate) : shortest(days, approximate);
}

function made(atom: Atom, alone: Resolved | null, days: Days | null): Resolved | null {
  if (alone === null || days === null || (days.from === null && days.to === null)) return null;
  const { approximate } = alone;
  return { days, edtf: written(days, approximate, [atom]), approximate };
}
