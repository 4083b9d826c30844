/** Spotting: where a passage prints the name of a unit, and what stands right before it. */
import { company } from './places-company.ts';
import { type NameMatch, namesAt, otherNameEnd, placeWords } from './places-names.ts';
import { after, isSurname, personEnd, unknownEnd } from './places-runs.ts';
import type { Syllable } from './places-text.ts';
import { hintBefore, type TypeHint } from './places-type-words.ts';

export interface Spot {
  /** Place of the passage in the list handed in. */
  readonly passage: number;
  /** Syllables: first of the span, first of the name, first behind it. */
  readonly from: number;
  readonly name: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly hint: TypeHint | null;
  /** Names that fit from this syllable on, longest first; [] = a typed name that no list knows. */
  readonly matches: readonly NameMatch[];
  /** A bare name in doubtful company: only strong evidence makes it a place. */
  readonly doubtful: boolean;
  /** Behind a word that places follow: ở, tại, Công an. */
  readonly led: boolean;
  /** Behind a word that nothing but a place follows: đảo, Huyện ủy. */
  readonly sure: boolean;
  /** First word behind "đường", "cao tốc": one end of a road if another name follows. */
  readonly road: boolean;
}

/** Every spot of a passage, in order, none overlapping. Linear in its length. */
export function spots(list: readonly Syllable[], passage: number): Spot[] {
  const words = placeWords();
  const found: Spot[] = [];
  let lastEnd = 0;
  for (let at = 0; at < list.length; at++) {
    const here = list[at];
    if (!here) break;
    if (!here.cap && !here.digits) continue;
    const hint = isPress(list, at) ? null : hintBefore(list, at);
    if (here.digits && !hint?.types.some((type) => type === 'Quận' || type === 'Phường')) continue;
    const other = hint === null ? otherNameEnd(list, at) : at;
    if (other > at) {
      at = other - 1;
      continue;
    }
    const matches = namesAt(list, at);
    const longest = matches[0];
    const spot = (to: number, doubtful: boolean, kept: readonly NameMatch[]): Spot => {
      const from = hint?.from ?? at;
      return {
        passage,
        from,
        name: at,
        to,
        start: list[from]?.start ?? 0,
        end: list[to - 1]?.end ?? 0,
        hint,
        matches: kept,
        doubtful,
        led: after(list, at, words.leads),
        sure: after(list, at, words.sure),
        road: after(list, from, words.roads),
      };
    };
    const typed = hint !== null && (hint.from !== null || longest !== undefined);
    if (typed && hint) {
      const fitting = matches.filter((m) => fits(m, hint));
      const first = fitting[0] ?? (hint.from === null ? longest : undefined);
      // "xã Thanh" is one, "xã Thanh Bình" that no list knows is none of it.
      const cut =
        first?.end === at + 1 &&
        list[at + 1]?.cap &&
        list[at + 1]?.gap === 'space' &&
        !isSurname(list[at + 1]);
      const best = cut ? undefined : first;
      const to = best?.end ?? unknownEnd(list, at);
      if (to > at && (best || hint.levels.some((level) => level !== 'province'))) {
        found.push(spot(to, false, best ? [best] : []));
        lastEnd = to;
        at = to - 1;
        if (here.digits) at = numberList(list, found, hint, to, passage) - 1;
        continue;
      }
    }
    if (!longest) {
      // A person's name: none of its syllables is a place, but a province may follow it.
      if (isSurname(here) && here.gap !== 'hyphen') at = personEnd(list, at) - 1;
      continue;
    }
    if (longest.node.alias === 'typed') continue;
    if (longest.end > at + 1 && otherNameEnd(list, at + 1) > longest.end) {
      at = longest.end;
      continue;
    }
    const { skip, doubtful } = company(list, at, longest, lastEnd);
    if (skip) {
      at = Math.max(longest.end, isSurname(here) ? personEnd(list, at) : 0) - 1;
      continue;
    }
    found.push(spot(longest.end, doubtful, [longest]));
    lastEnd = longest.end;
    at = longest.end - 1;
  }
  return found;
}

/** "P.V" is the reporter, no ward. */
function isPress(list: readonly Syllable[], at: number): boolean {
  const [before, here] = [list[at - 1], list[at]];
  return before?.low === 'p' && here?.low === 'v' && here.start === before.end + 1;
}

function fits(match: NameMatch, hint: TypeHint): boolean {
  return (
    match.node.units.some((u) => hint.levels.includes(u.level)) ||
    match.node.former.some((u) => hint.levels.includes(u.level))
  );
}

/** "quận 1, 3 và 5": the numbers behind the first. Answers the syllable to go on with. */
function numberList(
  list: readonly Syllable[],
  found: Spot[],
  hint: TypeHint,
  from: number,
  passage: number,
): number {
  let at = from;
  for (;;) {
    const and = list[at]?.low === 'và' ? 1 : 0;
    const item = list[at + and];
    if (!item?.digits || (item.gap !== 'comma' && and === 0)) return at;
    const next = list[at + and + 1];
    if (next && next.gap === 'space' && !['và', 'của', 'tp', 'quận', 'có', 'đã'].includes(next.low))
      return at;
    const match = namesAt(list, at + and).find((m) => fits(m, hint));
    if (!match) return at;
    found.push({
      passage,
      from: at + and,
      name: at + and,
      to: match.end,
      start: item.start,
      end: item.end,
      hint: { ...hint, from: null, plural: true },
      matches: [match],
      doubtful: false,
      led: false,
      sure: false,
      road: false,
    });
    at = match.end;
  }
}
