/** Scoring conferences against annotated ones: found, kind, organiser, level, status, days, and who was joined with whom. */
import { canonicalTone } from '../../vietnamese/index.ts';

export interface GoldConference {
  /** Equal in several articles where they tell of one event. */
  readonly event: string;
  readonly kind: string;
  readonly organiser: string | null;
  readonly level: string | null;
  readonly status: string;
  readonly date: { readonly from: string | null; readonly to: string | null } | null;
  readonly main: boolean;
  readonly occasion: string | null;
}

export interface FoundConference extends Omit<GoldConference, 'event'> {
  readonly name: string;
  /** The joining key. */
  readonly key: string;
}

export interface ScoredArticle {
  readonly id: string;
  readonly gold: readonly GoldConference[];
  readonly found: readonly FoundConference[];
}

export interface Share {
  readonly right: number;
  readonly of: number;
}

export interface ConferenceScore {
  readonly gold: number;
  readonly found: number;
  readonly matched: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Of the matched ones. */
  readonly fields: Readonly<
    Record<'kind' | 'organiser' | 'level' | 'status' | 'date' | 'main' | 'occasion', Share>
  >;
  /** Pairs of matched mentions of one event. */
  readonly joined: { readonly precision: number; readonly recall: number; readonly f1: number };
  readonly errors: readonly string[];
}

const plain = (text: string | null) =>
  text === null
    ? ''
    : canonicalTone(text.toLowerCase())
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();

const FIELDS = ['kind', 'organiser', 'level', 'status', 'date', 'main', 'occasion'] as const;

function right(
  field: (typeof FIELDS)[number],
  gold: GoldConference,
  found: FoundConference,
): boolean {
  switch (field) {
    case 'organiser':
    case 'occasion':
      return plain(gold[field]) === plain(found[field]);
    case 'date':
      return gold.date?.from === found.date?.from && gold.date?.to === found.date?.to;
    default:
      return gold[field] === found[field];
  }
}

/** How well two go together: what tells an event apart counts most; below 2 they are two events. */
function likeness(gold: GoldConference, found: FoundConference): number {
  const organiser = right('organiser', gold, found) ? 2 : 0;
  const one = plain(gold.organiser);
  const two = plain(found.organiser);
  const near =
    organiser === 0 && one !== '' && two !== '' && (one.includes(two) || two.includes(one))
      ? 1.5
      : 0;
  return (
    organiser +
    near +
    (gold.kind === found.kind ? 1.5 : 0) +
    (gold.date !== null && right('date', gold, found) ? 1 : 0) +
    (gold.status === found.status ? 0.5 : 0)
  );
}

function match({ gold, found }: ScoredArticle): [GoldConference, FoundConference][] {
  const all = gold.flatMap((g) => found.map((f) => ({ g, f, like: likeness(g, f) })));
  all.sort((a, b) => b.like - a.like);
  const pairs: [GoldConference, FoundConference][] = [];
  const usedGold = new Set<GoldConference>();
  const usedFound = new Set<FoundConference>();
  for (const { g, f, like } of all) {
    if (like < 2 || usedGold.has(g) || usedFound.has(f)) continue;
    usedGold.add(g);
    usedFound.add(f);
    pairs.push([g, f]);
  }
  return pairs;
}

const ratio = (part: number, of: number) => (of === 0 ? 1 : part / of);
const harmonic = (p: number, r: number) => (p + r === 0 ? 0 : (2 * p * r) / (p + r));

function joining(pairs: readonly [GoldConference, FoundConference][], errors: string[]) {
  let both = 0;
  let wanted = 0;
  let made = 0;
  pairs.forEach(([gold, found], i) => {
    for (const [otherGold, otherFound] of pairs.slice(i + 1)) {
      const same = gold.event === otherGold.event;
      const joined = found.key !== '' && found.key === otherFound.key;
      if (same) wanted++;
      if (joined) made++;
      if (same && joined) both++;
      if (same !== joined)
        errors.push(`${joined ? 'joined' : 'parted'}: ${found.key} / ${otherFound.key}`);
    }
  });
  const precision = ratio(both, made);
  const recall = ratio(both, wanted);
  return { precision, recall, f1: harmonic(precision, recall) };
}

export function scoreConferences(articles: readonly ScoredArticle[]): ConferenceScore {
  const errors: string[] = [];
  const pairs: [GoldConference, FoundConference][] = [];
  const fields = Object.fromEntries(FIELDS.map((field) => [field, { right: 0, of: 0 }])) as Record<
    (typeof FIELDS)[number],
    { right: number; of: number }
  >;
  for (const article of articles) {
    const matched = match(article);
    pairs.push(...matched);
    const golds = new Set(matched.map(([gold]) => gold));
    const founds = new Set(matched.map(([, found]) => found));
    for (const gold of article.gold)
      if (!golds.has(gold))
        errors.push(`${article.id} missed: ${gold.kind} ${gold.organiser} ${gold.date?.from}`);
    for (const found of article.found)
      if (!founds.has(found))
        errors.push(
          `${article.id} extra: ${found.kind} ${found.organiser} ${found.date?.from} “${found.name}”`,
        );
    for (const [gold, found] of matched)
      for (const field of FIELDS) {
        const ok = right(field, gold, found);
        fields[field].of++;
        if (ok) fields[field].right++;
        else
          errors.push(
            `${article.id} ${field}: ${JSON.stringify(found[field])}, not ${JSON.stringify(gold[field])}`,
          );
      }
  }
  const gold = articles.reduce((sum, article) => sum + article.gold.length, 0);
  const found = articles.reduce((sum, article) => sum + article.found.length, 0);
  const precision = ratio(pairs.length, found);
  const recall = ratio(pairs.length, gold);
  return {
    gold,
    found,
    matched: pairs.length,
    precision,
    recall,
    f1: harmonic(precision, recall),
    fields,
    joined: joining(pairs, errors),
    errors,
  };
}
