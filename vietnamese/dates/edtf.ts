/** Days in Extended Date/Time Format (EDTF, ISO 8601-2), day precision at most. */
import { type Days, iso, partsOf } from './calendar.ts';
import type { Value } from './value.ts';

function side(day: number | null, approximate: boolean): string {
  const text = day === null ? null : iso(day);
  return text === null ? '..' : approximate ? `${text}~` : text;
}

/** "2023-04-11~/2023-04-20~", one day "2023-04-11", open "../2023-06-30". */
export function interval({ from, to }: Days, approximate: boolean): string {
  if (from !== null && from === to) return side(from, approximate);
  return `${side(from, approximate)}/${side(to, approximate)}`;
}

/** A value whose days are known at once; `edtf` null: made of the days. */
export function fixed(days: Days, edtf: string | null, approximate = false): Value {
  return { kind: 'fixed', days, edtf: edtf ?? interval(days, approximate), approximate };
}

/** The shortest form of whole months and years: "2023-05", "2021/2025"; else the days. */
export function shortest(days: Days, approximate: boolean): string {
  const { from, to } = days;
  const mark = approximate ? '~' : '';
  const first = from === null ? null : partsOf(from);
  const last = to === null ? null : partsOf(to);
  const next = to === null ? null : partsOf(to + 1);
  const monthStart = first === null || first.day === 1;
  const monthEnd = next === null || next.day === 1;
  if (!monthStart || !monthEnd || (first === null && last === null))
    return interval(days, approximate);
  const years = (first === null || first.month === 1) && (next === null || next.month === 1);
  const name = (at: { year: number; month: number } | null) =>
    at === null
      ? '..'
      : String(at.year).padStart(4, '0') +
        (years ? '' : `-${String(at.month).padStart(2, '0')}`) +
        mark;
  const [a, b] = [name(first), name(last)];
  return a === b ? a : `${a}/${b}`;
}
