/** Names that nothing but their acting shows to be persons': "Quế Vân chia sẻ …", then "cô viết". */
import { honorificAt } from './address.ts';
import { NOT_AFTER } from './honorific-here.ts';
import { functionWords, isForeignWord } from './names.ts';
import { endsInBody } from './place-in-run.ts';
import type { Read } from './reading.ts';
import { feelingAt, verbAt } from './reporting.ts';
import { isStageName } from './title-before.ts';
import { bodyAt, isPlaceName, runEnd, titleAt } from './titles.ts';

/** So many passages and words back such a name is looked for. */
const BACK = 2;
const MOST_BACK = 150;

const ACTS = new Set('đã từng vừa cũng vẫn luôn không chưa lại sẽ mới'.split(' '));

/** The name of two or three words that opens a clause at `at` and acts; null. */
function actingAt(read: Read, at: number): string | null {
  const { list } = read;
  const before = list[at - 1];
  const opens = at === 0 || before?.punct === true || read.starts[read.sentence[at] ?? 0] === at;
  if (!opens || list[at]?.cap !== true || (before !== undefined && NOT_AFTER.has(before.low)))
    return null;
  const end = runEnd(list, at);
  const run = list.slice(at, end);
  if (run.length < 2 || run.length > 3 || functionWords(run) > 0) return null;
  if (isPlaceName(run) || endsInBody(run) || bodyAt(list, at) > 0 || titleAt(list, at) !== null)
    return null;
  const foreign = run.some(isForeignWord);
  if (!foreign && !(run.length === 2 && isStageName(run))) return null;
  const speaks = verbAt(list, end) > 0 || feelingAt(list, end) > 0 || list[end]?.low === 'từng';
  // Clubs and firms act too: of a foreign name only speech counts.
  if (!speaks && (foreign || !ACTS.has(list[end]?.low ?? ''))) return null;
  const [first, last] = [run[0], run.at(-1)];
  return read.passage.text.slice(first?.start ?? 0, last?.end ?? 0);
}

/** "Chị T.H", "anh N": somebody without a name. */
function hiddenAt({ list }: Read, at: number): boolean {
  const size = honorificAt(list, at);
  return size > 0 && /^\p{Lu}(?:\.\p{Lu})*$/u.test(list[at + size]?.text ?? '');
}

/** The name that acts last before a word, where the article prints it more than once; null. */
export function actingName(reads: readonly Read[], passage: number, word: number): string | null {
  let left = MOST_BACK;
  for (let back = 0; back <= BACK; back++) {
    const read = reads[passage - back];
    if (read === undefined) return null;
    for (let at = (back === 0 ? word : read.list.length) - 1; at >= 0 && left > 0; at--, left--) {
      if (read.inside[at] === 1) continue;
      if (hiddenAt(read, at)) return null;
      const name = actingAt(read, at);
      if (name !== null) return isRepeated(reads, name) ? name : null;
    }
  }
  return null;
}

const isRepeated = (reads: readonly Read[], name: string): boolean => {
  let seen = 0;
  for (const { passage } of reads) {
    for (let at = passage.text.indexOf(name); at >= 0; at = passage.text.indexOf(name, at + 1)) {
      if (++seen > 1) return true;
    }
  }
  return false;
};
