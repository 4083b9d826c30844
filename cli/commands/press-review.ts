/** `press-review …`: makes, fills and prints press reviews. */

import { readFile, writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { openLibrary, openWorks } from '../../app/compose.ts';
import { printReview, REVIEW_FORMS, type ReviewForm } from '../../app/press-review/forms.ts';
import {
  addArticles,
  createReview,
  type OpenedReview,
  openReview,
  reviewOf,
} from '../../app/press-review/reviews.ts';
import { articlesOfConference, articlesOfSearch } from '../../app/press-review/sources.ts';
import { searchParts } from '../../app/search-parts.ts';
import { vietnamTime } from '../../core/clock.ts';
import { UsageError } from '../../core/errors.ts';
import { everyItem } from '../../core/every-item.ts';
import { allItems } from '../../press-review/edit.ts';
import { period } from '../../press-review/words.ts';
import { among, calendarDay, positive } from '../choices.ts';
import { type CommonOptions, configOf, type Io, json, line, type MakeCommand } from '../io.ts';
import { number, table } from '../table.ts';

interface NewOptions extends CommonOptions {
  readonly form: 'daily' | 'periodic';
  readonly from?: string;
  readonly to?: string;
  readonly by?: string;
}

interface AddOptions extends CommonOptions {
  readonly section: number;
  readonly conference?: string[];
  readonly search?: string[];
  readonly by?: string;
}

interface ExportOptions extends CommonOptions {
  readonly format: ReviewForm;
  readonly template?: string;
  readonly output?: string;
}

async function list(io: Io, options: CommonOptions): Promise<void> {
  const library = await openLibrary(configOf(io, options));
  try {
    const all: OpenedReview[] = [];
    const reviews = everyItem((cursor) => library.archive.pressReviews.list(cursor, 100));
    for await (const stored of reviews) all.push(reviewOf(stored));
    if (options.json) return await json(io, all);
    if (all.length === 0) return await line(io, 'Chưa có bản nào / none yet.');
    await line(
      io,
      table([
        ['mã / id', 'bản / review', 'tin, bài / items', 'ghi lúc / saved', 'người / by'],
        ...all.map(({ id, review, savedAt, savedBy }) => [
          id,
          `${review.title}, ${period(review)}`,
          number(allItems(review).length),
          savedAt,
          savedBy,
        ]),
      ]),
    );
  } finally {
    await library.close();
  }
}

async function make(io: Io, options: NewOptions): Promise<void> {
  const works = await openWorks(configOf(io, options));
  try {
    const today = vietnamTime(works.clock.now()).slice(0, 10);
    const from = options.from ?? today;
    const days = { from, to: options.to ?? from, issuedOn: today };
    const made = await createReview(works, options.form, days, options.by ?? works.config.user);
    if (options.json) await json(io, made);
    else await line(io, made.id);
  } finally {
    await works.close();
  }
}

async function add(io: Io, id: string, articles: string[], options: AddOptions): Promise<void> {
  const works = await openWorks(configOf(io, options));
  try {
    const ids = [...articles];
    for (const conference of options.conference ?? [])
      ids.push(...(await articlesOfConference(works, conference)));
    for (const text of options.search ?? [])
      ids.push(...(await articlesOfSearch(searchParts(works), { text })));
    if (ids.length === 0)
      throw new UsageError('bad-usage', 'Chưa nêu bài nào / name articles to add', {
        hint: 'ID…, --conference ID, --search "…"',
      });
    const by = options.by ?? works.config.user;
    const done = await addArticles(works, id, options.section - 1, ids, by);
    if (options.json) await json(io, done);
    else await line(io, `Đã thêm ${done.added} tin, bài / items added.`);
  } finally {
    await works.close();
  }
}

async function print(io: Io, id: string, options: ExportOptions): Promise<void> {
  const library = await openLibrary(configOf(io, options));
  try {
    if (options.template !== undefined && options.format !== 'docx')
      throw new UsageError('bad-usage', '--template chỉ dùng với docx / is for docx only');
    const template = options.template === undefined ? null : await readFile(options.template);
    const { review } = await openReview(library, id);
    const printed = await printReview(review, options.format, {
      now: library.clock.now(),
      template,
    });
    if (options.output === '-') return await io.out(printed.bytes);
    const file = options.output ?? printed.fileName;
    await writeFile(file, printed.bytes);
    if (options.json) await json(io, { file, bytes: printed.bytes.length });
    else await line(io, file);
  } finally {
    await library.close();
  }
}

const ACTIONS = ['list', 'new', 'add', 'export', 'template'] as const;
type Action = (typeof ACTIONS)[number];

function named(review: string | undefined, action: Action): string {
  if (review !== undefined) return review;
  throw new UsageError(
    'review-missing',
    `press-review ${action}: chưa nêu bản nào / name a review`,
    {
      hint: 'diembao press-review list',
    },
  );
}

async function template(io: Io, file = 'mau-diem-bao.docx'): Promise<void> {
  const { defaultTemplate } = await import('../../press-review/docx/template.ts');
  await writeFile(file, await defaultTemplate());
  await line(io, file);
}

/** `press-review [list|new|add|export|template] [REVIEW] [ARTICLE…]` */
export const pressReviewCommand: MakeCommand = (io) =>
  new Command('press-review')
    .description(
      'lập bản điểm báo: xem danh sách, lập mới, đưa bài vào, xuất .docx, .xlsx, trang in, Markdown, ghi mẫu .docx / make press reviews: list them, begin one, put articles in, print it, write a template',
    )
    .argument('[action]', ACTIONS.join(', '), among(...ACTIONS))
    .argument('[review]', 'mã bản; với template: tên tệp / id of a review; for template: the file')
    .argument('[articles...]', 'add: mã các bài / ids of articles')
    .option('--by <name>', 'new, add: người làm / who makes it (DIEMBAO_USER)')
    .addOption(
      new Option('--form <form>', 'new: điểm báo ngày hoặc kỳ / of a day or of a longer time')
        .choices(['daily', 'periodic'])
        .default('daily'),
    )
    .option('--from <day>', 'new: ngày đầu YYYY-MM-DD, mặc định hôm nay / first day', calendarDay)
    .option('--to <day>', 'new: ngày cuối / last day', calendarDay)
    .option('--section <n>', 'add: mục thứ mấy / which section', positive(50), 2)
    .option('--conference <ids...>', 'add: mọi bài về hội nghị này / all that tell of it')
    .option('--search <questions...>', 'add: mọi bài tìm được / all that it finds')
    .addOption(
      new Option('--format <form>', 'export: dạng tệp / form')
        .choices(REVIEW_FORMS)
        .default('docx'),
    )
    .option('--template <file>', 'export: mẫu .docx của cơ quan / a .docx with {{noi_dung}}')
    .option('--output <file>', 'export: tên tệp, "-" là stdout / file, "-" for standard output')
    .action(
      async (
        action: Action | undefined,
        review: string | undefined,
        articles: string[],
        options: NewOptions & AddOptions & ExportOptions,
      ) => {
        switch (action ?? 'list') {
          case 'list':
            return list(io, options);
          case 'new':
            return make(io, options);
          case 'add':
            return add(io, named(review, 'add'), articles, options);
          case 'export':
            return print(io, named(review, 'export'), options);
          case 'template':
            return template(io, review);
        }
      },
    );
