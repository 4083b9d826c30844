/** Names with nothing before them. */
import { NOT_AFTER } from './honorific-here.ts';
import { type Mention, NOTHING } from './mention.ts';
import { mentionOf } from './mention-of.ts';
import { functionWords, isForeignName, isFullName, isWholeCountry } from './names.ts';
import { endsInBody, endsInPlace } from './place-in-run.ts';
import { bodyAt, isPlaceName } from './titles.ts';
import type { Word } from './words.ts';

/** "Quỹ học bổng Vừ A Dính", "giải thưởng Tạ Quang Bửu": things named after a person. */
function namedAfter(list: readonly Word[], at: number): boolean {
  for (let back = 1; back <= 3; back++) {
    const word = list[at - back];
    if (word === undefined || word.punct) return false;
    if (/^(?:quỹ|giải|trường|đường|phố|cúp|đền|tượng|học_bổng|thpt|thcs)$/u.test(word.low))
      return true;
    if (word.cap) return false;
  }
  return false;
}

/** "tờ Thai Rath", "hãng Reuters Health" */
export const MEDIA: ReadonlySet<string> = new Set([
  'tờ',
  'báo',
  'hãng',
  'kênh',
  'đài',
  'trang',
  'chí',
  'clb',
  'đội',
]);

/** The mention that the run of capitalised words [at, end) is. */
export function bareMention(
  text: string,
  list: readonly Word[],
  passage: number,
  at: number,
  end: number,
): Mention | null {
  const previous = list[at - 1];
  if (previous !== undefined && (NOT_AFTER.has(previous.low) || bodyAt(list, at - 1) > 0))
    return null;
  if (namedAfter(list, at) || MEDIA.has(previous?.low ?? '')) return null;
  const all = list.slice(at, end);
  const rest = functionWords(all);
  // "Từ Nhược Tuyên" is a name, "Từ Hoàng Mai" is none.
  const skipped = isFullName(all) && !isFullName(all.slice(rest)) ? 0 : rest;
  if (all.slice(0, skipped).some(({ low }) => MEDIA.has(low))) return null;
  // "hải quân Pháp Antoine Beaussant"
  let start = skipped;
  // "phụ trách châu Âu Hans Kluge"
  if (start === 0 && previous?.low === 'châu' && /^(?:Âu|Á|Phi|Mỹ|Úc)$/u.test(all[0]?.text ?? ''))
    start++;
  while (isWholeCountry(all[start]) && isForeignName(all.slice(start + 1))) start++;
  const run = all.slice(start);
  if (run.length === 0 || isPlaceName(run) || endsInPlace(run) || endsInBody(run)) return null;
  at += start;
  if (isFullName(run)) return mentionOf(text, list, passage, at, [at, end], NOTHING, false);
  if (isForeignName(run)) return mentionOf(text, list, passage, at, [at, end], NOTHING, true);
  return null;
}
