/**
 * One pass over the simulated papers in a process of its own, to be killed at any moment: what is unfinished in the
 * archive, then a run over every paper, then the end. `child.ts ORDERS`, JSON as Orders.
 */
import { catchUp } from '../../app/catch-up.ts';
import { openWorks } from '../../app/compose.ts';
import { readConfig } from '../../app/config.ts';
import { systemClock } from '../../core/clock.ts';
import { silent } from '../../core/log.ts';
import { loadNewspapers } from '../../newspapers/index.ts';
import { Orders } from './orders.ts';
import { openPapers } from './papers.ts';

const orders = Orders.parse(JSON.parse(process.argv[2] ?? '{}'));
const { families } = await loadNewspapers();
const newspapers = openPapers(orders.papers, orders.port, families).map(({ newspaper }) => ({
  ...newspaper,
  delayMs: 0,
}));
// The simulation's day at the pace of ours.
const ahead = Date.parse(orders.at) - Date.now();
const clock = { ...systemClock, now: () => new Date(Date.now() + ahead) };
const config = {
  ...readConfig({
    DIEMBAO_DATA: orders.directory,
    DIEMBAO_CONTACT: 'mailto:bench@example.org',
    ...(orders.redis === null ? {} : { REDIS_URL: orders.redis }),
    ...(orders.meili === null ? {} : { MEILI_URL: orders.meili.url, MEILI_KEY: orders.meili.key }),
  }),
  allowPrivate: newspapers.flatMap(({ hosts }) => hosts),
  minFreeBytes: 0,
};
const works = await openWorks(config, {
  clock,
  newspapers,
  log: silent,
  whenAway: 'wait',
  network: { resolve: async () => [{ address: '127.0.0.1', family: 4 }], timeoutMs: 10_000 },
});
const signal = new AbortController().signal;
await works.work();
await works.queue.add(
  newspapers.map(({ id }) => ({
    name: 'crawl',
    payload: { newspaper: id, ...(orders.mode === 'looks' ? { mode: orders.mode } : {}) },
  })),
);
await works.queue.idle();
await catchUp(works, signal);
await works.queue.idle();
await works.close();
process.exit(0);
