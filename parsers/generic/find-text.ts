/** Finds the text of a page by readability's measure of where paragraphs are, where no layout says it. */
import { Readability } from '@mozilla/readability';
import type { Element } from 'domhandler';
import { parseHTML } from 'linkedom';
import { openPage, type Page } from '../page/document.ts';
import { textOf } from '../page/text.ts';
import { GENERIC_LAYOUT } from './layout.ts';

export interface FoundText {
  /** Holds nothing but the container. */
  readonly page: Page;
  readonly container: Element;
}

/** Letters and spaces. Less is a teaser or a notice, and no article is made of it. */
const SHORTEST = 250;
/** Readability walks the page several times over: a limit of elements instead of one of time. */
const MOST_ELEMENTS = 20_000;

/** @returns null where the page has no stretch of text that looks like an article's */
export function findText({ html, base, index }: Page): FoundText | null {
  if (index.all.length > MOST_ELEMENTS) return null;
  const { document } = parseHTML(html);
  const content = new Readability(document, {
    charThreshold: SHORTEST,
    keepClasses: true,
  }).parse()?.content;
  if (!content) return null;
  const page = openPage(`<div id="diembao-generic">${content}</div>`, base);
  const [container] = GENERIC_LAYOUT.body.container.flatMap((selector) => page.all(selector));
  return container && textOf(container).length >= SHORTEST ? { page, container } : null;
}
