/**
 * What reading a page costs: all fields beside bare `cheerio.load`, refining apart, and three readability
 * libraries on the same pages, in one process.
 */
import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import { load } from 'cheerio';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import type { Article } from '../core/article.ts';
import type { RawPage } from '../core/raw-page.ts';
import { loadNewspapers } from '../newspapers/index.ts';
import { readPage } from '../parsers/index.ts';
import { refine } from '../parsers/refine/index.ts';
import { type BenchPage, benchPages } from './parse-pages/page.ts';

interface Contender {
  readonly name: string;
  readonly run: (page: BenchPage, i: number) => unknown;
}

const PAGES = 40;
const ROUNDS = 7;

export default async function parse(args: readonly string[]): Promise<void> {
  const rounds = Number(args[0] ?? ROUNDS);
  const registry = await loadNewspapers();
  const pages = benchPages(PAGES);
  const raws = pages.map(rawPage);
  const context = (page: BenchPage) => ({
    newspaper: registry.byHost(page.url),
    families: registry.families,
  });
  const read = (page: BenchPage, i: number) => {
    const raw = raws[i];
    return raw ? readPage(raw, context(page)) : null;
  };
  const articles = pages.map((page, i) => read(page, i)?.article ?? null);
  const broken = articles.filter((article) => !article || article.blocks.length < 14).length;
  if (broken > 0) throw new Error(`${broken} of ${PAGES} pages are not read`);

  const contenders: readonly Contender[] = [
    { name: 'cheerio.load alone', run: ({ html }) => load(html) },
    { name: 'all fields (bytes to record)', run: read },
    { name: 'quotes, dates, places … apart', run: (_, i) => refined(articles[i] ?? null) },
    {
      name: '@mozilla/readability + linkedom',
      run: ({ html }) => new Readability(parseHTML(html).document).parse(),
    },
    {
      name: 'defuddle + linkedom',
      run: ({ html, url }) => Defuddle(parseHTML(html).document, url),
    },
    { name: '@extractus/article-extractor', run: ({ html, url }) => extractFromHtml(html, url) },
  ];
  const kilobytes = raws.map(({ body }) => body.byteLength / 1024).sort((a, b) => a - b);
  console.log(
    `${PAGES} synthetic pages of ${kilobytes[0]?.toFixed(0)} to ${kilobytes.at(-1)?.toFixed(0)} KB, median of ${rounds} rounds, Node ${process.version}\n`,
  );
  const times = await measure(contenders, pages, rounds);
  const base = times[0] ?? Number.NaN;
  console.log(`${'what'.padEnd(34)}${'ms a page'.padStart(10)}${'× load'.padStart(9)}`);
  for (const [i, { name }] of contenders.entries()) {
    const ms = times[i] ?? Number.NaN;
    console.log(
      `${name.padEnd(34)}${ms.toFixed(2).padStart(10)}${(ms / base).toFixed(2).padStart(9)}`,
    );
  }
}

function refined(article: Article | null): Article | null {
  return article && refine(article, { province: '42' });
}

function rawPage({ url, html }: BenchPage): RawPage {
  return {
    url,
    finalUrl: url,
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: Buffer.from(html),
    fetchedAt: '2026-11-24T00:00:00.000Z',
  };
}

/** Contenders take turns within each round, so that a slow moment of the machine hits all alike. */
async function measure(
  contenders: readonly Contender[],
  pages: readonly BenchPage[],
  rounds: number,
): Promise<readonly number[]> {
  const times = contenders.map((): number[] => []);
  for (let round = -2; round < rounds; round++) {
    for (const [c, { run }] of contenders.entries()) {
      const start = performance.now();
      for (const [i, page] of pages.entries()) await run(page, i);
      if (round >= 0) times[c]?.push((performance.now() - start) / pages.length);
    }
  }
  return times.map((list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0);
}
