/** A search document as it is stored in Meilisearch, and documents cut into batches. */
import { DiembaoError } from '../../../core/errors.ts';
import { type SearchDocument, TEXT_FIELDS } from '../../../core/search.ts';
import { dayNumber } from './filter.ts';
import { exactField, foldedField } from './settings.ts';

/** What Meilisearch takes as a document's id. */
const SAFE_ID = /^[A-Za-z0-9_-]{1,500}$/;
const BATCH_COUNT = 1_000;
const BATCH_BYTES = 20_000_000;

export type MeiliRecord = Record<string, string | number | boolean | null | readonly string[]>;

/** @throws DiembaoError `document-id` for an id that the server would refuse with the whole batch */
export function recordOf(document: SearchDocument): MeiliRecord {
  if (!SAFE_ID.test(document.id)) {
    throw new DiembaoError(
      'document-id',
      `search: ${JSON.stringify(document.id)} cannot be a document's id`,
    );
  }
  return {
    id: document.id,
    ...Object.fromEntries(
      TEXT_FIELDS.flatMap((field) => [
        [foldedField(field), document.texts[field].folded],
        [exactField(field), document.texts[field].exact],
      ]),
    ),
    ...document.values,
    publishedAt: document.publishedAt,
    dayNumber: document.values.day[0] === undefined ? null : dayNumber(document.values.day[0]),
    original: document.original,
  };
}

/** Batches bounded by number and by size as sent. */
export function* batchesOf(documents: readonly SearchDocument[]): Generator<MeiliRecord[]> {
  let batch: MeiliRecord[] = [];
  let bytes = 0;
  for (const document of documents) {
    const record = recordOf(document);
    const size = JSON.stringify(record).length;
    if (batch.length > 0 && (batch.length >= BATCH_COUNT || bytes + size > BATCH_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(record);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
