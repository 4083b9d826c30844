/** What is asked of the list of officials, checked; and what to loosen where nobody is found. */
import type { OfficialFilter } from '../../archive/officials-port.ts';
import type { Archive } from '../../archive/port.ts';
import { canonicalTone, fold, officeWords } from '../../vietnamese/index.ts';
import { filterDay, filterPlaces, filterWords } from '../filter-values.ts';

/** Each as it was typed; '' where it is not asked. */
export interface OfficialQuestion {
  readonly name: string;
  readonly office: string;
  /** "2023-05-24": who held the office on that day. */
  readonly at: string;
  /** Place value (indexer/place-codes.ts) of a unit of the day, and of one of today. */
  readonly place: string;
  readonly today: string;
}
export type OfficialQuestionField = keyof OfficialQuestion;

/** Typed without marks, what its abbreviations stand for is without marks too. */
function spelledOut(office: string): string {
  const words = officeWords(filterWords(office));
  const typed = office.normalize('NFC').toLowerCase();
  return fold(typed) === typed ? fold(words) : words;
}

/** @throws DiembaoError `question-bad-parameter` */
export function officialFilter(asked: OfficialQuestion): OfficialFilter {
  const { name, office, at, place, today } = asked;
  return {
    ...(name ? { name: canonicalTone(filterWords(name).normalize('NFC')) } : {}),
    ...(office ? { office: spelledOut(office) } : {}),
    ...(at ? { at: filterDay(at) } : {}),
    ...filterPlaces(place, today),
  };
}

export interface OfficialLoosening {
  /** The field to leave out; null: all of them. */
  readonly drop: OfficialQuestionField | null;
  readonly total: number;
}

const fieldsOf = (asked: OfficialQuestion) =>
  (['name', 'office', 'at', 'place', 'today'] as const).filter((field) => asked[field] !== '');

/** How many there are without each field that is asked, most first. */
export async function officialLoosenings(
  { officials }: Pick<Archive, 'officials'>,
  asked: OfficialQuestion,
): Promise<readonly OfficialLoosening[]> {
  const found: OfficialLoosening[] = [];
  const fields = fieldsOf(asked);
  for (const drop of fields)
    found.push({
      drop,
      total: await officials.count(officialFilter({ ...asked, [drop]: '' })),
    });
  if (fields.length > 1) found.push({ drop: null, total: await officials.count({}) });
  return found.sort((a, b) => b.total - a.total);
}

const CLOSEST = 5;

/** Where nobody is known to have held the office on the day: who did before or after. */
export async function closestHolders(
  { officials }: Pick<Archive, 'officials'>,
  asked: OfficialQuestion,
) {
  const { office, at, ...filter } = officialFilter(asked);
  if (office === undefined || at === undefined) return [];
  return officials.closest({ ...filter, office, at }, CLOSEST);
}
