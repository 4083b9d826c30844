/** On which days an event is, and whether it lies ahead of the article. */
import { lexicon } from './lexicon.ts';
import type { DateSeen, Days, Status } from './shapes.ts';
import type { Spot } from './spot.ts';
import { between } from './text.ts';

/** Longer spans are terms, years and plans, not the days of a meeting. */
const LONGEST_DAYS = 62;
/** Characters between a date and an event of which nothing is told but the name. */
const FAR = 60;
const DAY = 86_400_000;

const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY + 1;

function usable({ from, to, recurring, birth }: DateSeen): boolean {
  return !recurring && !birth && from !== null && to !== null && days(from, to) <= LONGEST_DAYS;
}

export interface When {
  readonly date: Days | null;
  /** The words of the date: "sáng nay". */
  readonly text: string;
  readonly status: Status | null;
}

// takes: " diễn ra ", " (", " được tổ chức vào ", " do UBND xã A tổ chức "
const LEADS_TO_DATE =
  /^[\s,(]*(?:(?:sẽ|đã|vừa|được|dự kiến|sắp|cũng|đang|chính thức)\s+)*(?:(?:diễn ra|tổ chức|khai mạc|bế mạc|họp|tiến hành|do .{3,70} tổ chức|được .{3,70} tổ chức|kh(?:óa|oá) [\p{L}\d]+|của .{3,60}|tại .{2,60}|trong hai|trong|vào|hôm|hồi|ngày|từ)[\s,(]*)*$/u;

// takes: "khai mạc vào thứ ba, ngày "
const BEGINS_ON = /(?:khai mạc|diễn ra|tổ chức|tiến hành)[^.;]{0,25}$/u;

/** "6/2 (tức ngày 10 tháng Giêng)": the same day once more. */
const LUNAR_TOO = /(?:tức|nhằm)(?: là)?(?: ngày)?\s*$|\([^)]{0,30}$/u;

const outsideBrackets = (text: string) => text.replace(/\([^)]{0,60}\)/gu, ' ');

/** The date that goes with the spot. `dates`: those of the paragraph, in order. */
function dateOf(spot: Spot, dates: readonly DateSeen[], announced: boolean): DateSeen[] {
  const { list, passage } = spot.line;
  const start = list[spot.at]?.start ?? 0;
  const end = list[Math.max(spot.end - 1, spot.at)]?.end ?? start;
  const first = list[spot.from]?.start ?? 0;
  const last = list[spot.to - 1]?.end ?? end;
  const inside = dates.filter((date) => date.start >= first && date.end <= last);
  const near = inside.filter(usable);
  // "Chiều 15.5, …" of an unknown year: it is that day, and no other that the sentence tells of.
  const open = inside.filter(
    ({ from, to, recurring }) => from === null && to === null && !recurring,
  );
  const unknown = open.findLast(
    (date) => date.end <= start && !LUNAR_TOO.test(passage.text.slice(0, date.start)),
  );
  if (announced && near.length > 0 && unknown !== undefined) {
    if (!near.some((date) => date.end <= start && date.start > unknown.start)) return [];
  }
  const after = near.filter((date) => date.start >= end);
  const next = after[0];
  if (
    next !== undefined &&
    LEADS_TO_DATE.test(outsideBrackets(passage.text.slice(end, next.start)))
  )
    return couple(next, after, passage.text);
  const before = near.filter(
    (date) => date.end <= start && !passage.text.slice(date.end, start).includes(';'),
  );
  const previous = before.at(-1);
  // "Ngày 19/4, HĐQT nhận được văn bản … chương trình họp đại hội": that day is not the event's.
  if (previous !== undefined && (announced || start - previous.end <= FAR)) {
    const pair = before.at(-2);
    return pair !== undefined &&
      /^\s*(?:và|[-–,])\s*$/u.test(passage.text.slice(pair.end, previous.start))
      ? [pair, previous]
      : [previous];
  }
  if (
    next === undefined ||
    !(
      announced || BEGINS_ON.test(passage.text.slice(Math.max(end, next.start - 40), next.start))
    ) ||
    next.start - end > 120 ||
    passage.text.slice(end, next.start).includes(';')
  )
    return [];
  return couple(next, after, passage.text);
}

/** "ngày 28 và 29/7": two neighbours are the first and the last day. */
function couple(one: DateSeen, all: readonly DateSeen[], text: string): DateSeen[] {
  const two = all[all.indexOf(one) + 1];
  // "khai mạc vào thứ ba, ngày 20/7 và bế mạc vào …": one day told twice.
  if (two !== undefined && two.from === one.from && two.to === one.to) {
    const last = couple(two, all, text);
    return last.length > 1 ? last : [one];
  }
  const joined =
    two !== undefined &&
    /^\s*(?:và(?: sẽ)?(?: bế mạc)?(?: vào)?|[-–,])\s*$/u.test(text.slice(one.end, two.start));
  return joined && two ? [one, two] : [one];
}

/** Index of the last word of a list that stands in [from, to), -1. */
function lastOf(spot: Spot, list: 'future' | 'past', from: number, to: number): number {
  const words = lexicon()[list];
  for (let at = to - 1; at >= from; at--) {
    if (words.at(spot.line.list, at) > 0) return at;
  }
  return -1;
}

const WILL =
  /^(?:sẽ|dự kiến|sắp|chuẩn bị)(?:\s+\p{L}+)?\s+(?:tổ|diễn|khai|họp|tiến|được|có|bầu|bế|xem|quyết|thông|kéo|là|công|đánh|thảo|bắt|ra)/u;

/** Stands behind a colon of its sentence. */
export function isListed({ line: { list }, from, at }: Spot): boolean {
  for (let i = at - 1; i >= from; i--) if (list[i]?.text === ':') return true;
  return false;
}

/** The words from "tài liệu" to the event; "". */
function papersBefore({ line: { list }, at, from }: Spot): string {
  for (let first = at - 2; first >= Math.max(from, at - 5); first--) {
    if (list[first]?.low !== 'tài' || list[first + 1]?.low !== 'liệu') continue;
    return list
      .slice(first, at)
      .map(({ low }) => low)
      .join(' ');
  }
  return '';
}

/** "họp báo về kỳ họp thứ 4": the press is told beforehand, unless it is told of results. */
function pressBriefing({ line, at, from }: Spot): boolean {
  const before = between(line, Math.max(from, at - 7), at).toLowerCase();
  return /họp báo(?: \p{L}+)? (?:về|trước)(?: việc tổ chức| nội dung| chương trình)*$/u.test(
    before,
  );
}

// takes: "khai mạc sáng 22/5 tới đây"; refuses "kéo dài tới ngày 22/5"
const DAY_AHEAD =
  /^[^.;,]*(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|tháng \d{1,2}) (?:tới đây|sắp tới|tới)(?!\p{L}| (?:ngày|hết|\d))/u;

/** Whether the words say that it is still to come; null where they say nothing. */
export function foretold(spot: Spot, subject: number, verb: number): boolean | null {
  const { list } = spot.line;
  const from =
    verb >= 0
      ? Math.max(spot.from, subject >= 0 && subject < verb ? subject - 6 : verb - 8)
      : Math.max(spot.from, spot.at - 5);
  const future = lastOf(spot, 'future', from, spot.at);
  const past = lastOf(spot, 'past', from, spot.at);
  if (future > past) return true;
  if (past > future) return false;
  // "công bố tài liệu họp đại hội": papers are given out beforehand.
  if (
    spot.kind === 'dai-hoi' &&
    /^tài liệu(?: trình| cho)?(?: phiên| cuộc)?(?: họp)?$/u.test(papersBefore(spot))
  )
    return true;
  if (pressBriefing(spot)) return true;
  // "trước Đại hội Đảng", "dự kiến có các chương trình gồm: lễ …"
  if (!spot.bare && spot.kind === 'dai-hoi' && list[spot.at - 1]?.low === 'trước') return true;
  if (isListed(spot)) {
    const ahead = lastOf(spot, 'future', spot.from, spot.at);
    if (ahead > lastOf(spot, 'past', spot.from, spot.at)) return true;
  }
  for (let at = spot.end; at < Math.min(spot.end + 4, spot.to); at++) {
    const word = list[at];
    if (word === undefined || word.punct) break;
    const rest = list.slice(at, at + 4).map(({ low }) => low);
    if (WILL.test(rest.join(' '))) return true;
    if (/^(?:đã|vừa)$/u.test(word.low)) return false;
    if (/^(?:sắp tới|tới đây|tới)(?!\p{L})/u.test(rest.join(' ')) && at === spot.end) return true;
    // "đại hội vẫn chưa diễn ra"
    if (/^chưa (?:diễn|được tổ|tổ|thể|họp|khai)/u.test(rest.join(' '))) return true;
  }
  // "Ngày mai (9/6), Bộ chủ trì tổ chức …"
  if (
    /(?:ngày|sáng|chiều|tối) mai(?!\p{L})|(?:tuần|tháng) tới(?!\p{L})/iu.test(
      between(spot.line, Math.max(spot.from, spot.at - 25), spot.at),
    )
  )
    return true;
  if (DAY_AHEAD.test(between(spot.line, spot.end, Math.min(spot.to, spot.end + 14)))) return true;
  return null;
}

/** Hours at which parts of a day are over for what the paper says of them. */
const BEGINS: readonly [RegExp, string][] = [
  [/sáng/iu, '08:30'],
  [/chiều/iu, '13:30'],
  [/tối|đêm/iu, '18:30'],
];

export function statusOf(
  date: Days | null,
  text: string,
  told: boolean | null,
  publishedAt: string | null,
): Status {
  const today = publishedAt?.slice(0, 10) ?? null;
  if (date === null || today === null || date.from === null || date.to === null)
    return told === true ? 'planned' : 'held';
  if (date.from > today) return 'planned';
  if (date.to < today) return 'held';
  if (told !== null) return told ? 'planned' : 'held';
  if (/tới(?!\p{L})/u.test(text)) return 'planned';
  const time = publishedAt?.slice(11, 16) ?? '';
  if (date.from !== date.to || time === '' || time === '00:00') return 'held';
  const begins = BEGINS.find(([part]) => part.test(text))?.[1];
  return begins !== undefined && time < begins ? 'planned' : 'held';
}

export function whenOf(
  spot: Spot,
  dates: readonly DateSeen[],
  announced: boolean,
): { date: Days | null; text: string } {
  const chosen = dateOf(spot, dates, announced);
  const one = chosen[0];
  const last = chosen.at(-1);
  if (one === undefined || last === undefined) return { date: null, text: '' };
  const ordered = (one.from ?? '') <= (last.from ?? '');
  const next = one.to !== null && last.from !== null && days(one.to, last.from) === 2;
  const close =
    next || (one.from !== null && last.to !== null && ordered && days(one.from, last.to) <= 14);
  const { text } = spot.line.passage;
  // "Sáng nay (23/10)": the part of the day stands with the other printing.
  const also = dates.find(
    (date) => date.from === one.from && date.end <= one.start && one.start - date.end <= 3,
  );
  return {
    date: close ? { from: one.from, to: last.to } : { from: one.from, to: one.to },
    text: text.slice((also ?? one).start, one.end),
  };
}
