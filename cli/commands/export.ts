import { extname } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { openLibrary } from '../../app/compose.ts';
import { FORMATS, type FormatName } from '../../app/export/format.ts';
import { type Export, openExport } from '../../app/export/open-export.ts';
import { exportToFile } from '../../app/export/to-file.ts';
import { searchParts } from '../../app/search-parts.ts';
import { DiembaoError, UsageError } from '../../core/errors.ts';
import { FACETS, type Facet, type SearchFilters } from '../../core/search.ts';
import { among, calendarDay } from '../choices.ts';
import { type CommonOptions, configOf, type Io, json, line, type MakeCommand } from '../io.ts';
import { bytes, number } from '../table.ts';

type Chosen = Partial<Record<Facet, string[]>>;

interface ExportOptions extends CommonOptions {
  readonly format?: FormatName;
  readonly output: string;
  readonly newspaper?: string[];
  readonly from?: string;
  readonly to?: string;
  readonly exact?: boolean;
  readonly sort: 'relevance' | 'newest' | 'oldest';
  readonly filter?: Chosen;
  readonly engine?: 'embedded' | 'meilisearch';
}

const STDOUT = '-';
/** Articles between two lines of progress. */
const STEP = 1_000;

/** `places=42` */
function chosen(text: string, before: Chosen = {}): Chosen {
  const at = text.indexOf('=');
  const name = FACETS.find((facet) => facet === text.slice(0, at));
  const value = text.slice(at + 1);
  if (name === undefined || value === '')
    throw new InvalidArgumentError(FACETS.map((facet) => `${facet}=…`).join(', '));
  return { ...before, [name]: [...(before[name] ?? []), value] };
}

/** @throws UsageError where the options do not say what to write, or contradict each other */
function formatOf({ format, output, json: asJson, from, to }: ExportOptions): FormatName {
  if (from !== undefined && to !== undefined && from > to)
    throw new UsageError('bad-range', `--from ${from} is after --to ${to}.`);
  if (output === STDOUT && asJson)
    throw new UsageError(
      'one-output',
      '--json needs a file behind --output: "-" is the export itself.',
    );
  const known = format ?? FORMATS.find((name) => `.${name}` === extname(output).toLowerCase());
  if (known === undefined)
    throw new UsageError('no-format', `"${output}" does not tell the format.`, {
      hint: `--format ${FORMATS.join('|')}`,
    });
  return known;
}

function filtersOf({ filter = {}, newspaper, from, to }: ExportOptions): SearchFilters {
  const papers = [...(filter.newspaper ?? []), ...(newspaper ?? [])];
  return {
    ...filter,
    ...(papers.length > 0 ? { newspaper: papers } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}

/** One line, rewritten in place on a terminal, else now and then. */
function progress(io: Pick<Io, 'err' | 'interactive'>) {
  let last = 0;
  return (written: number, total: number) => {
    if (written !== total && written - last < STEP) return;
    last = written;
    io.err(
      `${io.interactive ? '\r' : ''}${number(written)}/${number(total)} bài${io.interactive && written !== total ? '' : '\n'}`,
    );
  };
}

async function write(io: Io, made: Export, { output, json: asJson }: ExportOptions): Promise<void> {
  if (output === STDOUT) {
    for await (const chunk of made.bytes) await io.out(chunk);
    return;
  }
  const done = await exportToFile(made, output);
  if (asJson) await json(io, { ...made.source, ...done });
  else await line(io, `Đã ghi ${number(done.written)} bài vào ${output} (${bytes(done.bytes)}).`);
}

/** `export "…"`: whatever a question finds, whole, as a file. */
export const exportCommand: MakeCommand = (io, exit) =>
  new Command('export')
    .description('xuất mọi bài tìm được ra tệp / export every article found to a file')
    .argument(
      '[question...]',
      'câu hỏi; để trống là tất cả các bài / the question; without one all articles',
    )
    .option('--format <name>', FORMATS.join(', '), among(...FORMATS))
    .requiredOption(
      '--output <file>',
      'tệp sẽ ghi, - là đầu ra chuẩn / the file to write, - is standard output',
    )
    .option('--exact', 'chỉ đúng dấu như đã gõ / only the marks as typed')
    .option(
      '--sort <order>',
      'relevance, newest, oldest',
      among('relevance', 'newest', 'oldest'),
      'relevance' as const,
    )
    .option('--newspaper <ids...>', 'chỉ các báo này / only these newspapers')
    .option('--from <day>', 'từ ngày YYYY-MM-DD / from this day', calendarDay)
    .option('--to <day>', 'đến ngày YYYY-MM-DD / to this day', calendarDay)
    .option(
      '--filter <name=value>',
      'lọc thêm, ví dụ places=42, dùng được nhiều lần / a further filter, may be repeated',
      chosen,
    )
    .option('--engine <name>', 'embedded, meilisearch', among('embedded', 'meilisearch'))
    .action(async (words: string[], options: ExportOptions) => {
      const format = formatOf(options);
      const filters = filtersOf(options);
      const library = await openLibrary(
        configOf(io, options),
        options.engine ? { engine: options.engine } : {},
      );
      try {
        const unknown = (filters.newspaper ?? []).filter(
          (id) => !library.newspapers.some((paper) => paper.id === id),
        );
        if (unknown.length > 0)
          throw new UsageError(
            'unknown-newspaper',
            `No newspaper has the id "${unknown.join('", "')}".`,
            { hint: '`diembao newspapers` lists them.' },
          );
        const made = await openExport(
          searchParts(library),
          { text: words.join(' '), filters, sort: options.sort, exactOnly: options.exact ?? false },
          { format, signal: io.signal, onProgress: progress(io) },
        );
        await write(io, made, options);
        if (made.complete) return;
        io.err(
          `diembao: export-incomplete: ${number(made.written)}/${number(made.source.total)} bài; các bài còn lại có trong chỉ mục mà không có trong kho / ${made.written} of ${made.source.total} articles; the others are in the index and not in the archive\n`,
        );
        exit(1);
      } catch (error) {
        if (!io.signal.aborted) throw error;
        throw new DiembaoError(
          'stopped',
          'Đã dừng theo yêu cầu; không ghi tệp nào. / Stopped as asked; no file was written.',
        );
      } finally {
        await library.close();
      }
    });
