/**
 * Where the units of a question stand in an original text: the same rule by which the engines find them,
 * applied to the text itself, so that every engine's hits are marked alike.
 */
import type { Spelling, Unit } from '../core/search.ts';
import { type KeyToken, keyTokens } from '../vietnamese/index.ts';

/** One place where a unit stands; UTF-16 offsets, end exclusive. */
export interface Standing {
  readonly start: number;
  readonly end: number;
  /** Index of the unit. */
  readonly unit: number;
  /** With the spelling as typed. */
  readonly exact: boolean;
  /** 0: written as in the unit; n: as in its nth alternative. */
  readonly way: number;
}

export interface Finder {
  /** In the order of the text; may overlap. */
  find(text: string): Standing[];
}

interface Entry {
  readonly spelling: Spelling;
  readonly unit: number;
  readonly way: number;
}

function standsAt(
  tokens: readonly KeyToken[],
  at: number,
  words: readonly string[],
  exact: boolean,
): boolean {
  return words.every((word, i) => {
    const token = tokens[at + i];
    if (!token || (i > 0 && !token.joined)) return false;
    return (exact ? token.key : token.folded) === word;
  });
}

/** A finder of these units, each in all of its spellings. */
export function openFinder(units: readonly Unit[], exactOnly: boolean): Finder {
  const byFirst = new Map<string, Entry[]>();
  units.forEach((unit, index) => {
    for (const [way, spelling] of [unit, ...unit.alternatives].entries()) {
      const first = spelling.folded[0] ?? '';
      const entries = byFirst.get(first);
      if (entries) entries.push({ spelling, unit: index, way });
      else byFirst.set(first, [{ spelling, unit: index, way }]);
    }
  });
  return {
    find: (text) => {
      if (byFirst.size === 0) return [];
      const tokens = keyTokens(text);
      const found: Standing[] = [];
      tokens.forEach((token, at) => {
        for (const { spelling, unit, way } of byFirst.get(token.folded) ?? []) {
          const exact = standsAt(tokens, at, spelling.exact, true);
          if (!exact && (exactOnly || !standsAt(tokens, at, spelling.folded, false))) continue;
          const last = tokens[at + spelling.folded.length - 1] ?? token;
          found.push({ start: token.start, end: last.end, unit, exact, way });
        }
      });
      return found;
    },
  };
}

/** Each syllable as a unit of its own: what a question loosened to words looks for. */
export function unitsByWord(units: readonly Unit[]): Unit[] {
  return units.flatMap((unit) =>
    unit.folded.map((folded, i) => ({
      text: folded,
      folded: [folded],
      exact: [unit.exact[i] ?? folded],
      marked: [unit.marked[i] ?? false],
      alternatives: [],
    })),
  );
}

/** Sorted ranges that do not overlap. */
export function rangesOf(standings: readonly Standing[]): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end } of [...standings].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = ranges.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}
