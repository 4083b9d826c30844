/** What a night brought of one paper, counted: articles, and how often each field was filled. */
import { type Article, isReadGenerically } from '../../core/article.ts';
import { msg } from '../../i18n/text.ts';

/** The fields whose absence tells that a rule has broken. */
export const FIELDS = {
  headline: msg('tiêu đề'),
  sapo: msg('sapo'),
  date: msg('ngày đăng'),
  author: msg('tác giả'),
  body: msg('nội dung'),
  captions: msg('chú thích ảnh'),
  section: msg('chuyên mục'),
} as const;
export type Field = keyof typeof FIELDS;
export const FIELD_NAMES: readonly Field[] = [
  'headline',
  'sapo',
  'date',
  'author',
  'body',
  'captions',
  'section',
];

export interface Example {
  readonly id: string;
  readonly url: string | null;
  readonly headline: string | null;
}

export interface FieldFigure {
  /** Articles that have it. */
  readonly filled: number;
  /** The last article that has it, and the first that has not. */
  readonly good: Example | null;
  readonly bad: Example | null;
}

export type FieldFigures = Readonly<Record<Field, FieldFigure>>;

export function hasField(article: Article, field: Field): boolean {
  switch (field) {
    case 'headline':
      return article.headline !== null;
    case 'sapo':
      return article.sapo !== null;
    case 'date':
      return article.publishedAt !== null;
    case 'author':
      return article.authors.length > 0;
    case 'body':
      return article.blocks.some(({ type }) => type === 'paragraph');
    case 'captions':
      return article.captions.length > 0;
    case 'section':
      return article.section !== null;
    default:
      return field satisfies never;
  }
}

export interface FieldCounter {
  add(article: Article): void;
  /** How many were added. */
  readonly articles: number;
  /** Those of them that were read without a layout of the paper's. */
  readonly generic: number;
  figures(): FieldFigures;
}

/** Counts in the order in which articles are given: the earliest first. */
export function countFields(): FieldCounter {
  const nothing = (): FieldFigure => ({ filled: 0, good: null, bad: null });
  const of: Record<Field, FieldFigure> = {
    headline: nothing(),
    sapo: nothing(),
    date: nothing(),
    author: nothing(),
    body: nothing(),
    captions: nothing(),
    section: nothing(),
  };
  let articles = 0;
  let generic = 0;
  return {
    add(article) {
      const example = { id: article.id, url: article.url, headline: article.headline };
      articles += 1;
      if (isReadGenerically(article)) generic += 1;
      for (const field of FIELD_NAMES) {
        const { filled, good, bad } = of[field];
        of[field] = hasField(article, field)
          ? { filled: filled + 1, good: example, bad }
          : { filled, good, bad: bad ?? example };
      }
    },
    get articles() {
      return articles;
    },
    get generic() {
      return generic;
    },
    figures: () => ({ ...of }),
  };
}
