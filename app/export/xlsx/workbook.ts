/** A small workbook made at once; large ones are streamed (streamed.ts). */
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { Cell } from '../columns.ts';
import {
  contentTypes,
  rootRelations,
  SHEET_TAIL,
  sheetHead,
  stylesPart,
  workbookPart,
  workbookRelations,
} from './parts.ts';
import { headingRow, row } from './sheet.ts';

export interface Sheet {
  readonly name: string;
  /** Of each column: its heading and its width in characters. */
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
}

export function sheetPart({ columns, rows }: Sheet): string {
  const headings = columns.map(({ heading }) => heading);
  const body = rows.map((cells, i) => row(cells, i + 2, headings));
  return `${sheetHead(columns.map(({ width }) => width))}${headingRow(headings, 1)}${body.join('')}${SHEET_TAIL}`;
}

export async function workbook(sheets: readonly Sheet[], madeAt: Date): Promise<Uint8Array> {
  const zip = new ZipFile();
  const put = (name: string, text: string) =>
    zip.addBuffer(Buffer.from(text), name, { mtime: madeAt });
  const names = sheets.map(({ name }) => name);
  sheets.forEach((sheet, i) => {
    put(`xl/worksheets/sheet${i + 1}.xml`, sheetPart(sheet));
  });
  put('xl/styles.xml', stylesPart);
  put('xl/workbook.xml', workbookPart(names));
  put('xl/_rels/workbook.xml.rels', workbookRelations(names));
  put('_rels/.rels', rootRelations);
  put('[Content_Types].xml', contentTypes(names));
  zip.end();
  return buffer(zip.outputStream);
}
