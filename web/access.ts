/**
 * Who may have which page. What is not named here is for readers where it is asked for (GET) and for editors
 * where it changes something. docs/security.md has the same as a table, and a test walks every route by it.
 */
import type { Role } from '../core/account.ts';

interface Rule {
  /** Everything below it too where it ends in "/". */
  readonly path: string;
  /** Left out: all. */
  readonly method?: 'GET' | 'POST';
  /** Null: without log-in. */
  readonly needs: Role | null;
}

/** The first that fits holds. */
const RULES: readonly Rule[] = [
  { path: '/dang-nhap', needs: null },
  { path: '/healthz', method: 'GET', needs: null },
  { path: '/assets/', method: 'GET', needs: null },
  // A feed's address holds a token of its own.
  { path: '/nguon/', method: 'GET', needs: null },
  { path: '/dang-xuat', needs: 'reader' },
  { path: '/tai-khoan', needs: 'reader' },
  { path: '/tai-khoan/', needs: 'reader' },
  { path: '/quan-tri/', needs: 'admin' },
  { path: '/metrics', needs: 'admin' },
  { path: '/hang-doi', needs: 'admin' },
  { path: '/hang-doi/', needs: 'admin' },
];

const isRead = (method: string) => method === 'GET' || method === 'HEAD';

/** The role that a request needs; null: none. */
export function needed(method: string, path: string): Role | null {
  const rule = RULES.find(
    (one) =>
      (one.path.endsWith('/') ? path.startsWith(one.path) : path === one.path) &&
      (one.method === undefined ||
        one.method === method ||
        (one.method === 'GET' && isRead(method))),
  );
  if (rule) return rule.needs;
  return isRead(method) ? 'reader' : 'editor';
}
