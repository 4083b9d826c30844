/** Saved searches from the command line. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hookServer } from '../saved-searches/letters.ts';
import { cli as run } from './run-cli.ts';

describe('saved', () => {
  let directory: string;
  let hook: Awaited<ReturnType<typeof hookServer>>;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'diembao-saved-'));
    hook = await hookServer();
    await cli('import', await articles('cu', 'Bến đò mở lại'), '--collection', 'thu');
  });
  afterAll(async () => {
    await hook.close();
    await rm(directory, { recursive: true, force: true });
  });

  const cli = (...words: string[]) =>
    run([...words, '--data', join(directory, 'data')], {
      env: { DIEMBAO_WEBHOOK_PRIVATE: hook.host },
    });
  const articles = async (id: string, headline: string) => {
    const file = join(directory, `${id}.jsonl`);
    await writeFile(file, JSON.stringify({ id, headline, paragraphs: ['Khách qua sông đông.'] }));
    return file;
  };

  it('is added, run, delivered, listed and removed', async () => {
    expect((await cli('saved')).out).toContain('none yet');
    const made = await cli(
      ...['saved', 'add', 'Bến đò', 'bến', 'đò', '--webhook', hook.url, '--by', 'Lan', '--json'],
    );
    const { id, targets } = JSON.parse(made.out);
    expect(targets).toMatchObject([{ kind: 'webhook', address: hook.url, digestAt: null }]);
    const before = JSON.parse((await cli('saved', 'run', '--json')).out);
    expect(before).toMatchObject({
      searches: [{ id, news: [], total: 1 }],
      delivered: { sent: 0 },
    });
    await cli('import', await articles('moi', 'Bến đò lại đóng'), '--collection', 'thu');
    const ran = await cli('saved', 'run', id);
    expect(ran.out).toContain('Bến đò: 1 bài mới / 2');
    expect(ran.code).toBe(0);
    expect(JSON.parse(hook.posted[0]?.body ?? '')).toMatchObject({
      articles: [{ headline: 'Bến đò lại đóng' }],
    });
    const listed = JSON.parse((await cli('saved', '--json')).out);
    expect(listed).toMatchObject([{ id, name: 'Bến đò', total: 2, feed: false }]);
    expect(JSON.stringify(listed)).not.toContain(targets[0].secret);
    expect((await cli('saved', 'deliveries', id)).out).toContain('đã gửi');
    expect((await cli('saved', 'remove', id, '--by', 'Lan')).code).toBe(0);
    expect((await cli('saved')).out).toContain('none yet');
  });

  it.each([
    ['no name', ['add'], 2, 'bad-usage'],
    ['no question', ['add', 'Tên', '--by', 'Lan'], 2, 'saved-search-no-question'],
    ['nobody', ['add', 'Tên', 'chợ'], 2, 'saved-search-no-one'],
    ['one that is not there', ['run', 'xyz'], 1, 'saved-search-not-found'],
    ['none to remove', ['remove'], 2, 'bad-usage'],
  ])('says what is wrong with %s', async (_, words, code, message) => {
    const done = await cli('saved', ...words);
    expect(done.err).toContain(message);
    expect(done.code).toBe(code);
  });
});
