/** Every place where an article names a person, with what stands next to the name. */
import { degreeAt, type Gender, genderAt, honorificAt, honourAt, rankAt } from './address.ts';
import {
  functionWords,
  isForeignName,
  isForeignWord,
  isFullName,
  nameInRun,
  nameWord,
  surnameShare,
} from './names.ts';
import {
  bodyAt,
  endsPhrase,
  isPlaceName,
  runEnd,
  type TitleKind,
  titleAt,
  titleEnd,
  titleStep,
} from './titles.ts';
import type { Word } from './words.ts';

export interface PrintedTitle {
  readonly title: string;
  readonly former: boolean;
  readonly kind: TitleKind;
}

export interface Mention {
  /** Index of the passage. */
  readonly passage: number;
  /** Word indices: of the whole noun phrase, of the name, behind what is set off by comma, dash or bracket. */
  readonly first: number;
  readonly nameFirst: number;
  readonly nameEnd: number;
  readonly end: number;
  readonly name: string;
  /** The noun phrase up to the end of the name. */
  readonly text: string;
  readonly honorific: string | null;
  readonly gender: Gender;
  readonly rank: string | null;
  readonly degree: string | null;
  readonly titles: readonly PrintedTitle[];
  /** A name with nothing before it that could be something else: "Real Madrid". */
  readonly bare: boolean;
}

interface Before {
  honorific: string | null;
  gender: Gender;
  rank: string | null;
  degree: string | null;
  titles: PrintedTitle[];
}

const NOT_AFTER = new Set(
  (
    'phố đường quận huyện xã phường tỉnh thôn xóm bản làng trường cầu chợ chùa đền sông hồ đảo giải quỹ phim bài ' +
    'viện tượng hẻm ngõ ngách quảng_trường thpt thcs đình ga núi khu ấp thị'
  ).split(' '),
);

function slice(text: string, list: readonly Word[], from: number, to: number): string {
  const first = list[from];
  const last = list[to - 1];
  return first === undefined || last === undefined ? '' : text.slice(first.start, last.end);
}

function printed(
  text: string,
  list: readonly Word[],
  from: number,
  to: number,
): PrintedTitle | null {
  const head = titleAt(list, from);
  if (head === null) return null;
  const start = head.former ? from + 1 : from;
  const title = slice(text, list, start, to);
  return { title, former: head.former, kind: head.kind };
}

/** A name right behind a title's head needs less proof than one behind an organisation. */
function nameAfterTitle(
  list: readonly Word[],
  at: number,
  near: boolean,
  kind: TitleKind,
  located = false,
): [number, number] | null {
  const end = runEnd(list, at);
  if (end === at) return null;
  const run = list.slice(at, end);
  const before = list[at - 1];
  const least = near ? 0 : before !== undefined && bodyAt(list, at - 1) > 0 ? 1 : 0;
  if (isPlaceName(run) || before?.low === 'của') return null;
  if (isForeignWord(run[0]) && endsInPlace(run)) return null;
  // "Giám đốc Bệnh viện Phổi tỉnh Trương Hồng Lĩnh": no province or district is called so.
  const large = /^(?:tỉnh|huyện|phố|sở|ban)$/u.test(before?.low ?? '') && run.length >= 3;
  if (large && surnameShare(run[0]?.text ?? '') >= 0.5 && nameInRun(run, 0) === 0) return [at, end];
  const start = nameInRun(
    run,
    isForeignWord(run[0]) && (run.length < 3 || before?.low === 'nước') ? 0 : least,
  );
  // "chuyên gia tại hãng luật Hogan Lovells": the firm, not a person.
  if (before?.low === 'tại' || before?.low === 'ở') return null;
  if (located && isForeignWord(run[0]) && before?.cap === false) return null;
  // "Hội Nhà văn Hà Nội"
  const tail = isPlaceName(run.slice(-2)) && surnameShare(run[start]?.text ?? '') < 0.5;
  if (start >= 0 && !tail) {
    const size = run.length - start;
    if (
      size >= 3 ||
      near ||
      isForeignWord(run[start + 1]) ||
      surnameShare(run[start]?.text ?? '') >= 0.3
    ) {
      return [at + start, end];
    }
  }
  if (!near || run.length > 2 || bodyAt(list, at) > 0) return null;
  // "Giám đốc Nhà máy", "Chủ tịch Amazon"
  const ends = endsPhrase(list, end) || list[end]?.low === 'và';
  if (!ends || (kind === 'head' && run.length === 1 && isForeignWord(run[0]))) return null;
  return [at, end];
}

/** "Trao đổi với phóng viên": the title belongs to somebody else. */
function isObject(list: readonly Word[], at: number): boolean {
  return /^(?:với|cho|của|về|cùng|từ|nhiều|các)$/u.test(list[at - 1]?.low ?? '');
}

/** Reads a title from `at` up to the name or the next honorific, rank or degree behind it. */
function titleBefore(
  text: string,
  list: readonly Word[],
  at: number,
): { titles: PrintedTitle[]; next: number; name: [number, number] | null } | null {
  const head = titleAt(list, at);
  if (head === null || head.kind === 'neither') return null;
  // "những nhà sáng lập A": nobody in particular.
  if (/^(?:những|các|nhiều|mọi)$/u.test(list[at - 1]?.low ?? '')) return null;
  const found: PrintedTitle[] = [];
  let from = at;
  let k = at + head.size;
  let near = true;
  let located = false;
  const close = (to: number) => {
    let end = to;
    while (end > from && list[end - 1]?.punct && list[end - 1]?.text !== ')') end--;
    const title = printed(text, list, from, end);
    if (title !== null) found.push(title);
  };
  for (let steps = 0; steps < 30; steps++) {
    const word = list[k];
    if (word === undefined) return null;
    const comma = word.text === ',' || word.text === '-' || word.text === '–';
    const ahead = comma ? k + 1 : k;
    if (rankAt(list, ahead) + degreeAt(list, ahead) > 0 || honorificHere(list, ahead)) {
      if (comma && (head.kind === 'occupation' || isObject(list, at))) return null;
      close(k);
      return { titles: found, next: ahead, name: null };
    }
    if (comma || word.low === 'và' || word.low === 'kiêm') {
      if (comma && /^(?:lãnh đạo|đại diện)$/u.test(`${list[at]?.low} ${list[at + 1]?.low}`))
        return null;
      const another = titleAt(list, k + 1);
      // "… công tác cán bộ cơ sở, Thủ tướng A"
      if (another !== null && head.kind === 'occupation' && another.kind !== 'occupation')
        return null;
      if (another !== null && another.kind !== 'neither' && word.low !== 'kiêm') {
        close(k);
        from = k + 1;
        k += 1 + another.size;
        near = true;
        continue;
      }
    }
    if (nameWord(word)) {
      const name = nameAfterTitle(list, k, near, head.kind, located);
      if (name !== null) {
        close(name[0]);
        return { titles: found, next: name[0], name };
      }
      k = Math.max(k + 1, runEnd(list, k));
      near = false;
      continue;
    }
    const next = titleStep(list, k);
    if (next === k) return null;
    if (/^(?:tại|của|ở)$/u.test(word.low)) located = true;
    near = false;
    k = next;
  }
  return null;
}

/** An honorific with a name behind it. "Anh" between capitals is a country. */
function honorificHere(list: readonly Word[], at: number): boolean {
  const size = honorificAt(list, at);
  if (size === 0) return false;
  const before = list[at - 1];
  if (list[at]?.cap && before !== undefined && !before.punct) return false;
  if (before !== undefined && NOT_AFTER.has(before.low)) return false;
  const next = list[at + size];
  if (next?.text === 'Rịa') return false;
  return (
    next !== undefined &&
    (nameWord(next) || rankAt(list, at + size) > 0 || degreeAt(list, at + size) > 0)
  );
}

/** "…, nhạc sĩ Nguyễn Hải Phong": the title belongs to the name behind it. */
function somebodyElse(text: string, list: readonly Word[], at: number, isBare: boolean): boolean {
  const name = titleBefore(text, list, at)?.name ?? null;
  if (name === null) return false;
  const run = list.slice(name[0], name[1]);
  // "Chủ tịch A, Tổng thống Putin"
  const state = titleAt(list, at)?.kind === 'state' && isForeignWord(run[0]) && !isPlaceName(run);
  return isBare || state || isFullName(run);
}

/** What is set off behind a name: ", Giám đốc …", "(Bí thư …)", "- Phó Bí thư …, Chính trị viên …". */
function behind(
  text: string,
  list: readonly Word[],
  at: number,
  isBare: boolean,
): { titles: PrintedTitle[]; end: number } {
  const mark = list[at];
  const none = { titles: [], end: at };
  if (mark === undefined || !/^[,(–-]$/u.test(mark.text)) return none;
  const bracket = mark.text === '(';
  const found: PrintedTitle[] = [];
  let k = at + 1;
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
    const mark2 = list[k];
    const joined = mark2 !== undefined && (/^[,;–-]$/u.test(mark2.text) || mark2.low === 'và');
    if (!joined || titleAt(list, k + 1) === null) break;
    k++;
  }
  if (found.length === 0) return none;
  return { titles: found, end: list[k]?.text === ')' || list[k]?.text === ',' ? k + 1 : k };
}

function person(text: string, list: readonly Word[], passage: number, at: number): Mention | null {
  const before: Before = { honorific: null, gender: null, rank: null, degree: null, titles: [] };
  let k = at;
  let name: [number, number] | null = null;
  for (let parts = 0; parts < 6 && name === null; parts++) {
    const honorific = honorificHere(list, k) ? honorificAt(list, k) : 0;
    const rank = rankAt(list, k);
    const degree = degreeAt(list, k);
    const honour = honourAt(list, k);
    if (honorific > 0 && honorific >= degree) {
      before.honorific ??= slice(text, list, k, k + honorific).toLowerCase();
      before.gender ??= genderAt(list, k, honorific);
      k += honorific;
    } else if (rank > 0) {
      before.rank ??= slice(text, list, k, k + rank);
      k += rank;
      if (list[k]?.text === ',' && degreeAt(list, k + 1) > 0) k++;
    } else if (degree > 0) {
      before.degree ??= slice(text, list, k, k + degree).replace(/[.\s]+$/u, '');
      k += degree;
    } else if (honour > 0) {
      k += honour;
      if (runEnd(list, k) - k < 2) return null;
    } else {
      const titled = titleBefore(text, list, k);
      if (titled === null) break;
      before.titles.push(...titled.titles);
      k = titled.next;
      name = titled.name;
    }
  }
  if (name === null) {
    const end = runEnd(list, k);
    if (end === k) return null;
    if (k === at) return bare(text, list, passage, at, end);
    name = [k, Math.min(end, k + 6)];
    if (before.honorific === null && isPlaceName(list.slice(k, end))) return null;
  }
  return mention(text, list, passage, at, name, before, false);
}

/** "Huawei Việt Nam", "Nestlé Việt Nam" */
function endsInPlace(run: readonly Word[]): boolean {
  return run.length >= 3 && isPlaceName(run.slice(-2));
}

/** "Quỹ học bổng Vừ A Dính", "giải thưởng Tạ Quang Bửu": things named after a person. */
function namedAfter(list: readonly Word[], at: number): boolean {
  for (let back = 1; back <= 3; back++) {
    const word = list[at - back];
    if (word === undefined || word.punct) return false;
    if (/^(?:quỹ|giải|trường|đường|phố|cúp|đền|tượng|học_bổng|thpt|thcs)$/u.test(word.low))
      return true;
    if (word.cap) return false;
  }
  return false;
}

function bare(
  text: string,
  list: readonly Word[],
  passage: number,
  at: number,
  end: number,
): Mention | null {
  const previous = list[at - 1];
  if (previous !== undefined && (NOT_AFTER.has(previous.low) || bodyAt(list, at - 1) > 0))
    return null;
  if (namedAfter(list, at)) return null;
  const all = list.slice(at, end);
  const rest = functionWords(all);
  // "Từ Nhược Tuyên" is a name, "Từ Hoàng Mai" is none.
  const skipped = isFullName(all) && !isFullName(all.slice(rest)) ? 0 : rest;
  const run = all.slice(skipped);
  if (run.length === 0 || isPlaceName(run) || endsInPlace(run)) return null;
  at += skipped;
  const none: Before = { honorific: null, gender: null, rank: null, degree: null, titles: [] };
  if (isFullName(run)) return mention(text, list, passage, at, [at, end], none, false);
  if (isForeignName(run)) return mention(text, list, passage, at, [at, end], none, true);
  return null;
}

function mention(
  text: string,
  list: readonly Word[],
  passage: number,
  first: number,
  [nameFirst, nameEnd]: [number, number],
  before: Before,
  isBare: boolean,
): Mention {
  const after = behind(text, list, nameEnd, isBare);
  return {
    passage,
    first,
    nameFirst,
    nameEnd,
    end: after.end,
    name: slice(text, list, nameFirst, nameEnd),
    text: slice(text, list, first, nameEnd),
    honorific: before.honorific,
    gender: before.gender,
    rank: before.rank,
    degree: before.degree,
    titles: [...before.titles, ...after.titles],
    bare: isBare && after.titles.length === 0,
  };
}

/** Where a title of at most three words begins that ends right before `at`: "HLV Gama". */
function titleBack(list: readonly Word[], at: number): number {
  for (let size = 3; size > 0; size--) {
    if (at >= size && titleAt(list, at - size)?.size === size) return at - size;
  }
  return at;
}

/**
 * Names that stand alone where the article has said elsewhere that they are persons: "Thương Tín",
 * "Kuleba". `known` tells whether a name belongs to somebody.
 */
export function knownMentions(
  text: string,
  list: readonly Word[],
  passage: number,
  taken: readonly Mention[],
  known: (name: string, words: number) => boolean,
): Mention[] {
  const none: Before = { honorific: null, gender: null, rank: null, degree: null, titles: [] };
  const found: Mention[] = [];
  let next = 0;
  for (let at = 0; at < list.length; at++) {
    while ((taken[next]?.nameEnd ?? Number.POSITIVE_INFINITY) <= at) next++;
    const other = taken[next];
    if (other !== undefined && at >= other.first) {
      at = other.nameEnd - 1;
      continue;
    }
    if (!list[at]?.cap) continue;
    const end = Math.min(runEnd(list, at), other?.first ?? Number.POSITIVE_INFINITY);
    if (end <= at) continue;
    const before = list[at - 1];
    const blocked = before !== undefined && NOT_AFTER.has(before.low);
    let hit = 0;
    for (let size = Math.min(5, end - at); size > 0 && hit === 0 && !blocked; size--) {
      const one = size === 1 && (end - at > 1 || !isForeignWord(list[at]));
      if (!one && known(slice(text, list, at, at + size), size)) hit = size;
    }
    if (hit > 0) {
      const first = titleBack(list, at);
      const title = first < at ? printed(text, list, first, at) : null;
      const before = title === null ? none : { ...none, titles: [title] };
      found.push(mention(text, list, passage, first, [at, at + hit], before, false));
    }
    at += Math.max(hit, 1) - 1;
  }
  return found;
}

/** The mentions of one passage in order; they do not overlap. */
export function personMentions(text: string, list: readonly Word[], passage: number): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < list.length; ) {
    const here = list[at]?.punct ? null : person(text, list, passage, at);
    if (here === null) {
      at++;
      // Inside a run that was refused no name begins.
      continue;
    }
    found.push(here);
    at = Math.max(here.nameEnd, here.end, at + 1);
  }
  return found;
}
