/** Rules for single days. Where several fit, the first one wins, so longer forms stand first. */
import { dayNumber, isDay, partsOf, weekday } from './calendar.ts';
import type { Reference, Rule, Value } from './value.ts';
import {
  DAY,
  DAY_PART,
  END,
  HEAD,
  MONTH,
  MONTH_WORD,
  numberOf,
  S,
  S0,
  sticky,
  WEEKDAY,
  YEAR,
  YEAR_WORD,
  yearOfWord,
} from './words.ts';

type Groups = Readonly<Record<string, string | undefined>>;

/** The year printed, the year a word tells, or null; undefined = a word, and no day of publication. */
export function yearIn(groups: Groups, reference: Reference): number | null | undefined {
  if (groups.y !== undefined) return Number(groups.y);
  if (groups.yy !== undefined) return 2000 + Number(groups.yy);
  if (groups.yw === undefined) return null;
  return reference.today === null
    ? undefined
    : yearOfWord(groups.yw, partsOf(reference.today).year);
}

function day(groups: Groups, reference: Reference): Value | null {
  const year = yearIn(groups, reference);
  if (year === undefined) return { kind: 'unknown' };
  const month = numberOf(groups.m);
  const date = numberOf(groups.d);
  const lunar = groups.lunar !== undefined;
  // 29 February is possible in some year.
  if (lunar ? date > 30 : !isDay(year ?? 2000, month, date)) return null;
  return { kind: 'day', year, month, day: date, lunar, leap: groups.leap !== undefined };
}

/** Nothing of a document's number, a decimal, a house number follows. */
const NUMBER_END = '(?![\\p{L}\\p{N}%])(?!/[\\p{L}\\p{N}])(?![.,]\\d)(?!-\\p{L})(?! ?%)';
/** What leads from "ngày 24" on to the day that has the month: " và 25/5", " đến hết sáng 26/5". */
const ON = `,${S}|${S}[-–—]${S}|${S0}&${S0}|,?${S}(?:và|hoặc|hay|rồi|cùng)${S}|,?${S}(?:cho${S})?(?:đến|tới)${S}(?:hết${S})?|${S}${DAY_PART}${S}`;
const listTail = (on: string, monthSign: string) =>
  `(?:(?:${on})${HEAD}${DAY}(?![/.-]\\d)){0,8}(?:${on})${HEAD}${DAY}(?:${monthSign}${MONTH}(?:${monthSign}${YEAR})?${NUMBER_END}|${S}tháng${S}(?:\\d|${MONTH_WORD}${END}))`;
/** In "ngày 30-4 đến 2-5" the dash stands before a month, in "ngày 9-10/9" between days. */
const LIST_TAIL = `(?:${listTail(`${ON}|[-–—]`, '/')}|${listTail(ON, '[-.]')})`;

const ofYear = `(?:(?:,?${S}năm${S}|${S0}/${S0}|${S}-${S}|-|\\.)(?<y>${YEAR})|${S}(?<yw>${YEAR_WORD}))?`;
const LUNAR = `(?:${S}(?:âm${S}lịch|âl)${END}|${S}\\((?:âm${S}lịch|âl)\\))`;

/** The sixty years' cycle: "Tân Sửu". It names the nearest such year, so it adds nothing to the days. */
const CYCLE = `(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)${S}(?:tý|sửu|dần|mão|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi)`;
const SOLAR_FEASTS = new Set(['8/3', '1/5', '2/9', '1/6']);

export const dayRules: readonly Rule[] = [
  {
    example: 'Thứ sáu, ngày 26/05/2023 · 24.5.2023 · 24-5-2023',
    pattern: sticky(
      `${HEAD}(?<d>${DAY})${S0}(?<sep>[/.-])${S0}(?<m>${MONTH})${S0}\\k<sep>${S0}(?<y>${YEAR})(?!/?\\p{L})(?![/-]\\d)(?<lunar>${LUNAR})?`,
    ),
    read: day,
  },
  {
    example: 'ngày 9-10/2020',
    pattern: sticky(
      `(?=${DAY_PART}|ngày|hôm)${HEAD}(?<d>${DAY})-(?<m>${MONTH})/(?<y>${YEAR})${NUMBER_END}`,
    ),
    read: day,
  },
  {
    example: '2023-05-24',
    pattern: sticky(`(?<y>${YEAR})-(?<m>\\d\\d)-(?<d>\\d\\d)(?![\\p{L}\\p{N}/-])`),
    read: day,
  },
  {
    example: 'ngày 24/5/23',
    pattern: sticky(
      `(?=${DAY_PART}|ngày)${HEAD}(?<d>${DAY})/(?<m>${MONTH})/(?<yy>[012]\\d)${NUMBER_END}`,
    ),
    read: day,
  },
  {
    example: 'rằm tháng Giêng 2023 · rằm tháng 7 · mùng 10 tháng 3 âm lịch · 23 tháng Chạp',
    pattern: sticky(
      `(?:${DAY_PART}${S})?(?:ngày${S})?(?:(?<full>rằm)|m[ùồ]ng${S}(?<new>${DAY})|(?<d>${DAY})(?=${S}tháng${S}(?:giêng|chạp)))${S}tháng${S}(?<m>${MONTH}|${MONTH_WORD}${END})(?<leap>${S}nhuận)?(?:${S}(?:năm${S})?(?<y>${YEAR})|${S}(?<yw>${YEAR_WORD})|${S}năm${S}${CYCLE}${END})?(?<lunar>${LUNAR})?`,
    ),
    read: (groups, reference) => {
      const date = groups.full === undefined ? (groups.new ?? groups.d) : '15';
      // "mùng 8 tháng 3" is Women's Day; other "mùng" dates in words are lunar.
      const solar = groups.lunar === undefined && SOLAR_FEASTS.has(`${date}/${groups.m}`);
      return day({ ...groups, d: date, lunar: solar ? undefined : 'lunar' }, reference);
    },
  },
  {
    example: 'ngày 10/3 âm lịch · 15 tháng 2 nhuận (âm lịch) · mùng 3/3 năm 2023 (âm lịch)',
    pattern: sticky(
      `${HEAD}(?<d>${DAY})(?:/|${S}tháng${S})(?<m>${MONTH}|${MONTH_WORD}${END})(?<leap>${S}nhuận)?(?:${S}(?:năm${S})?(?<y>${YEAR})|${S}(?<yw>${YEAR_WORD}))?(?<lunar>${LUNAR})`,
    ),
    read: day,
  },
  {
    example: 'mùng 1 Tết · 29 Tết năm nay',
    pattern: sticky(
      `(?:${DAY_PART}${S})?(?:ngày${S})?(?:m[ùồ]ng${S}(?<new>[1-9]|${MONTH_WORD}${END})|(?<old>2[5-9]|30))${S}tết${END}(?:${S}(?:nguyên${S}đán${S})?(?:năm${S})?(?<y>${YEAR})|${S}(?<yw>${YEAR_WORD}))?`,
    ),
    read: (groups, reference) =>
      groups.new !== undefined
        ? day({ ...groups, d: groups.new, m: '1', lunar: 'lunar' }, reference)
        : day({ ...groups, d: groups.old, m: '12', lunar: 'lunar' }, reference),
  },
  {
    example: 'ngày 19 tháng 5 năm 2023 · 2 tháng 9; not "6 tháng một lần"',
    pattern: sticky(
      `${HEAD}(?<d>${DAY})${S}tháng${S}(?<m>${MONTH}|${MONTH_WORD}${END})(?!${S}(?:ngày|tuổi|rưỡi|lần))${ofYear}${END}`,
    ),
    read: day,
  },
  {
    example: 'chiều 24/5 · ngày 24/5 năm nay',
    pattern: sticky(
      `${HEAD}(?<d>${DAY})/(?<m>${MONTH})${NUMBER_END}(?:,?${S}năm${S}(?<y>${YEAR})|${S}(?<yw>${YEAR_WORD}))?`,
    ),
    read: day,
  },
  {
    example: 'ngày 9-10/9: the first of two days that share their month',
    pattern: sticky(`${HEAD}(?<d>${DAY})(?=${LIST_TAIL})`),
    read: (groups) => ({
      kind: 'day',
      year: null,
      month: null,
      day: Number(groups.d),
      lunar: false,
      leap: false,
    }),
  },
  {
    example: 'ngày 24-5 · sáng 24.5 · behind another day also without "ngày"',
    pattern: sticky(
      `${HEAD}(?<d>${DAY})[-.](?<m>${MONTH})(?![\\p{L}\\p{N}%]|[,/-][\\p{L}\\p{N}]|\\.\\d)(?!${S}(?:tháng|${MONTH}/))`,
    ),
    read: day,
  },
  {
    example: 'ngày 24 tháng này · ngày 3 tháng trước',
    pattern: sticky(
      `(?=${DAY_PART}|ngày|hôm|m[ùồ]ng)${HEAD}(?<d>${DAY})${S}tháng${S}(?<rel>này|trước|sau|tới)${END}`,
    ),
    read: (groups, { today }) => {
      if (today === null) return { kind: 'unknown' };
      const { year, month } = partsOf(today);
      const shift = groups.rel === 'này' ? 0 : groups.rel === 'trước' ? -1 : 1;
      const at = partsOf(dayNumber(year, month + shift, 1));
      return day({ d: groups.d, m: String(at.month), y: String(at.year) }, { today });
    },
  },
  {
    example: 'ngày 24, where no unit follows ("ngày 3 lần")',
    pattern: sticky(
      `(?:${DAY_PART}${S})?(?:ngày|hôm|m[ùồ]ng)${S}(?:m[ùồ]ng${S})?(?<d>${DAY})(?=\\.?$|[;:)]|\\.${S}|,(?!\\d)|${S}(?:hàng|hằng|mỗi|thì|là|sẽ|đã|tại|ở|trở|dương)${END})`,
    ),
    read: (groups) => ({
      kind: 'day',
      year: null,
      month: null,
      day: Number(groups.d),
      lunar: false,
      leap: false,
    }),
  },
  {
    example: 'hôm nay · sáng nay · đêm qua · ngày mai · tối hôm qua',
    pattern: sticky(
      `(?:(?:${DAY_PART})${S})?(?:ngày${S})?(?:(?<=${DAY_PART}${S})(?<short>nay|qua|mai)|hôm${S}(?<hom>nay|qua|kia)|(?<=ngày${S})(?<mai>mai|kia))${END}`,
    ),
    read: (groups, { today }) => {
      if (today === null) return { kind: 'unknown' };
      const word = groups.short ?? groups.hom ?? groups.mai;
      const shift =
        { nay: 0, qua: -1, mai: 1, kia: groups.mai === undefined ? -2 : 2 }[word ?? 'nay'] ?? 0;
      const { year, month, day: date } = partsOf(today + shift);
      return { kind: 'day', year, month, day: date, lunar: false, leap: false };
    },
  },
  {
    example: 'chiều cùng ngày',
    pattern: sticky(`(?:${DAY_PART}${S})?cùng${S}ngày${END}`),
    read: () => ({ kind: 'same' }),
  },
  {
    example: 'thứ Hai tuần tới · chiều Chủ nhật · thứ bảy hàng tuần',
    pattern: sticky(
      `(?<head>${DAY_PART}${S})?(?<day>(?:ngày|hôm)${S})?(?<wd>${WEEKDAY})(?:${S}(?<near>tuần${S}(?:này|trước|tới|sau|qua|rồi|vừa${S}qua)|này|vừa${S}(?:qua|rồi)))?`,
    ),
    read: (groups, { today }) => {
      const word = (groups.wd ?? '').replace(/^thứ\s+/u, '');
      const wanted = word.startsWith('chủ') ? 7 : numberOf(word) - 1;
      if (groups.near === undefined) return { kind: 'weekday', weekday: wanted };
      if (today === null) return { kind: 'unknown' };
      const near = groups.near.replace(/\s+/gu, ' ');
      const monday = today - weekday(today) + 1;
      let at = monday + wanted - 1;
      if (/^tuần (?:trước|qua|rồi|vừa)/u.test(near)) at -= 7;
      else if (/^tuần (?:tới|sau)/u.test(near)) at += 7;
      else if (near.startsWith('vừa') && at > today) at -= 7;
      const { year, month, day: date } = partsOf(at);
      return { kind: 'day', year, month, day: date, lunar: false, leap: false };
    },
  },
];
