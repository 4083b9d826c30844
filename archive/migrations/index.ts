/** All migrations in order. What has been released is never changed: a new schema is a new file at the end. */
import { begin } from './001-begin.ts';
import { corrections } from './002-corrections.ts';
import { lanes } from './003-lanes.ts';
import { pressReviews } from './004-press-reviews.ts';
import { newspaperChecks } from './005-newspaper-checks.ts';
import { conferenceIdentity } from './006-conference-identity.ts';
import { nights } from './007-nights.ts';
import { officials } from './008-officials.ts';
import { savedSearches } from './009-saved-searches.ts';
import { warcFiles } from './012-warc-files.ts';
import { accounts } from './013-accounts.ts';
import { sourceHeads } from './014-source-heads.ts';
import { listIndexes } from './015-list-indexes.ts';
import { tallies } from './016-tallies.ts';

/** SQL that leads from version i to version i + 1. */
export const MIGRATIONS: readonly string[] = [
  begin,
  corrections,
  lanes,
  pressReviews,
  newspaperChecks,
  conferenceIdentity,
  nights,
  officials,
  savedSearches,
  warcFiles,
  accounts,
  sourceHeads,
  listIndexes,
  tallies,
];
