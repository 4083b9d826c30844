/** Pages in OneCMS's markup, with its traps: the lead inside the body, a US-order <meta> date, a clock. */
import { type DemoArticle, slug } from '../article.ts';
import { dayFirst, escapeHtml, related, type Site } from './html.ts';

const identifier = (article: DemoArticle) => String(10_200_000 + article.number);

const image = (site: Site, article: DemoArticle, name: string) =>
  `${site.origin}/demo.1cdn.vn/${article.publishedAt.slice(0, 10).replaceAll('-', '/')}/${name}`;

/** `2023-05-26T15:04` -> "5/26/2023 3:04:00 PM". */
function american(publishedAt: string): string {
  const [date = '', time = ''] = publishedAt.split('T');
  const [year, month, day] = date.split('-').map(Number);
  const [hour = 0, minute] = time.split(':').map(Number);
  return `${month}/${day}/${year} ${hour % 12 || 12}:${String(minute).padStart(2, '0')}:00 ${hour < 12 ? 'AM' : 'PM'}`;
}

const card = (site: Site, one: DemoArticle) =>
  `<div class="b-grid"><div class="b-grid__img"><a href="${site.path(one)}"><img src="${image(site, one, 'thumb.jpg')}" alt="thumb.jpg"></a></div><div class="b-grid__content"><h3 class="b-grid__title"><a href="${site.path(one)}">${escapeHtml(one.headline)}</a></h3></div></div>`;

function part(site: Site, article: DemoArticle, one: DemoArticle['body'][number]): string {
  if (typeof one === 'string') return `<p>${escapeHtml(one)}</p>`;
  if ('heading' in one) return `<h2>${escapeHtml(one.heading)}</h2>`;
  const credit = one.credit === null ? '' : ` Ảnh: <em>${escapeHtml(one.credit)}</em>`;
  const caption =
    one.caption === null ? '' : `<figcaption>  ${escapeHtml(one.caption)}${credit}  </figcaption>`;
  return `<figure><img src="${image(site, article, one.image)}" alt="${one.image}">${caption}</figure>`;
}

const open = (site: Site, title: string, head: string) =>
  `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>${head}
<meta name="datetimenow" content="6/1/2023 7:00:00 AM"><link rel="stylesheet" href="${site.origin}/asset.1cdn.vn/onecms/all.css"></head>
<body class="onecms__page"><div class="c-header"><span class="onecms__currentTime">Thứ năm, 01/06/2023</span><a class="c-logo" href="/">${escapeHtml(site.name)}</a></div>`;

const close = '<div class="c-footer">Tờ báo mẫu, không có thật.</div></body></html>';

export const onecms = {
  path: (article: DemoArticle) => `/${slug(article.headline)}-${identifier(article)}.html`,

  article(site: Site, article: DemoArticle): string {
    const head = `<meta property="og:type" content="website"><meta property="og:title" content="${escapeHtml(article.headline)}">
<meta name="article:published_time" content="${american(article.publishedAt)}"><meta property="dable:item_id" content="${identifier(article)}"><meta property="dable:author" content="${escapeHtml(article.author ?? '')}">
<link rel="canonical" href="${site.origin}${site.path(article)}">`;
    const copy = article.copyOf
      ? `<div class="c-author-page"><p>Nguồn lamhong.test</p><input id="url-copy" value="http://lamhong.test/post-${article.copyOf.split(':')[1]}.html"></div>`
      : '';
    return `${open(site, article.headline, head)}
<script>var onecms = {'articleId': '${identifier(article)}', 'articlePublishDate': '${article.publishedAt}:00+07:00'};</script>
<div class="b-maincontent"><article class="entry entry-no-padding">
<div class="sc-longform-header"><div class="sc-longform-header-cate">${escapeHtml(article.section)}</div><h1 class="sc-longform-header-title">${escapeHtml(article.headline)}</h1>
<div class="sc-longform-header-meta"><span class="sc-longform-header-author">${escapeHtml(article.author ?? '')}</span><span class="sc-longform-header-date">${dayFirst(article.publishedAt)}</span></div>
<p class="sc-longform-header-sapo">${escapeHtml(article.sapo)}</p></div><div class="sc-empty-layer"></div>
${article.body.map((one) => part(site, article, one)).join('\n')}
<div class="c-box"><div class="c-box__title"><div class="c-box__title__name">Bài liên quan</div></div><div class="c-box__content">${related(
      site,
      article,
      3,
    )
      .map((one) => card(site, one))
      .join('')}</div></div>
</article>${copy}<div class="onecms__tags">${article.tags.map((tag) => `<a href="/x-ptag.html">${escapeHtml(tag)}</a>`).join('')}</div></div>
<div class="c-box"><div class="c-box__title__name">Đọc tiếp</div>${related(site, article)
      .map((one) => card(site, one))
      .join('')}</div>${close}`;
  },

  listing: (site: Site, articles: readonly DemoArticle[]): string =>
    `${open(site, site.name, '')}<div class="c-list">${articles.map((one) => card(site, one)).join('')}</div>${close}`,
};
