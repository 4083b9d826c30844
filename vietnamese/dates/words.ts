/** The small words of dates as pieces of patterns; all lower case. */

/** One or two spaces; none to two. Bounded, so that no pattern can run long. */
export const S = '[ \\u00a0]{1,2}';
export const S0 = '[ \\u00a0]{0,2}';
/** No letter or digit follows. */
export const END = '(?![\\p{L}\\p{M}\\p{N}])';
export const DAY = '(?:[12]\\d|3[01]|0?[1-9])(?!\\d)';
export const MONTH = '(?:1[0-2]|0?[1-9])(?!\\d)';
export const YEAR = '(?:1\\d{3}|20\\d\\d|21\\d\\d)(?!\\d)';
export const MONTH_WORD =
  '(?:giêng|một|hai|ba|tư|năm|sáu|bảy|bẩy|tám|chín|mười một|mười hai|mười|chạp)';
export const DAY_PART =
  '(?:(?:đầu|cuối)(?: giờ| buổi)? (?:sáng|trưa|chiều|tối)|rạng sáng|sáng sớm|tờ mờ sáng|sáng|trưa|xế chiều|chiều tối|chiều muộn|chiều|tối muộn|tối|đêm muộn|đêm khuya|nửa đêm|đêm|khuya)';
export const WEEKDAY = `(?:thứ${S}(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ${S}nhật)${END}`;
/** "chiều thứ Hai, ngày " */
export const HEAD = `(?:${DAY_PART}${S})?(?:(?:ngày|hôm)${S})?(?:${WEEKDAY}(?:,|${S0}-)?${S})?(?:(?:ngày|hôm)${S})?(?:m[ùồ]ng${S})?`;
export const PART = '(?<part>đầu|giữa|cuối)';
export const MAYBE_PART = `(?:${PART}${S})?`;
/** The dash of a range. */
export const RANGE = `${S0}[-–—]${S0}`;
/** Days before our era have no place in the record. */
export const BEFORE_CHRIST = `(?<bc>${S}(?:trước${S}công${S}nguyên|tcn)${END})?`;
/** The years that are told by a word. */
export const YEAR_WORD = `(?:năm${S}(?:nay|ngoái|trước|rồi|vừa${S}(?:qua|rồi)|qua|kia|tới|sau)|sang${S}năm(?!${S}\\d{4}))${END}`;

const NUMBERS = [
  'một',
  'hai',
  'ba',
  'bốn',
  'năm',
  'sáu',
  'bảy',
  'tám',
  'chín',
  'mười',
  'mười một',
  'mười hai',
];
export const NUMBER_WORD = '(?:mười một|mười hai|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)';

/** "tư", "bốn", "giêng", "4", "IV" as numbers; NaN for anything else. */
export function numberOf(word: string | undefined): number {
  if (word === undefined) return Number.NaN;
  if (/^\d+$/u.test(word)) return Number(word);
  if (word === 'giêng') return 1;
  if (word === 'chạp') return 12;
  if (word === 'tư') return 4;
  if (word === 'bẩy') return 7;
  const roman = ['i', 'ii', 'iii', 'iv'].indexOf(word);
  if (roman >= 0) return roman + 1;
  const at = NUMBERS.indexOf(word);
  return at < 0 ? Number.NaN : at + 1;
}

/** The value of a Roman numeral, lower case; NaN if it is none. */
export function romanOf(word: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };
  let sum = 0;
  for (let i = 0; i < word.length; i++) {
    const value = values[word.charAt(i)];
    if (value === undefined) return Number.NaN;
    sum += value < (values[word.charAt(i + 1)] ?? 0) ? -value : value;
  }
  return sum;
}

/** "năm ngoái" -> the year before that of publication. */
export function yearOfWord(word: string, year: number): number {
  if (/ngoái|trước|rồi|qua/u.test(word)) return year - 1;
  if (/kia/u.test(word)) return year - 2;
  return /tới|sau|sang/u.test(word) ? year + 1 : year;
}

export function sticky(source: string): RegExp {
  return new RegExp(source, 'uy');
}
