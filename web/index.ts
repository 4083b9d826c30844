/** Serving the web face. */
import { isIP } from 'node:net';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Works } from '../app/compose.ts';
import { DiembaoError, messageOf } from '../core/errors.ts';
import { webApp } from './app.tsx';
import { allowedAddress, checkHttps } from './guard.ts';
import { answerUnreadable } from './unreadable-request.ts';

export interface Web {
  /** With the port that was really taken. */
  readonly url: string;
  close(): Promise<void>;
}

export interface Listening {
  readonly host: string;
  readonly behindPublish: boolean;
  /** Serve accounts without https. */
  readonly insecureHttp?: boolean;
}

const LOOPBACK = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/u;

const peer = (context: Context) => getConnInfo(context).remote.address ?? '';

/** The reader's address: what the last proxy says of it, where there is a public URL that needs one. */
function addressOf(context: Context, publicUrl: string | null): string {
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  return publicUrl !== null && isIP(forwarded) > 0 ? forwarded : peer(context);
}

/**
 * Listens on loopback, inside a container on 0.0.0.0, with accounts anywhere. Port 0 takes a free one.
 * @throws UsageError `not-loopback`, `not-https`
 * @throws DiembaoError `port-taken`
 */
export async function startWeb(library: Works, options: Listening): Promise<Web> {
  const accounts = await library.archive.accounts.users.any();
  const { publicUrl } = library.config;
  const hostname = allowedAddress(options.host, options.behindPublish, accounts);
  if (accounts) checkHttps(publicUrl, options.insecureHttp ?? false);
  const app = webApp(library, {
    // Inside a container every reader comes from the bridge; compose publishes on loopback only.
    isLocal: (context) => options.behindPublish || LOOPBACK.test(peer(context)),
    addressOf: (context) => addressOf(context, publicUrl),
  });
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>(
    (resolve, reject) => {
      const server = serve({ fetch: app.fetch, hostname, port: library.config.port }, (info) =>
        resolve({ server, port: info.port }),
      );
      if ('maxHeadersCount' in server) answerUnreadable(server);
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
