/** The time of day that stands at a date: "7h30 ngày 26/5", "20 giờ tối qua", "26/05/2023 08:15". */

const BEFORE =
  /(?<![\d.,/])(\d{1,2})\s?(?:h|giờ|g|:)\s?([0-5]\d)?['’]?(?:\s?phút)?(?:\s?(?:-|–|đến|tới)\s?\d{1,2}\s?(?:h|giờ|g|:)\s?(?:[0-5]\d)?(?:\s?phút)?)?(?:\s(?:rạng sáng|sáng|trưa|chiều|tối|đêm|khuya))?,?\s(?:của\s|vào\s)?$/u;
const AFTER =
  /^(?:,|\s-)?\s(?:vào\s)?(?:lúc\s)?(\d{1,2})(?:(?:h|g|\s?giờ\s?)([0-5]\d)?|:([0-5]\d))(?![\d\p{L}])/u;

/** "HH:mm" in 24 hours, null if none is printed at the date. `text` is lower case. */
export function timeAt(text: string, start: number, end: number): string | null {
  const before = text.slice(Math.max(0, start - 48), start);
  const front = BEFORE.exec(before);
  const match = front ?? AFTER.exec(text.slice(end, end + 24));
  if (match === null) return null;
  let hour = Number(match[1]);
  const minute = match[2] ?? match[3] ?? '00';
  const around = `${front?.[0] ?? ''}${text.slice(start, end)}`;
  if (/chiều|tối/u.test(around) && hour < 12) hour += 12;
  else if (/đêm|khuya/u.test(around) && hour >= 6 && hour < 12) hour += 12;
  else if (/đêm|khuya|rạng sáng/u.test(around) && hour === 12) hour = 0;
  else if (/trưa/u.test(around) && hour < 4) hour += 12;
  if (hour === 24 && minute === '00') return '24:00';
  return hour > 23 ? null : `${String(hour).padStart(2, '0')}:${minute}`;
}
