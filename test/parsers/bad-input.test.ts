import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { Article } from '../../core/article.ts';
import { OutcomeCode } from '../../core/outcomes.ts';
import { parsePage, parserStamp } from '../../parsers/index.ts';
import { MAX_PAGE_BYTES } from '../../parsers/page/unreadable.ts';
import { articlePage, PARAGRAPH, rawPage, read, registry, URL_OF_ARTICLE } from './page-of.ts';

const code = (...args: Parameters<typeof read>) => read(...args).outcome.code;

describe('a page ends in a named outcome', () => {
  it('article', () => {
    expect(code(articlePage())).toBe('article');
  });

  it('empty-body', () => {
    expect(code('')).toBe('empty-body');
    expect(code(' \r\n\t')).toBe('empty-body');
  });

  it('too-large', () => {
    expect(code(Buffer.alloc(MAX_PAGE_BYTES + 1, 'a'))).toBe('too-large');
    expect(code(articlePage({ head: `<meta charset=utf-8><!--${'x'.repeat(900_000)}-->` }))).toBe(
      'article',
    );
  });

  it('not-html', () => {
    expect(code('{"a":1}', { headers: { 'content-type': 'application/json' } })).toBe('not-html');
    expect(code('nothing but words')).toBe('not-html');
  });

  it('200 KB of rubbish', () => {
    const bytes = new Uint8Array(200_000).map((_, i) => (i * 7919 + (i >> 3)) % 256);
    expect(['bad-charset', 'not-html', 'not-an-article']).toContain(code(bytes));
    const text = '<<div class="></p <table><tr <a href=" \u0000 &#x; '.repeat(4500);
    expect(['not-an-article', 'layout-unknown']).toContain(code(text));
  });

  it('blocked', () => {
    const cookie =
      '<html><body><script>document.cookie="D1N=0a1b";location.reload()</script></body></html>';
    expect(code(cookie)).toBe('blocked');
    expect(code('<html><title>Just a moment...</title></html>')).toBe('blocked');
    expect(code(articlePage(), { status: 403 })).toBe('blocked');
    expect(code(articlePage({ body: `${PARAGRAPH}<script>document.cookie="a=1"</script>` }))).toBe(
      'article',
    );
  });

  it('not-an-article', () => {
    const list =
      '<html><body><article class="story"><a class="cms-link" href="/a-post1.html">A</a></article></body></html>';
    expect(code(list, { url: 'https://baohatinh.vn/chinh-tri/' })).toBe('not-an-article');
    expect(code(list, { url: 'https://unknown.example/' })).toBe('not-an-article');
    expect(code(articlePage(), { url: 'https://baohatinh.vn/tv/ban-tin-post9.html' })).toBe(
      'not-an-article',
    );
    expect(code(articlePage({ body: '' }), { url: 'https://baohatinh.vn/chinh-tri/' })).toBe(
      'not-an-article',
    );
  });

  it('layout-unknown', () => {
    expect(code('<html><body><h1>Bài</h1><p>Chữ</p></body></html>')).toBe('layout-unknown');
    const news =
      '<html><head><script type="application/ld+json">{"@type":"NewsArticle"}</script></head><body>';
    expect(code(news, { url: 'https://unknown.example/x' })).toBe('layout-unknown');
  });

  it('headline-missing keeps the text', () => {
    const { outcome, article } = read(
      `<meta charset=utf-8><div class="article__body">${PARAGRAPH}</div>`,
    );
    expect(outcome.code).toBe('headline-missing');
    expect(article?.headline).toBeNull();
    expect(article?.blocks).toHaveLength(1);
  });

  it('body-missing: encrypted text is no text, and the sidebar never stands in for it', () => {
    const line = 'TG9yZW0gaXBzdW0gZG9sb3Igc2l0IGFtZXQgY29uc2VjdGV0dXIgYWRpcGlzY2luZyBlbGl0Cg==';
    const { outcome, article } = read(
      `${articlePage({ body: `<p>${line}</p>` })}<aside>${PARAGRAPH}</aside>`,
    );
    expect(outcome.code).toBe('body-missing');
    expect(article?.headline).toBe('Tiêu đề của bài');
    expect(article?.blocks).toEqual([]);
    expect(article?.stamps.missing).toHaveProperty('blocks');
  });

  it('parser-failed instead of a throw', () => {
    const { outcome } = read(articlePage(), { finalUrl: 'no address' });
    expect(outcome.code).toBe('parser-failed');
  });

  it('deep nesting', () => {
    const deep = '<div>'.repeat(4_000);
    expect(code(articlePage({ body: deep + PARAGRAPH }))).toBe('layout-unknown');
    expect(code(articlePage({ body: '<div></p>'.repeat(4_000) }))).toBe('layout-unknown');
  });
});

describe('dates that cannot be', () => {
  it('of tomorrow: the article stays, its date does not', () => {
    const { outcome, article } = read(articlePage({ date: '07/05/2026 09:18' }));
    expect(outcome.code).toBe('future-date');
    expect(outcome.message).toContain('2026-05-07');
    expect(article?.publishedAt).toBeNull();
    expect(article?.blocks).toHaveLength(1);
  });

  it('a few minutes ahead are the clocks', () => {
    expect(read(articlePage({ date: '06/05/2026 07:08' })).article?.publishedAt).toBe(
      '2026-05-06T07:08:00+07:00',
    );
    expect(code(articlePage({ date: '06/05/2026 07:11' }))).toBe('future-date');
  });

  it.each(['05/13/2026 09:18', '31/02/2026', '05/05/2026 25:10'])('%s', (date) => {
    const { outcome, article } = read(articlePage({ date }));
    expect(outcome.code).toBe('bad-date');
    expect(outcome.message).toContain(date);
    expect(article?.publishedAt).toBeNull();
    expect(article?.stamps.missing).toHaveProperty('publishedAt');
  });

  it('a day in the metadata takes its hour from the visible date of that day only', () => {
    const head =
      '<meta charset="utf-8"><meta property="article:published_time" content="2026-05-05">';
    expect(read(articlePage({ head })).article).toMatchObject({
      publishedAt: '2026-05-05T09:18:00+07:00',
      publishedPrecision: 'minute',
    });
    expect(read(articlePage({ head, date: '04/05/2026 09:18' })).article).toMatchObject({
      publishedAt: '2026-05-05T00:00:00+07:00',
      publishedPrecision: 'day',
    });
  });

  it('none at all is no fault of the page, but has its reason', () => {
    const { outcome, article } = read(articlePage({ date: 'hôm ấy' }));
    expect(outcome.code).toBe('article');
    expect(article?.stamps.missing.publishedAt).toBe('no rule found a date');
  });
});

describe('charsets', () => {
  const html = (charset: string) => articlePage({ head: `<meta charset="${charset}">` });

  it('a byte-order mark beats all', () => {
    for (const charset of ['utf-16le', 'utf-16be', 'utf-8']) {
      const bytes = iconv.encode(html('windows-1252'), charset, { addBOM: true });
      expect(read(bytes).article?.headline).toBe('Tiêu đề của bài');
    }
  });

  it('the header, then <meta>', () => {
    const text = articlePage({
      headline: 'Café à Huê',
      head: '<meta charset="windows-1252">',
    }).replace(/[^\u0000-\u00ff]/gu, 'x');
    const bytes = iconv.encode(text, 'windows-1252');
    expect(read(bytes).article?.headline).toBe('Café à Huê');
    const headers = { 'content-type': 'text/html; charset=windows-1252' };
    const lying = iconv.encode(text.replace('windows-1252', 'utf-8'), 'windows-1252');
    expect(read(lying, { headers }).article?.headline).toBe('Café à Huê');
  });

  it('a header that lies about UTF-8 is not believed', () => {
    const headers = { 'content-type': 'text/html; charset=iso-8859-1' };
    expect(read(html('utf-8'), { headers }).article?.headline).toBe('Tiêu đề của bài');
  });

  it('windows-1258 is joined to NFC', () => {
    const bytes = iconv.encode(articlePage().normalize('NFD'), 'windows-1258');
    const { article } = read(bytes, {
      headers: { 'content-type': 'text/html; charset=windows-1258' },
    });
    expect(article?.headline).toBe(article?.headline?.normalize('NFC'));
  });

  it('bad-charset', () => {
    expect(code(iconv.encode(articlePage(), 'utf-16le'))).toBe('bad-charset');
    const unknown = { headers: { 'content-type': 'text/html; charset=x-none' } };
    expect(code(Uint8Array.of(0x3c, 0x70, 0x3e, 0xff, 0xfe, 0xfd), unknown)).toBe('bad-charset');
  });

  it('one broken character in a long page is forgiven', () => {
    const bytes = Buffer.from(articlePage({ body: PARAGRAPH.repeat(40) }));
    bytes[bytes.length - 30] = 0xff;
    expect(code(bytes)).toBe('article');
  });
});

describe('whatever comes', () => {
  const families = registry.families;
  const newspaper = registry.get('baohatinh');

  it('gives a code of the list and a record of the schema, never a throw', () => {
    const piece = fc.constantFrom(
      '<div class="article__body">',
      '<h1 class="cms-title">',
      '</div>',
      '<p>',
      '</p>',
      '<table class="picture">',
      '<tr><td>',
      '<img src="data:,">',
      '<img src="//">',
      '<figcaption>',
      '<figure>',
      '<em>',
      '<time datetime="13">',
      '<base href="::">',
      '<script type="application/ld+json">[{',
      '</script>',
      '<!--',
      'Đọc thêm',
      'Ảnh:',
      '(((',
      '\ufffd',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const result = parsePage(rawPage(`<html>${pieces.join('')}`), { newspaper, families });
        expect(OutcomeCode.safeParse(result.outcome.code).success).toBe(true);
        expect(result.outcome.code).not.toBe('parser-failed');
        if (result.article) Article.parse(result.article);
      }),
      { numRuns: 200 },
    );
  });

  it('reads the same twice', () => {
    const page = rawPage(articlePage());
    expect(parsePage(page, { newspaper, families })).toEqual(
      parsePage(page, { newspaper, families }),
    );
  });

  it('stamps what decided', () => {
    expect(parserStamp(newspaper)).toContain(newspaper?.hash);
    expect(parserStamp(null)).not.toBe(parserStamp(newspaper));
    expect(URL_OF_ARTICLE).toContain('post42');
  });
});
