/** What the archive keeps of accounts: users, their sessions and tokens, and who changed what by hand. */
import type { Role, Scope } from '../core/account.ts';
import type { Slice } from './slice.ts';

export interface StoredUser {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: string;
  /** When the password was set. */
  readonly passwordAt: string;
  /** Since when the account may do nothing; it stays, so that its name is never given to somebody else. */
  readonly endedAt: string | null;
}

export interface UserWithPassword extends StoredUser {
  readonly passwordHash: string;
}

export interface Users {
  /** Whether there ever was an account. */
  any(): Promise<boolean>;
  /** @throws DiembaoError `user-exists`, also where that account was ended */
  add(
    user: { readonly name: string; readonly role: Role; readonly passwordHash: string },
    by: string,
    at: string,
  ): Promise<StoredUser>;
  byName(name: string): Promise<UserWithPassword | null>;
  /** By name; ended ones too. */
  list(): Promise<readonly StoredUser[]>;
  /** @throws DiembaoError `user-not-found`, `user-last-admin` */
  setRole(id: number, role: Role, by: string, at: string): Promise<StoredUser>;
  /** Ends all sessions of the user. @throws DiembaoError `user-not-found` */
  setPassword(id: number, passwordHash: string, by: string, at: string): Promise<StoredUser>;
  /** Ends sessions and tokens with it. @throws DiembaoError `user-not-found`, `user-last-admin` */
  end(id: number, by: string, at: string): Promise<StoredUser>;
}

export interface StoredSession {
  readonly user: UserWithPassword;
  readonly startedAt: string;
  readonly seenAt: string;
}

export interface Sessions {
  begin(hash: string, user: number, at: string, expiresAt: string): Promise<void>;
  /** Null where there is none, it has expired, or its account was ended. */
  get(hash: string, now: string): Promise<StoredSession | null>;
  seen(hash: string, at: string, expiresAt: string): Promise<void>;
  end(hash: string): Promise<void>;
  /** Removes those that have expired. */
  prune(now: string): Promise<void>;
}

export interface StoredToken {
  readonly id: number;
  /** Name of its owner. */
  readonly user: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly usedAt: string | null;
  readonly revokedAt: string | null;
}

export interface Tokens {
  add(
    token: {
      readonly user: number;
      readonly name: string;
      readonly hash: string;
      readonly scopes: readonly Scope[];
      readonly expiresAt: string | null;
    },
    by: string,
    at: string,
  ): Promise<StoredToken>;
  /** Null where there is none, it was revoked or has expired, or its account was ended. */
  get(
    hash: string,
    now: string,
  ): Promise<{ readonly token: StoredToken; readonly user: StoredUser } | null>;
  used(id: number, at: string): Promise<void>;
  /** Of a user, or of all; the newest first. */
  list(user: number | null): Promise<readonly StoredToken[]>;
  /** @param user whose token it must be; null: anybody's. Null is answered where there is none. */
  revoke(id: number, user: number | null, by: string, at: string): Promise<StoredToken | null>;
}

/** What a hand changed. Others may be noted with `Audit.note`. */
export const AUDIT_ACTIONS = [
  'correction-made',
  'correction-withdrawn',
  'press-review-made',
  'press-review-saved',
  'press-review-removed',
  'conference-joined',
  'conference-parted',
  'conference-act-withdrawn',
  'official-joined',
  'official-parted',
  'official-act-withdrawn',
  'saved-search-made',
  'saved-search-changed',
  'saved-search-removed',
  'saved-search-target-added',
  'saved-search-target-removed',
  'saved-search-feed',
  'user-made',
  'user-role',
  'user-password',
  'user-ended',
  'token-made',
  'token-revoked',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface AuditNote {
  readonly at: string;
  readonly by: string;
  readonly action: AuditAction;
  /** Id of what was changed: an article, a conference, a press review; the name of an account. */
  readonly subject: string;
  readonly detail: string | null;
}

export interface AuditEntry extends AuditNote {
  readonly id: number;
}

export interface Audit {
  /** The newest first. */
  list(
    filter: { readonly by?: string; readonly subject?: string },
    cursor: string | null,
    limit: number,
  ): Promise<Slice<AuditEntry>>;
}

export interface Accounts {
  readonly users: Users;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly audit: Audit;
}
