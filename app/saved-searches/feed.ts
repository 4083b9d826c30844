/** News of a saved search as an Atom feed (RFC 4287). */
import { generateAtomFeed } from 'feedsmith';
import type { Archive } from '../../archive/port.ts';
import { linksUnder, webUrl } from './letter.tsx';
import { type ToldArticle, toldNews } from './news.ts';
import type { OpenedSearch } from './saved.ts';

/** So many of the newest news. */
const ENTRIES = 100;

const escaped = (text: string) =>
  text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

const line = (one: ToldArticle) =>
  [one.newspaperName ?? 'Không rõ báo', one.headline].map(escaped).join(': ');

/**
 * One entry an original, its reprints as lines in it: a reprint that comes later brings the entry up to date.
 * @param self the address under which it is read
 */
export async function newsFeed(
  parts: {
    readonly archive: Pick<Archive, 'savedSearches' | 'articles'>;
    readonly newspaperName: (id: string) => string;
  },
  search: OpenedSearch,
  self: string,
): Promise<string> {
  const { items } = await parts.archive.savedSearches.news(search.id, null, ENTRIES);
  const { articles, notices } = await toldNews(parts, items);
  const links = linksUnder(new URL('/', self).href, search.id);
  const id = (part: string) => `urn:diembao:saved:${search.id}:${part}`;
  const entries = [
    ...articles.map((one) => {
      const updated =
        [one, ...one.reprints]
          .map(({ at }) => at)
          .sort()
          .at(-1) ?? one.at;
      const reprints = one.reprints
        .map((reprint) => `<li>Đăng lại: ${line(reprint)}</li>`)
        .join('');
      const href = links.articleUrl(one.id);
      const source = webUrl(one.url);
      return {
        id: id(one.id),
        title: { value: one.headline, type: 'text' },
        updated: new Date(updated),
        ...(one.publishedAt ? { published: new Date(one.publishedAt) } : {}),
        links: [
          ...(href ? [{ href, rel: 'alternate', type: 'text/html' }] : []),
          ...(source ? [{ href: source, rel: 'via' }] : []),
        ],
        authors: [{ name: one.newspaperName ?? 'Không rõ báo' }],
        content: {
          type: 'html',
          value: `<p>${escaped(one.sapo ?? '')}</p>${reprints ? `<ul>${reprints}</ul>` : ''}`,
        },
      };
    }),
    ...notices.map(({ kind, text, at }) => ({
      id: id(`${kind}:${at}`),
      title: { value: text, type: 'text' },
      updated: new Date(at),
      authors: [{ name: 'Điểm Báo' }],
      content: { type: 'text', value: text },
    })),
  ].sort((a, b) => b.updated.getTime() - a.updated.getTime());
  return generateAtomFeed({
    id: id('feed'),
    title: { value: `${search.name} - Điểm Báo`, type: 'text' },
    updated: entries[0]?.updated ?? new Date(search.madeAt),
    links: [
      { href: self, rel: 'self', type: 'application/atom+xml' },
      ...(links.searchUrl ? [{ href: links.searchUrl, rel: 'alternate', type: 'text/html' }] : []),
    ],
    generator: { text: 'Điểm Báo' },
    entries,
  });
}
