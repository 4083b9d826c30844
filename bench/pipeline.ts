/**
 * The whole chain in one process: crawl, archive, parse, index. Demo pages are multiplied to 2,000 and 10,000,
 * served by this process; each run is a process of its own, so that its peak memory is its own.
 */
import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type DemoArticle, demoArticles, PAPERS } from '../demo/article.ts';
import { RENDERERS } from '../demo/pages.ts';
import type { Site } from '../demo/render/html.ts';

const SIZES = [2_000, 10_000] as const;
const RUNS = 3;

const Measured = z.object({
  seconds: z.number(),
  peakBytes: z.number(),
  articles: z.number(),
  indexed: z.number(),
});
type Measured = z.infer<typeof Measured>;

/** Article `i` of a paper: a demo article under another number, headline and day, so that none is a copy. */
function numbered(source: DemoArticle, i: number): DemoArticle {
  const day = new Date(Date.UTC(2023, 3, 1) + (i % 400) * 86_400_000).toISOString().slice(0, 10);
  return {
    ...source,
    number: i + 1,
    headline: `${source.headline} (kỳ ${i + 1})`,
    publishedAt: `${day}T08:00`,
    body: source.body.map((part) =>
      typeof part === 'string' ? `${part} Đây là bản ghi số ${i + 1} trong loạt bài thử.` : part,
    ),
  };
}

/** One paper with `count` articles at its own port: a sitemap and the pages, rendered when they are asked for. */
async function publish(id: (typeof PAPERS)[number], count: number) {
  const render = RENDERERS[id];
  const sources = demoArticles().filter(({ paper }) => paper === id);
  const articles = Array.from({ length: count }, (_, i) => {
    const source = sources[i % sources.length];
    if (!source) throw new Error(`${id} has no demo article`);
    return numbered(source, i);
  });
  const byPath = new Map(articles.map((article) => [render.path(article), article]));
  const state: { site: Site | null } = { site: null };
  const server: Server = createServer((request, response) => {
    const { site } = state;
    const path = request.url ?? '/';
    const article = byPath.get(path);
    if (site && article) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return response.end(render.article({ ...site, articles: articles.slice(0, 40) }, article));
    }
    if (site && path === '/sitemap.xml') {
      response.setHeader('content-type', 'text/xml');
      return response.end(
        `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${[...byPath.keys()].map((one) => `<url><loc>${site.origin}${one}</loc></url>`).join('')}</urlset>`,
      );
    }
    response.statusCode = 404;
    return response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  const origin = `http://127.0.0.1:${address.port}`;
  state.site = { origin, name: id, path: render.path, articles };
  return { id, origin, server };
}

function runOnce(papers: readonly { id: string; origin: string }[]): Promise<Measured> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      fileURLToPath(new URL('./pipeline/chain.ts', import.meta.url)),
      JSON.stringify(papers.map(({ id, origin }) => ({ id, origin }))),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let out = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve(Measured.parse(JSON.parse(out)))
        : reject(new Error(`the chain ended with ${code}`)),
    );
  });
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** `--quick`: 200 and 1,000 pages, one run. */
export default async function run(args: readonly string[]): Promise<void> {
  const quick = args.includes('--quick');
  const sizes = quick ? [200, 1_000] : SIZES;
  const rows: { pages: number; perSecond: number; msAPage: number; peakMb: number }[] = [];
  for (const pages of sizes) {
    const each = Math.ceil(pages / PAPERS.length);
    const papers = await Promise.all(PAPERS.map((id) => publish(id, each)));
    const measured: Measured[] = [];
    for (let i = 0; i < (quick ? 1 : RUNS); i += 1) {
      const one = await runOnce(papers);
      if (one.articles !== each * PAPERS.length || one.indexed !== one.articles)
        throw new Error(`lost pages: ${JSON.stringify(one)} of ${each * PAPERS.length}`);
      measured.push(one);
    }
    for (const { server } of papers) {
      server.closeAllConnections();
      server.close();
    }
    const seconds = median(measured.map((one) => one.seconds));
    const total = each * PAPERS.length;
    rows.push({
      pages: total,
      perSecond: total / seconds,
      msAPage: (seconds / total) * 1000,
      peakMb: median(measured.map((one) => one.peakBytes)) / 1e6,
    });
  }
  console.log(
    `Node ${process.versions.node}, ${cpus().length} cores, median of ${quick ? 1 : RUNS}`,
  );
  console.log('pages | pages/s | ms a page | peak memory MB');
  for (const row of rows)
    console.log(
      `${row.pages} | ${row.perSecond.toFixed(0)} | ${row.msAPage.toFixed(2)} | ${row.peakMb.toFixed(0)}`,
    );
  const [small, large] = rows;
  if (small && large)
    console.log(
      `${large.pages} against ${small.pages}: time a page × ${(large.msAPage / small.msAPage).toFixed(2)} (goal 1.15), peak memory × ${(large.peakMb / small.peakMb).toFixed(2)} (goal 1.2)`,
    );
}
