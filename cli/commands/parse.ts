import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { catchUp } from '../../app/catch-up.ts';
import { openWorks } from '../../app/compose.ts';
import { systemClock } from '../../core/clock.ts';
import { messageOf, UsageError } from '../../core/errors.ts';
import { OUTCOMES } from '../../core/outcomes.ts';
import { loadNewspapers } from '../../newspapers/index.ts';
import { parsePage } from '../../parsers/index.ts';
import { type CommonOptions, configOf, type Io, json, line, type MakeCommand } from '../io.ts';
import { number } from '../table.ts';

interface ParseOptions extends CommonOptions {
  readonly file?: string;
  readonly url?: string;
  readonly fetchedAt?: string;
}

/** `parse`: read the stored pages that the current rules have not read; `parse --file`: one saved page. */
export const parseCommand: MakeCommand = (io, exit) =>
  new Command('parse')
    .description(
      'đọc các trang đã lưu mà bộ đọc hiện tại chưa đọc / read the stored pages that the current parser has not read',
    )
    .option(
      '--file <page>',
      'chỉ đọc thử một trang HTML đã lưu, không ghi gì / what the parser makes of one saved page; nothing is stored',
    )
    .option('--url <url>', 'địa chỉ của trang đó / the URL of that page')
    .option(
      '--fetched-at <iso>',
      'thời điểm tải trang, mặc định là bây giờ / when it was fetched; default now',
    )
    .action(async (options: ParseOptions) => {
      if (options.file !== undefined) return parseFile(io, options.file, options);
      if (options.url !== undefined || options.fetchedAt !== undefined)
        throw new UsageError('file-missing', '--url and --fetched-at go with --file.');
      const works = await openWorks(configOf(io, options));
      try {
        await works.work();
        const done = await catchUp(works, io.signal);
        const failed = await works.queue.failed(1_000);
        if (options.json) await json(io, { ...done, failed: failed.length });
        else
          await line(
            io,
            `Đã đọc ${number(done.parse)} trang, lập chỉ mục ${number(done.index)} bài.`,
          );
        if (failed.length > 0 || io.signal.aborted) exit(1);
      } finally {
        await works.close();
      }
    });

async function parseFile(io: Io, file: string, options: ParseOptions): Promise<void> {
  if (options.url === undefined)
    throw new UsageError(
      'url-missing',
      'parse --file needs --url: the page tells its paper by it.',
    );
  const url = URL.parse(options.url);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError('bad-url', `--url "${options.url}" is not an http or https URL.`);
  const fetchedAt =
    options.fetchedAt === undefined ? systemClock.now() : new Date(options.fetchedAt);
  if (Number.isNaN(fetchedAt.getTime()))
    throw new UsageError(
      'bad-date',
      `--fetched-at "${options.fetchedAt}" is not an ISO 8601 time.`,
    );
  const body = await readFile(file).catch((cause: unknown) => {
    throw new UsageError('no-such-file', `${file} cannot be read: ${messageOf(cause)}`);
  });
  const registry = await loadNewspapers();
  const { outcome, article } = parsePage(
    {
      url: url.href,
      finalUrl: url.href,
      status: 200,
      headers: {},
      body: new Uint8Array(body),
      fetchedAt: fetchedAt.toISOString(),
    },
    { newspaper: registry.byHost(url.href), families: registry.families },
  );
  if (options.json) return json(io, { outcome, article });
  await line(io, `${outcome.code} (${OUTCOMES[outcome.code].vi}): ${outcome.message}`);
  if (!article) return;
  const rows: [string, string][] = [
    ['Tiêu đề', article.headline ?? '-'],
    ['Sapo', article.sapo ?? '-'],
    ['Ngày đăng', article.publishedAt ?? `- (${article.stamps.missing.publishedAt ?? ''})`],
    ['Tác giả', article.authors.join(', ') || '-'],
    ['Chuyên mục', article.section ?? '-'],
    ['Đoạn văn', number(article.blocks.length)],
    ['Chú thích ảnh', number(article.captions.length)],
    ['Trích dẫn', number(article.quotes.length)],
  ];
  for (const [name, value] of rows) await line(io, `${name}: ${value}`);
}
