/** Raw pages out of the archive and back, from the command line. synthetic */
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../archive/index.ts';
import { foreign, HTTP, zipped } from '../archive/warc/files.ts';
import { articlePage, rawPage } from '../parsers/page-of.ts';
import { cli } from './run-cli.ts';

const made: string[] = [];
const directory = () => {
  const path = mkdtempSync(join(tmpdir(), 'diembao-archive-cli-'));
  made.push(path);
  return path;
};
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

let data: string;
const diembao = async (argv: readonly string[], given: Parameters<typeof cli>[1] = {}) =>
  cli([...argv, '--data', data], given);
const jsonOf = async (...argv: string[]) => JSON.parse((await diembao([...argv, '--json'])).out);
const url = (n: number) => `https://baohatinh.vn/bai-post${n}.html`;
const pageOf = (n: number, headline = `Bài số ${n}`) =>
  rawPage(articlePage({ headline, date: '30/04/2026 09:18' }), {
    url: url(n),
    fetchedAt: `2026-05-0${n}T00:00:00.000Z`,
  });

async function everything(where: string) {
  const archive = await openArchive({ directory: where, readOnly: true });
  const ids = await archive.pages.ids({}, 0, 100);
  const pages = await Promise.all(ids.map((id) => archive.pages.get(id)));
  const { items } = await archive.articles.list({}, null, 100);
  const urls = await Promise.all(pages.map((page) => archive.frontier.get(page?.url ?? '')));
  await archive.close();
  return {
    pages: pages.map((page) => page && { ...page, id: 0, parsedBy: null, outcome: null }),
    headlines: items.map(({ article }) => article.headline).sort(),
    fetched: urls.map((one) => one?.firstFetchedAt ?? null),
  };
}

beforeEach(async () => {
  data = directory();
  const archive = await openArchive({ directory: data });
  for (const n of [1, 2, 3]) await archive.pages.put('baohatinh', pageOf(n));
  await archive.pages.put('baohatinh', {
    ...pageOf(1, 'Bài số 1 đã sửa'),
    fetchedAt: '2026-05-04T00:00:00.000Z',
    headers: { 'content-encoding': 'gzip', 'content-type': 'text/html' },
  });
  await archive.close();
  expect((await diembao(['parse'])).code).toBe(0);
});

describe('export and import', () => {
  it('carry every page into another archive, which reads the same articles; twice changes nothing', async () => {
    const file = join(directory(), 'all.warc.gz');
    const exported = await diembao(['archive', 'export', file]);
    expect([exported.code, exported.out]).toEqual([0, expect.stringContaining('4 trang')]);
    const before = await everything(data);
    data = directory();
    expect(await jsonOf('archive', 'import', file)).toEqual({
      records: 5,
      outcomes: { 'no-page': 1, stored: 4 },
      findings: [],
      read: 4,
    });
    const after = await everything(data);
    expect(after.pages).toEqual(before.pages);
    expect(after.headlines).toEqual(['Bài số 1 đã sửa', 'Bài số 2', 'Bài số 3']);
    expect(after.fetched[1]).toBe('2026-05-02T00:00:00.000Z');
    expect(await jsonOf('archive', 'import', file)).toMatchObject({
      outcomes: { 'no-page': 1, known: 4 },
      read: 0,
    });
    expect(await everything(data)).toEqual(after);
  });

  it('choose by newspaper and day, and refuse to write over a file', async () => {
    const file = join(directory(), 'some.warc.gz');
    expect(await jsonOf('archive', 'export', file, '--since', '2026-05-03')).toMatchObject({
      pages: 2,
      left: { forgotten: 0, lost: 0 },
    });
    expect((await diembao(['archive', 'export', file])).code).toBe(2);
    expect((await diembao(['archive', 'export', file, '--newspaper', 'none'])).code).toBe(2);
    expect((await diembao(['archive', 'export'])).code).toBe(2);
    const other = join(directory(), 'none.warc.gz');
    expect(await jsonOf('archive', 'export', other, '--newspaper', 'baonghean')).toMatchObject({
      pages: 0,
    });
  });

  it('stopped: no half file is left', async () => {
    const stop = new AbortController();
    stop.abort();
    const where = directory();
    const said = await diembao(['archive', 'export', join(where, 'a.warc.gz')], {
      signal: stop.signal,
    });
    expect(said.code).toBe(1);
    expect(readdirSync(where)).toEqual([]);
  });

  it('of files of others take pages of our newspapers only, and name what became of each record', async () => {
    const file = join(directory(), 'others.warc.gz');
    const at = (uri: string, more: Record<string, string> = {}) => ({
      'WARC-Target-URI': uri,
      ...more,
    });
    const html = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${articlePage({ headline: 'Bài của người khác' })}`;
    const wall =
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><script>document.cookie="a=b";location.reload()</script></html>';
    const broken = zipped(foreign(html));
    broken.fill(0xff, 30, 60);
    writeFileSync(
      file,
      Buffer.concat([
        zipped(
          foreign(html, at(url(9))),
          foreign(html, at('https://example.com/x-post9.html')),
          foreign(html, at('https://example.com/x', { 'DiemBao-Newspaper': 'baohatinh' })),
          foreign(html, at('https://baohatinh.vn/gioi-thieu')),
          foreign('HTTP/1.1 404 Not Found\r\n\r\n<html></html>', at(url(8))),
          foreign('HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx', at(url(7))),
          foreign(wall, at(url(6))),
        ),
        broken,
        zipped(foreign(HTTP, { 'WARC-Type': 'request' })),
      ]),
    );
    const said = await diembao(['archive', 'import', file, '--json']);
    expect(said.code).toBe(1);
    expect(JSON.parse(said.out)).toMatchObject({
      records: 9,
      outcomes: {
        stored: 1,
        'unknown-newspaper': 1,
        'foreign-host': 1,
        'not-an-article': 1,
        'bad-status': 1,
        'not-html': 1,
        blocked: 1,
        'broken-gzip': 1,
        'no-page': 1,
      },
      findings: [{ file, code: 'broken-gzip' }],
      read: 1,
    });
    expect((await everything(data)).headlines).toContain('Bài của người khác');
    expect((await diembao(['archive', 'import', file])).out).toContain('khối gzip hỏng');
    expect((await diembao(['archive', 'import', '/no/such.warc'])).code).toBe(2);
    expect((await diembao(['archive', 'import'])).code).toBe(2);
  });
});

describe('move', () => {
  it('moves what is old, reparse works from the files, and a missing one is told', async () => {
    const before = await everything(data);
    const moved = await diembao(['archive', 'move', '--older-than', '2026-05-03']);
    expect([moved.code, moved.out]).toEqual([0, expect.stringContaining('Đã chuyển 2 trang')]);
    expect(moved.out).toContain('Tệp kho:');
    expect(await everything(data)).toEqual(before);
    const again = await jsonOf('reparse', '--all');
    expect(again).toMatchObject({ pages: 3, unreadable: { forgotten: 0, lost: 0 } });

    const warc = join(data, 'warc', 'pages-000001.warc.gz');
    renameSync(warc, `${warc}.away`);
    expect(await jsonOf('reparse', '--all', '--diff')).toMatchObject({
      pages: 2,
      unreadable: { forgotten: 0, lost: 1 },
    });
    const said = await diembao(['reparse', '--all']);
    expect([said.code, said.out]).toEqual([
      1,
      expect.stringContaining('Không thể đọc lại: 1 trang'),
    ]);
    expect((await jsonOf('quarantine')).pages).toMatchObject([{ url: url(2), code: 'page-lost' }]);
    expect((await diembao(['archive'])).out).toContain('THIẾU HOẶC HỎNG');
    expect((await diembao(['status'])).out).toContain('1 bài có trang gốc ở tệp WARC bị thiếu');
    const left = join(directory(), 'left.warc.gz');
    expect((await diembao(['archive', 'export', left])).code).toBe(1);
    renameSync(`${warc}.away`, warc);
    expect(await jsonOf('quarantine', 'replay')).toMatchObject({ pages: 1, well: 1 });
  });

  it('takes the age in days too, another directory, and refuses nonsense', async () => {
    const to = directory();
    const done = await jsonOf('archive', 'move', '--older-than', '30', '--to', to);
    expect(done).toMatchObject({ pages: 4, files: [{ path: join(to, 'pages-000001.warc.gz') }] });
    expect((await diembao(['archive', 'move', '--older-than', '30'])).out).toContain(
      'Không có trang',
    );
    for (const age of ['soon', '2026-02-31', '-1'])
      expect((await diembao(['archive', 'move', '--older-than', age])).code).toBe(2);
    expect((await diembao(['archive', 'move'])).code).toBe(2);
    const copy = join(directory(), 'copy');
    expect((await diembao(['backup', copy])).out).toContain('KHÔNG kèm tệp WARC');
  });

  it('forgets only after the words were typed', async () => {
    const argv = ['archive', 'move', '--older-than', '2026-05-03', '--forget-pages'];
    for (const stdin of ['', 'có\n', 'bỏ 1 trang\n']) {
      const said = await diembao(argv, { stdin });
      expect([said.code, said.err]).toEqual([1, expect.stringContaining('"bỏ 2 trang"')]);
    }
    expect((await everything(data)).pages).toHaveLength(4);
    const done = await diembao(argv, { stdin: 'bỏ 2 trang\n' });
    expect([done.code, done.out]).toEqual([0, expect.stringContaining('Đã bỏ 2 trang gốc')]);
    expect((await diembao(['status'])).out).toContain('Không thể đọc lại: 1 bài đã bỏ trang gốc');
    expect(await jsonOf('reparse', '--all')).toMatchObject({
      pages: 2,
      unreadable: { forgotten: 1, lost: 0 },
    });
    expect((await diembao(argv)).out).toContain('Không có trang');
    const found = await diembao(['search', 'Bài số 2']);
    expect(found.out).toContain('Bài số 2');
  });

  it('and stopped: nothing is half done', async () => {
    const stop = new AbortController();
    stop.abort();
    const said = await diembao(['archive', 'move', '--older-than', '1'], { signal: stop.signal });
    expect(said.code).toBe(1);
    expect(existsSync(join(data, 'warc', 'pages-000001.warc.gz'))).toBe(false);
    expect((await everything(data)).pages).toHaveLength(4);
  });
});
