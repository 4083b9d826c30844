import { Command } from 'commander';
import { loadNewspapers } from '../../newspapers/index.ts';
import { readLines } from '../../parsers/read.ts';
import { inputLines } from '../input.ts';
import { line, type MakeCommand } from '../io.ts';

/** `read [FILE]`: plain articles as JSON Lines in, one record a line out, same order, streamed. */
export const readCommand: MakeCommand = (io, exit) =>
  new Command('read')
    .description(
      'đọc các bài văn bản (JSON Lines, có thể nén gzip), in mỗi bài một bản ghi / read plain articles (JSON Lines, gzipped or not), print one record a line',
    )
    .argument(
      '[file]',
      'tệp; để trống hoặc - là đầu vào chuẩn / a file; none or - is standard input',
    )
    .action(async (file: string | undefined) => {
      const { newspapers } = await loadNewspapers();
      for await (const result of readLines(inputLines(file ?? '-', io.stdin), newspapers)) {
        if (result.warning) io.err(`${result.warning}\n`);
        if (result.kind === 'record') await line(io, JSON.stringify(result.article));
        else {
          io.err(`line ${result.line}: ${result.code}: ${result.message}\n`);
          exit(1);
        }
        if (io.signal.aborted) return exit(1);
      }
    });
