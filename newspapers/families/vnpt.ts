import { defineFamily } from '../define.ts';

/** The "/YYYYMM/" CMS: `/thoi-su/202309/slug-0a1b2c3/`, a hidden `#page_info`. No metadata in the head. */
export default defineFamily({
  id: 'vnpt',
  name: '/YYYYMM/ (VNPT-like)',
  fingerprint: {
    order: 40,
    css: ['#page_info'],
    url: ['/\\d{6}/[a-z0-9-]+-[0-9a-f]{7}/?$'],
  },
  article: {
    pattern: '/(\\d{6})/[a-z0-9-]+-([0-9a-f]{7})/?$',
    identity: '/$1/-$2',
  },
  discover: [
    {
      listing: '/',
      links: 'a.title1, a.title2, a.title3, a.title4, a.title5, a.h2, a.h3, a.card-img, h3.name a',
    },
  ],
  layouts: [
    {
      name: 'v2',
      when: '.detail-main-title h1.title, #content.content-detail',
      fields: {
        headline: [
          { css: '.detail-main-title h1.title' },
          { css: '#article_title', attr: 'value' },
          { css: '#article_title' },
          { meta: 'og:title' },
        ],
        sapo: [{ css: '.content-reply .reply' }, { css: 'div.desc' }, { reader: 'lead-paragraph' }],
        authors: [{ css: 'p.author' }],
        section: [{ css: '#cate_title', attr: 'value' }, { css: '#cate_title' }],
        tags: [{ css: '.tags-box .tags a' }],
        publishedAt: [
          { css: '.group-time time', form: 'day-first' },
          { css: '#date, div.date', form: 'day-first' },
          { url: '/(\\d{6})/', form: 'year-month' },
        ],
      },
      body: {
        container: [
          '#content.content-detail .td-post-content',
          '#content.content-detail',
          '.td-post-content',
        ],
        lead: ['.group-caption'],
        drop: [
          '.content-reply',
          '.content-author',
          '.after-author',
          'p.author',
          '.tags-box',
          '.related-post',
          '.box-tag',
          '.td-post-sharing',
          'table.rl',
          '.horizontal-post-box',
        ],
      },
    },
    {
      name: 'v1',
      when: '#page_info, div.article_content #content',
      fields: {
        headline: [
          { css: 'h2#title, #title' },
          { css: 'h1.media-heading' },
          { css: '#article_title', attr: 'value' },
          { css: '#article_title' },
          { meta: 'og:title' },
        ],
        sapo: [{ css: 'div.desc' }, { reader: 'lead-paragraph' }],
        authors: [{ css: 'p.author' }],
        section: [{ css: '#cate_title', attr: 'value' }, { css: '#cate_title' }],
        tags: [{ css: '.tags-box .tags a' }],
        publishedAt: [
          { css: '#date', form: 'day-first' },
          { css: 'div.date', form: 'day-first' },
          { url: '/(\\d{6})/', form: 'year-month' },
        ],
      },
      body: {
        container: ['div.article_content #content', '#content'],
        drop: [
          'div.desc',
          'p.author',
          '.tags-box',
          '.related-post',
          '.box-tag',
          '.td-post-sharing',
          'table.rl',
          '.horizontal-post-box',
        ],
      },
    },
  ],
});
