import { code, head, type Markup, menu, paragraphs } from './page.ts';

/** "#dcontent": some bodies are sent encrypted. */
export const dcontent: Markup = {
  family: 'dcontent',
  path: ({ number }, slug) => `/${slug}-${245_000 + number}.htm`,
  page: (parts) => {
    const { story, lost, related, name } = parts;
    const meta = `<meta property="og:title" content="${story.headline}"><meta property="article:published_time" content="${story.publishedAt}+07:00">`;
    const text = paragraphs(story.paragraphs);
    const body = lost === 'body' ? Buffer.from(`${story.number} ${text}`).toString('base64') : text;
    return `${head(parts, meta)}<body><div class="top"><a href="/">${name}</a>${menu}</div><h1>${story.headline}</h1><div class="sapo">${story.sapo}</div>
<div id="dcontent">${body}</div><div class="box-content">${related.map((link) => dcontent.link(link)).join('')}</div>${menu}${code}</body></html>`;
  },
  link: ({ href, title }) => `<li><a href="${href}">${title}</a></li>`,
};
