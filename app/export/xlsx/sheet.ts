/** Rows of a worksheet as XML. */
import { cellText, looksLikeFormula } from '../cell-text.ts';
import type { Cell } from '../columns.ts';
import { STYLES } from './parts.ts';
import { columnName, xml } from './xml.ts';

/** UTF-16 units that a cell holds; more is refused as damaged. */
export const CELL_LIMIT = 32_767;
export const ROW_LIMIT = 1_048_576;
/** Columns of a sheet. */
const COLUMN_LIMIT = 16_384;

const DAY_MS = 86_400_000;
/** Day 0 of the calendar of spreadsheets, right for all days from 1 March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);

/** Days since the calendar began, by the wall clock that is written. Null before March 1900. */
export function serialDay(moment: string): number | null {
  const wall = Date.parse(`${moment.slice(0, 19)}${moment.length > 10 ? 'Z' : 'T00:00:00Z'}`);
  const serial = (wall - EPOCH) / DAY_MS;
  return Number.isFinite(serial) && serial >= 61 ? serial : null;
}

/** A text in parts that fit a cell; no pair of surrogates is cut. */
export function cellParts(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + CELL_LIMIT);
    if (end < text.length && /[\ud800-\udbff]/u.test(text.charAt(end - 1))) end -= 1;
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}

const textCell = (name: string, text: string, style: number) =>
  `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`;

/** Texts are text cells, never formulas; those that look like one are marked as quoted besides. */
function textStyle(text: string): number {
  return looksLikeFormula(text) ? STYLES.quoted : STYLES.text;
}

/** @param number from 1 */
export function headingRow(headings: readonly string[], number: number): string {
  const cells = headings.map((heading, i) =>
    textCell(`${columnName(i)}${number}`, heading, STYLES.heading),
  );
  return `<row r="${number}">${cells.join('')}</row>`;
}

/**
 * One row. What does not fit its cell goes on in the cells behind the last column, in the order of the columns.
 * @param names of the columns, to say in the last one which of them go on
 */
export function row(cells: readonly Cell[], number: number, headings: readonly string[]): string {
  const out: string[] = [];
  const rest: string[] = [];
  const continued: string[] = [];
  const put = (at: number, text: string) => {
    out.push(textCell(`${columnName(at)}${number}`, text, textStyle(text)));
  };
  cells.forEach((cell, at) => {
    if (cell.value === null) return;
    const name = `${columnName(at)}${number}`;
    if (cell.type === 'number') out.push(`<c r="${name}"><v>${cell.value}</v></c>`);
    else if (cell.type === 'text') {
      const [first, ...more] = cellParts(cellText(cell.value));
      if (first === undefined) return;
      put(at, first);
      for (const part of more) {
        rest.push(part);
        continued.push(headings[at] ?? '');
      }
    } else {
      const serial = serialDay(cell.value);
      const style = cell.type === 'day' ? STYLES.day : STYLES.moment;
      if (serial === null) put(at, cell.value);
      else out.push(`<c r="${name}" s="${style}"><v>${serial}</v></c>`);
    }
  });
  if (rest.length > 0) {
    put(cells.length, continued.join('; '));
    rest.slice(0, COLUMN_LIMIT - cells.length - 1).forEach((part, i) => {
      put(cells.length + 1 + i, part);
    });
  }
  return `<row r="${number}">${out.join('')}</row>`;
}
