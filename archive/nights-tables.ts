/** The tables of nights as Kysely sees them. Instants are ISO 8601 in UTC. */
import type { Generated } from 'kysely';
import type { NightRow } from './nights-port.ts';

export interface NightsTable {
  day: string;
  newspaper: string;
  started_at: string | null;
  finished_at: string | null;
  state: NightRow['state'];
  message: string | null;
  /** JSON */
  outcomes: Generated<string>;
  requests: Generated<number>;
  stored: Generated<number>;
  repeated: Generated<number>;
  found: Generated<number>;
  /** JSON; null before the night is closed. */
  figures: string | null;
  /** JSON */
  flags: Generated<string>;
}

export interface NightReportsTable {
  day: string;
  closed_at: string;
  /** JSON */
  report: string;
}

export interface DeliveriesTable {
  day: string;
  channel: string;
  sent_at: string | null;
  attempts: number;
  last_at: string;
  message: string | null;
}

export interface NightTables {
  nights: NightsTable;
  night_reports: NightReportsTable;
  deliveries: DeliveriesTable;
}
