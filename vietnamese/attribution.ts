/** To whom a quotation is ascribed: by the words before it, behind it, or the sentence before. */
import { degreeAt } from './address.ts';
import {
  isCited,
  isObject,
  isSpokenFor,
  nounPhrase,
  opensClause,
  type Subject,
  subjectBefore,
} from './clause.ts';
import type { Marked } from './marked.ts';
import { mentionsIn, type Read, wordAt } from './reading.ts';
import { feelingAt, tailAt, verbAt } from './reporting.ts';
import { phrases } from './words.ts';

export interface Attribution {
  readonly subject: Subject | null;
  /** Index of the passage in which the attribution stands. */
  readonly passage: number;
  /** Words of the verb. */
  readonly verb: readonly [number, number] | null;
  /** before: leads up to the quotation; within: the quotation is a part of its sentence. */
  readonly side: 'before' | 'within' | 'after';
  /** Index behind the attribution's last word (`after` only). */
  readonly end: number;
}

const FARTHEST = 60;
/** A weak verb has its subject so near before it. */
const NEAR = 8;
/** So many words may follow the verb of a sentence that only says who spoke. */
const TAIL = 4;

/** The verb whose last word is at `end - 1`. */
function verbEndingAt(read: Read, from: number, end: number): readonly [number, number] | null {
  for (let size = Math.min(4, end - from); size > 0; size--) {
    if (verbAt(read.list, end - size, true) === size) return [end - size, end];
  }
  return null;
}

/** Steps back over "thêm", "rằng", "như sau" and punctuation before the mark. */
function withoutTails(read: Read, from: number, to: number): number {
  let end = to;
  outer: while (end > from) {
    if (read.list[end - 1]?.punct) {
      end--;
      continue;
    }
    for (let size = Math.min(4, end - from); size > 0; size--) {
      if (tailAt(read.list, end - size) === size) {
        end -= size;
        continue outer;
      }
    }
    break;
  }
  return end;
}

function verbs(read: Read, from: number, to: number, beside = false): [number, number][] {
  const found: [number, number][] = [];
  for (let i = from; i < to; i++) {
    if (read.inside[i] === 1) continue;
    const mention = read.mentionAt.get(i);
    if (mention !== undefined && mention.end <= to) {
      i = mention.end - 1;
      continue;
    }
    const size = verbAt(read.list, i, beside);
    if (size === 0) continue;
    found.push([i, i + size]);
    i += size - 1;
  }
  return found;
}

function lastFeeling(read: Read, from: number, to: number): readonly [number, number] | null {
  for (let i = to - 1; i >= from; i--) {
    const noun = /^(?:sự|nỗi|niềm|nhiều|mối|vẻ)$/u.test(read.list[i - 1]?.low ?? '');
    const size = read.inside[i] === 1 || noun ? 0 : feelingAt(read.list, i);
    if (size > 0 && i + size <= to) return [i, i + size];
  }
  return null;
}

// Weak verbs that lead up to speech also from afar.
const ADDRESSES =
  /^(?:trao đổi|khuyên|hỏi|mời|dặn|hứa|chúc|chúc mừng|trách|mắng|nhắn|khoe|than|cảm ơn|xin lỗi|từ chối|động viên|an ủi|phản đối|phản ứng|đồng tình|ca ngợi|khen|tố|tố cáo)$/u;

/** "Vị HLV này khuyên A cần làm gì: “…”": behind whoever opens the last clause. */
function addressed(
  read: Read,
  from: number,
  opener: number,
  to: number,
): readonly [number, number] | undefined {
  return verbs(read, Math.max(from, opener), to, true).findLast(([first, end]) => {
    const text = read.list.slice(first, end).map(({ low }) => low);
    return ADDRESSES.test(text.join(' ')) && subjectOf(read, from, [first, end], to) !== null;
  });
}

/** "Theo ông X:", "theo lời bà Y, …" */
function accordingTo(read: Read, from: number, to: number): Subject | null {
  for (let i = from; i < to; i++) {
    if (read.list[i]?.low !== 'theo' || read.inside[i] === 1) continue;
    for (let k = i + 1; k < Math.min(to, i + 8); k++) {
      const mention = read.mentionAt.get(k);
      if (mention !== undefined) return { kind: 'mention', mention };
      if (read.list[k]?.punct) break;
    }
    const phrase = nounPhrase(read, i + 1, Math.min(to, i + 12));
    if (phrase !== null && opensClause(read, from, i)) return { kind: 'phrase', ...phrase };
  }
  return null;
}

function subjectOf(
  read: Read,
  from: number,
  verb: readonly [number, number] | null,
  to: number,
): Subject | null {
  return subjectBefore(read, from, verb === null ? to : verb[0]);
}

const SPEECH = phrases(
  (
    'lời|lời nói|lời tâm sự|lời chia sẻ|lời nhắn|lời kể|lời khai|câu nói|câu trả lời|tuyên bố|phát biểu|nhận định|nhận xét|' +
    'bình luận|cảnh báo|khẳng định|chia sẻ|tâm sự|ý kiến|quan điểm|phát ngôn|trả lời|lời khuyên|lời dặn'
  ).split('|'),
);

/** "tuyên bố của ông X về …", "những lời tâm sự của vị bác sĩ …": the last one, with its speaker. */
function speechOf(read: Read, from: number, to: number): { subject: Subject; at: number } | null {
  for (let i = to - 2; i > from; i--) {
    if (read.list[i]?.low !== 'của' || read.inside[i] === 1) continue;
    let noun = 0;
    // "lời tâm sự “gan ruột” của …"
    let back = i;
    while (back > from && read.inside[back - 1] === 1) back--;
    for (let size = 3; size > 0 && noun === 0; size--) {
      if (back - size >= from && SPEECH.at(read.list, back - size) === size) noun = i - back + size;
    }
    if (noun === 0) continue;
    const mention = read.mentionAt.get(i + 1);
    if (mention !== undefined) return { subject: { kind: 'mention', mention }, at: i - noun };
    const phrase = nounPhrase(read, i + 1, Math.min(to, i + 12));
    if (phrase !== null) return { subject: { kind: 'phrase', ...phrase }, at: i - noun };
  }
  return null;
}

/** "Theo tờ A, ông B nói rằng “…”", "Theo tờ A, một quan chức nói: “…”": B speaks. */
function speaksHimself(
  read: Read,
  from: number,
  theo: Subject | null,
  verb: readonly [number, number] | undefined,
  to: number,
): { subject: Subject; verb: readonly [number, number] } | null {
  if (verb === undefined) return null;
  const subject = subjectOf(read, from, verb, to);
  if (subject === null) return null;
  if (subject.kind === 'mention') {
    const same = theo?.kind === 'mention' && theo.mention === subject.mention;
    return same ? null : { subject, verb };
  }
  const paper =
    theo?.kind === 'phrase' ||
    (theo?.mention.honorific === null && theo.mention.titles.length === 0);
  const behind = read.list[subject.from - 1]?.text === ',';
  return paper && behind ? { subject, verb } : null;
}

/** By the words of the same sentence before the opening mark. */
export function attributedBefore(read: Read, passage: number, mark: Marked): Attribution | null {
  const { list } = read;
  const to = wordAt(list, mark.open);
  const from = Math.max(read.starts[read.sentence[to] ?? 0] ?? 0, to - FARTHEST);
  if (to <= from) return null;
  const colon = list[to - 1]?.text === ':';
  const end = withoutTails(read, from, to);
  const near = verbEndingAt(read, from, end);
  const direct =
    colon || (near !== null && list[to - 1]?.text !== ',') || (near !== null && end < to);
  if (near !== null && direct) {
    return {
      subject: subjectOf(read, from, near, end),
      passage,
      verb: near,
      side: 'before',
      end: to,
    };
  }
  const theo = accordingTo(read, from, to);
  const all = verbs(read, from, to);
  const opens = theo !== null && list[from]?.low === 'theo';
  const other = opens ? speaksHimself(read, from, theo, all.at(-1), to) : null;
  if (other !== null) {
    return { ...other, passage, side: colon ? 'before' : 'within', end: to };
  }
  if (theo !== null && (colon || list[to - 1]?.text === ',')) {
    return { subject: theo, passage, verb: null, side: 'before', end: to };
  }
  const speech = speechOf(read, from, to);
  if (speech !== null && speech.at > (all.at(-1)?.[0] ?? -1)) {
    const side = colon ? 'before' : 'within';
    return { subject: speech.subject, passage, verb: null, side, end: to };
  }
  if (colon) {
    const able = mentionsIn(read, from, end).filter((m) => m.nameEnd <= end && !isObject(read, m));
    const named = able.findLast((m) => m.first === from || list[m.first - 1]?.punct) ?? able[0];
    const last = all.at(-1) ?? addressed(read, from, named?.first ?? from, to);
    const felt = lastFeeling(read, from, end);
    const alone = last !== undefined && subjectOf(read, from, last, to) === null;
    const verb = felt !== null && felt[1] === end && alone ? felt : (last ?? felt);
    const subject: Subject | null =
      verb === null && named !== undefined
        ? { kind: 'mention', mention: named }
        : subjectOf(read, from, verb, end);
    return { subject, passage, verb, side: 'before', end: to };
  }
  const later = theo?.kind === 'mention' && theo.mention.first > (all.at(-1)?.[0] ?? -1);
  if (theo !== null && (opens || later)) {
    return { subject: theo, passage, verb: null, side: 'within', end: to };
  }
  const last = [...all].reverse().find((verb) => subjectOf(read, from, verb, to) !== null);
  if (last === undefined) {
    return theo === null ? null : { subject: theo, passage, verb: null, side: 'within', end: to };
  }
  return { subject: subjectOf(read, from, last, to), passage, verb: last, side: 'within', end: to };
}

const SUBORDINATE = new Set(
  'khi để vì nhằm và nhưng của cho do trong sau trước nếu mà nên thì như với hay hoặc'.split(' '),
);
const NOUNS = /^(?:lời|chia|câu|nhận|khẳng|ý|phát|tâm|trích|trải|bày|lý)$/u;

/** By the words behind the closing mark: "…”, ông X nói." */
export function attributedAfter(
  read: Read,
  passage: number,
  mark: Marked,
  leads: boolean,
): Attribution | null {
  const { list } = read;
  const start = wordAt(list, mark.close);
  const first = list[start];
  if (first === undefined) return null;
  let from = start;
  while (/^[,.–—-]$/u.test(list[from]?.text ?? '') && from - start < 3) from++;
  const joined = /[,–—-]/u.test(
    list
      .slice(start, from)
      .map(({ text }) => text)
      .join(''),
  );
  if (!joined && !leads && !first.punct && first.low !== 'theo') return null;
  if (!joined && from > start && !leads) return null;
  if (SUBORDINATE.has(list[from]?.low ?? '')) return null;
  const stopped = !joined && first.text === '.';
  const sentence = read.sentence[from];
  let to = from;
  while (
    to < list.length &&
    to - from < FARTHEST &&
    read.sentence[to] === sentence &&
    read.inside[to] === 0
  )
    to++;
  if (to === from) return null;
  // A sentence of its own that leads up to the next quotation.
  if (
    read.inside[to] === 1 &&
    (list[to - 1]?.text === ':' ||
      (verbEndingAt(read, from, withoutTails(read, from, to)) !== null && !joined))
  ) {
    if (!joined || list[start]?.text === '.') return null;
    if (verbs(read, from, to).length < 2 && list[to - 1]?.text === ':') return null;
  }
  const opening = list[from];
  if (opening === undefined) return null;
  if (!joined && opening.punct) {
    if (opening.text !== '(') return null;
    const mention = read.mentionAt.get(from + 1);
    if (mention === undefined || list[mention.nameEnd]?.text !== ')') return null;
    return {
      subject: { kind: 'mention', mention },
      passage,
      verb: null,
      side: 'after',
      end: mention.nameEnd + 1,
    };
  }
  if (opening.low === 'theo') {
    const subject = accordingTo(read, from, to);
    return subject === null ? null : { subject, passage, verb: null, side: 'after', end: to };
  }
  // "…”, tờ A dẫn lời ông B."
  const cited = mentionsIn(read, from, to).find((m) => isCited(read, m.first));
  if (cited !== undefined) {
    const verb = verbs(read, cited.nameEnd, to)[0] ?? null;
    return { subject: { kind: 'mention', mention: cited }, passage, verb, side: 'after', end: to };
  }
  const strong = verbs(read, from, to);
  const found =
    strong.length > 0
      ? strong
      : verbs(read, from, to, true).filter(([at]) => at - from <= NEAR || read.mentionAt.has(from));
  const verb = found[0] ?? null;
  // “…”. Bà X hy vọng sẽ …: a sentence of its own that says more than who spoke.
  if (stopped && (verb === null ? to - from > NEAR : to - verb[1] > TAIL)) return null;
  if (verb !== null) {
    const near = verb[0] - from <= 45 && !(opening.low === 'và' || opening.low === 'nhưng');
    const subject = near ? afterSubject(read, from, verb[0]) : null;
    if (subject !== null) return { subject, passage, verb, side: 'after', end: to };
  }
  const mention = read.mentionAt.get(from);
  const feeling = verb === null ? lastFeeling(read, from, Math.min(to, from + 25)) : null;
  const acts = joined && leads && read.sentence[from] === read.sentence[start];
  if (mention !== undefined && (feeling !== null || acts || isEnd(read, mention.end, to))) {
    return {
      subject: { kind: 'mention', mention },
      passage,
      verb: feeling,
      side: 'after',
      end: to,
    };
  }
  if (feeling !== null && joined) {
    const phrase = nounPhrase(read, from, feeling[0]);
    if (phrase !== null)
      return {
        subject: { kind: 'phrase', ...phrase },
        passage,
        verb: feeling,
        side: 'after',
        end: to,
      };
  }
  if (NOUNS.test(opening.low) || /^(?:là|đó|vẫn|cũng)$/u.test(opening.low)) {
    for (let i = from; i < Math.min(to, from + 12); i++) {
      const said = read.mentionAt.get(i);
      if (said !== undefined) {
        return {
          subject: { kind: 'mention', mention: said },
          passage,
          verb: null,
          side: 'after',
          end: to,
        };
      }
    }
  }
  return null;
}

function isEnd(read: Read, at: number, to: number): boolean {
  return at >= to || /^[.–-]$/u.test(read.list[at]?.text ?? '');
}

/** Behind a quotation the subject comes first: "…”, ông X, Giám đốc Y, nói". */
function afterSubject(read: Read, start: number, verb: number): Subject | null {
  let from = start;
  for (let i = from; i < verb; i++) {
    const mention = read.mentionAt.get(i);
    if (mention !== undefined && isCited(read, i)) return { kind: 'mention', mention };
    if (mention !== undefined) {
      if (i - from <= 3 || read.list[i - 1]?.punct === false) {
        const before = read.list[i - 1];
        if (isSpokenFor(read, mention)) break;
        const owned = i > from && before !== undefined && /^(?:của|với|cho|về)$/u.test(before.low);
        if (!owned) return { kind: 'mention', mention };
        break;
      }
    }
    // "Thạc sĩ y học, bác sĩ A chia sẻ"
    const more =
      read.list[i]?.text === ',' && read.mentionAt.has(i + 1) && degreeAt(read.list, from) > 0;
    if (read.list[i]?.punct && !more) break;
    if (more) from = i + 1;
  }
  const phrase = nounPhrase(read, from, verb);
  return phrase === null ? null : { kind: 'phrase', ...phrase };
}
