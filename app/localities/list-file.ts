/** Units with their articles as a file: the provinces of a map, or what lies directly in one unit. */
import { readPlaceValue } from '../../indexer/place-codes.ts';
import {
  type ListColumn,
  type ListFile,
  type ListFormat,
  listFile,
  numberCell,
  textCell,
} from '../export/list-file.ts';
import type { Listed } from './locality.ts';

export const LOCALITY_COLUMNS: readonly ListColumn[] = [
  {
    id: 'code',
    heading: 'Mã địa phương',
    width: 14,
    meaning: 'mã của Tổng cục Thống kê, có các số 0 ở đầu',
  },
  { id: 'name', heading: 'Tên', width: 36, meaning: 'tên đầy đủ' },
  {
    id: 'map',
    heading: 'Bản đồ',
    width: 12,
    meaning: '"nay": bản đồ hiện nay; "trước": theo ngày đăng của bài',
  },
  {
    id: 'value',
    heading: 'Giá trị lọc',
    width: 18,
    meaning: 'giá trị của bộ lọc địa phương (noi=…); địa chỉ trang là /dia-phuong/GIÁ TRỊ',
  },
  {
    id: 'articles',
    heading: 'Số bài',
    width: 10,
    meaning: 'số bài nhắc đến đơn vị này hay đơn vị bên dưới, kể cả bài đăng lại',
  },
];

/** @param asked what the units are, in words */
export function localitiesFile(
  items: readonly Listed[],
  format: ListFormat,
  { asked, now }: { readonly asked: string; readonly now: Date },
): ListFile {
  const rows = ({ value, name, count }: Listed) => {
    const { code, today } = readPlaceValue(value);
    const texts = [code, name, today ? 'nay' : 'trước', value].map(textCell);
    return [[...texts, numberCell(count)]];
  };
  const list = { name: 'địa phương', columns: LOCALITY_COLUMNS, items, rows, asked };
  return listFile({ ...list, total: items.length, unit: 'đơn vị' }, format, now);
}
