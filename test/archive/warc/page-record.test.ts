/** Pages as WARC records and back, and what records of others give. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { infoMember, pageMember, pageOfRecord } from '../../../archive/warc/page-record.ts';
import { isFault } from '../../../archive/warc/record.ts';
import { sha256 } from '../../../core/ids.ts';
import type { RawPage } from '../../../core/raw-page.ts';
import { foreign, itemsOf, NOW, page, zipped } from './files.ts';

const LIMIT = 1_000_000;

async function read(bytes: Uint8Array, limit = LIMIT) {
  const [item] = await itemsOf(bytes);
  if (item?.kind !== 'record') throw new Error(`no record: ${JSON.stringify(item)}`);
  return pageOfRecord(item.record, limit, NOW);
}

/** The page, or the code of what is wrong. */
async function pageOrCode(bytes: Uint8Array, limit = LIMIT) {
  const found = await read(bytes, limit);
  return isFault(found) ? found.code : found.page;
}

const text = (found: RawPage | string) =>
  typeof found === 'string' ? found : Buffer.from(found.body).toString();

describe('our own pages', () => {
  it.each<[string, RawPage]>([
    ['as they are', page(1)],
    ['with a body of any bytes', page(2, { body: Buffer.from([0, 255, 13, 10, 13, 10, 0]) })],
    ['without a body', page(3, { body: new Uint8Array() })],
    ['after redirects', page(4, { url: 'https://www.baohatinh.vn/4.html' })],
    [
      'decoded, with headers that speak of the coding',
      page(5, {
        headers: {
          'content-encoding': 'gzip',
          'transfer-encoding': 'chunked',
          'content-length': '31',
          'x-crawl-content-encoding': 'br',
        },
      }),
    ],
    [
      'a length that is right',
      page(6, { body: Buffer.from('abc'), headers: { 'content-length': '3' } }),
    ],
    [
      'letters in headers',
      page(7, { status: 203, headers: { 'x-title': 'Hà Tĩnh', etag: '"é"' } }),
    ],
  ])('come back the same: %s', async (_, one) => {
    const found = await read(await pageMember('baohatinh', one));
    expect(found).toEqual({
      newspaper: 'baohatinh',
      setsCookie: false,
      page: { ...one, body: Buffer.from(one.body) },
    });
  });

  it('come back the same: any', async () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/u).filter((one) => one !== 'set-cookie');
    const value = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .map((one) => one.replace(/[\p{Cc}\u{feff}]/gu, ' ').trim());
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(name, value, { maxKeys: 6 }),
        fc.uint8Array({ maxLength: 3000 }),
        fc.integer({ min: 200, max: 299 }),
        async (headers, body, status) => {
          const one = page('x', { headers: { ...headers }, body, status });
          const found = await pageOrCode(await pageMember('baohatinh', one));
          expect(found).toEqual({ ...one, body: Buffer.from(body) });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('are the same bytes each time', async () => {
    expect(await pageMember('baohatinh', page(1))).toEqual(await pageMember('baohatinh', page(1)));
  });

  it('are read by another program, digests, dates and our fields too', async () => {
    const one = page(1, { headers: { 'content-encoding': 'gzip', 'content-type': 'text/html' } });
    const bytes = Buffer.concat([
      await infoMember('DiemBao/1', NOW.toISOString()),
      await pageMember('baohatinh', one),
      await pageMember('baonghean', page(2)),
    ]);
    const source = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(bytes));
        controller.close();
      },
    });
    const seen: unknown[] = [];
    for await (const record of WARCParser.iterRecords(source)) {
      const payload = await record.readFully(true);
      seen.push([
        record.warcType,
        record.warcTargetURI,
        record.warcDate,
        record.warcHeaders.headers.get('DiemBao-Newspaper'),
        record.warcType === 'response' && record.httpHeaders?.statusCode,
        record.warcType === 'response' && record.warcPayloadDigest === `sha256:${sha256(payload)}`,
      ]);
    }
    expect(seen).toEqual([
      ['warcinfo', null, NOW.toISOString(), null, false, false],
      ['response', one.url, one.fetchedAt, 'baohatinh', 200, true],
      ['response', page(2).url, page(2).fetchedAt, 'baonghean', 200, true],
    ]);
  });
});

describe('records of others', () => {
  const http = (head: string, body: Uint8Array | string) =>
    Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${head}\r\n`), Buffer.from(body)]);

  it('are unchunked and unpacked', async () => {
    const chunked = http('Transfer-Encoding: chunked\r\n', '3\r\nabc\r\n2;x\r\nde\r\n0\r\n\r\n');
    expect(text(await pageOrCode(foreign(chunked)))).toBe('abcde');
    const done = http('Transfer-Encoding: chunked\r\n', '<p>unchunked already</p>');
    expect(text(await pageOrCode(foreign(done)))).toBe('<p>unchunked already</p>');
    const gzip = http('Content-Encoding: gzip\r\n', gzipSync('chữ'));
    expect(text(await pageOrCode(foreign(gzip)))).toBe('chữ');
    const br = http('Content-Encoding: br\r\n', brotliCompressSync('chữ'));
    expect(text(await pageOrCode(foreign(br)))).toBe('chữ');
    const unzipped = http('Content-Encoding: gzip\r\n', 'chữ');
    expect(text(await pageOrCode(foreign(unzipped)))).toBe('chữ');
  });

  it('have headers in lower case, joined, without cookies, whose setting is told', async () => {
    const found = await read(foreign(http('X-A: 1\r\nx-a: 2\r\nSet-Cookie: a=b\r\n', 'x')));
    expect(found).toMatchObject({
      setsCookie: true,
      newspaper: null,
      page: { headers: { 'x-a': '1, 2' } },
    });
    expect(found).not.toHaveProperty('page.headers.set-cookie');
  });

  it('may stand in angle brackets, and have dates of any fineness', async () => {
    const fields = {
      'WARC-Target-URI': '<https://a.vn/x>',
      'WARC-Date': '2026-05-06T01:02:03.123456Z',
    };
    expect(await pageOrCode(foreign(http('', 'x'), fields))).toMatchObject({
      url: 'https://a.vn/x',
      fetchedAt: '2026-05-06T01:02:03.123Z',
    });
  });

  const body = http('', 'chữ');
  it.each<[string, Buffer, string]>([
    ['warcinfo', foreign('x', { 'WARC-Type': 'warcinfo' }), 'no-page'],
    ['a request', foreign(body, { 'WARC-Type': 'request' }), 'no-page'],
    ['metadata', foreign(body, { 'WARC-Type': 'metadata' }), 'no-page'],
    ['a look-up of a name', foreign('x', { 'Content-Type': 'text/dns' }), 'no-page'],
    ['no type', foreign(body, { 'WARC-Type': null }), 'no-page'],
    ['a file address', foreign(body, { 'WARC-Target-URI': 'file:///etc/passwd' }), 'no-page'],
    ['a password', foreign(body, { 'WARC-Target-URI': 'https://u:p@a.vn/' }), 'no-page'],
    ['no address', foreign(body, { 'WARC-Target-URI': null }), 'no-page'],
    ['a revisit', foreign(body, { 'WARC-Type': 'revisit' }), 'revisit'],
    ['truncated', foreign(body, { 'WARC-Truncated': 'length' }), 'cut-short'],
    ['a segment', foreign(body, { 'WARC-Segment-Number': '1' }), 'cut-short'],
    ['no date', foreign(body, { 'WARC-Date': null }), 'bad-date'],
    ['no such day', foreign(body, { 'WARC-Date': '2026-02-31T25:00:00Z' }), 'bad-date'],
    ['tomorrow', foreign(body, { 'WARC-Date': '2027-01-01T00:00:00Z' }), 'bad-date'],
    ['another digest', foreign(body, { 'WARC-Block-Digest': 'sha1:AAAA' }), 'bad-digest'],
    [
      'another payload',
      foreign(body, { 'WARC-Payload-Digest': `sha256:${sha256('x')}` }),
      'bad-digest',
    ],
    ['no status line', foreign('<html>'), 'bad-http'],
    [
      'broken gzip',
      foreign(http('Content-Encoding: gzip\r\n', Buffer.from([31, 139, 8, 1, 2]))),
      'broken-encoding',
    ],
    ['an unknown coding', foreign(http('Content-Encoding: rot13\r\n', 'x')), 'broken-encoding'],
  ])('are named: %s', async (_, bytes, code) => {
    expect(await pageOrCode(bytes)).toBe(code);
  });

  it('have digests in base 32 or hex, or of kinds that nobody knows', async () => {
    // sha1 of the block, computed elsewhere: hashlib.sha1, base64.b32encode
    const block = 'HTTP/1.1 200 OK\r\n\r\nabc';
    for (const digest of ['sha1:HQKNH2NGZ2BZ27KBTACJFDT37URZITEZ', 'md9:x'])
      expect(await pageOrCode(foreign(block, { 'WARC-Block-Digest': digest }))).toMatchObject({
        status: 200,
      });
  });

  it('above the limit are not taken, nor those that unpack above it', async () => {
    expect(await pageOrCode(foreign(http('', 'x'.repeat(200))), 100)).toBe('too-large');
    const bomb = http('Content-Encoding: gzip\r\n', gzipSync(Buffer.alloc(100_000)));
    expect(await pageOrCode(zipped(foreign(bomb)), 10_000)).toBe('too-large');
  });
});
