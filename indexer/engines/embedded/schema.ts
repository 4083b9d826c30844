/** Tables of the index file. It holds nothing that the archive does not, so another form is replaced, not migrated. */

import { TEXT_FIELDS } from '../../../core/search.ts';
import type { Sqlite } from '../../../core/sqlite.ts';

/** Raise it when the tables change, or FACETS. */
const FORM = 4;

export const FACET_BITS = 5;

/** Columns of the full text: each field as exact keys, then each folded. */
export const EXACT_COLUMNS = TEXT_FIELDS.map((field) => `${field}_x`);
export const FOLDED_COLUMNS = TEXT_FIELDS.map((field) => `${field}_f`);

/**
 * `text` is contentless: it holds positions, not texts. Key texts are ASCII words already.
 * A document's number is never given to another one, nor a value's: readers keep what they read of them.
 * `facet` holds one row for each value of each document, interned in `value`; `doc.vs` the same numbers, as
 * they are read for counting. The lowest FACET_BITS bits of a number tell its facet.
 */
const TABLES = `
  CREATE TABLE doc (
    n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, published INTEGER, day TEXT, original TEXT,
    vs TEXT NOT NULL DEFAULT ''
  );
  CREATE INDEX doc_published ON doc (published, id);
  CREATE INDEX doc_day ON doc (day);
  CREATE INDEX doc_original ON doc (original) WHERE original IS NOT NULL;
  CREATE TABLE value (
    v INTEGER PRIMARY KEY, facet TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
    folded TEXT NOT NULL, sort TEXT NOT NULL, UNIQUE (facet, key)
  );
  CREATE INDEX value_value ON value (facet, value);
  CREATE TABLE facet (
    v INTEGER NOT NULL REFERENCES value, n INTEGER NOT NULL, PRIMARY KEY (v, n)
  ) WITHOUT ROWID;
  CREATE VIRTUAL TABLE text USING fts5 (
    ${[...EXACT_COLUMNS, ...FOLDED_COLUMNS].join(', ')},
    content = '', contentless_delete = 1, tokenize = 'ascii'
  );
`;

/** What the file holds: these tables, none, or others. */
export function formOf(db: Sqlite): 'current' | 'missing' | 'unreadable' {
  const version = Number(db.pragma('user_version'));
  return version === FORM ? 'current' : version === 0 ? 'missing' : 'unreadable';
}

/** Makes the tables of an empty file. */
export function makeSchema(db: Sqlite): void {
  db.transaction(() => {
    db.exec(TABLES);
    db.exec(`PRAGMA user_version = ${FORM}`);
  });
}
