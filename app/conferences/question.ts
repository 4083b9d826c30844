/** What is asked of the list of conferences, checked; and what to loosen where nothing is found. */
import type { Archive, ConferenceFilter } from '../../archive/port.ts';
import { ConferenceKind, ConferenceLevel } from '../../core/article.ts';
import { DiembaoError } from '../../core/errors.ts';
import { told } from '../../i18n/text.ts';
import { readPlaceValue, TODAY } from '../../indexer/place-codes.ts';

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

const LONGEST = 200;

const refuse = (message: string) =>
  new DiembaoError('question-bad-parameter', message, {
    hint: told('Sửa lại bộ lọc ở trang Hội nghị'),
  });

function day(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  const valid = /^\d{4}-\d\d-\d\d$/u.test(text) && !Number.isNaN(date.getTime());
  if (valid && date.toISOString().slice(0, 10) === text) return text;
  throw refuse(
    told('"{text}" không phải một ngày có thật (YYYY-MM-DD)', { text: text.slice(0, 20) }),
  );
}

function termOf(text: string): number {
  const found = /^((?:19|20)\d\d)(?:\s*[-–]\s*(?:19|20)\d\d)?$/u.exec(text.trim());
  if (found) return Number(found[1]);
  throw refuse(told('"{text}" không phải nhiệm kỳ, ví dụ 2020-2025', { text: text.slice(0, 20) }));
}

function placeOf(value: string): string {
  if (readPlaceValue(value).unit) return value;
  throw refuse(told('Không có địa phương nào mang mã "{value}"', { value: value.slice(0, 20) }));
}

function wordsOf(text: string): string {
  if (text.length <= LONGEST && /[\p{L}\p{N}]/u.test(text)) return text;
  throw refuse(told('Bộ lọc chữ cần ít nhất một chữ, tối đa {n} ký tự', { n: LONGEST }));
}

/** @throws DiembaoError `question-bad-parameter` */
export function conferenceFilter(asked: ConferenceQuestion): ConferenceFilter {
  const one = <T extends string>(value: string, known: readonly T[]): T => {
    const found = known.find((item) => item === value);
    if (found === undefined)
      throw refuse(
        told('"{value}" phải là một trong: {known}', {
          value: value.slice(0, 20),
          known: known.join(', '),
        }),
      );
    return found;
  };
  const { kind, status, level, occasion, organiser, term, place, today, from, to, dated } = asked;
  if (from && to && from > to) throw refuse(told('Ngày đầu sau ngày cuối'));
  const places = [
    ...(place ? [placeOf(place)] : []),
    ...(today ? [placeOf(today.startsWith(TODAY) ? today : `${TODAY}${today}`)] : []),
  ];
  return {
    ...(kind ? { kind: one(kind, ConferenceKind.options) } : {}),
    ...(status ? { status: one(status, ['held', 'planned']) } : {}),
    ...(level ? { level: one(level, ConferenceLevel.options) } : {}),
    ...(occasion ? { occasion: wordsOf(occasion) } : {}),
    ...(organiser ? { organiser: wordsOf(organiser) } : {}),
    ...(term ? { term: termOf(term) } : {}),
    ...(places.length > 0 ? { places } : {}),
    ...(from ? { from: day(from) } : {}),
    ...(to ? { to: day(to) } : {}),
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
