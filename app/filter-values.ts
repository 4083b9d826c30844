/** Values of the filters of lists (conferences, officials), checked as they were typed. */
import { DiembaoError } from '../core/errors.ts';
import { told } from '../i18n/text.ts';
import { readPlaceValue, TODAY } from '../indexer/place-codes.ts';
import { dayRange } from '../indexer/question/dates.ts';

const LONGEST = 200;
/** Of a typed value in a message. */
const SHOWN = 20;

/** A filter that cannot be asked: DiembaoError `question-bad-parameter`. */
export const refuseFilter = (message: string) =>
  new DiembaoError('question-bad-parameter', message, { hint: told('Sửa lại bộ lọc đầu trang') });

/**
 * A day as `YYYY-MM-DD`, also where it was typed as 26/5/2023.
 * @throws DiembaoError `question-bad-parameter`
 */
export function filterDay(text: string): string {
  const days = dayRange(text);
  if (days !== null && days.first === days.last) return days.first;
  throw refuseFilter(
    told('"{text}" không phải một ngày có thật (26/5/2023)', { text: text.slice(0, SHOWN) }),
  );
}

/** @throws DiembaoError `question-bad-parameter` */
export function filterWords(text: string): string {
  if (text.length <= LONGEST && /[\p{L}\p{N}]/u.test(text)) return text;
  throw refuseFilter(told('Bộ lọc chữ cần ít nhất một chữ, tối đa {n} ký tự', { n: LONGEST }));
}

function placeOf(value: string): string {
  if (readPlaceValue(value).unit) return value;
  throw refuseFilter(
    told('Không có địa phương nào mang mã "{value}"', { value: value.slice(0, SHOWN) }),
  );
}

/**
 * @param place value of a unit of the day (indexer/place-codes.ts), '' where none is asked
 * @param today the same of a unit of today, or its bare code
 * @throws DiembaoError `question-bad-parameter`
 */
export function filterPlaces(place: string, today: string): { places?: readonly string[] } {
  const places = [
    ...(place ? [placeOf(place)] : []),
    ...(today ? [placeOf(today.startsWith(TODAY) ? today : `${TODAY}${today}`)] : []),
  ];
  return places.length > 0 ? { places } : {};
}
