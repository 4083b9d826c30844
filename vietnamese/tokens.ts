/** A text cut into syllables and numbers, with offsets. Vietnamese writes a space between syllables. */
import { exactKey } from './exact-key.ts';
import { fold } from './fold.ts';
import { isInvisible } from './normalise.ts';

export interface Token {
  /** As printed. */
  readonly text: string;
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** `fold(text)` */
  readonly folded: string;
  /** `exactKey(text)` */
  readonly key: string;
}

const WORD = /[\p{L}\p{M}\p{N}]/u;
/** By UTF-16 unit: 0 not known yet, 1 part of a word, 2 not, 3 without width, 4 surrogate. */
const kinds = new Uint8Array(0x10000);

function kindOf(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = kinds[unit];
  if (known !== undefined && known !== 0) return known;
  const char = text.charAt(at);
  const kind =
    unit >= 0xd800 && unit <= 0xdfff ? 4 : isInvisible(char) ? 3 : WORD.test(char) ? 1 : 2;
  kinds[unit] = kind;
  return kind;
}

const REMEMBERED = 50_000;
const folds = new Map<string, string>();

function foldOf(text: string): string {
  const known = folds.get(text);
  if (known !== undefined) return known;
  const folded = fold(text);
  if (text.length <= 24) {
    if (folds.size >= REMEMBERED) folds.clear();
    folds.set(text, folded);
  }
  return folded;
}

/** Offsets of the tokens alone: [start, end, start, end, …]. */
export function tokenOffsets(text: string): number[] {
  const offsets: number[] = [];
  let start = -1;
  let end = -1;
  for (let i = 0; i < text.length; i++) {
    let kind = kindOf(text, i);
    let width = 1;
    if (kind === 4) {
      const point = text.codePointAt(i) ?? 0;
      if (point > 0xffff) width = 2;
      kind = point > 0xffff && WORD.test(String.fromCodePoint(point)) ? 1 : 2;
    }
    if (kind === 1) {
      if (start < 0) start = i;
      end = i + width;
    } else if (kind === 2 && start >= 0) {
      // A mark without a width neither starts nor ends a token, but may stand inside one.
      offsets.push(start, end);
      start = -1;
    }
    i += width - 1;
  }
  if (start >= 0) offsets.push(start, end);
  return offsets;
}

/** The tokens of a text in order: runs of letters, their marks and digits. Linear, never throws. */
export function tokens(text: string): Token[] {
  const offsets = tokenOffsets(text);
  const found: Token[] = [];
  for (let i = 0; i < offsets.length; i += 2) {
    const start = offsets[i] ?? 0;
    const end = offsets[i + 1] ?? 0;
    const word = text.slice(start, end);
    found.push({ text: word, start, end, folded: foldOf(word), key: exactKey(word) });
  }
  return found;
}
