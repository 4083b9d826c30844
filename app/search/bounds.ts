/** What a question may ask for; everything beyond is refused with a code that begins with `question-`. */
import { DiembaoError } from '../../core/errors.ts';
import { FACETS, type Facet, type SearchFilters } from '../../core/search.ts';
import { t, told } from '../../i18n/text.ts';
import { readPlaceValue } from '../../indexer/place-codes.ts';
import { closedValues, FACET_NAMES } from '../labels.ts';

export const PAGE_SIZE = 20;
/** More than this in one answer is refused. */
export const MAX_PAGE_SIZE = 100;
export const FACET_SIZE = 200;
export const MAX_FACET_SIZE = 1_000;
/** Chosen values of one facet, and characters of one of them. */
export const MAX_VALUES = 50;
export const MAX_VALUE_LENGTH = 400;
/** Characters looked for within a facet. */
export const MAX_WITHIN_LENGTH = 200;

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/u;

const refused = (code: string, message: string, hint?: string) =>
  new DiembaoError(code, message, hint === undefined ? {} : { hint });

/** A value as it may stand in a message. */
const shown = (value: string) => JSON.stringify(value.slice(0, 40));

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** @throws DiembaoError for a value that the facet cannot have */
function checkValue(facet: Facet, value: string): void {
  const known = closedValues(facet);
  if (known !== null && !known.includes(value))
    throw refused(
      'question-unknown-value',
      told('Bộ lọc “{facet}” không có giá trị {value}.', {
        facet: t(FACET_NAMES[facet]),
        value: shown(value),
      }),
      told('Có thể chọn: {known}.', { known: known.join(', ') }),
    );
  if (facet === 'places' && readPlaceValue(value).unit === undefined)
    throw refused(
      'question-unknown-place',
      told('Không có địa phương mang mã {value}.', { value: shown(value) }),
    );
  if ((facet === 'month' && !MONTH.test(value)) || (facet === 'day' && !isDay(value)))
    throw refused(
      'question-bad-date',
      told(
        facet === 'month'
          ? '{value} không phải tháng có trong lịch.'
          : '{value} không phải ngày có trong lịch.',
        { value: shown(value) },
      ),
      told('Tháng viết dạng YYYY-MM, ngày viết dạng YYYY-MM-DD.'),
    );
}

/**
 * @throws DiembaoError `question-bad-date`, `question-bad-filter` (too much of it), `question-unknown-place`,
 * `question-unknown-value`
 */
export function checkFilters(filters: SearchFilters): void {
  for (const day of [filters.from, filters.to]) {
    if (day !== undefined && !isDay(day))
      throw refused(
        'question-bad-date',
        told('Không có ngày {day} trong lịch.', { day: shown(day) }),
        told('Ngày viết 26/5/2023, tháng viết 5/2023, năm viết 2023.'),
      );
  }
  const { from, to } = filters;
  if (from !== undefined && to !== undefined && from > to)
    throw refused('question-bad-date', told('Ngày đầu sau ngày cuối'));
  for (const facet of FACETS) {
    const values = filters[facet] ?? [];
    const name = FACET_NAMES[facet];
    if (values.length > MAX_VALUES)
      throw refused(
        'question-bad-filter',
        told('“{name}” chọn nhiều nhất {n} giá trị.', { name, n: MAX_VALUES }),
      );
    if (values.some((value) => value.length > MAX_VALUE_LENGTH))
      throw refused('question-bad-filter', told('Một giá trị của “{name}” dài quá.', { name }));
    for (const value of values) checkValue(facet, value);
  }
}

/** @throws DiembaoError `code` where it is no whole number from 1 to `most` */
export function checkSize(value: number, most: number, code: string): number {
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw refused(code, told('Mỗi lần lấy từ 1 đến {most}, không phải {value}.', { most, value }));
  return value;
}

/** How many stand before a page. @throws DiembaoError `question-bad-page` */
export function offsetOf(page: number, pageSize: number): number {
  const offset = (page - 1) * pageSize;
  if (!Number.isInteger(page) || page < 1 || !Number.isSafeInteger(offset))
    throw refused('question-bad-page', told('Không có trang {page}.', { page }));
  return offset;
}

/** @throws DiembaoError `question-too-long` */
export function checkWithin(within: string): void {
  if (within.length > MAX_WITHIN_LENGTH)
    throw refused(
      'question-too-long',
      told('Chữ cần tìm dài nhất {n} ký tự.', { n: MAX_WITHIN_LENGTH }),
    );
}
