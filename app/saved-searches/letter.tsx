/** News of a saved search as an e-mail: text and HTML. */
import type { FC } from 'hono/jsx';
import { type ToldArticle, type ToldNews, titleOf } from './news.ts';

/** So many articles stand in one message; the page has the others. */
export const MOST_ARTICLES = 200;

export interface Linked {
  /** Of the saved search; null where readers have no address of this installation. */
  readonly searchUrl: string | null;
  readonly articleUrl: (id: string) => string | null;
}

/** Addresses under DIEMBAO_PUBLIC_URL. */
export function linksUnder(publicUrl: string | null, search: string): Linked {
  const at = (path: string) => (publicUrl === null ? null : new URL(path, publicUrl).href);
  return {
    searchUrl: at(`/tim-da-luu/${search}`),
    articleUrl: (id) => at(`/bai/${id}`),
  };
}

function day(moment: string | null): string {
  return moment === null ? 'không rõ ngày' : moment.slice(0, 10).split('-').reverse().join('/');
}

const about = ({ newspaperName, publishedAt }: ToldArticle) =>
  `${newspaperName ?? 'Không rõ báo'}, ${day(publishedAt)}`;

/** Only what a browser may open. */
export const webUrl = (url: string | null) =>
  url !== null && /^https?:\/\//iu.test(url) ? url : null;

export function letterText(name: string, news: ToldNews, links: Linked): string {
  const shown = news.articles.slice(0, MOST_ARTICLES);
  const more = news.articles.length - shown.length;
  const target = (one: ToldArticle) => links.articleUrl(one.id) ?? webUrl(one.url);
  return [
    titleOf(name, news),
    '',
    ...news.notices.flatMap(({ text }) => [`! ${text}`, '']),
    ...shown.flatMap((one, i) => [
      `${i + 1}. ${one.headline}`,
      `   ${about(one)}${one.before ? ' (đã báo trước, nay có bản đăng lại)' : ''}`,
      ...(target(one) ? [`   ${target(one)}`] : []),
      ...one.reprints.map(
        (reprint) => `   - đăng lại: ${about(reprint)}  ${target(reprint) ?? ''}`,
      ),
      '',
    ]),
    ...(more > 0 ? [`… và ${more} bài nữa.`, ''] : []),
    ...(links.searchUrl ? [`Tìm kiếm này: ${links.searchUrl}`] : []),
    'Điểm Báo gửi thư này vì có người lưu tìm kiếm và ghi địa chỉ của bạn.',
    '',
  ].join('\n');
}

const Line: FC<{ of: ToldArticle; links: Linked }> = ({ of, links }) => {
  const href = links.articleUrl(of.id) ?? webUrl(of.url);
  const source = webUrl(of.url);
  return (
    <>
      {href ? <a href={href}>{of.headline}</a> : of.headline} ({about(of)})
      {source && source !== href ? (
        <>
          {' '}
          <a href={source}>bản gốc</a>
        </>
      ) : null}
    </>
  );
};

const Letter: FC<{ name: string; news: ToldNews; links: Linked }> = ({ name, news, links }) => {
  const shown = news.articles.slice(0, MOST_ARTICLES);
  const more = news.articles.length - shown.length;
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <title>{titleOf(name, news)}</title>
      </head>
      <body style="font: 16px/1.5 sans-serif; max-width: 40em">
        <h1 style="font-size: 1.25em">{titleOf(name, news)}</h1>
        {news.notices.map(({ text }) => (
          <p style="border-left: 4px solid #b45309; padding-left: 0.75em">{text}</p>
        ))}
        <ol>
          {shown.map((one) => (
            <li style="margin-bottom: 0.75em">
              <b>
                <Line of={one} links={links} />
              </b>
              {one.before ? <div>đã báo trước, nay có bản đăng lại</div> : null}
              {one.sapo && !one.before ? <div>{one.sapo}</div> : null}
              {one.reprints.length > 0 ? (
                <ul>
                  {one.reprints.map((reprint) => (
                    <li>
                      đăng lại: <Line of={reprint} links={links} />
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          ))}
        </ol>
        {more > 0 ? <p>… và {more} bài nữa.</p> : null}
        <p>{links.searchUrl ? <a href={links.searchUrl}>Tìm kiếm này trong Điểm Báo</a> : null}</p>
        <p style="color: #555">
          Điểm Báo gửi thư này vì có người lưu tìm kiếm và ghi địa chỉ của bạn.
        </p>
      </body>
    </html>
  );
};

export const letterHtml = (name: string, news: ToldNews, links: Linked): string =>
  `<!doctype html>${String(Letter({ name, news, links }))}`;
