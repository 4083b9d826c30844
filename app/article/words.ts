/** How long an article is: its "số chữ" in tables and press reviews. */
import type { Article } from '../../core/article.ts';

/** Syllables and numbers of headline, sapo and text. */
export function wordsOf({
  headline,
  sapo,
  blocks,
}: Pick<Article, 'headline' | 'sapo' | 'blocks'>): number {
  const texts = [headline ?? '', sapo ?? '', ...blocks.map(({ text }) => text)];
  return texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0), 0);
}
