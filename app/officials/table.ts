/** A list of officials as a file: one row for each office of a person, whole or refused. */
import { stringify } from 'csv-stringify/sync';
import type { OfficialFilter, StoredOfficial } from '../../archive/officials-port.ts';
import type { Archive } from '../../archive/port.ts';
import { vietnamTime } from '../../core/clock.ts';
import { DiembaoError } from '../../core/errors.ts';
import { told } from '../../i18n/text.ts';
import { programVersion } from '../config.ts';
import { cellText, looksLikeFormula } from '../export/cell-text.ts';
import type { Cell } from '../export/columns.ts';
import { workbook } from '../export/xlsx/workbook.ts';

export const OFFICIAL_FORMATS = ['csv', 'xlsx', 'jsonl'] as const;
export type OfficialFormat = (typeof OFFICIAL_FORMATS)[number];

const CONTENT_TYPES: Readonly<Record<OfficialFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/x-ndjson; charset=utf-8',
};

const SLICE = 200;
/** A workbook is made in memory. */
const MOST_IN_A_WORKBOOK = 20_000;

const text = (value: string | null): Cell => ({ type: 'text', value: value === '' ? null : value });
const number = (value: number): Cell => ({ type: 'number', value });
const day = (value: string | null): Cell => ({ type: 'day', value });

type Held = StoredOfficial['offices'][number] | null;

interface Column {
  readonly id: string;
  readonly heading: string;
  readonly width: number;
  readonly meaning: string;
  readonly cell: (official: StoredOfficial, held: Held) => Cell;
}

export const OFFICIAL_COLUMNS: readonly Column[] = [
  {
    id: 'official_id',
    heading: 'Mã cán bộ',
    width: 18,
    meaning: 'mã của người trong kho; địa chỉ trang là /can-bo/MÃ',
    cell: ({ id }) => text(id),
  },
  { id: 'name', heading: 'Họ tên', width: 28, meaning: 'họ tên', cell: ({ name }) => text(name) },
  {
    id: 'office',
    heading: 'Chức vụ',
    width: 60,
    meaning: 'chức vụ như báo in lần đầu; mỗi chức vụ một dòng; trống: báo chỉ nêu tên',
    cell: (_, held) => text(held?.title ?? null),
  },
  {
    id: 'former',
    heading: 'Nguyên',
    width: 8,
    meaning: '"nguyên" nếu báo nói người đó đã thôi chức vụ ấy',
    cell: (_, held) => text(held?.former ? 'nguyên' : null),
  },
  {
    id: 'first_day',
    heading: 'Từ ngày (bài đầu)',
    width: 16,
    meaning: 'ngày đăng của bài đầu tiên trong kho nêu chức vụ này; không phải ngày nhậm chức',
    cell: (_, held) => day(held?.firstDay ?? null),
  },
  {
    id: 'last_day',
    heading: 'Đến ngày (bài cuối)',
    width: 16,
    meaning: 'ngày đăng của bài cuối cùng trong kho nêu chức vụ này; không phải ngày thôi chức',
    cell: (_, held) => day(held?.lastDay ?? null),
  },
  {
    id: 'office_articles',
    heading: 'Số bài nêu chức vụ',
    width: 18,
    meaning: 'số bài nêu người này với chức vụ này',
    cell: (_, held) => number(held?.articles ?? 0),
  },
  {
    id: 'articles',
    heading: 'Số bài về người',
    width: 16,
    meaning: 'số bài nêu người này, mọi chức vụ, kể cả bài đăng lại',
    cell: ({ articles }) => number(articles),
  },
  {
    id: 'quotes',
    heading: 'Số lời trích',
    width: 12,
    meaning: 'số lời trích của người này, kể cả trong bài đăng lại',
    cell: ({ quotes }) => number(quotes),
  },
  {
    id: 'first_article',
    heading: 'Mã bài đầu',
    width: 22,
    meaning: 'bài đầu tiên nêu chức vụ này; địa chỉ trang là /bai/MÃ',
    cell: (_, held) => text(held?.firstArticle ?? null),
  },
  {
    id: 'last_article',
    heading: 'Mã bài cuối',
    width: 22,
    meaning: 'bài cuối cùng nêu chức vụ này',
    cell: (_, held) => text(held?.lastArticle ?? null),
  },
];

async function* everyOfficial(
  { officials }: Pick<Archive, 'officials'>,
  filter: OfficialFilter,
): AsyncGenerator<StoredOfficial> {
  let cursor: string | null = null;
  do {
    const slice: Awaited<ReturnType<typeof officials.list>> = await officials.list(
      filter,
      cursor,
      SLICE,
    );
    for (const { id } of slice.items) {
      const one = await officials.get(id);
      if (one !== null) yield one;
    }
    cursor = slice.next;
  } while (cursor !== null);
}

function rowsOf(official: StoredOfficial): Cell[][] {
  const held: readonly Held[] = official.offices.length > 0 ? official.offices : [null];
  return held.map((one) => OFFICIAL_COLUMNS.map(({ cell }) => cell(official, one)));
}

function plain({ type, value }: Cell): string {
  if (value === null) return '';
  if (type !== 'text') return String(value);
  const safe = cellText(value);
  return looksLikeFormula(safe) ? `'${safe}` : safe;
}

const csvLine = (lines: readonly (readonly string[])[]) =>
  Buffer.from(
    stringify(
      lines.map((line) => [...line]),
      { record_delimiter: '\r\n', quoted_match: /\n/u },
    ),
  );

async function* csv(all: AsyncIterable<StoredOfficial>): AsyncGenerator<Uint8Array> {
  yield Buffer.from('\ufeff');
  yield csvLine([OFFICIAL_COLUMNS.map(({ id }) => id)]);
  for await (const one of all) yield csvLine(rowsOf(one).map((row) => row.map(plain)));
}

async function* jsonl(all: AsyncIterable<StoredOfficial>): AsyncGenerator<Uint8Array> {
  for await (const one of all) yield Buffer.from(`${JSON.stringify(one)}\n`);
}

async function* xlsx(
  all: AsyncIterable<StoredOfficial>,
  citation: string,
  now: Date,
): AsyncGenerator<Uint8Array> {
  const rows: Cell[][] = [];
  for await (const one of all) rows.push(...rowsOf(one));
  yield await workbook(
    [
      { name: 'Cán bộ', columns: OFFICIAL_COLUMNS, rows },
      {
        name: 'Nguồn',
        columns: [{ heading: 'Nguồn', width: 120 }],
        rows: [[text(citation)]],
      },
      {
        name: 'Cột',
        columns: [
          { heading: 'Cột', width: 24 },
          { heading: 'Tên trong CSV', width: 20 },
          { heading: 'Nghĩa', width: 100 },
        ],
        rows: OFFICIAL_COLUMNS.map(({ heading, id, meaning }) => [
          text(heading),
          text(id),
          text(meaning),
        ]),
      },
    ],
    now,
  );
}

export interface OfficialsFile {
  readonly fileName: string;
  readonly contentType: string;
  /** People. */
  readonly total: number;
  readonly citation: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * @param asked how the filter reads in words; '' for everybody
 * @throws DiembaoError `question-too-many` for a workbook of more than 20,000 people
 */
export async function officialsFile(
  archive: Pick<Archive, 'officials'>,
  filter: OfficialFilter,
  format: OfficialFormat,
  { asked, now }: { readonly asked: string; readonly now: Date },
): Promise<OfficialsFile> {
  const total = await archive.officials.count(filter);
  if (format === 'xlsx' && total > MOST_IN_A_WORKBOOK)
    throw new DiembaoError(
      'question-too-many',
      told('{n} người là quá nhiều cho một sổ Excel', { n: total }),
      { hint: told('Tải CSV hoặc JSONL, hoặc lọc hẹp lại.') },
    );
  const [date = '', time = ''] = vietnamTime(now).slice(0, 16).split('T');
  const citation = [
    `Điểm Báo ${programVersion()}`,
    `cán bộ: ${asked === '' ? 'tất cả' : asked}`,
    `${total} người`,
    `xuất lúc ${time} ngày ${date.split('-').reverse().join('/')} (giờ Việt Nam)`,
  ].join('; ');
  const all = everyOfficial(archive, filter);
  const bytes =
    format === 'csv' ? csv(all) : format === 'jsonl' ? jsonl(all) : xlsx(all, citation, now);
  const fileName = `Điểm Báo - cán bộ - ${date}.${format}`;
  return { fileName, contentType: CONTENT_TYPES[format], total, citation, bytes };
}
