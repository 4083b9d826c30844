/** Who asks: what a page may offer them, and under whose name things are written. */
import type { Context } from 'hono';
import { createContext } from 'hono/jsx';
import { holds, type Role, type Scope } from '../core/account.ts';

export interface Visitor {
  /** Null where the installation has no accounts (then names are typed) and where nobody has logged in. */
  readonly account: { readonly id: number; readonly name: string } | null;
  /** Null: may have only what is there without log-in. */
  readonly role: Role | null;
  /** Of the token that a program came with; null for a person. */
  readonly token: { readonly id: number; readonly scopes: readonly Scope[] } | null;
  /** What forms must bring along; null where there are no accounts. */
  readonly formToken: string | null;
  /** The name that stands in forms where names are typed. */
  readonly usualName: string | null;
  /** There are accounts, and passwords and pages travel readable for everybody on the way. */
  readonly insecure: boolean;
}

declare module 'hono' {
  interface ContextVariableMap {
    /** Set by admit.tsx before any route. */
    visitor: Visitor;
  }
}

/** For whom a page is rendered; null where nobody is known. */
export const VisitorContext = createContext<Visitor | null>(null);

export const visitorOf = (context: Context): Visitor => context.get('visitor');

/** Whether whoever asks has at least this role. */
export function mayBe(context: Context, needed: Role): boolean {
  const { role } = visitorOf(context);
  return role !== null && holds(role, needed);
}

/** Whether the page may offer to correct, join, make press reviews. */
export const mayEdit = (context: Context): boolean => mayBe(context, 'editor');

/** Under whose name something is written: the account's; what was typed only where there are no accounts. */
export function actorOf(context: Context, typed: unknown): string | null {
  const { account } = visitorOf(context);
  if (account) return account.name;
  return typeof typed === 'string' ? typed : null;
}
