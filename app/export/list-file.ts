/**
 * A list as a file: CSV, a workbook or JSON Lines, written while it is read, whole or saying that it is not, with what
 * its columns mean and a line to cite it by.
 */
import { stringify } from 'csv-stringify/sync';
import { vietnamTime } from '../../core/clock.ts';
import { programVersion } from '../config.ts';
import { cellText, looksLikeFormula } from './cell-text.ts';
import type { Cell } from './columns.ts';
import { FORMATS, type FormatName } from './format.ts';
import { streamedWorkbook } from './xlsx/streamed.ts';
import type { Sheet } from './xlsx/workbook.ts';

export { FORMATS as LIST_FORMATS, type FormatName as ListFormat } from './format.ts';

const CONTENT_TYPES: Readonly<Record<FormatName, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/x-ndjson; charset=utf-8',
};

/** Lines of CSV and JSON that are given out together. */
const BATCH = 100;

export interface ListColumn {
  /** The name that programs read. */
  readonly id: string;
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  readonly meaning: string;
}

/** What a list holds. */
export interface List<Item> {
  /** "hội nghị": of the sheet, the file's name and the citation. */
  readonly name: string;
  readonly columns: readonly ListColumn[];
  /** In order; read once, only as fast as the bytes are taken. */
  readonly items: AsyncIterable<Item> | Iterable<Item>;
  /** Items, counted before. */
  readonly total: number;
  /** How items are counted: "hội nghị", "người". */
  readonly unit: string;
  /** One or several rows of an item, a cell for each column. */
  readonly rows: (item: Item) => readonly (readonly Cell[])[];
  /** How the filter reads in words; '' for everything. */
  readonly asked: string;
}

export interface ListFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly total: number;
  readonly citation: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export const textCell = (value: string | null): Cell => ({
  type: 'text',
  value: value === '' ? null : value,
});
export const numberCell = (value: number): Cell => ({ type: 'number', value });
export const dayCell = (value: string | null): Cell => ({ type: 'day', value });

/** "csv", "xlsx", "jsonl" of a file's name as it is asked for; null for anything else. */
export const listFormat = (name: string): FormatName | null =>
  FORMATS.find((format) => format === name) ?? null;

/** A cell as CSV has it: no control characters, no formula. */
export function plainCell({ type, value }: Cell): string {
  if (value === null) return '';
  if (type !== 'text') return String(value);
  const safe = cellText(value);
  return looksLikeFormula(safe) ? `'${safe}` : safe;
}

/** Rows by RFC 4180, each ended by CRLF. */
const csvLines = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(
    stringify(
      rows.map((cells) => [...cells]),
      { record_delimiter: '\r\n', quoted_match: /\n/u },
    ),
  );

async function* batches(lines: AsyncIterable<string[]>): AsyncGenerator<string[][]> {
  let waiting: string[][] = [];
  for await (const one of lines) {
    waiting.push(one);
    if (waiting.length < BATCH) continue;
    yield waiting;
    waiting = [];
  }
  if (waiting.length > 0) yield waiting;
}

/** The sheets behind the rows: where they come from, what the columns mean. */
export function aboutSheets(
  source: readonly (string | null)[],
  columns: readonly ListColumn[],
): Sheet[] {
  return [
    {
      name: 'Nguồn',
      columns: [{ heading: 'Nguồn', width: 120 }],
      rows: source.map((line) => [textCell(line)]),
    },
    {
      name: 'Cột',
      columns: [
        { heading: 'Cột', width: 24 },
        { heading: 'Tên trong CSV', width: 20 },
        { heading: 'Nghĩa', width: 100 },
      ],
      rows: columns.map(({ heading, id, meaning }) => [heading, id, meaning].map(textCell)),
    },
  ];
}

/** One row as an object, for JSON Lines: its keys the names of the columns. */
export const rowObject = (
  columns: readonly ListColumn[],
  row: readonly Cell[],
): Readonly<Record<string, Cell['value']>> =>
  Object.fromEntries(columns.map(({ id }, i) => [id, row[i]?.value ?? null]));

export function listFile<Item>(list: List<Item>, format: FormatName, now: Date): ListFile {
  const { name, columns, items, total, unit, rows, asked } = list;
  const [date = '', time = ''] = vietnamTime(now).slice(0, 16).split('T');
  const citation = [
    `Điểm Báo ${programVersion()}`,
    `${name}: ${asked === '' ? 'tất cả' : asked}`,
    `${total} ${unit}`,
    `xuất lúc ${time} ngày ${date.split('-').reverse().join('/')} (giờ Việt Nam)`,
  ].join('; ');
  let written = 0;
  const missing = () => (written < total ? `CHƯA ĐỦ: ${written}/${total} ${unit}` : null);
  async function* counted(): AsyncGenerator<Item> {
    for await (const item of items) {
      written += 1;
      yield item;
    }
  }
  async function* cells(): AsyncGenerator<readonly Cell[]> {
    for await (const item of counted()) yield* rows(item);
  }
  async function* csv(): AsyncGenerator<Uint8Array> {
    async function* lines() {
      yield columns.map(({ id }) => id);
      for await (const row of cells()) yield row.map(plainCell);
      const fault = missing();
      if (fault !== null) yield [`# ${fault}`, ...columns.slice(1).map(() => '')];
    }
    yield Buffer.from('\ufeff');
    for await (const some of batches(lines())) yield csvLines(some);
  }
  async function* jsonl(): AsyncGenerator<Uint8Array> {
    for await (const item of counted()) yield Buffer.from(`${JSON.stringify(item)}\n`);
    const fault = missing();
    if (fault !== null) yield Buffer.from(`${JSON.stringify({ incomplete: fault })}\n`);
  }
  const xlsx = () =>
    streamedWorkbook(
      { name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`, columns, rows: cells() },
      () => aboutSheets([citation, missing()], columns),
      now,
    );
  return {
    fileName: `Điểm Báo - ${name} - ${date}.${format}`,
    contentType: CONTENT_TYPES[format],
    total,
    citation,
    bytes: format === 'csv' ? csv() : format === 'jsonl' ? jsonl() : xlsx(),
  };
}
