/** The sheet "Nguồn": what the rows are, how to cite them, whether all are there. */
import type { ExportSource } from '../source.ts';

export function sourceRows(source: ExportSource, missing: string | null): (string | null)[][] {
  const { program, version, question, units, filters, exactOnly, sort, loosened, total } = source;
  return [
    ['Mục', 'Giá trị'],
    ['Trích dẫn nguồn', source.citation],
    ['Chương trình', `${program} ${version}`],
    ['Câu hỏi', question],
    ['Hiểu là', units.join(' + ')],
    ...Object.entries(filters).map(([name, value]) => [
      `Bộ lọc: ${name}`,
      [value].flat().join(', '),
    ]),
    ['Đúng dấu như đã gõ', exactOnly ? 'có' : 'không'],
    ['Xếp theo', sort],
    ['Nới lỏng', loosened ?? 'không'],
    ['Số bài', String(total)],
    ['Đủ', missing ?? 'có'],
    ['Xuất lúc', source.exportedAt],
  ];
}
