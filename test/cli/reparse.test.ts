/** Reading stored pages again, from the command line. synthetic */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../archive/index.ts';
import { articlePage, rawPage, read } from '../parsers/page-of.ts';
import { cli } from './run-cli.ts';

describe('diembao reparse', () => {
  let data: string;
  const diembao = async (...argv: string[]) => cli([...argv, '--data', data]);
  const diff = async (...argv: string[]) =>
    JSON.parse((await diembao('reparse', '--diff', '--json', ...argv)).out);
  const url = (n: number) => `https://baohatinh.vn/bai-post${n}.html`;
  const at = '2026-05-06T00:00:00.000Z';
  let id = '';

  /** Two articles as an older parser read them, and a page that it could not read. */
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'diembao-reparse-'));
    const archive = await openArchive({ directory: data });
    for (const n of [1, 2, 3]) {
      const body = '<p>Sáng 5/5, xã Mẫu họp dân bàn việc làm đường và xây trường học mới.</p>';
      const page = rawPage(articlePage({ headline: `Bài ${n}`, body }), { url: url(n) });
      const put = await archive.pages.put('baohatinh', page);
      const { article, ...rest } = read(page.body, { url: url(n) });
      if (!article) throw new Error('no article');
      if (n === 3) {
        await archive.pages.parsed(put.id, 'older', { code: 'layout-unknown', message: '' });
        continue;
      }
      const older = {
        ...article,
        headline: n === 1 ? 'Tên cũ' : article.headline,
        publishedAt: n === 1 ? null : article.publishedAt,
        authors: n === 2 ? ['Hạ Vy'] : [],
      };
      const stored = await archive.articles.put(
        { ...rest, article: older, pageId: put.id, fetchedAt: page.fetchedAt },
        at,
      );
      if (n === 1) id = stored.id;
      await archive.pages.parsed(put.id, 'older', { code: 'article', message: '' });
    }
    await archive.close();
  });
  afterAll(() => rm(data, { recursive: true, force: true }));

  it('says what would be gained, lost and changed, and writes nothing', async () => {
    const found = await diff();
    expect(found).toMatchObject({
      pages: 3,
      unchanged: 0,
      rows: { gained: 1, lost: 0, examples: [{ url: url(3), before: null, after: 'Bài 3' }] },
      outcomes: { 'layout-unknown -> article': 1 },
    });
    expect(found.fields).toMatchObject({
      headline: {
        gained: 0,
        lost: 0,
        changed: 1,
        examples: [{ before: 'Tên cũ', after: 'Bài 1' }],
      },
      publishedAt: { gained: 1, lost: 0, changed: 0 },
      authors: { gained: 0, lost: 1, changed: 0, examples: [{ before: ['Hạ Vy'], after: [] }] },
    });
    expect(await diff()).toEqual(found);
    const { out } = await diembao('reparse', '--diff');
    expect(out).toContain('Chưa ghi gì');
    expect(out).toContain('Tên cũ');
  });

  it('takes only the newspaper and the days that were asked for', async () => {
    expect((await diff('--newspaper', 'baonghean')).pages).toBe(0);
    expect((await diff('--since', '2026-05-06')).pages).toBe(3);
    expect((await diff('--since', '2026-05-07')).pages).toBe(0);
    expect((await diembao('reparse', '--newspaper', 'none')).code).toBe(2);
  });

  it('does it; then nothing is left to do', async () => {
    const done = await diembao('reparse', '--json');
    expect({ code: done.code, ...JSON.parse(done.out) }).toEqual({
      code: 0,
      pages: 3,
      failed: 0,
      unreadable: { forgotten: 0, lost: 0 },
    });
    expect((await diff()).pages).toBe(0);
    const again = await diff('--all');
    expect(again).toMatchObject({ pages: 3, unchanged: 3, fields: {} });
    const archive = await openArchive({ directory: data, readOnly: true });
    expect((await archive.articles.get(id))?.article).toMatchObject({
      headline: 'Bài 1',
      publishedAt: '2026-05-05T09:18:00+07:00',
    });
    await archive.close();
  });

  it('stopped at once, leaves all for the next time', async () => {
    const stop = new AbortController();
    stop.abort();
    const { code } = await cli(['reparse', '--all', '--data', data], { signal: stop.signal });
    expect(code).toBe(1);
  });
});
