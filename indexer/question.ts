/**
 * What was typed into the search box, as units, exclusions and filters. Pure.
 *
 * "…" in any form of quotation marks is one phrase; -word and -"…" must not stand; nguồn: tỉnh: huyện: xã:
 * người: từ: đến: loại: filter, chính xác:có asks for the spelling as typed. Raw Telex or VNI is decoded.
 */
import type { SearchFilters, Unit } from '../core/search.ts';
import { decodeTyped, nfc, type Unit as Place } from '../vietnamese/index.ts';
import {
  codesOf,
  fieldValue,
  liesIn,
  type QuestionError,
  type QuestionLookups,
} from './question/fields.ts';
import { scanQuestion } from './question/scan.ts';
import { phraseUnits, unitsOf } from './question/units.ts';

export type { QuestionError, QuestionErrorCode, QuestionLookups } from './question/fields.ts';

/** UTF-16 units. */
export const MAX_QUESTION_LENGTH = 1_000;
export const MAX_QUESTION_SYLLABLES = 160;
export const MAX_EXCLUSIONS = 5;

export interface ParsedQuestion {
  readonly units: readonly Unit[];
  /** The stretches of the text, each as one phrase; [] where the units are these already. */
  readonly whole: readonly Unit[];
  readonly without: readonly Unit[];
  readonly filters: SearchFilters;
  readonly exactOnly: boolean;
  /** The text read as raw Telex or VNI; null where it was taken as typed. */
  readonly decoded: string | null;
  /** What is wrong with the question, in order; [] when nothing is. */
  readonly errors: readonly QuestionError[];
}

export interface QuestionOptions extends QuestionLookups {
  /** false takes raw Telex or VNI as typed. */
  readonly decode?: boolean;
}

function joinFilters(a: SearchFilters, b: SearchFilters): SearchFilters {
  const newspaper = [...(a.newspaper ?? []), ...(b.newspaper ?? [])];
  const people = [...(a.people ?? []), ...(b.people ?? [])];
  const kinds = [...(a.conferenceKinds ?? []), ...(b.conferenceKinds ?? [])];
  return {
    ...a,
    ...b,
    ...(newspaper.length > 0 ? { newspaper } : {}),
    ...(people.length > 0 ? { people } : {}),
    ...(kinds.length > 0 ? { conferenceKinds: kinds } : {}),
  };
}

/** The lowest level that was named, narrowed by those above it. */
function placeCodes(named: readonly (readonly Place[])[]): string[] {
  const order = { province: 0, district: 1, commune: 2 };
  const levels = [...named].sort(
    (a, b) => order[a[0]?.level ?? 'province'] - order[b[0]?.level ?? 'province'],
  );
  let found: readonly Place[] = [];
  for (const places of levels) {
    const sameLevel = found[0]?.level === places[0]?.level;
    if (found.length === 0) found = places;
    else if (sameLevel) found = [...found, ...places];
    else found = places.filter((place) => liesIn(place, found));
  }
  return codesOf(found);
}

function distinct(units: readonly Unit[]): Unit[] {
  const seen = new Map(units.map((unit) => [unit.exact.join(' '), unit]));
  return [...seen.values()];
}

export function parseQuestion(typed: string, options: QuestionOptions = {}): ParsedQuestion {
  const empty = { units: [], whole: [], without: [], filters: {}, exactOnly: false, decoded: null };
  if (typed.length > MAX_QUESTION_LENGTH) {
    return { ...empty, errors: [{ code: 'question-too-long', text: typed }] };
  }
  const units: Unit[] = [];
  const whole: Unit[] = [];
  const without: Unit[] = [];
  const errors: QuestionError[] = [];
  const named: (readonly Place[])[] = [];
  const shown: string[] = [];
  let filters: SearchFilters = {};
  let exactOnly = false;
  let decoded = false;
  const read = (text: string) => {
    const meant = options.decode === false ? null : decodeTyped(text);
    if (meant !== null) decoded = true;
    shown.push(meant ?? text);
    return meant ?? text;
  };
  const ask = (text: string, cut: (text: string) => Unit[]) => {
    units.push(...cut(text));
    whole.push(...phraseUnits(text));
  };
  for (const part of scanQuestion(nfc(typed))) {
    if (part.type === 'text') ask(read(part.text), unitsOf);
    else if (part.type === 'phrase') ask(read(part.text), phraseUnits);
    else if (part.type === 'without') without.push(...phraseUnits(part.text));
    else {
      const value = fieldValue(part, options);
      if (value.error) errors.push(value.error);
      if (value.places) named.push(value.places);
      filters = joinFilters(filters, value.filters);
      exactOnly = value.exactOnly ?? exactOnly;
      if (value.phrase !== undefined) ask(value.phrase, phraseUnits);
      if (value.left !== '') ask(read(value.left), unitsOf);
    }
  }
  if (named.length > 0) {
    const places = placeCodes(named);
    if (places.length > 0) filters = { ...filters, places };
    else errors.push({ code: 'question-places-apart', text: typed });
  }
  const asked = distinct(units);
  if (asked.reduce((sum, unit) => sum + unit.exact.length, 0) > MAX_QUESTION_SYLLABLES) {
    errors.push({ code: 'question-too-many-words', text: typed });
  }
  if (without.length > MAX_EXCLUSIONS) {
    errors.push({ code: 'question-too-many-exclusions', text: typed });
  }
  return {
    units: asked,
    whole: distinct(whole).length < units.length ? distinct(whole) : [],
    without,
    filters,
    exactOnly,
    decoded: decoded ? shown.join(' ') : null,
    errors,
  };
}
