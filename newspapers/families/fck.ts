import { defineFamily } from '../define.ts';

/** The "-a123.html" CMS: `#newscontents .content-fck`, a <base> that points into /static/templates/. */
export default defineFamily({
  id: 'fck',
  name: '-a<ID>.html',
  fingerprint: {
    order: 30,
    css: ['#newscontents', '.content-fck'],
    url: ['-a\\d+\\.html$'],
  },
  article: { pattern: '-a(\\d+)\\.html$', identity: '/-a$1' },
  discover: [{ listing: '/', links: 'a.title, a.news-title, .article-item h3 a' }],
  layouts: [
    {
      name: 'article',
      when: '#newscontents, .content-fck, .content-fck-font-size, #contentNews, .singular-content',
      fields: {
        headline: [
          { css: 'h1.fw700' },
          { css: 'h1.margintopbot10' },
          { css: 'h1.title' },
          { jsonLd: 'headline' },
          { jsonLd: 'name' },
          { meta: 'og:title' },
        ],
        sapo: [{ css: 'h4.sapo, p.sapo' }, { css: '.detail-desc p' }],
        authors: [{ css: 'p.author.ignore' }, { reader: 'signed-at-end' }],
        publishedAt: [
          { css: 'span.pubdate', form: 'day-first' },
          { css: 'div.pubdate', form: 'day-first' },
          { css: 'div.ngaycapnhat', form: 'day-first' },
          { jsonLd: 'datePublished', form: 'iso' },
        ],
        updatedAt: [{ jsonLd: 'dateModified', form: 'iso' }],
      },
      body: {
        container: [
          '#newscontents .content-fck',
          '.content-fck-font-size',
          '.content-fck',
          '#contentNews',
          '.singular-content',
          '#newscontents',
          '.content-detail',
        ],
        drop: [
          'h4.sapo',
          'p.sapo',
          '.detail-desc',
          'p.author.ignore',
          '.detail-related',
          '.news-relate',
          '.tinlienquan',
        ],
      },
    },
  ],
});
