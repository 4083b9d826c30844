/** A newspaper's spec tried on a paper that lives on loopback. synthetic */
import { afterEach, describe, expect, it } from 'vitest';
import { checkNewspaper } from '../../app/check-newspaper.ts';
import { systemClock } from '../../core/clock.ts';
import { openHttp } from '../../crawlers/index.ts';
import { articlePage, registry } from '../parsers/page-of.ts';
import { status } from '../servers/hostile.ts';
import { type Answer, startLoopback } from '../servers/loopback.ts';

const html =
  (text: string): Answer =>
  (_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(text);
  };
const LONG = '<p>Sáng 5/5, xã Mẫu họp dân bàn việc làm đường và xây trường học mới cho trẻ.</p>';
const front = (paths: readonly string[]) =>
  html(
    `<html><body>${paths.map((path) => `<h2><a href="${path}">Bài</a></h2>`).join('')}</body></html>`,
  );
const paths = ['/bai-post1.html', '/bai-post2.html', '/bai-post3.html'];

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function check(answers: Readonly<Record<string, Answer>>) {
  const paper = registry.get('baohatinh');
  if (!paper) throw new Error('no paper');
  const server = await startLoopback(answers);
  const moved = registry.withOrigin(paper, server.origin);
  const newspaper = {
    ...moved,
    delayMs: 0,
    discover: [{ listing: `${server.origin}/`, links: 'h2 a' }],
  };
  const http = openHttp({ userAgent: 'test', allowPrivate: [server.host] });
  open.push(http, server);
  const report = await checkNewspaper({
    newspaper,
    families: registry.families,
    http,
    clock: systemClock,
    random: () => 0,
    signal: new AbortController().signal,
    articles: 3,
  });
  const one = (part: string, name?: string) =>
    report.findings.find((f) => f.part === part && (name === undefined || f.name === name));
  return { report, one, server };
}

describe('checking a newspaper', () => {
  it('passes where the spec fits, field by field, and asks no more than it needs', async () => {
    const pages = paths.map((path) => [path, html(articlePage({ body: LONG }))] as const);
    const { report, one, server } = await check({
      '/': front(paths),
      ...Object.fromEntries(pages),
    });
    expect(report.findings.filter(({ verdict }) => verdict === 'fault')).toEqual([]);
    expect(report.passed).toBe(true);
    expect(one('source')).toMatchObject({ verdict: 'ok', found: '3 articles' });
    expect(one('field', 'headline')).toMatchObject({
      verdict: 'ok',
      found: expect.stringMatching(/^3\/3 by css:/),
    });
    expect(one('family')).toMatchObject({ verdict: 'ok' });
    expect(report.requests).toBe(server.requests.length);
    expect(server.requests).toHaveLength(1 + 1 + 3);
  });

  it('names the field that is gone and the rule that found it', async () => {
    const page = html(articlePage({ date: '', body: LONG }));
    const { report, one } = await check({
      '/': front(paths),
      ...Object.fromEntries(paths.map((path) => [path, page])),
    });
    expect(report.passed).toBe(false);
    expect(one('field', 'publishedAt')).toMatchObject({ verdict: 'fault', found: '0/3' });
    expect(one('field', 'publishedAt')?.advice).toContain('fields.publishedAt');
  });

  it('tells a paper that has moved to another CMS by its fingerprint', async () => {
    const page = html(
      `<html><head><meta property="og:title" content="Tin mẫu"></head><body><div id="dcontent">${LONG}</div></body></html>`,
    );
    const { report, one } = await check({
      '/': front(paths),
      ...Object.fromEntries(paths.map((path) => [path, page])),
    });
    expect(report.passed).toBe(false);
    expect(one('family')).toMatchObject({ verdict: 'fault' });
    expect(one('family')?.advice).toContain("extends: 'dcontent'");
  });

  it('tells what is wrong with a listing, an address pattern and a host', async () => {
    const empty = await check({ '/': html('<html><body><p>Trống</p></body></html>') });
    expect(empty.report.passed).toBe(false);
    expect(empty.one('source')?.advice).toContain('links');
    const other = await check({ '/': front(['/tin/abc.htm']) });
    expect(other.one('source')?.advice).toContain('article.pattern');
    const gone = await check({});
    expect(gone.one('source')?.found).toContain('gone');
  });

  it('tells a firewall before the articles from wrong sources', async () => {
    const { report, one } = await check({
      '/': front(paths),
      ...Object.fromEntries(
        paths.map((path): [string, Answer] => [
          path,
          status(403, {}, '<title>Just a moment...</title>'),
        ]),
      ),
    });
    expect(report.passed).toBe(false);
    expect(one('source')?.verdict).toBe('ok');
    expect(one('article')).toMatchObject({
      found: expect.stringContaining('blocked'),
      advice: expect.stringContaining('firewall'),
    });
    expect(report.findings.at(-1)?.advice).toContain('articles answered');
  });

  it('never goes round robots.txt', async () => {
    const { report, one, server } = await check({
      '/robots.txt': (_, response) => {
        response.end('User-agent: *\nDisallow: /');
      },
      '/': front(paths),
    });
    expect(report.passed).toBe(false);
    expect(one('source')?.found).toContain('robots-forbidden');
    expect(server.requests.map(({ path }) => path)).toEqual(['/robots.txt']);
  });
});
