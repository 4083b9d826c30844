/** Comma-separated values by RFC 4180: UTF-8 with a byte order mark, CRLF, one row an article. */
import { stringify } from 'csv-stringify/sync';
import { cellText, looksLikeFormula } from './cell-text.ts';
import { type Cell, COLUMNS } from './columns.ts';
import type { Format } from './format.ts';

/** Of itself the library quotes the whole delimiter only, not a line end within a text. */
const OPTIONS = { record_delimiter: '\r\n', quoted_match: /\n/u };
const BOM = '\ufeff';
/** Rows that are given out together. */
const BATCH = 50;

/** A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers. */
function printed(cell: Cell): string {
  if (cell.value === null) return '';
  if (cell.type !== 'text') return String(cell.value);
  const text = cellText(cell.value);
  return looksLikeFormula(text) ? `'${text}` : text;
}

const line = (rows: readonly (readonly string[])[]) =>
  Buffer.from(
    stringify(
      [...rows].map((row) => [...row]),
      OPTIONS,
    ),
  );

export const csv: Format = {
  name: 'csv',
  contentType: 'text/csv; charset=utf-8',
  async *write({ articles, missing, newspaperName }) {
    yield Buffer.from(BOM);
    let rows: string[][] = [COLUMNS.map((column) => column.id)];
    for await (const stored of articles) {
      rows.push(COLUMNS.map((column) => printed(column.cell(stored, { newspaperName }))));
      if (rows.length < BATCH) continue;
      yield line(rows);
      rows = [];
    }
    const fault = missing();
    if (fault !== null) rows.push([`# ${cellText(fault)}`, ...COLUMNS.slice(1).map(() => '')]);
    if (rows.length > 0) yield line(rows);
  },
};
