/** Size, growth and the day the disk is full, in words. */
import type { Storage } from '../app/storage.ts';
import { bytes, number } from './table.ts';

/** @param free bytes */
export function storageLines(storage: Storage, free: number): readonly string[] {
  const { data, database, warc, growth, fullOn, unreadable } = storage;
  const full =
    growth === null
      ? 'chưa biết mức tăng (cần vài đêm)'
      : `mỗi đêm tăng ${bytes(growth)}; ${
          fullOn === null
            ? 'đĩa còn đủ hơn 10 năm'
            : `đĩa đầy khoảng ${fullOn.split('-').reverse().join('/')}`
        }`;
  const lost = unreadable.forgotten + unreadable.lost;
  return [
    `Dữ liệu: ${bytes(data)} (tệp kho ${bytes(database)}); đĩa còn ${bytes(free)}; ${full}`,
    ...(warc.files === 0
      ? []
      : [
          `Trang gốc đã chuyển: ${number(warc.files)} tệp WARC, ${bytes(warc.bytes)}${warc.missing > 0 ? `; ${number(warc.missing)} TỆP THIẾU HOẶC HỎNG` : ''}`,
        ]),
    ...(lost === 0
      ? []
      : [
          `Không thể đọc lại: ${number(unreadable.forgotten)} bài đã bỏ trang gốc, ${number(unreadable.lost)} bài có trang gốc ở tệp WARC bị thiếu hoặc hỏng`,
        ]),
  ];
}
