/** The search page's state <-> its URL: the whole state stands there, so that it can be sent and kept. */
import { z } from 'zod';
import type { Question, Sort } from '../app/search-answer.ts';
import { DiembaoError } from '../core/errors.ts';
import type { Facet } from '../core/search.ts';

/** Filters that the page offers, and their names in the URL. */
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

const MAX_VALUES = 50;
const MAX_LENGTH = 200;

const Page = z.coerce.number().int().min(1);
const SortName = z.enum(['relevance', 'newest', 'oldest']);

const refuse = (message: string) =>
  new DiembaoError('question-bad-parameter', message, {
    hint: 'Hãy sửa địa chỉ trang, hoặc tìm lại từ đầu.',
  });

/** @throws DiembaoError `question-bad-parameter` */
export function questionOf(url: URL): Question {
  const q = url.searchParams;
  const filters: { -readonly [F in Facet]?: string[] } & { from?: string; to?: string } = {};
  for (const [facet, name] of typedEntries(FILTER_PARAMETERS)) {
    const values = q.getAll(name).filter((value) => value !== '');
    if (values.length > MAX_VALUES || values.some((value) => value.length > MAX_LENGTH))
      throw refuse(`Bộ lọc "${name}" quá dài.`);
    if (values.length > 0) filters[facet] = values;
  }
  for (const [key, name] of [
    ['from', 'tu'],
    ['to', 'den'],
  ] as const) {
    const value = q.get(name);
    if (value) filters[key] = value;
  }
  const page = Page.safeParse(q.get('trang') ?? '1');
  if (!page.success) throw refuse(`"${(q.get('trang') ?? '').slice(0, 20)}" không phải số trang.`);
  const sort = SortName.safeParse(q.get('xep') || 'relevance');
  if (!sort.success) throw refuse('Cách xếp chỉ có thể là relevance, newest hoặc oldest.');
  return {
    text: q.get('q') ?? '',
    page: page.data,
    sort: sort.data,
    exactOnly: q.get('dau') === '1',
    filters,
  };
}

/** The URL of the search page with one thing changed; the page begins at 1 again unless it is what changes. */
export function searchUrl(
  question: Question,
  change: { page?: number; sort?: Sort; toggle?: { facet: Facet; value: string } } = {},
): string {
  const q = new URLSearchParams();
  if (question.text) q.set('q', question.text);
  for (const [facet, name] of typedEntries(FILTER_PARAMETERS)) {
    const chosen = new Set(question.filters?.[facet] ?? []);
    if (change.toggle?.facet === facet && !chosen.delete(change.toggle.value))
      chosen.add(change.toggle.value);
    for (const value of chosen) q.append(name, value);
  }
  if (question.filters?.from) q.set('tu', question.filters.from);
  if (question.filters?.to) q.set('den', question.filters.to);
  const sort = change.sort ?? question.sort;
  if (sort && sort !== 'relevance') q.set('xep', sort);
  if (question.exactOnly) q.set('dau', '1');
  if (change.page && change.page > 1) q.set('trang', String(change.page));
  const query = q.toString();
  return query ? `/?${query}` : '/';
}

function typedEntries<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}
