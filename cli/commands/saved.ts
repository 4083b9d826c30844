/** `saved …`: saves searches, runs them, shows what they found and what was sent. */
import { Command } from 'commander';
import { openLibrary, openWorks } from '../../app/compose.ts';
import { deliverNews } from '../../app/saved-searches/deliver.ts';
import { toldNews } from '../../app/saved-searches/news.ts';
import { newsParts } from '../../app/saved-searches/parts.ts';
import { runSaved } from '../../app/saved-searches/run.ts';
import {
  addTarget,
  listSaved,
  newFeed,
  openSaved,
  removeSearch,
  saveSearch,
} from '../../app/saved-searches/saved.ts';
import { runAll } from '../../app/saved-searches/watch.ts';
import { vietnamTime } from '../../core/clock.ts';
import { UsageError } from '../../core/errors.ts';
import { among } from '../choices.ts';
import { type CommonOptions, configOf, type Io, json, line, type MakeCommand } from '../io.ts';
import { type FilterOptions, filtersOf, withFilters } from '../search-filters.ts';
import { number, table } from '../table.ts';

interface Options extends CommonOptions, FilterOptions {
  readonly mail?: string[];
  readonly webhook?: string[];
  readonly digest?: string;
  readonly feed?: boolean;
  readonly exact?: boolean;
  readonly by?: string;
}

/** An instant in UTC -> "26/05/2023 08:00" in Vietnam. */
function local(iso: string | null): string {
  if (iso === null) return '-';
  const [day = '', time = ''] = vietnamTime(new Date(iso)).split('T');
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 5)}`;
}

const ACTIONS = ['list', 'add', 'run', 'remove', 'deliveries'] as const;
const STATES = { waiting: 'chờ gửi', sent: 'đã gửi', 'given-up': 'thôi gửi' } as const;

async function list(io: Io, options: Options): Promise<void> {
  const library = await openLibrary(configOf(io, options));
  try {
    const all = await Promise.all(
      (await listSaved(library)).map(async ({ feedToken, ...one }) => ({
        ...one,
        feed: feedToken !== null,
        targets: (await library.archive.savedSearches.targets(one.id)).map(
          ({ secret: _, ...target }) => target,
        ),
      })),
    );
    if (options.json) return await json(io, all);
    if (all.length === 0) return await line(io, 'Chưa lưu tìm kiếm nào / none yet.');
    await line(
      io,
      table([
        [
          'mã / id',
          'tên / name',
          'câu hỏi / question',
          'tìm thấy / found',
          'chạy / run',
          'gửi / to',
        ],
        ...all.map((one) => [
          one.id,
          one.name,
          [one.question.text, ...Object.keys(one.question.facets)].filter(Boolean).join(' + '),
          one.total === null ? '-' : number(one.total),
          local(one.lastRunAt),
          [...one.targets.map(({ address }) => address), ...(one.feed ? ['Atom'] : [])].join(', '),
        ]),
      ]),
    );
  } finally {
    await library.close();
  }
}

async function add(io: Io, [name = '', ...words]: readonly string[], options: Options) {
  const works = await openWorks(configOf(io, options));
  try {
    const parts = newsParts(works);
    const question = {
      text: words.join(' '),
      filters: filtersOf(options),
      exactOnly: options.exact ?? false,
    };
    const by = options.by ?? works.config.user;
    const made = await saveSearch(parts, name, question, by);
    const digest = options.digest ?? '';
    const targets = [];
    for (const kind of ['mail', 'webhook'] as const)
      for (const address of options[kind] ?? [])
        targets.push(await addTarget(parts, made.id, { kind, address, digest }, by));
    const feed = options.feed ? `/nguon/${await newFeed(parts, made.id, by)}` : null;
    if (options.json) return await json(io, { ...made, targets, feed });
    await line(io, made.id);
    for (const { address, secret } of targets)
      if (secret) await line(io, `${address}: khóa ký / secret ${secret}`);
    if (feed) await line(io, feed);
  } finally {
    await works.close();
  }
}

async function run(io: Io, ids: readonly string[], options: Options): Promise<number> {
  const works = await openWorks(configOf(io, options));
  try {
    const parts = newsParts(works);
    const chosen = [];
    for (const id of ids) chosen.push(await openSaved(parts, id));
    const done = [];
    if (ids.length === 0) done.push(...(await runAll(parts, io.signal)));
    for (const search of chosen) done.push({ search, result: await runSaved(parts, search) });
    const delivered = await deliverNews(parts, io.signal);
    const shown = [];
    for (const { search, result } of done) {
      const { items } = await works.archive.savedSearches.news(search.id, null, 100);
      const fresh = items.filter(({ article }) => article && result.news.includes(article));
      shown.push({
        id: search.id,
        name: search.name,
        ...result,
        articles: (await toldNews(parts, fresh)).articles,
      });
    }
    if (options.json) await json(io, { searches: shown, delivered });
    else {
      for (const one of shown) {
        await line(io, `${one.name}: ${number(one.news.length)} bài mới / ${number(one.total)}`);
        for (const { headline, newspaperName, before, reprints } of one.articles) {
          await line(
            io,
            `  ${headline} (${newspaperName ?? '-'})${before ? ' [đã có trước]' : ''}`,
          );
          for (const reprint of reprints)
            await line(io, `    đăng lại: ${reprint.newspaperName ?? '-'}`);
        }
        if (one.waiting > 0)
          io.err(`${number(one.waiting)} bài chưa vào chỉ mục; lần chạy sau xét tiếp\n`);
      }
      await line(io, `Gửi được / sent ${delivered.sent}, chưa được / failed ${delivered.failed}`);
    }
    return delivered.failed > 0 ? 1 : 0;
  } finally {
    await works.close();
  }
}

async function remove(io: Io, ids: readonly string[], options: Options): Promise<void> {
  const works = await openWorks(configOf(io, options));
  try {
    const parts = newsParts(works);
    for (const id of ids) {
      const { name } = await openSaved(parts, id);
      await removeSearch(parts, id, options.by ?? works.config.user);
      if (!options.json) await line(io, `Đã xóa / removed: ${name}`);
    }
    if (options.json) await json(io, { removed: ids });
  } finally {
    await works.close();
  }
}

async function deliveries(io: Io, id: string | null, options: Options): Promise<void> {
  const library = await openLibrary(configOf(io, options));
  try {
    if (id !== null) await openSaved(library, id);
    const all = await library.archive.savedSearches.deliveries(id, 100);
    if (options.json) return await json(io, all);
    if (all.length === 0) return await line(io, 'Chưa gửi gì / nothing yet.');
    await line(
      io,
      table([
        [
          'lập lúc / made',
          'tìm kiếm / search',
          'tình trạng / state',
          'lần thử / tries',
          'lỗi / problem',
        ],
        ...all.map((one) => [
          local(one.madeAt),
          one.search,
          STATES[one.state],
          String(one.attempts),
          one.message ?? '',
        ]),
      ]),
    );
  } finally {
    await library.close();
  }
}

export const savedCommand: MakeCommand = (io, exit) =>
  withFilters(new Command('saved'))
    .description(
      'tìm kiếm đã lưu và tin báo / saved searches and alerts: list · add NAME [question...] · run [id...] · remove id... · deliveries [id]',
    )
    .argument('[what]', ACTIONS.join(', '), among(...ACTIONS))
    .argument('[words...]', 'tên và câu hỏi, hoặc mã / name and question, or ids')
    .option('--exact', 'chỉ đúng dấu như đã gõ / only the marks as typed')
    .option('--mail <addresses...>', 'gửi e-mail tới / send e-mail to')
    .option('--webhook <urls...>', 'gửi webhook tới / send a webhook to')
    .option(
      '--digest <time>',
      'gộp tin cả ngày, gửi lúc HH:mm; không có thì gửi ngay / one digest a day at HH:mm; without it at once',
    )
    .option('--feed', 'mở nguồn Atom / open an Atom feed')
    .option('--by <name>', 'người lưu / who saves it (DIEMBAO_USER)')
    .action(
      async (what: (typeof ACTIONS)[number] | undefined, words: string[], options: Options) => {
        const needs = (count: number, hint: string) => {
          if (words.length < count)
            throw new UsageError('bad-usage', `saved ${what}: thiếu / needs ${hint}`);
        };
        switch (what ?? 'list') {
          case 'add':
            needs(1, 'tên / a name');
            return add(io, words, options);
          case 'run':
            return exit(await run(io, words, options));
          case 'remove':
            needs(1, 'mã / an id');
            return remove(io, words, options);
          case 'deliveries':
            return deliveries(io, words[0] ?? null, options);
          default:
            return list(io, options);
        }
      },
    );
