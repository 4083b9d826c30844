/** The demo's papers through the whole chain, and once more. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catchUp } from '../../app/catch-up.ts';
import { openWorks, type Works } from '../../app/compose.ts';
import { readConfig } from '../../app/config.ts';
import { status } from '../../app/status.ts';
import { silent } from '../../core/log.ts';
import { demoArticles } from '../../demo/article.ts';
import { type DemoPapers, startDemoPapers } from '../../demo/server.ts';
import { unitsNamed } from '../../vietnamese/index.ts';

describe('the demo', () => {
  let directory: string;
  let papers: DemoPapers;
  let works: Works;
  const crawlAll = async () => {
    await works.queue.add(
      works.newspapers.map(({ id }) => ({ name: 'crawl', payload: { newspaper: id } })),
    );
    await works.queue.idle();
  };
  const answered = () => new Map(papers.requests);

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'diembao-e2e-'));
    papers = await startDemoPapers({ anyPort: true });
    const newspapers = papers.newspapers.map((paper) => ({ ...paper, delayMs: 0 }));
    const config = {
      ...readConfig({ DIEMBAO_DATA: directory }),
      allowPrivate: newspapers.flatMap(({ hosts }) => hosts),
      minFreeBytes: 0,
    };
    works = await openWorks(config, { newspapers, log: silent });
    await works.work();
    await crawlAll();
  });
  afterAll(async () => {
    await works?.close();
    await papers?.close();
    if (directory) await rm(directory, { recursive: true, force: true });
  });

  it('archives and indexes every article of the three papers', async () => {
    const { articles } = await works.archive.counts();
    // Two more: the one of the future and the one of month 13 keep their text, without a day.
    expect(articles).toBe(papers.articles + 2);
    expect(await works.engine.count()).toBe(articles);
    expect(await works.queue.failed(10)).toEqual([]);
  });

  it('names what went wrong', async () => {
    const { incidents, newspapers } = await status(works);
    expect(incidents.map(({ code }) => code).sort()).toEqual([
      'broken-encoding',
      'future-date',
      'gone',
      'robots-forbidden',
    ]);
    expect(newspapers.map(({ run }) => run?.state)).toEqual(['complete', 'complete', 'complete']);
  });

  it('points copies to their originals', async () => {
    const { items } = await works.archive.articles.list({}, null, 200);
    const copies = items.filter(({ original }) => original);
    expect(copies).toHaveLength(demoArticles().filter(({ copyOf }) => copyOf).length);
    for (const { article, original } of copies) {
      const first = items.find((one) => one.article.id === original);
      expect(first?.article.newspaper).toBe('demo-lam-hong');
      expect(first?.article.newspaper).not.toBe(article.newspaper);
    }
  });

  it('finds conferences under every unit that holds their place, of the day and of today', async () => {
    const names = async (place: string) =>
      (await works.archive.conferences.list({ place }, null, 100)).items.map(
        ({ conference }) => conference.place?.path[1] ?? conference.place?.path[2],
      );
    // Lộc Hà: the district of 2023, its province, and today's commune of that name on its land.
    const district = await names('448');
    expect(district.length).toBeGreaterThan(0);
    expect((await names('42')).length).toBeGreaterThan(district.length);
    const commune = unitsNamed('Lộc Hà', '2025-08-01').find(({ level }) => level === 'commune');
    expect((await names(commune?.code ?? '')).length).toBeGreaterThanOrEqual(district.length);
  });

  it('changes nothing in a second run, and asks only what a conditional request cannot answer', async () => {
    const before = { counts: await works.archive.counts(), requests: answered() };
    await crawlAll();
    const after = await works.archive.counts();
    expect({ ...after, bytes: 0 }).toEqual({ ...before.counts, bytes: 0 });
    const requests = answered();
    const more = (code: number) => (requests.get(code) ?? 0) - (before.requests.get(code) ?? 0);
    // Whole answers a second time: none. Sources are unchanged.
    expect(more(200)).toBe(0);
    expect(more(304)).toBeGreaterThanOrEqual(6);
  });

  it('finds its unfinished work again after a crash', async () => {
    await works.archive.index.reset(works.engine.id);
    await works.engine.clear();
    expect(await works.engine.count()).toBe(0);
    const done = await catchUp(works, new AbortController().signal);
    expect(done).toEqual({ parse: 0, index: papers.articles + 2 });
    expect(await works.engine.count()).toBe(papers.articles + 2);
  });
});

describe('a run that was cut off', () => {
  it('is finished by the next crawl: every page read, every article found, nothing left pending', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'diembao-cut-'));
    const papers = await startDemoPapers({ anyPort: true });
    const newspapers = papers.newspapers.map((paper) => ({ ...paper, delayMs: 0 }));
    const config = {
      ...readConfig({ DIEMBAO_DATA: directory }),
      allowPrivate: newspapers.flatMap(({ hosts }) => hosts),
      minFreeBytes: 0,
    };
    const crawls = newspapers.map(
      ({ id }) => ({ name: 'crawl', payload: { newspaper: id } }) as const,
    );
    const open = () => openWorks(config, { newspapers, log: silent });
    try {
      const first = await open();
      await first.queue.add(crawls);
      // Ends in the middle: the jobs that wait are gone with the process.
      await new Promise<void>((resolve, reject) => {
        first
          .work(({ done }) => {
            if (done >= 5) resolve();
          })
          .catch(reject);
      });
      await first.close();
      const second = await open();
      await second.work();
      await second.queue.add(crawls);
      await second.queue.idle();
      await catchUp(second, new AbortController().signal);
      const { articles } = await second.archive.counts();
      expect(articles).toBe(papers.articles + 2);
      expect(await second.engine.count()).toBe(articles);
      // Originals that a copy turned up for are in the index in their newest form, too.
      expect(await catchUp(second, new AbortController().signal)).toEqual({ parse: 0, index: 0 });
      await second.close();
    } finally {
      await papers.close();
      await rm(directory, { recursive: true, force: true });
    }
  });
});
