/**
 * How a connection is opened: the name is looked up once, every address of the answer is checked, and the
 * socket is given exactly those addresses. So the address that was checked is the one connected to, and a
 * name that answers differently a moment later (DNS rebinding) gains nothing.
 */
import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isPublicAddress } from './address.ts';

export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
}

/** Every address of a name; rejects when there is none. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

export const systemResolve: Resolve = (hostname) =>
  new Promise((resolve, reject) => {
    systemLookup(hostname, { all: true }, (error, addresses) =>
      error ? reject(error) : resolve(addresses),
    );
  });

export interface ConnectOptions {
  /** `host:port` that may be private. */
  readonly allowPrivate: readonly string[];
  readonly timeoutMs: number;
  readonly resolve: Resolve;
}

/** The `connect` of an undici Agent. */
export function publicConnector(options: ConnectOptions): buildConnector.connector {
  const free = buildConnector({ timeout: options.timeoutMs, lookup: lookupBy(options.resolve) });
  const guarded = buildConnector({
    timeout: options.timeoutMs,
    lookup: lookupBy(options.resolve, isPublicAddress),
  });
  return (target, callback) => {
    const hostname = target.hostname.replace(/^\[|\]$/g, '');
    const port = target.port || (target.protocol === 'https:' ? '443' : '80');
    if (options.allowPrivate.includes(`${target.hostname}:${port}`)) return free(target, callback);
    // A literal address is never looked up, so it is checked here.
    if (isIP(hostname) !== 0 && !isPublicAddress(hostname)) {
      return callback(new PrivateAddress(`${hostname} is a private address`), null);
    }
    return guarded(target, callback);
  };
}

/** @throws PrivateAddress where the host is one or has one; what the look-up throws */
export async function checkPublic(host: string, resolve: Resolve): Promise<void> {
  const hostname = host.replace(/^\[|\]$/g, '');
  const found = isIP(hostname) === 0 ? await resolve(hostname) : [{ address: hostname }];
  const bad = found.find(({ address }) => !isPublicAddress(address));
  if (bad) throw new PrivateAddress(`${hostname} is the private address ${bad.address}`);
}

/** @param fits every address of the answer must fit, else none is connected to */
function lookupBy(
  resolve: Resolve,
  fits: (address: string) => boolean = () => true,
): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const bad = addresses.find((a) => !fits(a.address));
        const first = addresses[0];
        if (bad) {
          callback(new PrivateAddress(`${hostname} resolves to ${bad.address}`), '', 0);
        } else if (!first) {
          callback(new Error(`${hostname} has no address`), '', 0);
        } else if (options.all) {
          callback(null, [...addresses]);
        } else {
          callback(null, first.address, first.family);
        }
      },
      (error: unknown) =>
        callback(error instanceof Error ? error : new Error(String(error)), '', 0),
    );
  };
}
