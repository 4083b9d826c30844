/**
 * Articles as a workbook: a row each, a further sheet where one is full, then a sheet that says what they are ("Nguồn")
 * and one that describes the columns ("Cột").
 */
import { type Cell, COLUMNS } from './columns.ts';
import type { Format, FormatInput } from './format.ts';
import { sourceRows } from './xlsx/source-rows.ts';
import { LIMITS, type SheetLimits, streamedWorkbook } from './xlsx/streamed.ts';
import type { Sheet } from './xlsx/workbook.ts';

/** Headings for the parts of texts that are longer than a cell. */
const CONTINUED = [
  'Phần tiếp của cột',
  ...Array.from({ length: 8 }, (_, i) => `Phần tiếp ${i + 1}`),
];

const text = (value: string | null): Cell => ({ type: 'text', value });

/** @param rows the first one the headings */
function smallSheet(
  name: string,
  rows: readonly (readonly (string | null)[])[],
  widths: readonly number[],
): Sheet {
  const [headings = [], ...rest] = rows;
  return {
    name,
    columns: headings.map((heading, i) => ({ heading: heading ?? '', width: widths[i] ?? 24 })),
    rows: rest.map((cells) => cells.map(text)),
  };
}

async function* rowsOf(input: FormatInput): AsyncGenerator<Cell[]> {
  for await (const stored of input.articles)
    yield COLUMNS.map((column) => column.cell(stored, input));
}

/** @param limits smaller ones for tests */
export function xlsxFormat(limits: SheetLimits = LIMITS): Format {
  return {
    name: 'xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (input) =>
      streamedWorkbook(
        { name: 'Bài', columns: COLUMNS, rows: rowsOf(input), continued: CONTINUED },
        () => [
          smallSheet('Nguồn', sourceRows(input.source, input.missing()), [24, 100]),
          smallSheet(
            'Cột',
            [
              ['Cột', 'Tên trong CSV', 'Nghĩa'],
              ...COLUMNS.map(({ heading, id, meaning }) => [heading, id, meaning]),
            ],
            [30, 24, 100],
          ),
        ],
        new Date(input.source.exportedAt),
        limits,
      ),
  };
}

export const xlsx = xlsxFormat();
