/** The demo's articles: ours, sound, and read back exactly as they were written. */
import { describe, expect, it } from 'vitest';
import { demoArticles, PAPERS } from '../../demo/article.ts';
import { pagesOf, RENDERERS } from '../../demo/pages.ts';
import { loadNewspapers } from '../../newspapers/index.ts';
import { parsePage } from '../../parsers/index.ts';

const articles = demoArticles();
const registry = await loadNewspapers(new URL('../../demo/newspapers/', import.meta.url));

describe('the demo articles', () => {
  it('are at least sixty, of three papers, each with its own number', () => {
    expect(articles.length).toBeGreaterThanOrEqual(60);
    for (const paper of PAPERS) {
      const numbers = articles.filter((one) => one.paper === paper).map(({ number }) => number);
      expect(numbers.length).toBeGreaterThan(12);
      expect(new Set(numbers).size).toBe(numbers.length);
    }
  });

  it('hold copies of each other only where they say so', () => {
    const known = new Set(articles.map(({ paper, number }) => `${paper}:${number}`));
    const copies = articles.filter(({ copyOf }) => copyOf);
    expect(copies.length).toBeGreaterThanOrEqual(4);
    expect(copies.filter(({ copyOf }) => !known.has(copyOf ?? ''))).toEqual([]);
    const paragraphs = articles
      .filter(({ copyOf }) => !copyOf)
      .flatMap(({ body }) => body.filter((part) => typeof part === 'string'));
    expect(new Set(paragraphs).size).toBe(paragraphs.length);
  });

  it('are in NFC', () => {
    const text = JSON.stringify(articles);
    expect(text).toBe(text.normalize('NFC'));
  });

  it('cover conferences, quotations and pictures without captions', () => {
    const count = (pattern: RegExp) =>
      articles.filter((one) => pattern.test(JSON.stringify(one))).length;
    expect(count(/sơ kết|tổng kết|[Đđ]ại hội|[Kk]ỳ họp/)).toBeGreaterThanOrEqual(25);
    expect(count(/[“«]|\\"/)).toBeGreaterThanOrEqual(25);
    expect(count(/"caption":null/)).toBeGreaterThanOrEqual(2);
  });

  it.each(articles.map((article) => [`${article.paper}:${article.number}`, article] as const))(
    '%s is read as it was written',
    (_name, article) => {
      const newspaper = registry.get(article.paper);
      if (!newspaper) throw new Error(`no ${article.paper}`);
      const pages = pagesOf(article.paper, newspaper.name, newspaper.origin, articles);
      const path = RENDERERS[article.paper].path(article);
      const url = newspaper.origin + path;
      const { outcome, article: read } = parsePage(
        {
          url,
          finalUrl: url,
          status: 200,
          headers: { 'content-type': 'text/html; charset=utf-8' },
          body: new TextEncoder().encode(pages.get(path)?.body),
          fetchedAt: '2026-11-01T00:00:00.000Z',
        },
        { newspaper, families: registry.families },
      );
      expect(outcome.code).toBe('article');
      const captions = article.body.flatMap((part) =>
        typeof part !== 'string' && 'image' in part && part.caption !== null
          ? [{ text: part.caption, credit: part.credit }]
          : [],
      );
      expect({
        headline: read?.headline,
        sapo: read?.sapo,
        publishedAt: read?.publishedAt,
        paragraphs: read?.blocks.filter(({ type }) => type === 'paragraph').map(({ text }) => text),
        captions: read?.captions.map(({ text, credit }) => ({
          text: text.replace(/\.$/, ''),
          credit,
        })),
      }).toEqual({
        headline: article.headline,
        sapo: article.sapo,
        publishedAt: `${article.publishedAt}:00+07:00`,
        paragraphs: article.body.filter((part) => typeof part === 'string'),
        captions: captions.map(({ text, credit }) => ({ text: text.replace(/\.$/, ''), credit })),
      });
    },
  );
});
