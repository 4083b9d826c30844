/** The search engine that needs nothing but a file: SQLite FTS5 with the same tiers as Meilisearch. */
import { existsSync } from 'node:fs';
import { DiembaoError } from '../../core/errors.ts';
import { openSqlite, type Sqlite } from '../../core/sqlite.ts';
import type { SearchEngine } from '../engine.ts';
import { everyId } from './embedded/every.ts';
import { explainSearch } from './embedded/explain.ts';
import { facetSliceOf } from './embedded/facets.ts';
import { openSchema } from './embedded/schema.ts';
import { findAll, searchIndex } from './embedded/search.ts';
import { openStore, type Store } from './embedded/store.ts';

export interface EmbeddedOptions {
  /** The index file; made when missing. ":memory:" for one that nobody keeps. */
  readonly file: string;
  /** Beside a process that writes: never makes or changes anything. */
  readonly readOnly?: boolean;
}

interface Opened {
  readonly db: Sqlite;
  readonly store: Store;
}

/**
 * Opens the file at first use. A file of another form is emptied when it is opened for writing, since the
 * archive can fill it again.
 * @throws DiembaoError from every method: `index-missing` when read-only and there is no usable index
 */
export function openEmbeddedEngine(options: EmbeddedOptions): SearchEngine {
  const readOnly = options.readOnly ?? false;
  let opened: Opened | null = null;
  let lists = 0;

  const open = (): Opened => {
    if (opened) return opened;
    if (readOnly && !existsSync(options.file)) throw missing(options.file);
    const db = openSqlite(options.file, { readOnly });
    try {
      if (!openSchema(db, readOnly)) throw missing(options.file);
      opened = { db, store: openStore(db) };
      return opened;
    } catch (error) {
      db.close();
      throw error;
    }
  };
  // The port is async; a fault must come as a rejected promise.
  const use = async <T>(work: (parts: Opened) => T): Promise<T> => work(open());

  return {
    id: 'embedded',
    ensure: () => use(() => undefined),
    put: (documents) => use(({ db, store }) => db.transaction(() => store.put(documents))),
    remove: (ids) => use(({ db, store }) => db.transaction(() => store.remove(ids))),
    search: (request) => use(({ db }) => searchIndex(db, request)),
    facet: (request, slice) =>
      use(({ db }) => {
        findAll(db, { ...request, offset: 0, limit: 0 });
        return facetSliceOf(db, slice);
      }),
    async *every(request) {
      yield* everyId(open().db, request, ++lists);
    },
    explain: explainSearch,
    count: () => use(({ store }) => store.count()),
    ids: (after, limit) => use(({ store }) => store.ids(after, limit)),
    clear: () => use(({ db, store }) => db.transaction(() => store.clear())),
    close: async () => {
      opened?.db.close();
      opened = null;
    },
  };
}

function missing(file: string): DiembaoError {
  return new DiembaoError('index-missing', `search: there is no search index at ${file}`, {
    hint: 'Run `diembao index`.',
  });
}
