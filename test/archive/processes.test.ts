/** Several processes at one archive: the lock, readers beside the writer, a writer that is killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockHolder, openArchive } from '../../archive/index.ts';
import { takeLock } from '../../archive/lock.ts';
import { codeOf, messageOf } from '../../core/errors.ts';
import { at, input, record } from '../contracts/archive-samples.ts';
import { newDirectory } from './worlds.ts';

let directory: string;
let children: ChildProcess[];
beforeEach(() => {
  directory = newDirectory();
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(directory, { recursive: true });
});

const refused = (work: Promise<unknown>) =>
  work.then(
    () => ({ code: 'resolved', message: '' }),
    (error: unknown) => ({ code: codeOf(error), message: messageOf(error) }),
  );

/** Starts a writer and waits for `lines` articles; `ids` goes on growing. */
async function startWriter(lines: number) {
  const script = fileURLToPath(new URL('./writer.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const ids: string[] = [];
  const exited = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      ids.push(line);
      if (ids.length === lines) resolve();
    });
    child.on('exit', () => reject(new Error('the writer ended by itself')));
  });
  return { child, ids, exited };
}

it('a killed writer loses nothing it had committed, and its lock is taken over', async () => {
  const written: string[] = [];
  for (const lines of [3, 17]) {
    const { child, ids, exited } = await startWriter(lines);
    child.kill('SIGKILL');
    await exited;
    written.push(...ids);
  }
  const archive = await openArchive({ directory });
  expect(await archive.check()).toEqual([]);
  expect(await archive.articles.getMany(written)).toHaveLength(written.length);
  const conferences = await archive.conferences.list({}, null, 10);
  // The one after the last line may have been committed before its line was read.
  const mentions = conferences.items[0]?.mentions.length ?? 0;
  expect(mentions).toBe(await archive.articles.count());
  expect(mentions - written.length).toBeLessThanOrEqual(2);
  expect((await archive.runs.latest('baotinh'))?.state).toBe('running');
  expect(await archive.runs.interruptRunning(at(9))).toBe(2);
  await archive.close();
});

it('a second writer is refused with the pid of the first; readers and backups are not', async () => {
  const { child, ids } = await startWriter(5);
  const second = await refused(openArchive({ directory }));
  expect(second.code).toBe('archive-locked');
  expect(second.message).toContain(`process ${child.pid} `);
  expect(lockHolder(join(directory, 'archive.db'))).toBe(child.pid);
  const reader = await openArchive({ directory, readOnly: true });
  const before = await reader.articles.count();
  expect(await reader.articles.getMany(ids)).toHaveLength(ids.length);
  const backup = await reader.backup(join(directory, 'copy'));
  expect(backup.counts.articles).toBeGreaterThanOrEqual(before);
  expect((await refused(reader.articles.put(input(record('x')), at(1)))).code).toBe(
    'sqlite-readonly',
  );
  expect((await refused(reader.index.pending('new', 'v1', 5))).code).toBe('resolved');
  await reader.close();
});

it('the lock is free again when it is given back, and holds within one process', async () => {
  const file = join(directory, 'archive.db');
  expect(lockHolder(file)).toBeNull();
  const first = await openArchive({ directory });
  expect(lockHolder(file)).toBe(process.pid);
  expect((await refused(openArchive({ directory }))).message).toContain(`${process.pid}`);
  await first.close();
  await first.close();
  expect(lockHolder(file)).toBeNull();
  const again = await openArchive({ directory });
  await again.close();
});

it('the pid of a process that is gone holds nothing', () => {
  const file = join(directory, 'archive.db');
  const lost = takeLock(file, 999_999_999);
  lost.release();
  expect(lockHolder(file)).toBeNull();
  takeLock(file, process.pid).release();
  writeFileSync(`${file}.lock`, 'rubbish '.repeat(100));
  expect(() => takeLock(file, process.pid)).toThrow(/archive\.db\.lock/);
});
