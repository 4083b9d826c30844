/** Whole nights by a clock that stands still until it is told to go on, with the queue in this process. */
import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../app/config.ts';
import { undelivered } from '../../app/night/deliver.ts';
import { MorningReport } from '../../app/night/report.ts';
import type { Crawl } from '../../app/night/runs.ts';
import type { Message, Sender } from '../../app/night/senders.ts';
import { type NightWatch, openNightWatch } from '../../app/night/watch.ts';
import { openArchive } from '../../archive/index.ts';
import type { Archive } from '../../archive/port.ts';
import { vietnamTime } from '../../core/clock.ts';
import { silent } from '../../core/log.ts';
import type { CrawlSummary, Http } from '../../crawlers/port.ts';
import { openMemoryQueue } from '../../queue/drivers/memory.ts';
import { crawlHandler } from '../../queue/handlers/crawl.ts';
import { record } from '../contracts/archive-samples.ts';
import { paper } from '../crawlers/fixtures.ts';
import { type FakeClock, fakeClock } from '../queue/fake-clock.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const WELL: CrawlSummary = {
  state: 'complete',
  outcomes: { unchanged: 1 },
  stored: 0,
  requests: 3,
  repeated: 0,
  retryAt: null,
  message: null,
};

interface World {
  readonly clock: FakeClock;
  readonly archive: Archive;
  /** What was crawled and when, as `25T00:30 a`. */
  readonly crawled: string[];
  readonly sent: Message[];
  readonly watch: NightWatch;
  close(): Promise<void>;
}

interface Making {
  readonly archive?: Archive;
  readonly clock?: FakeClock;
  readonly at?: string;
  readonly papers?: readonly string[];
  readonly crawl?: Crawl;
  readonly settings?: Readonly<Record<string, string>>;
  readonly send?: Sender['send'];
}

const network: Http = {
  get: () => Promise.reject(new Error('nobody is asked in these tests')),
  close: async () => undefined,
};
const open: World[] = [];
afterEach(async () => {
  for (const world of open.splice(0)) await world.close();
});

/** A process that begins: `archive` and `clock` are those of the one before where they are given. */
async function start(making: Making = {}): Promise<World> {
  const clock = making.clock ?? fakeClock(making.at ?? '2026-11-24T20:00:00+07:00');
  const archive = making.archive ?? (await openArchive({ file: ':memory:' }));
  const config = readConfig({
    DIEMBAO_DATA: tmpdir(),
    DIEMBAO_MIN_FREE_GB: '0',
    ...making.settings,
  });
  const newspapers = (making.papers ?? ['a', 'b', 'c']).map((id) =>
    paper('http://127.0.0.1:1', { id, name: `Báo ${id}` }),
  );
  const queue = openMemoryQueue({ clock, random: () => 0, log: silent });
  const sent: Message[] = [];
  const crawled: string[] = [];
  const send =
    making.send ??
    (async (message: Message) => {
      sent.push(message);
    });
  const watch = openNightWatch({
    archive,
    clock,
    config,
    queue,
    newspapers,
    log: silent,
    senders: [{ channel: 'webhook', send }],
  });
  const stop = new AbortController();
  const crawl: Crawl = async (options) => {
    const mode = options.mode ? ` ${options.mode}` : '';
    crawled.push(`${vietnamTime(clock.now()).slice(8, 16)} ${options.newspaper.id}${mode}`);
    return making.crawl ? making.crawl(options) : WELL;
  };
  await watch.begin();
  await queue.work({
    crawl: crawlHandler({
      archive,
      http: network,
      clock,
      log: silent,
      random: () => 0,
      newspaper: (id) => newspapers.find((one) => one.id === id) ?? null,
      crawl: watch.around(crawl),
      add: (jobs) => queue.add(jobs),
      mayCrawl: async () => undefined,
    }),
    backfill: async () => [],
    parse: async () => [],
    index: async () => [],
  });
  void watch.run(stop.signal);
  await clock.advance(0);
  let closed = false;
  const world: World = {
    clock,
    archive,
    crawled,
    sent,
    watch,
    close: async () => {
      if (closed) return;
      closed = true;
      stop.abort();
      await queue.close(1_000);
    },
  };
  open.push(world);
  return world;
}

async function reportOf({ archive }: World, day: string) {
  const kept = await archive.nights.report(day);
  return kept ? MorningReport.parse(kept.report) : null;
}

describe('a night', () => {
  it('begins every paper once inside its window and is reported at six', async () => {
    const world = await start();
    await world.clock.advance(9 * HOUR + 59 * MINUTE);
    expect(world.crawled).toEqual(['25T00:30 a', '25T01:45 b', '25T03:00 c']);
    expect(world.sent).toEqual([]);
    await world.clock.advance(MINUTE);
    expect(world.sent.map(({ title }) => title)).toEqual([
      'Điểm Báo 25/11/2026: 0 bài mới, không có gì bất thường',
    ]);
    expect(await reportOf(world, '2026-11-25')).toMatchObject({
      madeAt: '2026-11-25T06:00:00+07:00',
      totals: { papers: 3, complete: 3, requests: 9 },
      learning: ['a', 'b', 'c'],
      papers: [{ newspaper: 'a', startedAt: '2026-11-25T00:30:00+07:00' }, {}, {}],
    });
    await world.clock.advance(24 * HOUR);
    expect(world.crawled).toHaveLength(6);
    expect(world.sent).toHaveLength(2);
  });

  it('is planned anew after its report: the slowest first', async () => {
    const took: Readonly<Record<string, number>> = { a: 5, b: 50, c: 20 };
    const clock = fakeClock('2026-11-24T20:00:00+07:00');
    const world = await start({
      clock,
      crawl: async ({ newspaper, signal }) => {
        await clock.sleep((took[newspaper.id] ?? 0) * MINUTE, signal);
        return WELL;
      },
    });
    await clock.advance(34 * HOUR);
    expect(world.crawled.slice(3)).toEqual(['26T00:30 b', '26T01:45 c', '26T03:00 a']);
  });

  it('counts what was stored, field by field', async () => {
    const world = await start({ papers: ['baotinh'] });
    await world.clock.advance(5 * HOUR);
    for (const [key, sapo] of [
      ['a', 'Có sapo.'],
      ['b', null],
    ] as const)
      await world.archive.articles.put(
        {
          article: record(key, { sapo }),
          aliases: [],
          pageId: null,
          fetchedAt: world.clock.now().toISOString(),
          signature: [],
          conferenceKeys: [],
        },
        world.clock.now().toISOString(),
      );
    await world.clock.advance(5 * HOUR);
    expect(await reportOf(world, '2026-11-25')).toMatchObject({
      totals: { created: 2, changed: 0 },
      papers: [{ newspaper: 'baotinh', created: 2, fill: { headline: 1, sapo: 0.5 } }],
    });
    // Each article belongs to one night.
    await world.clock.advance(24 * HOUR);
    expect(await reportOf(world, '2026-11-26')).toMatchObject({ totals: { created: 0 } });
  });

  it('stops a paper that is not done when the window ends, and names it', async () => {
    const clock = fakeClock('2026-11-24T20:00:00+07:00');
    const world = await start({
      clock,
      crawl: async ({ newspaper, signal }) => {
        if (newspaper.id !== 'b') return WELL;
        await clock.sleep(100 * HOUR, signal);
        return { ...WELL, state: 'stopped' };
      },
    });
    await clock.advance(10 * HOUR);
    const report = await reportOf(world, '2026-11-25');
    expect(report?.findings).toMatchObject([{ newspaper: 'b', kind: 'not-finished' }]);
    expect(report?.papers[1]).toMatchObject({
      state: 'stopped',
      finishedAt: '2026-11-25T05:30:00+07:00',
    });
    expect(world.sent[0]?.text).toContain('Báo b: chưa thu thập xong: hết giờ mà chưa xong');
  });

  it('begins a paper again when its host may be asked again', async () => {
    let fails = 1;
    const world = await start({
      papers: ['a'],
      crawl: async () =>
        fails-- > 0
          ? {
              ...WELL,
              state: 'failed',
              retryAt: '2026-11-24T17:45:00.000Z',
              message: 'host stopped',
            }
          : WELL,
    });
    await world.clock.advance(10 * HOUR);
    expect(world.crawled).toEqual(['25T00:30 a', '25T00:45 a']);
    expect(await reportOf(world, '2026-11-25')).toMatchObject({
      findings: [],
      totals: { requests: 6, complete: 1 },
    });
  });

  it('reports a paper that failed', async () => {
    const world = await start({
      papers: ['a'],
      crawl: async () => ({ ...WELL, state: 'failed', message: 'robots.txt answers 503' }),
    });
    await world.clock.advance(10 * HOUR);
    expect((await reportOf(world, '2026-11-25'))?.findings).toMatchObject([
      { kind: 'failed', message: 'robots.txt answers 503' },
    ]);
  });
});

describe('a process that begins', () => {
  it('makes up a missed night and reports it when it is done', async () => {
    const first = await start();
    await first.clock.advance(12 * HOUR);
    await first.close();
    await first.clock.advance(24 * HOUR);
    const second = await start(first);
    expect(second.crawled).toEqual(['26T08:00 a', '26T08:00 b', '26T08:00 c']);
    await second.clock.advance(10 * MINUTE);
    expect(await reportOf(second, '2026-11-26')).toMatchObject({
      totals: { complete: 3 },
      findings: [],
    });
    await second.clock.advance(17 * HOUR);
    expect(second.crawled.slice(3)).toEqual(['27T00:30 a']);
  });

  it('goes on with a night that was broken off, and only with what was left', async () => {
    const clock = fakeClock('2026-11-24T20:00:00+07:00');
    const first = await start({
      clock,
      crawl: async ({ newspaper, signal }) => {
        if (newspaper.id !== 'b') return WELL;
        await clock.sleep(100 * HOUR, signal);
        return { ...WELL, state: 'stopped' };
      },
    });
    await clock.advance(6 * HOUR);
    expect(first.crawled).toEqual(['25T00:30 a', '25T01:45 b']);
    await first.close();
    const second = await start(first);
    await clock.advance(5 * HOUR);
    expect(second.crawled).toEqual(['25T02:00 b', '25T03:00 c']);
    expect(await reportOf(second, '2026-11-25')).toMatchObject({ totals: { complete: 3 } });
  });

  it('has no night to make up on its first day', async () => {
    const world = await start({ at: '2026-11-25T10:00:00+07:00' });
    await world.clock.advance(HOUR);
    expect(world.crawled).toEqual([]);
    expect(await world.archive.nights.reports(10)).toEqual([]);
  });

  it('forgets papers that are gone', async () => {
    const first = await start();
    await first.clock.advance(12 * HOUR);
    await first.close();
    const second = await start({ ...first, papers: ['a', 'c'] });
    await second.clock.advance(24 * HOUR);
    expect(second.crawled.map((line) => line.slice(-1)).sort()).toEqual(['a', 'c']);
    expect((await reportOf(second, '2026-11-26'))?.papers).toHaveLength(2);
  });
});

describe('by day', () => {
  it('sweeps run where they are set', async () => {
    const world = await start({
      papers: ['a', 'b'],
      at: '2026-11-25T09:00:00+07:00',
      settings: { DIEMBAO_SWEEPS: '11:00' },
    });
    await world.clock.advance(6 * HOUR);
    expect(world.crawled).toEqual(['25T11:00 a sweep', '25T11:30 b sweep']);
  });

  it('second looks that are due are taken within ten minutes', async () => {
    const world = await start({ papers: ['a', 'b'], at: '2026-11-25T09:00:00+07:00' });
    const url = 'http://127.0.0.1:1/x-post1.html';
    const at = world.clock.now().toISOString();
    const dueAt = '2026-11-25T03:05:00.000Z';
    await world.archive.frontier.add([
      { url, newspaper: 'a', kind: 'article', foundOn: null, foundAt: at, dueAt: at },
    ]);
    await world.archive.frontier.visited({ url, at, outcome: 'article', dueAt });
    await world.clock.advance(HOUR);
    expect(world.crawled).toEqual([]);
    await world.clock.advance(10 * MINUTE);
    // Asks the disk, which takes real time: not left to the process's own round.
    await world.watch.tick();
    await world.clock.advance(0);
    expect([...new Set(world.crawled)]).toEqual(['25T10:10 a looks']);
  });
});

describe('a report that cannot be sent', () => {
  it('is tried again, less and less often, until it arrives', async () => {
    const tries: string[] = [];
    const clock = fakeClock('2026-11-24T20:00:00+07:00');
    const world = await start({
      clock,
      send: async () => {
        tries.push(vietnamTime(clock.now()).slice(11, 16));
        if (tries.length < 4) throw new Error('connect ECONNREFUSED');
      },
    });
    await clock.advance(10 * HOUR);
    expect(await undelivered(world.archive, ['webhook'])).toMatchObject([
      { day: '2026-11-25', channel: 'webhook', attempts: 1, message: 'connect ECONNREFUSED' },
    ]);
    expect(await undelivered(world.archive, ['mail'])).toEqual([]);
    await clock.advance(12 * HOUR);
    expect(tries).toEqual(['06:00', '06:01', '06:03', '06:07']);
    expect(await undelivered(world.archive, ['webhook'])).toEqual([]);
  });
});
