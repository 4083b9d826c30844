/** One crawl in a process of its own, to be killed: `child.ts DATA ORIGIN`. Says its summary on stderr. */
import { openArchive } from '../../archive/index.ts';
import { systemClock } from '../../core/clock.ts';
import { silent } from '../../core/log.ts';
import { crawlNewspaper, openHttp } from '../../crawlers/index.ts';
import { paper } from './fixtures.ts';

const [directory = '', origin = ''] = process.argv.slice(2);
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
const archive = await openArchive({ directory });
const http = openHttp({ userAgent: 'DiemBao', allowPrivate: [new URL(origin).host] });
const summary = await crawlNewspaper({
  newspaper: paper(origin, { delayMs: 0 }),
  archive,
  http,
  clock: systemClock,
  log: silent,
  signal: stop.signal,
  random: () => 0,
});
await http.close();
await archive.close();
process.stderr.write(JSON.stringify(summary));
