/** What saved searches need, from an opened installation. */
import type { Library } from '../compose.ts';
import { searchParts } from '../search-parts.ts';
import type { SavingParts } from './saved.ts';
import { type NewsWatchOptions, systemRandomBytes } from './watch.ts';

export function newsParts(library: Library): NewsWatchOptions & SavingParts {
  const { newspapers } = library;
  return {
    ...searchParts(library),
    newspaperName: (id) => newspapers.find((paper) => paper.id === id)?.name ?? id,
    randomBytes: systemRandomBytes,
  };
}
