/** News of a saved search as they are told: originals, each with its reprints as lines under it. */
import { z } from 'zod';
import type { Archive, StoredArticle } from '../../archive/port.ts';
import type { SavedNews } from '../../archive/saved-searches-port.ts';
import { day as printed } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';

export interface ToldArticle {
  readonly id: string;
  readonly headline: string;
  readonly newspaper: string | null;
  readonly newspaperName: string | null;
  /** `YYYY-MM-DDTHH:mm:ss+07:00`, as exact as known. */
  readonly publishedAt: string | null;
  readonly sapo: string | null;
  /** At its newspaper. */
  readonly url: string | null;
  /** When it became news. */
  readonly at: string;
}

export interface ToldOriginal extends ToldArticle {
  /** It is not new itself: it was told before, or stood in the archive before the search was saved. */
  readonly before: boolean;
  /** New ones. */
  readonly reprints: readonly ToldArticle[];
}

export interface ToldNotice {
  readonly kind: 'more' | 'nothing';
  readonly text: string;
  readonly at: string;
}

export interface ToldNews {
  readonly articles: readonly ToldOriginal[];
  readonly notices: readonly ToldNotice[];
}

type Parts = {
  readonly archive: { readonly articles: Pick<Archive['articles'], 'getMany'> };
  readonly newspaperName: (id: string) => string;
};

const Detail = z.union([
  z.object({ day: z.string(), found: z.int(), best: z.int() }),
  z.object({ day: z.string().nullable(), before: z.int() }),
]);

/** What an unusual run is told as. */
function noticeOf({ kind, detail, at }: SavedNews): ToldNotice[] {
  if (kind === 'article') return [];
  const figures = Detail.parse(JSON.parse(detail ?? '{}'));
  if ('found' in figures) {
    const { day, found, best } = figures;
    const text = t(
      'Nhiều hơn hẳn thường lệ: ngày {day} đã có {n} bài mới; trong các ngày gần đây ngày nhiều nhất có {best} bài.',
      { day: printed(day), n: found, best },
    );
    return [{ kind, text, at }];
  }
  const { day, before } = figures;
  const text = day
    ? t(
        'Ngày {day} không có bài mới nào, dù bảy ngày trước đó ngày nào cũng có (tổng cộng {n} bài). Có thể việc thu thập gặp trục trặc: xem trang Tình trạng.',
        { day: printed(day), n: before },
      )
    : t(
        'Lần chạy này không tìm thấy bài nào trong cả kho, lần trước còn {n} bài. Có thể chỉ mục hoặc câu hỏi đã khác: hãy tìm thử lại.',
        { n: before },
      );
  return [{ kind, text, at }];
}

/** @param news in any order; originals come in the order in which they or their first reprints became news */
export async function toldNews(parts: Parts, news: readonly SavedNews[]): Promise<ToldNews> {
  const ordered = news.toSorted((a, b) => a.number - b.number);
  const at = new Map(ordered.flatMap((one) => (one.article ? [[one.article, one.at]] : [])));
  const stored = await parts.archive.articles.getMany([...at.keys()]);
  const byId = new Map(stored.map((one) => [one.article.id, one]));
  const absent = stored.flatMap(({ original }) =>
    original !== null && !byId.has(original) ? [original] : [],
  );
  for (const one of await parts.archive.articles.getMany([...new Set(absent)]))
    byId.set(one.article.id, one);
  const told = ({ article }: StoredArticle): ToldArticle => ({
    id: article.id,
    headline: article.headline ?? '(không có tiêu đề)',
    newspaper: article.newspaper,
    newspaperName: article.newspaper === null ? null : parts.newspaperName(article.newspaper),
    publishedAt: article.publishedAt,
    sapo: article.sapo,
    url: article.url,
    at: at.get(article.id) ?? '',
  });
  const originals = new Map<
    string,
    { readonly original: StoredArticle; reprints: ToldArticle[] }
  >();
  for (const id of at.keys()) {
    const one = byId.get(id);
    if (!one) continue;
    const original = (one.original === null ? null : byId.get(one.original)) ?? one;
    const entry = originals.get(original.article.id) ?? { original, reprints: [] };
    if (original !== one) entry.reprints.push(told(one));
    originals.set(original.article.id, entry);
  }
  return {
    articles: [...originals.values()].map(({ original, reprints }) => ({
      ...told(original),
      at: at.get(original.article.id) ?? reprints.at(-1)?.at ?? '',
      before: !at.has(original.article.id),
      reprints,
    })),
    notices: ordered.flatMap(noticeOf),
  };
}

/** "3 bài mới: Cầu treo" */
export function titleOf(name: string, { articles, notices }: ToldNews): string {
  const fresh = articles.filter(({ before }) => !before).length;
  const reprints = articles.reduce((sum, one) => sum + one.reprints.length, 0);
  const parts = [
    ...(fresh > 0 ? [`${fresh} bài mới`] : []),
    ...(reprints > 0 ? [`${reprints} bản đăng lại`] : []),
    ...(fresh + reprints === 0 && notices.length > 0 ? ['Lưu ý'] : []),
  ];
  // A line end in a name must not begin a header of its own.
  return `${parts.join(', ')}: ${name}`.replace(/[\r\n]+/gu, ' ');
}
