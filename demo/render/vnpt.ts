/** Pages in the markup of the "/YYYYMM/" system: no metadata, a hidden #page_info, the date only as printed. */
import { type DemoArticle, slug } from '../article.ts';
import { escapeHtml, related, type Site } from './html.ts';

const identifier = (article: DemoArticle) => article.number.toString(16).padStart(7, '0');

const image = (article: DemoArticle, name: string) =>
  `/file/${'0123456789abcdef'.repeat(2)}/${article.publishedAt.slice(5, 7)}${article.publishedAt.slice(0, 4)}/${name.replace('.jpg', `_${article.publishedAt.replace(/\D/g, '')}00.jpg`)}`;

/** `2023-05-26T08:00` -> "08:00, 26/05/2023". */
function printed(publishedAt: string): string {
  const [date = '', time = ''] = publishedAt.split('T');
  return `${time}, ${date.split('-').reverse().join('/')}`;
}

function part(article: DemoArticle, one: DemoArticle['body'][number]): string {
  if (typeof one === 'string') return `<p>${escapeHtml(one)}</p>`;
  if ('heading' in one) return `<p><strong>${escapeHtml(one.heading)}</strong></p>`;
  const credit = one.credit === null ? '' : ` (Ảnh: ${one.credit})`;
  const caption =
    one.caption === null
      ? ''
      : `<tr><td><p><span style="color:#0000ff;font-size:13px">${escapeHtml(one.caption + credit)}</span></p></td></tr>`;
  return `<table align="center"><tbody><tr><td><img src="${image(article, one.image)}" alt=""></td></tr>${caption}</tbody></table>`;
}

const link = (site: Site, one: DemoArticle) =>
  `<h3 class="name"><a href="${site.origin}${site.path(one)}">${escapeHtml(one.headline)}</a></h3>`;

const open = (site: Site, title: string) =>
  `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${escapeHtml(title)}</title><meta property="og:url" content="http://baocu.test/95/64112/"></head>
<body><div class="header"><h1><a href="/">${escapeHtml(site.name)} Online</a></h1><div class="date-now" id="datenow">Thứ 2, 21/10/2024</div></div>`;

const close = '<div class="footer">Tờ báo mẫu, không có thật.</div></body></html>';

export const vnpt = {
  path: (article: DemoArticle) =>
    `/${slug(article.section)}/${article.publishedAt.slice(0, 7).replace('-', '')}/${slug(article.headline)}-${identifier(article)}/`,

  article: (site: Site, article: DemoArticle): string =>
    `${open(site, article.headline)}
<div id="page_info" style="display:none"><input id="article_id" value="${identifier(article)}"><input id="article_title" value="${escapeHtml(article.headline)}"><input id="cate_title" value="${escapeHtml(article.section)}"></div>
<div class="detail-main"><div class="detail-main-title"><h1 class="title">${escapeHtml(article.headline)}</h1></div>
<div class="group-time"><time>${printed(article.publishedAt)}</time></div><div class="group-caption"><p class="caption"></p></div>
<div class="content-reply"><div class="reply">${escapeHtml(article.sapo)}</div></div>
<div id="content" class="content-detail"><div class="td-post-content">
${article.body.map((one) => part(article, one)).join('\n<p>&nbsp;</p>\n')}
</div><div class="content-author"><p class="author">${escapeHtml(article.author ?? 'Bút danh')}</p></div>
<div class="tags-box"><div class="tags">${article.tags.map((tag) => `<a href="/tag/">${escapeHtml(tag)}</a>`).join('')}</div></div>
<div class="related-post"><h4>Tin liên quan</h4>${related(site, article)
      .map((one) => link(site, one))
      .join('')}</div></div></div>${close}`,

  listing: (site: Site, articles: readonly DemoArticle[]): string =>
    `${open(site, site.name)}<div class="list">${articles.map((one) => link(site, one)).join('')}</div><a id="loadmore" data-start="20">Xem thêm</a>${close}`,
};
