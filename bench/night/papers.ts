/** The forty papers: each a spec over a real CMS family, how its server behaves, and what goes wrong there and when. */
import { type Family, type Newspaper, NewspaperSpec } from '../../newspapers/define.ts';
import { merge } from '../../newspapers/rules/merge.ts';
import { contentDetail } from './markup/content-detail.ts';
import { dcontent } from './markup/dcontent.ts';
import { epi } from './markup/epi.ts';
import { fck } from './markup/fck.ts';
import { mastercms } from './markup/mastercms.ts';
import { oneOff } from './markup/one-off.ts';
import { onecms } from './markup/onecms.ts';
import type { Lost, Markup } from './markup/page.ts';
import { vccorp } from './markup/vccorp.ts';
import { vnexpress } from './markup/vnexpress.ts';
import { vnptNew, vnptOld } from './markup/vnpt.ts';

/** What a server does with validators. */
export type Validators =
  | 'etag'
  | 'last-modified'
  | 'none'
  /** The same body under another ETag each time. */
  | 'new-etag'
  /** Another body each time: a counter in the page. */
  | 'counter'
  /** "Not modified" of its feed whatever happens. */
  | 'false-304';

/** Nights are counted from 1. */
export type Fault =
  /** The layout loses a field, or all that rules hold on to. */
  | { readonly kind: 'layout'; readonly nights: readonly number[]; readonly lost: Lost }
  /** All sources name nothing. */
  | { readonly kind: 'dry'; readonly nights: readonly number[] }
  /** 503 to everything but robots.txt; 503 to robots.txt; robots.txt forbids all. */
  | { readonly kind: 'down' | 'robots-down' | 'refuses'; readonly nights: readonly number[] }
  /** 429 to the first three articles, with so many seconds to wait. */
  | { readonly kind: 'limits'; readonly nights: readonly number[]; readonly seconds: number }
  /** A firewall's page for the first three articles. */
  | { readonly kind: 'blocks'; readonly nights: readonly number[] }
  /** One article is dated forty days ahead. */
  | { readonly kind: 'future'; readonly nights: readonly number[] }
  /** A Crawl-delay of a minute. */
  | { readonly kind: 'crawls'; readonly nights: readonly number[] }
  /** The first article: never answers; breaks off once, twice; announces a longer body than it sends. */
  | {
      readonly kind: 'hangs' | 'cut' | 'cut-twice' | 'false-length';
      readonly nights: readonly number[];
    }
  /** A link in the feed leads to another host. */
  | { readonly kind: 'astray'; readonly nights: readonly number[] };

export interface Paper {
  readonly slot: number;
  readonly id: string;
  /** With the port. */
  readonly host: string;
  readonly markup: Markup;
  readonly newspaper: Newspaper;
  readonly validators: Validators;
  readonly atom: boolean;
  readonly falseCharset: boolean;
  readonly gzip: boolean;
  /** Answers ranges; the others send the whole instead and say how long it is. */
  readonly ranges: boolean;
  /** Milliseconds of real time before each answer. */
  readonly slowMs: number;
  readonly crawlDelay: number | null;
  /** Names a page each night that its robots.txt forbids. */
  readonly namesForbidden: boolean;
  readonly faults: readonly Fault[];
}

interface Slot {
  readonly markup: Markup;
  /** Instead of the family's. */
  readonly discover?: readonly object[];
  readonly article?: object;
  readonly delayMs?: number;
  readonly validators?: Validators;
  readonly atom?: boolean;
  readonly falseCharset?: boolean;
  readonly slowMs?: number;
  readonly crawlDelay?: number;
  readonly namesForbidden?: boolean;
  readonly faults?: readonly Fault[];
}

const FEED = [{ feed: '/rss/home.rss' }];
const TET = [17, 18, 19, 20, 21, 22, 23, 24, 25];
/** Nine nights on which hardly anything appears. */
export const TET_NIGHTS: ReadonlySet<number> = new Set(TET);
const WORKDAYS = Array.from({ length: 60 }, (_, i) => i + 1).filter((n) => !TET_NIGHTS.has(n));

/** Families in turn, so that the first few are a mixture too. */
const SLOTS: readonly Slot[] = [
  {
    markup: epi,
    namesForbidden: true,
    faults: [{ kind: 'layout', lost: 'sapo', nights: [9, 10, 11] }],
  },
  { markup: onecms, faults: [{ kind: 'layout', lost: 'date', nights: [10, 11] }] },
  { markup: vnptNew, faults: [{ kind: 'layout', lost: 'section', nights: [13, 14] }] },
  { markup: fck, faults: [{ kind: 'layout', lost: 'author', nights: [12] }] },
  {
    markup: dcontent,
    namesForbidden: true,
    faults: [{ kind: 'layout', lost: 'body', nights: [9, 10] }],
  },
  { markup: mastercms, faults: [{ kind: 'layout', lost: 'layout', nights: [3, 27, 28] }] },
  { markup: vccorp, faults: [{ kind: 'layout', lost: 'captions', nights: [14, 15] }] },
  { markup: vnexpress, discover: FEED, atom: true, faults: [{ kind: 'dry', nights: [3] }] },
  {
    markup: oneOff,
    discover: FEED,
    article: { pattern: '^/bai/(\\d+)-', identity: '/bai/$1' },
    faults: [{ kind: 'dry', nights: [12, 13] }],
  },
  { markup: contentDetail, falseCharset: true },
  { markup: epi, discover: FEED, faults: [{ kind: 'down', nights: [2, 11] }] },
  { markup: onecms, faults: [{ kind: 'robots-down', nights: [3, 14] }] },
  { markup: vnptOld, discover: FEED, faults: [{ kind: 'refuses', nights: [2, 15] }] },
  {
    markup: epi,
    discover: [{ sitemap: '/sitemap.xml' }],
    faults: [{ kind: 'limits', seconds: 60, nights: [3, 9] }],
  },
  { markup: onecms, faults: [{ kind: 'limits', seconds: 1_800, nights: [10] }] },
  { markup: fck, discover: FEED, faults: [{ kind: 'blocks', nights: [3, 13] }] },
  {
    markup: vnptNew,
    discover: FEED,
    validators: 'last-modified',
    faults: [{ kind: 'future', nights: [2, 16] }],
  },
  { markup: onecms, delayMs: 300, faults: [{ kind: 'crawls', nights: [16] }] },
  { markup: epi, discover: FEED, faults: [{ kind: 'hangs', nights: [2, 6] }] },
  { markup: mastercms, faults: [{ kind: 'cut', nights: WORKDAYS }] },
  { markup: vnptNew, faults: [{ kind: 'cut-twice', nights: [2, 9] }] },
  { markup: dcontent, discover: FEED, validators: 'false-304' },
  { markup: epi, validators: 'new-etag' },
  { markup: onecms, validators: 'counter' },
  { markup: vccorp, validators: 'none' },
  { markup: fck, faults: [{ kind: 'false-length', nights: [3, 9] }] },
  { markup: contentDetail, crawlDelay: 10 },
  {
    markup: epi,
    discover: FEED,
    namesForbidden: true,
    faults: [{ kind: 'astray', nights: [2, 8] }],
  },
  { markup: vnptOld, slowMs: 40 },
  { markup: epi, discover: [{ sitemap: '/sitemap.xml.gz' }] },
  {
    markup: onecms,
    discover: [{ feed: '/rss/home.rss' }, { listing: '/', links: '.b-grid__title a' }],
  },
  { markup: vnptNew, discover: [{ feed: '/rss/home.rss' }], atom: true },
  { markup: epi, discover: [{ sitemap: '/news-sitemap.xml' }, { feed: '/rss/home.rss' }] },
  { markup: mastercms, discover: FEED },
  { markup: vnptOld },
  { markup: dcontent, validators: 'last-modified' },
  { markup: fck, namesForbidden: true },
  { markup: contentDetail, discover: FEED },
  { markup: onecms, namesForbidden: true },
  { markup: vccorp, discover: FEED, validators: 'last-modified' },
];

export const MOST_PAPERS = SLOTS.length;

/**
 * @param port at which all of them are served
 * @param first which of the forty is the first
 */
export function openPapers(
  count: number,
  port: number,
  families: readonly Family[],
  first = 0,
): readonly Paper[] {
  return SLOTS.slice(first, first + count).map((slot, at): Paper => {
    const i = first + at;
    const { markup, discover, article, delayMs = 1_000 } = slot;
    const id = `bao-${String(i + 1).padStart(2, '0')}`;
    const host = `${id}.test:${port}`;
    const family = families.find((one) => one.id === markup.family);
    if (!family) throw new Error(`there is no family ${markup.family}`);
    const spec = NewspaperSpec.parse({
      id,
      name: `Báo thử ${i + 1}`,
      origin: `http://${host}`,
      hosts: [host],
      province: null,
      extends: markup.family,
      confidence: 'synthetic',
      delayMs,
      ...(discover ? { discover } : {}),
      ...(article ? { article } : {}),
    });
    return {
      slot: i,
      id,
      host,
      markup,
      newspaper: merge(spec, family),
      validators: slot.validators ?? 'etag',
      atom: slot.atom ?? false,
      falseCharset: slot.falseCharset ?? false,
      gzip: i % 2 === 1,
      ranges: i % 3 !== 1,
      slowMs: slot.slowMs ?? 0,
      crawlDelay: slot.crawlDelay ?? null,
      namesForbidden: slot.namesForbidden ?? false,
      faults: slot.faults ?? [],
    };
  });
}

/** The paper's fault of that kind on that night. */
export function faultOf<K extends Fault['kind']>(
  { faults }: Paper,
  kind: K,
  night: number,
): Extract<Fault, { kind: K }> | null {
  const isIt = (fault: Fault): fault is Extract<Fault, { kind: K }> =>
    fault.kind === kind && fault.nights.includes(night);
  return faults.find(isIt) ?? null;
}
