/** The connection to Redis: made once, checked for what BullMQ needs, and kept over Redis's restarts. */
import { Redis } from 'ioredis';
import type { Clock } from '../../../core/clock.ts';
import { codeOf, DiembaoError, messageOf } from '../../../core/errors.ts';
import type { Logger } from '../../../core/log.ts';
import { within } from './deadline.ts';

export interface Connection {
  readonly client: Redis;
  /** Ends this connection and those that were made from it, without waiting for Redis. */
  end(): void;
}

export interface ConnectOptions {
  readonly url: string;
  readonly clock: Clock;
  readonly commandMs: number;
  readonly log: Logger;
}

/** The oldest version that BullMQ recommends. */
const OLDEST = [6, 2] as const;
const LONGEST_PAUSE_MS = 2_000;

/** Host and port without user and password. */
function placeOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !['redis:', 'rediss:'].includes(parsed.protocol) || parsed.hostname === '')
    throw new DiembaoError('redis-url-invalid', 'REDIS_URL is not the address of a Redis', {
      hint: 'It looks like redis://127.0.0.1:6379 or redis://:PASSWORD@HOST:PORT.',
    });
  return `${parsed.hostname}:${parsed.port || '6379'}`;
}

function explain(error: unknown, place: string): DiembaoError {
  const message = messageOf(error);
  if (/WRONGPASS|NOAUTH|NOPERM|invalid password|invalid username/i.test(message))
    return new DiembaoError('redis-refused', `Redis at ${place} refused: ${message}`, {
      cause: error,
      hint: 'Set user and password in REDIS_URL: redis://USER:PASSWORD@HOST:PORT.',
    });
  const detail = message || codeOf(error);
  return new DiembaoError('redis-unreachable', `No Redis at ${place}: ${detail}`, {
    cause: error,
    hint: 'Start Redis, correct REDIS_URL, or leave REDIS_URL empty to keep jobs in this process.',
  });
}

function checkInfo(info: string, place: string, log: Logger): void {
  const field = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? null;
  const version = field('redis_version') ?? '0';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    throw new DiembaoError('redis-too-old', `Redis at ${place} is version ${version}`, {
      hint: `Install Redis ${OLDEST.join('.')} or newer.`,
    });
  const policy = field('maxmemory_policy');
  if (policy !== null && policy !== 'noeviction')
    throw new DiembaoError(
      'redis-evicting',
      `Redis at ${place} throws keys away when it is full (maxmemory-policy ${policy}): jobs would be lost`,
      {
        hint: 'Set "maxmemory-policy noeviction" in redis.conf, or run redis-cli CONFIG SET maxmemory-policy noeviction.',
      },
    );
  if (field('aof_enabled') === '0')
    log.warn(
      { place },
      'Redis keeps no append-only file: jobs since its last snapshot are lost when it dies',
    );
}

/** Says once that Redis is away and once that it is back, however often each connection tries. */
function watch(client: Redis, place: string, log: Logger): () => void {
  let away = false;
  client.on('close', () => {
    if (!away) log.warn({ place }, 'the connection to Redis is lost; jobs wait until it is back');
    away = true;
  });
  client.on('ready', () => {
    if (away) log.info({ place }, 'the connection to Redis is back');
    away = false;
  });
  return () => {
    away = true;
  };
}

/** @throws DiembaoError `redis-url-invalid`, `redis-unreachable`, `redis-refused`, `redis-too-old`, `redis-evicting` */
export async function connect({ url, clock, commandMs, log }: ConnectOptions): Promise<Connection> {
  const place = placeOf(url);
  let known = false;
  let lastError: unknown = null;
  const client = new Redis(url, {
    lazyConnect: true,
    // BullMQ's workers need it: a command waits for Redis to come back, however long.
    maxRetriesPerRequest: null,
    connectTimeout: commandMs,
    retryStrategy: (times) => (known ? Math.min(50 * 2 ** times, LONGEST_PAUSE_MS) : null),
  });
  const all: Redis[] = [client];
  const listen = (one: Redis) =>
    one.on('error', (error) => {
      lastError = error;
      log.debug({ place, error: messageOf(error) }, 'Redis connection error');
    });
  listen(client);
  // BullMQ makes a worker's blocking connection by this call and keeps it to itself.
  const duplicate = client.duplicate.bind(client);
  client.duplicate = (override) => {
    const copy = duplicate({ ...override, lazyConnect: false });
    listen(copy);
    all.push(copy);
    return copy;
  };
  const end = () => {
    for (const one of all) one.disconnect();
  };
  try {
    await within(clock, commandMs, 'connecting', client.connect());
    checkInfo(await within(clock, commandMs, 'INFO', client.info()), place, log);
  } catch (error) {
    end();
    if (error instanceof DiembaoError && error.code !== 'redis-unreachable') throw error;
    throw explain(lastError ?? error, place);
  }
  known = true;
  const quiet = watch(client, place, log);
  return {
    client,
    end: () => {
      quiet();
      end();
    },
  };
}
