/**
 * The archive: the only durable state, and the truth. Jobs are hints to it; the search index can be thrown
 * away and rebuilt from it. Everything is async, because a PostgreSQL driver will follow.
 *
 * Instants are ISO 8601 strings in UTC (`2026-11-24T22:13:16.000Z`) unless a name says otherwise.
 * Every method is idempotent: called twice with the same arguments it leaves what one call leaves.
 */
import type { Article } from '../core/article.ts';
import type { Correction, JudgedCorrection, StoredCorrection } from '../core/corrections.ts';
import type { Outcome, OutcomeCode } from '../core/outcomes.ts';
import type { RawPage } from '../core/raw-page.ts';
import type { Accounts } from './accounts-port.ts';
import type { IdentityAct } from './identity-act.ts';
import type { Nights } from './nights-port.ts';
import type { Officials } from './officials-port.ts';
import type { SavedSearches } from './saved-searches-port.ts';
import type { Slice } from './slice.ts';

export type { IdentityAct } from './identity-act.ts';
export type { Slice } from './slice.ts';

// ---------------------------------------------------------------- frontier

export type FrontierKind = 'feed' | 'sitemap' | 'listing' | 'article' | 'robots';

export interface FrontierUrl {
  readonly url: string;
  readonly newspaper: string;
  readonly kind: FrontierKind;
  /** The page that named it; null for a source of the spec. */
  readonly foundOn: string | null;
  readonly foundAt: string;
  /** When it is to be fetched; null = never again. */
  readonly dueAt: string | null;
  /** Validators of the last good answer. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** First and last answer with a page. */
  readonly firstFetchedAt: string | null;
  readonly lastFetchedAt: string | null;
  readonly lastOutcome: OutcomeCode | null;
  /** Failures in a row. */
  readonly failures: number;
  /** sha256 of the last body. */
  readonly bodyHash: string | null;
  /** When a body last showed what there is, which a 304 does not. */
  readonly wholeAt: string | null;
  /** Of a source: length and beginning of its last body, in words to be compared. */
  readonly head: string | null;
  /** When its source says that it was published or changed, else when it was found. */
  readonly datedAt: string;
  /** The back-fill that it belongs to; null for the night's. */
  readonly backfill: number | null;
}

export interface NewUrl {
  readonly url: string;
  readonly newspaper: string;
  readonly kind: FrontierKind;
  readonly foundOn: string | null;
  readonly foundAt: string;
  readonly dueAt: string | null;
  /** When its source says that it was published or changed. */
  readonly datedAt?: string | null;
  /** The back-fill that found it. */
  readonly backfill?: number | null;
}

/** Which due URLs are meant. */
export interface DueOptions {
  /** Those of this back-fill; left out or null: the night's. */
  readonly backfill?: number | null;
  /** `new`: never fetched; `seen`: fetched before (second looks, sources). Left out: all. */
  readonly of?: 'new' | 'seen';
}

/** What a visit to a URL gave. */
export interface Visit {
  readonly url: string;
  readonly at: string;
  readonly outcome: OutcomeCode;
  readonly dueAt: string | null;
  /** Of one whose page was first fetched under another address; left out: this visit, where it is the first. */
  readonly firstFetchedAt?: string;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly bodyHash?: string | null;
  /** A body, or as much of it as tells, was seen. */
  readonly whole?: boolean;
  readonly head?: string | null;
  /** Another back-fill, or null for the night's. */
  readonly backfill?: number | null;
}

export interface Frontier {
  /**
   * Adds the URLs that are not known yet; known ones stay as they are, but one that waits in a back-fill and
   * is found for the night becomes the night's. Answers how many were new.
   */
  add(urls: readonly NewUrl[]): Promise<number>;
  get(url: string): Promise<FrontierUrl | null>;
  /**
   * Due URLs of a newspaper: those never fetched whose date is of the last three days, the newest first; then
   * those fetched before, the longest due first; then the older ones never fetched, the newest first.
   */
  due(
    newspaper: string,
    kind: FrontierKind,
    now: string,
    limit: number,
    options?: DueOptions,
  ): Promise<readonly FrontierUrl[]>;
  /** Notes a visit. Validators left out stay as they were. A failure outcome counts, a good one resets. */
  visited(visit: Visit): Promise<void>;
  /** When an article of the newspaper is to be looked at again: the earliest; null where none is. */
  nextLook(newspaper: string): Promise<string | null>;
  count(newspaper: string): Promise<number>;
}

/** Articles of days gone by, asked for by hand: low in rank, never in tonight's way. */
export interface Backfill {
  readonly id: number;
  readonly newspaper: string;
  /** First and last day, `YYYY-MM-DD` in Vietnam's time. */
  readonly from: string;
  readonly to: string;
  readonly askedAt: string;
  readonly endedAt: string | null;
  readonly state: 'open' | 'complete' | 'cancelled';
  /** Articles that it has found, and those of them that are still to be fetched. */
  readonly found: number;
  readonly left: number;
}

export interface Backfills {
  /** Begins one; the open one of the same paper and days where there is one. */
  open(newspaper: string, from: string, to: string, at: string): Promise<Backfill>;
  get(id: number): Promise<Backfill | null>;
  /** Whether it is there and neither complete nor cancelled. */
  isOpen(id: number): Promise<boolean>;
  /** The newest first; of one state where it is given. */
  list(limit: number, state?: Backfill['state']): Promise<readonly Backfill[]>;
  complete(id: number, at: string): Promise<void>;
  /** Ends one; what it found and did not fetch is forgotten, what it fetched stays. */
  cancel(id: number, at: string): Promise<void>;
}

/** What is known of servers beyond one URL. */
export interface Hosts {
  /** Since when the host is known to say "unchanged" of what has changed; null where it is trusted. */
  distrustedAt(host: string): Promise<string | null>;
  /** Null: trusted again. */
  distrust(host: string, at: string | null): Promise<void>;
}

// ---------------------------------------------------------------- raw pages

export interface StoredPage extends RawPage {
  readonly id: number;
  readonly newspaper: string;
  readonly bodyHash: string;
  /** Stamp of the last parse, null when it has not been parsed. */
  readonly parsedBy: string | null;
  readonly outcome: Outcome | null;
}

export interface Pages {
  /**
   * Stores a page; the body compressed, once for each content hash.
   * `created` is false where the newest page of this URL has the same status and body: nothing is written then.
   * @param bodyHash sha256 of the body, where it is known already
   */
  put(
    newspaper: string,
    page: RawPage,
    bodyHash?: string,
  ): Promise<{ readonly id: number; readonly created: boolean }>;
  /**
   * Also from the WARC file that it was moved to.
   * @throws GiveUp `page-forgotten`, `page-lost` (the file is missing or damaged)
   */
  get(id: number): Promise<StoredPage | null>;
  /** The same without its body: also where that cannot be read any more. */
  about(id: number): Promise<Omit<StoredPage, 'body'> | null>;
  /** The newest page of a URL. @throws as `get` does */
  latest(url: string): Promise<StoredPage | null>;
  /** Notes what the parser made of it. */
  parsed(id: number, stamp: string, outcome: Outcome): Promise<void>;
  /**
   * Ids, ascending, of the newest page of each URL of `newspaper` whose `parsedBy` is not `stamp`;
   * `after` is the last id of the slice before; `since` leaves out what was fetched earlier. Forgotten
   * pages are none of them.
   */
  unparsed(
    newspaper: string,
    stamp: string,
    after: number,
    limit: number,
    since?: string,
  ): Promise<readonly number[]>;
  /** Ids, ascending, of all pages of the filter, not only the newest; `after` is the last of the slice before. */
  ids(filter: PageFilter, after: number, limit: number): Promise<readonly number[]>;
  /** How many of the filter's pages were forgotten, newest ones of their URL only. */
  forgotten(filter: PageFilter): Promise<number>;
}

export interface PageFilter {
  readonly newspaper?: string;
  /** Fetched at or after, and before: ISO in UTC. */
  readonly since?: string;
  readonly before?: string;
}

// ---------------------------------------------------------------- retention

/** A WARC file that raw pages were moved to. */
export interface WarcFile {
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
  readonly writtenAt: string;
  /** Different bodies that are needed of it. */
  readonly bodies: number;
  /** Not there, or of another size. */
  readonly missing: boolean;
  /** In the data directory, so that a backup takes it along. */
  readonly inside: boolean;
}

export interface MoveOptions {
  /** Where the files go; left out: `warc` in the data directory. */
  readonly directory?: string;
  /** A file is closed when it is larger; 1 GB by default. */
  readonly maxFileBytes?: number;
  /** Name and version of the program, for the files. */
  readonly software: string;
  readonly now: () => Date;
  /** Stops before the next page; what was written by then is moved. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (pages: number) => void;
}

export interface MoveReport {
  readonly pages: number;
  readonly bodies: number;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

export interface ForgetReport {
  readonly pages: number;
  readonly articles: number;
  readonly bodies: number;
  /** WARC files that held nothing else any more, deleted. */
  readonly files: readonly string[];
}

/** Articles that cannot be read again. */
export interface Unreadable {
  readonly forgotten: number;
  /** In a WARC file that is missing. */
  readonly lost: number;
}

/**
 * What raw pages take room for. A page's row always stays; its body lies in the database, in a WARC file, or is
 * forgotten. A body that several pages share goes when the youngest of them is old enough.
 */
export interface Retention {
  /** Those that are in use. */
  files(): Promise<readonly WarcFile[]>;
  /** Pages that were all fetched before `before` and are still in the database, and how many were moved. */
  movable(before: string): Promise<{ readonly pages: number }>;
  /**
   * Writes the bodies into WARC files; nothing leaves the database before its file is on the disk and was read
   * back whole. Killed at any moment it loses nothing, and the next call finishes.
   * @throws DiembaoError `warc-exists`, `warc-unfit` (what was read back is not what was written)
   */
  move(before: string, options: MoveOptions): Promise<MoveReport>;
  /** What `forget` would forget. */
  forgettable(before: string): Promise<ForgetReport>;
  /** Gives up the bodies of pages that were all fetched before `before`, moved ones too. There is no way back. */
  forget(
    before: string,
    options?: Pick<MoveOptions, 'signal' | 'onProgress'>,
  ): Promise<ForgetReport>;
  unreadable(): Promise<Unreadable>;
  /** Notes what the data directory weighs; the last of a day stays. @param day `YYYY-MM-DD` in Vietnam */
  weighed(day: string, bytes: number): Promise<void>;
  /** The newest first. */
  weights(limit: number): Promise<readonly { readonly day: string; readonly bytes: number }[]>;
}

// ---------------------------------------------------------------- articles

/** How the conferences of a record are joined with those of other articles. */
export interface ConferenceJoins {
  /** One for each of `article.conferences`, same order: mentions with equal keys are one conference. */
  readonly conferenceKeys: readonly string[];
  /**
   * One for each of `article.conferences`, same order: codes of every unit that holds the conference's place
   * (commune, district, province; of its day and of today). Left out: the place's own code alone.
   */
  readonly conferencePlaces?: readonly (readonly string[])[];
}

export interface NewArticle extends ConferenceJoins {
  /** As it was parsed: corrections are never part of what is put. */
  readonly article: Article;
  /** Every URL that leads to it: asked for, final, canonical. */
  readonly aliases: readonly string[];
  readonly pageId: number | null;
  /** ISO in UTC; null for text that came without a page. */
  readonly fetchedAt: string | null;
  /** MinHash of the body's syllables (parsers/signature.ts): unsigned 32-bit; [] for a body too short to compare. */
  readonly signature: readonly number[];
}

export interface StoredArticle {
  /** What was parsed, with the corrections made by hand. */
  readonly article: Article;
  /** All that were ever made, oldest first, with what became of each. */
  readonly corrections: readonly JudgedCorrection[];
  /** 1 for the first form, raised when the text or a field read from the page changes. */
  readonly revision: number;
  readonly pageId: number | null;
  readonly fetchedAt: string | null;
  /** First time it was stored. */
  readonly createdAt: string;
  /** sha256 of the record as it was parsed, without its stamps. */
  readonly contentHash: string;
  /** Id of the article that this one reprints. */
  readonly original: string | null;
  /** Since when the paper answers 404 or 410; the text stays. */
  readonly withdrawnAt: string | null;
}

export interface ArticleFilter {
  readonly newspaper?: string;
  /** First and last day of publication, `YYYY-MM-DD` in Vietnam's time. */
  readonly from?: string;
  readonly to?: string;
}

export interface PutResult {
  readonly id: string;
  readonly revision: number;
  readonly change: 'created' | 'updated' | 'unchanged';
  /** Articles whose `original` is another one now: every index must take them again. This one may be among them. */
  readonly regrouped: readonly { readonly id: string; readonly revision: number }[];
}

export interface Articles {
  /**
   * Stores the record. Its id may be replaced by that of a known article which one of the aliases leads to.
   * Where only the stamps differ the revision stays, and the record is replaced.
   * @param now ISO in UTC
   */
  put(input: NewArticle, now: string): Promise<PutResult>;
  get(id: string): Promise<StoredArticle | null>;
  getMany(ids: readonly string[]): Promise<readonly StoredArticle[]>;
  byUrl(url: string): Promise<StoredArticle | null>;
  aliases(id: string): Promise<readonly string[]>;
  /** The article's forms as they were parsed, without corrections. */
  revisions(
    id: string,
  ): Promise<
    readonly { readonly revision: number; readonly createdAt: string; readonly article: Article }[]
  >;
  /** Newest publication first; those without a date last. `cursor` is the `next` of the slice before. */
  list(filter: ArticleFilter, cursor: string | null, limit: number): Promise<Slice<StoredArticle>>;
  /** Articles that reprint this one. */
  reprints(id: string): Promise<readonly StoredArticle[]>;
  withdraw(id: string, at: string): Promise<void>;
  /** The paper answers with the article again. */
  restore(id: string): Promise<void>;
  count(filter?: ArticleFilter): Promise<number>;
}

// ---------------------------------------------------------------- corrections by hand

/**
 * What readers corrected, kept beside the records and laid over them whenever they are read, so that it
 * survives every reading of the page. A change here makes the article pending in every index.
 */
export interface Corrections {
  /**
   * @param by a name as typed
   * @param at ISO in UTC
   * @throws DiembaoError `archive-unknown-article`, `archive-bad-correction`
   */
  put(articleId: string, correction: Correction, by: string, at: string): Promise<StoredCorrection>;
  /** All of an article, oldest first, those taken back too. */
  list(articleId: string): Promise<readonly StoredCorrection[]>;
  /** Takes one back; it stays listed. Null where there is none of that id. */
  withdraw(id: number, by: string, at: string): Promise<StoredCorrection | null>;
}

// ---------------------------------------------------------------- press reviews

export interface StoredPressReview {
  /** Random, given once. */
  readonly id: string;
  /** 1 for the first, raised by each save that changes something. */
  readonly version: number;
  readonly savedBy: string;
  readonly savedAt: string;
  /** As it was saved; its form is press-review/review.ts. */
  readonly review: unknown;
}

/** Reports on the press that people make. Every version is kept, also of one that was removed. */
export interface PressReviews {
  /**
   * @param review JSON-safe
   * @param by a name as typed
   * @param at ISO in UTC
   */
  create(review: unknown, by: string, at: string): Promise<StoredPressReview>;
  /** The newest version. */
  get(id: string): Promise<StoredPressReview | null>;
  /**
   * @param version the one that was changed; saved only where it is still the newest
   * @returns what is stored then; null where there is no such review
   * @throws DiembaoError `press-review-changed` when somebody else saved in between
   */
  save(
    id: string,
    version: number,
    review: unknown,
    by: string,
    at: string,
  ): Promise<StoredPressReview | null>;
  /** Oldest first. */
  versions(id: string): Promise<readonly StoredPressReview[]>;
  /** Last saved first. */
  list(cursor: string | null, limit: number): Promise<Slice<StoredPressReview>>;
  /** It is listed no more. */
  remove(id: string, by: string, at: string): Promise<void>;
}

// ---------------------------------------------------------------- index state

/** What the archive has of one newspaper and day, and how much of it an index is known to hold. */
export interface DayTally {
  /** Null: of no newspaper. */
  readonly newspaper: string | null;
  /** `YYYY-MM-DD` in Vietnam's time; null for articles without a date. */
  readonly day: string | null;
  readonly articles: number;
  /** Of them in the newest revision and in this version. */
  readonly held: number;
}

export interface IndexState {
  /** Articles whose revision or document version the named index does not hold yet; those of `without` left out. */
  pending(
    index: string,
    version: string,
    limit: number,
    without?: readonly string[],
  ): Promise<readonly { readonly id: string; readonly revision: number }[]>;
  done(
    index: string,
    version: string,
    items: readonly { readonly id: string; readonly revision: number }[],
  ): Promise<void>;
  /** Forgets what an index holds, so that all is pending again. */
  reset(index: string): Promise<void>;
  /** These articles are pending again. */
  forget(index: string, ids: readonly string[]): Promise<void>;
  /** Every index of which something is known. */
  names(): Promise<readonly string[]>;
  /** From now on `to` holds what `from` held, at once; what `to` held is forgotten. Without `from` nothing happens. */
  rename(from: string, to: string): Promise<void>;
  /** Every version of what the index holds. */
  versions(index: string): Promise<readonly string[]>;
  /** Days of publication after `after`, ascending; articles without a date have none. */
  days(after: string | null, limit: number): Promise<readonly string[]>;
  /** Counts of the days from first to last, by day and newspaper; null: of what has no date. */
  tally(
    index: string,
    version: string,
    days: { readonly from: string; readonly to: string } | null,
  ): Promise<readonly DayTally[]>;
  /** The articles of one newspaper and day in the order of storing; `after` is the last `seq` of the slice before, first 0. */
  ofDay(
    index: string,
    version: string,
    of: Pick<DayTally, 'newspaper' | 'day'>,
    after: number,
    limit: number,
  ): Promise<
    readonly {
      readonly seq: number;
      readonly id: string;
      readonly revision: number;
      readonly held: boolean;
    }[]
  >;
  /** Ids of all articles, ascending, after `after`. */
  ids(after: string | null, limit: number): Promise<readonly string[]>;
  /** Those of the ids that are articles here. */
  stored(ids: readonly string[]): Promise<readonly string[]>;
}

// ---------------------------------------------------------------- conferences

export interface StoredConference {
  /** Random, given once. */
  readonly id: string;
  /** Fields of the mention that tells most. */
  readonly conference: Article['conferences'][number];
  readonly mentions: readonly {
    readonly articleId: string;
    readonly newspaper: string | null;
    readonly headline: string | null;
    readonly publishedAt: string | null;
    readonly url: string | null;
    readonly main: boolean;
    /** Id of the article that it reprints. */
    readonly original: string | null;
  }[];
}

export interface ConferenceFilter {
  readonly kind?: string;
  readonly status?: 'held' | 'planned';
  readonly level?: string;
  /** Whole words of it, in any case, with or without marks. */
  readonly occasion?: string;
  readonly organiser?: string;
  /** First year of its term. */
  readonly term?: number;
  /** One of the codes that `ConferenceJoins.conferencePlaces` gave. */
  readonly place?: string;
  /** All of them. */
  readonly places?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  /** Only those whose days are known: a week at most. */
  readonly dated?: boolean;
}

export interface Conferences {
  /** Latest first; those without a date last. */
  list(
    filter: ConferenceFilter,
    cursor: string | null,
    limit: number,
  ): Promise<Slice<StoredConference>>;
  /** The conference; where it was joined into another, that one, under its own id. */
  get(id: string): Promise<StoredConference | null>;
  /** Days on which conferences of the filter are held that are `dated`, with their number; ascending. */
  days(
    filter: ConferenceFilter & { readonly from: string; readonly to: string },
  ): Promise<readonly { readonly day: string; readonly conferences: number }[]>;
  /**
   * Says by hand that all mentions of both are one conference. It wins over every key, now and after every
   * reading of the articles; ids of both lead to the one that stays.
   * @param by a name as typed
   * @param at ISO in UTC
   * @throws DiembaoError `conference-not-found`, `conference-same`
   */
  join(stays: string, goes: string, by: string, at: string): Promise<IdentityAct>;
  /**
   * Says by hand that what these articles mention is another conference than what the rest mentions.
   * @returns the act and the id of the other conference
   * @throws DiembaoError `conference-not-found`, `conference-nothing-to-part` where none or all of its articles are given
   */
  part(
    id: string,
    articleIds: readonly string[],
    by: string,
    at: string,
  ): Promise<{ readonly act: IdentityAct; readonly id: string }>;
  /** What hands did to its mentions, oldest first, also what was taken back. */
  acts(id: string): Promise<readonly IdentityAct[]>;
  /** Takes one back; it stays listed. Null where there is none of that id. */
  withdrawAct(act: number, by: string, at: string): Promise<IdentityAct | null>;
  /** Ids of the conferences that an article mentions, by their place in `article.conferences`. */
  ofArticle(articleId: string): Promise<ReadonlyMap<number, string>>;
  count(filter?: ConferenceFilter): Promise<number>;
}

// ---------------------------------------------------------------- runs and what went wrong

export interface Run {
  readonly id: number;
  readonly newspaper: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** "interrupted": the process died before it ended. */
  readonly state: 'running' | 'complete' | 'stopped' | 'failed' | 'interrupted';
  /** Outcome code -> number of URLs. */
  readonly outcomes: Readonly<Partial<Record<OutcomeCode, number>>>;
  readonly message: string | null;
}

export interface Incident {
  readonly newspaper: string;
  readonly url: string;
  readonly code: OutcomeCode;
  readonly message: string;
  readonly at: string;
  readonly pageId: number | null;
}

export interface IncidentFilter {
  readonly newspaper?: string;
  readonly code?: OutcomeCode;
  /** Only those of a page that is stored. */
  readonly stored?: boolean;
}

export interface Runs {
  start(newspaper: string, at: string): Promise<number>;
  finish(
    id: number,
    at: string,
    state: 'complete' | 'stopped' | 'failed',
    outcomes: Run['outcomes'],
    message?: string,
  ): Promise<void>;
  /** Marks runs that no living process owns; called once when a writer opens the archive. */
  interruptRunning(at: string): Promise<number>;
  latest(newspaper: string): Promise<Run | null>;
  /** Those begun from `from` until before `to` (ISO in UTC), oldest first. */
  between(from: string, to: string): Promise<readonly Run[]>;
  list(limit: number): Promise<readonly Run[]>;
}

export interface Incidents {
  /** One for each URL: a newer one replaces the older. */
  put(incident: Incident): Promise<void>;
  /** The URL is well again. */
  clear(url: string): Promise<void>;
  /** The newest first. */
  list(filter: IncidentFilter, limit: number): Promise<readonly Incident[]>;
  counts(
    filter?: Pick<IncidentFilter, 'stored'>,
  ): Promise<
    readonly { readonly newspaper: string; readonly code: OutcomeCode; readonly count: number }[]
  >;
}

// ---------------------------------------------------------------- checks of newspapers

export interface NewspaperCheck {
  readonly newspaper: string;
  /** Hash of the spec that was tried: another spec has not been. */
  readonly spec: string;
  /** ISO in UTC. */
  readonly at: string;
  readonly passed: boolean;
}

export interface NewspaperChecks {
  /** The last one of each newspaper is kept. */
  put(check: NewspaperCheck): Promise<void>;
  /** By newspaper. */
  list(): Promise<readonly NewspaperCheck[]>;
}

// ---------------------------------------------------------------- the whole

export interface ArchiveCounts {
  readonly urls: number;
  readonly pages: number;
  readonly articles: number;
  readonly revisions: number;
  readonly conferences: number;
  readonly officials: number;
  /** Of the database file with its WAL. */
  readonly bytes: number;
}

export interface BackupReport {
  readonly file: string;
  readonly bytes: number;
  readonly counts: ArchiveCounts;
  readonly warc: {
    /** Copied along, proved by their hashes. */
    readonly files: number;
    readonly bytes: number;
    /** Paths that were not: they lie outside the data directory, or are missing. */
    readonly left: readonly string[];
  };
}

export interface Archive {
  readonly frontier: Frontier;
  readonly backfills: Backfills;
  readonly hosts: Hosts;
  readonly pages: Pages;
  readonly articles: Articles;
  readonly corrections: Corrections;
  readonly pressReviews: PressReviews;
  readonly index: IndexState;
  readonly conferences: Conferences;
  readonly officials: Officials;
  readonly runs: Runs;
  readonly incidents: Incidents;
  readonly nights: Nights;
  readonly savedSearches: SavedSearches;
  readonly newspaperChecks: NewspaperChecks;
  readonly retention: Retention;
  readonly accounts: Accounts;
  counts(): Promise<ArchiveCounts>;
  /** Every fault that the store finds in itself; [] when it is sound. */
  check(): Promise<readonly string[]>;
  /**
   * A copy of the whole archive as one file in `directory`, taken while others write, with the WARC files of the
   * data directory beside it; integrity and counts verified.
   */
  backup(directory: string): Promise<BackupReport>;
  close(): Promise<void>;
}
