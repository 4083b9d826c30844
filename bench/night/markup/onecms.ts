import { code, dayFirst, head, hour, type Markup, menu, paragraphs } from './page.ts';

/** OneCMS: the lead inside the body, the date in a script and, in US order, in a <meta>. */
export const onecms: Markup = {
  family: 'onecms',
  path: ({ number }, slug) => `/${slug}-${10_200_000 + number}.html`,
  page: (parts) => {
    const { story, lost, related, name, origin } = parts;
    const dated = lost !== 'date';
    const meta = `<meta property="og:title" content="${story.headline}"><meta name="article:section" content="${story.section}">${dated ? `<script>var onecms = {'articleId': '${10_200_000 + story.number}', 'articlePublishDate': '${story.publishedAt}+07:00'};</script>` : ''}`;
    const picture =
      story.caption === null
        ? ''
        : `<figure><img src="${origin}/bna.1cdn.vn/${story.number}.jpg" alt="anh.jpg"><figcaption>  ${story.caption}  </figcaption></figure>`;
    return `${head(parts, meta)}<body class="onecms__page"><div class="c-header"><a class="c-logo" href="/">${name}</a><span class="onecms__currentTime">Thứ năm</span>${menu}</div>
<div class="b-maincontent"><article class="entry entry-no-padding"><div class="sc-longform-header"><h1 class="sc-longform-header-title">${story.headline}</h1><div class="sc-longform-header-meta"><span class="sc-longform-header-author">${story.author ?? ''}</span>${dated ? `<span class="sc-longform-header-date">${dayFirst(story.publishedAt)} ${hour(story.publishedAt)}</span>` : ''}</div><p class="sc-longform-header-sapo">${story.sapo}</p></div>
${picture}${paragraphs(story.paragraphs)}
<div class="c-box"><div class="c-box__title">Bài liên quan</div>${related.map((link) => onecms.link(link)).join('')}</div></article></div>
<div class="c-footer">${menu}${code}</div></body></html>`;
  },
  link: ({ href, title }) =>
    `<div class="b-grid"><div class="b-grid__content"><h3 class="b-grid__title"><a href="${href}">${title}</a></h3></div></div>`,
};
