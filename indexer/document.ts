/** An article as the search engines get it: key texts and filter values, nothing to show. */
import { type Article, textAt } from '../core/article.ts';
import type { Facet, KeyedText, SearchDocument, TextField } from '../core/search.ts';
import { keyText, VIETNAMESE_VERSION } from '../vietnamese/index.ts';
import { placeCodes } from './place-codes.ts';

/** Raise the first number when a document would be made otherwise; then every article is indexed again. */
export const DOCUMENT_VERSION = `3.${VIETNAMESE_VERSION}`;

/** What is needed of a stored article (archive/port.ts). */
export interface IndexableArticle {
  readonly article: Article;
  /** Id of the article that this one reprints. */
  readonly original: string | null;
  /** Since when the paper does not show it any more; left out: it does. */
  readonly withdrawnAt?: string | null;
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
    // Span by span: words on both sides of an attribution are no neighbours.
    quotes: article.quotes.flatMap((quote) => quote.spans.map((span) => textAt(article, span))),
    people: article.people.flatMap((person) => [
      ...present([person.name]),
      ...person.offices.map((office) => office.title),
    ]),
    places: [...new Set(article.places.map((place) => place.text))],
    body: article.blocks.filter((_, i) => !captionBlocks.has(i)).map((block) => block.text),
  };
}

/** What an article is filtered and counted by. */
export function valuesOf(stored: IndexableArticle): Record<Facet, string[]> {
  const { article, original, withdrawnAt } = stored;
  const { people, conferences, publishedAt, publishedPrecision } = article;
  const day = publishedAt?.slice(0, 10) ?? null;
  const officials = people.filter((person) => person.official);
  const text = article.blocks.some((block) => block.type !== 'caption' && block.text !== '');
  return {
    newspaper: values([article.newspaper]),
    month: values([publishedAt?.slice(0, 7)]),
    day: publishedPrecision === 'month' ? [] : values([day]),
    places: placeCodes(article.places, day),
    section: values([article.section]),
    people: values(people.map((person) => person.name)),
    officials: values(officials.map((person) => person.name)),
    offices: values(
      officials.flatMap(({ offices }) =>
        offices.filter((office) => !office.former).map((office) => office.title),
      ),
    ),
    conferenceKinds: values(conferences.map((conference) => conference.kind)),
    occasions: values(conferences.map((conference) => conference.occasion)),
    levels: values(conferences.map((conference) => conference.level)),
    organisers: values(conferences.map((conference) => conference.organiser)),
    statuses: values(conferences.map((conference) => conference.status)),
    origin: [original === null ? 'original' : 'reprint'],
    quotes: [article.quotes.length > 0 ? 'yes' : 'no'],
    state: [withdrawnAt ? 'withdrawn' : 'live'],
    content: [text ? 'yes' : 'no'],
  };
}

/** The search document of a stored article. Pure: the same article gives the same document. */
export function toDocument(stored: IndexableArticle): SearchDocument {
  const { article, original } = stored;
  const texts = textsOf(article);
  const keyed = (field: TextField): KeyedText => keyText(texts[field]);
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
    publishedAt: publishedAt === null ? null : Date.parse(publishedAt) / 1000,
    values: valuesOf(stored),
    original,
  };
}
