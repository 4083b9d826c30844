/** The search engine on a Meilisearch server (1.36 or newer), through its JS client. */
import { type EnqueuedTaskPromise, Meilisearch } from 'meilisearch';
import { z } from 'zod';
import { DiembaoError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import type { SearchRequest } from '../../core/search.ts';
import type { SearchEngine } from '../engine.ts';
import { meiliError } from './meilisearch/errors.ts';
import { everyId } from './meilisearch/every.ts';
import { openFacetSlices } from './meilisearch/facet-slice.ts';
import { quoted } from './meilisearch/filter.ts';
import { batchesOf } from './meilisearch/records.ts';
import { explainSearch, openSearch } from './meilisearch/search.ts';
import { differing } from './meilisearch/settings.ts';
import { awaitTask } from './meilisearch/tasks.ts';

export interface MeilisearchOptions {
  readonly url: string;
  /** A key that may do what is asked: search only for reading. */
  readonly key: string | null;
  /** Name of the index. */
  readonly index: string;
  readonly log: Logger;
  /** How long one task may take, milliseconds. */
  readonly taskTimeoutMs?: number;
}

const OLDEST = [1, 36] as const;
const REQUEST_TIMEOUT_MS = 120_000;
const TASK_TIMEOUT_MS = 3_600_000;

const Ids = z.object({ hits: z.array(z.object({ id: z.string() })) });

/**
 * Opens nothing until it is used. Every method throws DiembaoError: `meili-unreachable`,
 * `meili-forbidden`, `meili-too-old`, `index-missing`, `meili-CODE` for a failed task or request.
 */
export function openMeilisearchEngine(options: MeilisearchOptions): SearchEngine {
  const { url, index, log } = options;
  const client = new Meilisearch({
    host: url,
    ...(options.key === null ? {} : { apiKey: options.key }),
    timeout: REQUEST_TIMEOUT_MS,
    // A compressed answer takes 40 ms longer than the search itself.
    requestInit: { headers: { 'accept-encoding': 'identity' } },
  });
  const taskTimeout = options.taskTimeoutMs ?? TASK_TIMEOUT_MS;

  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw meiliError(error, url);
    }
  };
  const done = async (task: EnqueuedTaskPromise) =>
    awaitTask(client.tasks, await task, taskTimeout, url);

  const ensureVersion = async () => {
    const { pkgVersion } = await client.getVersion();
    const [major = 0, minor = 0] = pkgVersion.split('.').map(Number);
    if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
      throw new DiembaoError('meili-too-old', `search: Meilisearch at ${url} is ${pkgVersion}`, {
        hint: `Install Meilisearch ${OLDEST.join('.')} or newer.`,
      });
    }
  };
  const ensureIndex = async () => {
    const known = await client.getIndexes({ limit: 1_000 });
    if (known.results.some((one) => one.uid === index)) return;
    log.info({ index }, 'search: making the index');
    try {
      await done(client.createIndex(index, { primaryKey: 'id' }));
    } catch (error) {
      // Two processes may make it at once.
      if (!(error instanceof DiembaoError && error.code === 'meili-index-already-exists'))
        throw error;
    }
  };
  const ensureSettings = async () => {
    const settings = differing(await client.index(index).getSettings());
    const names = Object.keys(settings);
    if (names.length === 0) return;
    log.info({ index, settings: names }, 'search: writing settings that differ');
    await done(client.index(index).updateSettings(settings));
  };

  const ask = openSearch(client, index);
  const search = (request: SearchRequest) => guarded(() => ask(request));
  const sliceOf = openFacetSlices();

  return {
    id: 'meilisearch',
    ensure: () =>
      guarded(async () => {
        await ensureVersion();
        await ensureIndex();
        await ensureSettings();
      }),
    put: (documents) =>
      guarded(async () => {
        for (const batch of batchesOf(documents)) {
          await done(client.index(index).addDocuments(batch, { primaryKey: 'id' }));
        }
      }),
    remove: (ids) =>
      guarded(async () => {
        if (ids.length > 0) await done(client.index(index).deleteDocuments([...ids]));
      }),
    search,
    facet: async (request, slice) => {
      const { facet } = slice;
      const { facetLimit: _, ...all } = request;
      const answer = await search({ ...all, facets: [facet], offset: 0, limit: 0 });
      return sliceOf(answer.facets[facet] ?? [], slice);
    },
    every: (request) => everyId(search, request),
    explain: (request) => explainSearch(index, request),
    count: () => guarded(async () => (await client.index(index).getStats()).numberOfDocuments),
    ids: (after, limit) =>
      guarded(async () => {
        const answer = await client.index(index).search('', {
          limit,
          sort: ['id:asc'],
          attributesToRetrieve: ['id'],
          ...(after === null ? {} : { filter: `id > ${quoted(after)}` }),
        });
        return Ids.parse(answer).hits.map((hit) => hit.id);
      }),
    clear: () => guarded(async () => void (await done(client.index(index).deleteAllDocuments()))),
    close: () => Promise.resolve(),
  };
}
