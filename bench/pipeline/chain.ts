/** One run of the chain over papers that are served elsewhere; prints what it took as one JSON line. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openWorks } from '../../app/compose.ts';
import { readConfig } from '../../app/config.ts';
import { silent } from '../../core/log.ts';
import { loadNewspapers } from '../../newspapers/index.ts';

const papers = z
  .array(z.object({ id: z.string(), origin: z.string() }))
  .parse(JSON.parse(process.argv[2] ?? '[]'));

const registry = await loadNewspapers(new URL('../../demo/newspapers/', import.meta.url));
const newspapers = papers.map(({ id, origin }) => {
  const paper = registry.get(id);
  if (!paper) throw new Error(`no ${id}`);
  const moved = registry.withOrigin(paper, origin);
  return { ...moved, delayMs: 0, discover: [{ sitemap: `${origin}/sitemap.xml` }] };
});
const directory = await mkdtemp(join(tmpdir(), 'diembao-bench-'));
const config = {
  ...readConfig({ DIEMBAO_DATA: directory }),
  allowPrivate: newspapers.flatMap(({ hosts }) => hosts),
  minFreeBytes: 0,
};
const started = performance.now();
const works = await openWorks(config, { newspapers, log: silent });
await works.work();
await works.queue.add(newspapers.map(({ id }) => ({ name: 'crawl', payload: { newspaper: id } })));
await works.queue.idle();
const seconds = (performance.now() - started) / 1000;
const { articles } = await works.archive.counts();
const indexed = await works.engine.count();
await works.close();
await rm(directory, { recursive: true, force: true });
// maxRSS is in KiB on every system that Node runs on.
const peakBytes = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ seconds, peakBytes, articles, indexed }));
process.exit(0);
