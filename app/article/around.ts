/** What else was written on the matter of an article: on its conferences, and near in subject and time. */
import type { Archive, StoredArticle, StoredConference } from '../../archive/port.ts';
import type { Article } from '../../core/article.ts';
import { codeOf, messageOf } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import { isAway, isOld } from '../../indexer/away.ts';
import type { SearchEngine } from '../../indexer/engine.ts';
import { parseQuestion } from '../../indexer/question.ts';

export interface AroundParts {
  readonly archive: Pick<Archive, 'articles' | 'conferences'>;
  readonly engine: SearchEngine;
  readonly log: Logger;
}

export interface NearArticle {
  readonly id: string;
  readonly newspaper: string | null;
  readonly headline: string | null;
  readonly publishedAt: string | null;
  readonly precision: Article['publishedPrecision'];
}

export interface Around {
  /** With the mentions in other articles; conferences that nobody else writes of are left out. */
  readonly conferences: readonly {
    readonly id: string;
    readonly name: string;
    readonly others: StoredConference['mentions'];
  }[];
  /** Most alike first; null while the search engine is away. */
  readonly near: readonly NearArticle[] | null;
}

/** Days before and after, words of the headline, articles. */
const DAYS = 30;
const UNITS = [6, 4] as const;
const MOST = 8;
const A_DAY = 86_400_000;

const dayBy = (day: string, days: number) =>
  new Date(Date.parse(day) + days * A_DAY).toISOString().slice(0, 10);

/** Articles that hold most of the words that the headline begins with; of fewer where none is like it. */
async function nearTo(
  { archive, engine }: AroundParts,
  { article, original }: StoredArticle,
  known: ReadonlySet<string>,
): Promise<readonly NearArticle[]> {
  // Words alone: a colon or a quotation mark would ask for something else.
  const words = (article.headline ?? '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const { units } = parseQuestion(words.slice(0, 200), { decode: false });
  const day = article.publishedAt?.slice(0, 10);
  const filters = day === undefined ? [] : [{ from: dayBy(day, -DAYS), to: dayBy(day, DAYS) }];
  const found: string[] = [];
  for (const size of UNITS) {
    const asked = units.slice(0, size);
    if (asked.length < 3 || found.length > 0) continue;
    const { hits } = await engine.search({
      units: asked,
      whole: [],
      without: [],
      match: 'most',
      // As the headline prints it: every spelling without marks would be looked for in another round.
      exactOnly: true,
      filters,
      facets: [],
      sort: 'relevance',
      offset: 0,
      limit: MOST + known.size,
    });
    for (const { id } of hits)
      if (id !== article.id && id !== original && !known.has(id) && !found.includes(id))
        found.push(id);
  }
  const stored = await archive.articles.getMany(found.slice(0, MOST));
  return stored
    .filter((one) => one.original === null || !known.has(one.original))
    .map(({ article: one }) => ({
      id: one.id,
      newspaper: one.newspaper,
      headline: one.headline,
      publishedAt: one.publishedAt,
      precision: one.publishedPrecision,
    }));
}

/**
 * @param conferences ids of those that it mentions
 * @param reprints ids of articles that are shown beside it already
 */
export async function around(
  parts: AroundParts,
  stored: StoredArticle,
  conferences: Iterable<string>,
  reprints: readonly string[],
): Promise<Around> {
  const told = [];
  for (const id of new Set(conferences)) {
    const found = await parts.archive.conferences.get(id);
    if (found === null) continue;
    const others = found.mentions.filter(({ articleId }) => articleId !== stored.article.id);
    if (others.length > 0) told.push({ id: found.id, name: found.conference.name, others });
  }
  const known = new Set([
    ...reprints,
    stored.article.id,
    ...told.flatMap(({ others }) => others.map(({ articleId }) => articleId)),
  ]);
  try {
    return { conferences: told, near: await nearTo(parts, stored, known) };
  } catch (error) {
    if (!isAway(error) && !isOld(error)) throw error;
    parts.log.warn({ code: codeOf(error) }, messageOf(error));
    return { conferences: told, near: null };
  }
}
