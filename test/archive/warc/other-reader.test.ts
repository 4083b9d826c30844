/** Our WARC files in the hands of another program: PyPI's warcio, where DIEMBAO_WARCIO names it. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { openWarcWriter } from '../../../archive/warc/write.ts';
import { itemsOf, kinds, NOW, newDirectory, page } from './files.ts';

const run = promisify(execFile);
const warcio = process.env.DIEMBAO_WARCIO ?? '';
if (warcio === '') console.log('not run: WARC files in another reader (DIEMBAO_WARCIO is not set)');

const pages = [
  page(1, {
    headers: { 'content-encoding': 'gzip', 'content-type': 'text/html', 'x-t': 'Hà Tĩnh' },
  }),
  page(2, { url: 'https://www.baohatinh.vn/2.html', body: Buffer.from([0, 13, 10, 13, 10, 255]) }),
  page(3, { status: 203, body: new Uint8Array() }),
];

async function ours(): Promise<string> {
  const path = join(newDirectory(), 'pages.warc.gz');
  const writer = await openWarcWriter(path, 'DiemBao/test', NOW.toISOString());
  for (const one of pages) await writer.add('baohatinh', one);
  await writer.finish();
  await writer.keep();
  return path;
}

it.skipIf(warcio === '')('warcio finds every digest right', async () => {
  const path = await ours();
  const { stdout, stderr } = await run(warcio, ['check', '-v', path]);
  expect(stderr).toBe('');
  expect(stdout.match(/digest pass/gu)).toHaveLength(pages.length + 1);
  expect(stdout).not.toMatch(/fail/iu);
});

it.skipIf(warcio === '')('warcio reads addresses, dates, statuses and our fields', async () => {
  const fields =
    'warc-type,warc-target-uri,warc-date,http:status,diembao-newspaper,diembao-asked-uri';
  const { stdout } = await run(warcio, ['index', '-f', fields, await ours()]);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines.slice(1)).toEqual(
    pages.map(({ url, finalUrl, fetchedAt, status }) => ({
      'warc-type': 'response',
      'warc-target-uri': finalUrl,
      'warc-date': fetchedAt,
      'http:status': String(status),
      'diembao-newspaper': 'baohatinh',
      ...(url === finalUrl ? {} : { 'diembao-asked-uri': url }),
    })),
  );
});

it.skipIf(warcio === '')('what warcio writes anew, we read the same', async () => {
  const path = await ours();
  const again = `${path}.again.warc.gz`;
  await run(warcio, ['recompress', path, again]);
  expect(kinds(await itemsOf(readFileSync(again)))).toEqual([
    'record',
    'record',
    'record',
    'record',
  ]);
});

it.skipIf(warcio === '')('a payload that was changed is found by warcio too', async () => {
  const path = await ours();
  const plain = gunzipSync(readFileSync(path)).toString('latin1');
  const changed = `${path}.warc`;
  writeFileSync(changed, Buffer.from(plain.replace('<h1>', '<h2>'), 'latin1'));
  await expect(run(warcio, ['check', changed])).rejects.toMatchObject({ code: 1 });
});
