/** Places: the first mention of each unit in each paragraph, its path, and the article's main places. */
import type { Article, PlacePath, Span } from '../../core/article.ts';
import { before, context, locate, overlaps } from './anchors.ts';
import { acceptable, isAt } from './dates.ts';
import type { GoldPlace } from './gold.ts';
import type { Score } from './tally.ts';

export function scorePlaces(gold: readonly GoldPlace[], article: Article, score: Score): void {
  const found = new Set(article.places);
  const ignored: Span[] = [];
  const known: { readonly span: Span; readonly unit: string }[] = [];
  for (const wanted of gold) {
    const span = locate(article, wanted);
    if (!span) throw new Error(`place "${wanted.text}" is not in paragraph ${wanted.paragraph}`);
    const unit = name(wanted.path);
    if (wanted.ignore === true) {
      ignored.push(span);
      known.push({ span, unit });
      continue;
    }
    const spans = acceptable(article, wanted, span);
    const match = [...found].find((place) =>
      spans.some(({ start, end }) => isAt(place, wanted.paragraph, start, end)),
    );
    known.push({ span, unit });
    if (!match) {
      score.missed('places', `${context(article, span)} ${unit}`);
      continue;
    }
    found.delete(match);
    score.right('places');
    const got = name(match.path);
    score.value(
      'places: path',
      got === unit,
      () => `${context(article, span, 40)}: wanted ${unit}, got ${got}`,
    );
  }
  for (const place of [...found].sort((a, b) => (before(a, b) ? -1 : 1))) {
    const unit = name(place.path);
    const repeat = known.some(
      (other) =>
        other.unit === unit &&
        other.span.paragraph === place.paragraph &&
        before(other.span, place) &&
        !overlaps(other.span, place),
    );
    known.push({ span: place, unit });
    if (repeat || ignored.some((span) => overlaps(span, place))) continue;
    score.wrong('places', `${context(article, place)} ${unit}`);
  }
}

/**
 * Right only as a whole; `any` where at least one is right, or both are empty; `or another defensible`
 * where it equals the gold or one of the `others`, over the articles for which these were looked for.
 */
export function scoreMain(
  gold: readonly PlacePath[],
  others: readonly (readonly PlacePath[])[] | undefined,
  article: Article,
  score: Score,
): void {
  const wanted = gold.map(name).sort();
  const got = article.mainPlaces.map(name).sort();
  const message = () => `wanted ${wanted.join(' | ') || 'none'}, got ${got.join(' | ') || 'none'}`;
  const same = (units: readonly string[]) => JSON.stringify(units) === JSON.stringify(got);
  const equal = same(wanted);
  score.value('main place', equal, message);
  if (others) {
    const defensible = equal || others.some((other) => same(other.map(name).sort()));
    score.value('main place: or another defensible', defensible, message);
  }
  score.value('main place: any', equal || wanted.some((unit) => got.includes(unit)), message);
}

function name(path: PlacePath): string {
  return path.map((part) => part ?? '-').join(' / ');
}
