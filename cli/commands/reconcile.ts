import { Command } from 'commander';
import { openLibrary, openWorks } from '../../app/compose.ts';
import { type ReconcileOptions, type ReconcileReport, reconcile } from '../../app/reconcile.ts';
import { UsageError } from '../../core/errors.ts';
import { calendarDay } from '../choices.ts';
import { type CommonOptions, configOf, type Io, json, line, type MakeCommand } from '../io.ts';
import { number, table } from '../table.ts';

interface Options extends CommonOptions {
  readonly heal?: boolean;
  readonly full?: boolean;
  readonly newspaper?: string;
  readonly from?: string;
  readonly to?: string;
}

const SHOWN = 50;
const EVERY = 100_000;

const dayText = (day: string | null) =>
  day === null ? 'không ngày' : day.split('-').reverse().join('/');

async function print(io: Io, report: ReconcileReport): Promise<void> {
  if (report.days.length > 0)
    await line(
      io,
      table([
        ['BÁO', 'NGÀY', 'KHO', 'CHỈ MỤC', 'THIẾU', 'THỪA', 'CŨ'],
        ...report.days
          .slice(0, SHOWN)
          .map((one) => [
            one.newspaper ?? '-',
            dayText(one.day),
            ...[one.articles, one.documents, one.missing, one.extra, one.stale].map(number),
          ]),
      ]),
    );
  const more = Math.max(report.days.length - SHOWN, 0) + report.unlisted;
  if (more > 0) await line(io, `… và ${number(more)} ngày khác`);
  const { missing, extra, stale, healed } = report;
  const differs = missing + extra + stale;
  await line(
    io,
    `Kho ${number(report.articles)} bài, chỉ mục ${number(report.documents)} bài: ` +
      (differs === 0
        ? 'khớp.'
        : `thiếu ${number(missing)}, thừa ${number(extra)}, cũ ${number(stale)}; đã chữa ${number(healed)}.`),
  );
  if (differs > healed) await line(io, 'Chạy với --heal để chữa. / Run with --heal.');
}

/** `reconcile`: the archive beside the search index; exit code 1 where they differ (and were not healed). */
export const reconcileCommand: MakeCommand = (io, exit) =>
  new Command('reconcile')
    .description(
      'đối chiếu kho với chỉ mục theo ngày và báo / compare archive and search index by day and newspaper',
    )
    .option('--heal', 'chữa chỗ lệch / bring the index to what the archive has')
    .option('--newspaper <id>', 'chỉ báo này / this newspaper only')
    .option('--from <day>', 'từ ngày / first day, YYYY-MM-DD', calendarDay)
    .option('--to <day>', 'đến ngày / last day, YYYY-MM-DD', calendarDay)
    .option('--full', 'so từng bài cả khi số lượng khớp / compare ids also where the counts agree')
    .action(async (options: Options) => {
      const { newspaper, from, to, full = false } = options;
      const config = configOf(io, options);
      const works = options.heal ? await openWorks(config) : null;
      const library = works ?? (await openLibrary(config));
      let shown = 0;
      const wanted: ReconcileOptions = {
        signal: io.signal,
        newspaper,
        from,
        to,
        full,
        heal: works?.writer,
        onProgress: (articles) => {
          if (articles - shown < EVERY) return;
          shown = articles;
          io.err(`${number(articles)} bài\n`);
        },
      };
      try {
        if (newspaper !== undefined && !library.newspapers.some(({ id }) => id === newspaper))
          throw new UsageError('unknown-newspaper', `No newspaper has the id "${newspaper}".`, {
            hint: '`diembao newspapers` lists them.',
          });
        const report = await reconcile(library, wanted);
        if (options.json) await json(io, report);
        else await print(io, report);
        const left = report.missing + report.extra + report.stale - report.healed;
        if (left > 0 || !report.complete) exit(1);
      } finally {
        await library.close();
      }
    });
