/** Finding the gold's short anchors in an article's text. */
import { type Article, passages, type Span } from '../../core/article.ts';

export type Text = Pick<Article, 'headline' | 'sapo' | 'blocks'>;

/** A place in the article: a paragraph and UTF-16 offsets, or null where the words don't stand there. */
export type Found = Span | null;

export function paragraphText(article: Text, paragraph: number): string {
  return passages(article).find((passage) => passage.paragraph === paragraph)?.text ?? '';
}

const OUTER = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Words as the rules count them: split at white space, punctuation at the two outer edges aside. */
export function edgeWords(words: readonly string[]): string {
  return words.join(' ').replace(OUTER, '');
}

export function splitWords(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

const LETTER = /[\p{L}\p{N}]/u;

/** Where `text` stands as words of its own; anywhere, if it stands only within longer words. */
export function occurrences(article: Text, paragraph: number, text: string): readonly Span[] {
  const whole = paragraphText(article, paragraph);
  const all: Span[] = [];
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
    all.push({ paragraph, start: at, end: at + text.length });
  }
  const apart = all.filter(
    ({ start, end }) =>
      !LETTER.test(whole.slice(Math.max(0, start - 1), start)) &&
      !LETTER.test(whole.slice(end, end + 1)),
  );
  return apart.length > 0 ? apart : all;
}

/** The `nth` time that the words stand in the paragraph, counted from 1. */
export function locate(
  article: Text,
  at: { readonly paragraph: number; readonly text: string; readonly nth?: number | undefined },
): Found {
  return occurrences(article, at.paragraph, at.text)[(at.nth ?? 1) - 1] ?? null;
}

/** Where the words of an anchor stand, at any white space between them. */
export function locateWords(article: Text, paragraph: number, words: string): Found {
  const whole = paragraphText(article, paragraph);
  const pattern = splitWords(words)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('\\s+');
  const match = new RegExp(pattern, 'u').exec(whole);
  return match ? { paragraph, start: match.index, end: match.index + match[0].length } : null;
}

/** Order of places in the text. */
export function before(a: Span, b: Span): boolean {
  return a.paragraph !== b.paragraph ? a.paragraph < b.paragraph : a.start < b.start;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.paragraph === b.paragraph && a.start < b.end && b.start < a.end;
}

/** The words around a place, for a person who looks at an error. */
export function context(article: Text, span: Span, around = 70): string {
  const text = paragraphText(article, span.paragraph);
  const head = text.slice(Math.max(0, span.start - around), span.start);
  return `p${span.paragraph} …${head}[${text.slice(span.start, span.end)}]${text.slice(span.end, span.end + around)}…`;
}
