/** Names what went wrong below HTTP. */
import { PrivateAddress } from './connect.ts';
import { failed } from './failed.ts';
import type { Fetched } from './port.ts';

/** How far a request had come: no answer yet, a body is being read (plain, coded), or its time is over. */
export type Stage = 'waiting' | 'reading' | 'decoding' | 'late';

const TIMEOUTS = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

export function wireFailure(error: unknown, stage: Stage, url: string): Fetched {
  const chain = causes(error);
  const refused = chain.find((e) => e instanceof PrivateAddress);
  if (refused) return failed('private-address', refused.message);
  const text = chain.map((e) => e.message).find((message) => message !== '') ?? String(error);
  if (stage === 'late' || chain.some((e) => 'code' in e && TIMEOUTS.has(String(e.code)))) {
    return failed('timeout', `${url}: no answer in time`);
  }
  // A coded body whose connection breaks cannot be decoded to its end.
  if (stage === 'decoding') return failed('broken-encoding', `${url}: ${text}`);
  return failed(stage === 'reading' ? 'cut-short' : 'unreachable', `${url}: ${text}`);
}

function causes(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const parts: readonly unknown[] = error instanceof AggregateError ? error.errors : [error.cause];
  return [error, ...parts.flatMap(causes)];
}
