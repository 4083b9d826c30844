/** Columns of what the text says; columns that belong together have their lines in the same order. */
import type { StoredArticle } from '../../../archive/port.ts';
import type { PlacePath } from '../../../core/article.ts';
import { type Column, list } from './column.ts';

interface Place {
  readonly code: string | null;
  readonly path: PlacePath;
}

/** Smallest first: "Xã Thạch Châu, Huyện Lộc Hà, Tỉnh Hà Tĩnh" */
const address = (path: PlacePath) => path.filter(Boolean).toReversed().join(', ');

/** Each once, in the order in which they come. */
function distinct(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [`${place.code} ${place.path}`, place])).values()];
}

const onItsDay = ({ article }: StoredArticle) =>
  distinct(article.places.filter(({ code }) => code !== null));
const today = ({ article }: StoredArticle) =>
  distinct(article.places.flatMap((place) => place.today));

const titles = (offices: readonly { readonly title: string; readonly former: boolean }[]) =>
  offices.map(({ title, former }) => (former ? `${title} (nguyên)` : title)).join('; ');

/** `2023-05-24`, `2023-05-24/2023-05-25`, `2023-05-24/` where the end is open. */
function days(range: { readonly from: string | null; readonly to: string | null } | null) {
  if (range === null) return null;
  return range.from === range.to ? range.from : `${range.from ?? ''}/${range.to ?? ''}`;
}

export const findingColumns: readonly Column[] = [
  list(
    { id: 'quotes', heading: 'Trích dẫn', width: 50, meaning: 'Quotations, one a line.' },
    ({ article }) => article.quotes.map((quote) => quote.text),
  ),
  list(
    {
      id: 'quote_speakers',
      heading: 'Người nói',
      width: 24,
      meaning:
        'Who says each of `quotes`: the full name, else the words that stand there ("ông Hải").',
    },
    ({ article }) => article.quotes.map(({ speaker }) => speaker?.name ?? speaker?.mention ?? null),
  ),
  list(
    {
      id: 'quote_offices',
      heading: 'Chức vụ người nói',
      width: 40,
      meaning: 'Offices of each of `quote_speakers`, several parted by "; ".',
    },
    ({ article }) => article.quotes.map(({ speaker }) => titles(speaker?.offices ?? [])),
  ),
  list(
    { id: 'people', heading: 'Nhân vật', width: 24, meaning: 'People in the article, one a line.' },
    ({ article }) => article.people.map(({ name, mention }) => name ?? mention),
  ),
  list(
    {
      id: 'people_offices',
      heading: 'Chức vụ nhân vật',
      width: 40,
      meaning: 'Offices of each of `people`, several parted by "; ".',
    },
    ({ article }) => article.people.map(({ offices }) => titles(offices)),
  ),
  list(
    {
      id: 'places',
      heading: 'Địa phương (theo ngày đăng)',
      width: 40,
      meaning:
        'Administrative units named in the article by the map of its day, each once, smallest part first.',
    },
    (stored) => onItsDay(stored).map(({ path }) => address(path)),
  ),
  list(
    {
      id: 'place_codes',
      heading: 'Mã địa phương',
      width: 12,
      meaning: "The statistics office's code of each of `places`, with its leading zeros.",
    },
    (stored) => onItsDay(stored).map(({ code }) => code),
  ),
  list(
    {
      id: 'places_today',
      heading: 'Địa phương (hiện nay)',
      width: 40,
      meaning: 'Units that hold the land of `places` today, each once.',
    },
    (stored) => today(stored).map(({ path }) => address(path)),
  ),
  list(
    {
      id: 'place_codes_today',
      heading: 'Mã địa phương hiện nay',
      width: 12,
      meaning: 'Code of each of `places_today`.',
    },
    (stored) => today(stored).map(({ code }) => code),
  ),
  list(
    {
      id: 'main_places',
      heading: 'Địa phương chính',
      width: 40,
      meaning: 'Where the story happens, one a line.',
    },
    ({ article }) => article.mainPlaces.map(address),
  ),
  list(
    {
      id: 'conferences',
      heading: 'Hội nghị',
      width: 40,
      meaning: 'Conferences as the article names them, one a line.',
    },
    ({ article }) => article.conferences.map(({ name }) => name),
  ),
  list(
    {
      id: 'conference_kinds',
      heading: 'Loại hội nghị',
      width: 12,
      meaning:
        'Of each of `conferences`: `so-ket`, `tong-ket`, `dai-hoi`, `ky-hop`, `hoi-nghi`, `hoi-thi`, `le`.',
    },
    ({ article }) => article.conferences.map(({ kind }) => kind),
  ),
  list(
    {
      id: 'conference_organisers',
      heading: 'Đơn vị tổ chức',
      width: 30,
      meaning: 'The body that holds each of `conferences`, as printed.',
    },
    ({ article }) => article.conferences.map(({ organiser }) => organiser),
  ),
  list(
    {
      id: 'conference_dates',
      heading: 'Ngày hội nghị',
      width: 22,
      meaning: 'Day of each of `conferences`, or first and last day: `2023-05-24/2023-05-25`.',
    },
    ({ article }) => article.conferences.map(({ date }) => days(date)),
  ),
  list(
    {
      id: 'conference_statuses',
      heading: 'Tình trạng hội nghị',
      width: 12,
      meaning: 'Of each of `conferences`: `held` or `planned`.',
    },
    ({ article }) => article.conferences.map(({ status }) => status),
  ),
];
