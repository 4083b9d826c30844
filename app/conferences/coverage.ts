/** What the press made of a conference: who wrote first, who reprinted whom, who was quoted, who is silent. */
import type { Archive, StoredArticle, StoredConference } from '../../archive/port.ts';
import type { Article, Quote } from '../../core/article.ts';
import type { Clock } from '../../core/clock.ts';
import type { Newspaper } from '../../newspapers/define.ts';
import { wordsOf } from '../article/words.ts';
import { type Silence, silences } from './silence.ts';

export interface CoverageArticle {
  readonly id: string;
  readonly newspaper: string | null;
  readonly headline: string | null;
  readonly url: string | null;
  /** `YYYY-MM-DDTHH:mm:ss+07:00` */
  readonly publishedAt: string | null;
  readonly precision: Article['publishedPrecision'];
  /** ISO in UTC; null for imported text. */
  readonly fetchedAt: string | null;
  /** Syllables of headline, sapo and body. */
  readonly words: number;
  readonly quotes: number;
  readonly photographs: number;
  /** It is chiefly about the conference. */
  readonly main: boolean;
  /** The article that it reprints; null for one of its own. */
  readonly reprints: { readonly id: string; readonly newspaper: string | null } | null;
  /** Published before all others that are known; several where they bear the same time. */
  readonly first: boolean;
}

export interface CoverageQuote {
  readonly text: string;
  readonly articleId: string;
  readonly newspaper: string | null;
  readonly paragraph: number;
  readonly direct: boolean;
}

export interface CoverageOfficial {
  readonly name: string;
  /** Of the page in the register of officials. */
  readonly officialId: string | null;
  readonly offices: readonly string[];
  readonly quotes: readonly CoverageQuote[];
}

export interface Coverage {
  /** The earliest first, without a date last. */
  readonly articles: readonly CoverageArticle[];
  /** From articles that are chiefly about it, reprints left out; in the order of the articles. */
  readonly officials: readonly CoverageOfficial[];
  /** Name -> id in the register of officials, of everybody in the articles who has a page there. */
  readonly officialIds: Readonly<Record<string, string>>;
  /** Papers of the set without an article, in the set's order. */
  readonly absent: readonly ({ readonly newspaper: string } & Silence)[];
}

export interface CoverageParts {
  readonly archive: Pick<Archive, 'articles' | 'runs' | 'backfills' | 'officials'>;
  readonly newspapers: readonly Pick<Newspaper, 'id'>[];
  readonly clock: Clock;
}

/** Of namesakes in one conference's articles the first. */
async function idsByName(
  { officials }: Pick<Archive, 'officials'>,
  articles: readonly StoredArticle[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const { article } of articles)
    for (const [person, id] of await officials.ofArticle(article.id)) {
      const name = article.people[person]?.name;
      if (name && !found.has(name)) found.set(name, id);
    }
  return found;
}

function officialsOf(
  articles: readonly StoredArticle[],
  ids: ReadonlyMap<string, string>,
): CoverageOfficial[] {
  const found = new Map<string, { offices: Set<string>; quotes: CoverageQuote[] }>();
  const add = ({ id, newspaper }: Article, { text, speaker, spans, direct }: Quote) => {
    if (!speaker?.official || speaker.name === null) return;
    const one = found.get(speaker.name) ?? { offices: new Set<string>(), quotes: [] };
    found.set(speaker.name, one);
    for (const { title } of speaker.offices) one.offices.add(title);
    if (one.quotes.some((known) => known.text === text)) return;
    const paragraph = spans[0]?.paragraph ?? 0;
    one.quotes.push({ text, articleId: id, newspaper, paragraph, direct });
  };
  for (const { article } of articles) for (const quote of article.quotes) add(article, quote);
  return [...found].map(([name, { offices, quotes }]) => ({
    name,
    officialId: ids.get(name) ?? null,
    offices: [...offices],
    quotes,
  }));
}

export async function coverage(
  { archive, newspapers, clock }: CoverageParts,
  { conference, mentions }: StoredConference,
): Promise<Coverage> {
  const stored = await archive.articles.getMany(mentions.map(({ articleId }) => articleId));
  const byId = new Map(stored.map((one) => [one.article.id, one]));
  const inOrder = mentions.flatMap((mention) => byId.get(mention.articleId) ?? []);
  const others = inOrder.flatMap(({ original }) =>
    original === null || byId.has(original) ? [] : [original],
  );
  const originals = new Map(
    [...inOrder, ...(await archive.articles.getMany(others))].map(({ article }) => [
      article.id,
      article.newspaper,
    ]),
  );
  const main = new Map(mentions.map((mention) => [mention.articleId, mention.main]));
  const earliest = inOrder.find(({ article }) => article.publishedAt !== null)?.article.publishedAt;
  const covering = new Set(mentions.flatMap(({ newspaper }) => newspaper ?? []));
  const without = newspapers.map(({ id }) => id).filter((id) => !covering.has(id));
  const ids = await idsByName(archive, inOrder);
  const silent = await silences(archive, conference, without, clock.now());
  return {
    articles: inOrder.map(({ article, original, fetchedAt }) => ({
      id: article.id,
      newspaper: article.newspaper,
      headline: article.headline,
      url: article.url,
      publishedAt: article.publishedAt,
      precision: article.publishedPrecision,
      fetchedAt,
      words: wordsOf(article),
      quotes: article.quotes.length,
      photographs: article.captions.length,
      main: main.get(article.id) === true,
      reprints:
        original === null ? null : { id: original, newspaper: originals.get(original) ?? null },
      first: article.publishedAt !== null && article.publishedAt === earliest,
    })),
    officials: officialsOf(
      inOrder.filter(({ article, original }) => main.get(article.id) && !byId.has(original ?? '')),
      ids,
    ),
    officialIds: Object.fromEntries(ids),
    absent: without.map((newspaper) => ({
      newspaper,
      ...(silent.get(newspaper) ?? { state: 'unknown', reason: 'không rõ' }),
    })),
  };
}
