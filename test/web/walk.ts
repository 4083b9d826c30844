/** Pages found by their links, one of each form of address: no list of pages is kept. */

/** Files to take along and the machine's own answers are no pages. */
const NO_PAGE =
  /^\/(?:api\/|export|assets|metrics|healthz|nguon|hang-doi)(?:\/|$)?|\/tai\/|\/mau$|\.[a-z]{3,5}$/u;

/** What an address has in common with its like: ids out, names of parameters kept. */
const path = (url: URL) => url.pathname.replace(/\/[^/]*\d[^/]*/gu, '/:id');
const form = (url: URL) => `${path(url)}?${[...new Set(url.searchParams.keys())].sort().join('&')}`;

export interface Walk {
  /** The next page to look at; null after the last. */
  next(): URL | null;
  /** Links of a page, as they stand in it or whole. */
  add(links: readonly string[]): void;
  /** Pages given out so far. */
  readonly seen: number;
}

/** @param start addresses to begin with, whole */
export function openWalk(start: readonly string[], most: number): Walk {
  const waiting = start.map((address) => new URL(address));
  const home = waiting[0]?.origin;
  const paths = new Set<string>();
  const queued = new Set(waiting.map(({ href }) => href));
  const forms = new Set<string>();
  return {
    next() {
      while (forms.size < most) {
        // What is new in its path comes first: one page has links to dozens of searches.
        const fresh = waiting.findIndex((url) => !paths.has(path(url)));
        const [url] = waiting.splice(Math.max(0, fresh), 1);
        if (!url) return null;
        if (forms.has(form(url))) continue;
        forms.add(form(url));
        paths.add(path(url));
        return url;
      }
      return null;
    },
    add(links) {
      for (const link of links) {
        const url = URL.parse(link, home);
        if (!url || url.origin !== home || url.searchParams.has('lang')) continue;
        url.hash = '';
        if (queued.has(url.href)) continue;
        queued.add(url.href);
        if (!NO_PAGE.test(url.pathname)) waiting.push(url);
      }
    },
    get seen() {
      return forms.size;
    },
  };
}
