/** A list of officials as a file: one row for each office of a person. */

import type { OfficialFilter, StoredOfficial } from '../../archive/officials-port.ts';
import type { Archive } from '../../archive/port.ts';
import { everyItem } from '../../core/every-item.ts';
import type { Cell } from '../export/columns.ts';
import {
  dayCell as day,
  type ListColumn,
  type ListFile,
  type ListFormat,
  listFile,
  numberCell as number,
  textCell as text,
} from '../export/list-file.ts';

const SLICE = 200;

type Held = StoredOfficial['offices'][number] | null;

interface Column extends ListColumn {
  readonly cell: (official: StoredOfficial, held: Held) => Cell;
}

export const OFFICIAL_COLUMNS: readonly Column[] = [
  {
    id: 'official_id',
    heading: 'Mã cán bộ',
    width: 18,
    meaning: 'mã của người trong kho; địa chỉ trang là /can-bo/MÃ',
    cell: ({ id }) => text(id),
  },
  { id: 'name', heading: 'Họ tên', width: 28, meaning: 'họ tên', cell: ({ name }) => text(name) },
  {
    id: 'office',
    heading: 'Chức vụ',
    width: 60,
    meaning: 'chức vụ như báo in lần đầu; mỗi chức vụ một dòng; trống: báo chỉ nêu tên',
    cell: (_, held) => text(held?.title ?? null),
  },
  {
    id: 'former',
    heading: 'Nguyên',
    width: 8,
    meaning: '"nguyên" nếu báo nói người đó đã thôi chức vụ ấy',
    cell: (_, held) => text(held?.former ? 'nguyên' : null),
  },
  {
    id: 'first_day',
    heading: 'Từ ngày (bài đầu)',
    width: 16,
    meaning: 'ngày đăng của bài đầu tiên trong kho nêu chức vụ này; không phải ngày nhậm chức',
    cell: (_, held) => day(held?.firstDay ?? null),
  },
  {
    id: 'last_day',
    heading: 'Đến ngày (bài cuối)',
    width: 16,
    meaning: 'ngày đăng của bài cuối cùng trong kho nêu chức vụ này; không phải ngày thôi chức',
    cell: (_, held) => day(held?.lastDay ?? null),
  },
  {
    id: 'office_articles',
    heading: 'Số bài nêu chức vụ',
    width: 18,
    meaning: 'số bài nêu người này với chức vụ này',
    cell: (_, held) => number(held?.articles ?? 0),
  },
  {
    id: 'articles',
    heading: 'Số bài về người',
    width: 16,
    meaning: 'số bài nêu người này, mọi chức vụ, kể cả bài đăng lại',
    cell: ({ articles }) => number(articles),
  },
  {
    id: 'quotes',
    heading: 'Số lời trích',
    width: 12,
    meaning: 'số lời trích của người này, kể cả trong bài đăng lại',
    cell: ({ quotes }) => number(quotes),
  },
  {
    id: 'first_article',
    heading: 'Mã bài đầu',
    width: 22,
    meaning: 'bài đầu tiên nêu chức vụ này; địa chỉ trang là /bai/MÃ',
    cell: (_, held) => text(held?.firstArticle ?? null),
  },
  {
    id: 'last_article',
    heading: 'Mã bài cuối',
    width: 22,
    meaning: 'bài cuối cùng nêu chức vụ này',
    cell: (_, held) => text(held?.lastArticle ?? null),
  },
];

async function* everyOfficial(
  { officials }: Pick<Archive, 'officials'>,
  filter: OfficialFilter,
): AsyncGenerator<StoredOfficial> {
  for await (const { id } of everyItem((cursor) => officials.list(filter, cursor, SLICE))) {
    const one = await officials.get(id);
    if (one !== null) yield one;
  }
}

function rowsOf(official: StoredOfficial): Cell[][] {
  const held: readonly Held[] = official.offices.length > 0 ? official.offices : [null];
  return held.map((one) => OFFICIAL_COLUMNS.map(({ cell }) => cell(official, one)));
}

/** @param asked how the filter reads in words; '' for everybody */
export async function officialsFile(
  archive: Pick<Archive, 'officials'>,
  filter: OfficialFilter,
  format: ListFormat,
  { asked, now }: { readonly asked: string; readonly now: Date },
): Promise<ListFile> {
  const list = {
    name: 'cán bộ',
    columns: OFFICIAL_COLUMNS,
    items: everyOfficial(archive, filter),
    total: await archive.officials.count(filter),
    unit: 'người',
    rows: rowsOf,
    asked,
  };
  return listFile(list, format, now);
}
