import { defineFamily } from '../define.ts';

/** Related lists, boxes and empty layers that stand inside the body's container. */
const drop = [
  '.sc-longform-header',
  '.sc-empty-layer',
  '.c-box',
  '.sc-hightlight-box',
  '.onecms__tags',
  '.c-author-page',
  '.c-banner-inpage',
];

/** Where no layout's date is printed: the script is exact, the <meta> is in US order. */
const dates = {
  script: {
    script: '[\'"]articlePublishDate[\'"]\\s*:\\s*[\'"]([^\'"]+)[\'"]',
    form: 'iso',
  },
  iso: { meta: 'article:published_time', form: 'iso' },
  american: { meta: 'article:published_time', form: 'month-first-ampm' },
} as const;

const common = {
  section: [
    { meta: 'article:section' },
    { script: '[\'"]articleCategory[\'"]\\s*:\\s*[\'"]([^\'"]+)[\'"]' },
    { css: '.sc-longform-header-cate' },
  ],
  tags: [
    { css: '.onecms__tags a' },
    { script: '[\'"]articleTags[\'"]\\s*:\\s*[\'"]([^\'"]+)[\'"]' },
  ],
  original: [{ css: '.c-author-page #url-copy' }, { css: '#url-copy' }],
};

/** OneCMS: `sc-longform-*`, `c-detail-*` and `onecms__*` classes, pictures on `*.1cdn.vn`. */
export default defineFamily({
  id: 'onecms',
  name: 'OneCMS',
  fingerprint: {
    order: 10,
    css: [
      '.sc-longform-header',
      '.sc-longform-header-title',
      '.c-detail-head__title',
      '.b-maincontent .entry',
    ],
    html: ['\\b1cdn\\.vn/'],
  },
  article: {
    pattern: '-(\\d{7,8})\\.html$',
    twins: ['^/print/(\\d{7,8})\\.html$', '-(\\d{7,8})\\.amp$'],
    exclude: ['^/(?:en|fr|ru|cn|zh|lo|print)/', '-(?:event|ptag)\\d*\\.html$'],
    identity: '/-$1',
  },
  discover: [
    { listing: '/tin-moi-nhat', links: '.b-grid__title a, .b-grid__img a' },
    { listing: '/', links: '.b-grid__title a, .b-grid__img a' },
  ],
  layouts: [
    {
      name: 'longform',
      when: '.sc-longform-header-title',
      fields: {
        ...common,
        headline: [
          { css: 'h1.sc-longform-header-title' },
          { css: '.sc-longform-header-title' },
          { meta: 'og:title' },
        ],
        sapo: [{ css: '.sc-longform-header-sapo' }],
        authors: [
          { css: '.sc-longform-header-author' },
          { meta: 'dable:author' },
          { reader: 'signed-at-end' },
        ],
        publishedAt: [
          dates.script,
          dates.iso,
          { css: '.sc-longform-header-date', form: 'day-first' },
          dates.american,
        ],
      },
      body: {
        container: [
          '.b-maincontent .entry',
          '[itemprop=articleBody] .entry',
          '.entry[itemprop=articleBody]',
          '.b-maincontent [itemprop=articleBody]',
          '.b-maincontent',
        ],
        drop,
      },
    },
    {
      name: 'detail-head',
      when: '.c-detail-head__title, .b-maincontent .entry',
      fields: {
        ...common,
        headline: [
          { css: 'h1.c-detail-head__title' },
          { css: '.c-detail-head__title' },
          { meta: 'og:title' },
        ],
        sapo: [{ reader: 'lead-paragraph' }],
        authors: [
          { css: '.c-detail-head__author' },
          { meta: 'dable:author' },
          { reader: 'signed-at-end' },
        ],
        publishedAt: [
          dates.script,
          dates.iso,
          { css: '.c-detail-head__time', form: 'day-first' },
          dates.american,
        ],
      },
      body: {
        container: [
          '.b-maincontent .entry',
          '[itemprop=articleBody] .entry',
          '.entry[itemprop=articleBody]',
          '.b-maincontent',
        ],
        drop: ['.c-detail-head', ...drop],
      },
    },
  ],
});
