/** Serves bench pages of one paper in a process of its own: `server.ts COUNT`. Says its origin on stdout. */
import { createServer } from 'node:http';
import { benchPages } from '../parse-pages/page.ts';

const count = Number(process.argv[2] ?? 100);
// Every other one is of the first family.
const pages = benchPages(2 * count).filter((_, i) => i % 2 === 0);
const answers = new Map<string, { readonly type: string; readonly body: Buffer }>();
const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? '');
  if (!answer) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': answer.type, 'content-length': answer.body.length });
  response.end(answer.body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const origin = `http://127.0.0.1:${address.port}`;
  const paths = pages.map(({ url }) => new URL(url).pathname);
  for (const [i, { url, html }] of pages.entries()) {
    const own = html.replaceAll(new URL(url).origin, origin);
    answers.set(paths[i] ?? '', { type: 'text/html; charset=utf-8', body: Buffer.from(own) });
  }
  const sitemap = `<urlset>${paths.map((path) => `<url><loc>${origin}${path}</loc></url>`).join('')}</urlset>`;
  answers.set('/sitemap.xml', { type: 'text/xml', body: Buffer.from(sitemap) });
  process.stdout.write(
    `${JSON.stringify({ origin, paths, host: new URL(pages[0]?.url ?? '').host })}\n`,
  );
});
