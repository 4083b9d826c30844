/** What is asked of the list of conferences, checked; and what to loosen where nothing is found. */
import type { Archive, ConferenceFilter } from '../../archive/port.ts';
import { ConferenceKind, ConferenceLevel } from '../../core/article.ts';
import { told } from '../../i18n/text.ts';
import { filterDay, filterPlaces, filterWords, refuseFilter } from '../filter-values.ts';

/** Each as it was typed; '' where it is not asked. */
export interface ConferenceQuestion {
  readonly kind: string;
  readonly status: string;
  readonly level: string;
  readonly occasion: string;
  readonly organiser: string;
  /** "2020" or "2020-2025". */
  readonly term: string;
  /** Place value (indexer/place-codes.ts) of a unit of the day, and of one of today. */
  readonly place: string;
  readonly today: string;
  readonly from: string;
  readonly to: string;
  /** "1": only those known to the day. */
  readonly dated: string;
}
export type ConferenceQuestionField = keyof ConferenceQuestion;

export const NOTHING_ASKED: ConferenceQuestion = {
  kind: '',
  status: '',
  level: '',
  occasion: '',
  organiser: '',
  term: '',
  place: '',
  today: '',
  from: '',
  to: '',
  dated: '',
};

function termOf(text: string): number {
  const found = /^((?:19|20)\d\d)(?:\s*[-–]\s*(?:19|20)\d\d)?$/u.exec(text.trim());
  if (found) return Number(found[1]);
  throw refuseFilter(
    told('"{text}" không phải nhiệm kỳ, ví dụ 2020-2025', { text: text.slice(0, 20) }),
  );
}

/** @throws DiembaoError `question-bad-parameter` */
export function conferenceFilter(asked: ConferenceQuestion): ConferenceFilter {
  const one = <T extends string>(value: string, known: readonly T[]): T => {
    const found = known.find((item) => item === value);
    if (found === undefined)
      throw refuseFilter(
        told('"{value}" phải là một trong: {known}', {
          value: value.slice(0, 20),
          known: known.join(', '),
        }),
      );
    return found;
  };
  const { kind, status, level, occasion, organiser, term, place, today, from, to, dated } = asked;
  if (from && to && from > to) throw refuseFilter(told('Ngày đầu sau ngày cuối'));
  return {
    ...(kind ? { kind: one(kind, ConferenceKind.options) } : {}),
    ...(status ? { status: one(status, ['held', 'planned']) } : {}),
    ...(level ? { level: one(level, ConferenceLevel.options) } : {}),
    ...(occasion ? { occasion: filterWords(occasion) } : {}),
    ...(organiser ? { organiser: filterWords(organiser) } : {}),
    ...(term ? { term: termOf(term) } : {}),
    ...filterPlaces(place, today),
    ...(from ? { from: filterDay(from) } : {}),
    ...(to ? { to: filterDay(to) } : {}),
    ...(dated === '1' ? { dated: true } : {}),
  };
}

export interface ConferenceLoosening {
  /** The field to leave out; null: all of them. */
  readonly drop: ConferenceQuestionField | null;
  readonly total: number;
}

/** How many there are without each field that is asked, most first. */
export async function conferenceLoosenings(
  { conferences }: Pick<Archive, 'conferences'>,
  asked: ConferenceQuestion,
): Promise<readonly ConferenceLoosening[]> {
  const fields = Object.keys(NOTHING_ASKED).filter(
    (field): field is ConferenceQuestionField => asked[field as ConferenceQuestionField] !== '',
  );
  const found: ConferenceLoosening[] = [];
  for (const drop of fields) {
    const total = await conferences.count(conferenceFilter({ ...asked, [drop]: '' }));
    found.push({ drop, total });
  }
  if (fields.length > 1) found.push({ drop: null, total: await conferences.count({}) });
  return found.sort((a, b) => b.total - a.total);
}
