/** A spec and its family's, merged into a newspaper ready for use. */

import type { z } from 'zod';
import { sha256 } from '../../core/ids.ts';
import type { Discovery, Family, Newspaper, NewspaperSpec } from '../define.ts';

export function merge(spec: z.output<typeof NewspaperSpec>, family: Family): Newspaper {
  const article = spec.article ?? family.article;
  const layouts = [...spec.layouts, ...family.layouts];
  const host = new URL(spec.origin).host;
  return {
    id: spec.id,
    name: spec.name,
    origin: spec.origin,
    hosts: [...new Set([host, ...spec.hosts])],
    province: spec.province,
    family: family.id,
    confidence: spec.confidence,
    delayMs: spec.delayMs,
    article,
    discover: (spec.discover ?? family.discover).map((source) => absolute(source, spec.origin)),
    layouts,
    datelines: spec.datelines,
    // The origin is left out: a paper that moves to another domain is still read the same way.
    hash: sha256(
      JSON.stringify([spec.id, spec.province, family.id, article, layouts, spec.datelines]),
    ).slice(0, 16),
  };
}

/** The newspaper served from another origin (a test server, the demo); every host is the new one. */
export function withOrigin(newspaper: Newspaper, origin: string): Newspaper {
  const move = (url: string) => {
    const { pathname, search } = new URL(url);
    return origin + pathname + search;
  };
  return {
    ...newspaper,
    origin,
    hosts: [new URL(origin).host],
    discover: newspaper.discover.map((source) => mapUrls(source, move)),
  };
}

/** `{page}` survives: it is put in and taken out again around the URL's own escaping. */
function absolute(source: Discovery, origin: string): Discovery {
  return mapUrls(source, (url) => new URL(url, `${origin}/`).href);
}

function mapUrls(source: Discovery, map: (url: string) => string): Discovery {
  const keep = (url: string) => map(url).replace(/%7Bpage%7D/giu, '{page}');
  if ('feed' in source) return { feed: keep(source.feed) };
  if ('sitemap' in source) return { sitemap: keep(source.sitemap) };
  return {
    ...source,
    listing: keep(source.listing),
    ...(source.pages && { pages: { ...source.pages, url: keep(source.pages.url) } }),
  };
}
