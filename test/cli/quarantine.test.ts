/** Pages in quarantine, from the command line. synthetic */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../archive/index.ts';
import { articlePage, rawPage } from '../parsers/page-of.ts';
import { cli } from './run-cli.ts';

describe('diembao quarantine', () => {
  let data: string;
  const diembao = async (...argv: string[]) => cli([...argv, '--data', data]);
  const jsonOf = async (...argv: string[]) => JSON.parse((await diembao(...argv, '--json')).out);
  const url = (n: number) => `https://baohatinh.vn/bai-post${n}.html`;

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'diembao-quarantine-'));
    const archive = await openArchive({ directory: data });
    const pages = [
      rawPage(articlePage(), { url: url(1) }),
      rawPage('<html><body><p>Trang lạ.</p></body></html>', { url: url(2) }),
      rawPage(articlePage({ body: '' }), { url: url(3) }),
    ];
    for (const page of pages) await archive.pages.put('baohatinh', page);
    await archive.close();
    expect((await diembao('parse')).code).toBe(0);
  });
  afterAll(() => rm(data, { recursive: true, force: true }));

  it('lists pages with their reasons, of one newspaper and for one reason', async () => {
    const { pages, jobs } = await jsonOf('quarantine');
    expect(jobs).toEqual([]);
    expect(pages.map((one: { url: string; code: string }) => [one.url, one.code]).sort()).toEqual([
      [url(2), 'layout-unknown'],
      [url(3), 'body-missing'],
    ]);
    const some = await jsonOf('quarantine', 'list', '--code', 'body-missing');
    expect(some.pages).toMatchObject([{ url: url(3), page: 3, newspaper: 'baohatinh' }]);
    expect((await jsonOf('quarantine', 'list', '--newspaper', 'baonghean')).pages).toEqual([]);
    expect((await diembao('quarantine')).out).toContain('bố cục trang chưa biết');
    expect((await diembao('quarantine', 'list', '--code', 'no-such')).code).toBe(2);
  });

  it('shows a page as it came', async () => {
    const { out, err } = await diembao('quarantine', 'show', '2');
    expect(out).toBe('<html><body><p>Trang lạ.</p></body></html>');
    expect(err).toContain('layout-unknown');
    expect((await diembao('quarantine', 'show')).code).toBe(2);
    expect((await diembao('quarantine', 'show', '99')).code).toBe(1);
  });

  it('keeps an article without text, found by its headline', async () => {
    const found = await jsonOf('search', 'Tiêu đề của bài');
    expect(found.hits ?? found.results ?? found).toBeTruthy();
    expect(JSON.stringify(found)).toContain('post3');
  });

  it('counts in status', async () => {
    expect(await jsonOf('status')).toMatchObject({ quarantined: 2, deadLetters: null });
    expect((await diembao('status')).out).toContain('2 trang chưa đọc được');
  });

  it('reads them again: what is well leaves', async () => {
    const archive = await openArchive({ directory: data });
    const page = await archive.pages.latest(url(1));
    if (!page) throw new Error('no page');
    await archive.incidents.put({
      newspaper: 'baohatinh',
      url: page.url,
      code: 'parser-exhausted',
      message: 'by an older parser',
      at: '2026-05-06T00:00:00.000Z',
      pageId: page.id,
    });
    await archive.close();
    expect(await jsonOf('quarantine', 'replay')).toEqual({
      pages: 3,
      well: 1,
      still: { 'layout-unknown': 1, 'body-missing': 1 },
      jobs: 0,
    });
    expect((await jsonOf('quarantine')).pages).toHaveLength(2);
    expect(await jsonOf('quarantine', 'replay', '3')).toMatchObject({ pages: 1, well: 0 });
  });
});
