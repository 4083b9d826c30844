/** The search engine on a Meilisearch server (1.36 or newer), through its JS client. */
import { type EnqueuedTaskPromise, Meilisearch } from 'meilisearch';
import { z } from 'zod';
import { DiembaoError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import type { SearchDocument, SearchRequest } from '../../core/search.ts';
import type { NewIndex, SearchEngine } from '../engine.ts';
import { meiliError } from './meilisearch/errors.ts';
import { everyId } from './meilisearch/every.ts';
import { openFacetSlices } from './meilisearch/facet-slice.ts';
import { idFilter, quoted } from './meilisearch/filter.ts';
import { batchesOf } from './meilisearch/records.ts';
import { explainSearch, openSearch } from './meilisearch/search.ts';
import { differing } from './meilisearch/settings.ts';
import { awaitTask } from './meilisearch/tasks.ts';

export interface MeilisearchOptions {
  readonly url: string;
  /** A key that may do what is asked (search only for reading), or how it is found when it is first needed. */
  readonly key: string | null | (() => Promise<string | null>);
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

/** What the index that is built beside another is called. */
const besideName = (index: string) => `${index}_next`;

/**
 * Opens nothing until it is used. Every method throws DiembaoError: `meili-unreachable`,
 * `meili-forbidden`, `meili-too-old`, `index-missing`, `meili-CODE` for a failed task or request.
 */
export function openMeilisearchEngine(options: MeilisearchOptions): SearchEngine {
  const { url, index, log } = options;
  const taskTimeout = options.taskTimeoutMs ?? TASK_TIMEOUT_MS;
  let known: Meilisearch | null = null;

  const connect = async (): Promise<Meilisearch> => {
    if (known) return known;
    const key = typeof options.key === 'function' ? await options.key() : options.key;
    known = new Meilisearch({
      host: url,
      ...(key === null ? {} : { apiKey: key }),
      timeout: REQUEST_TIMEOUT_MS,
      // A compressed answer takes 40 ms longer than the search itself.
      requestInit: { headers: { 'accept-encoding': 'identity' } },
    });
    return known;
  };
  const guarded = async <T>(work: (client: Meilisearch) => Promise<T>): Promise<T> => {
    try {
      return await work(await connect());
    } catch (error) {
      throw meiliError(error, url);
    }
  };
  const done = async (client: Meilisearch, task: EnqueuedTaskPromise) =>
    awaitTask(client.tasks, await task, taskTimeout, url);

  const ensureVersion = async (client: Meilisearch) => {
    const { pkgVersion } = await client.getVersion();
    const [major = 0, minor = 0] = pkgVersion.split('.').map(Number);
    if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
      throw new DiembaoError('meili-too-old', `search: Meilisearch at ${url} is ${pkgVersion}`, {
        hint: `Install Meilisearch ${OLDEST.join('.')} or newer.`,
      });
    }
  };
  /** When it was made: what becomes of the name, this goes with the index. */
  const markOf = async (client: Meilisearch, uid: string): Promise<string | null> => {
    const { results } = await client.getRawIndexes({ limit: 1_000 });
    return results.find((one) => one.uid === uid)?.createdAt ?? null;
  };
  const ensureIndex = async (client: Meilisearch, uid: string) => {
    if ((await markOf(client, uid)) !== null) return;
    log.info({ index: uid }, 'search: making the index');
    try {
      await done(client, client.createIndex(uid, { primaryKey: 'id' }));
    } catch (error) {
      // Two processes may make it at once.
      if (!(error instanceof DiembaoError && error.code === 'meili-index-already-exists'))
        throw error;
    }
  };
  const settingsThatDiffer = async (client: Meilisearch, uid: string) =>
    differing(await client.index(uid).getSettings());
  const countOf = async (client: Meilisearch, uid: string) =>
    (await client.index(uid).getStats()).numberOfDocuments;
  /** One that holds articles stays as it is: it is built anew beside, while it goes on answering. */
  const ensureSettings = async (client: Meilisearch, uid: string) => {
    const settings = await settingsThatDiffer(client, uid);
    const names = Object.keys(settings);
    if (names.length === 0 || (await countOf(client, uid)) > 0) return;
    log.info({ index: uid, settings: names }, 'search: writing settings that differ');
    await done(client, client.index(uid).updateSettings(settings));
  };

  /** Documents into and out of one index. */
  const holding = (uid: string) => ({
    put: (documents: readonly SearchDocument[]) =>
      guarded(async (client) => {
        for (const batch of batchesOf(documents))
          await done(client, client.index(uid).addDocuments(batch, { primaryKey: 'id' }));
      }),
    remove: (ids: readonly string[]) =>
      guarded(async (client) => {
        if (ids.length > 0) await done(client, client.index(uid).deleteDocuments([...ids]));
      }),
    count: () => guarded((client) => countOf(client, uid)),
    has: (ids: readonly string[]) =>
      guarded(async (client) => {
        if (ids.length === 0) return [];
        const answer = await client.index(uid).search('', {
          limit: ids.length,
          attributesToRetrieve: ['id'],
          filter: idFilter(ids),
        });
        return Ids.parse(answer).hits.map((hit) => hit.id);
      }),
  });

  /** A swap that a process asked for before it died may still be under way. */
  const settled = async (client: Meilisearch) => {
    const { results } = await client.tasks.getTasks({
      types: ['indexSwap'],
      statuses: ['enqueued', 'processing'],
    });
    for (const { uid } of results)
      await awaitTask(client.tasks, { taskUid: uid, type: 'indexSwap' }, taskTimeout, url);
  };
  const discard = async (client: Meilisearch) => {
    const beside = besideName(index);
    if ((await markOf(client, beside)) !== null) await done(client, client.deleteIndex(beside));
  };
  const build = async (client: Meilisearch): Promise<NewIndex> => {
    const beside = besideName(index);
    await ensureVersion(client);
    // Begun by another version of this program, or without its settings.
    if ((await markOf(client, beside)) !== null) {
      const fits = Object.keys(await settingsThatDiffer(client, beside)).length === 0;
      if (!fits) await discard(client);
    }
    await ensureIndex(client, beside);
    await ensureSettings(client, beside);
    const mark = await markOf(client, beside);
    if (mark === null)
      throw new DiembaoError('index-missing', `search: ${beside} is gone from ${url}`);
    return {
      ...holding(beside),
      mark,
      swap: () =>
        guarded(async () => {
          await ensureIndex(client, index);
          await done(client, client.swapIndexes([{ indexes: [index, beside], rename: false }]));
          await discard(client);
        }),
      close: () => Promise.resolve(),
    };
  };

  let asking: { client: Meilisearch; ask: ReturnType<typeof openSearch> } | null = null;
  const search = (request: SearchRequest) =>
    guarded((client) => {
      if (asking?.client !== client) asking = { client, ask: openSearch(client, index) };
      return asking.ask(request);
    });
  const sliceOf = openFacetSlices();

  return {
    id: 'meilisearch',
    ensure: () =>
      guarded(async (client) => {
        await ensureVersion(client);
        await ensureIndex(client, index);
        await ensureSettings(client, index);
      }),
    form: () =>
      guarded(async (client) => {
        if ((await markOf(client, index)) === null) return 'missing';
        const settings = await settingsThatDiffer(client, index);
        return Object.keys(settings).length === 0 ? 'current' : 'older';
      }),
    mark: () => guarded((client) => markOf(client, index)),
    begun: () =>
      guarded(async (client) => {
        const mark = await markOf(client, besideName(index));
        if (mark !== null) await settled(client);
        return mark === null ? null : markOf(client, besideName(index));
      }),
    build: () => guarded(build),
    discard: () => guarded(discard),
    ...holding(index),
    search,
    facet: async (request, slice) => {
      const { facet } = slice;
      const { facetLimit: _, ...all } = request;
      const answer = await search({ ...all, facets: [facet], offset: 0, limit: 0 });
      return sliceOf(answer.facets[facet] ?? [], slice);
    },
    every: (request) => everyId(search, request),
    explain: (request) => explainSearch(index, request),
    ids: (after, limit) =>
      guarded(async (client) => {
        const answer = await client.index(index).search('', {
          limit,
          sort: ['id:asc'],
          attributesToRetrieve: ['id'],
          ...(after === null ? {} : { filter: `id > ${quoted(after)}` }),
        });
        return Ids.parse(answer).hits.map((hit) => hit.id);
      }),
    clear: () =>
      guarded(
        async (client) => void (await done(client, client.index(index).deleteAllDocuments())),
      ),
    close: () => Promise.resolve(),
  };
}
