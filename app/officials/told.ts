/** What articles tell of an official: the words, newest first, and the articles, page by page. */
import type { Archive, Slice, StoredArticle } from '../../archive/port.ts';

type Parts = Pick<Archive, 'articles' | 'officials'>;

export interface ArticleOf {
  readonly articleId: string;
  readonly newspaper: string | null;
  readonly headline: string | null;
  readonly publishedAt: string | null;
  readonly precision: StoredArticle['article']['publishedPrecision'];
  /** Id of the article that it reprints. */
  readonly original: string | null;
  /** Paragraph where the person is named first. */
  readonly paragraph: number;
}

export interface QuotedIn extends ArticleOf {
  readonly quotes: readonly {
    readonly text: string;
    readonly paragraph: number;
    readonly direct: boolean;
    /** The offices that the article gives the person. */
    readonly offices: readonly string[];
  }[];
}

async function told(
  { articles, officials }: Parts,
  id: string,
  quoted: boolean,
  cursor: string | null,
  limit: number,
) {
  const { items, next } = await officials.articles(id, { quoted }, cursor, limit);
  const stored = await articles.getMany(items.map(({ articleId }) => articleId));
  const byId = new Map(stored.map((one) => [one.article.id, one]));
  return {
    next,
    items: items.flatMap(({ articleId, person }) => {
      const one = byId.get(articleId);
      const named = one?.article.people[person];
      if (one === undefined || named === undefined) return [];
      const { newspaper, headline, publishedAt, publishedPrecision: precision } = one.article;
      const about: ArticleOf = {
        articleId,
        newspaper,
        headline,
        publishedAt,
        precision,
        original: one.original,
        paragraph: named.evidence[0]?.paragraph ?? 0,
      };
      return [{ about, article: one.article, name: named.name }];
    }),
  };
}

export async function articlesOf(
  parts: Parts,
  id: string,
  cursor: string | null,
  limit: number,
): Promise<Slice<ArticleOf>> {
  const { items, next } = await told(parts, id, false, cursor, limit);
  return { items: items.map(({ about }) => about), next };
}

/** Articles with words of the person; reprints are left out. */
export async function quotesOf(
  parts: Parts,
  id: string,
  cursor: string | null,
  limit: number,
): Promise<Slice<QuotedIn>> {
  const { items, next } = await told(parts, id, true, cursor, limit);
  return {
    next,
    items: items.map(({ about, article, name }) => ({
      ...about,
      quotes: article.quotes
        .filter(({ speaker }) => speaker !== null && speaker.name === name)
        .map(({ text, spans, direct, speaker }) => ({
          text,
          direct,
          paragraph: spans[0]?.paragraph ?? 0,
          offices: (speaker?.offices ?? []).map(({ title }) => title),
        })),
    })),
  };
}
