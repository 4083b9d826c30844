/** The titles behind a name: "Lê Văn Tám, Giám đốc …", "(Bí thư …)", "- Phó Bí thư …, Chính trị viên …". */
import { type PrintedTitle, printed } from './mention.ts';
import { isForeignWord, isFullName } from './names.ts';
import { verbAt } from './reporting.ts';
import { titleBefore } from './title-before.ts';
import { bodyAt, endsPhrase, isPlaceName, runEnd, titleAt, titleEnd } from './titles.ts';
import type { Word } from './words.ts';

/** "X, giám đốc bệnh viện Golden Park, nói": between commas, with a body's name, it is X's own title. */
function setOff(list: readonly Word[], at: number, [from, to]: readonly [number, number]): boolean {
  if (titleAt(list, at)?.kind !== 'head' || !isForeignWord(list[from])) return false;
  const body = list.slice(at, from).some((_, i) => bodyAt(list, at + i) > 0);
  return body && list[to]?.text === ',' && verbAt(list, to + 1) > 0;
}

/** "…, nhạc sĩ Nguyễn Hải Phong": the title belongs to the name behind it. */
function somebodyElse(text: string, list: readonly Word[], at: number, isBare: boolean): boolean {
  const name = titleBefore(text, list, at)?.name ?? null;
  if (name === null || setOff(list, at, name)) return false;
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
  return k > at && titleAt(list, k) !== null ? k : -1;
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
  if (!glued && !/^[,(–-]$/u.test(mark.text)) return none;
  const bracket = mark.text === '(';
  const found: PrintedTitle[] = [];
  let k = glued ? at : at + 1;
  // "(SN 1970, trú …, Giám đốc …)", ", 45 tuổi, …"
  for (let skipped = 0; skipped < 14 && titleAt(list, k) === null; skipped++) {
    const word = list[k];
    if (word === undefined || word.text === ')') return none;
    if (word.low === 'một' || word.low === 'hiện' || word.low === 'vị') {
      k++;
      continue;
    }
    if (!bracket && !/^(?:\p{N}+|tuổi|,|sn|sinh|năm|hiện|là|đang)$/u.test(word.low)) return none;
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
