/** Documents into and out of the index file. Synchronous; the caller opens the transaction. */

import { FACETS, type Facet, type SearchDocument, TEXT_FIELDS } from '../../../core/search.ts';
import type { Sqlite } from '../../../core/sqlite.ts';
import { facetKeys } from '../../facet-keys.ts';
import { EXACT_COLUMNS, FACET_BITS, FOLDED_COLUMNS } from './schema.ts';

export interface Store {
  put(documents: readonly SearchDocument[]): void;
  remove(ids: readonly string[]): void;
  count(): number;
  /** Those of the ids that are there. */
  has(ids: readonly string[]): string[];
  ids(after: string | null, limit: number): string[];
  clear(): void;
}

/** " . " in a key text: a word of its own here, so that a phrase cannot reach over it. No key ends like it. */
const BARRIER_WORD = 'zzzz0zzzz';
const written = (text: string) => text.replaceAll(' . ', ` ${BARRIER_WORD} `);

/** Values are compared without regard to case, like Meilisearch compares them. */
export const valueKey = (value: string) => value.normalize('NFKD').toLowerCase();

export function openStore(db: Sqlite): Store {
  const columns = ['rowid', ...EXACT_COLUMNS, ...FOLDED_COLUMNS];
  const insertText = db.prepare(
    `INSERT INTO text (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const deleteText = db.prepare('DELETE FROM text WHERE rowid = ?');
  const findDoc = db.prepare('SELECT n, vs FROM doc WHERE id = ?');
  const insertDoc = db.prepare(
    'INSERT INTO doc (id, published, day, original, vs) VALUES (?, ?, ?, ?, ?)',
  );
  const deleteDoc = db.prepare('DELETE FROM doc WHERE n = ?');
  const insertFacet = db.prepare('INSERT INTO facet (v, n) VALUES (?, ?)');
  const deleteFacet = db.prepare('DELETE FROM facet WHERE v = ? AND n = ?');
  const findValue = db.prepare('SELECT v FROM value WHERE facet = ? AND key = ?');
  const lastValue = db.prepare('SELECT max(v) AS v FROM value');
  const insertValue = db.prepare(
    'INSERT INTO value (v, facet, key, value, folded, sort) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const countDocs = db.prepare('SELECT count(*) AS count FROM doc');
  const listIds = db.prepare('SELECT id FROM doc WHERE id > ? ORDER BY id LIMIT ?');

  const removeOne = (id: string) => {
    const row = findDoc.get([id]);
    if (row === undefined) return;
    const n = Number(row.n);
    deleteText.run([n]);
    for (const v of String(row.vs).split(' ').filter(Boolean)) deleteFacet.run([Number(v), n]);
    deleteDoc.run([n]);
  };
  const addValue = (facet: Facet, key: string, value: string) => {
    const last = Number(lastValue.get()?.v ?? 0) >> FACET_BITS;
    const v = ((last + 1) << FACET_BITS) | FACETS.indexOf(facet);
    const { folded, sort } = facetKeys(value);
    insertValue.run([v, facet, key, value, folded, sort]);
    return v;
  };
  const valueNumber = (facet: Facet, value: string) => {
    const key = valueKey(value);
    const row = findValue.get([facet, key]);
    return row === undefined ? addValue(facet, key, value) : Number(row.v);
  };
  const putOne = (document: SearchDocument) => {
    removeOne(document.id);
    const { id, publishedAt, original, texts, values } = document;
    const numbers = new Set(
      FACETS.flatMap((facet) => values[facet].map((value) => valueNumber(facet, value))),
    );
    const row = [id, publishedAt, values.day[0] ?? null, original, [...numbers].join(' ')];
    const n = insertDoc.run(row).lastInsertRowid;
    insertText.run([
      n,
      ...TEXT_FIELDS.map((field) => written(texts[field].exact)),
      ...TEXT_FIELDS.map((field) => written(texts[field].folded)),
    ]);
    for (const v of numbers) insertFacet.run([v, n]);
  };

  return {
    put: (documents) => documents.forEach(putOne),
    remove: (ids) => ids.forEach(removeOne),
    has: (ids) => ids.filter((id) => findDoc.get([id]) !== undefined),
    count: () => Number(countDocs.get()?.count ?? 0),
    ids: (after, limit) => listIds.all([after ?? '', limit]).map((row) => String(row.id)),
    clear: () => {
      db.exec("INSERT INTO text (text) VALUES ('delete-all')");
      // Values stay, so that their numbers are not given again.
      db.exec('DELETE FROM facet; DELETE FROM doc');
    },
  };
}
