/** Reading WARC files: good ones of others, and every way of being bad, each told in its place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foreign, HTTP, itemsOf, kinds, zipped } from './files.ts';

const one = foreign(HTTP);
const two = foreign(HTTP, { 'WARC-Target-URI': 'https://baohatinh.vn/bai-post2.html' });

describe('good files', () => {
  it.each([
    ['gzipped record by record', zipped(one, two)],
    ['not gzipped', Buffer.concat([one, two])],
    ['two records in one member', zipped(Buffer.concat([one, two]))],
  ])('%s', async (_, bytes) => {
    const items = await itemsOf(bytes);
    expect(kinds(items)).toEqual(['record', 'record']);
    expect(
      items.map((item) => item.kind === 'record' && item.record.fields.get('warc-target-uri')),
    ).toEqual(['https://baohatinh.vn/bai-post1.html', 'https://baohatinh.vn/bai-post2.html']);
  });

  it('an empty one has no records', async () => {
    expect(await itemsOf(new Uint8Array())).toEqual([]);
  });

  it('joins the lines of a folded field', async () => {
    const [item] = await itemsOf(foreign(HTTP, { 'X-Long': 'một\r\n hai' }));
    expect(item?.kind === 'record' && item.record.fields.get('x-long')).toBe('một hai');
  });
});

describe('bad files: the fault is told, the rest is read', () => {
  const broken = zipped(one);
  broken.fill(0xff, 20, 60);
  const wrongSum = zipped(one);
  wrongSum.writeUInt32LE(1, wrongSum.length - 8);
  const short = foreign(HTTP, { 'Content-Length': '10' });
  const long = foreign(HTTP, { 'Content-Length': '9000' });
  const headless = Buffer.from('WARC/1.0\r\nno end');
  it.each<[string, Buffer, readonly string[]]>([
    ['a broken member', Buffer.concat([broken, zipped(two)]), ['broken-gzip', 'record']],
    ['a wrong checksum', Buffer.concat([wrongSum, zipped(two)]), ['broken-gzip', 'record']],
    ['cut off in a member', zipped(one, two).subarray(0, -30), ['record', 'cut-short']],
    ['cut off in the trailer', zipped(one, two).subarray(0, -3), ['record', 'cut-short']],
    ['cut off, not gzipped', Buffer.concat([one, two.subarray(0, -9)]), ['record', 'cut-short']],
    ['too short a length', zipped(short, two), ['bad-length', 'record']],
    ['too long a length', zipped(long, two), ['bad-length', 'record']],
    ['too short, not gzipped', Buffer.concat([short, two]), ['bad-length', 'record']],
    ['beyond the end, not gzipped', Buffer.concat([long, two]), ['cut-short', 'record']],
    [
      'into the next one, not gzipped',
      Buffer.concat([foreign(HTTP, { 'Content-Length': '90' }), two]),
      ['bad-length', 'record'],
    ],
    ['no length', zipped(foreign(HTTP, { 'Content-Length': null }), two), ['bad-length', 'record']],
    [
      'a negative length',
      zipped(foreign(HTTP, { 'Content-Length': '-1' }), two),
      ['bad-length', 'record'],
    ],
    [
      'a huge length',
      zipped(foreign(HTTP, { 'Content-Length': '9'.repeat(30) }), two),
      ['bad-length', 'record'],
    ],
    ['no WARC head', zipped(Buffer.from('<html>'), two), ['bad-record', 'record']],
    ['a head without end', Buffer.concat([one, headless]), ['record', 'bad-record']],
    [
      'rubbish before',
      Buffer.concat([Buffer.from('rubbish'), zipped(one)]),
      ['bad-record', 'record'],
    ],
    [
      'rubbish between',
      Buffer.concat([zipped(one), Buffer.alloc(5000), zipped(two)]),
      ['record', 'bad-record', 'record'],
    ],
    ['only rubbish', Buffer.from('<html><body>no archive</body></html>'), ['bad-record']],
  ])('%s', async (_, bytes, expected) => {
    expect(kinds(await itemsOf(bytes))).toEqual(expected);
  });

  it('a record above the limit, gzipped or not, and one that unpacks without end', async () => {
    const large = foreign(Buffer.alloc(50_000));
    const bomb = foreign(Buffer.alloc(1_000_000));
    const options = { maxRecordBytes: 10_000 };
    for (const bytes of [zipped(large, two), Buffer.concat([large, two]), zipped(bomb, two)])
      expect(kinds(await itemsOf(bytes, options))).toEqual(['too-large', 'record']);
  });

  it('ends where it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await itemsOf(zipped(one, two), { signal: stop.signal })).toEqual([]);
  });

  it('whatever bytes are damaged, reading ends, and what stands before is read', async () => {
    const whole = zipped(one, two, one);
    const ends = [zipped(one).length, zipped(one, two).length, whole.length];
    const damage = fc.tuple(fc.nat(whole.length - 1), fc.nat(60), fc.uint8Array({ maxLength: 40 }));
    await fc.assert(
      fc.asyncProperty(damage, async ([at, length, put]) => {
        const bytes = Buffer.concat([whole.subarray(0, at), put, whole.subarray(at + length)]);
        const items = await itemsOf(bytes);
        const before = ends.filter((end) => end <= at).length;
        expect(kinds(items).slice(0, before)).toEqual(Array(before).fill('record'));
        expect(items.length).toBeLessThanOrEqual(10);
      }),
      { numRuns: 60 },
    );
  });
});
