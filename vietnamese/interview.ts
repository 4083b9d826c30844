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
// takes: "… như ông vừa nói sẽ giúp gì trong thực tế?"; refuses "Liệu ông Nam có về không?"
const YOU =
  /(?<!\p{L})(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Bb]ác sĩ|[Gg]iáo sư|[Tt]iến sĩ|[Đđ]ồng chí|[Cc]huyên gia)(?!\p{L})(?!\s+\p{Lu})(?!\s+(?:này|ấy|ta|đó)(?!\p{L}))/u;
const ASKING = /\?\s*$/u;
/** Longer paragraphs tell more than they ask. */
const LONGEST_QUESTION = 110;
const THANKS =
  /^\s*[-–—]?\s*(?:Vâng,?\s*)?(?:xin |trân trọng |xin trân trọng |xin chân thành )?(?:cảm|cám) ơn (?:ông|bà|anh|chị|bác sĩ|tiến sĩ|giáo sư|đồng chí)(?!\p{L})/iu;
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

/** The person asked, where no label says so: of those with a title whoever is named most, the first of equals. */
function asked({ people }: Reading): Mention | undefined {
  let best: readonly Mention[] = [];
  for (const { titles, sure, mentions } of people.people) {
    const named = mentions.filter(({ bare }) => !bare);
    if (sure && titles.length > 0 && named.length > best.length) best = named;
  }
  return best[0];
}

/** Which passages ask; null where the article is no interview. */
function questionsOf(reads: readonly Read[]): boolean[] | null {
  const named = reads.map(
    ({ passage }) =>
      passage.paragraph > 0 && (ASKS.test(passage.text) || ADDRESSES.test(passage.text)),
  );
  const asking = reads.map(
    ({ passage, list, inside }, at) =>
      named[at] === true ||
      (passage.paragraph > 0 &&
        passage.type === 'paragraph' &&
        list.length <= LONGEST_QUESTION &&
        inside[list.length - 1] !== 1 &&
        ASKING.test(passage.text)),
  );
  const polite = asking.filter((asks, at) => asks && YOU.test(reads[at]?.passage.text ?? ''));
  // One question is enough where a name with a colon answers "P.V:".
  const answered = reads.some((read, at) => {
    const next = reads[at + 1];
    return ASKS.test(read.passage.text) && next !== undefined && label(next) !== null;
  });
  if (!answered && named.filter(Boolean).length < 2 && polite.length < 3) return null;
  return asking;
}

export function findAnswers(reading: Reading): Quote[] {
  const { reads, people } = reading;
  const questions = questionsOf(reads);
  if (questions === null) return [];
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
    if (
      read.passage.type === 'heading' ||
      read.passage.paragraph < 1 ||
      THANKS.test(read.passage.text)
    ) {
      close();
      continue;
    }
    if (named !== null) {
      close();
      open = { texts: [], spans: [] };
      speaker = named.mention;
    }
    // A name or a place under the text is no answer.
    if (open === null || (read.list.length < 6 && !/[.!…]\s*$/u.test(read.passage.text))) continue;
    if (read.inside[0] === 1) continue;
    const start = named?.start ?? DASH.exec(read.passage.text)?.[0].length ?? 0;
    const text = read.passage.text.slice(start).trimEnd();
    if (text === '') continue;
    open.texts.push(text);
    open.spans.push({ paragraph: read.passage.paragraph, start, end: start + text.length });
  }
  close();
  return quotes;
}
