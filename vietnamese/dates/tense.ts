/** Whether a sentence speaks of what has been or what will be, as far as its small words tell. */

const AHEAD =
  /(?<!\p{L})(?:sẽ|dự kiến|dự định|sắp|chuẩn bị|phấn đấu|mục tiêu|đến hết|hạn chót|thời hạn|kế hoạch|có thể|muộn nhất|chậm nhất|sắp tới|tới đây)(?!\p{L})/gu;
const BEHIND =
  /(?<!\p{L})(?:đã|vừa|từng|trước đó|ghi nhận|xảy ra|bị|khi đó|vừa qua|(?<!phục )hồi)(?!\p{L})/gu;
const REACH = 160;

/** Distance to the nearest of the words in a stretch of text, Infinity if there is none. */
function nearest(
  words: RegExp,
  text: string,
  from: number,
  to: number,
  start: number,
  end: number,
): number {
  let best = Number.POSITIVE_INFINITY;
  for (const match of text.slice(from, to).matchAll(words)) {
    const at = from + match.index;
    const last = at + match[0].length;
    // A word in front tells more than one behind.
    if (last <= start) best = Math.min(best, start - last);
    else if (at >= end) best = Math.min(best, (at - end) * 1.5 + 10);
  }
  return best;
}

/** Lean of the date at start–end within its sentence; null if no word tells. */
export function leanAt(text: string, start: number, end: number): 'past' | 'future' | null {
  let from = Math.max(0, start - REACH);
  // Only the sentence's own words count; looked for within reach, so that no text takes long.
  const near = text.slice(from, start);
  const stop = Math.max(near.lastIndexOf('. '), near.lastIndexOf('\n'));
  if (stop > 0) from += stop;
  let to = Math.min(text.length, end + REACH);
  const next = /[.!?…](?:\s|$)|\n/u.exec(text.slice(end, to));
  if (next !== null) to = end + next.index;
  const ahead = nearest(AHEAD, text, from, to, start, end);
  const behind = nearest(BEHIND, text, from, to, start, end);
  if (ahead === behind) return null;
  return ahead < behind ? 'future' : 'past';
}
