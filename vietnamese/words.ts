/** A passage cut into words and punctuation for reading names, titles and quotations: not for search. */
import { canonicalTone } from './canonical-tone.ts';
import { isSyllable } from './syllables.ts';

/** One stretch of an article's text; `paragraph` is -1 for the headline, 0 for the sapo. */
export interface ReadPassage {
  readonly paragraph: number;
  readonly type: string;
  readonly text: string;
}

export interface Word {
  readonly text: string;
  /** Lower case with the tone mark in its old-style place. */
  readonly low: string;
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Begins with a capital letter. */
  readonly cap: boolean;
  /** Punctuation, one character. */
  readonly punct: boolean;
}

// takes: N.V.A · PGS.TS · TP.HCM · GD&ĐT · Covid-19 · Nguyễn · one punctuation mark
const WORD =
  /\p{Lu}(?:\.\p{Lu}){1,4}(?![\p{L}\p{M}])|\p{Lu}[\p{Lu}\p{N}]{0,3}(?:\.[ ]?(?=\p{Lu}{2,4}(?![\p{L}\p{M}]))\p{Lu}{2,4})+(?![\p{L}\p{M}])|[\p{L}\p{M}\p{N}]+(?:[-&/’'][\p{L}\p{M}\p{N}]+)*|\S/gu;
const LETTER = /^[\p{L}\p{N}]/u;
const CAPITAL = /^\p{Lu}/u;
// takes: bàUrsula, củaSHB, a lost space; refuses iPhone, eKYC
const GLUED = /^(\p{Ll}{2,6})(\p{Lu}[\p{L}\p{M}]+)$/u;
// The second half of Khuđược, Namcũng, Bidenở: a word of grammar. Vé-ran, Be-lém, Ki-tô are one foreign name.
const BEHIND = new Set(
  (
    'và là có cùng nói trong đã đang được ở của với từ để về bị không cũng như vào vừa sẽ đến tại này cho rất ' +
    'chia khẳng ngày khi theo trên dưới sau trước nhưng mà thì rằng đó gồm nằm khoảng gần'
  ).split(' '),
);
const VIETNAMESE = /[^\p{ASCII}]/u;
const FOREIGN = /^[A-Z][a-z]{2,}$/u;

const REMEMBERED = 20_000;
const lows = new Map<string, string>();

/** Lower case, tone mark in its old-style place. */
export function lowered(text: string): string {
  const known = lows.get(text);
  if (known !== undefined) return known;
  const low = canonicalTone(text.toLowerCase());
  if (text.length <= 24) {
    if (lows.size >= REMEMBERED) lows.clear();
    lows.set(text, low);
  }
  return low;
}

function word(text: string, start: number): Word {
  return {
    text,
    low: lowered(text),
    start,
    end: start + text.length,
    cap: CAPITAL.test(text),
    punct: !LETTER.test(text),
  };
}

/** Two words that lost the space between them. */
function unglued(text: string): [string, string] | null {
  const before = GLUED.exec(text);
  if (before?.[1] !== undefined && before[2] !== undefined && isSyllable(before[1])) {
    return [before[1], before[2]];
  }
  if (
    text.length > 14 ||
    !CAPITAL.test(text) ||
    !VIETNAMESE.test(text) ||
    isSyllable(lowered(text))
  )
    return null;
  for (let at = 2; at < text.length; at++) {
    const [first, behind] = [text.slice(0, at), text.slice(at)];
    if (!BEHIND.has(behind)) continue;
    // Behind a foreign name only a word with marks: "Bidenở", not "Mirela".
    if (isSyllable(lowered(first)) || (FOREIGN.test(first) && VIETNAMESE.test(behind)))
      return [first, behind];
  }
  return null;
}

/** The words and punctuation marks of a text in order. Linear. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const parts = match[0].length > 3 ? unglued(match[0]) : null;
    if (parts === null) found.push(word(match[0], match.index));
    else {
      found.push(word(parts[0], match.index), word(parts[1], match.index + parts[0].length));
    }
  }
  return found;
}

/** A set of phrases that is asked for the longest one that stands at a word. */
export interface Phrases {
  /** Number of words of the longest phrase at `at`, 0 for none. */
  at(list: readonly Word[], at: number): number;
}

interface Node {
  end: boolean;
  readonly next: Map<string, Node>;
}

/** Compares in lower case; a phrase is given as it is printed. */
export function phrases(all: Iterable<string>): Phrases {
  const root: Node = { end: false, next: new Map() };
  for (const phrase of all) {
    let node = root;
    for (const { low } of words(phrase)) {
      let next = node.next.get(low);
      if (next === undefined) {
        next = { end: false, next: new Map() };
        node.next.set(low, next);
      }
      node = next;
    }
    node.end = true;
  }
  return {
    at(list, at) {
      let node: Node | undefined = root;
      let longest = 0;
      for (let i = at; node !== undefined; i++) {
        if (node.end) longest = i - at;
        const low = list[i]?.low;
        if (low === undefined) break;
        node = node.next.get(low);
      }
      return longest;
    },
  };
}
