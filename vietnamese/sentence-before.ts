/** The speaker of the sentence directly before a quotation that has no attribution of its own. */
import { isObject, isPronoun, type Subject, subjectBefore } from './clause.ts';
import type { Marked } from './marked.ts';
import type { KnownPerson } from './person-registry.ts';
import { mentionsIn, type Read, type Reading, wordAt } from './reading.ts';
import { tailAt, verbAt } from './reporting.ts';
import { type Memory, resolve, type Speaker, speakerOf } from './speakers.ts';

/** Who said a quotation, and by which verb. */
export interface Told {
  readonly person: KnownPerson | null;
  readonly speaker: Speaker | null;
  readonly verb: string | null;
}

/** Words of the core verb, as printed. */
export function verbText(
  read: Read | undefined,
  verb: readonly [number, number] | null,
): string | null {
  if (read === undefined || verb === null) return null;
  const text = read.passage.text.slice(read.list[verb[0]]?.start, read.list[verb[1] - 1]?.end);
  return text === '' ? null : text.toLowerCase();
}

/** Words of a sentence that are looked at. */
const LONGEST = 200;

interface Sentence {
  readonly at: number;
  readonly read: Read;
  readonly from: number;
  readonly end: number;
}

/** A line without a full stop is a heading, no sentence. */
function isLine(read: Read): boolean {
  return !/[.?!:…"”]\s*$/u.test(read.passage.text) && read.list.length < 25;
}

function sentenceBefore(reading: Reading, mark: Marked): Sentence | null {
  let at = mark.first;
  let read = reading.reads[at];
  if (read === undefined) return null;
  const open = wordAt(read.list, mark.open);
  let end = read.starts[read.sentence[open] ?? 0] ?? 0;
  while (end === 0) {
    at--;
    read = reading.reads[at];
    if (read === undefined || read.passage.paragraph < 0) return null;
    if (read.passage.type !== 'caption' && read.passage.type !== 'heading' && !isLine(read)) {
      end = read.list.length;
    }
  }
  return {
    at,
    read,
    from: Math.max(read.starts[read.sentence[end - 1] ?? 0] ?? 0, end - LONGEST),
    end,
  };
}

/** Behind the verb nothing stands but "thêm", "như sau" and the full stop. */
function endsInVerb(read: Read, from: number, end: number): boolean {
  let at = from;
  while (at < end) {
    const size = tailAt(read.list, at);
    if (size === 0 && !read.list[at]?.punct) return false;
    at += Math.max(size, 1);
  }
  return true;
}

function subjectIn({ read, from, end }: Sentence): Subject | null {
  const mention = mentionsIn(read, from, end).find(
    (m) => m.nameEnd <= end && !isObject(read, m) && !m.bare,
  );
  for (let i = from; i < (mention?.first ?? end); i++) {
    if (read.inside[i] === 1 || !isPronoun(read, i)) continue;
    if (/^(?:tôi|em|nó)$/u.test(read.list[i]?.low ?? '')) continue;
    return { kind: 'phrase', from: i, to: i + 1 };
  }
  return mention === undefined ? null : { kind: 'mention', mention };
}

/** `previous` is what the quotation before had. */
export function toldBefore(
  reading: Reading,
  memory: Memory,
  mark: Marked,
  previous: Told | null,
): Told | null {
  const sentence = sentenceBefore(reading, mark);
  if (sentence === null) return null;
  const { read, from, end, at } = sentence;
  if (previous !== null && read.inside.subarray(from, end).includes(1)) {
    return { ...previous, verb: null };
  }
  const colon = read.list[end - 1]?.text === ':';
  let verb: readonly [number, number] | null = null;
  for (let i = from; i < end; i++) {
    const size = verbAt(read.list, i);
    if (size > 0 && (verb === null || colon)) verb = [i, i + size];
  }
  const said = verb === null ? null : subjectBefore(read, from, verb[0]);
  const introduces =
    verb !== null &&
    said !== null &&
    (colon || (end - from <= 14 && endsInVerb(read, verb[1], end)));
  const choices = [said, subjectIn(sentence)];
  for (const subject of choices) {
    const found = subject === null ? null : resolve(reading, memory, at, subject);
    if (found === null || (found.person === null && subject !== said)) continue;
    const named = found.speaker.name !== null;
    const mention = introduces || !named ? found.speaker.mention : null;
    return {
      person: found.person,
      speaker: { ...found.speaker, mention },
      verb: introduces ? verbText(read, verb) : null,
    };
  }
  const person = memory.last(at, end, () => true, 1, true);
  return person === null ? null : { person, speaker: speakerOf(person, null, null), verb: null };
}
