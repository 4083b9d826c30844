/** Whether every anchor of the gold stands in the article's text. */
import type { Article } from '../../core/article.ts';
import { locate, locateWords, occurrences, overlaps, paragraphText } from './anchors.ts';
import type { GoldArticle } from './gold.ts';
import { extent } from './quotes.ts';

/** What is wrong with an article's gold, one line a fault. */
export function faults(gold: GoldArticle, article: Article): readonly string[] {
  return [
    ...(gold.quotes ?? []).flatMap((quote) => quoteFaults(quote, article)),
    ...[...(gold.dates ?? []), ...(gold.places ?? [])].flatMap((at) => spanFaults(at, article)),
    ...twice(gold.dates ?? [], 'date'),
    ...twice(gold.places ?? [], 'place'),
    ...(gold.conferences ?? []).flatMap(({ name }) =>
      anywhere(article, name) ? [] : [`conference "${name}" is nowhere`],
    ),
  ];
}

function quoteFaults(
  quote: NonNullable<GoldArticle['quotes']>[number],
  article: Article,
): readonly string[] {
  const lost = [quote.start, quote.end]
    .filter(({ paragraph, words }) => locateWords(article, paragraph, words) === null)
    .map(({ paragraph, words }) => `quote anchor "${words}" is not in paragraph ${paragraph}`);
  if (lost.length > 0) return lost;
  const faults =
    extent(quote, article).length === 0 ? [`quote "${quote.start.words}" ends before it`] : [];
  const named = [quote.speaker, quote.mention].filter((name) => name !== null);
  return [
    ...faults,
    ...[...named, ...quote.offices]
      .filter((words) => !anywhere(article, words))
      .map((words) => `"${words}" of quote "${quote.start.words}" is nowhere`),
  ];
}

function spanFaults(
  at: {
    readonly paragraph: number;
    readonly text: string;
    readonly nth?: number | undefined;
    readonly alternatives?: readonly string[] | undefined;
  },
  article: Article,
): readonly string[] {
  const span = locate(article, at);
  if (!span) {
    return [`"${at.text}"${at.nth ? ` (${at.nth})` : ''} is not in paragraph ${at.paragraph}`];
  }
  return (at.alternatives ?? [])
    .filter((text) => !occurrences(article, at.paragraph, text).some((o) => overlaps(o, span)))
    .map((text) => `"${text}" does not overlap "${at.text}" in paragraph ${at.paragraph}`);
}

function twice(
  all: readonly {
    readonly paragraph: number;
    readonly text: string;
    readonly nth?: number | undefined;
  }[],
  kind: string,
): readonly string[] {
  const keys = all.map(({ paragraph, text, nth }) => `"${text}" (${nth ?? 1}) in ${paragraph}`);
  return keys.filter((key, i) => keys.indexOf(key) < i).map((key) => `${kind} ${key} stands twice`);
}

function anywhere(article: Article, words: string): boolean {
  return [-1, 0, ...article.blocks.map((_, i) => i + 1)].some(
    (paragraph) =>
      paragraphText(article, paragraph) !== '' && locateWords(article, paragraph, words) !== null,
  );
}
