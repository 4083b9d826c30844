/** The titles behind a name: "Lê Văn Tám, Giám đốc …", "(Bí thư …)", "- Phó Bí thư …, Chính trị viên …". */
import { type PrintedTitle, printed } from './mention.ts';
import { isForeignWord, isFullName } from './names.ts';
import { verbAt } from './reporting.ts';
import { titleBefore } from './title-before.ts';
import { bodyAt, endsPhrase, isPlaceName, runEnd, titleAt, titleEnd } from './titles.ts';
import type { Word } from './words.ts';

/** "X, giám đốc bệnh viện Golden Park, nói", "X, giám đốc Trung tâm Duke tại …": a body's name, so X's own title. */
function setOff(list: readonly Word[], at: number, [from, to]: readonly [number, number]): boolean {
  if (titleAt(list, at)?.kind !== 'head' || !isForeignWord(list[from])) return false;
  const body = list
    .slice(at, from)
    .some(
      ({ low }, i) => bodyAt(list, at + i) > 0 || `${low} ${list[at + i + 1]?.low}` === 'trung tâm',
    );
  if (!body) return false;
  const located = /^(?:tại|thuộc|của)$/u.test(list[to]?.low ?? '') && (list[to + 1]?.cap ?? false);
  return located || (list[to]?.text === ',' && verbAt(list, to + 1) > 0);
}

/** Between the kind of a body and the person it is named after: "Công ty TNHH một thành viên | Lê Lợi". */
const LEGAL_FORM =
  /^(?:tnhh|mtv|một|thành|viên|cp|cổ|phần|tư|nhân|đa|khoa|thpt|thcs|tiểu|học|mầm|non|chuyên|luật|sư|và|cộng|sự)$/u;

/** "Bệnh viện Nguyễn Tri Phương", "Công ty TNHH Lê Quang Lộc": the body bears the name. */
function namedAfter(list: readonly Word[], at: number, name: number): boolean {
  for (let from = at + 1; from < name; from++) {
    const size = bodyAt(list, from);
    // "trường Lê Lợi" is a school, "bệnh viện Lê Văn Tám" with a small letter may be its head.
    const proper = list[from]?.cap || list[from]?.low === 'trường' || from + size < name;
    if (size === 0 || from + size > name || !proper || !isHouse(list, from)) continue;
    if (list.slice(from + size, name).every(({ low }) => LEGAL_FORM.test(low))) return true;
  }
  return false;
}

/** A school, hospital or firm; authorities bear no person's name. */
const isHouse = (list: readonly Word[], at: number): boolean =>
  /^(?:bệnh viện|công ty|văn phòng|học viện|nhà hát)$/u.test(
    `${list[at]?.low} ${list[at + 1]?.low}`,
  ) || /^(?:trường|thpt|thcs|cty|ctcp|bv|dntn|quỹ)$/u.test(list[at]?.low ?? '');

/** "…, nhạc sĩ Nguyễn Hải Phong": the title belongs to the name behind it. */
function somebodyElse(text: string, list: readonly Word[], at: number, isBare: boolean): boolean {
  const name = titleBefore(text, list, at)?.name ?? null;
  if (name === null || setOff(list, at, name)) return false;
  if (!isBare && namedAfter(list, at, name[0])) return false;
  const run = list.slice(name[0], name[1]);
  const before = list[at - 1];
  // "A, một lãnh đạo …"; "A – nhà sáng lập Galaxy Partners": no other person is brought in so.
  const own =
    before?.low === 'một' ||
    (/^[-–]$/u.test(before?.text ?? '') && titleAt(list, at)?.kind === 'head');
  if (own && !isFullName(run)) return false;
  // "Chủ tịch A, Tổng thống Putin"
  const state = titleAt(list, at)?.kind === 'state' && isForeignWord(run[0]) && !isPlaceName(run);
  return isBare || state || isFullName(run);
}

/** Where the next title begins behind ",", "và", "kiêm", ", đồng thời là"; -1. */
function nextTitle(list: readonly Word[], at: number): number {
  let k = at;
  if (/^[,;–-]$/u.test(list[k]?.text ?? '')) k++;
  if (list[k]?.low === 'đồng' && list[k + 1]?.low === 'thời') {
    k += 2;
    if (/^(?:là|giữ|kiêm)$/u.test(list[k]?.low ?? '')) k++;
  } else if (/^(?:và|kiêm)$/u.test(list[k]?.low ?? '')) k++;
  // "và cũng là Phó hiệu trưởng …"
  if (list[k]?.low === 'cũng' && list[k + 1]?.low === 'là') k += 2;
  else if (k > at && list[k]?.low === 'là') k++;
  return k > at && titleAt(list, k) !== null ? k : -1;
}

/** Number of words of "hiện là", "hiện đang giữ chức" where a title follows without a comma. */
function copulaAt(list: readonly Word[], at: number): number {
  if (list[at]?.low !== 'hiện') return 0;
  let k = at + 1;
  while (k < at + 6 && /^(?:nay|đang|là|giữ|chức|vụ)$/u.test(list[k]?.low ?? '')) k++;
  return k > at + 1 && titleAt(list, k) !== null ? k - at : 0;
}

/** What is set off behind a name: ", Giám đốc …", "(Bí thư …)", "- Phó Bí thư …, Chính trị viên …". */
export function titlesBehind(
  text: string,
  list: readonly Word[],
  at: number,
  isBare: boolean,
): { titles: PrintedTitle[]; end: number } {
  const mark = list[at];
  const none = { titles: [], end: at };
  if (mark === undefined) return none;
  // "ông Lê Văn Tám Bí thư Huyện ủy nói": no comma was printed.
  const glued = !isBare && mark.cap && /^(?:state|head)$/u.test(titleAt(list, at)?.kind ?? '');
  const copula = glued ? 0 : copulaAt(list, at);
  if (!glued && copula === 0 && !/^[,(–-]$/u.test(mark.text)) return none;
  const bracket = mark.text === '(';
  const found: PrintedTitle[] = [];
  let k = glued ? at : at + Math.max(1, copula);
  // "(SN 1970, trú …, Giám đốc …)", ", 45 tuổi, …"
  for (let skipped = 0; skipped < 14 && titleAt(list, k) === null; skipped++) {
    const word = list[k];
    if (word === undefined || word.text === ')') return none;
    // "(Đoàn Luật sư tỉnh A)": a body, and nobody's title in its name.
    if (bracket && word.cap && bodyAt(list, k) > 1) {
      while (k < at + 14 && list[k + 1] !== undefined && !list[k + 1]?.punct) k++;
    }
    if (word.low === 'một' || word.low === 'hiện' || word.low === 'vị') {
      k++;
      continue;
    }
    if (!bracket && !/^(?:\p{N}+|tuổi|,|sn|sinh|năm|hiện|là|đang|giữ|chức|vụ)$/u.test(word.low))
      return none;
    k++;
  }
  for (let many = 0; many < 8; many++) {
    const head = titleAt(list, k);
    // "JoongAng Daily, nam diễn viên Kim Byung Man": the title of somebody else.
    if (head === null || somebodyElse(text, list, k, isBare)) break;
    const runs = runEnd(list, k + head.size);
    const named = runs > k + head.size && bodyAt(list, k + head.size) === 0;
    const run = list.slice(k + head.size, runs);
    const other =
      !endsPhrase(list, runs) ||
      (run.length >= 2 && !run.some((word) => isForeignWord(word)) && !isPlaceName(run));
    if (head.kind === 'occupation' && named && other) break;
    const end = titleEnd(list, k + head.size);
    const title = printed(text, list, k, end);
    if (title !== null) found.push(title);
    k = end;
    const next = nextTitle(list, k);
    if (next < 0) break;
    k = next;
  }
  if (found.length === 0) return none;
  return { titles: found, end: list[k]?.text === ')' || list[k]?.text === ',' ? k + 1 : k };
}
