/** Quotations: right when the first four and last four words are, in the right paragraph. */
import type { Article, Quote, Span } from '../../core/article.ts';
import {
  before,
  context,
  edgeWords,
  locateWords,
  overlaps,
  paragraphText,
  splitWords,
} from './anchors.ts';
import type { GoldQuote } from './gold.ts';
import type { Score } from './tally.ts';

const EDGE = 4;
/** Shorter quotations are neither right nor wrong. */
const SHORTEST = 6;

export function scoreQuotes(gold: readonly GoldQuote[], article: Article, score: Score): void {
  const found = new Set(
    article.quotes.filter(
      (quote) => quote.direct && quote.marked && splitWords(quote.text).length >= SHORTEST,
    ),
  );
  const scored = gold.filter((quote) => quote.ignore !== true);
  const unmatched: GoldQuote[] = [];
  for (const wanted of scored) {
    const match = [...found].find((quote) => sameEdges(wanted, quote));
    if (!match) {
      unmatched.push(wanted);
      continue;
    }
    found.delete(match);
    score.right('quotes');
    scoreSpeaker(wanted, match, score);
  }
  for (const wanted of unmatched) {
    const near = [...found].filter((quote) => touches(wanted, quote, article));
    score.missed('quotes', `${where(wanted)}${near.length > 0 ? ' (found with other edges)' : ''}`);
  }
  const ignored = gold.filter((quote) => quote.ignore === true);
  for (const quote of found) {
    if (ignored.some((other) => touches(other, quote, article))) continue;
    const [first] = quote.spans;
    score.wrong('quotes', first ? context(article, first) : quote.text);
  }
}

function sameEdges(wanted: GoldQuote, quote: Quote): boolean {
  const words = splitWords(quote.text);
  const head = splitWords(wanted.start.words).slice(0, EDGE);
  const tail = splitWords(wanted.end.words).slice(-EDGE);
  return (
    quote.spans[0]?.paragraph === wanted.start.paragraph &&
    quote.spans.at(-1)?.paragraph === wanted.end.paragraph &&
    edgeWords(words.slice(0, head.length)) === edgeWords(head) &&
    edgeWords(words.slice(-tail.length)) === edgeWords(tail)
  );
}

/** The paragraphs' stretches that the gold quotation covers; empty where its anchors are not found. */
export function extent(wanted: GoldQuote, article: Article): readonly Span[] {
  const { start, end } = wanted;
  const head = locateWords(article, start.paragraph, start.words);
  const tail = locateWords(article, end.paragraph, end.words);
  if (!head || !tail || before(tail, head)) return [];
  const spans: Span[] = [];
  for (let paragraph = start.paragraph; paragraph <= end.paragraph; paragraph += 1) {
    spans.push({
      paragraph,
      start: paragraph === start.paragraph ? head.start : 0,
      end: paragraph === end.paragraph ? tail.end : paragraphText(article, paragraph).length,
    });
  }
  return spans;
}

function touches(wanted: GoldQuote, quote: Quote, article: Article): boolean {
  return extent(wanted, article).some((a) => quote.spans.some((b) => overlaps(a, b)));
}

function scoreSpeaker(wanted: GoldQuote, quote: Quote, score: Score): void {
  const { speaker } = quote;
  const skip = (field: 'speaker' | 'offices' | 'official' | 'verb') =>
    wanted.unscored?.includes(field) === true;
  const told = (expected: string | null, got: string | null) => () =>
    `${where(wanted)}: wanted ${expected ?? 'none'}, got ${got ?? 'none'}`;
  if (!skip('speaker')) {
    const name = speaker?.name ?? null;
    score.value(
      'quotes: speaker',
      plain(name) === plain(wanted.speaker),
      told(wanted.speaker, name),
    );
    const mention = speaker?.mention ?? null;
    score.value(
      'quotes: mention',
      lower(mention) === lower(wanted.mention),
      told(wanted.mention, mention),
    );
  }
  if (!skip('offices')) {
    const optional = new Set(titles(wanted.optionalOffices ?? []));
    const expected = [...titles(wanted.offices)].sort();
    const got = titles((speaker?.offices ?? []).map((office) => office.title))
      .filter((one) => expected.includes(one) || !optional.has(one))
      .sort();
    score.value(
      'quotes: office',
      JSON.stringify(expected) === JSON.stringify(got),
      told(expected.join(' | '), got.join(' | ')),
    );
  }
  if (wanted.official !== null && !skip('official')) {
    const official = speaker?.official ?? false;
    score.value(
      'quotes: official',
      official === wanted.official,
      told(String(wanted.official), String(official)),
    );
  }
  if (!skip('verb')) {
    score.value(
      'quotes: verb',
      lower(quote.verb) === lower(wanted.verb),
      told(wanted.verb, quote.verb),
    );
  }
}

function where({ start, end }: GoldQuote): string {
  return `p${start.paragraph} “${start.words} … ${end.words}”`;
}

function plain(text: string | null): string | null {
  return text === null ? null : edgeWords(splitWords(text.normalize('NFC')));
}

function lower(text: string | null): string | null {
  return plain(text)?.toLowerCase() ?? null;
}

/** Each title bare; one with "kiêm" in it and the two that it joins come to the same. */
function titles(all: readonly string[]): readonly string[] {
  return all.flatMap((one) => title(one).split(/\s+kiêm\s+/u));
}

/** A title without "nguyên", "cựu" before it and a bracket behind it: the rules leave both open. */
export function title(text: string): string {
  return splitWords(text.normalize('NFC'))
    .join(' ')
    .replace(/^(?:nguyên|cựu)\s+/iu, '')
    .replace(/\s*\([^()]*\)$/u, '');
}
