/** The tables of accounts as Kysely sees them. Instants are ISO 8601 in UTC. */
import type { Generated } from 'kysely';
import type { Role } from '../core/account.ts';

export interface UsersTable {
  id: Generated<number>;
  name: string;
  /** The name as it is compared (core/account.ts). */
  name_key: string;
  role: Role;
  password_hash: string;
  /** When the password was set. */
  password_at: string;
  created_at: string;
  ended_at: string | null;
}

export interface SessionsTable {
  /** Of the random id, which itself is stored nowhere. */
  hash: string;
  user: number;
  started_at: string;
  seen_at: string;
  expires_at: string;
}

export interface TokensTable {
  id: Generated<number>;
  user: number;
  name: string;
  hash: string;
  /** Separated by spaces. */
  scopes: string;
  created_at: string;
  expires_at: string | null;
  used_at: string | null;
  revoked_at: string | null;
}

export interface AuditTable {
  seq: Generated<number>;
  at: string;
  made_by: string;
  action: string;
  subject: string;
  detail: string | null;
}

export interface AccountTables {
  users: UsersTable;
  sessions: SessionsTable;
  tokens: TokensTable;
  audit: AuditTable;
}
