/** A press review as a table: one row an item; as a workbook with the tables of a periodic one and its source. */
import { outline } from '../../press-review/outline.ts';
import type { Item, PressReview } from '../../press-review/review.ts';
import { NO_TONE, period, TONES } from '../../press-review/words.ts';
import type { Cell } from '../export/columns.ts';
import {
  aboutSheets,
  type ListColumn,
  type ListFile,
  listFile,
  rowObject,
} from '../export/list-file.ts';
import { type Sheet, workbook } from '../export/xlsx/workbook.ts';

interface Column extends ListColumn {
  readonly cell: (item: Item, section: string) => Cell;
}

const text = (value: string | null): Cell => ({ type: 'text', value: value === '' ? null : value });
const number = (value: number | null): Cell =>
  value === null ? text(null) : { type: 'number', value };
const day = (value: string | null): Cell => ({ type: 'day', value });

export const REVIEW_COLUMNS: readonly Column[] = [
  {
    id: 'section',
    heading: 'Mục',
    meaning: 'mục của bản điểm báo',
    width: 24,
    cell: (_, section) => text(section),
  },
  {
    id: 'headline',
    heading: 'Tiêu đề',
    meaning: 'tiêu đề, có thể đã sửa tay',
    width: 60,
    cell: (item) => text(item.headline),
  },
  {
    id: 'newspaper',
    heading: 'Báo',
    meaning: 'tên báo',
    width: 18,
    cell: (item) => text(item.newspaper),
  },
  {
    id: 'published_on',
    heading: 'Ngày đăng',
    meaning: 'ngày đăng; trống: không rõ',
    width: 12,
    cell: (item) => day(item.publishedOn),
  },
  {
    id: 'reprinted_by',
    heading: 'Đăng lại',
    meaning: 'các báo đăng lại, cách nhau dấu chấm phẩy',
    width: 24,
    cell: (item) => text(item.reprintedBy.join('; ')),
  },
  {
    id: 'summary',
    heading: 'Tóm tắt',
    meaning: 'tóm tắt: sapo của bài, có thể đã sửa tay',
    width: 80,
    cell: (item) => text(item.summary),
  },
  {
    id: 'quotes',
    heading: 'Trích dẫn',
    meaning: 'lời trích nguyên văn, mỗi lời một dòng, kèm người nói',
    width: 60,
    cell: ({ quotes }) =>
      text(
        quotes
          .map(({ words, speaker }) => `“${words}”${speaker ? ` – ${speaker}` : ''}`)
          .join('\n'),
      ),
  },
  {
    id: 'field',
    heading: 'Lĩnh vực',
    meaning: 'lĩnh vực, đặt bằng tay',
    width: 18,
    cell: (item) => text(item.field),
  },
  {
    id: 'tone',
    heading: 'Sắc thái',
    meaning: 'sắc thái, đặt bằng tay',
    width: 14,
    cell: ({ tone }) => text(tone ? TONES[tone] : NO_TONE),
  },
  {
    id: 'remark',
    heading: 'Nhận xét',
    meaning: 'nhận xét của cơ quan',
    width: 40,
    cell: (item) => text(item.remark),
  },
  {
    id: 'follow_up_body',
    heading: 'Cơ quan kiểm tra',
    meaning: 'cơ quan cần kiểm tra vấn đề, đặt bằng tay',
    width: 24,
    cell: (item) => text(item.followUp?.body ?? null),
  },
  {
    id: 'follow_up_deadline',
    heading: 'Hạn',
    meaning: 'hạn kiểm tra',
    width: 12,
    cell: (item) => day(item.followUp?.deadline ?? null),
  },
  {
    id: 'follow_up_result',
    heading: 'Kết quả',
    meaning: 'kết quả kiểm tra',
    width: 30,
    cell: (item) => text(item.followUp?.result ?? null),
  },
  {
    id: 'words',
    heading: 'Số chữ',
    meaning: 'số chữ (tiếng) của bài',
    width: 10,
    cell: (item) => number(item.words),
  },
  {
    id: 'pictures',
    heading: 'Số ảnh',
    meaning: 'số ảnh của bài',
    width: 10,
    cell: (item) => number(item.pictures),
  },
  {
    id: 'url',
    heading: 'Đường dẫn',
    meaning: 'địa chỉ bài ở trang báo',
    width: 50,
    cell: (item) => text(item.url),
  },
  {
    id: 'article_id',
    heading: 'Mã bài',
    width: 18,
    meaning: 'mã của bài trong kho; địa chỉ trang là /bai/MÃ',
    cell: (item) => text(item.article),
  },
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

const rowsOf = (review: PressReview): readonly (readonly Cell[])[] =>
  review.sections.flatMap((section) =>
    section.items.map((item) => REVIEW_COLUMNS.map(({ cell }) => cell(item, section.title))),
  );

const listOf = (review: PressReview, rows: readonly unknown[]) => ({
  name: 'tin, bài',
  columns: REVIEW_COLUMNS,
  total: rows.length,
  unit: 'tin, bài của các báo ghi ở cột Báo',
  asked: `${review.title}, ${period(review)}`,
});

/** Its items alone. */
export function reviewTable(review: PressReview, format: 'csv' | 'jsonl', now: Date): ListFile {
  const rows = rowsOf(review);
  const list = listOf(review, rows);
  return format === 'csv'
    ? listFile({ ...list, items: rows, rows: (row) => [row] }, format, now)
    : listFile(
        {
          ...list,
          items: rows.map((row) => rowObject(REVIEW_COLUMNS, row)),
          rows: () => [],
        },
        format,
        now,
      );
}

/** @param now when it is made; stands in the line to cite */
export function toXlsx(review: PressReview, now: Date): Promise<Uint8Array> {
  const { citation } = reviewTable(review, 'csv', now);
  const items: Sheet = { name: 'Tin, bài', columns: REVIEW_COLUMNS, rows: rowsOf(review) };
  const own = items.rows.length > 0 ? tables(review) : [];
  return workbook([items, ...own, ...aboutSheets([citation], REVIEW_COLUMNS)], now);
}
