import { Command } from 'commander';
import { resumeBackfills } from '../../app/backfills.ts';
import { keepUp } from '../../app/catch-up.ts';
import { openReader, openWorks, type Works } from '../../app/compose.ts';
import { sendersOf } from '../../app/night/senders.ts';
import { openNightWatch } from '../../app/night/watch.ts';
import { newsParts } from '../../app/saved-searches/parts.ts';
import { openNewsWatch } from '../../app/saved-searches/watch.ts';
import { weigh } from '../../app/storage.ts';
import { startWeb } from '../../web/index.ts';
import { type CommonOptions, configOf, type Io, json, line, type MakeCommand } from '../io.ts';

/** Resolves when the program is asked to stop. */
const stopped = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });

/** Starts workers and schedule, and finds unfinished work while everything else goes on. */
async function startWorking(works: Works, io: Io): Promise<void> {
  const { config } = works;
  const watch = openNightWatch({
    ...works,
    senders: sendersOf(config.night, config.contact),
    closed: () => weigh(works),
  });
  // Before the workers, so that they know a missed night's papers from those that come too late.
  await watch.begin();
  await works.work(undefined, watch.around);
  void watch.run(io.signal);
  await resumeBackfills(works);
  void keepUp(works, io.signal);
  void openNewsWatch(newsParts(works)).run(io.signal);
}

interface ServeOptions extends CommonOptions {
  readonly host: string;
  readonly behindPublish?: boolean;
  readonly insecureHttp?: boolean;
}

/** `serve`: web page, workers and nightly schedule in one process. */
export const serveCommand: MakeCommand = (io) =>
  new Command('serve')
    .description(
      'trang web, bộ xử lý và lịch thu thập ban đêm trong một tiến trình / web page, workers and nightly schedule in one process',
    )
    .option('--port <n>', 'cổng / port (DIEMBAO_PORT, 8420)')
    .option(
      '--host <address>',
      'địa chỉ; ngoài loopback chỉ khi có tài khoản / address; others than loopback with accounts only',
      '127.0.0.1',
    )
    .option(
      '--behind-publish',
      'cho phép 0.0.0.0 trong container / allow 0.0.0.0 inside a container',
    )
    .option(
      '--insecure-http',
      'có tài khoản mà không có https, chỉ để thử / accounts without https, to try only',
    )
    .action(async (options: ServeOptions) => {
      const works = await openWorks(configOf(io, options), { whenAway: 'wait' });
      try {
        const engine = await openReader(works.config, {}, works.log);
        const web = await startWeb(
          { ...works, engine },
          {
            host: options.host,
            behindPublish: options.behindPublish ?? false,
            insecureHttp: options.insecureHttp ?? false,
          },
        );
        try {
          await startWorking(works, io);
          if (options.json) await json(io, { url: web.url });
          else await line(io, `Điểm Báo: ${web.url}`);
          await stopped(io.signal);
        } finally {
          await web.close();
          await engine.close();
        }
      } finally {
        await works.close();
      }
    });

/** `worker`: workers and schedule without the web page. */
export const workerCommand: MakeCommand = (io) =>
  new Command('worker')
    .description('chỉ bộ xử lý và lịch, không có trang web / workers and schedule, no web page')
    .action(async (options: CommonOptions) => {
      const works = await openWorks(configOf(io, options), { whenAway: 'wait' });
      try {
        await startWorking(works, io);
        io.err('Đang chạy; Ctrl-C để dừng.\n');
        await stopped(io.signal);
      } finally {
        await works.close();
      }
    });
