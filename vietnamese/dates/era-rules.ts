/** Rules for decades and centuries. */
import { partsOf, yearDays } from './calendar.ts';
import { fixed } from './edtf.ts';
import type { Rule } from './value.ts';
import { BEFORE_CHRIST, END, MAYBE_PART, RANGE, romanOf, S, S0, sticky } from './words.ts';

export const eraRules: readonly Rule[] = [
  {
    example:
      'thập niên 90 · cuối thập kỷ 1980 · những năm 90 của thế kỷ trước · đầu những năm 2000',
    pattern: sticky(
      `${MAYBE_PART}(?:thập${S}(?:niên|k[ỷỉ])|(?:những|các)${S}(?:thập${S}(?:niên|k[ỷỉ])|năm)(?=${S}(?:\\d0|1\\d\\d0|20\\d0)(?!\\d)))${S}(?<n>\\d0|1\\d\\d0|20\\d0)(?!\\d)(?!${S0}[-–]${S0}\\d)(?:${S}(?:của${S})?thế${S}k[ỷỉ]${S}(?:trước|20|xx|(?<c>19|xix))${END})?`,
    ),
    read: ({ n, c }) => {
      const from = n?.length === 4 ? Number(n) : (c === undefined ? 1900 : 1800) + Number(n);
      return fixed(yearDays(from, from + 9), `${String(from).slice(0, 3)}X`);
    },
  },
  {
    example: 'thế kỷ 12-14 · thế kỷ XVI - XVII',
    pattern: sticky(
      `thế${S}k[ỷỉ]${S}(?:thứ${S})?(?<a>2[01]|1?\\d|[ivx]{1,5})${RANGE}(?<b>2[01]|1?\\d|[ivx]{1,5})${END}${BEFORE_CHRIST}`,
    ),
    read: ({ a = '', b = '', bc }) => {
      if (bc !== undefined) return { kind: 'unknown' };
      const [from, to] = [a, b].map((n) => (/\d/u.test(n) ? Number(n) : romanOf(n)));
      if (from === undefined || to === undefined || !(from >= 1 && from < to && to <= 21))
        return null;
      const four = (year: number) => String(year).padStart(4, '0');
      const [first, last] = [from * 100 - 99, to * 100];
      return fixed(yearDays(first, last), `${four(first)}/${four(last)}`);
    },
  },
  {
    example: 'thế kỷ XX · đầu thế kỷ 20 · thế kỷ thứ 19 · thế kỷ trước',
    pattern: sticky(
      `${MAYBE_PART}thế${S}k[ỷỉ]${S}(?:thứ${S})?(?:(?<n>2[01]|1?\\d)|(?<r>[ivxl]{1,5})|(?<rel>trước|này))${END}${BEFORE_CHRIST}`,
    ),
    read: ({ n, r, rel, bc }, { today }) => {
      if (bc !== undefined) return { kind: 'unknown' };
      const now = today === null ? Number.NaN : Math.ceil(partsOf(today).year / 100);
      const century =
        rel !== undefined
          ? rel === 'này'
            ? now
            : now - 1
          : n === undefined
            ? romanOf(r ?? '')
            : Number(n);
      if (!(century >= 1 && century <= 21))
        return today === null && rel !== undefined ? { kind: 'unknown' } : null;
      const first = (century - 1) * 100 + 1;
      const four = (year: number) => String(year).padStart(4, '0');
      return fixed(yearDays(first, first + 99), `${four(first)}/${four(first + 99)}`);
    },
  },
];
