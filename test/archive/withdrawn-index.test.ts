import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openArchive } from '../../archive/index.ts';
import { article } from '../app/search-world.ts';

test('an article that is withdrawn, or there again, must be indexed again', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'diembao-withdrawn-'));
  const archive = await openArchive({ directory });
  try {
    const { id } = await archive.articles.put(
      {
        article: article('a'),
        aliases: ['https://example.org/a'],
        pageId: null,
        fetchedAt: null,
        signature: [],
        conferenceKeys: [],
      },
      '2023-05-26T02:00:00.000Z',
    );
    const pending = async () => (await archive.index.pending('i', 'v', 10)).map((one) => one.id);
    const indexed = () => archive.index.done('i', 'v', [{ id, revision: 1 }]);
    await indexed();
    expect(await pending()).toEqual([]);
    await archive.articles.restore(id);
    expect(await pending()).toEqual([]);
    await archive.articles.withdraw(id, '2023-06-01T00:00:00.000Z');
    expect(await pending()).toEqual([id]);
    await indexed();
    await archive.articles.withdraw(id, '2023-06-02T00:00:00.000Z');
    expect(await pending()).toEqual([]);
    expect((await archive.articles.get(id))?.withdrawnAt).toBe('2023-06-01T00:00:00.000Z');
    await archive.articles.restore(id);
    expect(await pending()).toEqual([id]);
    expect((await archive.articles.get(id))?.withdrawnAt).toBeNull();
  } finally {
    await archive.close();
    await rm(directory, { recursive: true, force: true });
  }
});
