/**
 * A workbook, written while it is read: the articles, a further sheet where one is full, then a sheet that
 * says what they are ("Nguồn") and one that describes the columns ("Cột"). Rows are made only when the
 * bytes before them were taken, so memory stays the same for any number of articles.
 */
import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { type Cell, COLUMNS } from './columns.ts';
import type { Format, FormatInput } from './format.ts';
import {
  contentTypes,
  rootRelations,
  SHEET_TAIL,
  sheetHead,
  stylesPart,
  workbookPart,
  workbookRelations,
} from './xlsx/parts.ts';
import { headingRow, ROW_LIMIT, row } from './xlsx/sheet.ts';
import { sourceRows } from './xlsx/source-rows.ts';

export interface SheetLimits {
  /** Rows of a sheet, its heading too. */
  readonly rows: number;
  /** Bytes of its XML. */
  readonly bytes: number;
}

/** Zip entries of 4 GB and more are not opened everywhere. */
const LIMITS: SheetLimits = { rows: ROW_LIMIT, bytes: 2 ** 31 };
const CHUNK = 65_536;
/** Headings for the parts of texts that are longer than a cell. */
const CONTINUED = [
  'Phần tiếp của cột',
  ...Array.from({ length: 8 }, (_, i) => `Phần tiếp ${i + 1}`),
];
const HEADINGS = COLUMNS.map((column) => column.heading);

const text = (value: string | null): Cell => ({ type: 'text', value });

function smallSheet(
  rows: readonly (readonly (string | null)[])[],
  widths: readonly number[],
): Buffer {
  const [headings = [], ...rest] = rows;
  const written = rest.map((cells, i) => row(cells.map(text), i + 2, []));
  const first = headingRow(
    headings.map((heading) => heading ?? ''),
    1,
  );
  return Buffer.from(`${sheetHead(widths)}${first}${written.join('')}${SHEET_TAIL}`);
}

/** The sheets of articles, one after the other; `more` tells whether another follows. */
function articleSheets(input: FormatInput, limits: SheetLimits) {
  const articles = input.articles[Symbol.asyncIterator]();
  let next = articles.next();
  const cellsOf = (stored: Parameters<(typeof COLUMNS)[number]['cell']>[0]) =>
    COLUMNS.map((column) => column.cell(stored, input));
  async function* sheet(): AsyncGenerator<Buffer> {
    let waiting = `${sheetHead(COLUMNS.map(({ width }) => width))}${headingRow([...HEADINGS, ...CONTINUED], 1)}`;
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
      waiting += row(cellsOf(value), number, HEADINGS);
      next = articles.next();
      // A failure is met where it is awaited.
      next.catch(() => undefined);
      if (waiting.length >= CHUNK) yield flush();
    }
    waiting += SHEET_TAIL;
    yield flush();
  }
  return {
    sheet,
    more: async () => !(await next).done,
    end: () => articles.return?.(),
  };
}

/** @param limits smaller ones for tests */
export function xlsxFormat(limits: SheetLimits = LIMITS): Format {
  async function* write(input: FormatInput): AsyncGenerator<Uint8Array> {
    const zip = new ZipFile();
    const output = zip.outputStream.pipe(new PassThrough());
    const options = { mtime: new Date(input.source.exportedAt) };
    const names: string[] = [];
    const sheets = articleSheets(input, limits);
    const reading: { sheet: Readable | null } = { sheet: null };
    const put = (name: string, content: Buffer) =>
      zip.addBuffer(content, `xl/worksheets/sheet${names.push(name)}.xml`, options);
    const finish = () => {
      const rows = sourceRows(input.source, input.missing());
      put('Nguồn', smallSheet(rows, [24, 100]));
      const columns = COLUMNS.map(({ heading, id, meaning }) => [heading, id, meaning]);
      put('Cột', smallSheet([['Cột', 'Tên trong CSV', 'Nghĩa'], ...columns], [30, 24, 100]));
      zip.addBuffer(Buffer.from(stylesPart), 'xl/styles.xml', options);
      zip.addBuffer(Buffer.from(workbookPart(names)), 'xl/workbook.xml', options);
      zip.addBuffer(Buffer.from(workbookRelations(names)), 'xl/_rels/workbook.xml.rels', options);
      zip.addBuffer(Buffer.from(rootRelations), '_rels/.rels', options);
      zip.addBuffer(Buffer.from(contentTypes(names)), '[Content_Types].xml', options);
      zip.end();
    };
    const addSheet = () => {
      const number = names.push(names.length === 0 ? 'Bài' : `Bài ${names.length + 1}`);
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
  return {
    name: 'xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write,
  };
}

export const xlsx = xlsxFormat();
