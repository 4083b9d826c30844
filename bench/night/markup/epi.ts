import { code, dayFirst, head, hour, jsonLd, type Markup, menu, paragraphs } from './page.ts';

/** ePi: sapo, meta line and body of their own; JSON-LD without author. */
export const epi: Markup = {
  family: 'epi',
  path: ({ number }, slug) => `/${slug}-post${300_000 + number}.html`,
  page: (parts) => {
    const { story, lost, related, name, origin } = parts;
    const at = `${story.publishedAt}+0700`;
    const meta = `<meta property="og:type" content="article"><meta property="og:title" content="${story.headline} "><meta property="og:url" content="${origin}/post-${300_000 + story.number}.html"><meta property="article:section" content="${story.section}"><meta property="article:published_time" content="${at}">${jsonLd({ headline: story.headline, datePublished: at })}<script>var cmsConfig = {"domainApi":"${origin}"};</script>`;
    const sapo = lost === 'sapo' ? 'article__lead' : 'article__sapo cms-desc';
    const picture =
      story.caption === null
        ? ''
        : `<table class="picture" align="center"><tbody><tr><td class="pic"><img class="cms-photo" src="/grey.gif" data-src="${origin}/anh/${story.number}.jpg" alt=""></td></tr><tr><td class="caption"><p>${story.caption}</p></td></tr></tbody></table>`;
    return `${head(parts, meta)}<body><header class="site-header"><h1><a class="site-logo" href="/" title="${name}"></a></h1>${menu}</header>
<ul class="breadcrumbs"><li class="main-cate"><a href="/muc/">${story.section}</a></li></ul>
<div class="article"><h1 class="article__title cms-title">${story.headline}</h1>
<div class="article__meta">${story.author === null ? '' : `<span class="author cms-author">${story.author}</span>`}<time class="time" datetime="${at}">${dayFirst(story.publishedAt)} ${hour(story.publishedAt)}</time></div>
<div class="${sapo}">${story.sapo}</div>
<div class="article__body cms-body" itemprop="articleBody">${picture}
${paragraphs(story.paragraphs)}
<div class="ads_middle"><div id="adsWeb_1">Quảng cáo</div></div></div>
<div class="article__list"><h2>Đọc thêm</h2>${related.map((link) => epi.link(link)).join('')}</div></div>
<footer>${menu}${code}</footer></body></html>`;
  },
  link: ({ href, title }) =>
    `<article class="story"><h2 class="story__heading"><a class="cms-link" href="${href}">${title}</a></h2></article>`,
};
