import { code, dayFirst, hour, type Markup, menu, type PageParts, paragraphs } from './page.ts';

const hex = (number: number) => (0x5a0_0000 + number).toString(16).padStart(7, '0');
const open = ({ story, name }: PageParts) =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${story.headline}</title>${code}</head><body><div class="header"><h1><a href="/">${name} Online</a></h1><div id="datenow">Thứ 2, 21/10/2024</div>${menu}</div>`;

/** The "/YYYYMM/" system, newer: no metadata, a hidden #page_info, everything as printed. */
export const vnptNew: Markup = {
  family: 'vnpt',
  path: ({ number, publishedAt }, slug) =>
    `/tin/${publishedAt.slice(0, 7).replace('-', '')}/${slug}-${hex(number)}/`,
  page: (parts) => {
    const { story, lost, related } = parts;
    const section = lost === 'section' ? '' : `<input id="cate_title" value="${story.section}">`;
    const picture =
      story.caption === null
        ? ''
        : `<table align="center"><tbody><tr><td><img src="/file/${story.number}.jpg" alt=""></td></tr><tr><td><p><span style="color:#0000ff">${story.caption}</span></p></td></tr></tbody></table>`;
    return `${open(parts)}
<div id="page_info" style="display:none"><input id="article_id" value="${hex(story.number)}"><input id="article_title" value="${story.headline}">${section}</div>
<div class="detail-main"><div class="detail-main-title"><h1 class="title">${story.headline}</h1></div>
<div class="group-time"><time>${hour(story.publishedAt)}, ${dayFirst(story.publishedAt)}</time></div>
<div class="content-reply"><div class="reply">${story.sapo}</div></div>
<div id="content" class="content-detail"><div class="td-post-content">${picture}
${paragraphs(story.paragraphs)}
</div>${story.author === null ? '' : `<div class="content-author"><p class="author">${story.author}</p></div>`}
<div class="related-post"><h4>Tin liên quan</h4>${related.map((link) => vnptNew.link(link)).join('')}</div></div></div>${code}</body></html>`;
  },
  link: ({ href, title }) => `<h3 class="name"><a href="${href}">${title}</a></h3>`,
};

/** The same, older: the lead is the first bold paragraph. */
export const vnptOld: Markup = {
  ...vnptNew,
  page: (parts) => {
    const { story, related } = parts;
    return `${open(parts)}<input type="hidden" id="page_info"><h2 id="title">${story.headline}</h2><div id="date">${dayFirst(story.publishedAt)} ${hour(story.publishedAt)}</div>
<div class="article_content"><div id="content"><p><strong>${story.sapo}</strong></p>
${paragraphs(story.paragraphs)}${story.author === null ? '' : `<p class="author">${story.author}</p>`}
<div class="related-post">${related.map((link) => vnptNew.link(link)).join('')}</div></div></div>${code}</body></html>`;
  },
};
