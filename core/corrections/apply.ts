/** The record as its readers see it: what the parser read, with the corrections that were made by hand. */
import type { Article, Span } from '../article.ts';
import { locate } from './anchor.ts';
import { nearest, standings } from './nearest.ts';
import { type Change, type ChangeKind, fieldsOf, type StoredCorrection } from './schema.ts';
import { correctSpeaker, newQuote } from './speaker.ts';
import {
  correctConference,
  correctDate,
  correctPlace,
  newConference,
  newDate,
  newPlace,
} from './steps.ts';

/**
 * applied: in effect; replaced: later corrections of the same finding give all its fields; stale: its text is
 * no longer in the article; withdrawn: taken back.
 */
export type CorrectionState = 'applied' | 'replaced' | 'stale' | 'withdrawn';

export interface JudgedCorrection extends StoredCorrection {
  readonly state: CorrectionState;
  /** Index in the record's list of that kind; null where it is not applied or replaced. */
  readonly finding: number | null;
  /** What the corrected fields held before it; null where there was no such finding, or it was not applied. */
  readonly was: Readonly<Record<string, unknown>> | null;
}

export interface Corrected {
  readonly article: Article;
  /** All that were given, in the order they were made. */
  readonly corrections: readonly JudgedCorrection[];
}

/** The list of the record that holds findings of a kind. */
export const LISTS = {
  quote: 'quotes',
  date: 'dates',
  place: 'places',
  conference: 'conferences',
} as const satisfies Record<ChangeKind, keyof Article>;

/** The fields of a finding that can be corrected, under the names that a change gives them. */
export function correctable(
  article: Article,
  kind: ChangeKind,
  index: number,
): Readonly<Record<string, unknown>> {
  switch (kind) {
    case 'quote': {
      const speaker = article.quotes[index]?.speaker ?? null;
      const { name = null, offices = [], official = false } = speaker ?? {};
      return { speaker: name, offices, official };
    }
    case 'date': {
      const { from = null, to = null } = article.dates[index] ?? {};
      return { from, to };
    }
    case 'place': {
      const { level, code, path, today } = article.places[index] ?? {};
      return { level, code, path, today };
    }
    case 'conference': {
      const { kind, organiser, level, date, place, status } = article.conferences[index] ?? {};
      return { conferenceKind: kind, organiser, level, date, place, status };
    }
    default:
      return kind satisfies never;
  }
}

/** The article with one more finding of the change's kind, last in its list. */
function withFinding(article: Article, span: Span, change: Change): Article {
  switch (change.kind) {
    case 'quote':
      return { ...article, quotes: [...article.quotes, newQuote(article, span)] };
    case 'date':
      return { ...article, dates: [...article.dates, newDate(article, span)] };
    case 'place':
      return { ...article, places: [...article.places, newPlace(article, span, change)] };
    case 'conference': {
      const made = newConference(article, span, change);
      return { ...article, conferences: [...article.conferences, made] };
    }
    default:
      return change satisfies never;
  }
}

function corrected(article: Article, index: number, change: Change): Partial<Article> {
  switch (change.kind) {
    case 'quote':
      return correctSpeaker(article, index, change);
    case 'date':
      return correctDate(article, index, change);
    case 'place':
      return correctPlace(article, index, change);
    case 'conference':
      return correctConference(article, index, change);
    default:
      return change satisfies never;
  }
}

const before = (a: Span | undefined, b: Span | undefined) =>
  (a?.paragraph ?? 0) - (b?.paragraph ?? 0) || (a?.start ?? 0) - (b?.start ?? 0);

/** Lists as they are read; conferences stay as they are, since their order is that of their joining keys. */
function inReadingOrder(article: Article): Article {
  return {
    ...article,
    quotes: article.quotes.toSorted((a, b) => before(a.spans[0], b.spans[0])),
    dates: article.dates.toSorted(before),
    places: article.places.toSorted(before),
  };
}

function superseded(one: JudgedCorrection, others: readonly JudgedCorrection[]): boolean {
  const later = new Set(
    others
      .filter(({ finding, change }) => finding === one.finding && change.kind === one.change.kind)
      .flatMap(({ change }) => fieldsOf(change)),
  );
  return fieldsOf(one.change).every((field) => later.has(field));
}

/**
 * Applies corrections in the order they were made, each to the finding that stands at its words, field by
 * field; where nothing stands there the correction makes the finding. Pure: neither argument is changed.
 * @param parsed the record as the parser read it
 */
export function applyCorrections(
  parsed: Article,
  corrections: readonly StoredCorrection[],
): Corrected {
  if (corrections.length === 0) return { article: parsed, corrections: [] };
  let article = parsed;
  let made = false;
  const judged = corrections
    .toSorted((a, b) => a.id - b.id)
    .map((correction): JudgedCorrection => {
      const { change, anchor, withdrawn } = correction;
      const unused = { ...correction, finding: null, was: null };
      if (withdrawn !== null) return { ...unused, state: 'withdrawn' };
      const span = locate(article, anchor);
      if (span === null) return { ...unused, state: 'stale' };
      const found = nearest(standings(article, change.kind), span);
      if (found === null) article = withFinding(article, span, change);
      made ||= found === null;
      const index = found?.index ?? article[LISTS[change.kind]].length - 1;
      const held = correctable(article, change.kind, index);
      article = { ...article, ...corrected(article, index, change) };
      const was =
        found === null
          ? null
          : Object.fromEntries(fieldsOf(change).map((f) => [f, held[f] ?? null]));
      return { ...correction, state: 'applied', finding: index, was };
    });
  const final = made ? inReadingOrder(article) : article;
  return {
    article: final,
    corrections: judged.map((one, i) => {
      if (one.finding === null) return one;
      const list: readonly unknown[] = article[LISTS[one.change.kind]];
      const inFinal: readonly unknown[] = final[LISTS[one.change.kind]];
      return {
        ...one,
        state: superseded(one, judged.slice(i + 1)) ? 'replaced' : 'applied',
        finding: inFinal.indexOf(list[one.finding]),
      };
    }),
  };
}
