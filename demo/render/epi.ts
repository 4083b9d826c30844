/** Pages in the markup of the ePi family, with its traps: a logo in the first h1, a lead picture, lists inside. */
import { type DemoArticle, slug } from '../article.ts';
import { dayFirst, escapeHtml, related, type Site, sections } from './html.ts';

const image = (site: Site, article: DemoArticle, name: string, width: number) =>
  `${site.origin}/w${width}/Uploaded/2023/demo/${article.publishedAt.slice(0, 10).replaceAll('-', '_')}/${name}`;

const story = (site: Site, one: DemoArticle) => `
<article class="story" data-id="${one.number}">
<figure class="story__thumb"><a class="cms-link" href="${site.origin}${site.path(one)}" title="${escapeHtml(one.headline)}"><img src="/grey.gif" data-src="${image(site, one, 'thumb.jpg', 300)}" alt="${escapeHtml(one.headline)}"></a></figure>
<h3 class="story__heading"><a class="cms-link" href="${site.origin}${site.path(one)}" title="${escapeHtml(one.headline)}">${escapeHtml(one.headline)}</a></h3>
<div class="story__meta"><time datetime="${one.publishedAt}:00+0700">${dayFirst(one.publishedAt)}</time></div>
<div class="story__summary">${escapeHtml(one.sapo)}</div>
</article>`;

function part(site: Site, article: DemoArticle, one: DemoArticle['body'][number], lead: boolean) {
  if (typeof one === 'string') return `<p>${escapeHtml(one)}</p>`;
  if ('heading' in one) return `<h3>${escapeHtml(one.heading)}</h3>`;
  const src = image(site, article, one.image, 1000);
  // Without a caption this system repeats the headline as the picture's text.
  const alt = escapeHtml(one.caption ?? article.headline);
  const credit = one.credit === null ? '' : ` Ảnh: ${one.credit}`;
  if (lead && one.caption !== null)
    return `<figure class="article__avatar"><img class="cms-photo" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="${src}" cms-photo-caption="${alt}" alt="${alt}"></figure><p class="imgdesc"><em>${escapeHtml(one.caption + credit)}</em></p>`;
  const caption =
    one.caption === null
      ? ''
      : `<tr><td class="caption"><p>${escapeHtml(one.caption + credit)}</p></td></tr>`;
  return `<table class="picture" align="center"><tbody><tr><td class="pic"><img class="cms-photo" src="/grey.gif" data-src="${src}" alt="${alt}"></td></tr>${caption}</tbody></table>`;
}

function head(site: Site, title: string, article: DemoArticle | null): string {
  const menu = sections(site)
    .map(
      (name) => `<li><a class="menu-heading" href="/${slug(name)}/">${escapeHtml(name)}</a></li>`,
    )
    .join('');
  const meta = article
    ? `<link rel="canonical" href="${site.origin}${site.path(article)}">
<meta property="og:url" content="${site.origin}/post-${article.number}.html">
<meta property="og:title" content="${escapeHtml(article.headline)} ">
<meta property="og:description" content="${escapeHtml(article.sapo)}">
<meta property="article:published_time" content="${article.publishedAt}:00+0700">
<meta property="article:section" content="${escapeHtml(article.section)}">
<meta property="article:tag" content="${escapeHtml(article.tags.join(','))}">
<script type="application/ld+json">${JSON.stringify({ '@context': 'http://schema.org', '@type': 'Organization', name: site.name, url: site.origin })}</script>
<script type="application/ld+json">${JSON.stringify({ '@context': 'http://schema.org', '@type': 'NewsArticle', headline: article.headline, description: article.sapo, datePublished: `${article.publishedAt}:00+0700`, dateModified: `${article.publishedAt}:00+0700`, author: { '@type': 'Person', name: article.author ?? site.name } }).replaceAll('<', '\\u003c')}</script>`
    : '';
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="robots" content="index,follow,noarchive">${meta}
<script>var cmsConfig = {"domainApi": "${site.origin}"};${article ? `var contentId = ${article.number};` : ''}</script></head>
<body><header class="site-header"><h1><a class="site-logo" href="/" title="${escapeHtml(site.name)}"></a></h1><time id="fulltime" class="time-now">Thứ năm, 01/06/2023 07:00</time><ul class="menu">${menu}</ul></header>`;
}

const foot = (site: Site) =>
  `<footer class="site-footer"><p>${escapeHtml(site.name)}: tờ báo mẫu, không có thật.</p></footer></body></html>`;

export const epi = {
  path: (article: DemoArticle) => `/${slug(article.headline)}-post${article.number}.html`,

  article(site: Site, article: DemoArticle): string {
    const firstPicture = article.body.findIndex((one) => typeof one !== 'string' && 'image' in one);
    return `${head(site, article.headline, article)}
<main><div class="breadcrumb"><h2 class="main-cate"><a href="/${slug(article.section)}/">${escapeHtml(article.section)}</a></h2></div>
<div class="article"><h1 class="article__title cms-title">${escapeHtml(article.headline)}</h1>
<div class="article__meta"><div class="meta"><span class="author cms-author">${escapeHtml(article.author ?? '')}</span><time class="time" datetime="${article.publishedAt}:00+0700">${dayFirst(article.publishedAt)}</time></div></div>
<div class="tts-player"><span class="time">0:00</span></div>
<div class="article__sapo cms-desc">(Lamhong.test) - ${escapeHtml(article.sapo)}</div>
<div class="article__body cms-body" itemprop="articleBody">
${article.body.map((one, i) => part(site, article, one, i === firstPicture)).join('\n')}
<div class="ads_middle"><div id="adsWeb_1">Quảng cáo</div></div>
</div>
<div class="article__tag"><a href="/tag.html">${article.tags.map(escapeHtml).join('</a><a href="/tag.html">')}</a></div>
<div class="article__list"><h2>Đọc thêm</h2>${related(site, article)
      .map((one) => story(site, one))
      .join('')}</div></div></main>${foot(site)}`;
  },

  listing: (site: Site, articles: readonly DemoArticle[]): string =>
    `${head(site, site.name, null)}<main><div class="category-timeline"><div class="content-list" data-source="zone-timeline-1">${articles
      .map((one) => story(site, one))
      .join('')}</div></div></main>${foot(site)}`,
};
