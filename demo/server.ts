/** Publishes the demo papers on loopback. */
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Family, Newspaper } from '../newspapers/define.ts';
import { loadNewspapers } from '../newspapers/index.ts';
import { demoArticles, PAPERS } from './article.ts';
import { type Pages, pagesOf } from './pages.ts';

export interface DemoPapers {
  /** Moved to where they are really served. */
  readonly newspapers: readonly Newspaper[];
  readonly families: readonly Family[];
  /** How many articles they hold. */
  readonly articles: number;
  /** Requests so far, by status. */
  readonly requests: ReadonlyMap<number, number>;
  close(): Promise<void>;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** One server a paper, at the port of its spec or, where that is taken or `anyPort`, at a free one. */
export async function startDemoPapers(
  options: { readonly anyPort?: boolean } = {},
): Promise<DemoPapers> {
  const registry = await loadNewspapers(new URL('./newspapers/', import.meta.url));
  const articles = demoArticles();
  const requests = new Map<number, number>();
  const servers: Server[] = [];
  const newspapers: Newspaper[] = [];
  for (const id of PAPERS) {
    const newspaper = registry.get(id);
    if (!newspaper) throw new Error(`demo/newspapers has no ${id}`);
    const state: { pages: Pages } = { pages: new Map() };
    const server = createServer((request, response) => {
      const answer = state.pages.get(request.url ?? '/');
      const reply = (status: number, headers: Record<string, string>, body?: Uint8Array) => {
        requests.set(status, (requests.get(status) ?? 0) + 1);
        response.writeHead(status, headers).end(body);
      };
      if (!answer) return reply(404, { 'content-type': 'text/html' }, Buffer.from('<h1>404</h1>'));
      const etag = `"${createHash('sha1').update(answer.body).digest('hex').slice(0, 16)}"`;
      if (request.headers['if-none-match'] === etag) return reply(304, { etag });
      const packed = gzipSync(answer.body);
      return reply(
        answer.status,
        {
          'content-type': answer.type,
          'content-encoding': 'gzip',
          etag,
          ...(answer.location ? { location: answer.location } : {}),
        },
        answer.broken ? packed.subarray(0, packed.length >> 1) : packed,
      );
    });
    const wanted = options.anyPort ? 0 : Number(new URL(newspaper.origin).port);
    const port = await listen(server, wanted).catch(() => listen(server, 0));
    servers.push(server);
    const moved = registry.withOrigin(newspaper, `http://127.0.0.1:${port}`);
    state.pages = pagesOf(id, moved.name, moved.origin, articles);
    newspapers.push(moved);
  }
  return {
    newspapers,
    families: registry.families,
    articles: articles.length,
    requests,
    close: async () => {
      await Promise.all(
        servers.map(
          (server) =>
            new Promise<void>((resolve) => {
              server.close(() => resolve());
              server.closeAllConnections();
            }),
        ),
      );
    },
  };
}
