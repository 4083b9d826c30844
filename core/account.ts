/** Accounts: who may do what. A role holds everything that the ones before it hold. */
import { z } from 'zod';

/** `reader` reads, searches, exports; `editor` also corrects, joins, makes press reviews; `admin` also keeps accounts. */
export const ROLES = ['reader', 'editor', 'admin'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Whether whoever has a role may do what is for another. */
export function holds(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** A log-in name, which is also the name that stands beside what its owner changes. */
export const AccountName = z
  .string()
  .transform((text) => text.normalize('NFC').trim().replace(/\s+/gu, ' '))
  .pipe(
    z
      .string()
      .min(2)
      .max(80)
      .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._@-]*$/u),
  );

/** Names that differ only in case are one. */
export const accountKey = (name: string) =>
  name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** What a token may do, never more than its owner. */
export const SCOPES = ['read', 'edit', 'metrics'] as const;
export const Scope = z.enum(SCOPES);
export type Scope = z.infer<typeof Scope>;

/** Role whose rights a scope needs. */
export const SCOPE_NEEDS = {
  read: 'reader',
  edit: 'editor',
  metrics: 'admin',
} as const satisfies Record<Scope, Role>;
