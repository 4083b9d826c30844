import { defineFamily } from '../define.ts';

/** ePi, also called Hemera: `cms-*`, `article__*` and `story__*` classes, URLs `…-post123456.html`. */
export default defineFamily({
  id: 'epi',
  name: 'ePi (Hemera)',
  fingerprint: {
    order: 20,
    css: ['.cms-title', '.article__sapo.cms-desc', '.article__body'],
    html: ['cmsConfig\\s*=\\s*\\{'],
    url: ['-post\\d+\\.(?:html|amp|tpo|vnp)$'],
  },
  article: {
    pattern: '-post(\\d+)\\.(?:html|tpo|vnp)$',
    twins: ['^/post-?(\\d+)\\.(?:html|tpo|vnp)$', '-post(\\d+)\\.amp$'],
    exclude: ['^/(?:en|fr|zh|ru|es|print)/'],
    identity: '/-post$1',
  },
  discover: [
    { feed: '/rss/home.rss' },
    { sitemap: '/sitemap.xml' },
    { listing: '/', links: 'article.story a.cms-link' },
  ],
  layouts: [
    {
      name: 'article',
      when: 'h1.cms-title, h1.article__title, h1.article__header, .cms-title, .article__body',
      fields: {
        headline: [
          { css: 'h1.cms-title' },
          { css: 'h1.article__title, h1.article__header' },
          { css: '.article__header .cms-title, .article__title.cms-title' },
          { jsonLd: 'headline' },
          { meta: 'og:title' },
        ],
        sapo: [{ css: '.article__sapo.cms-desc' }, { css: '.article__sapo' }, { css: '.cms-desc' }],
        authors: [
          { css: '.article__meta .cms-author, .article__author .cms-author' },
          { css: '.cms-author' },
          { css: '.article__meta .author' },
          { css: '.article__author' },
          { meta: 'dable:author' },
          { reader: 'json-ld-author' },
          { reader: 'signed-at-end' },
        ],
        section: [
          { meta: 'article:section' },
          { css: '.breadcrumbs .main-cate a, .breadcrumb .main-cate a' },
        ],
        tags: [{ css: '.article__tag a' }, { meta: 'article:tag' }],
        publishedAt: [
          { jsonLd: 'datePublished', form: 'iso' },
          { meta: 'article:published_time', form: 'iso' },
          { css: '.article__meta time[datetime]', attr: 'datetime', form: 'iso' },
          { css: '.article__meta meta.cms-date', attr: 'content', form: 'iso' },
          { css: '.article__meta time', form: 'day-first' },
          { css: '.article__meta time[data-time]', attr: 'data-time', form: 'epoch' },
          { css: '.article__meta .time', form: 'day-first' },
        ],
        updatedAt: [
          { jsonLd: 'dateModified', form: 'iso' },
          { meta: 'article:modified_time', form: 'iso' },
        ],
      },
      body: {
        container: [
          '.article__body[itemprop=articleBody]',
          '.article__body.cms-body',
          '.article__body.zce-content-body',
          '.article__body',
          '.zce-content-body',
        ],
        lead: ['figure.article__avatar', 'figure.article-avatar'],
        drop: [
          '.article__sapo',
          '.article__list',
          '.article__tag',
          '.article__meta',
          '.article__social',
          '.article__author',
          '.article__source',
          'article.story',
          'a.cms-relate',
          '.related-news',
          '.ads_middle',
          '[id^=adsWeb_]',
          '.banner',
          '.tts-player',
          '.hidden-player',
        ],
      },
    },
  ],
});
