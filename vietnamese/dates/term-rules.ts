/** Rules for terms, school years and counted parts of a year. They go before all others: "9 tháng năm nay" is no "năm nay". */
import { dayNumber, partsOf, yearDays } from './calendar.ts';
import { yearIn } from './day-rules.ts';
import { fixed } from './edtf.ts';
import type { Rule } from './value.ts';
import { END, NUMBER_WORD, numberOf, RANGE, S, S0, sticky, YEAR } from './words.ts';

export const termRules: readonly Rule[] = [
  {
    example:
      'nhiệm kỳ 2020 - 2025 · giai đoạn 2021–2025 · giai đoạn từ 2015 đến 2020 · niên khóa 2018-2022',
    pattern: sticky(
      `(?:nhiệm${S}k[ỳì]|giai${S}đoạn|niên${S}kh[óo][aá]|khóa)${S}(?:5${S}năm${S})?(?:từ${S})?(?:năm${S})?(?<a>${YEAR})(?:${RANGE}|${S}(?:đến|tới)${S}(?:hết${S})?(?:năm${S})?)(?<b>${YEAR}|\\d\\d(?!\\d))${END}`,
    ),
    read: ({ a, b }) => {
      const from = Number(a);
      const to = b?.length === 2 ? from - (from % 100) + Number(b) : Number(b);
      return to < from ? null : fixed(yearDays(from, to), `${from}/${to}`);
    },
  },
  {
    example: 'năm học 2022 - 2023',
    pattern: sticky(`năm${S}học${S}(?<a>${YEAR})${RANGE}(?<b>${YEAR})${END}`),
    read: ({ a, b }) => {
      const [from, to] = [Number(a), Number(b)];
      if (to !== from + 1) return null;
      return fixed(
        { from: dayNumber(from, 9, 1), to: dayNumber(to, 6, 0) },
        `${from}-09~/${to}-05~`,
        true,
      );
    },
  },
  {
    example:
      '6 tháng đầu năm 2023 · ba tháng cuối năm · 9 tháng năm nay · 9 tháng của năm 2020 · hai quý đầu năm nay',
    pattern: sticky(
      `(?<n>1[0-2]|[1-9]|${NUMBER_WORD})${S}(?<unit>tháng|quý)${S}(?:(?<side>đầu|cuối)(?:${S}tiên(?:${S}của)?)?${S}năm(?!${S}(?:học|mới))(?:${S0}/?${S0}(?<y>${YEAR})|${S}(?<yw>(?:nay|này|ngoái|trước|sau|tới)))?|(?:của${S})?năm${S}(?:(?<y2>${YEAR})|(?<yw2>nay|ngoái|trước)))${END}`,
    ),
    read: (groups, reference) => {
      const word = groups.yw ?? groups.yw2;
      const year = yearIn(
        { y: groups.y ?? groups.y2, yw: word === undefined ? undefined : `năm ${word}` },
        reference,
      );
      const current = reference.today === null ? undefined : partsOf(reference.today).year;
      const at = year === null ? current : year;
      if (at === undefined) return { kind: 'unknown' };
      const count = numberOf(groups.n) * (groups.unit === 'quý' ? 3 : 1);
      if (!(count >= 1 && count <= 12)) return null;
      const late = groups.side === 'cuối';
      return { kind: 'months', year: at, first: late ? 13 - count : 1, last: late ? 12 : count };
    },
  },
  {
    example: 'tháng đầu năm 2021 · quý đầu năm nay · nửa đầu năm 2020',
    pattern: sticky(
      `(?<unit>tháng|quý|nửa)${S}(?<side>đầu|cuối)(?:${S}tiên(?:${S}của)?)?${S}năm(?!${S}(?:học|mới))(?:${S}(?<y>${YEAR})|${S}(?<yw>nay|này|ngoái|trước|sau|tới))?${END}`,
    ),
    read: (groups, reference) => {
      const year = yearIn(
        { y: groups.y, yw: groups.yw === undefined ? undefined : `năm ${groups.yw}` },
        reference,
      );
      const current = reference.today === null ? undefined : partsOf(reference.today).year;
      const at = year === null ? current : year;
      if (at === undefined) return { kind: 'unknown' };
      const count = groups.unit === 'nửa' ? 6 : groups.unit === 'quý' ? 3 : 1;
      const late = groups.side === 'cuối';
      return { kind: 'months', year: at, first: late ? 13 - count : 1, last: late ? 12 : count };
    },
  },
];
