/** Where an honorific addresses somebody whose name follows, and words behind which no name of a person stands. */
import { degreeAt, honorificAt, rankAt } from './address.ts';
import { nameWord } from './names.ts';
import type { Word } from './words.ts';

/** Behind these a name is that of a street, school, place or thing. */
export const NOT_AFTER = new Set(
  (
    'phố đường quận huyện xã phường tỉnh thôn xóm bản làng trường cầu chợ chùa đền sông hồ đảo giải quỹ phim bài ' +
    'viện tượng hẻm ngõ ngách quảng_trường thpt thcs đình ga núi khu ấp thị'
  ).split(' '),
);

/** An honorific with a name behind it. "Anh" between capitals is a country. */
export function honorificHere(list: readonly Word[], at: number): boolean {
  const size = honorificAt(list, at);
  if (size === 0) return false;
  const before = list[at - 1];
  // "Thủ tướng Anh", "đường Hai Bà Trưng"
  if (list[at]?.cap && before !== undefined && !before.punct) {
    // "Ảnh: PK Ông Chung nói": behind a photographer's letters.
    const credit = /^\p{Lu}{2,}$/u.test(before.text) && /^(?:Ông|Bà)$/u.test(list[at]?.text ?? '');
    if ((before.cap && !credit) || !/^(?:Ông|Bà|Chị|Cô)$/u.test(list[at]?.text ?? '')) return false;
  }
  if (before !== undefined && NOT_AFTER.has(before.low)) return false;
  const next = list[at + size];
  if (/^(?:Rịa|Nà|Đen|Điểm|Chiểu)$/u.test(next?.text ?? '')) return false;
  return (
    next !== undefined &&
    (nameWord(next) || rankAt(list, at + size) > 0 || degreeAt(list, at + size) > 0)
  );
}
