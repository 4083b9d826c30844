/** What the tests of a run share: a clock that costs no time, a paper, an archive in memory. */
import { openArchive } from '../../archive/index.ts';
import type { Archive } from '../../archive/port.ts';
import type { Clock } from '../../core/clock.ts';
import { silent } from '../../core/log.ts';
import { crawlNewspaper, openHttp } from '../../crawlers/index.ts';
import type { CrawlOptions, CrawlSummary, Http } from '../../crawlers/port.ts';
import type { Newspaper } from '../../newspapers/define.ts';
import * as hostile from '../servers/hostile.ts';
import { type Answer, type Loopback, startLoopback } from '../servers/loopback.ts';

export interface FakeClock extends Clock {
  /** Milliseconds slept in all. */
  readonly slept: () => number;
  advance(ms: number): void;
}

/** Stands still but for sleeps, which take no time and move it on. */
export function fakeClock(start = '2026-11-24T13:00:00.000Z'): FakeClock {
  let now = Date.parse(start);
  let slept = 0;
  return {
    now: () => new Date(now),
    sleep: async (ms) => {
      now += ms;
      slept += ms;
    },
    slept: () => slept,
    advance: (ms) => {
      now += ms;
    },
  };
}

export const HOUR = 3_600_000;

export function paper(origin: string, changes: Partial<Newspaper> = {}): Newspaper {
  return {
    id: 'test-paper',
    name: 'Báo Thử',
    origin,
    hosts: [new URL(origin).host],
    province: null,
    family: 'test',
    confidence: 'synthetic',
    delayMs: 1000,
    article: {
      pattern: '-post\\d+\\.html',
      twins: [],
      exclude: ['^/video/'],
      identity: null,
    },
    discover: [{ feed: `${origin}/rss` }],
    layouts: [],
    datelines: [],
    hash: 'test',
    ...changes,
  };
}

/** An RSS feed of these paths. */
export const feedOf =
  (...paths: readonly string[]): Answer =>
  (_, response, origin) => {
    const items = paths.map(
      (p) => `<item><title>Bài ${p}</title><link>${origin}${p}</link></item>`,
    );
    response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(`<rss version="2.0"><channel><title>Thử</title>${items.join('')}</channel></rss>`);
  };

export const articlePage = (words: string): Answer =>
  hostile.html(`<html><body><h1>${words}</h1></body></html>`);

export interface Desk {
  readonly server: Loopback;
  readonly archive: Archive;
  readonly clock: FakeClock;
  readonly http: Http;
  readonly pages: number[];
  readonly stop: AbortController;
  run(changes?: Partial<CrawlOptions>): Promise<CrawlSummary>;
  /** Outcome of the archive's incident by path. */
  incidents(): Promise<Record<string, string>>;
  due(path: string): Promise<string | null | undefined>;
  close(): Promise<void>;
}

export async function openDesk(
  answers: Readonly<Record<string, Answer>>,
  spec: (origin: string) => Partial<Newspaper> = () => ({}),
): Promise<Desk> {
  const server = await startLoopback({ '/robots.txt': hostile.text(''), ...answers });
  const archive = await openArchive({ file: ':memory:' });
  const clock = fakeClock();
  const http = openHttp({
    userAgent: 'Mozilla/5.0 (compatible; DiemBao/test; +mailto:test@example.org)',
    allowPrivate: [server.host],
    timeoutMs: 1_000,
    maxBytes: 300_000,
    clock,
  });
  const pages: number[] = [];
  const stop = new AbortController();
  const newspaper = paper(server.origin, spec(server.origin));
  return {
    server,
    archive,
    clock,
    http,
    pages,
    stop,
    run: (changes = {}) =>
      crawlNewspaper({
        newspaper,
        archive,
        http,
        clock,
        log: silent,
        signal: stop.signal,
        random: () => 0,
        onPage: async (id) => void pages.push(id),
        ...changes,
      }),
    incidents: async () =>
      Object.fromEntries(
        (await archive.incidents.list({}, 100)).map((i) => [
          i.url.slice(server.origin.length),
          i.code,
        ]),
      ),
    due: async (path) => (await archive.frontier.get(server.origin + path))?.dueAt,
    close: async () => {
      await http.close();
      await server.close();
      await archive.close();
    },
  };
}
