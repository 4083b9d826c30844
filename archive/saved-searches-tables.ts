/** The tables of saved searches as Kysely sees them. Instants are ISO 8601 in UTC. */
import type { Generated } from 'kysely';
import type { SavedDelivery, SavedNews, SavedTarget } from './saved-searches-port.ts';

export interface SavedSearchesTable {
  seq: Generated<number>;
  id: string;
  name: string;
  /** JSON */
  question: string;
  made_by: string;
  made_at: string;
  checked_to: string;
  last_run_at: string | null;
  total: number | null;
  feed_token: string | null;
  version: Generated<number>;
  changed_by: Generated<string | null>;
  changed_at: Generated<string | null>;
  removed_at: string | null;
}

export interface SavedTargetsTable {
  seq: Generated<number>;
  id: string;
  search: number;
  kind: SavedTarget['kind'];
  address: string;
  secret: string | null;
  digest_at: number | null;
  made_at: string;
  /** Number of the last news that is in a delivery, and when that was made. */
  composed_to: number;
  composed_at: string;
  removed_at: string | null;
}

export interface SavedNewsTable {
  seq: Generated<number>;
  search: number;
  kind: SavedNews['kind'];
  article: number | null;
  at: string;
  detail: string | null;
}

export interface SavedDaysTable {
  search: number;
  day: string;
  runs: number;
  found: number;
  total: number;
}

export interface SavedDeliveriesTable {
  seq: Generated<number>;
  id: string;
  target: number;
  made_at: string;
  after: number;
  up_to: number;
  state: SavedDelivery['state'];
  attempts: number;
  due_at: string;
  last_at: string | null;
  message: string | null;
}

export interface SavedSearchTables {
  saved_searches: SavedSearchesTable;
  saved_targets: SavedTargetsTable;
  saved_news: SavedNewsTable;
  saved_days: SavedDaysTable;
  saved_deliveries: SavedDeliveriesTable;
}
