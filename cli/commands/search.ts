import { Command } from 'commander';
import { openLibrary } from '../../app/compose.ts';
import { facetPage } from '../../app/search/facet-page.ts';
import { search } from '../../app/search.ts';
import {
  type FacetPage,
  MAX_FACET_SIZE,
  MAX_PAGE_SIZE,
  type MarkedText,
  type SearchAnswer,
} from '../../app/search-answer.ts';
import { answerLine } from '../../app/search-many.ts';
import { searchParts } from '../../app/search-parts.ts';
import { UsageError } from '../../core/errors.ts';
import { FACETS, type Facet, type SearchRequest } from '../../core/search.ts';
import { among, positive } from '../choices.ts';
import { type Explained, explain, showExplained } from '../explain.ts';
import { textLines } from '../input.ts';
import { type CommonOptions, configOf, type Io, json, line, type MakeCommand } from '../io.ts';
import { type FilterOptions, filtersOf, withFilters } from '../search-filters.ts';
import { number } from '../table.ts';

interface SearchOptions extends CommonOptions, FilterOptions {
  readonly limit?: number;
  readonly page: number;
  readonly sort: 'relevance' | 'newest' | 'oldest';
  readonly exact?: boolean;
  readonly engine?: 'embedded' | 'meilisearch';
  readonly queries?: string;
  readonly group?: boolean;
  readonly explain?: boolean;
  readonly facet?: Facet;
  readonly within?: string;
}

const MOST_HITS = 1_000_000;

/** @throws UsageError where options do not go together */
function checkUse(words: readonly string[], options: SearchOptions): void {
  const { queries, limit, facet, within, page } = options;
  if (queries !== undefined && (words.length > 0 || page > 1))
    throw new UsageError(
      'queries-alone',
      '--queries takes its questions from the file, from the first hit on.',
    );
  if (queries !== undefined && facet !== undefined)
    throw new UsageError('facet-alone', '--facet lists one facet of one question.');
  if (facet === undefined && within !== undefined)
    throw new UsageError('within-needs-facet', '--within goes with --facet.');
  const most = facet === undefined ? MAX_PAGE_SIZE : MAX_FACET_SIZE;
  if (queries === undefined && limit !== undefined && limit > most)
    throw new UsageError('bad-limit', `--limit is at most ${most} a page.`);
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
  withFilters(new Command('search'))
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
    .option('--engine <name>', 'embedded, meilisearch', among('embedded', 'meilisearch'))
    .option(
      '--explain',
      'cho xem các cụm từ, các tầng và yêu cầu gửi đi / show the units, the tiers and the request sent',
    )
    .option(
      '--queries <file>',
      'mỗi dòng một câu hỏi, - là đầu vào chuẩn; in mỗi câu một dòng JSON / one question a line, - is standard input; prints one line of JSON for each',
    )
    .option('--group', 'gộp bài đăng lại vào bài gốc / fold reprints under their original')
    .option(
      '--facet <name>',
      `thay vì bài: mọi giá trị của một bộ lọc, kèm số bài / instead of articles: all values of one facet with counts: ${FACETS.join(', ')}`,
      among(...FACETS),
    )
    .option('--within <text>', 'với --facet: chỉ giá trị có chữ này / only values that hold this')
    .action(async (words: string[], options: SearchOptions) => {
      checkUse(words, options);
      const filters = filtersOf(options);
      const library = await openLibrary(
        configOf(io, options),
        options.engine ? { engine: options.engine } : {},
      );
      const parts = searchParts(library);
      checkNewspapers(library.newspapers, options.newspaper ?? []);
      const asked = {
        sort: options.sort,
        exactOnly: options.exact ?? false,
        filters,
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
        if (options.facet !== undefined) {
          const { facet, within = '', page, limit: pageSize = 100 } = options;
          const found = await facetPage(parts, {
            ...{ text: words.join(' '), filters, exactOnly: asked.exactOnly },
            ...{ facet, within, page, pageSize },
          });
          if (options.json) await json(io, found);
          else await showFacet(io, found);
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
            group: options.group ?? false,
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

async function showFacet(io: Io, { total, values }: FacetPage): Promise<void> {
  await line(io, `${number(total)} giá trị`);
  for (const { label, value, count } of values)
    await line(
      io,
      `${number(count).padStart(9)}  ${label}${label === value ? '' : `  (${value})`}`,
    );
}

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
    const ways = [
      ...hit.matched.otherwise.map((text) => `viết là “${text}”`),
      ...hit.matched.missing.map((text) => `không có “${text}”`),
    ];
    if (ways.length > 0) await line(io, `   ${ways.join(', ')}`);
    for (const one of hit.reprints)
      await line(io, `   đăng lại: ${one.newspaper ?? '-'}  ${one.url ?? ''}`);
  }
}
