/** Articles on their way into the index, together. */
import { type SearchDocument, TEXT_FIELDS } from '../core/search.ts';

export interface IndexedItem {
  readonly id: string;
  readonly revision: number;
}

/** Items with their documents; an item without one is to leave the index. */
export interface Loaded {
  readonly items: readonly IndexedItem[];
  readonly documents: readonly SearchDocument[];
  readonly bytes: number;
}

/** Each article once, with the newest revision asked for. */
export function newest(items: readonly IndexedItem[]): IndexedItem[] {
  const revisions = new Map<string, number>();
  for (const { id, revision } of items)
    revisions.set(id, Math.max(revision, revisions.get(id) ?? 0));
  return [...revisions].map(([id, revision]) => ({ id, revision }));
}

/** About what the documents take: their key texts are ASCII. */
export function bytesOf(documents: readonly SearchDocument[]): number {
  let bytes = 0;
  for (const { texts } of documents)
    for (const field of TEXT_FIELDS)
      bytes += texts[field].exact.length + texts[field].folded.length;
  return bytes;
}

export function halves<T>(items: readonly T[]): readonly [T[], T[]] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
}

export function joined(a: Loaded, b: Loaded): Loaded {
  return {
    items: [...a.items, ...b.items],
    documents: [...a.documents, ...b.documents],
    bytes: a.bytes + b.bytes,
  };
}
