/** What each paper publishes, night by night: drawn by a fixed seed, its words made when they are asked for. */
import { vietnamTime } from '../../core/clock.ts';
import { noonBefore } from './calendar.ts';
import type { Story } from './markup/page.ts';
import { faultOf, type Paper, TET_NIGHTS } from './papers.ts';
import {
  captionText,
  headlineText,
  paragraphText,
  personName,
  quoteText,
  sectionName,
  seeded,
} from './words.ts';

const HOUR = 3_600_000;

/** What becomes of an article so long after it was first fetched. */
export interface Fate {
  readonly kind: 'changed' | 'gone-404' | 'gone-410' | 'moved';
  readonly afterMs: number;
}

export interface Piece {
  /** From 1, in the order of publication. */
  readonly number: number;
  readonly night: number;
  /** From then on it is named and served. */
  readonly publishedAt: number;
  readonly fate: Fate | null;
  /** The first of its night: some faults are tied to it. */
  readonly first: boolean;
}

const AFTER = [HOUR / 2, 12 * HOUR, 72 * HOUR];

function fateOf(draw: number, when: number): Fate | null {
  const afterMs = AFTER[Math.floor(when * AFTER.length)] ?? HOUR;
  if (draw < 0.08) return { kind: 'changed', afterMs };
  if (draw < 0.1) return { kind: 'gone-404', afterMs: Math.max(afterMs, 12 * HOUR) };
  if (draw < 0.12) return { kind: 'gone-410', afterMs: Math.max(afterMs, 12 * HOUR) };
  if (draw < 0.14) return { kind: 'moved', afterMs: Math.max(afterMs, 12 * HOUR) };
  return null;
}

/** @param articles a night, on average */
export function newsOf(paper: Paper, nights: number, articles: number): readonly Piece[] {
  const random = seeded(paper.slot * 7_919 + 17);
  const pieces: Piece[] = [];
  for (let night = 1; night <= nights; night += 1) {
    const spread = Math.floor(articles / 6);
    let count = articles - spread + Math.floor(random() * (2 * spread + 1));
    // In Tết two or three a day, on every third day nothing.
    if (TET_NIGHTS.has(night))
      count = (paper.slot + night) % 3 === 0 ? 0 : 2 + Math.floor(random() * 2);
    const moments = Array.from({ length: count }, () => Math.floor(random() * 11 * 60) + 15);
    for (const [i, minute] of moments.sort((a, b) => a - b).entries())
      pieces.push({
        number: pieces.length + 1,
        night,
        publishedAt: noonBefore(night) + minute * 60_000,
        fate: fateOf(random(), random()),
        first: i === 0,
      });
  }
  return pieces;
}

const wordsOf = (paper: Paper, piece: Piece) =>
  seeded(paper.slot * 1_000_003 + piece.number * 31 + 7);

export const headlineOf = (paper: Paper, piece: Piece) =>
  headlineText(wordsOf(paper, piece), piece.number);

/** The words of a piece. @param changed as it is after it was corrected */
export function storyOf(paper: Paper, piece: Piece, changed: boolean): Story {
  const random = wordsOf(paper, piece);
  const headline = headlineText(random, piece.number);
  const author = random() < 0.9 ? personName(random) : null;
  const caption = random() < 0.85 ? captionText(random) : null;
  const section = sectionName(random);
  const sapo = paragraphText(random).split('. ')[0] ?? '';
  const body = Array.from({ length: 7 }, () => paragraphText(random));
  body.splice(3, 0, quoteText(random));
  if (changed) body.push(`Bản này đã được sửa sau khi đăng, bài số ${piece.number}.`);
  const ahead = faultOf(paper, 'future', piece.night) && piece.first ? 40 * 24 * HOUR : 0;
  return {
    number: piece.number,
    headline,
    sapo: `${sapo}.`,
    author,
    section,
    publishedAt: vietnamTime(new Date(piece.publishedAt + ahead)).slice(0, 19),
    paragraphs: body,
    caption,
  };
}
