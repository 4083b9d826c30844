import { Command } from 'commander';
import { openWorks } from '../../app/compose.ts';
import { importArticles } from '../../app/import.ts';
import { among } from '../choices.ts';
import { inputLines } from '../input.ts';
import { type CommonOptions, configOf, json, type MakeCommand } from '../io.ts';
import { number } from '../table.ts';

interface ImportOptions extends CommonOptions {
  readonly collection: string;
  readonly engine?: 'embedded' | 'meilisearch';
}

const EVERY = 500;

/** `import FILE --collection NAME`: plain articles into the archive and the index; prints what became of them. */
export const importCommand: MakeCommand = (io, exit) =>
  new Command('import')
    .description(
      'nhập các bài văn bản (JSON Lines, có thể nén gzip) vào kho và chỉ mục / store plain articles (JSON Lines, gzipped or not) and make them searchable',
    )
    .argument('<file>', 'tệp; - là đầu vào chuẩn / a file; - is standard input')
    .requiredOption('--collection <name>', 'tên bộ sưu tập / name of the collection')
    .option('--engine <name>', 'embedded, meilisearch', among('embedded', 'meilisearch'))
    .action(async (file: string, options: ImportOptions) => {
      const works = await openWorks(
        configOf(io, options),
        options.engine ? { engine: options.engine } : {},
      );
      const show = (read: number) =>
        io.err(`${io.interactive ? '\r' : ''}${number(read)} bài${io.interactive ? '' : '\n'}`);
      try {
        const report = await importArticles(works, inputLines(file, io.stdin), {
          collection: options.collection,
          signal: io.signal,
          onProgress: (read) => {
            if (read % EVERY === 0) show(read);
          },
          onWarning: (text) => io.err(`${text}\n`),
        });
        if (io.interactive) io.err('\n');
        await json(io, report);
        if (report.refused.length > 0 || io.signal.aborted) exit(1);
      } finally {
        await works.close();
      }
    });
