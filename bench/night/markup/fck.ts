import { code, dayFirst, hour, type Markup, menu, paragraphs } from './page.ts';

/** The "-a123.html" system: a <base> into the templates, the writer signs the text. */
export const fck: Markup = {
  family: 'fck',
  path: ({ number }, slug) => `/${slug}-a${100_000 + number}.html`,
  page: ({ story, lost, related, name, origin }) => {
    const picture =
      story.caption === null
        ? ''
        : `<table class="image"><tr><td><img src="/image/news/${story.number}.jpg"></td></tr><tr><td class="image_desc">${story.caption}</td></tr></table>`;
    return `<html><head><meta charset="utf-8"><title>${story.headline}</title><base href="${origin}/static/templates/version1/homepage/"><meta property="og:type" content="article">${code}</head><body>
<h1 class="breadcrumb"><a href="/">${name}</a></h1><div id="datenow">Thứ Hai, 01/02/2009</div>${menu}
<h1 class="fw700">${story.headline}</h1><span class="pubdate">${dayFirst(story.publishedAt)} - ${hour(story.publishedAt)}</span>
<div id="newscontents"><div class="content-fck"><h4 class="sapo">${story.sapo}</h4>${picture}
${paragraphs(story.paragraphs)}${story.author === null || lost === 'author' ? '' : `<p class="author ignore">${story.author}</p>`}
</div><div class="detail-related"><h3>Đọc thêm</h3>${related.map((link) => fck.link(link)).join('')}</div></div>${menu}${code}</body></html>`;
  },
  link: ({ href, title }) => `<div><a class="title" href="${href}">${title}</a></div>`,
};
