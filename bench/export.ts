/**
 * Growth of memory while an export is written: each format with 100,000 and with 600,000 synthetic articles, each in a
 * process of its own. `npm run bench -- export [ROWS …]`
 */
import { spawnSync } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FORMATS, type FormatName } from '../app/export/format.ts';
import { exportFound } from '../app/export/open-export.ts';
import { found, PARTS, stored } from '../test/app/export/samples.ts';

const MB = 1_000_000;
const ONE = '--one';

async function one(format: FormatName, count: number): Promise<void> {
  const paragraph = 'Chợ quê đông vui từ sáng sớm, ai cũng tay xách nách mang. '.repeat(5);
  const blocks = Array.from({ length: 8 }, () => ({ type: 'paragraph' as const, text: paragraph }));
  async function* articles() {
    for (let i = 0; i < count; i++) yield stored(`n${i}`, { blocks });
  }
  const made = exportFound(PARTS, found(articles(), count), { format });
  const file = join(tmpdir(), `diembao-bench-${process.pid}`);
  const handle = await open(file, 'w');
  const before = process.memoryUsage().rss;
  const began = performance.now();
  let peak = before;
  let bytes = 0;
  for await (const chunk of made.bytes) {
    await handle.writeFile(chunk);
    bytes += chunk.length;
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  await handle.close();
  await rm(file);
  if (!made.complete) throw new Error('the export is not complete');
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `| ${format} | ${count} | ${Math.round(bytes / MB)} MB | ${seconds.toFixed(1)} s | ${Math.round((peak - before) / MB)} MB |`,
  );
}

export default async function bench(args: readonly string[]): Promise<void> {
  if (args[0] === ONE) {
    const format = FORMATS.find((name) => name === args[1]);
    if (format) await one(format, Number(args[2]));
    return;
  }
  const sizes = args.length > 0 ? args.map(Number) : [100_000, 600_000];
  console.log('| format | articles | file | time | growth of memory |\n|---|---|---|---|---|');
  const run = fileURLToPath(new URL('./run.ts', import.meta.url));
  for (const format of FORMATS)
    for (const size of sizes) {
      const argv = ['--import', 'tsx', run, 'export', ONE, format, String(size)];
      const { status } = spawnSync(process.execPath, argv, {
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      if (status !== 0) throw new Error(`${format}, ${size}: ended with ${status}`);
    }
}
