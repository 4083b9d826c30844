import { tmpdir } from 'node:os';
import { afterEach, expect, it } from 'vitest';
import { readConfig } from '../../app/config.ts';
import { dueLooks } from '../../app/second-looks.ts';
import { articlePage, type Desk, feedOf, HOUR, openDesk, paper } from '../crawlers/fixtures.ts';

let desk: Desk | null = null;
afterEach(() => desk?.close());

it('are due for the papers that have one, and not for a real one while nobody answers for it', async () => {
  const d = await openDesk({ '/rss': feedOf('/a-post1.html'), '/a-post1.html': articlePage('a') });
  desk = d;
  const mine = paper(d.server.origin);
  const real = paper('https://bao.example', { id: 'real' });
  const jobs = () =>
    dueLooks({
      archive: d.archive,
      clock: d.clock,
      config: { ...readConfig({ DIEMBAO_DATA: tmpdir() }), minFreeBytes: 0 },
      newspapers: [mine, real, paper(d.server.origin, { id: 'never-crawled' })],
    });
  await d.run();
  const url = `${real.origin}/x-post1.html`;
  const at = d.clock.now().toISOString();
  await d.archive.frontier.add([
    { url, newspaper: 'real', kind: 'article', foundOn: null, foundAt: at, dueAt: at },
  ]);
  await d.archive.frontier.visited({ url, at, outcome: 'article', dueAt: at });
  expect(await jobs()).toEqual([]);
  d.clock.advance(2 * HOUR);
  expect(await jobs()).toEqual([
    { name: 'crawl', payload: { newspaper: 'test-paper', mode: 'looks' } },
  ]);
  await d.run({ mode: 'looks' });
  expect(await jobs()).toEqual([]);
});
