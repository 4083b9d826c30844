/** Sapo of layouts that print it as the first, wholly bold paragraph of the body. */
import type { Element } from 'domhandler';
import { findFigures } from '../captions/find.ts';
import { letters } from '../page/text.ts';
import { type TextBlock, walkBody } from './walk.ts';

/** A shorter bold line is a crosshead. */
const SHORTEST = 60;

export function leadParagraph(body: Element): readonly string[] {
  const first = textBlocks(body)[0];
  if (!first || first.heading || first.text.length < SHORTEST) return [];
  return isBold(first) ? [first.text] : [];
}

/** All of its letters are bold; white space between elements does not count. */
export function isBold({ text, bold }: TextBlock): boolean {
  return bold >= letters(text) * 0.95;
}

/** The container's texts without captions. */
export function textBlocks(body: Element): readonly TextBlock[] {
  const figures = findFigures(body, [], {
    base: 'http://localhost/',
    headline: null,
    skip: new Set(),
  });
  return walkBody(body, new Set(), figures).filter((block) => block.kind === 'text');
}
