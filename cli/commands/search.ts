import { Command, InvalidArgumentError } from 'commander';
import { openLibrary } from '../../app/compose.ts';
import { search } from '../../app/search.ts';
import { MAX_PAGE_SIZE, type MarkedText, type SearchAnswer } from '../../app/search-answer.ts';
import { searchParts } from '../../app/search-parts.ts';
import { type CommonOptions, configOf, type Io, json, line, type MakeCommand } from '../io.ts';
import { number } from '../table.ts';

interface SearchOptions extends CommonOptions {
  readonly limit: number;
  readonly page: number;
  readonly sort: 'relevance' | 'newest' | 'oldest';
  readonly exact?: boolean;
  readonly newspaper?: string[];
  readonly from?: string;
  readonly to?: string;
  readonly engine?: 'embedded' | 'meilisearch';
}

const positive =
  (most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1 || value > most)
      throw new InvalidArgumentError(`1 … ${most}`);
    return value;
  };

const among =
  <T extends string>(...choices: T[]) =>
  (text: string): T => {
    const found = choices.find((choice) => choice === text);
    if (found === undefined) throw new InvalidArgumentError(choices.join(', '));
    return found;
  };

/** `search "…"`: the answer of the web page, on the terminal. */
export const searchCommand: MakeCommand = (io) =>
  new Command('search')
    .description('tìm bài / search articles')
    .argument('[question...]', 'câu hỏi, có dấu hay không dấu / with or without marks')
    .option('--limit <n>', 'số bài mỗi trang / hits a page', positive(MAX_PAGE_SIZE), 10)
    .option('--page <n>', 'trang thứ mấy / which page', positive(1e9), 1)
    .option(
      '--sort <order>',
      'relevance, newest, oldest',
      among('relevance', 'newest', 'oldest'),
      'relevance' as const,
    )
    .option('--exact', 'chỉ đúng dấu như đã gõ / only the marks as typed')
    .option('--newspaper <ids...>', 'chỉ các báo này / only these newspapers')
    .option('--from <day>', 'từ ngày YYYY-MM-DD / from this day')
    .option('--to <day>', 'đến ngày YYYY-MM-DD / to this day')
    .option('--engine <name>', 'embedded, meilisearch', among('embedded', 'meilisearch'))
    .action(async (words: string[], options: SearchOptions) => {
      const library = await openLibrary(
        configOf(io, options),
        options.engine ? { engine: options.engine } : {},
      );
      try {
        const answer = await search(searchParts(library), {
          text: words.join(' '),
          page: options.page,
          pageSize: options.limit,
          sort: options.sort,
          exactOnly: options.exact ?? false,
          filters: {
            ...(options.newspaper ? { newspaper: options.newspaper } : {}),
            ...(options.from ? { from: options.from } : {}),
            ...(options.to ? { to: options.to } : {}),
          },
        });
        if (options.json) await json(io, answer);
        else await showAnswer(io, answer);
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
