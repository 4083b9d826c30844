/** Words right behind a date that belong to it: "vừa qua", "tới", "này", "hàng năm", "cùng năm". */
import { END, S, sticky } from './words.ts';

export interface Suffix {
  readonly end: number;
  readonly lean: 'past' | 'future' | null;
  readonly recurring: boolean;
  /** "cùng năm": the year spoken of before. */
  readonly sameYear: boolean;
}

/** "tới" is also "to": it belongs to the date only where nothing comes that one could go to. */
const COMING = `tới(?=\\s*(?:[,.;:)!?”"…-]|$)|${S}(?:sẽ|là|để|với|và|trên|cho|trong|bằng|của|được|có|khi|thì|như|cũng|theo|tại|ở|vẫn|phải|cần|không|chưa|hoặc|nhằm|diễn|nếu|mới|đang)${END})`;
const SUFFIX = sticky(
  `${S}(?:(?<past>vừa${S}(?:qua|rồi)|qua(?=[,.;)]|$))|(?<future>sắp${S}(?:tới|đến)|tới${S}đây|${COMING})|(?<this>này)|(?<each>(?:hàng|hằng|mỗi)${S}(?:năm|tuần|tháng)|thường${S}niên)|(?<same>(?:của${S})?cùng${S}năm)(?!${S}ngoái))${END}`,
);

/** The words behind a date that ends at `end`; its `end` is that of the last of them. */
export function suffixAt(text: string, end: number): Suffix {
  let found: Suffix = { end, lean: null, recurring: false, sameYear: false };
  for (let i = 0; i < 2; i++) {
    SUFFIX.lastIndex = found.end;
    const groups = SUFFIX.exec(text)?.groups;
    if (groups === undefined) break;
    found = {
      end: SUFFIX.lastIndex,
      lean:
        groups.past !== undefined ? 'past' : groups.future !== undefined ? 'future' : found.lean,
      recurring: found.recurring || groups.each !== undefined,
      sameYear: found.sameYear || groups.same !== undefined,
    };
  }
  return found;
}
