/** Conferences: found by name and place in the text, then kind, organiser, status, level and date. */
import type { Article, Conference } from '../../core/article.ts';
import { locateWords, splitWords } from './anchors.ts';
import type { GoldConference } from './gold.ts';
import { title } from './quotes.ts';
import type { Score } from './tally.ts';

/** What both the real gold and the synthetic one know of a conference. */
export interface Wanted
  extends Pick<GoldConference, 'kind' | 'organiser' | 'otherOrganisers' | 'level' | 'status'> {
  readonly name: string | null;
  readonly date: GoldConference['date'];
  readonly ignore?: true | undefined;
}

/** Wanted conference -> the one found for it. */
export type Matches = ReadonlyMap<Wanted, Conference>;

export function scoreConferences(gold: readonly Wanted[], article: Article, score: Score): Matches {
  const matches = matchConferences(gold, article);
  const taken = new Set(matches.values());
  for (const wanted of gold) {
    if (wanted.ignore === true) continue;
    const match = matches.get(wanted);
    const label = wanted.name ?? `${wanted.kind} of ${wanted.organiser ?? 'unknown'}`;
    if (!match) {
      score.missed('conferences', label);
      continue;
    }
    score.right('conferences');
    const value = (
      field: 'kind' | 'organiser' | 'status' | 'level' | 'date',
      expected: string | null,
      got: string | null,
      right = expected === got,
    ) =>
      score.value(
        `conferences: ${field}`,
        right,
        () => `${label}: wanted ${expected ?? 'none'}, got ${got ?? 'none'}`,
      );
    value('kind', wanted.kind, match.kind);
    value('organiser', wanted.organiser, match.organiser, sameOrganiser(wanted, match));
    value('status', wanted.status, match.status);
    value('level', wanted.level, match.level);
    value('date', days(wanted.date), days(match.date));
  }
  for (const conference of article.conferences) {
    if (!taken.has(conference)) score.wrong('conferences', `${conference.kind} ${conference.name}`);
  }
  return matches;
}

/** One to one, the closest pairs first; those to be ignored take what no other wants. */
export function matchConferences(gold: readonly Wanted[], article: Article): Matches {
  const pairs = gold
    .flatMap((wanted) =>
      article.conferences.map((found) => ({
        wanted,
        found,
        closeness: closeness(wanted, found, article),
      })),
    )
    .filter((pair) => pair.closeness > 0)
    .sort((a, b) => b.closeness - a.closeness);
  const matches = new Map<Wanted, Conference>();
  const taken = new Set<Conference>();
  for (const ignored of [false, true]) {
    for (const { wanted, found } of pairs) {
      if ((wanted.ignore === true) !== ignored) continue;
      if (matches.has(wanted) || taken.has(found)) continue;
      matches.set(wanted, found);
      taken.add(found);
    }
  }
  return matches;
}

/**
 * 0 when they are not the same. The same: of one kind, and the names agree or the evidence stands where the
 * gold's name does; of two kinds, both. Without a name in the gold, kind or organiser must agree.
 */
function closeness(wanted: Wanted, found: Conference, article: Article): number {
  const named = wanted.name === null ? 0 : overlap(wanted.name, found.name);
  const kind = wanted.kind === found.kind;
  const organiser = wanted.organiser !== null && sameOrganiser(wanted, found);
  const [name, there] = [named >= 0.5, standsAt(wanted, found, article)];
  const same = wanted.name === null ? kind || organiser : kind ? name || there : name && there;
  if (!same) return 0;
  const date = wanted.date !== null && days(wanted.date) === days(found.date);
  return 1 + named + (kind ? 2 : 0) + (organiser ? 2 : 0) + (date ? 1 : 0);
}

/** Whether evidence lies in a paragraph where the gold's name stands. */
function standsAt(wanted: Wanted, found: Conference, article: Article): boolean {
  const name = wanted.name ?? '';
  const numbers = [-1, 0, ...article.blocks.map((_, i) => i + 1)];
  const stands = numbers.filter((number) => locateWords(article, number, name) !== null);
  return found.evidence.some(({ paragraph }) => stands.includes(paragraph));
}

/** Share of the shorter name's words that the longer one has too. */
function overlap(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => new Set(splitWords(text.toLowerCase())));
  if (!left || !right || left.size === 0 || right.size === 0) return 0;
  const common = [...left].filter((word) => right.has(word)).length;
  return common / Math.min(left.size, right.size);
}

function sameOrganiser(wanted: Wanted, found: Conference): boolean {
  const form = (text: string | null) => (text === null ? null : title(text).toLowerCase());
  return [wanted.organiser, ...(wanted.otherOrganisers ?? [])].some(
    (one) => form(one) === form(found.organiser),
  );
}

function days(date: { from: string | null; to: string | null } | null): string | null {
  return date === null ? null : `${date.from ?? '…'} to ${date.to ?? '…'}`;
}
