import { Command } from 'commander';
import { catchUp } from '../../app/catch-up.ts';
import { openWorks } from '../../app/compose.ts';
import { type CommonOptions, configOf, json, line, type MakeCommand } from '../io.ts';
import { number } from '../table.ts';

/** `index`: bring into the search index what it does not hold; `--rebuild` all of it. */
export const indexCommand: MakeCommand = (io, exit) =>
  new Command('index')
    .description('đưa các bài còn thiếu vào chỉ mục / bring missing articles into the search index')
    .option(
      '--rebuild',
      'làm lại toàn bộ chỉ mục từ kho / make the whole index anew from the archive',
    )
    .action(async (options: CommonOptions & { rebuild?: boolean }) => {
      const works = await openWorks(configOf(io, options));
      try {
        if (options.rebuild) {
          await works.archive.index.reset(works.engine.id);
          await works.engine.clear();
        }
        await works.work();
        const done = await catchUp(works, io.signal, ({ index }) => {
          if (io.interactive) io.err(`\r${number(index)} bài`);
        });
        if (io.interactive) io.err('\n');
        const total = await works.engine.count();
        if (options.json) await json(io, { indexed: done.index, total });
        else
          await line(
            io,
            `Đã đưa ${number(done.index)} bài vào chỉ mục; chỉ mục có ${number(total)} bài.`,
          );
        if ((await works.queue.failed(1)).length > 0 || io.signal.aborted) exit(1);
      } finally {
        await works.close();
      }
    });
