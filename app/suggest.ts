/** Half-typed questions: what they may become, by kind, best first. */
import { DiembaoError } from '../core/errors.ts';
import type { Facet } from '../core/search.ts';
import { msg, type Plain, t } from '../i18n/text.ts';
import { readPlaceValue, TODAY } from '../indexer/place-codes.ts';
import { foldedText, markedPattern } from '../indexer/suggest/keys.ts';
import type { Suggested, SuggestionStore } from '../indexer/suggest/store.ts';
import { SUGGESTION_KINDS, type SuggestionKind } from '../indexer/suggest/terms.ts';
import { decodeTyped, decodeWord, fold } from '../vietnamese/index.ts';

export const MAX_SUGGEST_LENGTH = 200;
export const MAX_SUGGESTIONS = 20;

export interface Suggestion {
  readonly text: string;
  readonly detail: string | null;
  /** Articles that have it. */
  readonly count: number;
  /** The box's text once it is taken. */
  readonly question: string;
  /** The filter that means the same; null where there is none. */
  readonly filter: { readonly facet: Facet; readonly values: readonly string[] } | null;
}

export interface SuggestionAnswer {
  readonly query: string;
  /** Kinds that have something, in the order in which they are shown. */
  readonly groups: readonly {
    readonly kind: SuggestionKind;
    readonly label: string;
    readonly items: readonly Suggestion[];
  }[];
}

const LABELS: Readonly<Record<SuggestionKind, Plain>> = {
  phrase: msg('Cụm từ'),
  place: msg('Địa phương'),
  official: msg('Cán bộ'),
  office: msg('Chức vụ'),
  conference: msg('Hội nghị'),
  organiser: msg('Đơn vị tổ chức'),
  newspaper: msg('Báo'),
};
const FACET_OF: Readonly<Partial<Record<SuggestionKind, Facet>>> = {
  place: 'places',
  official: 'officials',
  office: 'offices',
  organiser: 'organisers',
  newspaper: 'newspaper',
};

type Level = 'province' | 'district' | 'commune';
interface Field {
  readonly word: string;
  readonly kind: SuggestionKind;
  readonly level?: Level;
}
/** Folded field words (indexer/question/scan.ts) and what completes them. */
const FIELDS: Readonly<Record<string, Omit<Field, 'word'>>> = {
  nguon: { kind: 'newspaper' },
  bao: { kind: 'newspaper' },
  tinh: { kind: 'place', level: 'province' },
  huyen: { kind: 'place', level: 'district' },
  xa: { kind: 'place', level: 'commune' },
  phuong: { kind: 'place', level: 'commune' },
  nguoi: { kind: 'official' },
};
const FIELD = /(?<=^|\s)(?<word>\p{L}+):(?<value>[^:"]*)$/u;
/** More words are a question, not the beginning of a name. */
const MOST_WORDS = 10;

/** The text, and what it was meant to be where it may have been typed raw: "haf t" -> "hà t". */
function readings(text: string): string[] {
  if (/[^\x00-\x7f]/u.test(text)) return [text];
  const byWord = text.replace(/[a-z][a-z0-9]*/giu, (word) => decodeWord(word) ?? word);
  // The last word may still lack its end: its marks are dropped.
  const halfTyped = byWord.replace(/[a-z]+[0-9]*$/iu, (word) =>
    word.replace(/(?<=[aeiouy]\w*)[sfrxjw0-9]/giu, '').replace(/([aeod])\1/giu, '$1'),
  );
  return [...new Set([text, decodeTyped(text) ?? text, byWord, halfTyped])];
}

/** A phrase that nearly always goes on is shown with what follows it. */
function withoutBeginnings(found: readonly Suggested[]): Suggested[] {
  return found.filter(
    (one) =>
      !found.some((other) => other.id.startsWith(`${one.id} `) && other.count * 5 >= one.count * 4),
  );
}

function findKind(
  store: SuggestionStore,
  kind: SuggestionKind,
  typed: string,
  limit: number,
  level?: Level,
) {
  const key = foldedText(typed) + (/\s$/u.test(typed) ? ' ' : '');
  if (key.trim() === '') return [];
  const pattern = markedPattern(typed);
  const wide = level || kind === 'phrase' ? limit * 8 : limit;
  const found = new Map<string, Suggested>();
  for (const marks of pattern === null ? [null] : [pattern, null])
    for (const one of store.find({ kind, key, pattern: marks, limit: wide }))
      if (!found.has(one.id)) found.set(one.id, one);
  const all = [...found.values()].filter(
    (one) => level === undefined || readPlaceValue(one.id).unit?.level === level,
  );
  return (kind === 'phrase' ? withoutBeginnings(all) : all).slice(0, limit);
}

function filterOf({ kind, id }: Suggested): Suggestion['filter'] {
  const facet = FACET_OF[kind];
  if (facet === undefined) return null;
  if (kind !== 'place') return { facet, values: [id] };
  const { code, unit } = readPlaceValue(id);
  // A unit that is there still is meant on both maps.
  return { facet, values: unit?.to === null ? [id, `${TODAY}${code}`] : [id] };
}

/**
 * @param limit of each kind, 1 to MAX_SUGGESTIONS
 * @throws DiembaoError `question-too-long`, `question-bad-limit`
 */
export function suggest(store: SuggestionStore, query: string, limit = 5): SuggestionAnswer {
  if (query.length > MAX_SUGGEST_LENGTH)
    throw new DiembaoError(
      'question-too-long',
      `suggestions: at most ${MAX_SUGGEST_LENGTH} characters, not ${query.length}`,
    );
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_SUGGESTIONS)
    throw new DiembaoError(
      'question-bad-limit',
      `suggestions: 1 to ${MAX_SUGGESTIONS} of each kind`,
    );
  const text = query.normalize('NFC').replace(/^\s+/u, '');
  const { word = '', value = '' } = FIELD.exec(text)?.groups ?? {};
  const field = FIELDS[fold(word)];
  const taken = (before: string, found: readonly Suggested[], quoted: string | null) =>
    found.map((one): Suggestion => {
      const shown = quoted === null ? one.text : `${quoted}:"${bare(one)}"`;
      return {
        text: one.text,
        detail: one.detail,
        count: one.count,
        question: `${before}${shown}`,
        filter: filterOf(one),
      };
    });
  if (field) {
    const before = text.slice(0, text.length - word.length - 1 - value.length);
    for (const reading of readings(value.replace(/^\s+/u, ''))) {
      const items = taken(before, findKind(store, field.kind, reading, limit, field.level), word);
      if (items.length > 0)
        return { query, groups: [{ kind: field.kind, label: t(LABELS[field.kind]), items }] };
    }
    return { query, groups: [] };
  }
  const words = [...text.matchAll(/\S+/gu)].map(({ index }) => index);
  // Where nothing begins with all of it, what begins with its last words.
  for (const at of words.slice(-MOST_WORDS)) {
    const before = text.slice(0, at);
    for (const reading of readings(text.slice(at))) {
      const groups = SUGGESTION_KINDS.map((kind) => ({
        kind,
        label: t(LABELS[kind]),
        items: taken(before, findKind(store, kind, reading, limit), null),
      })).filter(({ items }) => items.length > 0);
      if (groups.length > 0) return { query, groups };
    }
  }
  return { query, groups: [] };
}

/** The name as field words know it: places without their type word. */
function bare({ kind, id, text }: Suggested): string {
  return kind === 'place' ? (readPlaceValue(id).unit?.bare ?? text) : text;
}
