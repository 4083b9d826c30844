/** What a search over a library needs besides its engine and archive: names of values, newspapers by name. */

import type { Newspaper } from '../newspapers/define.ts';
import { canonicalTone, fold } from '../vietnamese/index.ts';
import { labelOf } from './labels.ts';
import type { SearchParts } from './search.ts';

type Known = Pick<Newspaper, 'id' | 'name' | 'hosts'>;

const bare = (text: string) => text.replace(/^(?:báo|bao)\s+(?=\S)/iu, '').trim();
const marked = (text: string) => bare(canonicalTone(text.normalize('NFC').toLowerCase()));
const host = (text: string) =>
  text
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/\/.*$/u, '');
const plain = (text: string) => bare(fold(text)).replace(/[^\p{L}\p{N}]/gu, '');

/**
 * A function that gives the id of the newspaper meant by an id, a host or a name, with or without "Báo";
 * without marks where these fit one newspaper only; null for none. "Báo Hà Tĩnh", "ha tinh", "baohatinh.vn".
 */
export function newspaperNamed(newspapers: readonly Known[]): (text: string) => string | null {
  return (text) => {
    const only = (fits: (paper: Known) => boolean): string | null => {
      const found = newspapers.filter(fits);
      return found.length === 1 ? (found[0]?.id ?? null) : null;
    };
    return (
      newspapers.find(({ id }) => id === text.trim().toLowerCase())?.id ??
      newspapers.find(({ hosts }) => hosts.some((one) => host(one) === host(text)))?.id ??
      only(({ name }) => marked(name) === marked(text)) ??
      // Typed with marks, it must have the newspaper's.
      (fold(text) === text.toLowerCase() && plain(text) !== ''
        ? only(({ id, name }) => plain(name) === plain(text) || plain(id) === plain(text))
        : null)
    );
  };
}

/** The parts for `search` from an opened library. */
export function searchParts<L extends Pick<SearchParts, 'engine' | 'archive'>>(
  library: L & { readonly newspapers: readonly Known[] },
): L & SearchParts {
  return {
    ...library,
    label: labelOf(library.newspapers),
    newspaper: newspaperNamed(library.newspapers),
  };
}
