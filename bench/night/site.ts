/** One paper's server as data: what it answers to a path at a moment. The network is server.ts. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { vietnamTime } from '../../core/clock.ts';
import { nightAt, noonBefore } from './calendar.ts';
import { code, type Link, menu, slugOf } from './markup/page.ts';
import { headlineOf, type Piece, storyOf } from './news.ts';
import { faultOf, type Paper } from './papers.ts';

/** `cut` breaks off in the middle, `long` announces more than it sends, `hang` never answers. */
export type Manner = 'whole' | 'cut' | 'long' | 'hang';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly manner: Manner;
  /** What was asked for. */
  readonly of: Target;
}

export type Target =
  | { readonly kind: 'robots'; readonly rules: 'open' | 'refuse' | 'down' }
  | { readonly kind: 'source' }
  | { readonly kind: 'article'; readonly piece: Piece }
  /** Named, and no article: what robots.txt forbids, what leads astray. */
  | { readonly kind: 'forbidden' | 'astray' }
  | { readonly kind: 'unknown' };

export interface Site {
  readonly paper: Paper;
  readonly pieces: readonly Piece[];
  answer(path: string, headers: Readonly<Record<string, string | undefined>>, now: number): Reply;
  /** Requests that the spec's sources cost tonight: one each, and one for each current sitemap. */
  sourceRequests(now: number): number;
  /** Paths that lead to articles and are named at that moment. */
  namedPaths(now: number): readonly string[];
  /** When the piece was first answered with its page; null before. */
  firstServed(number: number): number | null;
  /** Whether the last page that was served of it was the corrected one. */
  servedChanged(number: number): boolean;
  /** Whether it was answered with 404 or 410 since. */
  servedGone(number: number): boolean;
  path(piece: Piece): string;
}

interface Entry extends Link {
  readonly at: number;
}

const FEED_LENGTH = 90;
const LISTING_LENGTH = 70;
const CURRENT_MS = 36 * 3_600_000;
const XML = 'text/xml; charset=utf-8';
const BLOCK_PAGE =
  '<html><head><title>Just a moment...</title></head><body><div id="cf-challenge-running"></div><script>window._cf_chl_opt={};document.cookie="x=1";location.reload();</script></body></html>';

export function openSite(paper: Paper, pieces: readonly Piece[]): Site {
  const { markup, newspaper, host } = paper;
  const origin = `http://${host}`;
  const served = new Map<number, { readonly at: number; changed: boolean; gone: boolean }>();
  const tries = new Map<string, number>();
  let counter = 0;

  const pathOf = (piece: Piece, moved = false) => {
    const slug = slugOf(headlineOf(paper, piece));
    const publishedAt = vietnamTime(new Date(piece.publishedAt)).slice(0, 19);
    return markup.path({ number: piece.number, publishedAt }, moved ? `${slug}-ban-moi` : slug);
  };
  const paths = new Map<string, { readonly piece: Piece; readonly moved: boolean }>();
  const ownPath = new Map<number, string>();
  for (const piece of pieces) {
    const path = pathOf(piece);
    ownPath.set(piece.number, path);
    paths.set(path, { piece, moved: false });
    if (piece.fate?.kind === 'moved') paths.set(pathOf(piece, true), { piece, moved: true });
  }
  const own = (piece: Piece) => ownPath.get(piece.number) ?? '/';

  /** What has become of the piece by now. */
  const fateNow = (piece: Piece, now: number) => {
    const first = served.get(piece.number);
    if (!first || !piece.fate || now < first.at + piece.fate.afterMs) return null;
    return piece.fate.kind;
  };

  /** Newest first; those withdrawn are not named any more. */
  const entries = (now: number, length: number): readonly Entry[] => {
    const night = nightAt(now);
    if (faultOf(paper, 'dry', night)) return [];
    const named: Entry[] = [];
    const add = (path: string, title: string, at: number) =>
      named.push({ href: origin + path, title, at });
    if (paper.namesForbidden) add(forbiddenPath(paper, night), 'Nội bộ', noonBefore(night));
    if (faultOf(paper, 'astray', night))
      add(astrayPath(paper, night), 'Chuyên trang', noonBefore(night));
    for (let i = pieces.length - 1; i >= 0 && named.length < length; i -= 1) {
      const piece = pieces[i];
      if (!piece || piece.publishedAt > now) continue;
      const fate = fateNow(piece, now);
      if (fate === 'gone-404' || fate === 'gone-410') continue;
      const path = fate === 'moved' ? pathOf(piece, true) : own(piece);
      add(path, `Bài số ${piece.number}`, piece.publishedAt);
    }
    return named;
  };

  const months = (now: number) => {
    const all = new Map<string, number>();
    for (const { publishedAt } of pieces)
      if (publishedAt <= now) all.set(vietnamTime(new Date(publishedAt)).slice(0, 7), publishedAt);
    return [...all].map(([month, changedAt]) => ({ month, changedAt }));
  };

  const urlset = (named: readonly Entry[], news = false) =>
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${named
      .map(({ href, title, at }) =>
        news
          ? `<url><loc>${href}</loc><news:news><news:publication_date>${vietnamTime(new Date(at))}</news:publication_date><news:title>${title}</news:title></news:news></url>`
          : `<url><loc>${href}</loc><lastmod>${vietnamTime(new Date(at))}</lastmod></url>`,
      )
      .join('')}</urlset>`;

  function sourceBody(path: string, now: number): Buffer | null {
    if (path === '/rss/home.rss') {
      // A tracking parameter here, none on the home page: the same article.
      const named = entries(now, FEED_LENGTH).map((one) => ({
        ...one,
        href: one.at % 2 === 0 ? one.href : `${one.href}?utm_source=rss`,
      }));
      return Buffer.from(paper.atom ? atom(named) : rss(named));
    }
    if (path === '/sitemap.xml') {
      const list = months(now).map(
        ({ month, changedAt }) =>
          `<sitemap><loc>${origin}/sitemaps/${month}.xml</loc><lastmod>${vietnamTime(new Date(changedAt))}</lastmod></sitemap>`,
      );
      return Buffer.from(
        `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${list.join('')}</sitemapindex>`,
      );
    }
    const month = /^\/sitemaps\/(\d{4}-\d\d)\.xml$/u.exec(path)?.[1];
    if (month !== undefined)
      return Buffer.from(
        urlset(
          entries(now, Number.POSITIVE_INFINITY).filter(
            ({ at }) => vietnamTime(new Date(at)).slice(0, 7) === month,
          ),
        ),
      );
    if (path === '/sitemap.xml.gz') return gzipSync(urlset(entries(now, 300)));
    if (path === '/news-sitemap.xml') return Buffer.from(urlset(entries(now, FEED_LENGTH), true));
    if (path === '/' || path === '/tin-moi-nhat')
      return Buffer.from(
        `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${newspaper.name}</title>${code}</head><body>${menu}<main>${entries(
          now,
          LISTING_LENGTH,
        )
          .map((one) => markup.link(one))
          .join('\n')}</main></body></html>`,
      );
    return null;
  }

  const rss = (named: readonly Entry[]) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>${newspaper.name}</title>${named
      .map(
        ({ href, title, at }) =>
          `<item><title>${title}</title><link>${href.replaceAll('&', '&amp;')}</link><pubDate>${new Date(at).toUTCString()}</pubDate></item>`,
      )
      .join('')}</channel></rss>`;
  const atom = (named: readonly Entry[]) =>
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>${newspaper.name}</title>${named
      .map(
        ({ href, title, at }) =>
          `<entry><title>${title}</title><link href="${href}"/><updated>${new Date(at).toISOString()}</updated></entry>`,
      )
      .join('')}</feed>`;

  /** How often the path was asked for tonight, this time included. */
  const nth = (path: string, night: number) => {
    const key = `${night} ${path}`;
    const count = (tries.get(key) ?? 0) + 1;
    tries.set(key, count);
    return count;
  };

  function article(path: string, piece: Piece, moved: boolean, now: number): Reply {
    const night = nightAt(now);
    const of: Target = { kind: 'article', piece };
    if (piece.publishedAt > now) return plain(404, '', { kind: 'unknown' });
    const fate = fateNow(piece, now);
    const before = served.get(piece.number);
    if (before && (fate === 'gone-404' || fate === 'gone-410')) {
      before.gone = true;
      const status = fate === 'gone-404' ? 404 : 410;
      return plain(status, `<h1>${status}</h1>`, of);
    }
    if (fate === 'moved' && !moved)
      return { ...plain(301, '', of), headers: { location: pathOf(piece, true) } };

    const limits = faultOf(paper, 'limits', night);
    if (limits && !before && nth('#limits', night) <= 3)
      return { ...plain(429, '', of), headers: { 'retry-after': String(limits.seconds) } };
    if (faultOf(paper, 'blocks', night) && !before && nth('#blocks', night) <= 3)
      return plain(403, BLOCK_PAGE, of);
    let manner: Manner = 'whole';
    if (piece.first && piece.night === night && !before) {
      const time = nth(path, night);
      if (faultOf(paper, 'hangs', night) && time <= 2) manner = 'hang';
      if (faultOf(paper, 'cut', night) && time === 1) manner = 'cut';
      if (faultOf(paper, 'cut-twice', night) && time <= 2) manner = 'cut';
      if (faultOf(paper, 'false-length', night) && time <= 2) manner = 'long';
    }
    const changed = fate === 'changed';
    const story = storyOf(paper, piece, changed);
    const related = pieces.slice(Math.max(0, piece.number - 6), piece.number - 1);
    const html = markup.page({
      origin,
      name: newspaper.name,
      path,
      story,
      lost: faultOf(paper, 'layout', night)?.lost ?? null,
      related: related.map((one) => ({
        href: own(one),
        title: `Bài số ${one.number} của ngày hôm trước`,
      })),
    });
    counter += 1;
    const body = paper.validators === 'counter' ? `${html}<!-- lượt ${counter} -->` : html;
    if (manner === 'whole')
      served.set(piece.number, { at: before?.at ?? now, changed, gone: false });
    const charset = paper.falseCharset ? 'iso-8859-1' : 'utf-8';
    const lastModified = changed
      ? (before?.at ?? now) + (piece.fate?.afterMs ?? 0)
      : piece.publishedAt;
    return {
      status: 200,
      headers: {
        'content-type': `text/html; charset=${charset}`,
        ...validators(body, lastModified),
      },
      body: Buffer.from(body),
      manner,
      of,
    };
  }

  function validators(body: string | Buffer, lastModified: number): Record<string, string> {
    switch (paper.validators) {
      case 'etag':
      case 'false-304':
        return { etag: `"${createHash('sha1').update(body).digest('hex').slice(0, 16)}"` };
      case 'last-modified':
        return { 'last-modified': new Date(lastModified).toUTCString() };
      case 'new-etag':
        return { etag: `"${counter}"` };
      case 'counter':
      case 'none':
        return {};
      default:
        return paper.validators satisfies never;
    }
  }

  function robots(night: number): Reply {
    if (faultOf(paper, 'robots-down', night))
      return plain(503, '', { kind: 'robots', rules: 'down' });
    const refuses = faultOf(paper, 'refuses', night) !== null;
    const delay = faultOf(paper, 'crawls', night) ? 60 : paper.crawlDelay;
    const text = [
      'User-agent: *',
      refuses ? 'Disallow: /' : 'Disallow: /noi-bo/',
      ...(delay === null ? [] : [`Crawl-delay: ${delay}`]),
      `Sitemap: ${origin}/sitemap.xml`,
      '',
    ].join('\n');
    return {
      ...plain(200, text, { kind: 'robots', rules: refuses ? 'refuse' : 'open' }),
      headers: { 'content-type': 'text/plain' },
    };
  }

  return {
    paper,
    pieces,
    path: own,
    answer(path, headers, now) {
      const night = nightAt(now);
      if (path === '/robots.txt') return robots(night);
      const found = paths.get(path.replace(/\?utm_source=rss$/u, ''));
      const of: Target = found ? { kind: 'article', piece: found.piece } : { kind: 'source' };
      if (faultOf(paper, 'down', night)) return plain(503, '', of);
      if (path.startsWith('/noi-bo/')) return plain(200, 'x', { kind: 'forbidden' });
      if (path.startsWith('/chuyen-trang/'))
        return {
          ...plain(302, '', { kind: 'astray' }),
          headers: { location: `http://noi-khac.test:${host.split(':')[1]}${path}` },
        };
      const conditions = { etag: headers['if-none-match'], since: headers['if-modified-since'] };
      if (found) {
        const reply = article(path, found.piece, found.moved, now);
        return isUnchanged(reply, conditions)
          ? { ...plain(304, '', reply.of), headers: reply.headers }
          : reply;
      }
      const body = sourceBody(path, now);
      if (body === null) return plain(404, '<h1>404</h1>', { kind: 'unknown' });
      if (paper.validators === 'false-304' && conditions.etag) return plain(304, '', of);
      counter += 1;
      const newest = entries(now, 1)[0]?.at ?? 0;
      const reply: Reply = {
        status: 200,
        headers: {
          'content-type':
            path === '/' || path === '/tin-moi-nhat' ? 'text/html; charset=utf-8' : XML,
          // A list changes also where something leaves it, which a time of its newest entry hides.
          ...(paper.validators === 'last-modified'
            ? { etag: `"${createHash('sha1').update(body).digest('hex')}"` }
            : validators(body, newest)),
        },
        body,
        manner: 'whole',
        of,
      };
      return isUnchanged(reply, conditions)
        ? { ...plain(304, '', of), headers: reply.headers }
        : reply;
    },
    sourceRequests(now) {
      let count = 0;
      for (const source of newspaper.discover) {
        count += 1;
        if (!('sitemap' in source) || !source.sitemap.endsWith('/sitemap.xml')) continue;
        const all = months(now);
        const newest = Math.max(...all.map(({ changedAt }) => changedAt));
        count += all.filter(({ changedAt }) => changedAt >= newest - CURRENT_MS).length;
      }
      return count;
    },
    namedPaths: (now) =>
      entries(now, Number.POSITIVE_INFINITY).map(({ href }) => href.slice(origin.length)),
    firstServed: (number) => served.get(number)?.at ?? null,
    servedChanged: (number) => served.get(number)?.changed ?? false,
    servedGone: (number) => served.get(number)?.gone ?? false,
  };
}

const plain = (status: number, body: string, of: Target): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(body),
  manner: 'whole',
  of,
});

function isUnchanged(
  { status, headers, manner }: Reply,
  asked: { readonly etag: string | undefined; readonly since: string | undefined },
): boolean {
  if (status !== 200 || manner !== 'whole') return false;
  if (headers.etag !== undefined) return asked.etag === headers.etag;
  return headers['last-modified'] !== undefined && asked.since === headers['last-modified'];
}

const fake = (paper: Paper, night: number, slug: string) =>
  paper.markup.path(
    { number: 90_000 + night, publishedAt: '2027-01-01T00:00:00' },
    `${slug}-${night}`,
  );
export const forbiddenPath = (paper: Paper, night: number) => `/noi-bo${fake(paper, night, 'hop')}`;
export const astrayPath = (paper: Paper, night: number) =>
  `/chuyen-trang${fake(paper, night, 'le-hoi')}`;
