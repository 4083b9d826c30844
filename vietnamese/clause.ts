/** Who is the subject of a verb of saying: a person named, or a noun phrase without a name. */
import { honorificAt } from './address.ts';
import type { Mention } from './mention.ts';
import { mentionsIn, type Read } from './reading.ts';
import { feelingAt, verbAt } from './reporting.ts';
import { phrases, type Word } from './words.ts';

/** The words that speak: a mention, or a noun phrase by its word indices. */
export type Subject =
  | { readonly kind: 'mention'; readonly mention: Mention }
  | { readonly kind: 'phrase'; readonly from: number; readonly to: number };

const list = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Behind these a name is the object: "nói với ông X", "con gái của ông X". */
const OBJECT = list(
  'với của cho về cùng giữa do bởi từ dành gặp nhờ hỏi gọi đến tới bằng như thay là thăm hay hoặc khen mời đưa dẫn theo có và, xem nghe trong tại ở',
);
const ADVERBS = list(
  'cũng đã vẫn còn từng mới vừa liền lại thì không luôn sẽ đang được cứ chỉ hay thường rồi phải bèn nay đều bỗng ngay hơi rất vội quay',
);
const CONNECTORS = phrases(
  (
    'cũng|và|nhưng|đồng thời|tuy nhiên|sau đó|đặc biệt|trong khi|trong khi đó|còn|do vậy|do đó|vì vậy|vì thế|theo đó|' +
    'ngoài ra|bên cạnh đó|mặt khác|thậm chí|song|rồi|mà|nên|tiếp đến|tiếp theo|từ đó|trước đó|trước đây|sau này|hiện nay|hiện|' +
    'mới đây|lúc này|lúc đó|khi đó|ngay cả|hay|thế là|ban đầu|cuối cùng|bởi lẽ|riêng|cụ thể|qua đó|trên thực tế|tương tự|' +
    'thực ra|thực tế|vừa|cùng với đó|dĩ nhiên|tất nhiên|gần đây|về phần mình|đáp lại|được biết|nay|đến nay|giờ đây|thế rồi'
  ).split('|'),
);
const PRONOUNS = list('chàng ông bà anh chị cô cậu họ thầy nó em cụ chú bác tôi nàng vị hắn y');
const KIN = list('trai gái ruột rể dâu nội ngoại họ chồng vợ giáo chủ bé sinh chàng nàng sĩ em');
const NO_SUBJECT = list(
  'tại trong sau khi về với trước để từ nói trả chia phát trao bằng vào qua nhằm đánh nhận do bởi nhờ dù mặc nếu liên bày lý giải cùng theo kể như việc điều nhấn đề giới nhớ đến ngày sáng chiều tối hôm năm lúc là được bị dưới giữa cho gặp có thấy chứng viết hỏi đáp trên xuất kết bên đó đây dựa căn ở khẳng nhìn không rằng đúng kèm nội dành nhờ dĩ vì nên mà khiến chứ',
);

const SPEAKS_FOR = phrases([
  'đại diện',
  'người đại diện',
  'phía',
  'ê-kíp',
  'công ty',
  'đội',
  'CLB',
]);

/** "đại diện Chi Pu": somebody speaks for her. */
export function isSpokenFor(read: Read, { first }: Mention): boolean {
  for (let size = 3; size > 0; size--) {
    if (SPEAKS_FOR.at(read.list, first - size) === size) return true;
  }
  return false;
}

/** Whether the mention is somebody's object, not the speaker. */
export function isObject(read: Read, mention: Mention): boolean {
  if (isSpokenFor(read, mention)) return true;
  for (let back = 1; back <= 4; back++) {
    const before = read.list[mention.first - back];
    if (before === undefined || before.punct || before.cap) return false;
    // "con gái của liệt sĩ X", "nói với nam ca sĩ X"
    if (back === 1 ? OBJECT.has(before.low) : before.low === 'của' || before.low === 'với')
      return true;
    if (verbAt(read.list, mention.first - back) > 0) return false;
  }
  return false;
}

/** "Ông X nói" is spoken of by the mention whose phrase covers the word. */
function mentionsBetween(read: Read, from: number, to: number): Mention[] {
  return mentionsIn(read, from, to).filter(({ nameEnd }) => nameEnd <= to);
}

/** Start of the stretch between commas that ends at `end`. */
function chunkStart(read: Read, from: number, end: number): number {
  let depth = 0;
  for (let i = end - 1; i >= from; i--) {
    const text = read.list[i]?.text;
    // What stands in marks belongs to what was said before.
    if (read.inside[i] === 1 && read.inside[i + 1] === 0 && i + 1 < end) {
      if (!ADVERBS.has(read.list[i + 1]?.low ?? '')) return i + 1;
    }
    // "… khiến siêu mẫu thừa nhận"
    if (read.list[i]?.low === 'khiến' && i + 1 < end) return i + 1;
    if (text === ')') depth++;
    else if (text === '(') depth--;
    else if (
      depth === 0 &&
      (text === ',' || text === ';' || text === ':' || text === '-' || text === '–')
    ) {
      return i + 1;
    }
  }
  return from;
}

const MANNERS = phrases([
  'tiếp tục',
  'nhẹ nhàng',
  'chậm rãi',
  'vui vẻ',
  'lập tức',
  'ngay lập tức',
  'một lần nữa',
  'lần nữa',
  'nhiều lần',
  'không ngần ngại',
  'không giấu được',
  'thành thật',
  'chân thành',
  'kiên quyết',
  'cùng',
  'bật',
  'quay sang',
  'trong nước mắt',
  'đồng thời',
  'nói',
  'vừa cười vừa',
]);

/** Number of words of the adverbial that ends at `end`. */
function mannerEndingAt(all: readonly Word[], from: number, end: number): number {
  for (let size = Math.min(4, end - from); size > 0; size--) {
    if (MANNERS.at(all, end - size) === size) return size;
  }
  return 0;
}

const LONGEST_PHRASE = 14;
const FARTHEST_CUT = 40;

/** Word indices of the noun phrase in [from, to) without adverbs around it; null if none is there. */
export function nounPhrase(
  read: Read,
  from: number,
  to: number,
): { from: number; to: number } | null {
  const { list: all } = read;
  let start = from;
  let end = to;
  // "Còn ông", "và họ"
  while (start < end) {
    const size = all[start]?.punct ? 1 : CONNECTORS.at(all, start);
    if (size === 0) break;
    start += size;
  }
  while (end > start) {
    const manner = mannerEndingAt(all, start, end);
    if (manner > 0) {
      end -= manner;
      continue;
    }
    const word = all[end - 1];
    if (word === undefined) break;
    if (word.punct || (ADVERBS.has(word.low) && !word.cap)) {
      end--;
      continue;
    }
    let felt = 0;
    for (let size = 3; size > 0 && felt === 0; size--) {
      if (end - size >= start && feelingAt(all, end - size) === size) felt = size;
    }
    if (felt === 0) break;
    end -= felt;
  }
  if (end <= start) return null;
  const first = all[start];
  if (first === undefined || first.punct) return null;
  // "3 tháng trước khi"
  if (
    /^\p{N}/u.test(first.text) &&
    /^(?:tháng|ngày|năm|giờ|tuần|phút)$/u.test(all[start + 1]?.low ?? '')
  ) {
    return null;
  }
  if (NO_SUBJECT.has(first.low) && !(first.cap && all[start + 1]?.cap)) return null;
  // The phrase ends before a verb, a feeling or an adverb within it.
  for (let i = start + 1; i < Math.min(end, start + FARTHEST_CUT); i++) {
    const word = all[i];
    if (word === undefined) break;
    if (/^(?:khi|để|vì|nhưng|khiến)$/u.test(word.low)) {
      end = all[i - 1]?.low === 'sau' || all[i - 1]?.low === 'trước' ? i - 1 : i;
      break;
    }
    if (word.low === 'là' && !/^(?:tên|xưng|gọi)$/u.test(all[i - 1]?.low ?? '')) {
      end = i;
      break;
    }
    if (word.low === 'này') {
      end = i + 1;
      break;
    }
    if (
      word.text === ',' ||
      word.text === '(' ||
      (ADVERBS.has(word.low) && !word.cap) ||
      verbAt(all, i, true) > 0 ||
      (feelingAt(all, i) > 0 && i > start)
    ) {
      end = i;
      break;
    }
  }
  if (end <= start || (end - start === 1 && ADVERBS.has(first.low))) return null;
  const vague = to - from > LONGEST_PHRASE && /^(?:họ|chúng)$/u.test(first.low);
  return vague || end - start > LONGEST_PHRASE ? null : { from: start, to: end };
}

/** Only "cũng", "nhưng" and the like stand before `at`. */
export function opensClause(read: Read, from: number, at: number): boolean {
  for (let i = from; i < at; i++) {
    const word = read.list[i];
    const size = word?.punct ? 1 : CONNECTORS.at(read.list, i);
    if (size === 0) return false;
    i += size - 1;
  }
  return true;
}

const FARTHEST_PLACE = 12;

/** "Romain Vullo | tại Đại học Rennes |, …": index behind where a person works; `at` if that is not told. */
function behindWorkplace({ list: all }: Read, at: number): number {
  if (!/^(?:tại|ở|thuộc|từ|đến)$/u.test(all[at]?.low ?? '')) return at;
  for (let i = at + 1; i < at + FARTHEST_PLACE; i++) {
    if (all[i] === undefined || verbAt(all, i) > 0) return at;
    if (all[i]?.punct) return i;
  }
  return at;
}

/** "Bà X, tác giả đầu tiên, giáo sư y khoa, … nói": X opens the sentence, no verb of saying follows. */
function isSetOff(
  read: Read,
  from: number,
  { first, nameEnd: name }: Mention,
  to: number,
): boolean {
  const nameEnd = behindWorkplace(read, name);
  if (!/^[,(–-]$/u.test(read.list[nameEnd]?.text ?? '')) return false;
  // "Vừa là thầy thuốc, bà X, …": nothing is said before her either.
  const opens = opensClause(read, from, first) || read.list[first - 1]?.text === ',';
  if (!opens) return false;
  for (let i = from; i < first; i++) if (verbAt(read.list, i) > 0) return false;
  for (let i = nameEnd; i < to; i++) {
    const low = read.list[i]?.low ?? '';
    if (verbAt(read.list, i) > 0 || /^(?:đã|đang|sẽ|thì|được|bị|khi|nhưng)$/u.test(low))
      return false;
  }
  return true;
}

/** "Tờ A dẫn lời ông B nói": B speaks. */
export const isCited = (read: Read, at: number): boolean =>
  read.list[at - 1]?.low === 'lời' && /^(?:dẫn|trích)$/u.test(read.list[at - 2]?.low ?? '');

const RELATIVES = phrases(
  (
    'mẹ|bố|ba|má|cha|vợ|chồng|con|hàng xóm|anh trai|chị gái|em trai|em gái|con trai|con gái|cháu trai|cháu gái|' +
    'ông nội|ông ngoại|bà nội|bà ngoại|mẹ vợ|mẹ chồng|bố vợ|bố chồng|mẹ ruột|bố ruột|mẹ của|bố của|vợ của|chồng của'
  ).split('|'),
);

/**
 * "GS Trần A, người đã mổ hai cháu …, kể", "chị Hòa, mẹ Thảo, nói": who stands before the comma speaks,
 * the words behind it tell who that is. `end`: behind the apposition.
 */
function describedBefore(read: Read, from: number, end: number): Mention | undefined {
  const { list: all } = read;
  return mentionsBetween(read, from, end).find((m) => {
    const at = m.nameEnd + 1;
    const mark = all[m.nameEnd]?.text ?? '';
    if (!/^[,–-]$/u.test(mark) || at >= end || read.inside[m.first] === 1) return false;
    if (isObject(read, m) || !(opensClause(read, from, m.first) || all[m.first - 1]?.text === ','))
      return false;
    const low = all[at]?.low ?? '';
    const size = RELATIVES.at(all, at);
    const kin =
      size > 0 &&
      m.honorific !== null &&
      mentionsIn(read, at, end).some(({ first }) => first >= at && first <= at + size);
    const who =
      low === 'người' && /^(?:đã|từng|vừa|có|đang|được|bị|luôn)$/u.test(all[at + 1]?.low ?? '');
    // "HLV Karl Brandt – người từng dạy Lahm – cũng nói": behind a dash the second mark may be left out.
    if (!kin && !(who && (mark !== ',' || all[end - 1]?.text === ','))) return false;
    for (let i = at; i < end; i++) {
      if (verbAt(all, i) > 0 || (kin && all[i]?.punct === true && i < end - 1)) return false;
    }
    return true;
  });
}

/** Behind "(trú quận Cẩm Lệ)" if that stands at `at`. */
function bracketEnd(read: Read, at: number): number {
  if (read.list[at]?.text !== '(') return at;
  for (let i = at + 1; i < at + 20; i++) if (read.list[i]?.text === ')') return i + 1;
  return at;
}

/** The subject of the verb at `verb` among the words from `from` on. */
export function subjectBefore(read: Read, from: number, verb: number): Subject | null {
  // "Về việc này, Chủ tịch Hội A, ông X, cho biết": set off by commas right before the verb.
  if (read.list[verb - 1]?.text === ',') {
    const apart = mentionsBetween(read, from, verb).find(
      (m) =>
        (m.nameEnd === verb - 1 || m.end === verb - 1 || m.end === verb) &&
        (m.first === from || read.list[m.first - 1]?.punct === true) &&
        (m.honorific !== null || m.titles.length > 0) &&
        read.inside[m.first] === 0,
    );
    if (apart !== undefined) return { kind: 'mention', mention: apart };
  }
  const described = describedBefore(read, from, verb);
  if (described !== undefined) return { kind: 'mention', mention: described };
  let end = verb;
  for (let tries = 0; tries < 4 && end > from; tries++) {
    const start = chunkStart(read, from, end);
    const named = mentionsBetween(read, start, end).filter(
      (mention) => !isObject(read, mention) && read.inside[mention.first] === 0,
    );
    // "Ông X cầu hôn bà Y và tuyên bố": who opens the clause speaks.
    const opening = named[0];
    const quoted = named.findLast(({ first }) => isCited(read, first));
    const mention =
      quoted ??
      (opening !== undefined && opensClause(read, start, opening.first) ? opening : named.at(-1));
    const phrase = nounPhrase(read, start, end);
    // "Thiếu tá X - Bảo tàng Y cho biết": what stands between belongs to X.
    const owner =
      (mention === undefined || mention.bare) && start > from
        ? mentionsIn(read, Math.max(from, start - 40), start).find(
            (m) =>
              m.nameEnd < start &&
              (bracketEnd(read, m.end) >= start - 1 || isSetOff(read, from, m, start)),
          )
        : undefined;
    // "… Marco Polo, người mô tả …"
    const relative =
      phrase !== null && phrase.to - phrase.from === 1 && read.list[phrase.from]?.low === 'người';
    if (relative && owner !== undefined) return { kind: 'mention', mention: owner };
    if (
      owner !== undefined &&
      !isObject(read, owner) &&
      owner.first >= from &&
      phrase !== null &&
      !isPronoun(read, phrase.from)
    ) {
      return { kind: 'mention', mention: owner };
    }
    if (mention !== undefined) {
      // "… về Hải thì ông nói": a pronoun nearer to the verb.
      if (phrase !== null && phrase.from >= mention.nameEnd && isPronoun(read, phrase.from)) {
        return { kind: 'phrase', ...phrase };
      }
      return { kind: 'mention', mention };
    }
    if (
      phrase !== null &&
      read.inside[phrase.from] === 0 &&
      (tries === 0 || isPronoun(read, phrase.from) || (tries > 0 && start === from))
    ) {
      const covered = mentionsIn(read, Math.max(0, phrase.from - 40), phrase.from + 1).find(
        (m) => m.first <= phrase.from && phrase.to <= m.end && m.nameEnd <= verb,
      );
      if (covered === undefined) return { kind: 'phrase', ...phrase };
      return { kind: 'mention', mention: covered };
    }
    end = start - 1;
    while (end > from && read.inside[end - 1] === 1) end--;
  }
  return null;
}

export function isPronoun(read: Read, at: number): boolean {
  const word = read.list[at];
  if (word === undefined || !PRONOUNS.has(word.low)) return false;
  // "anh trai của ông X", "cô giáo"
  if (KIN.has(read.list[at + 1]?.low ?? '')) return false;
  const next = read.list[at + Math.max(1, honorificAt(read.list, at))];
  return next === undefined || !next.cap;
}
