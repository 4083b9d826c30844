/** The passages of an article, one array for all steps, so that its text is read into words once. */
import { type Article, type Passage, passages } from '../../core/article.ts';

const known = new WeakMap<Article['blocks'], readonly Passage[]>();

/** Steps add to an article but never change its text: the blocks are the key. */
export function passagesOf(article: Article): readonly Passage[] {
  const earlier = known.get(article.blocks);
  if (earlier !== undefined) return earlier;
  const all = passages(article);
  known.set(article.blocks, all);
  return all;
}
