/** Interviews: answers that stand without marks behind "PV:", "Ông X:", or a dash. */
import type { Mention } from './mention.ts';
import type { Quote } from './quote.ts';
import type { Read, Reading } from './reading.ts';
import { speakerOf } from './speakers.ts';

// takes: "PV:", "P.V: Thưa ông …", "Phóng viên (PV):", "Hỏi:"
const ASKS = /^\s*[-–—]?\s*(?:P\.?V\.?|Phóng viên(?: \(P\.?V\.?\))?|Hỏi)\s*:/iu;
// takes: "- Thưa ông, … ?", "Xin bà cho biết …?"
const ADDRESSES =
  /^\s*[-–—]?\s*(?:(?:Vâng,?\s*)?[Tt]hưa (?:ông|bà|anh|chị|đồng chí|bác sĩ|PGS|TS|GS)|Xin (?:ông|bà|anh|chị|đồng chí) (?:cho|chia|đánh))(?!\p{L})[^\n]*\?\s*$/u;
const DASH = /^\s*[-–—]\s*/u;

/** "Ông Nguyễn Văn A: …" with words of his own behind the colon. */
function label(read: Read): { mention: Mention; start: number } | null {
  const mention =
    read.mentionAt.get(0) ?? (read.list[0]?.punct ? read.mentionAt.get(1) : undefined);
  const colon = mention === undefined ? undefined : read.list[mention.end];
  if (mention === undefined || colon?.text !== ':') return null;
  const first = read.list[mention.end + 1];
  if (first === undefined || read.inside[mention.end + 1] === 1) return null;
  return { mention, start: first.start };
}

/** The person asked: whoever answers under his name, else the first one named with a title. */
function asked(reading: Reading): Mention | undefined {
  const all = reading.reads.flatMap(({ mentions }) => mentions);
  return all.find(({ titles, bare }) => titles.length > 0 && !bare);
}

export function findAnswers(reading: Reading): Quote[] {
  const { reads, people } = reading;
  const questions = reads.map(
    ({ passage }) =>
      passage.paragraph > 0 && (ASKS.test(passage.text) || ADDRESSES.test(passage.text)),
  );
  if (questions.filter(Boolean).length < 2) return [];
  const quotes: Quote[] = [];
  let speaker: Mention | undefined;
  let open: { texts: string[]; spans: Quote['spans'] } | null = null;
  const close = () => {
    const person = speaker === undefined ? undefined : people.of(speaker);
    if (open !== null && open.texts.length > 0) {
      quotes.push({
        text: open.texts.join('\n'),
        spans: open.spans,
        speaker:
          person === undefined
            ? null
            : speakerOf(person, speaker?.text ?? null, speaker?.honorific ?? null),
        verb: null,
        direct: true,
        marked: false,
      });
    }
    open = null;
  };
  for (let at = 0; at < reads.length; at++) {
    const read = reads[at];
    if (read === undefined || read.passage.type === 'caption') continue;
    if (questions[at]) {
      close();
      open = { texts: [], spans: [] };
      speaker ??= asked(reading);
      continue;
    }
    const named = label(read);
    if (read.passage.type === 'heading' || read.passage.paragraph < 1) {
      close();
      continue;
    }
    if (named !== null) {
      close();
      open = { texts: [], spans: [] };
      speaker = named.mention;
    }
    if (open === null || read.inside.includes(1)) continue;
    const start = named?.start ?? DASH.exec(read.passage.text)?.[0].length ?? 0;
    const text = read.passage.text.slice(start).trimEnd();
    if (text === '') continue;
    open.texts.push(text);
    open.spans.push({ paragraph: read.passage.paragraph, start, end: start + text.length });
  }
  close();
  return quotes;
}
