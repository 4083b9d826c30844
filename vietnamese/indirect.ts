/** Speech reported without marks: "ông X cho biết …", "theo ông X, …". */
import { isObject, isPronoun, nounPhrase, subjectBefore } from './clause.ts';
import type { Quote } from './quote.ts';
import type { Read, Reading } from './reading.ts';
import { tailAt, verbAt } from './reporting.ts';
import { type Memory, resolve } from './speakers.ts';

/** A statement of fewer words says nothing. */
const FEWEST = 5;
/** So many words before the verb its subject is looked for. */
const LONGEST = 60;

function afterTails(read: Read, at: number): number {
  let end = at;
  for (;;) {
    const size = tailAt(read.list, end);
    if (size > 0) end += size;
    else if (/^[,:]$/u.test(read.list[end]?.text ?? '')) end++;
    else return end;
  }
}

/** End of the sentence without its full stop. */
function sentenceEnd(read: Read, at: number): number {
  let end = read.starts[(read.sentence[at] ?? 0) + 1] ?? read.list.length;
  while (end > at && /^[.?!…]$/u.test(read.list[end - 1]?.text ?? '')) end--;
  return end;
}

function statement(
  reading: Reading,
  memory: Memory,
  passage: number,
  subject: Parameters<typeof resolve>[3],
  verb: readonly [number, number] | null,
  from: number,
): Quote | null {
  const read = reading.reads[passage];
  if (read === undefined) return null;
  const first = read.list[from];
  const end = sentenceEnd(read, from);
  const last = read.list[end - 1];
  if (first === undefined || last === undefined || end - from < FEWEST) return null;
  if (read.inside.subarray(from, end).includes(1)) return null;
  const who = resolve(reading, memory, passage, subject);
  if (who === null) return null;
  const { paragraph, text } = read.passage;
  const verbFirst = verb === null ? undefined : read.list[verb[0]];
  const verbLast = verb === null ? undefined : read.list[verb[1] - 1];
  return {
    text: text.slice(first.start, last.end),
    spans: [{ paragraph, start: first.start, end: last.end }],
    speaker: who.speaker,
    verb:
      verbFirst === undefined || verbLast === undefined
        ? null
        : text.slice(verbFirst.start, verbLast.end).toLowerCase(),
    direct: false,
    marked: false,
  };
}

/** One sentence: its first verb of saying with somebody before it, or "theo ông X" at its head. */
function inSentence(reading: Reading, memory: Memory, passage: number, start: number, end: number) {
  const read = reading.reads[passage];
  if (read === undefined) return null;
  if (read.list[start]?.low === 'theo') {
    const mention = read.mentionAt.get(start + 1);
    const comma = mention === undefined ? undefined : read.list[mention.end];
    if (mention !== undefined) {
      const from = comma?.text === ',' ? mention.end + 1 : mention.end;
      return statement(reading, memory, passage, { kind: 'mention', mention }, null, from);
    }
  }
  for (let i = start; i < end; i++) {
    if (read.inside[i] === 1) return null;
    const mention = read.mentionAt.get(i);
    if (mention !== undefined && mention.end <= end) {
      i = mention.end - 1;
      continue;
    }
    const size = verbAt(read.list, i);
    if (size === 0) continue;
    const subject = subjectBefore(read, Math.max(start, i - LONGEST), i);
    if (subject === null) continue;
    if (subject.kind === 'mention' && isObject(read, subject.mention)) continue;
    if (subject.kind === 'phrase' && !isPronoun(read, subject.from)) {
      const phrase = nounPhrase(read, subject.from, subject.to);
      if (phrase === null || !read.list[phrase.from]?.cap) continue;
    }
    const from = afterTails(read, i + size);
    // "nói về …", "trả lời báo chí" tell no content; "cho biết" and a comma or rằng do.
    const tells = from > i + size || /^(?:cho|khẳng|thừa|tuyên)$/u.test(read.list[i]?.low ?? '');
    if (!tells) continue;
    return statement(reading, memory, passage, subject, [i, i + size], from);
  }
  return null;
}

/** Indirect statements of persons, one a sentence at most. */
export function findIndirect(reading: Reading, memory: Memory): Quote[] {
  const found: Quote[] = [];
  for (let passage = 0; passage < reading.reads.length; passage++) {
    const read = reading.reads[passage];
    if (read === undefined || read.passage.paragraph < 0 || read.passage.type === 'caption')
      continue;
    for (let i = 0; i < read.starts.length; i++) {
      const start = read.starts[i] ?? 0;
      const quote = inSentence(
        reading,
        memory,
        passage,
        start,
        read.starts[i + 1] ?? read.list.length,
      );
      if (quote !== null) found.push(quote);
    }
  }
  return found;
}
