/** What the archive keeps of saved searches: what each found, where it goes, and what of it was sent. */

export interface SavedSearch {
  /** Random, given once. */
  readonly id: string;
  readonly name: string;
  /** JSON (app/saved-searches/question.ts). */
  readonly question: unknown;
  readonly madeBy: string;
  /** What was stored before is no news. */
  readonly madeAt: string;
  /** What was stored until then has been looked at. */
  readonly checkedTo: string;
  readonly lastRunAt: string | null;
  /** Everything that it found at the last run; null before the first. */
  readonly total: number | null;
  /** Who knows it may read the feed; null: there is none. */
  readonly feedToken: string | null;
  /** Of its name and question, from 1. */
  readonly version: number;
}

export interface NewTarget {
  readonly kind: 'mail' | 'webhook';
  /** An e-mail address, or a URL. */
  readonly address: string;
  /** A webhook is signed with it. */
  readonly secret: string | null;
  /** Minutes after midnight in Vietnam at which the news of a day goes out together; null: at once. */
  readonly digestAt: number | null;
}

export interface SavedTarget extends NewTarget {
  readonly id: string;
  readonly madeAt: string;
  /** When something was last put together for it; at first when it was made. */
  readonly composedAt: string;
}

export interface SavedNews {
  /** Rises. */
  readonly number: number;
  /** `more`, `nothing`: what is unusual of the search itself; `detail` has the figures as JSON. */
  readonly kind: 'article' | 'more' | 'nothing';
  /** Id of the article. */
  readonly article: string | null;
  readonly at: string;
  readonly detail: string | null;
}

/** An article that may be news for a search. */
export interface SavedCandidate {
  readonly id: string;
  /** `YYYY-MM-DD` in Vietnam; null without a date. */
  readonly day: string | null;
  readonly revisedAt: string;
  /** The index has it in its newest revision. */
  readonly held: boolean;
}

/** One search's runs of one day in Vietnam. */
export interface SavedDay {
  readonly day: string;
  readonly runs: number;
  /** New articles. */
  readonly found: number;
  /** Everything that the last run of the day found. */
  readonly total: number;
}

export interface SavedRun {
  readonly at: string;
  /** `YYYY-MM-DD` of it in Vietnam. */
  readonly day: string;
  readonly total: number;
  readonly checkedTo: string;
  /** Ids; those that are known already change nothing. */
  readonly articles: readonly string[];
  /** What is unusual of the run, by the number of articles that are news. */
  readonly notices?: (found: number) => readonly Pick<SavedNews, 'kind' | 'detail'>[];
}

export interface SavedDelivery {
  readonly id: string;
  /** Ids of the search and of the target. */
  readonly search: string;
  readonly target: string;
  readonly madeAt: string;
  /** The news of the search with `after < number <= upTo`. */
  readonly after: number;
  readonly upTo: number;
  readonly state: 'waiting' | 'sent' | 'given-up';
  /** Tries so far. */
  readonly attempts: number;
  readonly dueAt: string;
  readonly lastAt: string | null;
  /** Of the last failure. */
  readonly message: string | null;
}

export interface SavedSearches {
  /**
   * This and every change by hand is noted in the audit log.
   * @param by a name as typed
   * @throws DiembaoError `saved-search-name-taken`
   */
  create(name: string, question: unknown, by: string, at: string): Promise<SavedSearch>;
  get(id: string): Promise<SavedSearch | null>;
  byFeedToken(token: string): Promise<SavedSearch | null>;
  /** By name, those that were not removed. */
  list(): Promise<readonly SavedSearch[]>;
  /**
   * Another name, another question. Of another question what was stored before is no news, and its days begin
   * anew. Null where there is no such search.
   * @param version the one that was changed
   * @throws DiembaoError `saved-search-name-taken`, `saved-search-changed` (somebody else changed it in between)
   */
  change(
    id: string,
    version: number,
    to: { readonly name?: string; readonly question?: unknown },
    by: string,
    at: string,
  ): Promise<SavedSearch | null>;
  /** It is listed and run no more; nothing of it is sent any more. */
  remove(id: string, by: string, at: string): Promise<void>;
  /** The former one leads nowhere any more. */
  setFeedToken(id: string, token: string | null, by: string, at: string): Promise<void>;
  /** Begins with the news after it. Null where there is no such search. */
  addTarget(id: string, target: NewTarget, by: string, at: string): Promise<SavedTarget | null>;
  /** What waits for it is given up. False where there is none of that id. */
  removeTarget(id: string, target: string, by: string, at: string): Promise<boolean>;
  targets(id: string): Promise<readonly SavedTarget[]>;
  /**
   * Articles stored for the first time after `createdAfter` and changed last after `after`, up to `to`.
   * @param index name of the index that is asked
   */
  candidates(
    index: string,
    createdAfter: string,
    after: string,
    to: string,
  ): Promise<readonly SavedCandidate[]>;
  /**
   * Notes a run in one step: its news, its day, and a delivery for every target that is told at once.
   * Answers the ids that were news.
   */
  ran(id: string, run: SavedRun): Promise<readonly string[]>;
  /** Puts what a target was not told yet into a delivery; false where there is nothing. */
  compose(target: string, at: string): Promise<boolean>;
  /** The newest first. */
  days(id: string, limit: number): Promise<readonly SavedDay[]>;
  /** News of a search by number: after one, up to another. */
  newsBetween(id: string, after: number, upTo: number): Promise<readonly SavedNews[]>;
  /** The newest first. */
  news(
    id: string,
    cursor: string | null,
    limit: number,
  ): Promise<{ readonly items: readonly SavedNews[]; readonly next: string | null }>;
  /** Which of these articles were news of the search with a number up to `upTo`. */
  known(id: string, articles: readonly string[], upTo: number): Promise<ReadonlySet<string>>;
  /** Those to be tried now, the longest due first. */
  due(now: string, limit: number): Promise<readonly SavedDelivery[]>;
  /** When the next one is due; null where none waits. */
  nextDue(): Promise<string | null>;
  /** One try. @param problem null: it was taken; @param next when it is tried again; null: never */
  tried(id: string, at: string, problem: string | null, next: string | null): Promise<void>;
  /** The newest first, of one search or of all. */
  deliveries(id: string | null, limit: number): Promise<readonly SavedDelivery[]>;
  /** Those that failed at least once and wait or were given up since `since`; the newest first. */
  failing(since: string, limit: number): Promise<readonly SavedDelivery[]>;
}
