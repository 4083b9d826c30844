import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../crawlers/address.ts';
import { isBlockPage, isDisguisedBlockPage } from '../../crawlers/block-page.ts';
import { oneAtATime } from '../../crawlers/one-at-a-time.ts';
import { retryAfterMs } from '../../crawlers/retry-after.ts';

describe('an address', () => {
  it.each(['8.8.8.8', '203.113.131.1', '2001:ee0:4f44::1', '2405:4800::1'])('%s is public', (a) => {
    expect(isPublicAddress(a)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '192.168.1.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'fe80::1',
    'fc00::1',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    'localhost',
    '',
  ])('%j is not', (a) => {
    expect(isPublicAddress(a)).toBe(false);
  });

  it('no IPv4 address becomes public by being written as IPv6', () => {
    fc.assert(
      fc.property(
        fc.ipV4(),
        (v4) => !isPublicAddress(`::ffff:${v4}`) && !isPublicAddress(`::${v4}`),
      ),
    );
  });
});

describe('Retry-After', () => {
  const now = new Date('2026-11-24T00:00:00Z');
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Tue, 24 Nov 2026 00:01:00 GMT', 60_000],
    ['Mon, 23 Nov 2026 00:01:00 GMT', 0],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['9'.repeat(40), null],
    ['', null],
    [undefined, null],
  ])('%j asks for %j ms', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  it('never throws and never asks for less than nothing', () => {
    fc.assert(fc.property(fc.string(), (header) => (retryAfterMs(header, now) ?? 0) >= 0));
  });
});

describe('a block page', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  it('is known by its words or its header', () => {
    expect(isBlockPage({}, bytes('<title>Attention Required! | Cloudflare</title>'))).toBe(true);
    expect(isBlockPage({ 'cf-mitigated': 'challenge' }, bytes(''))).toBe(true);
  });
  it('is not any refusal', () => {
    expect(isBlockPage({}, bytes('<h1>403 Forbidden</h1><p>nginx</p>'))).toBe(false);
  });

  const article = `<html><head><title>Bài</title></head><body><h1>Trang lừa đảo giả "Just a moment..."</h1>${'<p>Kẻ gian dựng trang giả kiểm tra captcha rồi chiếm tài khoản của người đọc.</p>'.repeat(20)}</body></html>`;
  it.each([
    ['an article that speaks of one', article],
    [
      'a page that loads a bot check and counts its readers',
      article.replace(
        '</body>',
        '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script><script>document.cookie="seen=1";location.href</script></body>',
      ),
    ],
    ['a short page', '<html><body><h1>Tin ngắn</h1><p>Sáng nay trời mưa.</p></body></html>'],
    [
      'a short page that sets a cookie',
      '<html><body><h1>Tin ngắn</h1><p>Sáng nay trời có mưa to.</p><script>document.cookie="a=1"</script></body></html>',
    ],
    [
      'the shell of a page that is drawn by script',
      `<html><body><div id="app"></div><script>${'var a = 1;'.repeat(1000)}document.cookie="a=1";location.href="/x"</script></body></html>`,
    ],
    ['a moved page', '<html><body><script>location.href="/moi"</script></body></html>'],
    ['a feed', '<?xml version="1.0"?><rss><channel><title>captcha</title></channel></rss>'],
    ['text', 'captcha'],
    ['nothing', ''],
  ])('is not %s', (_, text) => {
    expect(isDisguisedBlockPage({}, bytes(text), false)).toBe(false);
  });

  it('with status 200 is known by what it is made of', () => {
    const wall = '<script>document["cookie"]="a=1";location.replace("/")</script>';
    expect(isDisguisedBlockPage({}, bytes(wall), false)).toBe(true);
    const moved = '<script>location.href="/moi"</script>';
    expect(isDisguisedBlockPage({}, bytes(moved), true)).toBe(true);
    expect(isDisguisedBlockPage({ 'cf-mitigated': 'challenge' }, bytes('x'), false)).toBe(true);
  });

  it('is looked for in linear time', () => {
    for (const part of ['<script>', '<!--', '<', '<style', 'document.cookie='])
      isDisguisedBlockPage({}, bytes(part.repeat(60_000 / part.length)), true);
    expect(isDisguisedBlockPage({}, bytes('<script>'.repeat(8000)), true)).toBe(false);
  });
});

describe('one at a time', () => {
  it('keeps the order under one key, whatever fails, and holds up no other', async () => {
    const turns = oneAtATime();
    const log: string[] = [];
    let release = () => {};
    const first = turns.run('a', () => new Promise<void>((resolve) => (release = resolve)));
    const second = turns.run('a', async () => {
      log.push('second');
      throw new Error('fails');
    });
    const third = turns.run('a', async () => void log.push('third'));
    await turns.run('b', async () => void log.push('other'));
    expect(log).toEqual(['other']);
    release();
    await first;
    await expect(second).rejects.toThrow('fails');
    await third;
    expect(log).toEqual(['other', 'second', 'third']);
  });
});
