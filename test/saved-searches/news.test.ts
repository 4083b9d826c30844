/** From an article that comes to what a reader is told: by e-mail, webhook and feed, over real connections. */
import { parseAtomFeed } from 'feedsmith';
import { afterEach, describe, expect, it } from 'vitest';
import { deliverNews, undeliveredNews } from '../../app/saved-searches/deliver.ts';
import { newsFeed } from '../../app/saved-searches/feed.ts';
import { runSaved } from '../../app/saved-searches/run.ts';
import {
  addTarget,
  listSaved,
  newFeed,
  openSaved,
  saveSearch,
} from '../../app/saved-searches/saved.ts';
import { openNewsWatch } from '../../app/saved-searches/watch.ts';
import { isSigned } from '../../app/saved-searches/webhook.ts';
import type { Archive } from '../../archive/port.ts';
import { codeOf } from '../../core/errors.ts';
import { signature } from '../contracts/archive-samples.ts';
import { hookServer, mailServer, partsOf } from './letters.ts';
import { openSavedWorld, type SavedWorld } from './world.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const SIGNATURE = signature();
/** Of another paper, later: a reprint. */
const REPRINT = {
  signature: SIGNATURE,
  newspaper: 'baokhac',
  publishedAt: '2026-11-25T09:00:00+07:00',
};

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
const kept = <T extends { close(): Promise<void> }>(one: T): T => {
  closers.push(() => one.close());
  return one;
};
const opened = async (settings?: Record<string, string>) => kept(await openSavedWorld(settings));
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'resolved',
    (error: unknown) => codeOf(error),
  );
const run = async ({ parts }: SavedWorld, id: string) =>
  runSaved(parts, await openSaved(parts, id));
const bridges = (world: SavedWorld, filters = {}) =>
  saveSearch(world.parts, 'Cầu treo', { text: 'cầu treo', filters }, 'Lan');

describe('a run', () => {
  it('finds what came after it was saved, once', async () => {
    const world = await opened();
    await world.store('old', 'Cầu treo cũ');
    await world.clock.advance(MINUTE);
    const { id } = await bridges(world);
    await world.clock.advance(MINUTE);
    const a = await world.store('a', 'Cầu treo mới xong');
    await world.store('b', 'Chợ họp sớm');
    const undated = await world.store('c', 'Cầu treo không ngày', { publishedAt: null });
    expect(await run(world, id)).toMatchObject({ news: [a, undated], total: 3, waiting: 0 });
    await world.clock.advance(MINUTE);
    expect((await run(world, id)).news).toEqual([]);
  });

  it('keeps to the whole question: filters, and nothing that only holds some of the words', async () => {
    const world = await opened();
    const { id } = await bridges(world, { newspaper: ['nowhere'] });
    const far = await saveSearch(world.parts, 'Xa', { text: 'cầu treo sông lớn' }, 'Lan');
    await world.clock.advance(MINUTE);
    await world.store('a', 'Cầu treo mới xong');
    expect((await run(world, id)).news).toEqual([]);
    expect(await run(world, far.id)).toMatchObject({ news: [], total: 0 });
  });

  it('comes back for what the index had not taken yet', async () => {
    const world = await opened();
    const { id } = await bridges(world);
    await world.clock.advance(MINUTE);
    const a = await world.store('a', 'Cầu treo mới xong', { indexed: false });
    expect(await run(world, id)).toMatchObject({ news: [], waiting: 1 });
    await world.clock.advance(10 * HOUR);
    await world.index();
    expect(await run(world, id)).toMatchObject({ news: [a], waiting: 0 });
  });

  it('notes nothing where the engine fails, and finds the same the next time', async () => {
    const world = await opened();
    const { id } = await bridges(world);
    await world.clock.advance(MINUTE);
    const a = await world.store('a', 'Cầu treo mới xong');
    const broken = { ...world.parts.engine, search: () => Promise.reject(new Error('away')) };
    const search = await openSaved(world.parts, id);
    await expect(runSaved({ ...world.parts, engine: broken }, search)).rejects.toThrow('away');
    await world.clock.advance(HOUR);
    expect((await run(world, id)).news).toEqual([a]);
  });
});

describe('by e-mail', () => {
  it('comes as text and HTML, a reprint as a line under its original', async () => {
    const mail = kept(await mailServer());
    const world = await opened({
      DIEMBAO_SMTP_URL: mail.url,
      DIEMBAO_CONTACT: 'toa@bao.example',
      DIEMBAO_PUBLIC_URL: 'https://diembao.example',
    });
    const { id } = await bridges(world);
    await addTarget(
      world.parts,
      id,
      { kind: 'mail', address: 'lan@bao.example', digest: '' },
      'Lan',
    );
    await world.clock.advance(MINUTE);
    const a = await world.store('a', 'Cầu treo <b>mới</b> & "xong"', { signature: SIGNATURE });
    await run(world, id);
    expect(await deliverNews(world.parts)).toEqual({ sent: 1, failed: 0 });
    const [letter] = mail.letters;
    expect(letter?.to).toEqual(['lan@bao.example']);
    expect(letter?.raw).toMatch(/^From: .*<toa@bao\.example>/m);
    const [text, html] = partsOf(letter?.raw ?? '');
    expect(text?.type).toBe('text/plain');
    expect(text?.text).toContain('1. Cầu treo <b>mới</b> & "xong"');
    expect(text?.text).toContain(`https://diembao.example/bai/${a}`);
    expect(html?.type).toBe('text/html');
    expect(html?.text).toContain('Cầu treo &lt;b&gt;mới&lt;/b&gt; &amp; &quot;xong&quot;');
    expect(html?.text).not.toContain('<b>mới');

    // The original was told before: the reprint is a line under it, no article of its own.
    await world.clock.advance(HOUR);
    await world.store('b', 'Cầu treo mới, đăng lại', REPRINT);
    await run(world, id);
    await deliverNews(world.parts);
    const [later] = partsOf(mail.letters[1]?.raw ?? '');
    expect(later?.text).toMatch(/^1 bản đăng lại: Cầu treo$/m);
    expect(later?.text).toContain('đã báo trước, nay có bản đăng lại');
    expect(later?.text).toMatch(/- đăng lại: Báo baokhac, 25\/11\/2026/);
    expect(mail.letters).toHaveLength(2);
    expect(await deliverNews(world.parts)).toEqual({ sent: 0, failed: 0 });
  });

  it('comes together at an hour of Vietnam, and not where there is nothing', async () => {
    const mail = kept(await mailServer());
    const world = await opened({ DIEMBAO_SMTP_URL: mail.url });
    const { id } = await bridges(world);
    await addTarget(
      world.parts,
      id,
      { kind: 'mail', address: 'lan@bao.example', digest: '17:30' },
      'Lan',
    );
    await world.clock.advance(MINUTE);
    await world.store('a', 'Cầu treo một');
    await run(world, id);
    await world.clock.advance(HOUR);
    await world.store('b', 'Cầu treo hai');
    await run(world, id);
    await deliverNews(world.parts);
    expect(mail.letters).toHaveLength(0);
    await world.clock.advance(9 * HOUR);
    await deliverNews(world.parts);
    expect(mail.letters).toHaveLength(1);
    expect(partsOf(mail.letters[0]?.raw ?? '')[0]?.text).toContain('2 bài mới');
    await world.clock.advance(24 * HOUR);
    await deliverNews(world.parts);
    expect(mail.letters).toHaveLength(1);
  });

  it('is tried again, less and less often, until it arrives; what failed is shown', async () => {
    let refuse = true;
    const mail = kept(await mailServer(() => refuse));
    const world = await opened({ DIEMBAO_SMTP_URL: mail.url });
    const { id } = await bridges(world);
    await addTarget(
      world.parts,
      id,
      { kind: 'mail', address: 'lan@bao.example', digest: '' },
      'Lan',
    );
    await world.clock.advance(MINUTE);
    await world.store('a', 'Cầu treo một');
    await run(world, id);
    for (const minutes of [0, 1, 2, 4]) {
      await world.clock.advance(minutes * MINUTE - (minutes ? 1_000 : 0));
      if (minutes) expect(await deliverNews(world.parts)).toEqual({ sent: 0, failed: 0 });
      await world.clock.advance(2_000);
      expect(await deliverNews(world.parts)).toEqual({ sent: 0, failed: 1 });
    }
    const failing = await undeliveredNews(world.archive, world.clock.now());
    expect(failing).toMatchObject([{ search: id, attempts: 4, state: 'waiting' }]);
    expect(failing[0]?.message).toMatch(/no such box|recipients/);
    refuse = false;
    await world.clock.advance(HOUR);
    expect(await deliverNews(world.parts)).toEqual({ sent: 1, failed: 0 });
    expect(await undeliveredNews(world.archive, world.clock.now())).toEqual([]);
  });

  it('is given up after three days, and still shown', async () => {
    const mail = kept(await mailServer(() => true));
    const world = await opened({ DIEMBAO_SMTP_URL: mail.url });
    const { id } = await bridges(world);
    await addTarget(
      world.parts,
      id,
      { kind: 'mail', address: 'lan@bao.example', digest: '' },
      'Lan',
    );
    await world.clock.advance(MINUTE);
    await world.store('a', 'Cầu treo một');
    await run(world, id);
    await deliverNews(world.parts);
    await world.clock.advance(73 * HOUR);
    await deliverNews(world.parts);
    expect(await deliverNews(world.parts)).toEqual({ sent: 0, failed: 0 });
    expect(await undeliveredNews(world.archive, world.clock.now())).toMatchObject([
      { state: 'given-up', attempts: 2 },
    ]);
  });
});

describe('by webhook', () => {
  it('is signed with its own secret over time and body', async () => {
    const hook = kept(await hookServer());
    const world = await opened({ DIEMBAO_WEBHOOK_PRIVATE: hook.host });
    const { id } = await bridges(world);
    const first = await addTarget(
      world.parts,
      id,
      {
        ...{ kind: 'webhook', address: hook.url, digest: '' },
      },
      'Lan',
    );
    const second = await addTarget(
      world.parts,
      id,
      {
        ...{ kind: 'webhook', address: `${hook.url}2`, digest: '' },
      },
      'Lan',
    );
    expect(first.secret).not.toBe(second.secret);
    await world.clock.advance(MINUTE);
    const a = await world.store('a', 'Cầu treo một');
    await run(world, id);
    await deliverNews(world.parts);
    expect(hook.posted).toHaveLength(2);
    const [posted] = hook.posted;
    const header = String(posted?.headers['x-diembao-signature']);
    const now = Math.floor(world.clock.now().getTime() / 1000);
    const check = (secret: string, body = posted?.body ?? '', at = now) =>
      isSigned(header, secret, body, at);
    expect(check(first.secret ?? '')).toBe(true);
    expect(check(second.secret ?? '')).toBe(false);
    expect(check(first.secret ?? '', `${posted?.body} `)).toBe(false);
    expect(check(first.secret ?? '', posted?.body, now + 301)).toBe(false);
    expect(JSON.parse(posted?.body ?? '')).toMatchObject({
      delivery: posted?.headers['x-diembao-delivery'],
      search: { id, name: 'Cầu treo' },
      articles: [{ id: a, before: false, reprints: [] }],
    });
  });

  it.each([
    'http://127.0.0.1:9/',
    'http://10.0.0.7/moc',
    'http://[::1]/',
    'http://[::ffff:192.168.1.1]/',
  ])('is refused where it would go to %s', async (address) => {
    const world = await opened();
    const { id } = await bridges(world);
    expect(
      await refusal(addTarget(world.parts, id, { kind: 'webhook', address, digest: '' }, 'Lan')),
    ).toBe('saved-search-private-address');
  });

  it('does not go where its name leads inside by now', async () => {
    const hook = kept(await hookServer());
    const world = await opened();
    const { id } = await bridges(world);
    let address = '93.184.216.34';
    const resolve = async () => [{ address, family: 4 }];
    const url = `http://moc.example:${hook.host.split(':')[1]}/`;
    const typed = { kind: 'webhook', address: url, digest: '' };
    await addTarget({ ...world.parts, resolve }, id, typed, 'Lan');
    address = '127.0.0.1';
    await world.clock.advance(MINUTE);
    await world.store('a', 'Cầu treo một');
    await run(world, id);
    expect(await deliverNews({ ...world.parts, resolve })).toEqual({ sent: 0, failed: 1 });
    expect(hook.posted).toEqual([]);
    const [failing] = await undeliveredNews(world.archive, world.clock.now());
    expect(failing?.message).toContain('127.0.0.1');
  });

  it('a crash before it is noted as sent sends it again under the same id; before it is sent, loses nothing', async () => {
    const hook = kept(await hookServer());
    const world = await opened({ DIEMBAO_WEBHOOK_PRIVATE: hook.host });
    const { id } = await bridges(world);
    await addTarget(world.parts, id, { kind: 'webhook', address: hook.url, digest: '' }, 'Lan');
    await world.clock.advance(MINUTE);
    await world.store('a', 'Cầu treo một');
    await run(world, id);
    const crashing: Archive['savedSearches'] = {
      ...world.archive.savedSearches,
      tried: () => Promise.reject(new Error('killed')),
    };
    const archive = { ...world.archive, savedSearches: crashing };
    await expect(deliverNews({ ...world.parts, archive })).rejects.toThrow('killed');
    await deliverNews(world.parts);
    await deliverNews(world.parts);
    const ids = hook.posted.map(({ headers }) => headers['x-diembao-delivery']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});

describe('the feed', () => {
  it('has an entry for each original, its reprints within, and no markup of readers', async () => {
    const world = await opened();
    const { id } = await bridges(world);
    const token = await newFeed(world.parts, id, 'Lan');
    expect((await world.archive.savedSearches.byFeedToken(token))?.id).toBe(id);
    await world.clock.advance(MINUTE);
    await world.store('a', 'Cầu treo <script>alert(1)</script> ]]> & hết', {
      signature: SIGNATURE,
    });
    await world.clock.advance(MINUTE);
    await world.store('b', 'Cầu treo & <i>bạn</i>', REPRINT);
    await run(world, id);
    const search = await openSaved(world.parts, id);
    const xml = await newsFeed(world.parts, search, 'https://diembao.example/nguon/x');
    expect(xml.match(/<entry>/g)).toHaveLength(1);
    const [entry] = parseAtomFeed(xml).entries ?? [];
    expect(entry?.title?.value).toBe('Cầu treo <script>alert(1)</script> ]]> & hết');
    expect(entry?.content?.value).not.toContain('<i>');
    expect(xml).toContain('Đăng lại');
    expect(xml).toContain('rel="self"');
    await newFeed(world.parts, id, 'Lan');
    expect(await world.archive.savedSearches.byFeedToken(token)).toBeNull();
  });
});

describe('the watch', () => {
  it('runs after a crawl has ended, not without one, and goes on until the index has all', async () => {
    const mail = kept(await mailServer());
    const world = await opened({ DIEMBAO_SMTP_URL: mail.url });
    const { id } = await bridges(world);
    await addTarget(
      world.parts,
      id,
      { kind: 'mail', address: 'lan@bao.example', digest: '' },
      'Lan',
    );
    const watch = openNewsWatch(world.parts);
    await watch.tick();
    await world.clock.advance(MINUTE);
    await world.store('a', 'Cầu treo một', { indexed: false });
    await watch.tick();
    expect(mail.letters).toHaveLength(0);
    const now = () => world.clock.now().toISOString();
    const crawl = await world.archive.runs.start('baotinh', now());
    await world.archive.runs.finish(crawl, now(), 'complete', {});
    await watch.tick();
    expect(mail.letters).toHaveLength(0);
    await world.index();
    await world.clock.advance(MINUTE);
    await watch.tick();
    expect(mail.letters).toHaveLength(1);
    expect((await listSaved(world.parts))[0]?.lastRunAt).toBe(now());
  });
});

describe('saving', () => {
  it('refuses what makes no sense', async () => {
    const world = await opened();
    const save = (name: string, question = {}, by: string | null = 'Lan') =>
      refusal(saveSearch(world.parts, name, { text: 'cầu', ...question }, by));
    expect(await save('  ')).toBe('saved-search-no-name');
    expect(await save('x'.repeat(121))).toBe('saved-search-no-name');
    expect(await save('Cầu', {}, null)).toBe('saved-search-no-one');
    expect(await save('Cầu', { text: ' ' })).toBe('saved-search-no-question');
    expect(await save('Cầu', { filters: { from: '2026-02-31' } })).toBe('question-bad-date');
    expect(await save('Cầu', { filters: { places: ['99999'] } })).toBe('question-unknown-place');
    expect(await save('Cầu')).toBe('resolved');
    expect(await save('Cầu')).toBe('saved-search-name-taken');
    const [{ id } = { id: '' }] = await listSaved(world.parts);
    const target = (kind: string, address: string, digest = '') =>
      refusal(addTarget(world.parts, id, { kind, address, digest }, 'Lan'));
    expect(await target('fax', '1')).toBe('saved-search-bad-target');
    expect(await target('mail', 'lan')).toBe('saved-search-bad-target');
    expect(await target('mail', 'a@b.example\r\nBcc: c@d.example')).toBe('saved-search-bad-target');
    expect(await target('mail', 'lan@bao.example')).toBe('saved-search-no-mail');
    expect(await target('webhook', 'ftp://a.example/')).toBe('saved-search-bad-target');
    expect(await target('webhook', 'https://a.example/', '25:00')).toBe('saved-search-bad-hour');
    expect(await refusal(openSaved(world.parts, 'none'))).toBe('saved-search-not-found');
  });
});
