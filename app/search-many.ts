/** Many questions, one after the other: of each the first hits by relevance, whatever a page holds. */
import { DiembaoError } from '../core/errors.ts';
import { type SearchParts, search } from './search.ts';
import { type FoundArticle, MAX_PAGE_SIZE, type Question } from './search-answer.ts';

export interface ManyOptions extends Pick<Question, 'filters' | 'exactOnly' | 'sort'> {
  /** So many hits at most; may be more than a page holds. */
  readonly limit: number;
  /** Reprints stand under their original: one hit for each group, at the place of its best one. */
  readonly group?: boolean;
}

export type LineAnswer =
  | {
      /** As typed. */
      readonly query: string;
      /** Articles that match, after loosening, reprints too. */
      readonly total: number;
      readonly loosened: null | 'words' | 'most';
      readonly hits: readonly {
        readonly id: string;
        readonly externalId: string | null;
        readonly url: string | null;
        readonly headline: string | null;
      }[];
    }
  | {
      readonly query: string;
      readonly error: { readonly code: string; readonly message: string };
    };

const shown = ({ id, externalId, url, headline }: FoundArticle) => ({
  id,
  externalId,
  url,
  headline: headline?.text ?? null,
});

async function answer(parts: SearchParts, text: string, options: ManyOptions): Promise<LineAnswer> {
  const { limit, group = false, ...rest } = options;
  // In the order in which groups are met; without grouping each article is one.
  const groups = new Map<string, FoundArticle>();
  const pageSize = group ? MAX_PAGE_SIZE : Math.min(limit, MAX_PAGE_SIZE);
  for (let page = 1; ; page++) {
    const found = await search(parts, { ...rest, text, page, pageSize, facets: [] });
    for (const hit of found.hits) {
      const key = group ? (hit.original ?? hit.id) : hit.id;
      if (!groups.has(key) || (group && hit.id === key)) groups.set(key, hit);
    }
    if (groups.size < limit && page < found.pages) continue;
    const { total, loosened } = found;
    return { query: text, total, loosened, hits: [...groups.values()].slice(0, limit).map(shown) };
  }
}

/** Without a letter or a digit a line asks nothing: "", `-`, `""`. */
const WORDS = /[\p{L}\p{N}]/u;

/**
 * The answer to one question. A blank one has no hits; one that is wrong is answered with its error.
 * @throws what the engine or the archive throws
 */
export async function answerLine(
  parts: SearchParts,
  text: string,
  options: ManyOptions,
): Promise<LineAnswer> {
  if (!WORDS.test(text)) return { query: text, total: 0, loosened: null, hits: [] };
  try {
    return await answer(parts, text, options);
  } catch (error) {
    if (!(error instanceof DiembaoError && error.code.startsWith('question-'))) throw error;
    return { query: text, error: { code: error.code, message: error.message } };
  }
}
