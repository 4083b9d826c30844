/**
 * Compares what the archive has with what the search index has, by day and newspaper: counts first, ids where
 * the counts or what is known of the index differ. Heals it where it is asked to. Memory does not grow with the
 * archive: windows of days, slices of ids.
 */
import type { Archive, DayTally } from '../archive/port.ts';
import type { SearchFilters } from '../core/search.ts';
import { DOCUMENT_VERSION } from '../indexer/document.ts';
import type { SearchEngine } from '../indexer/engine.ts';
import type { IndexWriter } from '../indexer/writer.ts';
import {
  asked,
  documentsOf,
  filterOf,
  type Group,
  keyOf,
  paperFilter,
  type Window,
  windowsOf,
} from './reconcile/windows.ts';

export interface ReconcileOptions {
  readonly signal: AbortSignal;
  readonly newspaper?: string | undefined;
  /** First and last day of publication, `YYYY-MM-DD`; with either, articles without a date are left out. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Compare ids of every day, also where all counts agree. */
  readonly full?: boolean;
  /** Brings the index to what the archive has, through the one writer. */
  readonly heal?: Pick<IndexWriter, 'add'> | undefined;
  readonly onProgress?: ((articles: number) => void) | undefined;
}

export interface ReconciledDay extends Pick<DayTally, 'newspaper' | 'day'> {
  readonly articles: number;
  readonly documents: number;
  /** Of the archive, not in the index. */
  readonly missing: number;
  /** In the index, not in the archive. */
  readonly extra: number;
  /** In the index in an older revision or form. */
  readonly stale: number;
}

export interface ReconcileReport {
  readonly articles: number;
  readonly documents: number;
  readonly missing: number;
  readonly extra: number;
  readonly stale: number;
  readonly healed: number;
  /** Days that differ, at most a thousand; `unlisted` counts the others. */
  readonly days: readonly ReconciledDay[];
  readonly unlisted: number;
  /** Some of the ids that differ. */
  readonly examples: Readonly<Record<'missing' | 'extra' | 'stale', readonly string[]>>;
  /** False: told to stop before the end. */
  readonly complete: boolean;
}

const SLICE = 500;
const LISTED = 1_000;
const EXAMPLES = 20;
/** More documents of one day that the archive does not know are left for the next time. */
const MOST_STRANGE = 10_000;

type Parts = { readonly archive: Pick<Archive, 'index'>; readonly engine: SearchEngine };
const KINDS = ['missing', 'extra', 'stale'] as const;
type Kind = (typeof KINDS)[number];

/** @throws what archive, engine and writer throw: RetryLater while the engine is away, `index-old`, `index-missing` */
export async function reconcile(
  { archive, engine }: Parts,
  options: ReconcileOptions,
): Promise<ReconcileReport> {
  const { signal, newspaper, full = false, heal, onProgress } = options;
  const total = { articles: 0, documents: 0, missing: 0, extra: 0, stale: 0, healed: 0 };
  const days: ReconciledDay[] = [];
  const examples: Record<Kind, string[]> = { missing: [], extra: [], stale: [] };
  let unlisted = 0;
  /** Documents of the window that the archive has not: those of a day stand in several groups. */
  let seen = new Set<string>();
  let strange = new Map<string | null, boolean>();
  let window: Window = { days: null };

  const found = async (kind: Kind, items: readonly { id: string; revision: number }[]) => {
    if (items.length === 0) return;
    total[kind] += items.length;
    examples[kind].push(...items.slice(0, EXAMPLES - examples[kind].length).map(({ id }) => id));
    if (!heal) return;
    const ids = items.map(({ id }) => id);
    if (kind === 'missing') await archive.index.forget(engine.id, ids);
    // What the archive has not is taken out by the same way.
    const healed = await Promise.allSettled(
      items.map(({ id, revision }) => heal.add(id, revision)),
    );
    total.healed += healed.filter(({ status }) => status === 'fulfilled').length;
  };

  /** Documents that the archive does not know, batch by batch. */
  async function* unknownAmong(filters: SearchFilters): AsyncGenerator<readonly string[]> {
    for await (const ids of engine.every(asked(filters))) {
      if (signal.aborted) return;
      const known = new Set(await archive.index.stored(ids));
      yield ids.filter((id) => !known.has(id));
    }
  }
  /** Whether there are some of a newspaper in the window at all, so that not every day has to be walked. */
  const strangers = async (paper: string | null) => {
    const known = strange.get(paper);
    if (known !== undefined) return known;
    let any = false;
    for await (const ids of unknownAmong({ ...filterOf(window), ...paperFilter(paper) })) {
      any = ids.length > 0;
      if (any) break;
    }
    strange.set(paper, any);
    return any;
  };

  /** Ids of one day of one newspaper. An article of a month lies on no day in the index: its ids tell. */
  const look = async (group: Group, articles: number, documents: number) => {
    const before = { ...total };
    for (let after = 0; !signal.aborted; ) {
      const slice = await archive.index.ofDay(engine.id, DOCUMENT_VERSION, group, after, SLICE);
      const last = slice.at(-1);
      if (last === undefined) break;
      after = last.seq;
      const there = new Set(await engine.has(slice.map(({ id }) => id)));
      await found(
        'missing',
        slice.filter(({ id }) => !there.has(id)),
      );
      await found(
        'stale',
        slice.filter(({ id, held }) => there.has(id) && !held),
      );
    }
    const missing = total.missing - before.missing;
    if (documents > articles - missing || (full && (await strangers(group.newspaper)))) {
      const unknown: string[] = [];
      const day: SearchFilters =
        group.day === null ? { undated: true } : { from: group.day, to: group.day };
      for await (const ids of unknownAmong({ ...day, ...paperFilter(group.newspaper) })) {
        unknown.push(...ids.filter((id) => !seen.has(id)));
        if (unknown.length >= MOST_STRANGE) break;
      }
      for (const id of unknown) seen.add(id);
      // After the list has ended: taking some out would move the others.
      for (let at = 0; at < unknown.length; at += SLICE)
        await found(
          'extra',
          unknown.slice(at, at + SLICE).map((id) => ({ id, revision: 0 })),
        );
    }
    const counted = {
      missing,
      extra: total.extra - before.extra,
      stale: total.stale - before.stale,
    };
    total.documents += articles - missing + counted.extra;
    if (KINDS.every((kind) => counted[kind] === 0)) return;
    if (days.length < LISTED) days.push({ ...group, articles, documents, ...counted });
    else unlisted += 1;
  };

  for await (const next of windowsOf(archive, options)) {
    if (signal.aborted) break;
    window = next;
    seen = new Set();
    strange = new Map();
    const documents = await documentsOf(engine, window, newspaper);
    for (const one of await archive.index.tally(engine.id, DOCUMENT_VERSION, window.days)) {
      if (newspaper !== undefined && one.newspaper !== newspaper) continue;
      if (signal.aborted) break;
      const there = documents.get(keyOf(one))?.count ?? 0;
      documents.delete(keyOf(one));
      total.articles += one.articles;
      onProgress?.(total.articles);
      if (full || there !== one.articles || one.held < one.articles)
        await look({ newspaper: one.newspaper, day: one.day }, one.articles, there);
      else total.documents += there;
    }
    for (const { group, count } of documents.values()) {
      if (signal.aborted) break;
      await look(group, 0, count);
    }
  }
  return { ...total, days, unlisted, examples, complete: !signal.aborted };
}
