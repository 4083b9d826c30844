/** A press review as a workbook: one row an item, and the tables of a periodic one. */
import { allItems } from '../../press-review/edit.ts';
import { outline } from '../../press-review/outline.ts';
import type { Item, PressReview } from '../../press-review/review.ts';
import { NO_TONE, TONES } from '../../press-review/words.ts';
import type { Cell } from '../export/columns.ts';
import { type Sheet, workbook } from '../export/xlsx/workbook.ts';

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly cell: (item: Item, section: string) => Cell;
}

const text = (value: string | null): Cell => ({ type: 'text', value: value === '' ? null : value });
const number = (value: number | null): Cell =>
  value === null ? text(null) : { type: 'number', value };
const day = (value: string | null): Cell => ({ type: 'day', value });

const COLUMNS: readonly Column[] = [
  { heading: 'Mục', width: 24, cell: (_, section) => text(section) },
  { heading: 'Tiêu đề', width: 60, cell: (item) => text(item.headline) },
  { heading: 'Báo', width: 18, cell: (item) => text(item.newspaper) },
  { heading: 'Ngày đăng', width: 12, cell: (item) => day(item.publishedOn) },
  { heading: 'Đăng lại', width: 24, cell: (item) => text(item.reprintedBy.join('; ')) },
  { heading: 'Tóm tắt', width: 80, cell: (item) => text(item.summary) },
  {
    heading: 'Trích dẫn',
    width: 60,
    cell: ({ quotes }) =>
      text(
        quotes
          .map(({ words, speaker }) => `“${words}”${speaker ? ` – ${speaker}` : ''}`)
          .join('\n'),
      ),
  },
  { heading: 'Lĩnh vực', width: 18, cell: (item) => text(item.field) },
  { heading: 'Sắc thái', width: 14, cell: ({ tone }) => text(tone ? TONES[tone] : NO_TONE) },
  { heading: 'Nhận xét', width: 40, cell: (item) => text(item.remark) },
  { heading: 'Cơ quan kiểm tra', width: 24, cell: (item) => text(item.followUp?.body ?? null) },
  { heading: 'Hạn', width: 12, cell: (item) => day(item.followUp?.deadline ?? null) },
  { heading: 'Kết quả', width: 30, cell: (item) => text(item.followUp?.result ?? null) },
  { heading: 'Số chữ', width: 10, cell: (item) => number(item.words) },
  { heading: 'Số ảnh', width: 10, cell: (item) => number(item.pictures) },
  { heading: 'Đường dẫn', width: 50, cell: (item) => text(item.url) },
];

const isNumber = (value: string) => /^\d{1,9}$/.test(value);

/** The tables of the outline, each a sheet of its own under the heading that stands before it. */
function tables(review: PressReview): Sheet[] {
  const sheets: Sheet[] = [];
  let heading = '';
  for (const block of outline(review).blocks) {
    if (block.type === 'heading') heading = block.text.replace(/^[IVXL]+\. /, '');
    if (block.type !== 'table') continue;
    const { head, rows, widths } = block.table;
    sheets.push({
      name: heading.slice(0, 31),
      columns: head.map((one, i) => ({ heading: one, width: 10 * (widths[i] ?? 1) })),
      rows: rows.map((cells) =>
        cells.map((cell) => (isNumber(cell) ? number(Number(cell)) : text(cell))),
      ),
    });
  }
  return sheets;
}

export function toXlsx(review: PressReview): Promise<Uint8Array> {
  const items: Sheet = {
    name: 'Tin, bài',
    columns: COLUMNS,
    rows: review.sections.flatMap((section) =>
      section.items.map((item) => COLUMNS.map((column) => column.cell(item, section.title))),
    ),
  };
  const madeAt = new Date(`${review.issuedOn}T00:00:00+07:00`);
  return workbook(allItems(review).length > 0 ? [items, ...tables(review)] : [items], madeAt);
}
