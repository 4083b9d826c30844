/** A stretch of a question cut into units: compounds, names and glued words as phrases, the rest word by word. */
import type { Spelling, Unit } from '../../core/search.ts';
import {
  compoundsAt,
  isMarked,
  type KeyToken,
  keyTokens,
  nameLengthAt,
} from '../../vietnamese/index.ts';
import { alternativesOf } from './alternatives.ts';

export function spellingOf(tokens: readonly KeyToken[]): Spelling {
  return {
    folded: tokens.map((token) => token.folded),
    exact: tokens.map((token) => token.key),
    marked: tokens.map(isMarked),
  };
}

function unitOf(text: string, tokens: readonly KeyToken[], compound: string | null): Unit {
  const start = tokens[0]?.start ?? 0;
  const printed = text.slice(start, tokens.at(-1)?.end ?? start);
  return {
    text: printed,
    ...spellingOf(tokens),
    alternatives: alternativesOf(printed, compound, tokens),
  };
}

/** "24/5", "KT-XH", "1.500": neighbours without a space. "TP.Hà" are two words. */
function gluedLength(text: string, tokens: readonly KeyToken[], at: number): number {
  let length = 1;
  for (;;) {
    const before = tokens[at + length - 1];
    const after = tokens[at + length];
    if (!before || !after?.joined) return length;
    const gap = text.slice(before.end, after.start);
    if (/\s/u.test(gap) || (gap === '.' && !/[0-9]$/u.test(before.text))) return length;
    length++;
  }
}

interface Piece {
  readonly length: number;
  readonly compound: string | null;
  readonly worth: number;
}

/** A learnt one of three and more may have lent a syllable from its neighbour: it is worth less than listed ones. */
function worthOf({
  length,
  learnt,
}: {
  readonly length: number;
  readonly learnt: boolean;
}): number {
  if (!learnt) return length ** 2 + 0.5;
  return length === 2 ? 4.25 : length ** 2 - 0.75;
}

/** What may stand at a token. Long pieces are worth more than their parts, a known one more than another. */
function piecesAt(text: string, tokens: readonly KeyToken[], at: number): Piece[] {
  const glued = gluedLength(text, tokens, at);
  const name = nameLengthAt(tokens, at);
  return [
    { length: 1, compound: null, worth: 1 },
    ...(glued > 1 ? [{ length: glued, compound: null, worth: glued ** 2 }] : []),
    ...(name > 1 ? [{ length: name, compound: null, worth: name ** 2 + 0.25 }] : []),
    ...compoundsAt(tokens, at).map((compound) => ({
      length: compound.length,
      compound: compound.text,
      worth: worthOf(compound),
    })),
  ];
}

/** The units of a stretch that was typed without quotation marks: the cut that is worth most. */
export function unitsOf(text: string): Unit[] {
  const tokens = keyTokens(text);
  const best: { readonly worth: number; readonly piece: Piece | null }[] = [];
  best[tokens.length] = { worth: 0, piece: null };
  for (let at = tokens.length - 1; at >= 0; at--) {
    for (const piece of piecesAt(text, tokens, at)) {
      const worth = piece.worth + (best[at + piece.length]?.worth ?? 0);
      if (worth > (best[at]?.worth ?? 0)) best[at] = { worth, piece };
    }
  }
  const units: Unit[] = [];
  for (let at = 0; at < tokens.length; ) {
    const piece = best[at]?.piece;
    const length = piece?.length ?? 1;
    units.push(unitOf(text, tokens.slice(at, at + length), piece?.compound ?? null));
    at += length;
  }
  return units;
}

/** One unit for each run of neighbours: no phrase stands across a comma, so none is asked for there. */
export function phraseUnits(text: string): Unit[] {
  const runs: KeyToken[][] = [];
  for (const token of keyTokens(text)) {
    const run = runs.at(-1);
    if (run && token.joined) run.push(token);
    else runs.push([token]);
  }
  return runs.map((run) => unitOf(text, run, null));
}
