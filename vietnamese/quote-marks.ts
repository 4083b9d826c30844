/** Which quotation mark opens and which closes: the stretches of an article that stand in marks. */
import type { Marked, TextSpan } from './marked.ts';
import { tailAt, verbAt } from './reporting.ts';
import { findSingles } from './single-marks.ts';
import { type ReadPassage, words } from './words.ts';

const MARK = /["“”„‟«»]/gu;
const OPENERS = '“„«';
const CLOSERS = '”‟»';
/** A quotation that is not closed after so many passages never will be. */
const FARTHEST = 12;
/** So many unclosed openings in one passage, and the rest of it is left alone: keeps time linear. */
const MOST_UNCLOSED = 8;
const ENDS = /^[\s.,;:?!…]*$/u;

type Side = 'opens' | 'closes' | 'either';

/** What the neighbours of a mark say about it: a space before it, a letter after it … */
function side(text: string, at: number): Side {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const free = before === '' || /[\s([{:\-–—/“"«]/u.test(before);
  const freeAfter = after === '' || /[\s.,;:?!…)\]}\-–—/”"»]/u.test(after);
  if (free && !freeAfter) return 'opens';
  if (freeAfter && !free) return 'closes';
  return 'either';
}

function opens(text: string, at: number, depth: number): boolean {
  const mark = text.charAt(at);
  const seen = side(text, at);
  if (OPENERS.includes(mark)) return seen !== 'closes' || depth === 0;
  if (CLOSERS.includes(mark)) return seen === 'opens' && depth === 0;
  if (seen === 'opens') return true;
  return seen === 'either' && depth === 0;
}

interface Closing {
  readonly spans: TextSpan[];
  readonly last: number;
  readonly close: number;
}

/** Marks of each passage, by offset. */
function marksOf(passages: readonly ReadPassage[]): number[][] {
  return passages.map(({ text }) => [...text.matchAll(MARK)].map((match) => match.index));
}

function follows(passages: readonly ReadPassage[], from: number): number {
  const here = passages[from];
  if (here === undefined || here.paragraph < 1) return -1;
  for (let i = from + 1; i < passages.length; i++) {
    if (passages[i]?.type !== 'caption') return passages[i]?.type === 'paragraph' ? i : -1;
  }
  return -1;
}

// takes: "…, chị Hoa kể.", "… - ông Nam nói thêm."; the clause of an attribution has few words
const LAST_CLAUSE = /(?:,| [-–—])\s+([^,;:“”"]{2,70})\.\s*$/u;
const LONGEST_CLAUSE = 120;

/** The paragraph ends by telling who spoke: its closing mark was forgotten before that. */
function endsInAttribution(text: string): boolean {
  const clause = LAST_CLAUSE.exec(text.slice(-LONGEST_CLAUSE))?.[1];
  if (clause === undefined) return false;
  const list = words(clause);
  for (let size = Math.min(4, list.length - 1); size > 0; size--) {
    const at = list.length - size;
    if (tailAt(list, at) === size) continue;
    if (verbAt(list, at) !== size) continue;
    return true;
  }
  return false;
}

/** Looks for the mark that closes what opens at `marks[first][index]`; null if it is not there. */
function closing(
  passages: readonly ReadPassage[],
  marks: readonly number[][],
  first: number,
  index: number,
): Closing | null {
  const spans: TextSpan[] = [];
  let depth = 1;
  let start = (marks[first]?.[index] ?? 0) + 1;
  let at = first;
  let next = index + 1;
  let reopens: boolean | null = null;
  for (let seen = 0; seen < FARTHEST; seen++) {
    const { text, paragraph } = passages[at] ?? { text: '', paragraph: 0 };
    const here = marks[at] ?? [];
    for (let i = next; i < here.length; i++) {
      const mark = here[i] ?? 0;
      if (opens(text, mark, depth)) {
        // Speech that begins behind a colon in a later paragraph belongs to somebody else.
        if (at !== first && depth === 1 && /:\s*$/u.test(text.slice(Math.max(0, mark - 3), mark))) {
          return null;
        }
        depth++;
      } else if (--depth === 0) {
        spans.push({ paragraph, start, end: mark });
        return { spans, last: at, close: mark + 1 };
      }
    }
    // One mark that closes a nested stretch and the whole at a paragraph's end.
    const ending = here.at(-1);
    if (
      depth === 1 &&
      ending !== undefined &&
      here.length > next &&
      ENDS.test(text.slice(ending + 1))
    ) {
      spans.push({ paragraph, start, end: ending });
      return { spans, last: at, close: ending + 1 };
    }
    spans.push({ paragraph, start, end: text.length });
    if (endsInAttribution(text)) return null;
    // What is nested and never closed is closed by the paragraph's end.
    depth = 1;
    at = follows(passages, at);
    if (at < 0) return null;
    const begin = /^\s*["“„«]/u.exec(passages[at]?.text ?? '');
    if (reopens === false && begin !== null) return null;
    if (reopens === null) reopens = begin !== null;
    start = begin === null ? 0 : begin[0].length;
    next = begin === null ? 0 : 1;
  }
  return null;
}

/**
 * The outermost stretches in marks, in reading order. A quotation runs from its opening mark to the
 * mark that closes it, over paragraphs whether or not each re-opens; captions between are skipped.
 */
export function findMarked(passages: readonly ReadPassage[]): Marked[] {
  const marks = marksOf(passages);
  const found: Marked[] = [];
  const taken = new Map<number, number>();
  for (let at = 0; at < passages.length; at++) {
    const passage = passages[at];
    const here = marks[at] ?? [];
    if (passage === undefined) continue;
    let free = taken.get(at) ?? 0;
    let unclosed = 0;
    for (let i = 0; i < here.length && unclosed < MOST_UNCLOSED; i++) {
      const open = here[i] ?? 0;
      if (open < free || !opens(passage.text, open, 0)) continue;
      const end = closing(passages, marks, at, i);
      if (end === null) {
        unclosed++;
        const { paragraph, text } = passage;
        const rest = here.length - 1 === i ? text.length : (here[i + 1] ?? text.length);
        const spans = [{ paragraph, start: open + 1, end: rest }];
        found.push({ spans, first: at, open, last: at, close: rest, broken: true });
        free = rest;
      } else {
        found.push({ ...end, first: at, open, broken: false });
        if (end.last === at) free = end.close;
        else {
          for (let k = at; k < end.last; k++) taken.set(k, Number.MAX_SAFE_INTEGER);
          taken.set(end.last, end.close);
          break;
        }
      }
    }
  }
  const singles = findSingles(passages, found);
  if (singles.length === 0) return found;
  return [...found, ...singles].sort((a, b) => a.first - b.first || a.open - b.open);
}
