/** Who chairs an event and who speaks there. */
import type { Event } from './event.ts';
import type { ConferenceContext, QuoteSeen } from './shapes.ts';
import type { Line } from './text.ts';
import { sentenceOf } from './text.ts';

const CHAIRS = /(?<!\p{L})(?:chủ trì|điều hành|chủ tọa|chủ toạ|chỉ đạo|đồng chủ trì)(?!\p{L})/iu;
const SPEAKS =
  /(?<!\p{L})(?:phát biểu|báo cáo|trình bày|kết luận|tham luận|giải đáp|trả lời|giải trình|thông tin|cho biết|nhấn mạnh|khẳng định|đề nghị|yêu cầu|chia sẻ|nói|đánh giá|cho rằng|nêu|kêu gọi|khai mạc|bế mạc|thông báo)(?!\p{L})/iu;
const LONGEST = 700;

interface Found {
  readonly chairs: Set<string>;
  readonly speakers: Set<string>;
}

/** [start, end] of every full name in a stretch of text. */
function namesIn(text: string, names: readonly string[]): { name: string; at: number }[] {
  return names
    .flatMap((name) => {
      const at = text.indexOf(name);
      return at < 0 ? [] : [{ name, at }];
    })
    .sort((a, b) => a.at - b.at);
}

function readSentence(text: string, names: readonly string[], found: Found): void {
  const named = namesIn(text, names);
  if (named.length === 0) return;
  const chair = CHAIRS.exec(text);
  const speak = SPEAKS.exec(text);
  // "phát biểu chỉ đạo hội nghị" is speaking.
  const chairs =
    chair !== null &&
    !(
      speak !== null &&
      chair[0].toLowerCase() === 'chỉ đạo' &&
      chair.index - speak.index < 12 &&
      chair.index >= speak.index
    );
  if (chairs && chair) take(named, chair.index, chair.index + chair[0].length, text, found.chairs);
  if (speak !== null && !(chairs && chair && speak.index < chair.index && named.length === 1)) {
    if (!chairs || (chair && speak.index > chair.index))
      take(named, speak.index, speak.index + speak[0].length, text, found.speakers);
    else take(named, speak.index, speak.index + speak[0].length, text, found.speakers);
  }
}

/** The names that a verb speaks of: those chained right before it, else the first behind it. */
function take(
  named: readonly { name: string; at: number }[],
  verb: number,
  end: number,
  text: string,
  into: Set<string>,
): void {
  const before = named.filter(({ at }) => at < verb);
  const last = before.at(-1);
  if (last !== undefined && verb - last.at < 220 && !/[;]/u.test(text.slice(last.at, verb))) {
    into.add(last.name);
    return;
  }
  const next = named.find(({ at }) => at >= end);
  if (next !== undefined && next.at - end < 200) into.add(next.name);
}

/** Names are read from the sentences that mention the event, and from quotations behind them in the paragraph. */
export function partsOf(
  event: Event,
  context: ConferenceContext,
  quotes: ReadonlyMap<number, readonly QuoteSeen[]>,
): { chairs: string[]; speakers: string[] } {
  const names = context.people.flatMap(({ name }) =>
    name === null || !name.includes(' ') ? [] : [name],
  );
  const found: Found = { chairs: new Set(), speakers: new Set() };
  const done = new Set<string>();
  for (const { spot } of event.mentions) {
    const [from, to] = sentenceOf(spot.line, spot.at);
    const { list, passage } = spot.line;
    const start = list[from]?.start ?? 0;
    const end = list[to - 1]?.end ?? start;
    const id = `${passage.paragraph}:${start}`;
    if (done.has(id)) continue;
    done.add(id);
    if (end - start <= LONGEST && names.length <= 200)
      readSentence(passage.text.slice(start, end), names, found);
    // "Tại hội nghị, bà nói: “…”": the speaker was resolved by the quotation.
    if (/^(?:tại|phát|trong)$/u.test(list[from]?.low ?? '')) {
      for (const quote of quotes.get(passage.paragraph) ?? []) {
        const name = quote.speaker?.name;
        if (name && (quote.spans[0]?.start ?? 0) >= start) found.speakers.add(name);
      }
    }
  }
  return { chairs: [...found.chairs], speakers: [...found.speakers] };
}

/** Quotations by the paragraph in which they begin. */
export function quotesByParagraph(quotes: readonly QuoteSeen[]): Map<number, QuoteSeen[]> {
  const found = new Map<number, QuoteSeen[]>();
  for (const quote of quotes) {
    const paragraph = quote.spans[0]?.paragraph;
    if (paragraph === undefined) continue;
    const list = found.get(paragraph);
    if (list) list.push(quote);
    else found.set(paragraph, [quote]);
  }
  return found;
}

export type { Line };
