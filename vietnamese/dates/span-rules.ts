/** Rules for weeks, months, quarters, seasons, years and longer. The first one that fits wins. */
import { dayNumber, partsOf, weekday, yearDays } from './calendar.ts';
import { yearIn } from './day-rules.ts';
import { fixed } from './edtf.ts';
import type { Rule } from './value.ts';
import {
  END,
  MONTH,
  MONTH_WORD,
  NUMBER_WORD,
  numberOf,
  PART,
  romanOf,
  S,
  S0,
  sticky,
  YEAR,
  YEAR_WORD,
  yearOfWord,
} from './words.ts';

const part = `(?:${PART}${S})?`;
const ofYear = `(?:(?:,?${S}(?:của${S})?năm${S}|${S0}[/-]${S0}|\\.|${S})(?<y>${YEAR})(?![./-]\\d|/\\p{L})|${S}(?:của${S})?(?<yw>${YEAR_WORD}))`;
/** Days before our era have no place in the record. */
const BEFORE_CHRIST = `(?<bc>${S}(?:trước${S}công${S}nguyên|tcn)${END})?`;
const RANGE = `${S0}[-–—]${S0}`;

export const spanRules: readonly Rule[] = [
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
  {
    example: 'quý I/2023 · quý 3 năm nay · cuối quý IV',
    pattern: sticky(
      `${part}qu[ýí]${S}(?<q>iv|i{1,3}|[1-4]|${NUMBER_WORD})(?![\\p{L}\\p{N}])${ofYear}?${END}`,
    ),
    read: (groups, reference) => {
      const year = yearIn(groups, reference);
      const quarter = numberOf(groups.q);
      if (year === undefined) return { kind: 'unknown' };
      return quarter >= 1 && quarter <= 4 ? { kind: 'quarter', year, quarter } : null;
    },
  },
  {
    example: 'quý này · quý trước · đầu quý tới',
    pattern: sticky(`${part}qu[ýí]${S}(?<rel>này|trước|tới|sau)${END}`),
    read: ({ rel }, { today }) => {
      if (today === null) return { kind: 'unknown' };
      const { year, month } = partsOf(today);
      const shift = rel === 'này' ? 0 : rel === 'trước' ? -1 : 1;
      const index = year * 4 + Math.floor((month - 1) / 3) + shift;
      return { kind: 'quarter', year: Math.floor(index / 4), quarter: (index % 4) + 1 };
    },
  },
  {
    example: 'tháng 3 và 4 · tháng 9, 10 âm lịch: the second one, behind a month alone',
    pattern: sticky(
      `(?<m>${MONTH})(?:(?<lunar>${S}âm${S}lịch)|${S}năm${S}(?<y>${YEAR}))?(?=[,;)]|\\.?$|\\.${S}|${S}(?:và|này|tới|hàng|hằng|năm|vừa)${END})`,
    ),
    read: ({ m, y, lunar }) => ({
      kind: 'month',
      year: y === undefined ? null : Number(y),
      month: Number(m),
      lunar: lunar !== undefined,
      leap: false,
    }),
  },
  {
    example: 'tháng 4/2023 · cuối tháng 4 năm ngoái · tháng 7 âm lịch · tháng Chạp',
    pattern: sticky(
      `${part}tháng${S}(?<m>${MONTH}(?![.,]\\d{1,3}(?!\\d))|${MONTH_WORD}${END})(?<leap>${S}nhuận)?${ofYear}?(?<lunar>${S}(?:âm${S}lịch|âl)${END}|${S}\\((?:âm${S}lịch|âl)\\))?(?![\\p{L}\\p{M}\\p{N}%])(?!/\\d)`,
    ),
    read: (groups, reference) => {
      const year = yearIn(groups, reference);
      if (year === undefined) return { kind: 'unknown' };
      const lunar = groups.lunar !== undefined || /giêng|chạp/u.test(groups.m ?? '');
      return {
        kind: 'month',
        year,
        month: numberOf(groups.m),
        lunar,
        leap: groups.leap !== undefined,
      };
    },
  },
  {
    example: 'từ 9/2020 · đầu 5/2023',
    pattern: sticky(`${part}(?<m>${MONTH})/(?<y>${YEAR})(?![/-]?[\\p{L}\\p{N}])(?![.,]\\d)`),
    read: (groups) => ({
      kind: 'month',
      year: Number(groups.y),
      month: Number(groups.m),
      lunar: false,
      leap: false,
    }),
  },
  {
    example: 'tháng trước · đầu tháng này · cuối tháng',
    pattern: sticky(
      `${part}tháng(?:${S}(?<rel>này|trước|tới|sau|qua|rồi|vừa${S}(?:qua|rồi)))?${END}`,
    ),
    read: (groups, { today }) => {
      if (groups.rel === undefined && groups.part === undefined) return null;
      if (today === null) return { kind: 'unknown' };
      const { year, month, day } = partsOf(today);
      const rel = groups.rel ?? 'này';
      // As "tuần qua": the month up to publication.
      if (rel === 'qua' && groups.part === undefined) {
        return fixed({ from: dayNumber(year, month - 1, day) + 1, to: today }, null, true);
      }
      const shift = rel === 'này' ? 0 : /tới|sau/u.test(rel) ? 1 : -1;
      const at = partsOf(dayNumber(year, month + shift, 1));
      return { kind: 'month', year: at.year, month: at.month, lunar: false, leap: false };
    },
  },
  {
    example: 'mùa hè 2020 · hè năm nay · mùa thu năm 1945',
    pattern: sticky(
      `${part}(?<word>mùa${S})?(?<s>xuân|hè|hạ|thu|đông)(?:${S}(?:năm${S})?(?<y>${YEAR})|${S}(?<yw>${YEAR_WORD})|${S}(?<rel>này|vừa${S}(?:qua|rồi)|tới|sau|trước|năm${S}đó))${END}`,
    ),
    read: (groups, reference) => {
      const year = yearIn(groups, reference);
      // "doanh thu năm 2021", "cổ đông năm 2013" are no seasons.
      if (groups.word === undefined && groups.s !== 'hè') return null;
      if (year === undefined || (year === null && reference.today === null))
        return { kind: 'unknown' };
      const season = { xuân: 1, hè: 2, hạ: 2, thu: 3, đông: 4 }[groups.s ?? ''] ?? 1;
      return { kind: 'season', year, season };
    },
  },
  {
    example:
      'thập niên 90 · cuối thập kỷ 1980 · những năm 90 của thế kỷ trước · đầu những năm 2000',
    pattern: sticky(
      `${part}(?:thập${S}(?:niên|k[ỷỉ])|(?:những|các)${S}(?:thập${S}(?:niên|k[ỷỉ])|năm)(?=${S}(?:\\d0|1\\d\\d0|20\\d0)(?!\\d)))${S}(?<n>\\d0|1\\d\\d0|20\\d0)(?!\\d)(?!${S0}[-–]${S0}\\d)(?:${S}(?:của${S})?thế${S}k[ỷỉ]${S}(?:trước|20|xx|(?<c>19|xix))${END})?`,
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
      `${part}thế${S}k[ỷỉ]${S}(?:thứ${S})?(?:(?<n>2[01]|1?\\d)|(?<r>[ivxl]{1,5})|(?<rel>trước|này))${END}${BEFORE_CHRIST}`,
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
  {
    example: 'năm 2020 · đầu năm 1975',
    pattern: sticky(
      `${part}năm${S}(?<y>${YEAR}|[1-9]\\d{1,2}(?=${S}(?:(?:sau|trước)${S}công|tcn))|[3-9]\\d\\d(?=[,.;)]|$))(?![\\p{L}%])(?![.,/]\\d)${END}${BEFORE_CHRIST}`,
    ),
    read: ({ y, bc }) =>
      bc === undefined ? { kind: 'year', year: Number(y) } : { kind: 'unknown' },
  },
  {
    example: 'đầu 2020 · cuối 2019',
    pattern: sticky(`${PART}${S}(?<y>${YEAR})(?![\\p{L}%])(?![.,/]\\d)${END}`),
    read: ({ y }) => ({ kind: 'year', year: Number(y) }),
  },
  {
    example: 'năm nay · cuối năm ngoái · sang năm',
    pattern: sticky(`${part}(?<yw>${YEAR_WORD})`),
    read: ({ yw, part: side }, { today }) => {
      if (today === null) return { kind: 'unknown' };
      const { year, month, day } = partsOf(today);
      if (yw !== undefined && /^năm\s+qua$/u.test(yw) && side === undefined) {
        return fixed({ from: dayNumber(year - 1, month, day) + 1, to: today }, null, true);
      }
      return { kind: 'year', year: yearOfWord(yw ?? '', year) };
    },
  },
  {
    example: 'đầu năm · giữa năm · cuối năm, that of publication',
    pattern: sticky(`${PART}${S}năm${END}(?!${S}(?:học|mới|thứ|\\d|[ck]h[ií]nh))`),
    read: (_, { today }) =>
      today === null ? { kind: 'unknown' } : { kind: 'year', year: partsOf(today).year },
  },
  {
    example: 'tuần trước · tuần tới · tuần qua · cuối tuần này',
    pattern: sticky(
      `(?:(?<side>đầu|giữa|cuối)${S})?tuần${S}(?<rel>này|trước|tới|sau|qua|rồi|vừa${S}(?:qua|rồi))${END}`,
    ),
    read: ({ rel, side }, { today }) => {
      if (today === null) return { kind: 'unknown' };
      const word = rel ?? '';
      if (/^(?:qua|vừa)/u.test(word) && side === undefined)
        return fixed({ from: today - 6, to: today }, null, true);
      const monday =
        today - weekday(today) + 1 + (word === 'này' ? 0 : /tới|sau/u.test(word) ? 7 : -7);
      if (side === 'cuối') return fixed({ from: monday + 5, to: monday + 6 }, null, true);
      if (side !== undefined) {
        const first = side === 'đầu' ? monday : monday + 2;
        return fixed({ from: first, to: first + 1 }, null, true);
      }
      return fixed({ from: monday, to: monday + 6 }, null);
    },
  },
  {
    example: '2016-2020 · từ 2015 · SN 1988: cues are asked for in cues.ts',
    pattern: sticky(`(?<y>${YEAR})(?![\\p{L}%/])(?![.,]\\d)${END}`),
    read: ({ y }) => ({ kind: 'year', year: Number(y) }),
  },
];
