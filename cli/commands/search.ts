import { Command } from 'commander';
import { openLibrary } from '../../app/compose.ts';
import { search } from '../../app/search.ts';
import { MAX_PAGE_SIZE, type MarkedText, type SearchAnswer } from '../../app/search-answer.ts';
import { answerLine } from '../../app/search-many.ts';
import { searchParts } from '../../app/search-parts.ts';
import { UsageError } from '../../core/errors.ts';
import type { SearchRequest } from '../../core/search.ts';
import { among, calendarDay, positive } from '../choices.ts';
import { type Explained, explain, showExplained } from '../explain.ts';
import { textLines } from '../input.ts';
import { type CommonOptions, configOf, type Io, json, line, type MakeCommand } from '../io.ts';
import { number } from '../table.ts';

interface SearchOptions extends CommonOptions {
  readonly limit?: number;
  readonly page: number;
  readonly sort: 'relevance' | 'newest' | 'oldest';
  readonly exact?: boolean;
  readonly newspaper?: string[];
  readonly from?: string;
  readonly to?: string;
  readonly engine?: 'embedded' | 'meilisearch';
  readonly queries?: string;
  readonly group?: boolean;
  readonly explain?: boolean;
}

const MOST_HITS = 1_000_000;

/** @throws UsageError where options do not go together */
function checkUse(words: readonly string[], options: SearchOptions): void {
  const { queries, limit, group, page, from, to } = options;
  if (from !== undefined && to !== undefined && from > to)
    throw new UsageError('bad-range', `--from ${from} is after --to ${to}.`);
  if (queries !== undefined && (words.length > 0 || page > 1))
    throw new UsageError(
      'queries-alone',
      '--queries takes its questions from the file, from the first hit on.',
    );
  if (queries === undefined && group)
    throw new UsageError('group-needs-queries', '--group goes with --queries.');
  if (queries === undefined && limit !== undefined && limit > MAX_PAGE_SIZE)
    throw new UsageError('bad-limit', `--limit is at most ${MAX_PAGE_SIZE} hits a page.`);
}

/** @throws UsageError `unknown-newspaper` */
function checkNewspapers(
  known: readonly { readonly id: string }[],
  asked: readonly string[],
): void {
  const unknown = asked.filter((id) => !known.some((paper) => paper.id === id));
  if (unknown.length > 0)
    throw new UsageError(
      'unknown-newspaper',
      `No newspaper has the id "${unknown.join('", "')}".`,
      {
        hint: '`diembao newspapers` lists them.',
      },
    );
}

/** `search "…"`: the answer of the web page, on the terminal. */
export const searchCommand: MakeCommand = (io, exit) =>
  new Command('search')
    .description('tìm bài / search articles')
    .argument('[question...]', 'câu hỏi, có dấu hay không dấu / with or without marks')
    .option(
      '--limit <n>',
      `số bài mỗi trang, tối đa ${MAX_PAGE_SIZE}, mặc định 10; với --queries: số bài mỗi câu hỏi, mặc định 20 / hits a page, ${MAX_PAGE_SIZE} at most, 10 by default; with --queries hits a question, 20 by default`,
      positive(MOST_HITS),
    )
    .option('--page <n>', 'trang thứ mấy / which page', positive(1e9), 1)
    .option(
      '--sort <order>',
      'relevance, newest, oldest',
      among('relevance', 'newest', 'oldest'),
      'relevance' as const,
    )
    .option('--exact', 'chỉ đúng dấu như đã gõ / only the marks as typed')
    .option('--newspaper <ids...>', 'chỉ các báo này / only these newspapers')
    .option('--from <day>', 'từ ngày YYYY-MM-DD / from this day', calendarDay)
    .option('--to <day>', 'đến ngày YYYY-MM-DD / to this day', calendarDay)
    .option('--engine <name>', 'embedded, meilisearch', among('embedded', 'meilisearch'))
    .option(
      '--explain',
      'cho xem các cụm từ, các tầng và yêu cầu gửi đi / show the units, the tiers and the request sent',
    )
    .option(
      '--queries <file>',
      'mỗi dòng một câu hỏi, - là đầu vào chuẩn; in mỗi câu một dòng JSON / one question a line, - is standard input; prints one line of JSON for each',
    )
    .option(
      '--group',
      'với --queries: gộp bài đăng lại vào bài gốc / with --queries: fold reprints under their original',
    )
    .action(async (words: string[], options: SearchOptions) => {
      checkUse(words, options);
      const library = await openLibrary(
        configOf(io, options),
        options.engine ? { engine: options.engine } : {},
      );
      const parts = searchParts(library);
      checkNewspapers(library.newspapers, options.newspaper ?? []);
      const asked = {
        sort: options.sort,
        exactOnly: options.exact ?? false,
        filters: {
          ...(options.newspaper ? { newspaper: options.newspaper } : {}),
          ...(options.from ? { from: options.from } : {}),
          ...(options.to ? { to: options.to } : {}),
        },
      };
      try {
        if (options.queries !== undefined) {
          const many = { ...asked, limit: options.limit ?? 20, group: options.group ?? false };
          for await (const query of textLines(options.queries, io.stdin)) {
            const answer = await answerLine(parts, query, many);
            await line(io, JSON.stringify(answer));
            if ('error' in answer || io.signal.aborted) exit(1);
            if (io.signal.aborted) return;
          }
          return;
        }
        const explained: Explained[] = [];
        const onRequest = (request: SearchRequest) =>
          explained.push(explain(library.engine, request));
        const answer = await search(
          { ...parts, ...(options.explain ? { onRequest } : {}) },
          {
            ...asked,
            text: words.join(' '),
            page: options.page,
            pageSize: options.limit ?? 10,
          },
        );
        if (options.json) await json(io, options.explain ? { ...answer, explained } : answer);
        else {
          for (const one of explained) await showExplained(io, one);
          await showAnswer(io, answer);
        }
      } finally {
        await library.close();
      }
    });

/** Highlights in bold on a terminal. */
function marked(text: MarkedText, bold: boolean): string {
  if (!bold) return text.text;
  let at = 0;
  let out = '';
  for (const { start, end } of text.highlights) {
    out += `${text.text.slice(at, start)}\u001b[1m${text.text.slice(start, end)}\u001b[22m`;
    at = end;
  }
  return out + text.text.slice(at);
}

const LOOSENED = {
  words: 'không có bài nào chứa đúng cụm từ, đây là các bài có đủ các từ',
  most: 'không có bài nào chứa đủ các từ, đây là các bài có phần lớn các từ',
} as const;

/** Prints an answer for people. */
export async function showAnswer(io: Io, answer: SearchAnswer): Promise<void> {
  const note = answer.loosened ? ` (${LOOSENED[answer.loosened]})` : '';
  await line(io, `${number(answer.total)} bài${note}`);
  let rank = (answer.page - 1) * answer.pageSize;
  for (const hit of answer.hits) {
    rank += 1;
    await line(io);
    await line(
      io,
      `${rank}. ${hit.headline ? marked(hit.headline, io.interactive) : '(không có tiêu đề)'}`,
    );
    const day = hit.publishedAt?.slice(0, 10).split('-').reverse().join('/') ?? 'không rõ ngày';
    await line(io, `   ${hit.newspaper ?? '-'}, ${day}  ${hit.url ?? ''}`);
    if (hit.snippet)
      await line(
        io,
        `   ${hit.snippet.offset > 0 ? '… ' : ''}${marked(hit.snippet, io.interactive)}${hit.snippet.cut ? ' …' : ''}`,
      );
  }
}
