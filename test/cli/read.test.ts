import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Article, textAt } from '../../core/article.ts';
import { cli } from './run-cli.ts';

const lines = (text: string) => text.split('\n').filter(Boolean);
const articles = (out: string) => lines(out).map((line) => Article.parse(JSON.parse(line)));

/** synthetic */
const plain = (id: string, more: object = {}) =>
  JSON.stringify({
    id,
    publishedAt: '2023-05-26T08:00:00+07:00',
    newspaper: 'baohatinh',
    headline: 'Xã Kỳ Thư họp dân',
    sapo: null,
    paragraphs: ['Sáng 24/5, ông Trần Văn Thử nói: “Bà con nên góp ý cho xã thật nhiều vào”.', ''],
    ...more,
  });

describe('diembao read', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'diembao-read-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('prints one record a line, in order, and nothing else', async () => {
    const { code, out, err } = await cli(['read'], { stdin: `${plain('a')}\n\n${plain('b')}\n` });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(articles(out).map(({ externalId }) => externalId)).toEqual(['a', 'b']);
  });

  it('keeps every paragraph, empty ones too, and points into them', async () => {
    const { out } = await cli(['read', '-'], { stdin: plain('a') });
    const [article] = articles(out);
    if (!article) throw new Error('no record');
    expect(article.blocks).toHaveLength(2);
    expect(article.blocks[1]).toEqual({ type: 'paragraph', text: '' });
    expect(article.dates.map((date) => [date.text, date.from])).toEqual([
      ['Sáng 24/5', '2023-05-24'],
    ]);
    expect(article.quotes.map((quote) => [quote.speaker?.name, quote.text])).toEqual([
      ['Trần Văn Thử', 'Bà con nên góp ý cho xã thật nhiều vào'],
    ]);
    for (const date of article.dates) expect(textAt(article, date)).toBe(date.text);
  });

  it('reads a gzipped file like a plain one', async () => {
    const file = join(folder, 'in.jsonl.gz');
    await writeFile(file, gzipSync(`${plain('a')}\n${plain('b')}`));
    const zipped = await cli(['read', file]);
    const text = await cli(['read'], { stdin: `${plain('a')}\n${plain('b')}` });
    expect(zipped).toEqual(text);
    expect(lines(zipped.out)).toHaveLength(2);
  });

  it('refuses bad lines by number and code, goes on, and ends with 1', async () => {
    const { code, out, err } = await cli(['read'], {
      stdin: [plain('a'), '{"id": "b"', '{"id": "c"}', '[]', plain('d')].join('\n'),
    });
    expect(code).toBe(1);
    expect(articles(out).map(({ externalId }) => externalId)).toEqual(['a', 'd']);
    expect(lines(err).map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual([
      'line 2: bad-json',
      'line 3: bad-article',
      'line 4: bad-article',
    ]);
  });

  it('refuses a line whose bytes are no UTF-8, and keeps a printed U+FFFD', async () => {
    const broken = Buffer.from(plain('b', { headline: 'H?' }));
    broken[broken.indexOf('?')] = 0xe1;
    const stdin = Buffer.concat([
      Buffer.from(`${plain('a')}\r\n`),
      broken,
      Buffer.from(`\n${plain('c', { headline: 'Chữ \ufffd lạ' })}`),
    ]);
    const { code, out, err } = await cli(['read'], { stdin });
    expect({ code, err }).toEqual({ code: 1, err: 'line 2: bad-utf8: not UTF-8\n' });
    expect(articles(out).map(({ externalId }) => externalId)).toEqual(['a', 'c']);
    expect(articles(out)[1]?.headline).toBe('Chữ \ufffd lạ');
  });

  it('takes an unknown newspaper for none, with one warning', async () => {
    const { code, out, err } = await cli(['read'], {
      stdin: `${plain('a', { newspaper: 'bao-la' })}\n${plain('b', { newspaper: 'bao-la' })}`,
    });
    expect(code).toBe(0);
    expect(articles(out).map(({ newspaper }) => newspaper)).toEqual([null, null]);
    expect(lines(err)).toHaveLength(1);
    expect(err).toContain('bao-la');
  });

  it('needs only id and paragraphs', async () => {
    const { code, out } = await cli(['read'], {
      stdin: '{"id": 7, "paragraphs": ["Ngày 24/5, xã họp."], "extra": true}',
    });
    expect(code).toBe(0);
    const [article] = articles(out);
    expect(article).toMatchObject({
      externalId: '7',
      publishedAt: null,
      headline: null,
      sapo: null,
    });
    expect(article?.dates.every(({ from }) => from === null)).toBe(true);
  });

  it('changes text by NFC only', async () => {
    const text = 'Hà  Tĩnh\u200b "hop"'.normalize('NFD');
    const { out } = await cli(['read'], {
      stdin: JSON.stringify({ id: 'a', paragraphs: [text] }),
    });
    expect(articles(out)[0]?.blocks[0]?.text).toBe(text.normalize('NFC'));
  });

  it('names a file that is not there and a gzip that breaks off', async () => {
    expect(await cli(['read', join(folder, 'none')])).toMatchObject({ code: 2, out: '' });
    const file = join(folder, 'cut.gz');
    await writeFile(file, gzipSync(plain('a').repeat(500)).subarray(0, 100));
    const { code, err } = await cli(['read', file]);
    expect(code).toBe(1);
    expect(err).toContain('broken-input');
  });
});
