/** The search page's state <-> its URL: the whole state stands there, so that it can be sent and kept. */
import { z } from 'zod';
import {
  type FacetQuestion,
  type Question,
  type Sort,
  USUAL_FACETS,
} from '../app/search-answer.ts';
import { DiembaoError } from '../core/errors.ts';
import { FACETS, type Facet, type SearchFilters } from '../core/search.ts';
import { msg, told } from '../i18n/text.ts';
import { placesAbove } from '../indexer/place-codes.ts';
import { dayRange } from '../indexer/question/dates.ts';

/** Names of the filters in the URL. */
export const FILTER_PARAMETERS = {
  newspaper: 'bao',
  month: 'thang',
  day: 'ngay',
  places: 'noi',
  section: 'muc',
  people: 'nguoi',
  officials: 'canbo',
  offices: 'chucvu',
  conferenceKinds: 'loai',
  occasions: 'dip',
  levels: 'cap',
  organisers: 'donvi',
  statuses: 'tinhhinh',
  origin: 'nguon',
  quotes: 'trich',
  state: 'tinhtrang',
  content: 'noidung',
} as const satisfies Record<Facet, string>;

/** Where one facet is shown in full. */
export const FACET_PATH = '/bo-loc';

const Count = z
  .string()
  .regex(/^\d{1,16}$/u)
  .transform(Number);
/** What is told of a number in the URL that is none. */
const COUNTS = {
  page: msg('"{text}" không phải số trang.'),
  pageSize: msg('"{text}" không phải số bài mỗi trang.'),
  facetSize: msg('"{text}" không phải số mục của mỗi bộ lọc.'),
  listed: msg('"{text}" không phải số mục mỗi trang.'),
} as const;

const SortName = z.enum(['relevance', 'newest', 'oldest']);
const OrderName = z.enum(['so', 'ten']);

const refuse = (message: string) =>
  new DiembaoError('question-bad-parameter', message, {
    hint: told('Hãy sửa địa chỉ trang, hoặc tìm lại từ đầu.'),
  });

function countAt(
  q: URLSearchParams,
  name: string,
  what: (typeof COUNTS)[keyof typeof COUNTS],
): number | undefined {
  const text = q.get(name);
  if (text === null || text === '') return undefined;
  const count = Count.safeParse(text);
  if (!count.success || count.data < 1) throw refuse(told(what, { text: text.slice(0, 20) }));
  return count.data;
}

function filtersOf(q: URLSearchParams): SearchFilters {
  const filters: { -readonly [F in Facet]?: string[] } = {};
  for (const facet of FACETS) {
    const values = [...new Set(q.getAll(FILTER_PARAMETERS[facet]))].filter((value) => value !== '');
    if (values.length > 0) filters[facet] = values;
  }
  // A browser whose field for days is a mere text sends what was typed: 26/5/2023.
  const [first, last] = [q.get('tu') ?? '', q.get('den') ?? ''];
  const [from, to] = [dayRange(first)?.first ?? first, dayRange(last)?.last ?? last];
  return {
    ...filters,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(q.get('khongngay') === '1' ? { undated: true } : {}),
  };
}

/**
 * What a URL asks for; whether it may be asked is app/'s to say.
 * @param group what is meant where the URL does not say
 * @throws DiembaoError `question-bad-parameter`
 */
export function questionOf(url: URL, group = false): Question {
  const q = url.searchParams;
  const sort = SortName.safeParse(q.get('xep') || 'relevance');
  if (!sort.success) throw refuse(told('Cách xếp chỉ có thể là relevance, newest hoặc oldest.'));
  const pageSize = countAt(q, 'so', COUNTS.pageSize);
  const facetSize = countAt(q, 'soloc', COUNTS.facetSize);
  return {
    text: q.get('q') ?? '',
    page: countAt(q, 'trang', COUNTS.page) ?? 1,
    sort: sort.data,
    exactOnly: q.get('dau') === '1',
    group: q.has('gop') ? q.get('gop') === '1' : group,
    filters: filtersOf(q),
    ...(pageSize === undefined ? {} : { pageSize }),
    ...(facetSize === undefined ? {} : { facetSize }),
  };
}

/** What is counted for a page: the usual, whatever is chosen, the days of a month that is chosen alone. */
export function facetsOf({ filters = {} }: Question): Facet[] {
  const wanted = new Set<Facet>(USUAL_FACETS);
  for (const facet of FACETS) if (filters[facet]?.length) wanted.add(facet);
  if (filters.month?.length === 1) wanted.add('day');
  return [...wanted];
}

/** @throws DiembaoError `question-bad-parameter` */
export function facetQuestionOf(url: URL): FacetQuestion {
  const q = url.searchParams;
  const facet = FACETS.find((one) => FILTER_PARAMETERS[one] === q.get('theo'));
  if (facet === undefined)
    throw refuse(
      told('Bộ lọc "theo" chỉ có thể là {names}.', {
        names: Object.values(FILTER_PARAMETERS).join(', '),
      }),
    );
  const order = OrderName.safeParse(q.get('thutu') || 'so');
  if (!order.success) throw refuse(told('Thứ tự chỉ có thể là so (số bài) hoặc ten (tên).'));
  const { text, filters = {}, exactOnly = false } = questionOf(url);
  const pageSize = countAt(q, 'soloc', COUNTS.listed);
  return {
    text,
    filters,
    exactOnly,
    facet,
    within: q.get('tim') ?? '',
    order: order.data === 'so' ? 'count' : 'name',
    page: countAt(q, 'trangloc', COUNTS.page) ?? 1,
    ...(pageSize === undefined ? {} : { pageSize }),
  };
}

/** A place holds those below it: only the lowest that were chosen say anything. */
function withPlace(chosen: readonly string[], value: string): string[] {
  const above = placesAbove(value);
  return [
    ...chosen.filter((one) => !above.includes(one) && !placesAbove(one).includes(value)),
    value,
  ];
}

/** The values of a facet after one was chosen, or taken back. */
export function toggled(filters: SearchFilters, facet: Facet, value: string): SearchFilters {
  const chosen = filters[facet] ?? [];
  const added = facet === 'places' ? withPlace(chosen, value) : [...chosen, value];
  return {
    ...filters,
    [facet]: chosen.includes(value) ? chosen.filter((one) => one !== value) : added,
  };
}

/** Everything that stands in the URL but page, page size and what belongs to a facet's own page. */
export function stateOf(question: Omit<Question, 'page'>): [name: string, value: string][] {
  const { text, filters = {}, sort, exactOnly, group } = question;
  return [
    ...(text === '' ? [] : [['q', text] as [string, string]]),
    ...FACETS.flatMap((facet) =>
      (filters[facet] ?? []).map((value): [string, string] => [FILTER_PARAMETERS[facet], value]),
    ),
    ...(filters.from ? [['tu', filters.from] as [string, string]] : []),
    ...(filters.to ? [['den', filters.to] as [string, string]] : []),
    ...(filters.undated ? [['khongngay', '1'] as [string, string]] : []),
    ...(sort && sort !== 'relevance' ? [['xep', sort] as [string, string]] : []),
    ...(exactOnly ? [['dau', '1'] as [string, string]] : []),
    // Pages put reprints together unless they are told not to.
    ...(group === false ? [['gop', '0'] as [string, string]] : []),
  ];
}

export interface UrlChange {
  readonly page?: number;
  readonly sort?: Sort;
  readonly toggle?: { readonly facet: Facet; readonly value: string };
}

/** The URL of the search page with one thing changed; the page begins at 1 again unless it is what changes. */
export function searchUrl(question: Question, change: UrlChange = {}): string {
  const { toggle, sort = question.sort } = change;
  const filters = toggle
    ? toggled(question.filters ?? {}, toggle.facet, toggle.value)
    : (question.filters ?? {});
  const q = new URLSearchParams(stateOf({ ...question, filters, ...(sort ? { sort } : {}) }));
  if (question.pageSize !== undefined) q.set('so', String(question.pageSize));
  if (change.page && change.page > 1) q.set('trang', String(change.page));
  const query = q.toString();
  return query ? `/?${query}` : '/';
}

/** The URL of one facet in full, for the answer to this question. */
export function facetUrl(
  question: Question,
  asked: Pick<FacetQuestion, 'facet' | 'within' | 'order' | 'page'>,
): string {
  const q = new URLSearchParams(stateOf(question));
  q.set('theo', FILTER_PARAMETERS[asked.facet]);
  if (asked.within) q.set('tim', asked.within);
  if (asked.order === 'name') q.set('thutu', 'ten');
  if (asked.page && asked.page > 1) q.set('trangloc', String(asked.page));
  return `${FACET_PATH}?${q.toString()}`;
}
