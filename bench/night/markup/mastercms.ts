import { code, dayFirst, head, hour, jsonLd, type Markup, menu, paragraphs } from './page.ts';

/** MasterCMS; where its layout is lost, what the page says of itself stays. */
export const mastercms: Markup = {
  family: 'mastercms',
  path: ({ number }, slug) => `/${slug}-${345_000 + number}.html`,
  page: (parts) => {
    const { story, lost, related, name } = parts;
    const at = `${story.publishedAt}+07:00`;
    const meta = `<meta property="og:title" content="${story.headline}"><meta property="og:description" content="${story.sapo}">${jsonLd({ headline: story.headline, description: story.sapo, datePublished: at })}`;
    const known = lost !== 'layout';
    return `${head(parts, meta)}<body><header><a href="/">${name}</a>${menu}</header><main><h1 class="${known ? 'post-title' : 'x1'}">${story.headline}</h1>
<span class="${known ? 'bx-time' : 'x2'}">${dayFirst(story.publishedAt)} ${hour(story.publishedAt)}</span><p class="${known ? 'detail-sapo' : 'x3'}">${story.sapo}</p>
<div class="${known ? 'post-content __MASTERCMS_CONTENT' : 'x4'}">${paragraphs(story.paragraphs)}</div></main>
<div class="article-detail-similar">${related.map((link) => mastercms.link(link)).join('')}</div><footer>${menu}${code}</footer></body></html>`;
  },
  link: ({ href, title }) => `<h3><a href="${href}">${title}</a></h3>`,
};
