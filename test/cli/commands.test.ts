import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Article } from '../../core/article.ts';
import { Outcome } from '../../core/outcomes.ts';
import { cli } from './run-cli.ts';

describe('the command line', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'diembao-cli-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('explains itself in Vietnamese and English', async () => {
    const { code, out, err } = await cli(['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const words of ['thu thập', 'crawl newspapers', 'search', 'backup', 'doctor', 'demo'])
      expect(out).toContain(words);
    expect((await cli(['search', '--help'])).out).toContain('câu hỏi');
    expect((await cli(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [['nonsense']],
    [['search', '--limit', 'x']],
    [['search', '--sort', 'best']],
    [['search', 'a', '--from', '2024-13-01']],
    [['search', 'a', '--from', '2024-02-01', '--to', '2024-01-01']],
    [['parse', '--url', 'https://baohatinh.vn/x-post1.html']],
    [['backup']],
    [['parse', '--file', 'x']],
    [['parse', '--file', 'x', '--url', 'ftp://a']],
    [['status', '--no-such-flag']],
  ])('ends %j with 2', async (argv) => {
    const { code, out } = await cli(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('takes no contact that is neither a URL nor an e-mail address', async () => {
    for (const contact of ['x y', 'a\nb@c.vn', 'nobody'])
      expect((await cli(['status'], { env: { DIEMBAO_CONTACT: contact } })).code).toBe(2);
  });

  it('names every wrong setting at once', async () => {
    const { code, err } = await cli(['status'], {
      env: { DIEMBAO_PORT: 'abc', REDIS_URL: 'http://x', DIEMBAO_NIGHT: '25:00' },
    });
    expect(code).toBe(2);
    for (const name of ['DIEMBAO_PORT', 'REDIS_URL', 'DIEMBAO_NIGHT']) expect(err).toContain(name);
  });

  it('lists the newspapers', async () => {
    const { out } = await cli(['newspapers', '--json']);
    const papers = z.array(z.object({ id: z.string(), family: z.string() })).parse(JSON.parse(out));
    expect(papers).toContainEqual({ id: 'baohatinh', family: 'epi' });
    expect(papers).toContainEqual({ id: 'baonghean', family: 'onecms' });
    expect((await cli(['newspapers'])).out).toContain('Báo Hà Tĩnh');
  });

  it('says what to do before there is an archive', async () => {
    for (const command of [['status'], ['search', 'hội nghị']]) {
      const { code, out, err } = await cli([...command, '--data', join(folder, 'none')]);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('archive-missing');
    }
  });

  it('status shows the archive without an index', async () => {
    const data = join(folder, 'restored');
    const filled = join(folder, 'filled');
    await cli(['index', '--data', filled]);
    expect((await cli(['backup', join(folder, 'copy'), '--data', filled])).code).toBe(0);
    expect((await cli(['restore', join(folder, 'copy'), '--data', data])).code).toBe(0);
    const { code, out } = await cli(['status', '--data', data, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      archive: { articles: 0 },
      engine: { documents: null, fault: { code: 'index-missing' } },
    });
  });

  it('doctor finds what is missing', async () => {
    const { code, out } = await cli(['doctor', '--json', '--data', join(folder, 'd')], {
      env: { DIEMBAO_MIN_FREE_GB: '999999', REDIS_URL: 'redis://127.0.0.1:1' },
    });
    expect(code).toBe(1);
    const findings = z
      .array(z.object({ part: z.string(), code: z.string(), hint: z.string().nullable() }))
      .parse(JSON.parse(out));
    const of = (part: string) => findings.find((one) => one.part === part);
    expect(of('disk')?.code).toBe('disk-low');
    expect(of('queue')?.code).toBe('redis-unreachable');
    expect(of('contact')?.code).toBe('no-contact');
    expect(of('node')?.code).toBe('ok');
    expect(findings.filter((one) => one.code !== 'ok').every((one) => one.hint)).toBe(true);
  });

  it('does not crawl a real newspaper while nobody answers for it', async () => {
    const { code, err } = await cli(['crawl', 'baohatinh', '--data', join(folder, 'c')], {
      env: { DIEMBAO_MIN_FREE_GB: '0' },
    });
    expect(code).toBe(2);
    expect(err).toContain('no-contact');
    expect(err).toContain('DIEMBAO_CONTACT');
  });

  it('does not begin to crawl with too little disk, nor an unknown paper', async () => {
    const low = await cli(['crawl', 'baohatinh', '--data', join(folder, 'c')], {
      env: { DIEMBAO_CONTACT: 'a@b.vn', DIEMBAO_MIN_FREE_GB: '999999' },
    });
    expect(low.code).toBe(1);
    expect(low.err).toContain('disk-low');
    const unknown = await cli(['crawl', 'bao-la', '--data', join(folder, 'c')]);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('bao-la');
  });

  it('serves on loopback only', async () => {
    const { code, err } = await cli(['serve', '--host', '0.0.0.0', '--data', join(folder, 's')]);
    expect(code).toBe(2);
    expect(err).toContain('not-loopback');
  });

  describe('parse --file', () => {
    const Parsed = z.strictObject({ outcome: Outcome, article: Article.nullable() });
    const parse = async (body: string | Uint8Array, url = 'https://baohatinh.vn/x-post1.html') => {
      const file = join(folder, 'page.html');
      await writeFile(file, body);
      const said = await cli([
        ...['parse', '--file', file, '--url', url],
        ...['--fetched-at', '2023-05-27T00:00:00Z', '--json'],
      ]);
      expect(said.code).toBe(0);
      return Parsed.parse(JSON.parse(said.out));
    };

    it('prints one object whatever the page is', async () => {
      expect((await parse('')).outcome.code).toBe('empty-body');
      expect((await parse('<html><body>rác</body></html>')).article).toBeNull();
      expect(await parse(Buffer.alloc(200_000, 'x<>&"')).then((r) => r.outcome.code)).not.toBe(
        'article',
      );
      expect((await parse('<div>'.repeat(40_000))).outcome.code).toBe('layout-unknown');
      expect((await parse(Buffer.alloc(12_000_000, 'a'))).outcome.code).toBe('too-large');
    });

    /** synthetic */
    const page = (time: string) =>
      `<html><head><meta charset="utf-8"></head><body><h1 class="cms-title">Xã họp dân</h1><div class="article__meta"><time datetime="${time}"></time></div><div class="article__sapo cms-desc">(Baohatinh.vn) - Dân họp đông.</div><div class="article__body" itemprop="articleBody"><p>Sáng nay, xã họp dân để bàn việc làm đường, nhiều người đã đến từ rất sớm và góp ý sôi nổi.</p></div></body></html>`;

    it('Regression: goes on behind links in the middle of the text, pictures between or not', async () => {
      const own = (n: number) =>
        `Đoạn văn số ${n} kể chuyện xã làm đường, mỗi nhà góp một ngày công và vài xe đá trong mùa khô này, ai cũng vui vẻ.`;
      const middle =
        '<p><strong>Đọc thêm:</strong></p><p><a href="/khac-post2.html">Xã bên cũng làm đường từ đầu năm</a></p>';
      const body = (after: string) =>
        page('2023-05-26T08:00:00+0700').replace(/<p>.*<\/p>/, `<p>${own(1)}</p>${middle}${after}`);
      const figure =
        '<figure><img src="https://baohatinh.vn/a.jpg"><figcaption>Con đường mới.</figcaption></figure>';
      const texts = async (html: string) =>
        (await parse(html)).article?.blocks.map(({ text }) => text);
      expect(await texts(body(`<p>${own(2)}</p>${figure}<p>${own(3)}</p>`))).toEqual([
        own(1),
        own(2),
        'Con đường mới.',
        own(3),
      ]);
      expect(await texts(body(`<p>${own(2)}</p>`))).toEqual([own(1), own(2)]);
    });

    it('finds the paper by its host, and the family by the page', async () => {
      const known = await parse(page('2023-05-26T08:00:00+0700'));
      expect(known.outcome.code).toBe('article');
      expect(known.article).toMatchObject({
        newspaper: 'baohatinh',
        headline: 'Xã họp dân',
        sapo: 'Dân họp đông.',
        publishedAt: '2023-05-26T08:00:00+07:00',
      });
      const unknown = await parse(
        page('2023-05-26T08:00:00+0700'),
        'https://bao.test/a-post9.html',
      );
      expect(unknown.article).toMatchObject({ newspaper: null, headline: 'Xã họp dân' });
    });

    it('refuses a date of tomorrow and of month 13', async () => {
      expect((await parse(page('2023-06-26T08:00:00+0700'))).outcome.code).toBe('future-date');
      expect((await parse(page('2023-13-26T08:00:00+0700'))).outcome.code).toBe('bad-date');
    });

    it('says it for people without --json', async () => {
      const file = join(folder, 'page.html');
      await writeFile(file, page('2023-05-26T08:00:00+0700'));
      const { out } = await cli([
        'parse',
        '--file',
        file,
        '--url',
        'https://baohatinh.vn/a-post1.html',
      ]);
      expect(out).toContain('Xã họp dân');
    });
  });
});
