/** The article that the project grew from, through the whole chain: published, crawled, read, indexed, found. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorks, type Works } from '../../app/compose.ts';
import { readConfig } from '../../app/config.ts';
import { search } from '../../app/search.ts';
import { type Article, textAt } from '../../core/article.ts';
import { silent } from '../../core/log.ts';
import { loadNewspapers } from '../../newspapers/index.ts';
import { type Loopback, startLoopback } from '../servers/loopback.ts';
import { seedPage } from './seed-page.ts';

const PATH = '/so-ket-giua-nhiem-ky-post1.html';

describe('the seed article', async () => {
  let server: Loopback;
  let works: Works;
  let directory: string;
  let article: Article;
  const seed = seedPage('http://127.0.0.1:1');

  beforeAll(async () => {
    if (!seed) return;
    directory = await mkdtemp(join(tmpdir(), 'diembao-seed-'));
    server = await startLoopback({
      [PATH]: (_request, response, origin) => {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(seedPage(origin)?.html);
      },
      '/rss/home.rss': (_request, response, origin) => {
        response.setHeader('content-type', 'application/rss+xml');
        response.end(
          `<?xml version="1.0"?><rss version="2.0"><channel><title>Báo</title><link>${origin}</link><description>d</description><item><title>t</title><link>${origin}${PATH}</link></item></channel></rss>`,
        );
      },
    });
    const registry = await loadNewspapers();
    const paper = registry.get('baohatinh');
    if (!paper) throw new Error('no baohatinh');
    const newspaper = { ...registry.withOrigin(paper, server.origin), delayMs: 0 };
    const config = {
      ...readConfig({ DIEMBAO_DATA: directory, DIEMBAO_LOG: 'silent' }),
      allowPrivate: newspaper.hosts,
      minFreeBytes: 0,
    };
    works = await openWorks(config, { newspapers: [newspaper], log: silent, random: () => 0 });
    await works.work();
    await works.queue.add([{ name: 'crawl', payload: { newspaper: 'baohatinh' } }]);
    await works.queue.idle();
    const stored = await works.archive.articles.byUrl(server.origin + PATH);
    if (!stored) throw new Error('the article did not arrive');
    article = stored.article;
  });

  afterAll(async () => {
    await works?.close();
    await server?.close();
    if (directory) await rm(directory, { recursive: true, force: true });
  });

  it.skipIf(!seed)('gives headline, sapo and date', () => {
    expect(article.headline).toBe(seed?.headline);
    expect(article.sapo).toBe(seed?.sapo);
    expect(article.publishedAt).toBe('2023-05-26T08:00:00+07:00');
    expect(article.newspaper).toBe('baohatinh');
  });

  it.skipIf(!seed)('gives five captions of six pictures, the last with its credit', () => {
    expect(article.captions).toHaveLength(5);
    expect(article.captions.map(({ credit }) => credit)).toEqual([
      null,
      null,
      null,
      null,
      'Huy Tùng',
    ]);
    expect(article.captions.every(({ image }) => image?.includes('/Uploaded/2023/'))).toBe(true);
    for (const { text, block } of article.captions) expect(article.blocks[block]?.text).toBe(text);
    expect(article.blocks.filter(({ text }) => text === seed?.headline)).toEqual([]);
  });

  it.skipIf(!seed)('gives exactly two quotations with their speakers', () => {
    const quotes = article.quotes.filter(({ direct }) => direct);
    expect(
      quotes.map(({ speaker, spans, verb }) => ({
        name: speaker?.name,
        rank: speaker?.rank,
        official: speaker?.official,
        titles: speaker?.offices.map(({ title }) => title),
        paragraphs: spans.length,
        verb,
      })),
    ).toEqual([
      {
        name: 'Nguyễn Văn Báu',
        rank: null,
        official: true,
        titles: ['Bí thư Đảng ủy xã Nam Phúc Thăng (Cẩm Xuyên)'],
        paragraphs: 2,
        verb: 'cho biết',
      },
      {
        name: 'Nguyễn Tiến Dũng',
        rank: 'Trung tá',
        official: true,
        titles: ['Phó Bí thư Đảng ủy', 'Chính trị viên Ban Chỉ huy Quân sự huyện Hương Khê'],
        paragraphs: 3,
        verb: 'chia sẻ',
      },
    ]);
    for (const quote of quotes)
      expect(quote.spans.map((span) => textAt(article, span)).join('\n')).toBe(quote.text);
    expect(quotes[1]?.text).not.toContain('dự hội nghị sơ kết giữa nhiệm kỳ.');
  });

  it.skipIf(!seed)('gives the dates', () => {
    const found = (words: string) => article.dates.filter(({ text }) => text.includes(words));
    const days = (words: string) => found(words).map(({ from, to }) => [from, to]);
    expect(days('ngày 24/5')).toEqual([['2023-05-24', '2023-05-24']]);
    expect(days('giữa tháng 4/2023')[0]?.[0]).toBe('2023-04-11');
    expect(days('cuối tháng 4 vừa qua')).toEqual([['2023-04-21', '2023-04-30']]);
    expect(days('tháng 5')).toEqual([['2023-05-01', '2023-05-31']]);
    expect(days('đến hết tháng 6')[0]?.[1]).toBe('2023-06-30');
    expect(days('tháng 7')).toEqual([['2023-07-01', '2023-07-31']]);
    expect(days('đầu năm 2023').length).toBe(2);
    expect(days('cuối năm 2023')).toEqual([['2023-09-01', '2023-12-31']]);
    expect(new Set(days('kỳ 2020 - 2025').map(String))).toEqual(new Set(['2020-01-01,2025-12-31']));
    for (const date of article.dates) expect(textAt(article, date)).toBe(date.text);
  });

  it.skipIf(!seed)('gives the districts, and where their land lies today', () => {
    const districts = new Set(
      article.places.flatMap(({ path: [province, district] }) =>
        district === null ? [] : [`${district}, ${province}`],
      ),
    );
    for (const name of ['Lộc Hà', 'Cẩm Xuyên', 'Hương Khê', 'Hương Sơn', 'Vũ Quang', 'Nghi Xuân'])
      expect(districts).toContain(`Huyện ${name}, Tỉnh Hà Tĩnh`);
    expect(districts.size).toBe(6);
    const commune = article.places.find(({ level }) => level === 'commune');
    expect(commune?.path).toEqual(['Tỉnh Hà Tĩnh', 'Huyện Cẩm Xuyên', 'Xã Nam Phúc Thăng']);
    expect(commune?.today.map(({ path }) => path[2])).toEqual(['Xã Thiên Cầm']);
  });

  it.skipIf(!seed)('gives the conferences, held and planned', () => {
    const of = (organiser: string) =>
      article.conferences.find((one) => one.organiser?.includes(organiser));
    expect(of('Lộc Hà')).toMatchObject({
      kind: 'so-ket',
      status: 'held',
      level: 'huyen',
      date: { from: '2023-05-24', to: '2023-05-24' },
    });
    for (const name of ['Hương Sơn', 'Vũ Quang', 'Nghi Xuân'])
      expect(of(name)).toMatchObject({ kind: 'so-ket', status: 'planned', level: 'huyen' });
    expect(of('xã Nam Phúc Thăng')).toMatchObject({
      kind: 'so-ket',
      status: 'held',
      level: 'co-so',
      date: { from: '2023-04-21', to: '2023-04-30' },
    });
  });

  it.skipIf(!seed)('reads nothing of the "Đọc thêm" block', () => {
    const all = JSON.stringify({ ...article, tags: [] });
    for (const words of ['Trần Cẩm Tú', 'Lương Cường', 'Đọc thêm', 'Chủ đề'])
      expect(all).not.toContain(words);
  });

  it.skipIf(!seed)('is found with marks, without marks and by a caption', async () => {
    for (const text of [
      'sơ kết giữa nhiệm kỳ',
      'so ket giua nhiem ky',
      'hội thi dân quân tự vệ xã',
    ]) {
      const answer = await search(works, { text, facets: [] });
      expect(answer.hits.map(({ id }) => id)).toContain(article.id);
    }
  });

  it.skipIf(!seed)('changes nothing and fetches no article in a second run', async () => {
    const before = await works.archive.counts();
    const asked = server.count(PATH);
    await works.queue.add([{ name: 'crawl', payload: { newspaper: 'baohatinh' } }]);
    await works.queue.idle();
    const after = await works.archive.counts();
    expect({ ...after, bytes: 0 }).toEqual({ ...before, bytes: 0 });
    expect(server.count(PATH)).toBe(asked);
  });
});
