/** Articles that the search engine refuses while it takes others, as incidents that `status` shows. */
import type { Archive } from '../archive/port.ts';
import type { Clock } from '../core/clock.ts';
import type { IndexedItem, Refusal } from '../indexer/writer.ts';

export interface Refusals {
  note(refusal: Refusal): Promise<void>;
  /** The articles are in the index now. */
  taken(items: readonly IndexedItem[]): Promise<void>;
}

const ALL = 1_000_000;
/** Stands where an incident has its URL: an article may have an incident of its page besides, or no URL. */
const nameOf = (id: string) => `index:${id}`;

export function refusals(archive: Archive, clock: Clock): Refusals {
  let known: Set<string> | null = null;
  const all = async () => {
    known ??= new Set(
      (await archive.incidents.list({ code: 'index-refused' }, ALL)).map(({ url }) => url),
    );
    return known;
  };
  return {
    note: async ({ id, message }) => {
      (await all()).add(nameOf(id));
      // The record itself may be what is damaged.
      const stored = await archive.articles.get(id).catch(() => null);
      const article = stored?.article ?? null;
      await archive.incidents.put({
        newspaper: article?.newspaper ?? '-',
        url: nameOf(id),
        code: 'index-refused',
        message: [message, article?.headline, article?.url].filter(Boolean).join(' · '),
        at: clock.now().toISOString(),
        pageId: null,
      });
    },
    taken: async (items) => {
      const refused = await all();
      if (refused.size === 0) return;
      for (const { id } of items)
        if (refused.delete(nameOf(id))) await archive.incidents.clear(nameOf(id));
    },
  };
}
