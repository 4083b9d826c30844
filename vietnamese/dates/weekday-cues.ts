/** "thứ hai" is Monday beside other words of time or in a capital, else "second"; "thứ 3" likewise. */
import type { Place } from './place.ts';
import { DAY_PART } from './words.ts';

const WITH_DAY_PART = new RegExp(DAY_PART, 'u');

/** `before` is what stands in front; `listed`: it hangs on another weekday in front of it. */
export function isWeekday(
  { text, original, start, end, hasSuffix }: Place,
  before: string,
  listed: boolean,
): boolean {
  const printed = text.slice(start, end);
  const after = text.slice(end, end + 32);
  if (/chủ\s+nhật$/u.test(printed)) return !/(?:các|những)(?: ngày)? $/u.test(before);
  // "(chuyến bay) thứ 2 và thứ 3", "hành tinh thứ ba từ Mặt Trời"
  if (hasSuffix || listed || WITH_DAY_PART.test(printed) || /^hôm/u.test(printed)) return true;
  if (/^(?:,| ?\() ?(?:ngày )?\d{1,2}[/-]\d/u.test(after)) return true;
  if (/^(?:,| và| đến| tới| ?-) (?:thứ|chủ)(?: \p{L}+| \d) (?:hàng|hằng|tuần)/u.test(after))
    return true;
  // "ngày thứ Sáu" is Friday, "ngày thứ sáu" the sixth day.
  if (/thứ\s+\p{Lu}/u.test(original.slice(start, end))) {
    return /(?:vào|từ|đến|tới|trước|sau|và|,|trong) $/u.test(before) || /^ngày/u.test(printed);
  }
  return (
    /^thứ\s\d$/u.test(printed) &&
    /(?:vào|từ|đến) $/u.test(before) &&
    !/^\s(?:liên tiếp|thế giới|trong|của)/u.test(after)
  );
}
