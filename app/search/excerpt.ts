/** A part of a paragraph around what was found in it. */
import { rangesOf, type Standing } from '../../indexer/highlight.ts';
import type { MarkedText, Passage } from '../search-answer.ts';

/** UTF-16 units that an excerpt has about. */
export const EXCERPT_LENGTH = 280;
const LEAD = 60;

export function marked(text: string, standings: readonly Standing[]): MarkedText {
  return { text, highlights: rangesOf(standings) };
}

/** Number of different units. */
export function unitCount(standings: readonly Standing[]): number {
  return new Set(standings.map((one) => one.unit)).size;
}

/** The start of the window that holds most different units, then most places; the first of equals. */
function bestStart(standings: readonly Standing[], length: number): number {
  let best = { start: 0, units: 0, places: 0 };
  for (const { start } of standings) {
    const inside = standings.filter(
      (one) => one.start >= start && one.end <= start + length - LEAD,
    );
    const units = unitCount(inside);
    if (units > best.units || (units === best.units && inside.length > best.places)) {
      best = { start, units, places: inside.length };
    }
  }
  return best.start;
}

const isSpace = (text: string, at: number) => /\s/u.test(text.charAt(at));

/** The paragraph whole where it is short, else its best part, cut at spaces. */
export function excerpt(
  text: string,
  standings: readonly Standing[],
  paragraph: number,
  length = EXCERPT_LENGTH,
): Passage {
  if (text.length <= length + LEAD)
    return { ...marked(text, standings), paragraph, offset: 0, cut: false };
  let start = Math.max(0, Math.min(bestStart(standings, length) - LEAD, text.length - length));
  while (start > 0 && !isSpace(text, start - 1)) start--;
  let end = Math.min(text.length, start + length);
  while (end < text.length && end > start && !isSpace(text, end)) end--;
  if (end === start) end = Math.min(text.length, start + length);
  const inside = standings.filter((one) => one.start >= start && one.end <= end);
  const moved = inside.map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
  return {
    ...marked(text.slice(start, end), moved),
    paragraph,
    offset: start,
    cut: end < text.length,
  };
}
