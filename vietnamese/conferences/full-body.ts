/** "Bộ", "Tổng Công ty": bodies that an article calls by their kind alone, led back to the name it prints. */
import type { Word } from '../words.ts';
import type { Mention } from './mention.ts';
import { bodyEnd, headAt } from './organisation.ts';
import type { Passage } from './shapes.ts';
import { between, type Line, lineOf } from './text.ts';

// takes: Bộ · Sở · Tổng Công ty · Nhà trường; refuses UBND, Tỉnh ủy: their unit is the one at hand
const KIND_ALONE =
  /^(?:bộ|sở|cục|vụ|tổng cục|ngân hàng|công ty|tổng công ty|tập đoàn|trường|nhà trường|bệnh viện|học viện|viện|hội|hiệp hội|liên đoàn)$/iu;

export const isKindAlone = (organiser: string): boolean => KIND_ALONE.test(organiser);

/** So many words of one line are looked through. */
const MOST_WORDS = 2_000;

/** Bodies of one line that begin with the kind's words and have a name. */
function named(line: Line, kind: string, until: number): string | null {
  const { list } = line;
  let last: string | null = null;
  for (let at = Math.max(0, until - MOST_WORDS); at < until; at++) {
    if (list[at]?.low !== kind || headAt(list, at) === 0) continue;
    const end = Math.min(bodyEnd(list, at), until);
    if (end > at + 1 && hasName(list, at + 1, end)) {
      last = between(line, at, end);
      at = end - 1;
    }
  }
  return last;
}

function hasName(list: readonly Word[], from: number, to: number): boolean {
  return list.slice(from, to).some(({ cap }) => cap);
}

/** A kind alone is led back over so many passages. */
const MOST_BACK = 12;

/**
 * The fuller printing of an organiser that is only a kind, the one printed last before it; the organiser
 * itself where the article prints none.
 */
export function fullBody(
  { organiser, spot }: Mention,
  passages: readonly Passage[],
): string | null {
  if (organiser === null || !isKindAlone(organiser.text)) return organiser?.text ?? null;
  const low = organiser.text.toLowerCase().replace(/^nhà /u, '');
  const kind = low.split(' ')[0] ?? '';
  const own = named(spot.line, kind, organiser.from);
  if (own !== null) return own;
  const here = passages.findIndex(({ paragraph }) => paragraph === spot.line.passage.paragraph);
  for (const passage of passages
    .slice(Math.max(0, here - MOST_BACK), Math.max(0, here))
    .reverse()) {
    if (!passage.text.toLowerCase().includes(low)) continue;
    const line = lineOf(passage);
    const found = named(line, kind, line.list.length);
    if (found !== null) return found;
  }
  return organiser.text;
}
