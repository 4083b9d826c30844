/**
 * A workbook, written while it is read: rows over one or several sheets, then small sheets behind. Rows are made only
 * when the bytes before them were taken, so memory stays the same for any number of them.
 */
import { PassThrough, Readable } from 'node:stream';
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
import { headingRow, ROW_LIMIT, row } from './sheet.ts';
import { type Sheet, sheetPart } from './workbook.ts';

export interface SheetLimits {
  /** Rows of a sheet, its heading too. */
  readonly rows: number;
  /** Bytes of its XML. */
  readonly bytes: number;
}

export interface RowsToStream extends Pick<Sheet, 'name' | 'columns'> {
  readonly rows: AsyncIterable<readonly Cell[]>;
  /** Headings behind the columns, for the parts of texts that are longer than a cell. */
  readonly continued?: readonly string[];
}

/** Zip entries of 4 GB and more are not opened everywhere. */
export const LIMITS: SheetLimits = { rows: ROW_LIMIT, bytes: 2 ** 31 };
const CHUNK = 65_536;

/** The sheets of the rows, one after the other; `more` tells whether another follows. */
function sheetsOf({ columns, rows, continued = [] }: RowsToStream, limits: SheetLimits) {
  const headings = columns.map(({ heading }) => heading);
  const reading = rows[Symbol.asyncIterator]();
  let next = reading.next();
  async function* sheet(): AsyncGenerator<Buffer> {
    let waiting = `${sheetHead(columns.map(({ width }) => width))}${headingRow([...headings, ...continued], 1)}`;
    let bytes = 0;
    const flush = () => {
      const chunk = Buffer.from(waiting);
      bytes += chunk.length;
      waiting = '';
      return chunk;
    };
    for (let number = 2; number <= limits.rows && bytes < limits.bytes; number++) {
      const { done, value } = await next;
      if (done) break;
      waiting += row(value, number, headings);
      next = reading.next();
      // A failure is met where it is awaited.
      next.catch(() => undefined);
      if (waiting.length >= CHUNK) yield flush();
    }
    waiting += SHEET_TAIL;
    yield flush();
  }
  return { sheet, more: async () => !(await next).done, end: () => reading.return?.() };
}

/** @param behind asked for when all rows are written */
export async function* streamedWorkbook(
  main: RowsToStream,
  behind: () => readonly Sheet[],
  madeAt: Date,
  limits: SheetLimits = LIMITS,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream.pipe(new PassThrough());
  const options = { mtime: madeAt };
  const names: string[] = [];
  const sheets = sheetsOf(main, limits);
  const reading: { sheet: Readable | null } = { sheet: null };
  const put = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name, options);
  const finish = () => {
    for (const one of behind())
      put(`xl/worksheets/sheet${names.push(one.name)}.xml`, sheetPart(one));
    put('xl/styles.xml', stylesPart);
    put('xl/workbook.xml', workbookPart(names));
    put('xl/_rels/workbook.xml.rels', workbookRelations(names));
    put('_rels/.rels', rootRelations);
    put('[Content_Types].xml', contentTypes(names));
    zip.end();
  };
  const addSheet = () => {
    const number = names.push(names.length === 0 ? main.name : `${main.name} ${names.length + 1}`);
    async function* content() {
      yield* sheets.sheet();
      if (await sheets.more()) addSheet();
      else finish();
    }
    const sheet = Readable.from(content(), { objectMode: false });
    sheet.on('error', (error) => output.destroy(error));
    reading.sheet = sheet;
    zip.addReadStream(sheet, `xl/worksheets/sheet${number}.xml`, options);
  };
  addSheet();
  try {
    yield* output;
  } finally {
    reading.sheet?.destroy();
    await sheets.end();
  }
}
