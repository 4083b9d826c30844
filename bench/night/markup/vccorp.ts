import { code, dayFirst, head, hour, type Markup, menu, paragraphs } from './page.ts';

/** VCCorp's: addresses hold the hour of publication. */
export const vccorp: Markup = {
  family: 'vccorp',
  path: ({ number, publishedAt }, slug) =>
    `/${slug}-${publishedAt.replace(/\D/gu, '').slice(0, 12)}${String(number).padStart(5, '0')}.htm`,
  page: (parts) => {
    const { story, lost, related, name } = parts;
    const meta = `<meta property="og:title" content="${story.headline}"><meta property="article:section" content="${story.section}">`;
    const text =
      lost === 'captions'
        ? ''
        : `<figcaption class="PhotoCMS_Caption"><p>${story.caption ?? ''}</p></figcaption>`;
    const picture =
      story.caption === null
        ? ''
        : `<figure class="VCSortableInPreviewMode" type="Photo"><div><img src="/zoom/${story.number}.jpg" alt=""></div>${text}</figure>`;
    return `${head(parts, meta)}<body><h1 class="logo"><a href="/" title="${name}"></a></h1>${menu}<h1 class="detail-title" data-role="title">${story.headline}</h1>
<div class="detail-time"><div data-role="publishdate">${dayFirst(story.publishedAt)} ${hour(story.publishedAt)} GMT+7</div></div><h2 class="detail-sapo" data-role="sapo">${story.sapo}</h2>
<div class="detail-cmain"><div class="detail-content afcbc-body" data-role="content" itemprop="articleBody">${picture}
${paragraphs(story.paragraphs)}</div></div>${story.author === null ? '' : `<div class="author-info"><a href="/tac-gia.htm">${story.author}</a></div>`}
<div class="box-stream">${related.map((link) => vccorp.link(link)).join('')}</div>${menu}${code}</body></html>`;
  },
  link: ({ href, title }) => `<h3><a href="${href}">${title}</a></h3>`,
};
