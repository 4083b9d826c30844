/** Pages whose layout nobody described. synthetic */
import { describe, expect, it } from 'vitest';
import { Article } from '../../core/article.ts';
import { parsePage } from '../../parsers/index.ts';
import { rawPage, read, registry } from './page-of.ts';

const TEXT = [
  'Sáng nay, xã Mẫu làm lễ khánh thành con đường mới dài ba cây số, nối hai thôn ở hai bờ sông.',
  'Con đường được dân trong xã góp công làm suốt hai năm, mỗi nhà một ngày công mỗi tháng, không ai vắng.',
  'Ông Trần Văn Thử, Chủ tịch UBND xã, nói: “Có đường rồi, lũ trẻ đi học không phải qua đò nữa”.',
  'Xã sẽ trồng cây hai bên đường trong mùa mưa này, và lắp đèn ở những chỗ gần trường học.',
];
const HEAD = `<meta property="og:type" content="article"><meta property="og:title" content="Tên ở thẻ og">
<meta property="og:description" content="Con đường dài ba cây số.">
<meta property="article:published_time" content="2026-05-05T09:18:00+07:00">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Xã Mẫu có đường mới",
"datePublished":"2026-05-05T08:00:00+07:00","author":{"@type":"Person","name":"Hạ Vy"},"articleSection":"Đời sống"}</script>`;
const SIDE = `<aside><ul>${'<li><a href="/x">Một tin khác trong ngày</a></li>'.repeat(8)}</ul></aside>`;
const page = (head: string, texts: readonly string[]) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body><header><a href="/">Trang chủ</a></header>
<div class="la"><div class="cot"><h1>Xã Mẫu có đường mới</h1><div class="chu">
${texts.map((text) => `<p>${text}</p>`).join('')}
<figure><img src="/w860/a.jpg"><figcaption>Cây cầu. Ảnh: Hạ Vy</figcaption></figure></div></div></div>${SIDE}</body></html>`;

describe('a page of an unknown layout', () => {
  const url = 'https://unknown.example/xa-mau-co-duong-moi.html';

  it('is read by JSON-LD, Open Graph and readability, and still is layout-unknown', () => {
    const { outcome, article } = read(page(HEAD, TEXT), { url });
    expect(outcome.code).toBe('layout-unknown');
    expect(outcome.message).toMatch(/read generically$/);
    expect(article).toMatchObject({
      headline: 'Xã Mẫu có đường mới',
      sapo: 'Con đường dài ba cây số.',
      authors: ['Hạ Vy'],
      section: 'Đời sống',
      publishedAt: '2026-05-05T08:00:00+07:00',
      stamps: {
        sources: {
          layout: 'generic',
          blocks: 'readability',
          headline: 'json-ld:headline',
          sapo: 'meta:og:description',
        },
      },
    });
    expect(article?.blocks.map(({ text }) => text)).toEqual([...TEXT, 'Cây cầu.']);
    expect(article?.captions).toEqual([
      { text: 'Cây cầu.', credit: 'Hạ Vy', image: 'https://unknown.example/a.jpg', block: 4 },
    ]);
  });

  it('of a known newspaper keeps its address rules and says that the spec is broken', () => {
    const address = 'https://baohatinh.vn/mot-bai-post42.html';
    const newspaper = registry.byHost(address);
    const { outcome, article } = parsePage(rawPage(page(HEAD, TEXT), { url: address }), {
      newspaper,
      families: registry.families,
    });
    expect(outcome.code).toBe('layout-unknown');
    expect(Article.parse(article)).toMatchObject({ newspaper: 'baohatinh', externalId: '42' });
    expect(article?.quotes[0]?.speaker?.name).toBe('Trần Văn Thử');
  });

  it('gives Open Graph where there is no JSON-LD', () => {
    const head = HEAD.replace(/<script[\s\S]*<\/script>/u, '');
    expect(read(page(head, TEXT), { url }).article).toMatchObject({
      headline: 'Tên ở thẻ og',
      publishedAt: '2026-05-05T09:18:00+07:00',
      authors: [],
    });
  });

  it.each([
    ['hardly any text', page(HEAD, ['Một câu ngắn.'])],
    ['nothing but metadata', `<html><head>${HEAD}</head><body></body></html>`],
    ['only links', `<html><head>${HEAD}</head><body>${SIDE}</body></html>`],
  ])('with %s gives no article', (_, html) => {
    const { outcome, article } = read(html, { url });
    expect({ code: outcome.code, article }).toEqual({ code: 'layout-unknown', article: null });
  });
});
