/** A web server on 127.0.0.1 for tests: remembers every request and how many ran at once. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface SeenRequest {
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly status: () => number;
}

export type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
  origin: string,
) => void | Promise<void>;

export interface Loopback {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly host: string;
  readonly requests: readonly SeenRequest[];
  /** The largest number of requests that were being answered at one time. */
  readonly atOnce: () => number;
  /** How often a path was asked for. */
  count(path: string): number;
  /** Adds or replaces an answer. */
  set(path: string, answer: Answer): void;
  /** Forgets the requests. */
  forget(): void;
  close(): Promise<void>;
}

/** @param answers path (with query) -> answer; any other path is a 404 */
export async function startLoopback(answers: Readonly<Record<string, Answer>>): Promise<Loopback> {
  const routes = new Map(Object.entries(answers));
  const requests: SeenRequest[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push({ path, headers: request.headers, status: () => response.statusCode });
    open += 1;
    most = Math.max(most, open);
    response.once('close', () => {
      open -= 1;
    });
    const answer = routes.get(path) ?? notFound;
    Promise.resolve(answer(request, response, origin)).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const host = `127.0.0.1:${address.port}`;
  const origin = `http://${host}`;
  return {
    origin,
    host,
    requests,
    atOnce: () => most,
    count: (path) => requests.filter((r) => r.path === path).length,
    set: (path, answer) => void routes.set(path, answer),
    forget: () => {
      requests.length = 0;
      most = open;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const notFound: Answer = (_, response) => {
  response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>');
};
