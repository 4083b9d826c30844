/** What a correction of each kind does to the finding at `index` of its list. */
import {
  type Article,
  type Conference,
  type DateMention,
  type PlaceMention,
  type PlacePath,
  type Span,
  textAt,
} from '../article.ts';
import type { ConferenceChange, DateChange, PlaceChange } from './schema.ts';

export function newDate(article: Article, span: Span): DateMention {
  const open = { edtf: null, from: null, to: null, time: null };
  const flags = { approximate: false, recurring: false, birth: false };
  return { ...span, text: textAt(article, span), ...open, ...flags };
}

/** Days of the form `2023-05-24`, `2023-05-24/2023-05-26`, `2023-05-24/..`, `../2023-05-26` (EDTF). */
function edtf(from: string | null, to: string | null): string {
  return from !== null && from === to ? from : `${from ?? '..'}/${to ?? '..'}`;
}

export function correctDate(
  { dates }: Article,
  index: number,
  { from, to }: DateChange,
): Partial<Article> {
  const days = { edtf: edtf(from, to), from, to, approximate: false, recurring: false };
  return { dates: dates.map((date, i) => (i === index ? { ...date, ...days } : date)) };
}

export function newPlace(article: Article, span: Span, { level, path }: PlaceChange): PlaceMention {
  const text = textAt(article, span);
  return { ...span, text, level, code: null, path, today: [], candidates: [] };
}

const samePath = (a: PlacePath, b: PlacePath) => a.every((name, i) => name === b[i]);

/** A main place that nothing is left of is the corrected one. */
function mainPlaces(
  article: Article,
  places: readonly PlaceMention[],
  was: PlacePath,
  is: PlacePath,
) {
  if (places.some(({ path }) => samePath(path, was))) return article.mainPlaces;
  const moved = article.mainPlaces.map((path) => (samePath(path, was) ? is : path));
  return moved.filter((path, i) => moved.findIndex((one) => samePath(one, path)) === i);
}

export function correctPlace(
  article: Article,
  index: number,
  change: PlaceChange,
): Partial<Article> {
  const was = article.places[index];
  if (was === undefined) return {};
  const { kind: _, everywhere, ...unit } = change;
  const places = article.places.map((place, i) =>
    i === index ||
    (everywhere &&
      place.text === was.text &&
      place.code === was.code &&
      samePath(place.path, was.path))
      ? { ...place, ...unit, candidates: [] }
      : place,
  );
  return { places, mainPlaces: mainPlaces(article, places, was.path, unit.path) };
}

export function newConference(
  article: Article,
  span: Span,
  { date }: ConferenceChange,
): Conference {
  const published = article.publishedAt?.slice(0, 10) ?? null;
  const day = date?.from ?? date?.to ?? null;
  return {
    name: textAt(article, span),
    kind: 'hoi-nghi',
    occasion: null,
    organiser: null,
    level: null,
    term: null,
    date: null,
    place: null,
    chairs: [],
    speakers: [],
    status: published !== null && day !== null && day > published ? 'planned' : 'held',
    main: false,
    evidence: [span],
  };
}

export function correctConference(
  { conferences }: Article,
  index: number,
  change: ConferenceChange,
): Partial<Article> {
  const { conferenceKind, organiser, level, date, place, status } = change;
  const fields: Partial<Conference> = {
    ...(conferenceKind === undefined ? {} : { kind: conferenceKind }),
    ...(organiser === undefined ? {} : { organiser }),
    ...(level === undefined ? {} : { level }),
    ...(date === undefined ? {} : { date }),
    ...(place === undefined ? {} : { place }),
    ...(status === undefined ? {} : { status }),
  };
  return { conferences: conferences.map((one, i) => (i === index ? { ...one, ...fields } : one)) };
}
