/**
 * The index of suggestions: a file of its own beside whichever engine is used. It holds nothing that the archive
 * does not, so a file of another form is emptied, not migrated. Knows terms and keys, no Vietnamese.
 */
import { existsSync } from 'node:fs';
import { openSqlite, type Sqlite } from '../../core/sqlite.ts';
import { startsOf } from './keys.ts';
import type { SuggestionKind, Term } from './terms.ts';

export interface Suggested {
  readonly kind: SuggestionKind;
  readonly id: string;
  readonly text: string;
  readonly detail: string | null;
  /** Articles that have it. */
  readonly count: number;
  /** The typed letters stand at one of its further words. */
  readonly inner: boolean;
}

export interface Lookup {
  readonly kind: SuggestionKind;
  /** Folded beginning (keys.ts). */
  readonly key: string;
  /** GLOB over the marked text; null for any marks. */
  readonly pattern: string | null;
  readonly limit: number;
}

export interface SuggestionStore {
  /** The articles' terms as they are now, whatever they were. */
  put(articles: readonly { readonly id: string; readonly terms: readonly Term[] }[]): void;
  /** Most frequent first, full beginnings before further words. */
  find(lookup: Lookup): Suggested[];
  /** Articles that it holds. */
  count(): number;
  clear(): void;
  close(): void;
}

/** Raise it when the tables change. */
const FORM = 1;
/**
 * `start` is ordered by tier, the power of two of the term's count, so that the most frequent names under any
 * beginning are found without reading all of them, however short it is.
 */
const TABLES = `
  CREATE TABLE term (
    t INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, names TEXT NOT NULL, detail TEXT,
    count INTEGER NOT NULL, tier INTEGER NOT NULL, UNIQUE (kind, id)
  );
  CREATE TABLE start (
    kind TEXT NOT NULL, inner INTEGER NOT NULL, tier INTEGER NOT NULL, key TEXT NOT NULL,
    t INTEGER NOT NULL, marked TEXT NOT NULL, PRIMARY KEY (kind, inner, tier, key, t)
  ) WITHOUT ROWID;
  CREATE TABLE article (id TEXT PRIMARY KEY, terms TEXT NOT NULL) WITHOUT ROWID;
`;
/** Candidates read from one tier. */
const A_TIER = 200;
/** A phrase is worth suggesting from its second article on. */
const HIDDEN = -1;

const tierOf = (kind: string, count: number) =>
  count === 0 || (kind === 'phrase' && count < 2) ? HIDDEN : Math.floor(Math.log2(count));

function openForm(file: string, readOnly: boolean): Sqlite | null {
  if (readOnly && file !== ':memory:' && !existsSync(file)) return null;
  const db = openSqlite(file, { readOnly, cacheKib: 8 * 1024 });
  if (Number(db.pragma('user_version')) === FORM) return db;
  if (readOnly) {
    db.close();
    return null;
  }
  db.transaction(() => {
    db.exec('DROP TABLE IF EXISTS term; DROP TABLE IF EXISTS start; DROP TABLE IF EXISTS article');
    db.exec(`${TABLES} PRAGMA user_version = ${FORM}`);
  });
  return db;
}

/** @param readOnly beside a process that writes; without a usable file it suggests nothing */
export function openSuggestionStore(file: string, readOnly = false): SuggestionStore {
  const db = openForm(file, readOnly);
  if (db === null)
    return {
      put: () => undefined,
      find: () => [],
      count: () => 0,
      clear: () => undefined,
      close: () => undefined,
    };
  const oldTerms = db.prepare('SELECT terms FROM article WHERE id = ?');
  const putArticle = db.prepare('INSERT OR REPLACE INTO article (id, terms) VALUES (?, ?)');
  const findTerm = db.prepare('SELECT t FROM term WHERE kind = ? AND id = ?');
  const addTerm = db.prepare(
    'INSERT INTO term (kind, id, names, detail, count, tier) VALUES (?, ?, ?, ?, 0, -1)',
  );
  const describe = db.prepare('UPDATE term SET detail = coalesce(?, detail) WHERE t = ?');
  const byNumber = db.prepare('SELECT kind, id, names, detail, count, tier FROM term WHERE t = ?');
  const setCount = db.prepare('UPDATE term SET count = ?, tier = ? WHERE t = ?');
  const addStart = db.prepare(
    'INSERT OR IGNORE INTO start (kind, inner, tier, key, t, marked) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const dropStart = db.prepare(
    'DELETE FROM start WHERE kind = ? AND inner = ? AND tier = ? AND key = ? AND t = ?',
  );
  const topTier = db.prepare('SELECT max(tier) AS tier FROM start WHERE kind = ? AND inner = ?');
  const range = `SELECT t FROM start WHERE kind = ? AND inner = ? AND tier = ? AND key >= ? AND key < ?`;
  const anyMarks = db.prepare(`${range} LIMIT ${A_TIER}`);
  const theseMarks = db.prepare(`${range} AND marked GLOB ? LIMIT ${A_TIER}`);

  const numberOf = (term: Term): number => {
    const row = findTerm.get([term.kind, term.id]);
    if (row === undefined)
      return addTerm.run([term.kind, term.id, term.names.join('\n'), term.detail]).lastInsertRowid;
    if (term.detail !== null) describe.run([term.detail, Number(row.t)]);
    return Number(row.t);
  };
  const change = (t: number, by: number) => {
    const row = byNumber.get([t]);
    if (row === undefined) return;
    const kind = String(row.kind);
    const count = Math.max(0, Number(row.count) + by);
    const [before, after] = [Number(row.tier), tierOf(kind, count)];
    setCount.run([count, after, t]);
    if (before === after) return;
    for (const { inner, key, marked } of startsOf(String(row.names).split('\n'))) {
      const place = [kind, inner ? 1 : 0];
      if (before !== HIDDEN) dropStart.run([...place, before, key, t]);
      if (after !== HIDDEN) addStart.run([...place, after, key, t, marked]);
    }
  };
  const suggested = (t: number, inner: boolean, kind: SuggestionKind): Suggested | null => {
    const row = byNumber.get([t]);
    if (row === undefined) return null;
    const [text = ''] = String(row.names).split('\n');
    const detail = row.detail === null ? null : String(row.detail);
    return { kind, id: String(row.id), text, detail, count: Number(row.count), inner };
  };

  return {
    put: (articles) =>
      db.transaction(() => {
        const changes = new Map<number, number>();
        const note = (t: number, by: number) => changes.set(t, (changes.get(t) ?? 0) + by);
        for (const { id, terms } of articles) {
          const old = String(oldTerms.get([id])?.terms ?? '');
          for (const t of old.split(' ').filter(Boolean)) note(Number(t), -1);
          const numbers = [...new Set(terms.map(numberOf))];
          for (const t of numbers) note(t, 1);
          putArticle.run([id, numbers.join(' ')]);
        }
        for (const [t, by] of changes) if (by !== 0) change(t, by);
      }),
    find: ({ kind, key, pattern, limit }) => {
      const found = new Map<number, Suggested>();
      for (const inner of [0, 1]) {
        const top = topTier.get([kind, inner])?.tier ?? null;
        for (let tier = top === null ? -1 : Number(top); tier >= 0 && found.size < limit; tier--) {
          const within = [kind, inner, tier, key, `${key}{`];
          const rows =
            pattern === null ? anyMarks.all(within) : theseMarks.all([...within, pattern]);
          const terms = rows
            .map((row) => Number(row.t))
            .filter((t) => !found.has(t))
            .map((t) => ({ t, term: suggested(t, inner === 1, kind) }))
            .sort(
              (a, b) =>
                (b.term?.count ?? 0) - (a.term?.count ?? 0) ||
                (a.term?.text.length ?? 0) - (b.term?.text.length ?? 0),
            );
          for (const { t, term } of terms) if (term) found.set(t, term);
        }
      }
      return [...found.values()].slice(0, limit);
    },
    count: () => Number(db.prepare('SELECT count(*) AS n FROM article').get()?.n ?? 0),
    clear: () => db.exec('DELETE FROM start; DELETE FROM term; DELETE FROM article'),
    close: () => db.close(),
  };
}
