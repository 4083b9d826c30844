import { code, head, type Markup, menu, paragraphs } from './page.ts';

/** No known CMS: schema.org's microdata and nothing else. */
export const oneOff: Markup = {
  family: 'one-off',
  path: ({ number }, slug) => `/bai/${number}-${slug}`,
  page: (parts) => {
    const { story, related } = parts;
    const picture =
      story.caption === null
        ? ''
        : `<figure><img src="/anh/${story.number}.jpg" alt="anh.jpg"><figcaption>${story.caption}</figcaption></figure>`;
    return `${head(parts, `<meta property="article:section" content="${story.section}">`)}<body>${menu}<article itemscope itemtype="https://schema.org/NewsArticle"><h2 itemprop="headline">${story.headline}</h2><meta itemprop="datePublished" content="${story.publishedAt}+07:00">
<div itemprop="articleBody">${picture}${paragraphs([story.sapo, ...story.paragraphs])}</div></article><aside>${related.map((link) => oneOff.link(link)).join('')}</aside>${menu}${code}</body></html>`;
  },
  link: ({ href, title }) => `<p class="more"><a href="${href}">${title}</a></p>`,
};
