/** What was said in an article: direct quotations with their speakers, and indirect speech apart. */
import { type Attribution, attributedAfter, attributedBefore } from './attribution.ts';
import { findIndirect } from './indirect.ts';
import { findAnswers } from './interview.ts';
import type { Marked } from './marked.ts';
import { isNotSpeech } from './not-speech.ts';
import type { Quote } from './quote.ts';
import { type Read, type Reading, readArticle, wordAt } from './reading.ts';
import { verbAt } from './reporting.ts';
import { type Told, toldBefore, verbText } from './sentence-before.ts';
import { Memory, resolve } from './speakers.ts';
import type { ReadPassage } from './words.ts';

/** Fewer words are a quotation only if a verb binds them. */
const FEWEST = 6;
/** “A”, “B” … so many in a row may share one attribution. */
const LONGEST_LIST = 12;

interface Candidate {
  readonly mark: Marked;
  readonly text: string;
  readonly length: number;
  readonly before: Attribution | null;
  readonly after: Attribution | null;
  /** Nothing of its sentence stands before it; nothing behind it. */
  readonly leads: boolean;
  readonly alone: boolean;
  /** A comma or dash stands behind it. */
  readonly joined: boolean;
  /** Its sentence goes on behind it without a pause. */
  readonly runsOn: boolean;
}

function textOf(reads: readonly Read[], mark: Marked): string {
  return mark.spans
    .map(({ start, end }, i) => {
      let at = mark.first;
      // Spans skip captions; their passages are found by number.
      while (i > 0 && reads[at]?.passage.paragraph !== mark.spans[i]?.paragraph && at < mark.last)
        at++;
      return (reads[at]?.passage.text ?? '').slice(start, end);
    })
    .join('\n');
}

function candidate(reads: readonly Read[], mark: Marked): Candidate | null {
  const read = reads[mark.first];
  const last = reads[mark.last];
  if (read === undefined || last === undefined) return null;
  const text = textOf(reads, mark);
  const length = text.split(/\s+/u).filter((word) => word !== '').length;
  const open = wordAt(read.list, mark.open);
  const sentenceStart = read.starts[read.sentence[open] ?? 0] ?? 0;
  const lead =
    open - sentenceStart < 4 && read.list.slice(sentenceStart, open).every(({ punct }) => punct);
  const before = lead ? null : attributedBefore(read, mark.first, mark);
  const after =
    mark.broken || (before?.side === 'before' && !weak(before))
      ? null
      : attributedAfter(last, mark.last, mark, lead);
  const close = wordAt(last.list, mark.close);
  const end = last.starts[(last.sentence[close - 1] ?? 0) + 1] ?? last.list.length;
  const alone = end - close <= 2 && last.list.slice(close, end).every(({ punct }) => punct);
  return {
    mark,
    text,
    length,
    before,
    after,
    leads: lead,
    alone,
    runsOn: /^\s+(?!và|hay|hoặc|rồi|đồng|sau|khi)\p{Ll}/u.test(
      last.passage.text.slice(mark.close, mark.close + 12),
    ),
    joined: /^\s*[,–—-]/u.test(last.passage.text.slice(mark.close, mark.close + 4)),
  };
}

/** "Cụ thể: “…”": a colon that says nothing of a speaker. */
const weak = ({ verb, subject }: Attribution): boolean =>
  verb === null && subject?.kind !== 'mention';

/** Whether only a comma, semicolon or "và" stands between two stretches of one passage. */
function listed(read: Read | undefined, one: Marked, two: Marked): boolean {
  if (read === undefined || one.last !== two.first) return false;
  return /^\s*[,;]?\s*(?:và|hay|hoặc)?\s*$/u.test(read.passage.text.slice(one.close, two.open));
}

/** “A”, ông X nói, “B”: nothing but the attribution stands between. */
function interrupted(read: Read | undefined, one: Candidate, two: Candidate): boolean {
  if (read === undefined || one.mark.last !== two.mark.first || one.after === null) return false;
  if (
    one.after.side !== 'after' ||
    two.after !== null ||
    (two.before?.side === 'before' && two.before.verb?.[0] !== one.after.verb?.[0])
  ) {
    return false;
  }
  const open = wordAt(read.list, two.mark.open);
  if (one.after.verb === null || open - one.after.verb[1] > 2) return false;
  return /^\s*(?:thêm|tiếp)?\s*,?\s*$/u.test(
    read.passage.text.slice(read.list[one.after.verb[1] - 1]?.end ?? 0, two.mark.open),
  );
}

/** "Điều 5 quy định: “…”" */
function isLaw(read: Read, attribution: Attribution | null): boolean {
  const verb = attribution?.verb?.[0];
  return verb !== undefined && read.list[verb]?.low === 'quy';
}

function isQuote(read: Read, found: Candidate, attribution: Attribution | null): boolean {
  if (found.length === 0 || isLaw(read, attribution)) return false;
  const bound = attribution !== null && attribution.side !== 'within';
  if (found.length < FEWEST) {
    if (!bound || attribution.subject === null || attribution.verb === null) return false;
    if (attribution.side === 'after') {
      return found.leads && (/[.?!…]\s*$/u.test(found.text) || found.joined);
    }
    const marks = read.passage.text.slice(Math.max(0, found.mark.open - 6), found.mark.open);
    return /:\s*$|(?:rằng|là)[,\s]*$/u.test(marks) && verbAt(read.list, attribution.verb[0]) > 0;
  }
  if (attribution?.side === 'before' && found.length >= 18) return true;
  // … cho biết: “Dịch vụ A” sử dụng …
  if (attribution?.side === 'before' && found.length < 12 && found.runsOn) return false;
  if (
    attribution?.side === 'within' &&
    found.length < 12 &&
    found.runsOn &&
    namesThing(read, found)
  ) {
    return false;
  }
  if (isNotSpeech(read, found.mark, found.text)) return false;
  return attribution !== null || (found.leads && found.alone);
}

/** … nằm trong “Thị trấn nghỉ dưỡng” mà …: a capital where a fragment of speech has none. */
function namesThing(read: Read, { mark, text }: Candidate): boolean {
  return /^\p{Lu}/u.test(text) && /[\p{L}\p{N}]\s*$/u.test(read.passage.text.slice(0, mark.open));
}

/** A line of its own in marks without a full stop is a heading, not speech. */
function isHeading(read: Read, found: Candidate): boolean {
  const { mark, text, length } = found;
  const whole =
    mark.first === mark.last &&
    /^\s*$/u.test(read.passage.text.slice(0, mark.open)) &&
    /^\s*$/u.test(read.passage.text.slice(mark.close));
  return (
    read.passage.type === 'heading' || (whole && length <= 14 && !/[.?!…]$/u.test(text.trim()))
  );
}

function direct(reading: Reading, memory: Memory): Quote[] {
  const { reads } = reading;
  const found = reading.marked.flatMap((mark) => candidate(reads, mark) ?? []);
  const quotes: Quote[] = [];
  let previous: Told | null = null;
  let previousAt = -1;
  for (let i = 0; i < found.length; i++) {
    const one = found[i];
    const read = one === undefined ? undefined : reads[one.mark.first];
    if (one === undefined || read === undefined) continue;
    let attribution =
      one.before?.side === 'before' && !(weak(one.before) && one.after?.verb)
        ? one.before
        : (one.after ?? one.before);
    // “A”, “B” và “C”, ông X nói.
    for (let k = i; attribution === null && k + 1 < found.length && k < i + LONGEST_LIST; k++) {
      const next = found[k + 1];
      const here = found[k];
      if (
        next === undefined ||
        here === undefined ||
        !listed(reads[here.mark.last], here.mark, next.mark)
      )
        break;
      attribution = next.after;
    }
    const before = found[i - 1];
    const inList = before !== undefined && listed(read, before.mark, one.mark);
    if (
      !isQuote(read, one, attribution) &&
      !(inList && previousAt === i - 1 && one.length >= FEWEST)
    )
      continue;
    if (attribution === null && isHeading(read, one)) continue;
    const spans = [...one.mark.spans];
    let text = one.text;
    while (i + 1 < found.length) {
      const next = found[i + 1];
      const current = found[i];
      if (
        next === undefined ||
        current === undefined ||
        !interrupted(reads[one.mark.last], current, next)
      )
        break;
      spans.push(...next.mark.spans);
      text += ` ${next.text}`;
      i++;
    }
    let said: Told | null = null;
    if (attribution !== null) {
      const verb = verbText(reads[attribution.passage], attribution.verb);
      const who =
        attribution.subject === null
          ? null
          : resolve(reading, memory, attribution.passage, attribution.subject);
      if (who !== null) said = { person: who.person, speaker: who.speaker, verb };
      else {
        const last = toldBefore(reading, memory, one.mark, previous);
        said = { person: last?.person ?? null, speaker: last?.speaker ?? null, verb };
      }
    } else if (inList && previous !== null) said = previous;
    else said = toldBefore(reading, memory, one.mark, previous);
    if (said?.person !== null && said !== null) {
      memory.spoke(
        one.mark.last,
        wordAt(reads[one.mark.last]?.list ?? [], one.mark.close),
        said.person,
      );
    }
    quotes.push({
      text,
      spans,
      speaker: said?.speaker ?? null,
      verb: said?.verb ?? null,
      direct: true,
      marked: true,
    });
    previous = said;
    previousAt = i;
  }
  return quotes;
}

/**
 * Quotations in reading order. Direct ones stand in marks or in an interview's answers
 * (`marked: false`); indirect statements come with `direct: false`.
 */
export function findQuotes(passages: readonly ReadPassage[]): Quote[] {
  const known = remembered.get(passages);
  if (known !== undefined) return known;
  const reading = readArticle(passages);
  const memory = new Memory(reading);
  const all = [
    ...direct(reading, memory),
    ...findAnswers(reading),
    ...findIndirect(reading, memory),
  ].sort((a, b) => order(a) - order(b));
  remembered.set(passages, all);
  return all;
}

const remembered = new WeakMap<readonly ReadPassage[], Quote[]>();

const order = ({ spans }: Quote): number =>
  (spans[0]?.paragraph ?? 0) * 1e7 + (spans[0]?.start ?? 0);
