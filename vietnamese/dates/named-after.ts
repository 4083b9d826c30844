/** Streets, parks and schools that are named after a day: "phố 19/5", "Cảng 2/9", "đường 3 Tháng 2". */

const NOUNS =
  '(?:đường|đại lộ|phố|công viên|quảng trường|cảng|nông trường|lâm trường|xí nghiệp|nhà máy|hợp tác xã|htx|thcs|thpt|tiểu học|mầm non|mẫu giáo|bệnh viện|sân vận động|nhà thi đấu|nhà văn hóa|cách mạng|xóm|tập đoàn|khu)';
const BEFORE = new RegExp(`(?<![\\p{L}\\p{M}])${NOUNS} (?:\\d{1,2} )?$`, 'u');
/** `before` is lower case and ends where the day, or the month of "3 Tháng 2", begins. */
export function isNamedAfter(before: string): boolean {
  return BEFORE.test(before);
}
