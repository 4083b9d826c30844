/** Where a hand pointed when it spoke of a mention, so that it is found again in every reading of the article. */
import { z } from 'zod';
import type { Article, Span } from '../core/article.ts';
import { Anchor, anchorAt, locate, nearest } from '../core/corrections.ts';
import type { Thing } from './official-tables.ts';

const Mark = z.strictObject({
  /** The words that told of it; null where the record names none. */
  anchor: Anchor.nullable(),
  name: z.string(),
});

/** What an article mentions of a kind, in the order of the record's list. */
function mentionsOf(
  article: Article,
  thing: Thing,
): readonly { readonly name: string; readonly evidence: readonly Span[] }[] {
  if (thing === 'conference') return article.conferences;
  return article.people.map(({ name, evidence }) => ({ name: name ?? '', evidence }));
}

/** @param position in the record's list */
export function markOf(article: Article, thing: Thing, position: number): string {
  const mention = mentionsOf(article, thing)[position];
  const [first] = mention?.evidence ?? [];
  return JSON.stringify({
    anchor: first === undefined ? null : anchorAt(article, first),
    name: mention?.name ?? '',
  } satisfies z.infer<typeof Mark>);
}

/**
 * The mention that a mark means now; null where it is gone. A conference: the one at its words, else the only
 * one of its name, else the only one. A person: the only one of the name, else the one at the words.
 */
export function markedPosition(article: Article, thing: Thing, mark: string): number | null {
  const { anchor, name } = Mark.parse(JSON.parse(mark));
  const mentions = mentionsOf(article, thing);
  const named = mentions.flatMap((one, i) => (one.name === name ? [i] : []));
  const onlyNamed = named.length === 1 ? (named[0] ?? null) : null;
  if (thing === 'official' && onlyNamed !== null) return onlyNamed;
  const span = anchor === null ? null : locate(article, anchor);
  const evidence = mentions.map((one) => one.evidence);
  const found = span === null ? null : nearest(evidence, span);
  if (found !== null) return found.index;
  if (onlyNamed !== null) return onlyNamed;
  return thing === 'conference' && mentions.length === 1 ? 0 : null;
}
