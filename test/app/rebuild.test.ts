import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catchUp } from '../../app/catch-up.ts';
import { openReader, openWorks, type Works } from '../../app/compose.ts';
import { type Config, readConfig } from '../../app/config.ts';
import { prepareIndex, rebuild, rebuildReason } from '../../app/rebuild.ts';
import { silent } from '../../core/log.ts';
import { openSqlite } from '../../core/sqlite.ts';
import { DOCUMENT_VERSION, toDocument } from '../../indexer/document.ts';
import { at, input, record } from '../contracts/archive-samples.ts';

const never = new AbortController().signal;
let config: Config;
let works: Works;

const reopen = async () => {
  await works.close();
  works = await openWorks(config, { newspapers: [], log: silent });
};
const put = (name: string) =>
  works.archive.articles.put(input(record(name, { headline: `Lúa ${name}` })), at(1));
const putMany = async (count: number) => {
  for (let i = 0; i < count; i++) await put(`n${i}`);
};
const files = () => readdirSync(config.data).filter((name) => name.includes('.next'));
const fill = () => catchUp(works, never);

beforeEach(async () => {
  const directory = mkdtempSync(join(tmpdir(), 'diembao-rebuild-'));
  config = readConfig({ DIEMBAO_DATA: directory, DIEMBAO_PARSER_THREADS: '0' });
  works = await openWorks(config, { newspapers: [], log: silent });
});
afterEach(async () => {
  await works.close();
  rmSync(config.data, { recursive: true });
});

describe('building the index anew', () => {
  it('answers from the old one until the new one takes its place, with all that came meanwhile', async () => {
    await putMany(250);
    await fill();
    const before = await works.engine.mark();
    // What only the old index has shows which of the two answers.
    const ghost = { ...toDocument({ article: record('ghost'), original: null }), id: 'ghost' };
    await works.engine.put([ghost]);
    const reader = await openReader(config, {}, silent);
    const seen: number[] = [];
    const late: Promise<unknown>[] = [];
    const report = await rebuild(works, {
      signal: never,
      onProgress: ({ phase }) => {
        if (phase === 'build' && late.length === 0)
          late.push(
            reader.count().then((count) => seen.push(count)),
            put('late').then(({ id, revision }) => works.writer.add(id, revision)),
          );
      },
    });
    await Promise.all(late);
    expect(seen).toEqual([251]);
    expect(report).toMatchObject({ swapped: true, resumed: false, lost: 0 });
    expect(await reader.count()).toBe(251);
    expect(await reader.has(['ghost'])).toEqual([]);
    expect(await reader.has([record('late').id])).toEqual([record('late').id]);
    expect(await works.engine.mark()).not.toBe(before);
    expect(await works.archive.index.pending(works.engine.id, DOCUMENT_VERSION, 9)).toEqual([]);
    expect(await works.archive.index.names()).toEqual(['embedded', 'suggestions']);
    expect(files()).toEqual([]);
    await reader.close();
  });

  it('is not swapped when an article would be lost, says which, and goes on from there', async () => {
    await putMany(120);
    await fill();
    const bad = record('n7').id;
    const { getMany } = works.archive.articles;
    const damaged = {
      ...works,
      archive: {
        ...works.archive,
        articles: {
          ...works.archive.articles,
          getMany: async (ids: readonly string[]) => {
            if (ids.includes(bad)) throw new Error('a damaged record');
            return getMany(ids);
          },
        },
      },
    };
    const before = await works.engine.mark();
    await expect(rebuild(damaged, { signal: never })).rejects.toMatchObject({
      code: 'index-loss',
      message: expect.stringContaining(bad),
      hint: expect.stringContaining('--allow-loss 1'),
    });
    expect(await works.engine.mark()).toBe(before);
    expect(await works.engine.count()).toBe(120);
    expect(await works.archive.incidents.list({ code: 'index-refused' }, 9)).toMatchObject([
      { url: `index:${bad}`, message: expect.stringContaining('a damaged record') },
    ]);
    expect(await rebuildReason(works)).toBe('unfinished');
    const report = await rebuild(damaged, { signal: never, allowLoss: 1 });
    expect(report).toEqual({ swapped: true, resumed: true, indexed: 0, lost: 1 });
    expect(await works.engine.count()).toBe(119);
    // The record is sound after all: the next time it goes in, and the incident ends.
    await fill();
    expect(await works.engine.count()).toBe(120);
    expect(await works.archive.incidents.list({ code: 'index-refused' }, 9)).toEqual([]);
  });

  it('told to stop leaves the old one, and the next one goes on', async () => {
    await putMany(150);
    await fill();
    const stop = new AbortController();
    const report = await rebuild(works, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(report).toMatchObject({ swapped: false, indexed: 100 });
    expect(await works.engine.count()).toBe(150);
    await reopen();
    const again = await rebuild(works, { signal: never });
    expect(again).toEqual({ swapped: true, resumed: true, indexed: 50, lost: 0 });
    expect(await works.engine.count()).toBe(150);
    expect(files()).toEqual([]);
  });

  it('knows a new index that took its place just before the process died', async () => {
    await putMany(3);
    await fill();
    const next = await works.engine.build();
    const stored = await works.archive.articles.getMany([record('n0').id, record('n1').id]);
    await next.put(stored.map(toDocument));
    const name = `embedded:next:${next.mark}`;
    await works.archive.index.done(name, DOCUMENT_VERSION, [
      { id: record('n0').id, revision: 1 },
      { id: record('n1').id, revision: 1 },
    ]);
    await next.swap();
    await reopen();
    expect(await works.archive.index.names()).toEqual(['embedded', 'suggestions']);
    expect(await works.archive.index.pending('embedded', DOCUMENT_VERSION, 9)).toEqual([
      { id: record('n2').id, revision: 1 },
    ]);
    await fill();
    expect(await works.engine.count()).toBe(3);
  });

  it('forgets what it knew of a new index that is gone, and puts in again what only seemed to be in', async () => {
    await putMany(3);
    await fill();
    await works.archive.index.done('embedded:next:gone', DOCUMENT_VERSION, []);
    const next = await works.engine.build();
    const kept = await works.archive.articles.getMany([record('n0').id]);
    await next.put(kept.map(toDocument));
    const all = ['n0', 'n1', 'n2'].map((name) => ({ id: record(name).id, revision: 1 }));
    await works.archive.index.done(`embedded:next:${next.mark}`, DOCUMENT_VERSION, all);
    await next.close();
    await prepareIndex(works);
    expect(await works.archive.index.names()).not.toContain('embedded:next:gone');
    expect(await rebuild(works, { signal: never })).toMatchObject({ resumed: true, indexed: 2 });
    expect(await works.engine.count()).toBe(3);
  });
});

describe('an index of an older form', () => {
  it('of other documents answers until all are made anew', async () => {
    await putMany(3);
    await fill();
    const items = await Promise.all(
      ['n0', 'n1', 'n2'].map(async (name) => ({ id: record(name).id, revision: 1 })),
    );
    await works.archive.index.done('embedded', '0.0', items);
    expect(await rebuildReason(works)).toBe('documents');
    const before = await works.engine.mark();
    expect(await fill()).toMatchObject({ index: 3 });
    expect(await works.engine.mark()).not.toBe(before);
    expect(await rebuildReason(works)).toBeNull();
  });

  it('of other tables: jobs leave it to the new one, which the next start builds', async () => {
    await putMany(3);
    await fill();
    await works.close();
    const db = openSqlite(join(config.data, 'index.db'));
    db.exec('PRAGMA user_version = 999');
    db.close();
    works = await openWorks(config, { newspapers: [], log: silent });
    expect(await rebuildReason(works)).toBe('form');
    const reader = await openReader(config, {}, silent);
    await expect(reader.count()).rejects.toMatchObject({ code: 'index-old' });
    await works.work();
    const { id, revision } = await put('n3');
    await works.queue.add([{ name: 'index', payload: { article: id, revision } }]);
    await works.queue.idle();
    expect(await works.queue.failed(9)).toEqual([]);
    await fill();
    expect(await reader.count()).toBe(4);
    await reader.close();
  });

  it('that was deleted is filled again', async () => {
    await putMany(3);
    await fill();
    await works.close();
    for (const suffix of ['', '-wal', '-shm'])
      rmSync(join(config.data, `index.db${suffix}`), { force: true });
    works = await openWorks(config, { newspapers: [], log: silent });
    expect(await fill()).toMatchObject({ index: 3 });
    expect(existsSync(join(config.data, 'index.db'))).toBe(true);
  });
});
