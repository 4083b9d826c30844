/** A hit as it is shown: the archive's texts with what was found in them. */
import type { StoredArticle } from '../../archive/port.ts';
import { passages } from '../../core/article.ts';
import type { SearchHit, Tier, Unit } from '../../core/search.ts';
import type { Finder, Standing } from '../../indexer/highlight.ts';
import type { FoundArticle, FoundCaption, FoundQuote, Matched, Passage } from '../search-answer.ts';
import { excerpt, marked, unitCount } from './excerpt.ts';

const MOST_CAPTIONS = 3;
const MOST_QUOTES = 3;

export interface Looked {
  /** Those that the finder looks for. */
  readonly units: readonly Unit[];
  readonly finder: Finder;
  /** Some of the units are enough. */
  readonly mayMiss: boolean;
  /** Each marked syllable on its own. */
  readonly wordFinder: Finder;
  readonly words: readonly Unit[];
}

/** Best first, equals in the order of the article. */
function best<T extends { readonly standings: readonly Standing[] }>(
  items: readonly T[],
  most: number,
): T[] {
  return items
    .filter((item) => item.standings.length > 0)
    .sort((a, b) => unitCount(b.standings) - unitCount(a.standings))
    .slice(0, most);
}

export function foundArticle(stored: StoredArticle, hit: SearchHit, looked: Looked): FoundArticle {
  const { article } = stored;
  const texts = passages(article);
  const others = [
    ...article.captions.map((caption) => caption.credit ?? ''),
    ...article.quotes.map((quote) => quote.text),
    ...article.people.flatMap((person) => [
      person.name ?? '',
      ...person.offices.map((office) => office.title),
    ]),
  ];
  const standings = new Map<string, Standing[]>();
  for (const text of [...texts.map((passage) => passage.text), ...others]) {
    if (!standings.has(text)) standings.set(text, looked.finder.find(text));
  }
  const exact = new Set<number>();
  for (const found of standings.values())
    for (const one of found) if (one.exact) exact.add(one.unit);
  /** A unit that stands somewhere as typed is marked only there. */
  const shown = (text: string) =>
    (standings.get(text) ?? []).filter((one) => one.exact || !exact.has(one.unit));

  const tier = (): Tier => {
    if (looked.units.length === 0) return 'none';
    if (exact.size === looked.units.length) return 'exact-phrase';
    if (looked.words.length === 0) return 'folded';
    const words = new Set<number>();
    for (const text of standings.keys()) {
      for (const one of looked.wordFinder.find(text)) if (one.exact) words.add(one.unit);
    }
    return words.size === looked.words.length ? 'exact-words' : 'folded';
  };

  const matched = (): Matched => {
    const asUnit = new Set<number>();
    const otherwise = new Map<number, string>();
    for (const [text, found] of standings) {
      for (const { unit, way, start, end } of found) {
        if (way === 0) asUnit.add(unit);
        else if (!otherwise.has(unit)) otherwise.set(unit, text.slice(start, end));
      }
    }
    return {
      otherwise: [...otherwise].flatMap(([unit, text]) => (asUnit.has(unit) ? [] : [text])),
      missing: looked.mayMiss
        ? looked.units.flatMap((unit, i) => (asUnit.has(i) || otherwise.has(i) ? [] : [unit.text]))
        : [],
    };
  };

  const running = texts.filter(({ type }) => type !== 'headline' && type !== 'caption');
  const snippet = (): Passage | null => {
    const [first] = best(
      running.map((passage) => ({ passage, standings: shown(passage.text) })),
      1,
    );
    const passage = first?.passage ?? running[0];
    return passage ? excerpt(passage.text, shown(passage.text), passage.paragraph) : null;
  };
  const captions = (): FoundCaption[] =>
    best(
      article.captions.map((caption) => ({ caption, standings: shown(caption.text) })),
      MOST_CAPTIONS,
    ).map(({ caption, standings: found }) => ({
      ...excerpt(caption.text, found, caption.block + 1),
      image: caption.image,
      credit: caption.credit,
    }));
  const quotes = (): FoundQuote[] =>
    best(
      article.quotes.map((quote) => ({ quote, standings: shown(quote.text) })),
      MOST_QUOTES,
    ).map(({ quote, standings: found }) => ({
      ...marked(quote.text, found),
      speaker: quote.speaker?.name ?? quote.speaker?.mention ?? null,
      office: quote.speaker?.offices[0]?.title ?? null,
      paragraph: quote.spans[0]?.paragraph ?? 0,
    }));
  return {
    id: article.id,
    externalId: article.externalId,
    url: article.url,
    newspaper: article.newspaper,
    section: article.section,
    headline: article.headline === null ? null : marked(article.headline, shown(article.headline)),
    publishedAt: article.publishedAt,
    publishedPrecision: article.publishedPrecision,
    fetchedAt: stored.fetchedAt,
    original: stored.original,
    withdrawnAt: stored.withdrawnAt,
    tier: tier(),
    score: hit.score,
    snippet: snippet(),
    captions: captions(),
    quotes: quotes(),
    matched: matched(),
    reprints: [],
  };
}
