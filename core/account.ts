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
