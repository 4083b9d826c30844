/** The index file: opened when it is used, opened anew where another one has taken its place. */
import { existsSync, statSync } from 'node:fs';
import { DiembaoError } from '../../../core/errors.ts';
import { openSqlite, type Sqlite, type SqliteStatement } from '../../../core/sqlite.ts';
import type { IndexForm } from '../../engine.ts';
import { type Documents, openDocuments } from './documents.ts';
import { openRows, type Rows } from './rows.ts';
import { formOf, makeSchema } from './schema.ts';
import { openStatements } from './sql.ts';
import { openStore, type Store } from './store.ts';
import { openValues, type Values } from './values.ts';

export interface OpenIndex {
  readonly db: Sqlite;
  /** Of a text, made once. */
  readonly statement: (sql: string) => SqliteStatement;
  readonly store: Store;
  readonly rows: Rows;
  readonly documents: Documents;
  readonly values: Values;
}

interface Opened extends OpenIndex {
  /** Of the file that was opened. */
  readonly inode: number | null;
  /** Lists that are being read from it. */
  readers: number;
}

export interface IndexFile {
  /** @throws DiembaoError `index-missing`, `index-old` */
  use<T>(work: (index: OpenIndex) => T): T;
  /** For reading in more than one go: what is held stays open until it is released, even where it is replaced. */
  hold(): { readonly index: OpenIndex; readonly release: () => void };
  form(): IndexForm;
  /** Whether a list is being read. */
  busy(): boolean;
  /** Everything into the file itself and closed; what comes next opens it again. */
  letGo(): void;
}

const MEMORY = ':memory:';
/** A reader that finds the file replaced under it asks the new one. */
const TRIES = 3;

export function openIndexFile(file: string, readOnly: boolean): IndexFile {
  let opened: Opened | null = null;

  const inode = () =>
    file === MEMORY ? null : (statSync(file, { throwIfNoEntry: false })?.ino ?? null);

  const open = (): Opened => {
    // Only a reader finds its file replaced: who writes replaces it himself.
    if (opened && (!readOnly || opened.inode === inode())) return opened;
    if (opened) {
      const former = opened;
      opened = null;
      if (former.readers === 0) former.db.close();
    }
    if (readOnly && !existsSync(file)) throw missing(file);
    const own = inode();
    const db = openSqlite(file, { readOnly });
    try {
      const form = formOf(db);
      if (form === 'unreadable') throw old(file);
      if (form === 'missing') {
        if (readOnly) throw missing(file);
        makeSchema(db);
      }
      const rows = openRows(db);
      const parts = { rows, documents: openDocuments(db), values: openValues(db, rows) };
      opened = {
        db,
        statement: openStatements(db),
        store: openStore(db),
        ...parts,
        inode: own,
        readers: 0,
      };
      return opened;
    } catch (error) {
      db.close();
      throw error;
    }
  };

  const use = <T>(work: (index: OpenIndex) => T): T => {
    for (let tries = 1; ; tries++) {
      const before = readOnly ? inode() : null;
      const replaced = () => readOnly && tries < TRIES && inode() !== before;
      try {
        const result = work(open());
        if (!replaced()) return result;
      } catch (error) {
        if (!replaced()) throw error;
      }
    }
  };

  return {
    use,
    hold: () => {
      const index = open();
      index.readers += 1;
      let held = true;
      return {
        index,
        release: () => {
          if (!held) return;
          held = false;
          index.readers -= 1;
          if (index.readers === 0 && index !== opened) index.db.close();
        },
      };
    },
    form: () => {
      if (opened) return 'current';
      if (file === MEMORY || !existsSync(file)) return 'missing';
      try {
        const db = openSqlite(file, { readOnly: true });
        try {
          return formOf(db);
        } finally {
          db.close();
        }
      } catch (error) {
        // A damaged file is built anew like one of another form.
        if (error instanceof DiembaoError && error.code === 'sqlite-corrupt') return 'unreadable';
        throw error;
      }
    },
    busy: () => (opened?.readers ?? 0) > 0,
    letGo: () => {
      const former = opened;
      opened = null;
      if (former && (former.readers === 0 || !readOnly)) former.db.close();
    },
  };
}

function missing(file: string): DiembaoError {
  return new DiembaoError('index-missing', `search: there is no search index at ${file}`, {
    hint: 'Run `diembao index`.',
  });
}

function old(file: string): DiembaoError {
  return new DiembaoError(
    'index-old',
    `search: the search index at ${file} is of another version of this program`,
    { hint: 'It is built anew by `diembao serve`, or by `diembao index --rebuild`.' },
  );
}
