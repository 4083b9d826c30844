import { code, head, type Markup, menu, paragraphs } from './page.ts';

/** "#content-detail": the lead is the first bold paragraph, the last one is signed. */
export const contentDetail: Markup = {
  family: 'content-detail',
  path: ({ number }, slug) => `/${slug}-${3_400_000 + number}.html`,
  page: (parts) => {
    const { story, related } = parts;
    const meta = `<meta property="og:title" content="${story.headline}"><meta property="article:published_time" content="${story.publishedAt}+07:00">`;
    const picture =
      story.caption === null
        ? ''
        : `<p style="text-align:center"><img src="/grey.gif" data-src="/upload/${story.number}.jpg" alt=""></p><p style="text-align:center"><em>${story.caption}</em></p>`;
    return `${head(parts, meta)}<body><div class="header"><h1><a class="logo" href="/"><img src="/logo.png" alt="logo.png"></a></h1>${menu}</div>
<main><h1 class="card-title">${story.headline}</h1><div id="content-detail"><p><strong>${story.sapo}</strong></p>${picture}
${paragraphs(story.paragraphs)}${story.author === null ? '' : `<p style="text-align:right"><strong>${story.author}</strong></p>`}</div>
<div class="block-news-list"><h3>Cùng chuyên mục</h3>${related.map((link) => contentDetail.link(link)).join('')}</div></main>${menu}${code}</body></html>`;
  },
  link: ({ href, title }) => `<article class="card"><a href="${href}">${title}</a></article>`,
};
