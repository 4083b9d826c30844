/** Rules for weeks, months, quarters, seasons and years. The first one that fits wins. */
import { dayNumber, partsOf, weekday } from './calendar.ts';
import { yearIn } from './day-rules.ts';
import { fixed } from './edtf.ts';
import type { Rule } from './value.ts';
import {
  BEFORE_CHRIST,
  END,
  MAYBE_PART,
  MONTH,
  MONTH_WORD,
  NUMBER_WORD,
  numberOf,
  PART,
  S,
  S0,
  sticky,
  YEAR,
  YEAR_WORD,
  yearOfWord,
} from './words.ts';

const ofYear = `(?:(?:,?${S}(?:của${S})?năm${S}|${S0}[/-]${S0}|\\.|${S})(?<y>${YEAR})(?![./-]\\d|/\\p{L})|${S}(?:của${S})?(?<yw>${YEAR_WORD}))`;

export const spanRules: readonly Rule[] = [
  {
    example: 'quý I/2023 · quý 3 năm nay · cuối quý IV',
    pattern: sticky(
      `${MAYBE_PART}qu[ýí]${S}(?<q>iv|i{1,3}|[1-4]|${NUMBER_WORD})(?![\\p{L}\\p{N}])${ofYear}?${END}`,
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
    pattern: sticky(`${MAYBE_PART}qu[ýí]${S}(?<rel>này|trước|tới|sau)${END}`),
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
      `${MAYBE_PART}tháng${S}(?<m>${MONTH}(?![.,]\\d{1,3}(?!\\d))|${MONTH_WORD}${END})(?<leap>${S}nhuận)?${ofYear}?(?<lunar>${S}(?:âm${S}lịch|âl)${END}|${S}\\((?:âm${S}lịch|âl)\\))?(?![\\p{L}\\p{M}\\p{N}%])(?!/\\d)`,
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
    pattern: sticky(`${MAYBE_PART}(?<m>${MONTH})/(?<y>${YEAR})(?![/-]?[\\p{L}\\p{N}])(?![.,]\\d)`),
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
      `${MAYBE_PART}tháng(?:${S}(?<rel>này|trước|tới|sau|qua|rồi|vừa${S}(?:qua|rồi)))?${END}`,
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
      `${MAYBE_PART}(?<word>mùa${S})?(?<s>xuân|hè|hạ|thu|đông)(?:${S}(?:năm${S})?(?<y>${YEAR})|${S}(?<yw>${YEAR_WORD})|${S}(?<rel>này|vừa${S}(?:qua|rồi)|tới|sau|trước|năm${S}đó))${END}`,
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
    example: 'năm 2020 · đầu năm 1975',
    pattern: sticky(
      `${MAYBE_PART}năm${S}(?<y>${YEAR}|[1-9]\\d{1,2}(?=${S}(?:(?:sau|trước)${S}công|tcn))|[3-9]\\d\\d(?=[,.;)]|$))(?![\\p{L}%])(?![.,/]\\d)${END}${BEFORE_CHRIST}`,
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
    pattern: sticky(`${MAYBE_PART}(?<yw>${YEAR_WORD})`),
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
