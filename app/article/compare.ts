/** Two forms of an article side by side: which words went and which came. */
import { diffArrays } from 'diff';
import type { Article } from '../../core/article.ts';

export interface Change {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

export interface ComparedPart {
  readonly part: 'headline' | 'sapo' | 'body' | 'publishedAt' | 'section' | 'authors';
  readonly changes: readonly Change[];
  /** False where the words are too many to compare: the former text is `gone`, the later `new`. */
  readonly compared: boolean;
}

/** Beyond so many changed words two texts are simply two texts. */
const MOST_CHANGES = 4_000;

/** Words and what stands between them, so that joined they are the text. */
const piecesOf = (text: string): string[] =>
  text.match(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];

/** Word by word; pieces of one kind together. */
export function compareTexts(former: string, later: string): Omit<ComparedPart, 'part'> {
  const found = diffArrays(piecesOf(former), piecesOf(later), { maxEditLength: MOST_CHANGES });
  if (found === undefined)
    return {
      compared: false,
      changes: [
        { kind: 'gone', text: former },
        { kind: 'new', text: later },
      ],
    };
  const changes = found.map(
    ({ added, removed, value }): Change => ({
      kind: removed ? 'gone' : added ? 'new' : 'same',
      text: value.join(''),
    }),
  );
  return { compared: true, changes };
}

const PARTS: readonly {
  readonly part: ComparedPart['part'];
  readonly text: (article: Article) => string;
}[] = [
  { part: 'headline', text: ({ headline }) => headline ?? '' },
  { part: 'sapo', text: ({ sapo }) => sapo ?? '' },
  { part: 'body', text: ({ blocks }) => blocks.map(({ text }) => text).join('\n') },
  { part: 'publishedAt', text: ({ publishedAt }) => publishedAt ?? '' },
  { part: 'section', text: ({ section }) => section ?? '' },
  { part: 'authors', text: ({ authors }) => authors.join(', ') },
];

/** Only the parts that differ; [] where the text is the same and something that is read out of it changed. */
export function compareArticles(former: Article, later: Article): readonly ComparedPart[] {
  return PARTS.flatMap(({ part, text }) => {
    const [before, after] = [text(former), text(later)];
    return before === after ? [] : [{ part, ...compareTexts(before, after) }];
  });
}
