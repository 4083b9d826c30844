/** Morning reports as the page, the API and the command line show them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeNight } from '../../app/night/close.ts';
import { nightOf } from '../../app/night/window.ts';
import { status } from '../../app/status.ts';
import { webApp } from '../../web/app.tsx';
import { openWorld, type World } from './world.ts';

const WINDOW = { start: 30, end: 330 };
let world: World;
beforeAll(async () => {
  world = await openWorld();
  const { archive } = world.works;
  const at = '2026-11-24T18:00:00.000Z';
  await archive.nights.begin('2026-11-25', 'baohatinh', at);
  await archive.nights.end('2026-11-25', 'baohatinh', at, {
    state: 'stopped',
    message: '<b>dừng</b>',
    outcomes: { article: 2 },
    requests: 7,
    stored: 2,
    repeated: 0,
    found: 2,
  });
  const night = nightOf('2026-11-25', WINDOW);
  await closeNight(archive, night, new Date('2026-11-24T23:00:00Z'), ['baohatinh', 'baonghean']);
  await archive.nights.deliver('2026-11-25', 'webhook', at, 'connect ECONNREFUSED');
});
afterAll(() => world.close());

const get = (path: string) =>
  webApp(world.works).request(`http://localhost:8420${path}`, {
    headers: { host: 'localhost:8420' },
  });

describe('the morning report', () => {
  it('stands on a page with the papers that did not finish, escaped', async () => {
    const answer = await get('/bao-cao?dem=2026-11-25');
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain('Điểm Báo 25/11/2026');
    expect(html).toContain('chưa thu thập xong: &lt;b&gt;dừng&lt;/b&gt;');
    expect(html).toContain('đêm qua không thu thập');
    expect(html).toContain('href="/bao-cao?dem=2026-11-25"');
  });

  it('says when the first one comes where there is none', async () => {
    const empty = await openWorld();
    const answer = await webApp(empty.works).request('http://localhost:8420/bao-cao', {
      headers: { host: 'localhost:8420' },
    });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Chưa có báo cáo nào');
    await empty.close();
  });

  it('is JSON in the API, with the days that have one', async () => {
    expect(await (await get('/api/v1/reports')).json()).toEqual({ days: ['2026-11-25'] });
    expect(await (await get('/api/v1/reports/2026-11-25')).json()).toMatchObject({
      day: '2026-11-25',
      totals: { papers: 2, complete: 0, requests: 7 },
      findings: [
        { newspaper: 'baohatinh', kind: 'not-finished' },
        { newspaper: 'baonghean', kind: 'missed' },
      ],
    });
  });

  it.each(['/bao-cao?dem=2026-11-01', '/bao-cao?dem=x', '/api/v1/reports/2026-02-30'])(
    '%s is not found',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it('and the queue are figures for Prometheus, on this machine only', async () => {
    const answer = await get('/metrics');
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=/);
    const lines = (await answer.text()).split('\n');
    expect(lines).toContain('diembao_jobs{name="crawl",state="failed"} 0');
    expect(lines).toContain('diembao_archive_rows{kind="articles"} 47');
    expect(lines).toContain('diembao_night_requests{newspaper="baohatinh"} 7');
    expect(lines).toContain('diembao_night_complete{newspaper="baonghean"} 0');
    expect(lines).toContain('diembao_night_findings{kind="missed"} 1');
    const proxied = await webApp(world.works).request('http://localhost:8420/metrics', {
      headers: { host: 'localhost:8420', 'x-forwarded-for': '203.0.113.7' },
    });
    expect(proxied.status).toBe(403);
  });

  it('that could not be sent is told by status, where its way is set', async () => {
    const { works } = world;
    const night = { ...works.config.night, webhook: 'http://127.0.0.1:1/' };
    const set = { ...works, config: { ...works.config, night } };
    expect((await status(set)).undelivered).toMatchObject([
      { day: '2026-11-25', channel: 'webhook', attempts: 1, message: 'connect ECONNREFUSED' },
    ]);
    expect((await status(works)).undelivered).toEqual([]);
  });

  it('stands in status, with what it found wrong', async () => {
    const { night } = await status(world.works);
    expect(night).toMatchObject({
      day: '2026-11-25',
      title: 'Điểm Báo 25/11/2026: 0 bài mới, 2 điều cần xem',
      findings: [{ newspaper: 'baohatinh' }, { newspaper: 'baonghean' }],
    });
    const html = await (await get('/tinh-trang')).text();
    expect(html).toContain('2 điều cần xem');
    expect(html).toContain('&lt;b&gt;dừng');
    expect(html).not.toContain('<b>dừng');
  });
});
