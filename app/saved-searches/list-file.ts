/** The list of saved searches as a file. What one of them finds is exported as the search itself. */
import type { Archive } from '../../archive/port.ts';
import { vietnamTime } from '../../core/clock.ts';
import { FACETS } from '../../core/search.ts';
import type { Cell } from '../export/columns.ts';
import {
  dayCell,
  type ListColumn,
  type ListFile,
  type ListFormat,
  listFile,
  numberCell,
  textCell,
} from '../export/list-file.ts';
import { listSaved, type OpenedSearch } from './saved.ts';

type Row = Omit<OpenedSearch, 'feedToken'> & { readonly targets: number };

interface Column extends ListColumn {
  readonly cell: (search: Row) => Cell;
}

const moment = (instant: string | null): Cell => ({
  type: 'moment',
  value: instant === null ? null : vietnamTime(new Date(instant)),
});

/** "newspaper = baohatinh, baonghean; quotes = …" */
const filtersIn = ({ facets, undated, exactOnly }: Row['question']) =>
  [
    ...FACETS.flatMap((facet) => (facets[facet] ? [`${facet} = ${facets[facet].join(', ')}`] : [])),
    ...(undated ? ['undated'] : []),
    ...(exactOnly ? ['exactOnly'] : []),
  ].join('; ');

export const SAVED_COLUMNS: readonly Column[] = [
  {
    id: 'saved_search_id',
    heading: 'Mã',
    width: 18,
    meaning: 'mã của tìm kiếm; địa chỉ trang là /tim-da-luu/MÃ',
    cell: ({ id }) => textCell(id),
  },
  {
    id: 'name',
    heading: 'Tên',
    width: 40,
    meaning: 'tên đã đặt',
    cell: ({ name }) => textCell(name),
  },
  {
    id: 'question',
    heading: 'Câu hỏi',
    width: 50,
    meaning: 'như đã gõ; trống: chỉ có bộ lọc',
    cell: ({ question }) => textCell(question.text),
  },
  {
    id: 'filters',
    heading: 'Bộ lọc',
    width: 50,
    meaning: 'tên bộ lọc và các giá trị, như trong API',
    cell: ({ question }) => textCell(filtersIn(question)),
  },
  {
    id: 'from',
    heading: 'Từ ngày',
    width: 12,
    meaning: 'ngày đăng đầu tiên; trống: không giới hạn',
    cell: ({ question }) => dayCell(question.from),
  },
  {
    id: 'to',
    heading: 'Đến ngày',
    width: 12,
    meaning: 'ngày đăng cuối cùng; trống: không giới hạn',
    cell: ({ question }) => dayCell(question.to),
  },
  {
    id: 'made_by',
    heading: 'Người lưu',
    width: 24,
    meaning: 'tên người lưu',
    cell: ({ madeBy }) => textCell(madeBy),
  },
  {
    id: 'made_at',
    heading: 'Lưu lúc',
    width: 18,
    meaning: 'giờ Việt Nam',
    cell: ({ madeAt }) => moment(madeAt),
  },
  {
    id: 'last_run_at',
    heading: 'Chạy lần cuối',
    width: 18,
    meaning: 'giờ Việt Nam; trống: chưa chạy',
    cell: ({ lastRunAt }) => moment(lastRunAt),
  },
  {
    id: 'total',
    heading: 'Cả kho',
    width: 10,
    meaning: 'số bài cả kho ở lần chạy cuối; trống: chưa chạy',
    cell: ({ total }) => (total === null ? textCell(null) : numberCell(total)),
  },
  {
    id: 'targets',
    heading: 'Nơi nhận',
    width: 10,
    meaning: 'số nơi nhận tin (e-mail, webhook)',
    cell: ({ targets }) => numberCell(targets),
  },
];

/** Without the addresses of feeds: whoever knows one reads it. */
export async function savedSearchesFile(
  archive: Pick<Archive, 'savedSearches'>,
  format: ListFormat,
  now: Date,
): Promise<ListFile> {
  const items: Row[] = [];
  for (const { feedToken: _, ...search } of await listSaved({ archive }))
    items.push({
      ...search,
      targets: (await archive.savedSearches.targets(search.id)).length,
    });
  const rows = (row: Row) => [SAVED_COLUMNS.map(({ cell }) => cell(row))];
  const about = { name: 'tìm kiếm đã lưu', unit: 'tìm kiếm', asked: '' };
  return listFile(
    { ...about, columns: SAVED_COLUMNS, items, total: items.length, rows },
    format,
    now,
  );
}
