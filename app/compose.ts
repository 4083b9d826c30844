/** The only place that picks drivers and puts the parts together. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import { openArchive } from '../archive/index.ts';
import type { Archive } from '../archive/port.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import { codeOf, messageOf, UsageError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import type { RawPage } from '../core/raw-page.ts';
import { crawlBackfill, crawlNewspaper, type HttpOptions, openHttp } from '../crawlers/index.ts';
import type { CrawlProgress, Http } from '../crawlers/port.ts';
import { isAway } from '../indexer/away.ts';
import { DOCUMENT_VERSION, toDocument } from '../indexer/document.ts';
import type { SearchEngine } from '../indexer/engine.ts';
import { openEmbeddedEngine } from '../indexer/engines/embedded.ts';
import { readerKey } from '../indexer/engines/meilisearch/reader-key.ts';
import { openMeilisearchEngine } from '../indexer/engines/meilisearch.ts';
import { IN_FLIGHT } from '../indexer/pace.ts';
import { openSuggestionStore, type SuggestionStore } from '../indexer/suggest/store.ts';
import { type IndexWriter, openIndexWriter } from '../indexer/writer.ts';
import type { Family, Newspaper } from '../newspapers/define.ts';
import { loadNewspapers } from '../newspapers/index.ts';
import { parsePage, parserStamp } from '../parsers/index.ts';
import {
  openParserPool,
  PAGE_MEMORY_MB,
  PAGE_TIMEOUT_MS,
  type ParserPool,
} from '../parsers/isolated/pool.ts';
import type { ParseContext, ParseResult } from '../parsers/port.ts';
import { conferencePlaces } from '../parsers/refine/conference-places.ts';
import { conferenceKeys } from '../parsers/refine/index.ts';
import { officialsOf } from '../parsers/refine/officials.ts';
import { openBullmqQueue } from '../queue/drivers/bullmq.ts';
import { openMemoryQueue } from '../queue/drivers/memory.ts';
import { backfillHandler } from '../queue/handlers/backfill.ts';
import { crawlHandler } from '../queue/handlers/crawl.ts';
import { indexHandler } from '../queue/handlers/index-article.ts';
import { parseHandler } from '../queue/handlers/parse.ts';
import type { Job } from '../queue/jobs.ts';
import type { Queue } from '../queue/port.ts';
import type { Config } from './config.ts';
import { SUGGESTIONS, type SuggestionKeeper, suggestionKeeper } from './keep-suggestions.ts';
import { mayCrawl } from './may-crawl.ts';
import { prepareIndex } from './rebuild.ts';
import { type Refusals, refusals } from './refusals.ts';

/** What a reader of the archive needs: the web page, search, exports. */
export interface Library {
  readonly config: Config;
  readonly archive: Archive;
  /** In works the one that writes; readers are answered by `reader`. */
  readonly engine: SearchEngine;
  /** The same for every engine; suggests nothing where it was never made. */
  readonly suggestions: SuggestionStore;
  readonly newspapers: readonly Newspaper[];
  readonly families: readonly Family[];
  readonly log: Logger;
  readonly clock: Clock;
  close(): Promise<void>;
}

/** A library that also works: crawls, reads, indexes. One a data directory. */
export interface Works extends Library {
  readonly queue: Queue;
  readonly http: Http;
  /** The one way into the index. */
  readonly writer: IndexWriter;
  readonly keeper: SuggestionKeeper;
  readonly refusals: Refusals;
  /** Starts the workers; may be called once. `close` stops them; what they had begun is done again later. */
  work(
    onProgress?: (progress: CrawlProgress) => void,
    /** Laid around every run over a newspaper, back-fills excepted (app/night/runs.ts). */
    around?: (crawl: typeof crawlNewspaper) => typeof crawlNewspaper,
  ): Promise<void>;
}

export interface ComposeOptions {
  readonly clock?: Clock;
  readonly log?: Logger;
  readonly random?: () => number;
  /** Instead of those in newspapers/ (tests, the demo). */
  readonly newspapers?: readonly Newspaper[];
  /** Which engine, whatever the configuration says. */
  readonly engine?: 'embedded' | 'meilisearch';
  /**
   * `wait`: everything else works while the search engine is away, and what is to be indexed waits for it.
   * `give-up`, where somebody waits for the end: its absence is an error, and a job's end. The default.
   */
  readonly whenAway?: 'wait' | 'give-up';
  /** Who answers for host names, and for how long a server is waited for (tests). */
  readonly network?: Pick<HttpOptions, 'resolve' | 'timeoutMs'>;
}

export const INDEX_NAME = 'diembao';
const QUEUE_PREFIX = 'diembao';
const INDEX_FILE = 'index.db';
const SUGGESTIONS_FILE = 'suggestions.db';
const CLOSE_DEADLINE_MS = 20_000;

export function openLog(level: Config['logLevel']): Logger {
  return pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
}

type EngineOptions = Pick<ComposeOptions, 'engine'>;

/** The engine that writes. */
function openWriter(config: Config, options: EngineOptions, log: Logger): SearchEngine {
  const meili = usedMeili(config, options);
  return meili
    ? openMeilisearchEngine({ url: meili.url, key: meili.key, index: INDEX_NAME, log })
    : openEmbeddedEngine({ file: join(config.data, INDEX_FILE) });
}

/** The engine that answers readers: it cannot write, and with Meilisearch it never holds the writing key. */
export async function openReader(
  config: Config,
  options: EngineOptions,
  log: Logger,
): Promise<SearchEngine> {
  const meili = usedMeili(config, options);
  if (!meili) return openEmbeddedEngine({ file: join(config.data, INDEX_FILE), readOnly: true });
  const { url, key, searchKey } = meili;
  // Looked for when somebody asks: the pages that need no search do not wait for the server.
  const reading = async () =>
    searchKey ?? (key ? readerKey({ url, key, index: INDEX_NAME }) : null);
  return openMeilisearchEngine({ url, key: reading, index: INDEX_NAME, log });
}

function usedMeili(config: Config, { engine }: EngineOptions): Config['meili'] {
  if (engine === 'embedded') return null;
  if (engine === 'meilisearch' && !config.meili)
    throw new UsageError('no-meilisearch', 'The engine meilisearch needs MEILI_URL.', {
      hint: 'Set MEILI_URL (and MEILI_KEY), or use the embedded engine.',
    });
  return config.meili;
}

/** Reads pages in threads or here, as the configuration says. */
export function openReaderOfPages(
  { parserThreads: threads }: Pick<Config, 'parserThreads'>,
  families: readonly Family[],
): Pick<ParserPool, 'close'> & {
  readonly parse: (page: RawPage, context: ParseContext) => ParseResult | Promise<ParseResult>;
} {
  if (threads === 0) return { parse: parsePage, close: async () => undefined };
  const limits = { memoryMb: PAGE_MEMORY_MB, timeoutMs: PAGE_TIMEOUT_MS };
  return openParserPool({ families, threads, ...limits });
}

/** The jobs where they outlive a process, to look at what failed; null where they do not. Never works. */
export async function openFailures(config: Config): Promise<Queue | null> {
  if (!config.redisUrl) return null;
  const log = openLog(config.logLevel);
  const options = { prefix: QUEUE_PREFIX, clock: systemClock, random: Math.random, log };
  return openBullmqQueue({ url: config.redisUrl, ...options });
}

/** Opens what is there for reading, beside a process that writes. */
export async function openLibrary(config: Config, options: ComposeOptions = {}): Promise<Library> {
  const log = options.log ?? openLog(config.logLevel);
  const registry = await loadNewspapers();
  const archive = await openArchive({ directory: config.data, readOnly: true });
  const engine = await openReader(config, options, log);
  const suggestions = openSuggestionStore(join(config.data, SUGGESTIONS_FILE), true);
  return {
    config,
    archive,
    engine,
    suggestions,
    newspapers: options.newspapers ?? registry.newspapers,
    families: registry.families,
    log,
    clock: options.clock ?? systemClock,
    close: async () => {
      suggestions.close();
      await engine.close();
      await archive.close();
    },
  };
}

/** Opens everything for writing. @throws DiembaoError `archive-locked` when another process writes here */
export async function openWorks(config: Config, options: ComposeOptions = {}): Promise<Works> {
  const log = options.log ?? openLog(config.logLevel);
  const clock = options.clock ?? systemClock;
  const random = options.random ?? Math.random;
  const registry = await loadNewspapers();
  const newspapers = options.newspapers ?? registry.newspapers;
  await mkdir(config.data, { recursive: true });

  const opened: { close(): Promise<void> }[] = [];
  const state: { closing: Promise<void> | null } = { closing: null };
  const closeAll = () => {
    state.closing ??= (async () => {
      for (const part of [...opened].reverse()) await part.close();
    })();
    return state.closing;
  };
  try {
    const archive = await openArchive({
      directory: config.data,
      rejoin: (article) => ({
        conferenceKeys: conferenceKeys(article),
        conferencePlaces: conferencePlaces(article),
      }),
      officialsOf: (article) =>
        officialsOf(
          article,
          newspapers.find(({ id }) => id === article.newspaper)?.province ?? null,
        ),
    });
    opened.push(archive);
    await archive.runs.interruptRunning(clock.now().toISOString());
    const engine = openWriter(config, options, log);
    opened.push(engine);
    const whenAway = options.whenAway ?? 'give-up';
    try {
      await prepareIndex({ archive, engine });
    } catch (error) {
      if (whenAway === 'give-up' || !isAway(error)) throw error;
      log.warn({ code: codeOf(error) }, `search: the index waits: ${messageOf(error)}`);
    }
    const refused = refusals(archive, clock);
    const suggestions = openSuggestionStore(join(config.data, SUGGESTIONS_FILE));
    opened.push({ close: async () => suggestions.close() });
    if (suggestions.count() === 0) await archive.index.reset(SUGGESTIONS);
    const keeper = suggestionKeeper(archive, suggestions, newspapers, log);
    const { userAgent, allowPrivate } = config;
    const http = openHttp({ userAgent, allowPrivate, clock, ...options.network });
    opened.push(http);
    const queue = config.redisUrl
      ? await openBullmqQueue({ url: config.redisUrl, prefix: QUEUE_PREFIX, clock, random, log })
      : openMemoryQueue({ clock, random, log });
    const writer = openIndexWriter({
      engine,
      inFlight: IN_FLIGHT[engine.id],
      clock,
      random,
      log,
      load: async (ids) => {
        const stored = await archive.articles.getMany(ids);
        await keeper.take(stored);
        return stored.map(toDocument);
      },
      done: async (items) => {
        await archive.index.done(engine.id, DOCUMENT_VERSION, items);
        await refused.taken(items);
      },
      refused: refused.note,
    });
    const reader = openReaderOfPages(config, registry.families);
    opened.push(reader);
    opened.push(writer, { close: () => queue.close(CLOSE_DEADLINE_MS) });

    const find = (id: string) => newspapers.find((paper) => paper.id === id) ?? null;
    const crawling = (onProgress?: (progress: CrawlProgress) => void) => ({
      archive,
      http,
      clock,
      log,
      random,
      newspaper: find,
      add: (jobs: readonly Job[]) => queue.add(jobs),
      mayCrawl: (newspaper: Newspaper) => mayCrawl(config, newspaper),
      ...(onProgress ? { onProgress } : {}),
    });
    return {
      config,
      archive,
      engine,
      suggestions,
      keeper,
      refusals: refused,
      newspapers,
      families: registry.families,
      log,
      clock,
      queue,
      http,
      writer,
      work: (onProgress, around = (crawl) => crawl) =>
        queue.work({
          crawl: crawlHandler({ ...crawling(onProgress), crawl: around(crawlNewspaper) }),
          backfill: backfillHandler({ ...crawling(onProgress), crawl: crawlBackfill }),
          parse: parseHandler({
            archive,
            clock,
            families: registry.families,
            newspaper: find,
            parse: reader.parse,
            stamp: parserStamp,
          }),
          index: indexHandler({ writer, whenAway }),
        }),
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
