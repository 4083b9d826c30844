/** The demo's articles: ours, sound, and read back exactly as they were written. */
import { describe, expect, it } from 'vitest';
import { type DemoArticle, demoArticles, PAPERS } from '../../demo/article.ts';
import { pagesOf, RENDERERS } from '../../demo/pages.ts';
import { loadNewspapers } from '../../newspapers/index.ts';
import { parsePage, signature, similarity } from '../../parsers/index.ts';

const articles = demoArticles();
const registry = await loadNewspapers(new URL('../../demo/newspapers/', import.meta.url));

const key = ({ paper, number }: DemoArticle) => `${paper}:${number}`;
const paragraphsOf = ({ body }: DemoArticle) => body.filter((part) => typeof part === 'string');
const picturesOf = ({ body }: DemoArticle) =>
  body.filter((part) => typeof part !== 'string' && 'image' in part);
const textOf = (one: DemoArticle) => [one.headline, one.sapo, ...paragraphsOf(one)].join('\n');
const words = (text: string) => text.split(/\s+/u).length;
const copies = articles.filter(({ copyOf }) => copyOf);
const originals = articles.filter(({ copyOf }) => !copyOf);

describe('the demo articles', () => {
  it('are of three papers, each with its own numbers', () => {
    expect(articles.length).toBeGreaterThanOrEqual(66);
    expect(new Set(articles.map(key)).size).toBe(articles.length);
    for (const paper of PAPERS) {
      expect(articles.filter((one) => one.paper === paper).length).toBeGreaterThanOrEqual(20);
    }
  });

  it('are as long as a newspaper writes', () => {
    const short = articles.filter((one) => {
      const paragraphs = paragraphsOf(one);
      return paragraphs.length < 4 || words(paragraphs.join(' ')) < 190;
    });
    expect(short.map(key)).toEqual([]);
  });

  it('are in NFC', () => {
    const text = JSON.stringify(articles);
    expect(text).toBe(text.normalize('NFC'));
  });

  it.each([
    ['April to July 2023', '2023-04', '2023-08', 45],
    ['the turn of 2025', '2024-12', '2025-04', 5],
    ['the time without districts', '2025-07', '2026-12', 12],
  ])('are of %s', (_name, from, before, least) => {
    const some = articles.filter(({ publishedAt }) => from <= publishedAt && publishedAt < before);
    expect(some.length).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['review conferences', /sơ kết|tổng kết/iu, 28],
    ['mid-term reviews', /sơ kết giữa nhiệm kỳ/iu, 12],
    ['what is planned', /dự kiến/iu, 20],
    ['congresses and sessions', /đại hội|kỳ họp/iu, 15],
    ['quotes in curly marks', /“[^”]+”/u, 40],
    ['quotes in straight marks', /"[^"]+"/u, 3],
    ['quotes in guillemets', /«[^»]+»/u, 1],
    ['an interview', /^P\.V: /mu, 1],
    ['ranks', /(?:Đại|Thượng|Trung|Thiếu) tá \p{Lu}/u, 8],
    ['degrees', /(?:TS|ThS|BSCKII|BS) \p{Lu}/u, 5],
    ['former offices', /nguyên (?:Chủ tịch|Phó|Bí thư|Giám đốc|Hiệu trưởng|Chỉ huy)/u, 6],
    ['scores and fractions', /\d-\d|\d\/\d diện tích/u, 3],
    ['numbers of documents', /\d+-NQ\/TW/u, 1],
    ['the full moon of the first month', /rằm tháng Giêng/iu, 3],
    ['“bí thư”', /bí thư/iu, 10],
    ['“bị thu”', /bị thu/iu, 2],
    ['“quán sứ”', /quán sứ/iu, 1],
    ['“quân sự”', /quân sự/iu, 3],
    ['“dân quân”', /dân quân/iu, 5],
    ['“dân quận”', /dân quận/iu, 1],
  ])('hold %s', (_name, pattern, least) => {
    expect(articles.filter((one) => pattern.test(textOf(one))).length).toBeGreaterThanOrEqual(
      least,
    );
  });

  it('hold pictures with and without caption and credit', () => {
    const pictures = articles.flatMap(picturesOf);
    expect(articles.filter((one) => picturesOf(one).length > 0).length).toBeGreaterThan(45);
    expect(pictures.filter(({ caption }) => caption === null).length).toBeGreaterThanOrEqual(5);
    expect(
      pictures.filter(({ caption, credit }) => caption !== null && credit === null).length,
    ).toBeGreaterThanOrEqual(4);
  });
});

describe('copies among the demo articles', () => {
  const marks = new Map(articles.map((one) => [key(one), signature(paragraphsOf(one))]));
  const alike = (a: string, b: string) => similarity(marks.get(a) ?? [], marks.get(b) ?? []);

  it('say whose they are, come later and are nearly the same', () => {
    expect(copies.length).toBeGreaterThanOrEqual(6);
    for (const copy of copies) {
      const original = originals.find((one) => key(one) === copy.copyOf);
      expect(original, copy.copyOf).toBeDefined();
      if (!original) continue;
      expect(original.paper).not.toBe(copy.paper);
      expect(original.headline).not.toBe(copy.headline);
      expect(original.publishedAt < copy.publishedAt).toBe(true);
      expect(alike(key(copy), key(original)), key(copy)).toBeGreaterThan(0.6);
    }
  });

  it('are all that there are', () => {
    const paragraphs = originals.flatMap(paragraphsOf).filter((text) => words(text) > 8);
    expect(new Set(paragraphs).size).toBe(paragraphs.length);
    const pairs = originals.flatMap((a, i) =>
      originals.slice(i + 1).map((b) => ({ a: key(a), b: key(b) })),
    );
    expect(pairs.filter(({ a, b }) => alike(a, b) > 0.1)).toEqual([]);
  });
});

describe('a page of a demo article', () => {
  it.each(articles.map((article) => [key(article), article] as const))(
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
      const paragraphs = read?.blocks.filter(({ type }) => type === 'paragraph');
      expect({
        headline: read?.headline,
        sapo: read?.sapo,
        publishedAt: read?.publishedAt,
        paragraphs: paragraphs?.map(({ text }) => text),
        captions: read?.captions.map(({ text, credit }) => ({ text, credit })),
      }).toEqual({
        headline: article.headline,
        sapo: article.sapo,
        publishedAt: `${article.publishedAt}:00+07:00`,
        paragraphs: paragraphsOf(article),
        captions: picturesOf(article).flatMap(({ caption, credit }) =>
          caption === null ? [] : [{ text: caption, credit }],
        ),
      });
    },
  );
});
