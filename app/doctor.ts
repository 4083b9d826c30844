/** What is configured, what can be reached, what is missing, and what to do about it. */
import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openArchive } from '../archive/index.ts';
import { systemClock } from '../core/clock.ts';
import { DiembaoError, messageOf } from '../core/errors.ts';
import { silent } from '../core/log.ts';
import type { SearchEngine } from '../indexer/engine.ts';
import { openEmbeddedEngine } from '../indexer/engines/embedded.ts';
import { openMeilisearchEngine } from '../indexer/engines/meilisearch.ts';
import { loadNewspapers } from '../newspapers/index.ts';
import { openBullmqQueue } from '../queue/drivers/bullmq.ts';
import { INDEX_NAME } from './compose.ts';
import type { Config } from './config.ts';
import { freeBytes } from './disk.ts';
import { type RebuildReason, rebuildReason } from './rebuild.ts';

export interface Finding {
  readonly part:
    | 'node'
    | 'data'
    | 'disk'
    | 'contact'
    | 'newspapers'
    | 'archive'
    | 'queue'
    | 'search';
  /** "note": works, but somebody should know. */
  readonly state: 'ok' | 'note' | 'fault';
  readonly code: string;
  readonly message: string;
  /** What to do; null where nothing is to be done. */
  readonly hint: string | null;
}

type Check = (config: Config) => Promise<Omit<Finding, 'part'>>;

const ok = (message: string) => ({ state: 'ok', code: 'ok', message, hint: null }) as const;

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

const CHECKS: readonly (readonly [Finding['part'], Check])[] = [
  ['node', async () => ok(`Node ${process.versions.node}`)],
  [
    'data',
    async ({ data }) => {
      await mkdir(data, { recursive: true });
      await access(data, constants.W_OK);
      return ok(data);
    },
  ],
  [
    'disk',
    async ({ data, minFreeBytes }) => {
      const free = await freeBytes(data);
      const message = `${(free / 1e9).toFixed(1)} GB free`;
      return free >= minFreeBytes
        ? ok(message)
        : {
            state: 'fault',
            code: 'disk-low',
            message: `${message}, ${(minFreeBytes / 1e9).toFixed(1)} GB required`,
            hint: 'Free some space, or set DIEMBAO_MIN_FREE_GB lower.',
          };
    },
  ],
  [
    'contact',
    async ({ contact, userAgent }) =>
      contact
        ? ok(userAgent)
        : {
            state: 'note',
            code: 'no-contact',
            message: 'DIEMBAO_CONTACT is not set: no real newspaper will be crawled',
            hint: 'Set DIEMBAO_CONTACT to a web page or e-mail address of yours.',
          },
  ],
  [
    'newspapers',
    async () => {
      const { newspapers, families } = await loadNewspapers();
      return ok(`${newspapers.length} newspapers of ${families.length} families`);
    },
  ],
  [
    'archive',
    async ({ data }) => {
      if (!(await exists(join(data, 'archive.db'))))
        return {
          state: 'note',
          code: 'empty',
          message: 'no archive yet',
          hint: 'The first crawl makes it; `npm run demo` shows the program without one.',
        };
      const archive = await openArchive({ directory: data, readOnly: true });
      try {
        const faults = await archive.check();
        const { articles, pages, bytes } = await archive.counts();
        if (faults.length > 0)
          return {
            state: 'fault',
            code: 'archive-damaged',
            message: faults.join('; '),
            hint: 'Restore the newest backup: diembao restore DIR.',
          };
        return ok(`${articles} articles, ${pages} pages, ${(bytes / 1e6).toFixed(1)} MB, sound`);
      } finally {
        await archive.close();
      }
    },
  ],
  [
    'queue',
    async ({ redisUrl }) => {
      if (!redisUrl) return ok('memory (REDIS_URL is not set)');
      const queue = await openBullmqQueue({
        url: redisUrl,
        prefix: 'diembao',
        clock: systemClock,
        random: Math.random,
        log: silent,
      });
      try {
        const counts = Object.values(await queue.counts());
        const failed = counts.reduce((sum, one) => sum + one.failed, 0);
        return failed === 0
          ? ok('BullMQ')
          : {
              state: 'note',
              code: 'jobs-failed',
              message: `BullMQ, ${failed} jobs failed`,
              hint: '`diembao status` lists them.',
            };
      } finally {
        await queue.close(2_000);
      }
    },
  ],
  [
    'search',
    async ({ meili, data }) => {
      const file = join(data, 'index.db');
      if (!meili && !(await exists(file)))
        return ok('embedded, no index yet (MEILI_URL is not set)');
      const engine = meili
        ? openMeilisearchEngine({ url: meili.url, key: meili.key, index: INDEX_NAME, log: silent })
        : openEmbeddedEngine({ file, readOnly: true });
      try {
        const documents = (await engine.form()) === 'unreadable' ? 0 : await engine.count();
        const message = `${engine.id}, ${documents} documents`;
        const reason = (await exists(join(data, 'archive.db')))
          ? await rebuildNeed(data, engine)
          : null;
        return reason === null
          ? ok(message)
          : {
              state: 'note',
              code: 'index-older',
              message: `${message}; to be built anew: ${reason}`,
              hint: '`diembao serve` does it, or `diembao index --rebuild`.',
            };
      } finally {
        await engine.close();
      }
    },
  ],
];

async function rebuildNeed(data: string, engine: SearchEngine): Promise<RebuildReason | null> {
  const archive = await openArchive({ directory: data, readOnly: true });
  try {
    return await rebuildReason({ archive, engine });
  } finally {
    await archive.close();
  }
}

/** Runs every check; a check that throws is a fault with the error's code and hint. */
export async function doctor(config: Config): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const [part, check] of CHECKS)
    try {
      findings.push({ part, ...(await check(config)) });
    } catch (error) {
      findings.push({
        part,
        state: 'fault',
        code: error instanceof DiembaoError ? error.code : 'failed',
        message: messageOf(error),
        hint: error instanceof DiembaoError ? error.hint : null,
      });
    }
  return findings;
}
