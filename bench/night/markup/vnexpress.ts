import { code, head, type Markup, menu, paragraphs } from './page.ts';

/** VnExpress's own: writers sign the last paragraph. */
export const vnexpress: Markup = {
  family: 'vnexpress',
  path: ({ number }, slug) => `/${slug}-${4_950_000 + number}.html`,
  page: (parts) => {
    const { story, related } = parts;
    const meta = `<meta itemprop="datePublished" name="pubdate" content="${story.publishedAt}+07:00">`;
    const picture =
      story.caption === null
        ? ''
        : `<figure class="tplCaption"><div class="fig-picture"><img class="lazy" alt="" src="/anh/${story.number}.jpg"></div><figcaption><p class="Image">${story.caption}</p></figcaption></figure>`;
    return `${head(parts, meta)}<body>${menu}<ul class="breadcrumb"><li><a href="/muc">${story.section}</a></li></ul><h1 class="title-detail">${story.headline}</h1><p class="description">${story.sapo}</p>
<article class="fck_detail ">${picture}${paragraphs(story.paragraphs)}${story.author === null ? '' : `<p class="Normal" style="text-align:right;"><strong>${story.author}</strong></p>`}<span id="article-end"></span></article>
<div class="box-category">${related.map((link) => vnexpress.link(link)).join('')}</div>${menu}${code}</body></html>`;
  },
  link: ({ href, title }) => `<h3><a href="${href}">${title}</a></h3>`,
};
