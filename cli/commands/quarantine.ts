import { Command, InvalidArgumentError } from 'commander';
import { openFailures, openLibrary, openWorks } from '../../app/compose.ts';
import { deadLetters, quarantined, quarantinedPage, replay } from '../../app/quarantine.ts';
import { UsageError } from '../../core/errors.ts';
import { OUTCOMES, OutcomeCode } from '../../core/outcomes.ts';
import { among, positive } from '../choices.ts';
import { type CommonOptions, configOf, type Io, json, line, type MakeCommand } from '../io.ts';
import { number, table } from '../table.ts';

interface QuarantineOptions extends CommonOptions {
  readonly newspaper?: string;
  readonly code?: OutcomeCode;
  readonly limit: number;
}

const ACTIONS = ['list', 'show', 'replay'] as const;
type Action = (typeof ACTIONS)[number];

const pageId = (text: string): number => {
  const id = Number(text);
  if (!Number.isSafeInteger(id) || id < 1) throw new InvalidArgumentError('1, 2, 3 …');
  return id;
};
const MORE = 100_000;

/** `quarantine [list|show|replay] [PAGE]`: stored pages that could not be read well, why, and once more. */
export const quarantineCommand: MakeCommand = (io, exit) =>
  new Command('quarantine')
    .description(
      'các trang đã lưu mà chưa đọc được, vì sao, và đọc lại / stored pages that could not be read well: list them, show one with its source, read them again',
    )
    .argument('[action]', ACTIONS.join(', '), among(...ACTIONS))
    .argument('[page]', 'số của trang / number of the page', pageId)
    .option('--newspaper <id>', 'chỉ báo này / only of this newspaper')
    .option('--code <code>', 'chỉ lý do này / only for this reason', among(...OutcomeCode.options))
    .option('--limit <n>', 'in nhiều nhất bao nhiêu / how many to print', positive(MORE), 100)
    .action(
      async (action: Action | undefined, page: number | undefined, options: QuarantineOptions) => {
        if (action === 'show') {
          if (page === undefined)
            throw new UsageError('page-missing', 'quarantine show needs the number of a page.');
          return show(io, page, options);
        }
        return action === 'replay' ? again(io, exit, page, options) : list(io, options);
      },
    );

const filterOf = ({ newspaper, code }: QuarantineOptions) => ({
  ...(newspaper === undefined ? {} : { newspaper }),
  ...(code === undefined ? {} : { code }),
});

async function list(io: Io, options: QuarantineOptions): Promise<void> {
  const config = configOf(io, options);
  const library = await openLibrary(config);
  const failures = await openFailures(config);
  try {
    const pages = await quarantined(library.archive, filterOf(options), options.limit);
    const jobs = await deadLetters(failures, options.limit);
    if (options.json) return await json(io, { pages, jobs });
    if (pages.length === 0 && jobs.length === 0)
      return await line(io, 'Không có trang nào bị cách ly.');
    if (pages.length > 0)
      await line(
        io,
        table([
          ['TRANG', 'BÁO', 'LÝ DO', 'NGHĨA', 'ĐỊA CHỈ'],
          ...pages.map((one) => [
            String(one.page),
            one.newspaper,
            one.code,
            OUTCOMES[one.code].vi,
            one.url,
          ]),
        ]),
      );
    for (const one of jobs)
      await line(
        io,
        `Việc hỏng ${one.job.name} ${JSON.stringify(one.job.payload)}: ${one.code}: ${one.message}`,
      );
    await line(io, 'Đọc lại: diembao quarantine replay');
  } finally {
    await failures?.close(0);
    await library.close();
  }
}

/** The source goes to stdout as it came, the reason to stderr. */
async function show(io: Io, id: number, options: QuarantineOptions): Promise<void> {
  const library = await openLibrary(configOf(io, options));
  try {
    const page = await quarantinedPage(library.archive, id);
    const { body, ...about } = page;
    if (options.json)
      return await json(io, { ...about, body: Buffer.from(body).toString('base64') });
    const { outcome } = page;
    io.err(`${page.url} (${page.status}, ${page.fetchedAt})\n`);
    if (outcome) io.err(`${outcome.code} (${OUTCOMES[outcome.code].vi}): ${outcome.message}\n`);
    await io.out(body);
  } finally {
    await library.close();
  }
}

async function again(
  io: Io,
  exit: (code: number) => void,
  page: number | undefined,
  options: QuarantineOptions,
): Promise<void> {
  const works = await openWorks(configOf(io, options));
  try {
    if (page !== undefined) await quarantinedPage(works.archive, page);
    await works.work();
    const done = await replay(
      works,
      { ...filterOf(options), ...(page === undefined ? {} : { pages: [page] }) },
      io.signal,
      (read, total) => io.err(`${number(read)}/${number(total)}\n`),
    );
    if (options.json) await json(io, done);
    else {
      await line(
        io,
        `Đã đọc lại ${number(done.pages)} trang: ${number(done.well)} trang nay đọc được, ${number(done.pages - done.well)} vẫn chưa; ${number(done.jobs)} việc hỏng được làm lại.`,
      );
      for (const code of OutcomeCode.options) {
        const count = done.still[code];
        if (count) await line(io, `  ${code} (${OUTCOMES[code].vi}): ${number(count)}`);
      }
    }
    if (io.signal.aborted) exit(1);
  } finally {
    await works.close();
  }
}
