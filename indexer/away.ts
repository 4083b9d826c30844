/** Failures that lie with the engine, not with what is put in: the same documents can go in later. */
import { codeOf } from '../core/errors.ts';

const AWAY: ReadonlySet<string> = new Set([
  // Meilisearch: not there, not ready, no room.
  'meili-unreachable',
  'meili-slow',
  'meili-forbidden',
  'meili-too-old',
  'meili-failed',
  'meili-canceled',
  'meili-no-space-left-on-device',
  'meili-io-error',
  'meili-too-many-open-files',
  'meili-too-many-search-requests',
  'meili-database-size-limit-reached',
  'meili-task-queue-full',
  'index-missing',
  // The file: full disk, a directory that may not be written, a disk that fails.
  'disk-full',
  'sqlite-busy',
  'sqlite-locked',
  'sqlite-readonly',
  'sqlite-cannot-open',
  'sqlite-io',
  'sqlite-corrupt',
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EACCES',
  'EPERM',
  'EIO',
  'EMFILE',
]);

/** Whether trying the documents one by one would be of no use. */
export function isAway(error: unknown): boolean {
  return AWAY.has(codeOf(error));
}

/** An index of another form: waiting is of no use, the one that is built anew takes the articles. */
export function isOld(error: unknown): boolean {
  return codeOf(error) === 'index-old';
}
