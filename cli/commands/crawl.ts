import { Command } from 'commander';
import { catchUp } from '../../app/catch-up.ts';
import { openWorks } from '../../app/compose.ts';
import { mayCrawl } from '../../app/may-crawl.ts';
import { UsageError } from '../../core/errors.ts';
import { type CommonOptions, configOf, json, line, type MakeCommand } from '../io.ts';
import { progress } from '../progress.ts';
import { table } from '../table.ts';

/** `crawl [newspaper...]`: one run over each paper, everything read and indexed before it ends. */
export const crawlCommand: MakeCommand = (io, exit) =>
  new Command('crawl')
    .description(
      'thu thập các báo (mặc định: mọi báo đã chắc), đọc và lập chỉ mục / crawl newspapers (by default all whose rules are sure), read and index them',
    )
    .argument('[newspapers...]', 'mã báo / ids of newspapers')
    .action(async (ids: string[], options: CommonOptions) => {
      const config = configOf(io, options);
      const works = await openWorks(config);
      try {
        // A paper that is only named somewhere is crawled when it is asked for by name, never by default.
        const chosen =
          ids.length > 0
            ? ids
            : works.newspapers
                .filter(({ confidence }) => confidence !== 'listed')
                .map((paper) => paper.id);
        for (const id of chosen) {
          const paper = works.newspapers.find((one) => one.id === id);
          if (!paper)
            throw new UsageError('unknown-newspaper', `No newspaper has the id "${id}".`, {
              hint: '`diembao newspapers` lists them.',
            });
          await mayCrawl(config, paper);
        }
        const show = progress(io);
        await works.work(show.update);
        io.signal.addEventListener('abort', () => void works.close());
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
        const runs = await Promise.all(
          chosen.map(async (id) => ({ newspaper: id, run: await works.archive.runs.latest(id) })),
        );
        const failed = await works.queue.failed(100);
        if (options.json) await json(io, { runs, failed });
        else {
          await line(
            io,
            table([
              ['BÁO', 'KẾT QUẢ', 'CHI TIẾT'],
              ...runs.map(({ newspaper, run }) => [
                newspaper,
                run?.state ?? '-',
                Object.entries(run?.outcomes ?? {})
                  .map(([code, count]) => `${code} ${count}`)
                  .join(', ') ||
                  (run?.message ?? ''),
              ]),
            ]),
          );
          for (const one of failed) io.err(`${one.job.name}: ${one.code}: ${one.message}\n`);
        }
        if (failed.length > 0 || runs.some(({ run }) => run?.state !== 'complete')) exit(1);
      } finally {
        await works.close();
      }
    });
