/** What the archive keeps of nights: a row for each paper, the morning's report, and what of it was sent. */
import type { OutcomeCode } from '../core/outcomes.ts';

export interface NightRun {
  readonly state: 'complete' | 'stopped' | 'failed';
  readonly message: string | null;
  readonly outcomes: Readonly<Partial<Record<OutcomeCode, number>>>;
  readonly requests: number;
  /** Pages stored anew. */
  readonly stored: number;
  /** Whole answers although nothing had changed. */
  readonly repeated: number;
  /** Articles that discovery named for the first time. */
  readonly found: number;
}

export interface NightRow extends Omit<NightRun, 'state'> {
  /** `YYYY-MM-DD`, the day in Vietnam on which the night ends. */
  readonly day: string;
  readonly newspaper: string;
  /** Of the first run and of the last; null where none began or ended. */
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  /** "missed": it never began. */
  readonly state: NightRun['state'] | 'running' | 'missed';
  /** JSON: what was counted when the night was closed (app/night/health.ts); null before. */
  readonly figures: unknown;
  /** What was wrong with it, as its report found. */
  readonly flags: readonly string[];
}

export interface NightReport {
  readonly day: string;
  readonly closedAt: string;
  /** JSON (app/night/report.ts). */
  readonly report: unknown;
}

export interface Delivery {
  readonly day: string;
  /** "webhook", "mail", "heartbeat". */
  readonly channel: string;
  readonly sentAt: string | null;
  readonly attempts: number;
  readonly lastAt: string;
  /** Of the last failure. */
  readonly message: string | null;
}

/** Counts of one paper between two instants. */
export interface NightChanges {
  readonly newspaper: string;
  readonly changed: number;
  readonly withdrawn: number;
}

export interface NightIncidents {
  readonly newspaper: string;
  readonly code: OutcomeCode;
  readonly count: number;
  /** The first by time. */
  readonly url: string;
}

export interface Nights {
  /** A run begins; a second run of the same night goes on with its row. */
  begin(day: string, newspaper: string, at: string): Promise<void>;
  /** It ended: counts are added to what earlier runs of the night counted. */
  end(day: string, newspaper: string, at: string, run: NightRun): Promise<void>;
  /** Notes papers that never began; those with a row keep it. */
  missed(day: string, newspapers: readonly string[], message: string): Promise<void>;
  get(day: string, newspaper: string): Promise<NightRow | null>;
  /** Rows from the first day to the last, by day and newspaper. */
  list(from: string, to: string): Promise<readonly NightRow[]>;
  /** Closes a night: figures and flags of its papers, and the report, at once. Again: replaces them. */
  close(
    report: NightReport,
    papers: readonly Pick<NightRow, 'newspaper' | 'figures' | 'flags'>[],
  ): Promise<void>;
  /** The newest first. */
  reports(limit: number): Promise<readonly NightReport[]>;
  report(day: string): Promise<NightReport | null>;
  /** One try to send. */
  deliver(day: string, channel: string, at: string, problem: string | null): Promise<void>;
  /** Of a night, or of all: those that were tried and never arrived; the newest first. */
  deliveries(day: string): Promise<readonly Delivery[]>;
  unsent(limit: number): Promise<readonly Delivery[]>;
  /** Ids of articles stored for the first time after `from`, up to `to` (ISO in UTC), in the order of storing. */
  created(from: string, to: string): Promise<readonly string[]>;
  /** Articles of before that were changed or withdrawn in that time. */
  changes(from: string, to: string): Promise<readonly NightChanges[]>;
  /** What went wrong in that time and is not right yet. */
  incidents(from: string, to: string): Promise<readonly NightIncidents[]>;
}
