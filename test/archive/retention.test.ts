/** Raw pages moved to WARC files and forgotten: nothing is lost, whenever it ends. */
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compactArchive, openArchive, restoreBackup } from '../../archive/index.ts';
import type { Archive, MoveOptions } from '../../archive/port.ts';
import { codeOf } from '../../core/errors.ts';
import { openSqlite } from '../../core/sqlite.ts';
import { input, record } from '../contracts/archive-samples.ts';
import { page } from './warc/files.ts';
import { newDirectory } from './worlds.ts';

let directory: string;
let archive: Archive;
beforeEach(async () => {
  directory = newDirectory();
  archive = await openArchive({ directory });
});
afterEach(async () => {
  await archive.close();
  rmSync(directory, { recursive: true });
});

const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const options = (more: Partial<MoveOptions> = {}): MoveOptions => ({
  software: 'DiemBao/test',
  now: () => new Date('2026-11-30T00:00:00.000Z'),
  ...more,
});
const warc = (...names: string[]) => join(directory, 'warc', ...names);
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'resolved',
    (error: unknown) => codeOf(error),
  );

/** Page n is of day n; its body does not compress. */
async function fill(count: number, words = 400): Promise<readonly number[]> {
  const ids: number[] = [];
  for (let n = 1; n <= count; n++) {
    const noise = Array.from({ length: words }, (_, i) =>
      ((n * 7919 + i * 104729) % 99991).toString(36),
    );
    const body = Buffer.from(`<h1>Bài ${n}</h1>${noise.join(' ')}`);
    const put = await archive.pages.put('baohatinh', page(n, { fetchedAt: day(n), body }));
    ids.push(put.id);
  }
  return ids;
}
const bodies = async (ids: readonly number[]) =>
  Promise.all(
    ids.map(async (id) =>
      Buffer.from((await archive.pages.get(id))?.body ?? []).toString('base64'),
    ),
  );
async function reopen(): Promise<void> {
  await archive.close();
  archive = await openArchive({ directory });
}

describe('moving', () => {
  it('takes what is old enough, in files of a size, and every page reads the same', async () => {
    const ids = await fill(9);
    const before = await bodies(ids);
    const all = await Promise.all(ids.map((id) => archive.pages.get(id)));
    expect(await archive.retention.movable(day(8))).toEqual({ pages: 7 });
    const seen: number[] = [];
    const report = await archive.retention.move(
      day(8),
      options({ maxFileBytes: 4_000, onProgress: (pages) => seen.push(pages) }),
    );
    expect(report.pages).toBe(7);
    expect(report.files.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toBe(7);
    expect(report.files.map(({ path }) => path).sort()).toEqual(
      readdirSync(warc())
        .map((one) => warc(one))
        .sort(),
    );
    expect(await bodies(ids)).toEqual(before);
    expect(await Promise.all(ids.map((id) => archive.pages.get(id)))).toEqual(all);
    expect(await archive.check()).toEqual([]);
    const files = await archive.retention.files();
    expect(files.map(({ missing, inside }) => [missing, inside])).toEqual(
      files.map(() => [false, true]),
    );
    expect(files.reduce((sum, file) => sum + file.bodies, 0)).toBe(7);
    await reopen();
    expect(await bodies(ids)).toEqual(before);
  });

  it('twice moves once', async () => {
    await fill(3);
    await archive.retention.move(day(9), options());
    expect(await archive.retention.move(day(9), options())).toEqual({
      pages: 0,
      bodies: 0,
      files: [],
    });
    expect(readdirSync(warc())).toHaveLength(1);
  });

  it('keeps a body here that a young page needs, and finds a moved one that comes again', async () => {
    const body = Buffer.from('cùng một trang');
    const old = await archive.pages.put('baohatinh', page(1, { body, fetchedAt: day(1) }));
    const young = await archive.pages.put('baohatinh', page(2, { body, fetchedAt: day(9) }));
    expect(await archive.retention.movable(day(5))).toEqual({ pages: 0 });
    expect((await archive.retention.move(day(10), options())).bodies).toBe(1);
    const again = await archive.pages.put('baohatinh', page(3, { body, fetchedAt: day(11) }));
    for (const { id } of [old, young, again])
      expect(Buffer.from((await archive.pages.get(id))?.body ?? []).toString()).toBe(
        'cùng một trang',
      );
  });

  it('to another directory, named with its whole path', async () => {
    const ids = await fill(2);
    const before = await bodies(ids);
    const to = newDirectory();
    const { files } = await archive.retention.move(day(9), options({ directory: to }));
    expect(files.map(({ path }) => path)).toEqual([join(to, readdirSync(to)[0] ?? '')]);
    expect((await archive.retention.files())[0]).toMatchObject({ inside: false, missing: false });
    expect(await bodies(ids)).toEqual(before);
    // Another archive may not write there under the same name.
    const other = await openArchive({ directory: newDirectory() });
    await other.pages.put('baohatinh', page(1, { fetchedAt: day(1) }));
    expect(await code(other.retention.move(day(9), options({ directory: to })))).toBe(
      'warc-exists',
    );
    await other.close();
  });

  it('stopped, keeps what it has written', async () => {
    const ids = await fill(6);
    const before = await bodies(ids);
    const stop = new AbortController();
    let asked = 0;
    const signal = new Proxy(stop.signal, {
      get: (target, name) => (name === 'aborted' ? ++asked > 6 : Reflect.get(target, name)),
    });
    const first = await archive.retention.move(day(9), options({ signal }));
    expect(first.pages).toBeGreaterThan(0);
    expect(first.pages).toBeLessThan(6);
    expect((await archive.retention.move(day(9), options())).pages).toBe(6 - first.pages);
    expect(await bodies(ids)).toEqual(before);
    expect(await archive.check()).toEqual([]);
  });

  it('killed before anything was taken out, begins anew and leaves no stray file', async () => {
    const ids = await fill(3);
    const before = await bodies(ids);
    await archive.retention.move(day(2), options());
    await archive.close();
    // As a process leaves it that is killed after the file got its name, before its rows were written.
    const db = openSqlite(join(directory, 'archive.db'));
    db.exec(
      `INSERT INTO warc_files (path, state, written_at) VALUES ('warc/pages-000002.warc.gz', 'writing', '${day(1)}')`,
    );
    db.close();
    for (const name of ['pages-000002.warc.gz', 'pages-000002.warc.gz.part'])
      writeFileSync(warc(name), 'half');
    archive = await openArchive({ directory });
    expect((await archive.retention.move(day(9), options())).pages).toBe(2);
    expect(readdirSync(warc()).sort()).toEqual(['pages-000001.warc.gz', 'pages-000003.warc.gz']);
    expect(await bodies(ids)).toEqual(before);
    expect(await archive.check()).toEqual([]);
  });

  it('a full or missing disk changes nothing', async () => {
    const ids = await fill(2);
    const before = await bodies(ids);
    writeFileSync(join(directory, 'no-directory'), '');
    const to = join(directory, 'no-directory', 'x');
    expect(await code(archive.retention.move(day(9), options({ directory: to })))).toBe('ENOTDIR');
    expect(await bodies(ids)).toEqual(before);
    expect(await archive.retention.files()).toEqual([]);
  });
});

describe('a WARC file that is missing or damaged', () => {
  it('is a named end, and counted, and its return heals', async () => {
    const [id = 0] = await fill(2);
    const put = await archive.articles.put({ ...input(record('a')), pageId: id }, day(1));
    expect(put.change).toBe('created');
    await archive.retention.move(day(9), options());
    const name = warc('pages-000001.warc.gz');
    const bytes = readFileSync(name);
    renameSync(name, `${name}.away`);
    expect(await code(archive.pages.get(id))).toBe('page-lost');
    expect(await archive.retention.unreadable()).toEqual({ forgotten: 0, lost: 1 });
    expect((await archive.retention.files())[0]?.missing).toBe(true);
    renameSync(`${name}.away`, name);
    expect(await code(archive.pages.get(id))).toBe('resolved');
    expect(await archive.retention.unreadable()).toEqual({ forgotten: 0, lost: 0 });
    truncateSync(name, 300);
    expect(await code(archive.pages.get(id))).toBe('page-lost');
    writeFileSync(name, Buffer.from(bytes.map((byte, i) => (i > 600 ? byte ^ 0x55 : byte))));
    expect(await code(archive.pages.get(id))).toBe('page-lost');
  });
});

describe('forgetting', () => {
  it('takes the bodies, here and in WARC files, and the files that nobody needs', async () => {
    const ids = await fill(6);
    for (const [i, id] of ids.entries())
      await archive.articles.put({ ...input(record(`a${i}`)), pageId: id }, day(1));
    await archive.retention.move(day(3), options());
    await archive.retention.move(day(4), options());
    const plan = await archive.retention.forgettable(day(6));
    expect(plan).toEqual({
      pages: 5,
      bodies: 5,
      articles: 5,
      files: [warc('pages-000001.warc.gz'), warc('pages-000002.warc.gz')],
    });
    expect(await archive.retention.forget(day(6))).toEqual(plan);
    expect(readdirSync(warc())).toEqual([]);
    expect(await archive.retention.unreadable()).toEqual({ forgotten: 5, lost: 0 });
    expect(await code(archive.pages.get(ids[0] ?? 0))).toBe('page-forgotten');
    expect((await archive.pages.get(ids[5] ?? 0))?.status).toBe(200);
    expect(await archive.articles.count()).toBe(6);
    expect(await archive.pages.unparsed('baohatinh', 'x', 0, 10)).toEqual([ids[5]]);
    expect(await archive.pages.forgotten({ newspaper: 'baohatinh' })).toBe(5);
    expect(await archive.pages.forgotten({ since: day(4) })).toBe(2);
    expect(await archive.check()).toEqual([]);
    expect((await archive.retention.forget(day(6))).pages).toBe(0);
  });

  it('keeps a WARC file while a page of it is needed', async () => {
    const ids = await fill(4);
    await archive.retention.move(day(9), options());
    expect((await archive.retention.forgettable(day(3))).files).toEqual([]);
    expect((await archive.retention.forget(day(3))).files).toEqual([]);
    expect(existsSync(warc('pages-000001.warc.gz'))).toBe(true);
    expect(await code(archive.pages.get(ids[3] ?? 0))).toBe('resolved');
  });

  it('a page that comes again can be read again', async () => {
    const [id = 0] = await fill(1);
    const stored = await archive.pages.get(id);
    await archive.retention.forget(day(9));
    if (!stored) throw new Error('no page');
    expect((await archive.pages.put('baohatinh', stored)).created).toBe(false);
    expect(await archive.pages.get(id)).toEqual(stored);
    expect(await archive.check()).toEqual([]);
  });
});

describe('the room on the disk', () => {
  it('is given back, and the archive stays what it was', async () => {
    // Pages that outweigh the empty tables by far.
    const ids = await fill(28, 40_000);
    const file = join(directory, 'archive.db');
    const before = await bodies(ids);
    await archive.retention.move('2026-12-01', options());
    await archive.close();
    const full = readFileSync(file).length;
    const done = await compactArchive(directory);
    expect(done).toMatchObject({ before: full, missing: 0, after: readFileSync(file).length });
    expect(done.after).toBeLessThan(full / 2);
    archive = await openArchive({ directory });
    expect(await bodies(ids)).toEqual(before);
    expect(await archive.check()).toEqual([]);
    expect(await code(compactArchive(directory))).toBe('archive-locked');
    expect(readdirSync(directory).filter((name) => name.includes('part'))).toEqual([]);
  });

  it('what the data weighed is kept by day', async () => {
    await archive.retention.weighed('2026-01-01', 5);
    await archive.retention.weighed('2026-01-02', 7);
    await archive.retention.weighed('2026-01-02', 8);
    expect(await archive.retention.weights(9)).toEqual([
      { day: '2026-01-02', bytes: 8 },
      { day: '2026-01-01', bytes: 5 },
    ]);
  });
});

describe('a backup', () => {
  it('takes the WARC files of the data directory along, and names those that lie elsewhere', async () => {
    const ids = await fill(4);
    const before = await bodies(ids);
    const elsewhere = newDirectory();
    await archive.retention.move(day(2), options({ directory: elsewhere }));
    await archive.retention.move(day(4), options());
    const backup = join(newDirectory(), 'copy');
    const { warc: copied } = await archive.backup(backup);
    expect(copied).toEqual({
      files: 1,
      bytes: readFileSync(warc('pages-000002.warc.gz')).length,
      left: [join(elsewhere, 'pages-000001.warc.gz')],
    });
    const restored = newDirectory();
    expect((await restoreBackup(backup, restored)).warc).toMatchObject({ files: 1 });
    await archive.close();
    archive = await openArchive({ directory: restored });
    rmSync(join(directory, 'warc'), { recursive: true });
    expect(await bodies(ids)).toEqual(before);
  });

  it('is none where a WARC file is not the one that was written', async () => {
    await fill(2);
    await archive.retention.move(day(9), options());
    writeFileSync(warc('pages-000001.warc.gz'), 'other');
    const backup = join(newDirectory(), 'copy');
    expect(await code(archive.backup(backup))).toBe('backup-damaged');
    expect(existsSync(join(backup, 'archive.db'))).toBe(false);
  });
});
