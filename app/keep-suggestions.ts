/** Keeps the index of suggestions at what the archive holds: beside the search index while jobs run, else from what is pending. */
import type { Archive, StoredArticle } from '../archive/port.ts';
import { messageOf } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import type { SuggestionStore } from '../indexer/suggest/store.ts';
import { SUGGEST_VERSION, termsOf } from '../indexer/suggest/terms.ts';
import type { Newspaper } from '../newspapers/define.ts';

/** Its name in the archive's index state. */
export const SUGGESTIONS = 'suggestions';
const SLICE = 200;

type Items = Parameters<Archive['index']['done']>[2];

export interface SuggestionKeeper {
  /** These articles as they are now. Never throws: a failure is logged, and what failed stays pending. */
  take(articles: readonly StoredArticle[]): Promise<void>;
  /** Takes all that is pending. @returns how many articles that were */
  catchUp(signal: AbortSignal): Promise<number>;
}

export function suggestionKeeper(
  archive: Pick<Archive, 'articles' | 'index'>,
  store: SuggestionStore,
  newspapers: readonly Pick<Newspaper, 'id' | 'name'>[],
  log: Logger,
): SuggestionKeeper {
  const names = new Map(newspapers.map(({ id, name }) => [id, name]));
  const newspaper = (id: string) => {
    const name = names.get(id);
    return name === undefined ? null : { name, detail: null };
  };
  const put = async (articles: readonly StoredArticle[], items: Items) => {
    store.put(
      articles.map((stored) => ({
        id: stored.article.id,
        terms: termsOf(stored, { newspaper }),
      })),
    );
    await archive.index.done(SUGGESTIONS, SUGGEST_VERSION, items);
  };
  return {
    take: async (articles) => {
      try {
        const items = articles.map(({ article, revision }) => ({ id: article.id, revision }));
        await put(articles, items);
      } catch (error) {
        log.warn({ error }, `suggestions: not kept up: ${messageOf(error)}`);
      }
    },
    catchUp: async (signal) => {
      let taken = 0;
      while (!signal.aborted) {
        const items = await archive.index.pending(SUGGESTIONS, SUGGEST_VERSION, SLICE);
        if (items.length === 0) break;
        await put(await archive.articles.getMany(items.map(({ id }) => id)), items);
        taken += items.length;
      }
      return taken;
    },
  };
}
