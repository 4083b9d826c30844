/** The search engine that needs nothing but a file: SQLite FTS5 with the same tiers as Meilisearch. */
import { existsSync } from 'node:fs';
import type { SearchEngine } from '../engine.ts';
import { everyId } from './embedded/every.ts';
import { explainSearch } from './embedded/explain.ts';
import { type OpenIndex, openIndexFile } from './embedded/index-file.ts';
import { besideFile, markOf, openNewIndex, removeIndex } from './embedded/new-index.ts';
import { facetSlice, searchIndex } from './embedded/search.ts';

export interface EmbeddedOptions {
  /** The index file; made when missing. ":memory:" for one that nobody keeps and that none can be built beside. */
  readonly file: string;
  /** Beside a process that writes: never makes or changes anything. */
  readonly readOnly?: boolean;
}

/**
 * Opens the file at first use. A reader finds by itself that another file has taken its place.
 * @throws DiembaoError from every method: `index-missing` when read-only and there is none, `index-old` when
 * it is of another form
 */
export function openEmbeddedEngine({ file, readOnly = false }: EmbeddedOptions): SearchEngine {
  const live = openIndexFile(file, readOnly);
  const beside = besideFile(file);
  let lists = 0;
  // The port is async; a fault must come as a rejected promise.
  const use = async <T>(work: (index: OpenIndex) => T): Promise<T> => live.use(work);

  return {
    id: 'embedded',
    ensure: async () => {
      if (live.form() !== 'unreadable') live.use(() => undefined);
    },
    form: async () => live.form(),
    mark: async () => markOf(file),
    build: async () => {
      if (file === ':memory:') throw new Error('nothing can be built beside an index in memory');
      return openNewIndex(file, live);
    },
    begun: async () => (existsSync(beside) ? markOf(beside) : null),
    discard: async () => removeIndex(beside),
    put: (documents) => use(({ db, store }) => db.transaction(() => store.put(documents))),
    remove: (ids) => use(({ db, store }) => db.transaction(() => store.remove(ids))),
    search: (request) => use((index) => searchIndex(index, request)),
    facet: (request, slice) => use((index) => facetSlice(index, request, slice)),
    async *every(request) {
      const { index, release } = live.hold();
      try {
        yield* everyId(index, request, ++lists);
      } finally {
        release();
      }
    },
    explain: explainSearch,
    count: () => use(({ store }) => store.count()),
    has: (ids) => use(({ store }) => store.has(ids)),
    ids: (after, limit) => use(({ store }) => store.ids(after, limit)),
    clear: () => use(({ db, store }) => db.transaction(() => store.clear())),
    close: async () => live.letGo(),
  };
}
