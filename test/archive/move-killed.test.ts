/** Moving pages is killed (SIGKILL) at many moments; no page is ever lost, and in the end all are moved. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openArchive } from '../../archive/index.ts';
import { page } from './warc/files.ts';
import { newDirectory } from './worlds.ts';

const MOVER = new URL('./mover.ts', import.meta.url).pathname;
const PAGES = 24;

/** Runs the mover; kills it `afterMs` after the line that it says for the n-th time. Answers whether it ended itself. */
async function move(directory: string, lines: number, afterMs: number): Promise<boolean> {
  const child = spawn(process.execPath, ['--import', 'tsx', MOVER, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let seen = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    const before = seen;
    seen += chunk.toString().split('\n').length - 1;
    if (before < lines && seen >= lines) setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  const [code] = await once(child, 'exit');
  return code === 0;
}

it('killed again and again, loses nothing and comes to its end', async () => {
  const directory = newDirectory();
  const archive = await openArchive({ directory });
  const texts: string[] = [];
  for (let n = 1; n <= PAGES; n++) {
    const words = Array.from({ length: 300 }, (_, i) =>
      ((n * 7919 + i * 104729) % 99991).toString(36),
    );
    texts.push(words.join(' '));
    await archive.pages.put('baohatinh', page(n, { body: Buffer.from(words.join(' ')) }));
  }
  await archive.close();
  const kills = [
    [1, 0],
    [1, 5],
    [1, 15],
    [2, 1],
    [2, 8],
    [3, 3],
    [3, 20],
    [6, 0],
    [9, 30],
    [14, 2],
  ] as const;
  let ended = false;
  for (const [lines, afterMs] of kills) {
    ended = await move(directory, lines, afterMs);
    const after = await openArchive({ directory });
    expect(await after.check()).toEqual([]);
    for (let n = 1; n <= PAGES; n++)
      expect(Buffer.from((await after.pages.get(n))?.body ?? []).toString()).toBe(texts[n - 1]);
    await after.close();
  }
  if (!ended) expect(await move(directory, 1_000, 0)).toBe(true);
  const end = await openArchive({ directory });
  expect(await end.retention.movable('2027-01-01')).toEqual({ pages: 0 });
  const files = await end.retention.files();
  expect(files.reduce((sum, { bodies }) => sum + bodies, 0)).toBe(PAGES);
  await end.close();
  expect(readdirSync(join(directory, 'warc'))).toHaveLength(files.length);
  expect(readdirSync(directory).filter((name) => name.includes('part'))).toEqual([]);
  rmSync(directory, { recursive: true });
}, 120_000);
