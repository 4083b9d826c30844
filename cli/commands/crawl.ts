import { Command } from 'commander';
import { cancelBackfills, orderBackfills } from '../../app/backfills.ts';
import { catchUp } from '../../app/catch-up.ts';
import { openWorks, type Works } from '../../app/compose.ts';
import { mayCrawl } from '../../app/may-crawl.ts';
import { isSure } from '../../app/night/plan.ts';
import { newsParts } from '../../app/saved-searches/parts.ts';
import { openNewsWatch } from '../../app/saved-searches/watch.ts';
import { weigh } from '../../app/storage.ts';
import type { Backfill } from '../../archive/port.ts';
import { UsageError } from '../../core/errors.ts';
import { calendarDay } from '../choices.ts';
import { type CommonOptions, configOf, type Io, json, line, type MakeCommand } from '../io.ts';
import { progress } from '../progress.ts';
import { table } from '../table.ts';

interface Options extends CommonOptions {
  readonly from?: string;
  readonly to?: string;
  readonly cancel?: boolean;
}

/**
 * `crawl [newspaper...]`: one run over each paper, everything read and indexed before it ends. With `--from` and
 * `--to` a back-fill of these days instead: resumed where it was left, ended for good with `--cancel`.
 */
export const crawlCommand: MakeCommand = (io, exit) =>
  new Command('crawl')
    .description(
      'thu thập các báo (mặc định: mọi báo đã chắc), đọc và lập chỉ mục / crawl newspapers (by default all whose rules are sure), read and index them',
    )
    .argument('[newspapers...]', 'mã báo / ids of newspapers')
    .option(
      '--from <day>',
      'lấy bù các bài từ ngày này, nhường việc đêm nay / fetch articles of days gone by, from this one; tonight goes first',
      calendarDay,
    )
    .option('--to <day>', 'đến hết ngày này / up to this day (with --from)', calendarDay)
    .option('--cancel', 'bỏ việc lấy bù còn dở / cancel what of it is not done yet')
    .action(async (ids: string[], options: Options) => {
      const days = daysOf(options);
      const config = configOf(io, options);
      const works = await openWorks(config);
      try {
        const chosen = await chosenPapers(works, ids);
        if (options.cancel) {
          const cancelled = await cancelBackfills(works, chosen, options);
          return options.json ? json(io, { cancelled }) : showBackfills(io, cancelled);
        }
        const show = progress(io);
        await works.work(show.update);
        io.signal.addEventListener('abort', () => void works.close());
        const orders = days ? await orderBackfills(works, chosen, days.from, days.to) : null;
        if (!orders)
          await works.queue.add(
            chosen.map((newspaper) => ({ name: 'crawl', payload: { newspaper } })),
          );
        await works.queue.idle();
        show.end();
        // What a killed process left unread, and originals that a copy has turned up for.
        if (!io.signal.aborted)
          await catchUp(
            { ...works, newspapers: works.newspapers.filter(({ id }) => chosen.includes(id)) },
            io.signal,
          );
        if (io.signal.aborted) {
          io.err('Đã dừng; những gì đã tải vẫn còn nguyên trong kho.\n');
          return exit(1);
        }
        await weigh(works);
        // Saved searches run after each crawl; what they send and cannot is tried again by the next one, or by serve.
        await openNewsWatch(newsParts(works)).tick(io.signal);
        const well = orders
          ? await reportBackfills(io, options, works, orders)
          : await reportRuns(io, options, works, chosen);
        if (!well) exit(1);
      } finally {
        await works.close();
      }
    });

function daysOf({ from, to, cancel }: Options): { from: string; to: string } | null {
  if (from !== undefined && to !== undefined) return { from, to };
  if (cancel || (from === undefined && to === undefined)) return null;
  throw new UsageError('bad-usage', '--from và --to đi với nhau / belong together');
}

/** A paper that is only named somewhere is crawled by default when its check has passed, else only by name. */
async function chosenPapers(works: Works, ids: readonly string[]): Promise<readonly string[]> {
  const checks = await works.archive.newspaperChecks.list();
  const sure = works.newspapers.filter((paper) => isSure(paper, checks));
  const chosen = ids.length > 0 ? ids : sure.map((paper) => paper.id);
  for (const id of chosen) {
    const paper = works.newspapers.find((one) => one.id === id);
    if (!paper)
      throw new UsageError('unknown-newspaper', `No newspaper has the id "${id}".`, {
        hint: '`diembao newspapers` lists them.',
      });
    await mayCrawl(works.config, paper);
  }
  return chosen;
}

/** Answers whether all of it went well. */
async function reportRuns(
  io: Io,
  options: Options,
  works: Works,
  chosen: readonly string[],
): Promise<boolean> {
  const runs = await Promise.all(
    chosen.map(async (id) => ({ newspaper: id, run: await works.archive.runs.latest(id) })),
  );
  const failed = await works.queue.failed(100);
  if (options.json) await json(io, { runs, failed });
  else {
    const rows = runs.map(({ newspaper, run }) => [
      newspaper,
      run?.state ?? '-',
      [
        ...Object.entries(run?.outcomes ?? {}).map(([code, count]) => `${code} ${count}`),
        ...(run?.message ? [run.message] : []),
      ].join(', '),
    ]);
    await line(io, table([['BÁO', 'KẾT QUẢ', 'CHI TIẾT'], ...rows]));
    for (const one of failed) io.err(`${one.job.name}: ${one.code}: ${one.message}\n`);
  }
  return failed.length === 0 && runs.every(({ run }) => run?.state === 'complete');
}

async function reportBackfills(
  io: Io,
  options: Options,
  works: Works,
  orders: readonly Backfill[],
): Promise<boolean> {
  const after = await Promise.all(orders.map(({ id }) => works.archive.backfills.get(id)));
  const backfills = after.filter((one) => one !== null);
  const failed = await works.queue.failed(100);
  if (options.json) await json(io, { backfills, failed });
  else {
    await showBackfills(io, backfills);
    for (const one of failed) io.err(`${one.job.name}: ${one.code}: ${one.message}\n`);
    if (backfills.some(({ state }) => state === 'open'))
      io.err('Chưa xong; chạy lại lệnh này để làm tiếp / not done: the same command goes on.\n');
  }
  return failed.length === 0 && backfills.every(({ state }) => state === 'complete');
}

const showBackfills = (io: Io, backfills: readonly Backfill[]) =>
  line(
    io,
    table([
      ['BÁO', 'TỪ', 'ĐẾN', 'KẾT QUẢ', 'TÌM THẤY', 'CÒN LẠI'],
      ...backfills.map((one) => [
        one.newspaper,
        one.from,
        one.to,
        one.state,
        String(one.found),
        String(one.left),
      ]),
    ]),
  );
