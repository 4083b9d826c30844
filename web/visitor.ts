/** Who asks: what a page may offer them, and under whose name things are written. */
import type { Context } from 'hono';
import { createContext } from 'hono/jsx';
import { holds, type Role } from '../core/account.ts';

export interface Visitor {
  /** Null where the installation has no accounts: then names are typed. */
  readonly account: { readonly name: string } | null;
  readonly role: Role;
  /** The name that stands in forms where names are typed. */
  readonly usualName: string | null;
}

declare module 'hono' {
  interface ContextVariableMap {
    /** Set by the guard before any route. */
    visitor: Visitor;
  }
}

/** For whom a page is rendered; null where nobody is known. */
export const VisitorContext = createContext<Visitor | null>(null);

export const visitorOf = (context: Context): Visitor => context.get('visitor');

/** Whether the page may offer to correct, join, make press reviews. */
export function mayEdit(context: Context): boolean {
  return holds(visitorOf(context).role, 'editor');
}

/** Under whose name something is written: the account's; what was typed only where there are no accounts. */
export function actorOf(context: Context, typed: unknown): string | null {
  const { account } = visitorOf(context);
  if (account) return account.name;
  return typeof typed === 'string' ? typed : null;
}
