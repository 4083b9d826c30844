/** An article as the search engines get it: key texts and filter values, nothing to show. */
import type { Article } from '../core/article.ts';
import type { KeyedText, SearchDocument, TextField } from '../core/search.ts';
import { keyText, VIETNAMESE_VERSION } from '../vietnamese/index.ts';
import { placeCodes } from './place-codes.ts';

/** Raise the first number when a document would be made otherwise; then every article is indexed again. */
export const DOCUMENT_VERSION = `1.${VIETNAMESE_VERSION}`;

/** What is needed of a stored article (archive/port.ts). */
export interface IndexableArticle {
  readonly article: Article;
  /** Id of the article that this one reprints. */
  readonly original: string | null;
}

/** Longer values are no names of anything, and engines cut them at 468 bytes. */
const VALUE_BYTES = 400;

function values(found: Iterable<string | null | undefined>): string[] {
  const kept = new Set<string>();
  for (const value of found) {
    const text = value?.normalize('NFC').replace(/\s+/gu, ' ').trim();
    if (text && Buffer.byteLength(text) <= VALUE_BYTES) kept.add(text);
  }
  return [...kept].sort();
}

function present(texts: Iterable<string | null | undefined>): string[] {
  return [...texts].filter(
    (text) => text !== null && text !== undefined && text !== '',
  ) as string[];
}

function textsOf(article: Article): Record<TextField, string[]> {
  const captionBlocks = new Set(article.captions.map((caption) => caption.block));
  return {
    headline: present([article.headline]),
    sapo: present([article.sapo]),
    captions: article.captions.flatMap(({ text, credit }) => present([text, credit])),
    quotes: article.quotes.map((quote) => quote.text),
    people: article.people.flatMap((person) => [
      ...present([person.name]),
      ...person.offices.map((office) => office.title),
    ]),
    places: [...new Set(article.places.map((place) => place.text))],
    body: article.blocks.filter((_, i) => !captionBlocks.has(i)).map((block) => block.text),
  };
}

/** The search document of a stored article. Pure: the same article gives the same document. */
export function toDocument({ article, original }: IndexableArticle): SearchDocument {
  const texts = textsOf(article);
  const keyed = (field: TextField): KeyedText => keyText(texts[field]);
  const section = values([article.section])[0] ?? null;
  const { publishedAt } = article;
  return {
    id: article.id,
    texts: {
      headline: keyed('headline'),
      sapo: keyed('sapo'),
      captions: keyed('captions'),
      quotes: keyed('quotes'),
      people: keyed('people'),
      places: keyed('places'),
      body: keyed('body'),
    },
    newspaper: article.newspaper,
    section,
    publishedAt: publishedAt === null ? null : Date.parse(publishedAt) / 1000,
    month: publishedAt?.slice(0, 7) ?? null,
    day: article.publishedPrecision === 'month' ? null : (publishedAt?.slice(0, 10) ?? null),
    places: placeCodes(article.places, publishedAt?.slice(0, 10) ?? null),
    people: values(article.people.map((person) => person.name)),
    conferenceKinds: values(article.conferences.map((conference) => conference.kind)),
    hasQuotes: article.quotes.length > 0,
    original,
  };
}
