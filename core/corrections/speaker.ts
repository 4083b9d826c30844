/** Correcting who speaks, and with which offices. */
import {
  type Article,
  type Person,
  passages,
  type Quote,
  type Span,
  type Speaker,
  textAt,
} from '../article.ts';
import type { QuoteChange } from './schema.ts';

/** Most places that a name which the parser did not know is shown at. */
const MOST_EVIDENCE = 20;

const nobody: Speaker = {
  name: null,
  mention: null,
  honorific: null,
  rank: null,
  degree: null,
  offices: [],
  official: false,
};

/** A quotation where the parser found none: the words pointed at. */
export function newQuote(article: Article, span: Span): Quote {
  const before = textAt(article, { ...span, start: Math.max(0, span.start - 2), end: span.start });
  const marked = /["“«]\s?$/u.test(before);
  const text = textAt(article, span);
  return { text, spans: [span], speaker: null, verb: null, direct: true, marked };
}

function asSpeaker({ roles: _, evidence: __, ...speaker }: Person): Speaker {
  return speaker;
}

/** The speaker after the change; what is not corrected of another person is what the article says of him. */
function speakerAfter(
  quote: Quote,
  people: readonly Person[],
  change: QuoteChange,
): Speaker | null {
  const { speaker: name, offices, official } = change;
  let speaker = quote.speaker;
  if (name === null) speaker = null;
  else if (name !== undefined && name !== speaker?.name) {
    const known = people.find((person) => person.name === name);
    speaker = { ...(known ? asSpeaker(known) : nobody), name, mention: null };
  }
  if (offices === undefined && official === undefined) return speaker;
  return {
    ...(speaker ?? nobody),
    ...(offices === undefined ? {} : { offices }),
    ...(official === undefined ? {} : { official }),
  };
}

/** Where a name is printed. */
function printed(article: Article, name: string): Span[] {
  const found: Span[] = [];
  const letter = /[\p{L}\p{M}\p{N}]/u;
  for (const { paragraph, text } of passages(article))
    for (
      let start = text.indexOf(name);
      start >= 0 && found.length < MOST_EVIDENCE;
      start = text.indexOf(name, start + name.length)
    ) {
      const end = start + name.length;
      if (!letter.test(text.charAt(start - 1)) && !letter.test(text.charAt(end)))
        found.push({ paragraph, start, end });
    }
  return found;
}

/**
 * The quotations and people after the change of one quotation. A person has the same offices in the whole
 * article, and whoever is quoted is one of its people.
 */
export function correctSpeaker(
  article: Article,
  index: number,
  change: QuoteChange,
): Pick<Article, 'quotes' | 'people'> {
  const quote = article.quotes[index];
  if (quote === undefined) return article;
  const speaker = speakerAfter(quote, article.people, change);
  const quotes = article.quotes.map((one, i) => (i === index ? { ...one, speaker } : one));
  if (speaker?.name == null) return { quotes, people: article.people };
  const { name, offices, official } = speaker;
  const alike = <T extends Speaker>(one: T): T => ({ ...one, offices, official });
  const known = article.people.some((person) => person.name === name);
  return {
    quotes: quotes.map((one) =>
      one.speaker?.name === name ? { ...one, speaker: alike(one.speaker) } : one,
    ),
    people: known
      ? article.people.map((person) => (person.name === name ? alike(person) : person))
      : [...article.people, { ...speaker, roles: ['other'], evidence: printed(article, name) }],
  };
}
