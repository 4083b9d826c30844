/** Serving the web face. */
import { serve } from '@hono/node-server';
import type { Works } from '../app/compose.ts';
import { DiembaoError, messageOf } from '../core/errors.ts';
import { webApp } from './app.tsx';
import { allowedAddress } from './guard.ts';

export interface Web {
  /** With the port that was really taken. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Listens on loopback (or 0.0.0.0 inside a container). Port 0 takes a free one.
 * @throws UsageError `not-loopback`
 * @throws DiembaoError `port-taken`
 */
export async function startWeb(
  library: Works,
  options: { readonly host: string; readonly behindPublish: boolean },
): Promise<Web> {
  const hostname = allowedAddress(options.host, options.behindPublish);
  const app = webApp(library);
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>(
    (resolve, reject) => {
      const server = serve({ fetch: app.fetch, hostname, port: library.config.port }, (info) =>
        resolve({ server, port: info.port }),
      );
      server.on('error', (cause: unknown) =>
        reject(
          new DiembaoError(
            'port-taken',
            `Cannot listen on ${hostname}:${library.config.port}: ${messageOf(cause)}`,
            {
              cause,
              hint: 'Choose another port: --port N or DIEMBAO_PORT.',
            },
          ),
        ),
      );
    },
  );
  const shown = hostname.includes(':') ? `[${hostname}]` : hostname;
  return {
    url: `http://${shown === '0.0.0.0' ? '127.0.0.1' : shown}:${port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
