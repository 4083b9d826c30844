/** A press review from the command line, from nothing to a document. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpack } from '../../press-review/docx/unpack.ts';
import { cli as run } from './run-cli.ts';

describe('press-review', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'diembao-review-'));
    const articles = [
      { id: 'a', headline: 'Bến đò mở lại', paragraphs: ['Khách qua sông đông từ sáng.'] },
      { id: 'b', headline: 'Cầu treo đã xong', paragraphs: ['Cầu dài bốn mươi mét.'] },
    ];
    const file = join(directory, 'articles.jsonl');
    await writeFile(file, articles.map((one) => JSON.stringify(one)).join('\n'));
    await cli('import', file, '--collection', 'thu');
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  const cli = (...words: string[]) => run([...words, '--data', join(directory, 'data')]);

  it('is made, filled and printed', async () => {
    const made = await cli('press-review', 'new', '--from', '2023-05-26', '--by', 'Lan');
    expect(made.code).toBe(0);
    const id = made.out.trim();
    const added = await cli(
      'press-review',
      'add',
      id,
      '--search',
      'cầu treo',
      '--by',
      'Lan',
      '--json',
    );
    expect(JSON.parse(added.out)).toMatchObject({ id, added: 1, version: 2 });
    const listed = await cli('press-review', '--json');
    expect(JSON.parse(listed.out)).toMatchObject([{ id, savedBy: 'Lan' }]);
    const file = join(directory, 'ngay.docx');
    expect((await cli('press-review', 'export', id, '--output', file)).out.trim()).toBe(file);
    const document = (await unpack(await readFile(file))).get('word/document.xml');
    expect(document).toContain('1. Cầu treo đã xong');
    expect(document).toContain('Ngày 26 tháng 5 năm 2023');
    const markdown = await cli('press-review', 'export', id, '--format', 'md', '--output', '-');
    expect(markdown.out).toContain('**1\\. Cầu treo đã xong**');
  });

  it('fills a template, the one to begin with too', async () => {
    const id = (await cli('press-review', 'new', '--by', 'Lan')).out.trim();
    const template = join(directory, 'mau.docx');
    await cli('press-review', 'template', template);
    const file = join(directory, 'theo-mau.docx');
    const done = await cli('press-review', 'export', id, '--template', template, '--output', file);
    expect(done.code).toBe(0);
    expect((await unpack(await readFile(file))).get('word/document.xml')).not.toContain('{{');
  });

  it.each([
    ['no name', ['new'], 2, 'press-review-no-name'],
    ['no review', ['add'], 2, 'review-missing'],
    ['a review that is not there', ['export', 'xyz'], 1, 'press-review-not-found'],
    ['nothing to add', ['add', 'xyz', '--by', 'A'], 2, 'bad-usage'],
    ['a word that it does not know', ['print'], 2, 'list, new'],
  ])('says what is wrong with %s', async (_, words, code, message) => {
    const done = await cli('press-review', ...words);
    expect(done.err).toContain(message);
    expect(done.code).toBe(code);
  });
});
