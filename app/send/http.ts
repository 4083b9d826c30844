/**
 * One request to an address that somebody named: no redirect is followed, private addresses are refused unless
 * allowed, and the address that is checked is the one connected to.
 */
import { Agent, request } from 'undici';
import { DiembaoError } from '../../core/errors.ts';
import {
  checkPublic,
  PrivateAddress,
  publicConnector,
  type Resolve,
  systemResolve,
} from '../../crawlers/index.ts';

export type { Resolve } from '../../crawlers/index.ts';

export interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface OutgoingOptions {
  /** `host:port` that may be private. */
  readonly allowPrivate: readonly string[];
  /** For the whole request. */
  readonly timeoutMs?: number;
  readonly resolve?: Resolve;
}

export const PATIENCE_MS = 30_000;

/** `host:port` as the allowing lists write it. */
export function hostAndPort(url: string): string {
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
}

const cameFrom = (error: unknown): PrivateAddress | null => {
  if (error instanceof PrivateAddress) return error;
  return error instanceof Error && error.cause !== undefined ? cameFrom(error.cause) : null;
};

const privateAddress = (url: string, refused: PrivateAddress) =>
  new DiembaoError('send-private-address', refused.message, {
    cause: refused,
    hint: `DIEMBAO_WEBHOOK_PRIVATE=${hostAndPort(url)}`,
  });

/**
 * Says early what sending would refuse. A name that cannot be looked up now passes: sending looks again.
 * @throws DiembaoError `send-private-address`
 */
export async function checkAddress(
  url: string,
  { allowPrivate, resolve = systemResolve }: Pick<OutgoingOptions, 'allowPrivate' | 'resolve'>,
): Promise<void> {
  if (allowPrivate.includes(hostAndPort(url))) return;
  try {
    await checkPublic(new URL(url).hostname, resolve);
  } catch (error) {
    if (error instanceof PrivateAddress) throw privateAddress(url, error);
  }
}

/**
 * Resolves when the answer is 2xx.
 * @throws DiembaoError `send-private-address`, `send-refused` (another answer), else what the connection says
 */
export async function sendHttp(
  url: string,
  { method, headers = {}, body }: Outgoing,
  { allowPrivate, timeoutMs = PATIENCE_MS, resolve = systemResolve }: OutgoingOptions,
): Promise<void> {
  const dispatcher = new Agent({ connect: publicConnector({ allowPrivate, timeoutMs, resolve }) });
  try {
    const answer = await request(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      dispatcher,
      signal: AbortSignal.timeout(timeoutMs),
    });
    await answer.body.dump();
    if (answer.statusCode < 200 || answer.statusCode > 299)
      throw new DiembaoError('send-refused', `it answered ${answer.statusCode}`);
  } catch (error) {
    const refused = cameFrom(error);
    if (!refused) throw error;
    throw privateAddress(url, refused);
  } finally {
    await dispatcher.destroy();
  }
}
