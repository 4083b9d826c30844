/** Reading stored pages again by the rules of today: what would change, and then the change itself. */
import type { Archive, StoredPage } from '../archive/port.ts';
import { unreadable } from '../archive/unreadable.ts';
import type { Article } from '../core/article.ts';
import type { OutcomeCode } from '../core/outcomes.ts';
import type { Newspaper } from '../newspapers/define.ts';
import { parserStamp } from '../parsers/index.ts';
import type { ParseContext, ParseResult } from '../parsers/port.ts';
import type { Works } from './compose.ts';

export interface ReparseChoice {
  readonly newspapers: readonly Newspaper[];
  /** Pages fetched at or after, ISO in UTC. */
  readonly since?: string;
  /** Also the pages that today's rules have read already: for code that changed without its version. */
  readonly all?: boolean;
}

const SLICE = 500;
/** No page carries it, so every page is "read by other rules". */
const NO_STAMP = '*';

async function* pageIds(
  archive: Pick<Archive, 'pages'>,
  { newspapers, since, all }: ReparseChoice,
  signal: AbortSignal,
): AsyncGenerator<{ readonly newspaper: Newspaper; readonly ids: readonly number[] }> {
  for (const newspaper of newspapers) {
    const stamp = all ? NO_STAMP : parserStamp(newspaper);
    for (let after = 0; !signal.aborted; ) {
      const ids = await archive.pages.unparsed(newspaper.id, stamp, after, SLICE, since);
      if (ids.length === 0) break;
      yield { newspaper, ids };
      after = ids.at(-1) ?? after;
    }
  }
}

/** Pages of the choice that cannot be read again. */
export interface Unread {
  /** Given up on purpose. */
  readonly forgotten: number;
  /** In a WARC file that is missing or damaged. */
  readonly lost: number;
}

async function forgottenOf(
  archive: { readonly pages: Pick<Archive['pages'], 'forgotten'> },
  { newspapers, since }: ReparseChoice,
): Promise<number> {
  let count = 0;
  for (const { id: newspaper } of newspapers)
    count += await archive.pages.forgotten({
      newspaper,
      ...(since === undefined ? {} : { since }),
    });
  return count;
}

/** The fields of a record that are read, in the order in which they are shown. */
const FIELDS = [
  'headline',
  'sapo',
  'authors',
  'section',
  'tags',
  'publishedAt',
  'updatedAt',
  'blocks',
  'captions',
  'quotes',
  'dates',
  'places',
  'mainPlaces',
  'people',
  'conferences',
] as const satisfies readonly (keyof Article)[];
type Field = (typeof FIELDS)[number];

export interface Example {
  readonly url: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface Change {
  readonly gained: number;
  readonly lost: number;
  readonly changed: number;
  /** The first few, losses first. */
  readonly examples: readonly Example[];
}

export interface ReparseDiff {
  readonly pages: number;
  readonly unchanged: number;
  /** Articles that would be there anew, or that the page gives no more (the archive keeps them). */
  readonly rows: Pick<Change, 'gained' | 'lost' | 'examples'>;
  readonly fields: Readonly<Partial<Record<Field, Change>>>;
  /** "layout-unknown -> article" -> pages. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly unreadable: Unread;
}

const EXAMPLES = 3;

class Tally {
  gained = 0;
  lost = 0;
  changed = 0;
  private readonly found: { readonly lost: boolean; readonly example: Example }[] = [];

  add(kind: 'gained' | 'lost' | 'changed', example: Example): void {
    this[kind] += 1;
    this.found.push({ lost: kind === 'lost', example });
    if (this.found.length <= EXAMPLES) return;
    // A loss matters most: it takes the place of the last example that is none.
    const spare = this.found.findLastIndex((one) => !one.lost);
    this.found.splice(kind === 'lost' && spare >= 0 ? spare : EXAMPLES, 1);
  }

  get examples(): readonly Example[] {
    return this.found.map(({ example }) => example);
  }
}

const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What was read of the page before, without corrections. */
async function before(archive: Pick<Archive, 'articles'>, page: StoredPage, id: string | null) {
  const stored =
    (id === null ? null : await archive.articles.get(id)) ??
    (await archive.articles.byUrl(page.finalUrl)) ??
    (await archive.articles.byUrl(page.url));
  if (!stored) return null;
  return (await archive.articles.revisions(stored.article.id)).at(-1)?.article ?? null;
}

export interface DiffParts {
  readonly archive: Pick<Archive, 'pages' | 'articles'>;
  readonly parse: (page: StoredPage, context: ParseContext) => ParseResult | Promise<ParseResult>;
  readonly families: ParseContext['families'];
}

/** Reads the chosen pages and compares; writes nothing, so that it runs beside a working process. */
export async function reparseDiff(
  parts: DiffParts,
  choice: ReparseChoice,
  signal: AbortSignal,
  onProgress: (pages: number) => void = () => undefined,
): Promise<ReparseDiff> {
  const { archive, parse, families } = parts;
  const rows = new Tally();
  const fields = new Map<Field, Tally>();
  const outcomes = new Map<string, number>();
  let pages = 0;
  let unchanged = 0;
  let lost = 0;
  for await (const { newspaper, ids } of pageIds(archive, choice, signal)) {
    for (const id of ids) {
      if (signal.aborted) break;
      const page = await archive.pages.get(id).catch((error: unknown) => {
        if (unreadable(error) === null) throw error;
        lost += 1;
        return null;
      });
      if (!page) continue;
      const { article: now, outcome } = await parse(page, { newspaper, families });
      const old = await before(archive, page, now?.id ?? null);
      pages += 1;
      const was: OutcomeCode | 'unread' = page.outcome?.code ?? 'unread';
      if (was !== outcome.code) {
        const turn = `${was} -> ${outcome.code}`;
        outcomes.set(turn, (outcomes.get(turn) ?? 0) + 1);
      }
      const differs = compare(old, now, page.url, rows, fields);
      if (!differs && was === outcome.code) unchanged += 1;
    }
    onProgress(pages);
  }
  return {
    pages,
    unchanged,
    rows: { gained: rows.gained, lost: rows.lost, examples: rows.examples },
    fields: Object.fromEntries(
      FIELDS.flatMap((field) => {
        const tally = fields.get(field);
        if (!tally) return [];
        const { gained, lost, changed, examples } = tally;
        return [[field, { gained, lost, changed, examples }]];
      }),
    ),
    outcomes: Object.fromEntries([...outcomes].sort(([a], [b]) => (a < b ? -1 : 1))),
    unreadable: { forgotten: await forgottenOf(archive, choice), lost },
  };
}

function compare(
  old: Article | null,
  now: Article | null,
  url: string,
  rows: Tally,
  fields: Map<Field, Tally>,
): boolean {
  if (!old || !now) {
    if (now) rows.add('gained', { url, before: null, after: now.headline });
    if (old) rows.add('lost', { url, before: old.headline, after: null });
    return old !== now;
  }
  let differs = false;
  for (const field of FIELDS) {
    const pair = { url, before: old[field], after: now[field] };
    if (same(pair.before, pair.after)) continue;
    differs = true;
    const tally = fields.get(field) ?? new Tally();
    fields.set(field, tally);
    const kind = isEmpty(pair.before) ? 'gained' : isEmpty(pair.after) ? 'lost' : 'changed';
    tally.add(kind, pair);
  }
  return differs;
}

/**
 * Reads the chosen pages again, slice by slice; needs running workers. Ended by `signal`, the pages that are
 * left keep their old stamp, so the next call goes on with them (with `all` it begins anew). Corrections lie
 * over the records and are not touched.
 * @returns pages gone through, and those that could not be read any more
 */
export async function reparse(
  works: Pick<Works, 'archive' | 'queue'>,
  choice: ReparseChoice,
  signal: AbortSignal,
  onProgress: (pages: number) => void = () => undefined,
): Promise<{ readonly pages: number; readonly unreadable: Unread }> {
  const { archive } = works;
  let pages = 0;
  for await (const { ids } of pageIds(works.archive, choice, signal)) {
    await works.queue.add(ids.map((page) => ({ name: 'parse', payload: { page } })));
    await works.queue.idle();
    pages += ids.length;
    onProgress(pages);
  }
  const chosen = new Set(choice.newspapers.map(({ id }) => id));
  const lost = (await archive.incidents.counts())
    .filter(({ code, newspaper }) => code === 'page-lost' && chosen.has(newspaper))
    .reduce((sum, { count }) => sum + count, 0);
  return { pages, unreadable: { forgotten: await forgottenOf(archive, choice), lost } };
}
