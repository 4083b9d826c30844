import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openWorks } from '../../app/compose.ts';
import { readConfig } from '../../app/config.ts';
import { silent } from '../../core/log.ts';
import { crawlNewspaper } from '../../crawlers/index.ts';
import { articlePage, fakeClock, feedOf, paper } from '../crawlers/fixtures.ts';
import * as hostile from '../servers/hostile.ts';
import { startLoopback } from '../servers/loopback.ts';

it('Regression: a page was fetched when the run’s clock says, not the machine’s', async () => {
  const server = await startLoopback({
    '/robots.txt': hostile.text(''),
    '/rss': feedOf('/a-post1.html'),
    '/a-post1.html': articlePage('một'),
  });
  const directory = await mkdtemp(join(tmpdir(), 'diembao-clock-'));
  const newspaper = paper(server.origin);
  const works = await openWorks(
    {
      ...readConfig({ DIEMBAO_DATA: directory }),
      allowPrivate: newspaper.hosts,
      minFreeBytes: 0,
    },
    { clock: fakeClock('2031-05-06T13:00:00Z'), newspapers: [newspaper], log: silent },
  );
  try {
    await crawlNewspaper({
      ...works,
      newspaper,
      signal: new AbortController().signal,
      random: () => 0,
    });
    const page = await works.archive.pages.latest(`${server.origin}/a-post1.html`);
    expect(page?.fetchedAt).toMatch(/^2031-05-06T13:0/u);
  } finally {
    await works.close();
    await server.close();
    await rm(directory, { recursive: true });
  }
});
