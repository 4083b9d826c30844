/** What an event's name says by itself: ordinal, term of years, occasion. */
import type { Kind, Years } from './shapes.ts';

const WORDS: Readonly<Record<string, number>> = {
  nhất: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};
const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

export function roman(text: string): number | null {
  if (!/^[ivxlc]+$/iu.test(text)) return null;
  let sum = 0;
  const values = [...text.toLowerCase()].map((char) => ROMAN[char] ?? 0);
  values.forEach((value, i) => {
    sum += value < (values[i + 1] ?? 0) ? -value : value;
  });
  return sum;
}

function numberOf(text: string): number | null {
  if (/^\d{1,3}$/u.test(text)) return Number(text);
  return WORDS[text.toLowerCase()] ?? roman(text);
}

// takes: lần thứ XIX · thứ 14 · lần thứ nhất · lần 3 · Đại hội XIII · Hội nghị Trung ương 4
const ORDINAL =
  /(?:lần thứ|thứ|lần|trung ương)\s+(\d{1,3}|[ivxlc]+|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?![\p{L}\p{N}/])|^(?:đại hội|kỳ họp|kì họp)\s+(\d{1,2}|[ivxlc]+)(?![\p{L}\p{N}/])/iu;

export function ordinalOf(name: string): number | null {
  const match = ORDINAL.exec(name);
  const text = match?.[1] ?? match?.[2];
  if (text !== undefined) return numberOf(text);
  return /^kỳ họp đầu tiên/iu.test(name) ? 1 : null;
}

/** The year in a name, none of a term's: "Đại hội đồng cổ đông thường niên năm 2020". */
export function yearIn(name: string): number | null {
  const years = name.replace(TERM, '').match(/(?<![\p{N}/.])(?:19|20)\d\d(?![\p{N}/.])/gu) ?? [];
  return years.length === 1 ? Number(years[0]) : null;
}

/** The term of a council or assembly: "khóa XV". */
export function chamberOf(text: string): number | null {
  const number = /kh(?:óa|oá)\s+([IVXLC]+|\d{1,2})(?![\p{L}\p{N}])/u.exec(text)?.[1];
  return number === undefined ? null : numberOf(number);
}

// takes: nhiệm kỳ 2020 - 2025
const TERM = /nhiệm kỳ\s+((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)/iu;

export function termOf(text: string): Years | null {
  const match = TERM.exec(text);
  return match?.[1] && match[2] ? { from: Number(match[1]), to: Number(match[2]) } : null;
}

// takes: giữa nhiệm kỳ · 6 tháng đầu năm · quý II · 9 tháng · học kỳ I · năm học 2022 - 2023
const PERIOD =
  /giữa nhiệm kỳ|giữa kỳ|\d{1,2} tháng(?: (?:đầu|cuối) năm)?|sáu tháng (?:đầu|cuối) năm|quý (?:[ivIV]+|\d)|học kỳ (?:[ivIV]+|\d)|năm học (?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d/iu;
// takes: 5 năm thực hiện Chỉ thị 05 · 10 năm xây dựng nông thôn mới
const YEARS = /\d{1,3} năm (?!\d).*$/iu;
const YEAR = /(?:cuối )?năm (?:19|20)\d\d/iu;
// "sơ kết bằng phần hạn chế": how, not what.
const NO_MATTER =
  /^(?:bằng|vì|mà|để|nên|thì|với|trong|sau|trước|như|cho|là|được|có|không|nhiều|rất|theo|vào|từ)(?!\p{L})/iu;
const LED = /^(?:công tác|hoạt động|kết quả|phong trào thi đua|việc)\s+/iu;

/** The words that a name puts behind "của", "do" and "tại" are no occasion. */
function trimmed(text: string): string {
  return text.replace(/(?:,|(?<!\p{L})(?:của|do|tại)\s).*$/u, '').replace(/[\s,;:.–-]+$/u, '');
}

/** What the review or ceremony is about, as printed; null where the name does not say. */
export function occasionOf(name: string, kind: Kind): string | null {
  if (kind === 'le') {
    const about = /k[ỷỉ] niệm\s+(.+)$/iu.exec(name)?.[1];
    return about && !/^và\s/u.test(about) ? trimmed(about) || null : null;
  }
  if (kind !== 'so-ket' && kind !== 'tong-ket') return null;
  const rest = /(?:sơ|tổng) kết\s*(.*)$/isu.exec(name)?.[1];
  if (!rest) return null;
  const years = YEARS.exec(rest)?.[0];
  const period = PERIOD.exec(rest)?.[0];
  if (period && !(years && rest.indexOf(years) < rest.indexOf(period))) return period;
  if (years) return trimmed(years);
  const year = YEAR.exec(rest)?.[0];
  if (year) return year;
  const other = trimmed(rest).replace(LED, '');
  if (NO_MATTER.test(other)) return null;
  return (other.split(' ').length >= 2 && other !== 'chuyên đề') || other === 'năm' ? other : null;
}
