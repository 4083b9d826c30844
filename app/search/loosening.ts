/** What would be found if less were asked: for an answer without articles. */
import { FACETS, type SearchFilters, type SearchRequest } from '../../core/search.ts';
import type { Dropped, Loosening } from '../search-answer.ts';
import { type Asked, type AskParts, countOf } from './ask.ts';
import { without } from './facets.ts';

/** A question that found nothing has so many of its units counted by themselves. */
const MOST_UNITS = 8;
/** And so many pairs of its parts. */
const MOST_PAIRS = 16;

/** What is asked, as far as it can be asked for less. */
interface Wanted extends Pick<SearchRequest, 'units' | 'without' | 'exactOnly'> {
  /** Of the text, and beside it. */
  readonly ofText: SearchFilters;
  readonly side: SearchFilters;
}

interface Step extends Dropped {
  readonly from: (wanted: Wanted) => Wanted;
}

const NOTHING: Wanted = { units: [], without: [], exactOnly: false, ofText: {}, side: {} };

const isEmpty = (filters: SearchFilters) =>
  Object.values(filters).every((value) => (Array.isArray(value) ? value.length === 0 : !value));

function withoutDays({ from: _, to: __, ...others }: SearchFilters): SearchFilters {
  return others;
}
function withoutUndated({ undated: _, ...others }: SearchFilters): SearchFilters {
  return others;
}

/** A step that changes what is chosen beside the text. */
const beside = (drop: Dropped['drop'], less: (side: SearchFilters) => SearchFilters): Step => ({
  drop,
  unit: null,
  from: (wanted) => ({ ...wanted, side: less(wanted.side) }),
});

/** What is chosen beside the text: one by one, then all of it where that is more than one. */
function besideSteps(side: SearchFilters): { readonly each: Step[]; readonly all: Step[] } {
  const each = [
    ...FACETS.filter((facet) => (side[facet]?.length ?? 0) > 0).map((facet) =>
      beside(facet, (filters) => without(filters, facet)),
    ),
    ...(side.from !== undefined || side.to !== undefined ? [beside('days', withoutDays)] : []),
    ...(side.undated ? [beside('undated', withoutUndated)] : []),
  ];
  return { each, all: each.length > 1 ? [beside('filters', () => ({}))] : [] };
}

/** What else the text asks for than words. */
function textSteps(wanted: Wanted): Step[] {
  const none = { unit: null };
  return [
    ...(isEmpty(wanted.ofText)
      ? []
      : [
          {
            ...none,
            drop: 'field-words' as const,
            from: (one: Wanted) => ({ ...one, ofText: {} }),
          },
        ]),
    ...(wanted.without.length > 0
      ? [{ ...none, drop: 'exclusions' as const, from: (one: Wanted) => ({ ...one, without: [] }) }]
      : []),
    ...(wanted.exactOnly
      ? [{ ...none, drop: 'exact' as const, from: (one: Wanted) => ({ ...one, exactOnly: false }) }]
      : []),
  ];
}

function unitSteps({ units }: Wanted): Step[] {
  if (units.length < 2) return [];
  return units.slice(0, MOST_UNITS).map(({ text }, i) => ({
    drop: 'unit',
    unit: text,
    from: (one) => ({ ...one, units: units.filter((_, at) => at !== i) }),
  }));
}

/** Two of the parts at once; what comes first in `wide` comes first with everything. */
const pairsOf = (wide: readonly Step[], narrow: readonly Step[]): [Step, Step][] =>
  wide.flatMap((one, i) =>
    [...narrow, ...wide.slice(i + 1)].map((other): [Step, Step] => [one, other]),
  );

const told = ({ drop, unit }: Dropped): Dropped => ({ drop, unit });

/**
 * Each with its number of articles, those that find something first. Where no single part is to blame, pairs of
 * them that find something; where not even these do, each unit alone.
 */
export async function loosenings(
  parts: AskParts,
  { question, request }: Asked,
  side: SearchFilters,
): Promise<Loosening[]> {
  const { units, without: excluded, exactOnly } = request;
  const wanted: Wanted = { units, without: excluded, exactOnly, ofText: question.filters, side };
  const count = ({ ofText, side: chosen, ...others }: Wanted) =>
    countOf(parts, request, { ...others, filters: [ofText, chosen] });

  const { each, all } = besideSteps(side);
  const [ofText, ofUnits] = [textSteps(wanted), unitSteps(wanted)];
  const single: Loosening[] = [];
  for (const step of [...each, ...all, ...ofText, ...ofUnits])
    single.push({ ...told(step), and: null, total: await count(step.from(wanted)) });
  single.sort((a, b) => Number(b.total > 0) - Number(a.total > 0));
  if (single.length < 2 || single.some(({ total }) => total > 0)) return single;

  const pairs: Loosening[] = [];
  const tried = async (some: readonly (readonly [Step, Step])[]) => {
    for (const [one, other] of some.slice(0, MOST_PAIRS - pairs.length)) {
      const total = await count(other.from(one.from(wanted)));
      pairs.push({ ...told(one), and: told(other), total });
    }
    return pairs.filter(({ total }) => total > 0);
  };
  const wide = all.length > 0 ? all : each;
  const found = await tried(pairsOf([...wide, ...ofText], ofUnits));
  // All filters were too much to give up where one of them and a word are enough.
  const toBlame = ofUnits.filter(({ unit }) => found.some(({ and }) => and?.unit === unit));
  const enough = all.length > 0 && toBlame.length > 0 ? await tried(pairsOf(each, toBlame)) : found;
  if (enough.length > 0 || units.length < 2) return [...enough, ...single];

  const alone: Loosening[] = [];
  for (const unit of units.slice(0, MOST_UNITS)) {
    const total = await count({ ...NOTHING, units: [unit] });
    alone.push({ drop: 'others', unit: unit.text, and: null, total });
  }
  return [...alone.filter(({ total }) => total > 0), ...single];
}
