/** The tables as Kysely sees them; archive/migrations/ makes them. Instants are ISO 8601 in UTC. */
import type { Generated } from 'kysely';
import type { OutcomeCode } from '../core/outcomes.ts';
import type { AccountTables } from './accounts-tables.ts';
import type { NightTables } from './nights-tables.ts';
import type { OfficialTables, Thing } from './official-tables.ts';
import type { Backfill, FrontierKind, IdentityAct, Run } from './port.ts';
import type { SavedSearchTables } from './saved-searches-tables.ts';

export interface TalliesTable {
  /** Name of a table. */
  of: string;
  /** Of articles their newspaper ('' without one); else ''. */
  key: string;
  n: number;
}

export interface UrlsTable {
  url: string;
  newspaper: string;
  kind: FrontierKind;
  found_on: string | null;
  found_at: string;
  due_at: string | null;
  etag: string | null;
  last_modified: string | null;
  first_fetched_at: string | null;
  last_fetched_at: string | null;
  last_visited_at: string | null;
  last_outcome: OutcomeCode | null;
  failures: number;
  body_hash: string | null;
  /** The back-fill that it belongs to; null for the night's. */
  backfill: number | null;
  /** When its source says that it was published or changed, else when it was found. */
  dated_at: string;
  /** Last answer with a whole body. */
  whole_at: string | null;
  /** Length and hash of the beginning of a source's last body. */
  head: string | null;
}

export interface BackfillsTable {
  id: Generated<number>;
  newspaper: string;
  from_day: string;
  to_day: string;
  asked_at: string;
  ended_at: string | null;
  state: Backfill['state'];
}

export interface HostsTable {
  host: string;
  distrusted_at: string | null;
}

export interface BodiesTable {
  hash: string;
  /** Bytes before compression. */
  size: number;
  /** Brotli; empty where it is in `moved_bodies`. */
  data: Uint8Array;
}

/** Raw pages that were moved out of the database. */
export interface WarcFilesTable {
  id: Generated<number>;
  /** Below the data directory, or absolute. */
  path: string;
  /** `writing`: nothing was taken out of the database for it yet; `leaving`: nothing in it is needed any more. */
  state: 'writing' | 'complete' | 'leaving';
  bytes: Generated<number>;
  sha256: Generated<string>;
  written_at: string;
}

/** Bodies that are not in the database. */
export interface MovedBodiesTable {
  hash: string;
  /** Null: forgotten. */
  warc: number | null;
  offset: number;
  length: number;
}

export interface DataSizesTable {
  /** `YYYY-MM-DD` in Vietnam. */
  day: string;
  /** Of everything in the data directory. */
  bytes: number;
}

export interface PagesTable {
  id: Generated<number>;
  url: string;
  newspaper: string;
  final_url: string;
  status: number;
  /** JSON */
  headers: string;
  body_hash: string;
  fetched_at: string;
  /** 1 for the newest page of its URL. */
  newest: number;
  /** Stamp of the last parse; '' before the first, so that one index serves both. */
  parsed_by: string;
  outcome: OutcomeCode | null;
  outcome_message: string | null;
}

export interface ArticlesTable {
  /** Order of first storing; what other tables refer to. */
  seq: Generated<number>;
  id: string;
  newspaper: string | null;
  url: string | null;
  headline: string | null;
  /** '' where unknown, so that it sorts last among the newest first. */
  published: string;
  /** `YYYY-MM-DD` in Vietnam. */
  published_day: string | null;
  revision: number;
  page_id: number | null;
  fetched_at: string | null;
  created_at: string;
  /** When this revision was stored. */
  revised_at: string;
  content_hash: string;
  original: string | null;
  withdrawn_at: string | null;
  /** Unsigned 32-bit, little-endian; empty where the body is too short to compare. */
  signature: Uint8Array;
  /** JSON of the record, Brotli. */
  record: Uint8Array;
}

/** Forms of an article before its newest one. */
export interface RevisionsTable {
  article: number;
  revision: number;
  created_at: string;
  record: Uint8Array;
}

export interface AliasesTable {
  url: string;
  article: number;
}

/** Locality-sensitive hashing of signatures: articles with equal `hash` may be near-duplicates. */
export interface BandsTable {
  hash: number;
  /** Days since 1970 in UTC. */
  day: number;
  article: number;
}

export interface IndexesTable {
  id: Generated<number>;
  name: string;
  /** Articles with `backlog_after` < seq <= `backlog_to` may have no row in index_state: they are pending. */
  backlog_after: number;
  backlog_to: number;
}

export interface IndexStateTable {
  index_id: number;
  article: number;
  revision: number;
  /** Version of the document that the index holds; '' where it must be indexed (again). */
  version: string;
}

export interface ConferencesTable {
  seq: Generated<number>;
  id: string;
  key: string;
  /** Of the mention that tells most; all null when nobody mentions it any more. */
  record: string | null;
  kind: string | null;
  status: string | null;
  date_from: string | null;
  date_to: string | null;
  /** `date_from`, '' where unknown. */
  sort_date: string;
  /** Where its last mentions went. */
  successor: number | null;
  level: string | null;
  term_from: number | null;
  /** As archive/folded.ts writes them; null where an older program described it. */
  occasion_words: string | null;
  organiser_words: string | null;
}

export interface MentionsTable {
  article: number;
  position: number;
  conference: number;
  /** What it is joined by where no hand says otherwise. */
  key: string;
  main: number;
  /** How much it tells; the largest is shown. */
  weight: number;
  /** JSON */
  record: string;
}

export interface MentionPlacesTable {
  code: string;
  conference: number;
  article: number;
  position: number;
}

/** Made by hand, never deleted. */
export interface CorrectionsTable {
  id: Generated<number>;
  article: number;
  made_by: string;
  made_at: string;
  /** JSON: anchor and change. */
  correction: string;
  withdrawn_by: string | null;
  withdrawn_at: string | null;
}

/** Conferences or officials joined or parted by hand, never deleted. */
export interface IdentityActsTable {
  id: Generated<number>;
  kind: IdentityAct['kind'];
  thing: Thing;
  made_by: string;
  made_at: string;
  withdrawn_by: string | null;
  withdrawn_at: string | null;
}

/** What an act says of two mentions. */
export interface IdentityPairsTable {
  act: number;
  number: number;
  /** 1 "same", 0 "not the same". */
  same: number;
  /** The one that was moved. */
  left_article: number;
  /** JSON (archive/mention-marks.ts). */
  left_mark: string;
  /** Where the mark points now; null where it points at no mention. */
  left_position: number | null;
  right_article: number;
  right_mark: string;
  right_position: number | null;
}

export interface RunsTable {
  id: Generated<number>;
  newspaper: string;
  started_at: string;
  finished_at: string | null;
  state: Run['state'];
  /** JSON */
  outcomes: string;
  message: string | null;
  /** Which opening of the archive began it. */
  owner: string;
}

export interface IncidentsTable {
  url: string;
  newspaper: string;
  code: OutcomeCode;
  message: string;
  at: string;
  page_id: number | null;
}

export interface PressReviewsTable {
  seq: Generated<number>;
  id: string;
  /** The newest. */
  version: number;
  saved_at: string;
  removed_at: string | null;
}

export interface PressReviewVersionsTable {
  press_review: number;
  version: number;
  saved_by: string;
  saved_at: string;
  /** JSON */
  record: string;
}

export interface NewspaperChecksTable {
  newspaper: string;
  /** Hash of the spec that was checked. */
  spec: string;
  checked_at: string;
  passed: number;
}

export interface Tables extends NightTables, OfficialTables, SavedSearchTables, AccountTables {
  urls: UrlsTable;
  backfills: BackfillsTable;
  hosts: HostsTable;
  bodies: BodiesTable;
  warc_files: WarcFilesTable;
  moved_bodies: MovedBodiesTable;
  data_sizes: DataSizesTable;
  pages: PagesTable;
  tallies: TalliesTable;
  articles: ArticlesTable;
  revisions: RevisionsTable;
  aliases: AliasesTable;
  bands: BandsTable;
  indexes: IndexesTable;
  index_state: IndexStateTable;
  conferences: ConferencesTable;
  mentions: MentionsTable;
  mention_places: MentionPlacesTable;
  corrections: CorrectionsTable;
  identity_acts: IdentityActsTable;
  identity_pairs: IdentityPairsTable;
  press_reviews: PressReviewsTable;
  press_review_versions: PressReviewVersionsTable;
  runs: RunsTable;
  incidents: IncidentsTable;
  newspaper_checks: NewspaperChecksTable;
}
