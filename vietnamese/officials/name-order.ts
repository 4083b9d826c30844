/** Persons in the order of a Vietnamese list: by given name, which stands last, then by the whole name. */
import { sortKey } from '../collation.ts';

export function nameOrder(name: string): string {
  const given = name.trim().split(/\s+/u).at(-1) ?? '';
  return `${sortKey(given)}  ${sortKey(name)}`;
}
