/**
 * Where the units of a question stand in an original text: the same rule by which the engines find them,
 * applied to the text itself, so that every engine's hits are marked alike.
 */
import type { Spelling, Unit } from '../core/search.ts';
import { type KeyToken, openRunFinder } from '../vietnamese/index.ts';

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

/** Whether a run of tokens begins with these words. */
function stands(run: readonly KeyToken[], words: readonly string[], exact: boolean): boolean {
  return words.every((word, i) => {
    const token = run[i];
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
  if (byFirst.size === 0) return { find: () => [] };
  const runsOf = openRunFinder(
    new Map(
      [...byFirst].map(([first, entries]) => [
        first,
        Math.max(...entries.map(({ spelling }) => spelling.folded.length)),
      ]),
    ),
  );
  return {
    find: (text) => {
      const found: Standing[] = [];
      for (const run of runsOf(text)) {
        const [first] = run;
        if (!first) continue;
        for (const { spelling, unit, way } of byFirst.get(first.folded) ?? []) {
          const exact = stands(run, spelling.exact, true);
          if (!exact && (exactOnly || !stands(run, spelling.folded, false))) continue;
          const last = run[spelling.folded.length - 1] ?? first;
          found.push({ start: first.start, end: last.end, unit, exact, way });
        }
      }
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
