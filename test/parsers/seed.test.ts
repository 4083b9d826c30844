/**
 * The seed article, which is a newspaper's text and stays outside of the project: DIEMBAO_SEED names its folder.
 * Its text prints the headline in place of each picture, as the CMS repeats it there.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from './page-of.ts';

const folder = process.env.DIEMBAO_SEED;
if (!folder) console.log('not run: the seed article (DIEMBAO_SEED is not set)');

const escaped = (text: string) => text.replace(/[&<>"]/gu, (c) => `&#${c.codePointAt(0)};`);

type Markup = (image: string, headline: string, caption: string | null) => string;

/** How the pictures may be set; each must give the same. */
const MARKUPS: Readonly<Record<string, Markup>> = {
  'picture tables': (image, headline, caption) =>
    `<table class="picture"><tbody><tr><td class="pic"><img class="cms-photo" src="${image}" alt="${headline}" caption="${headline}"></td></tr><tr><td class="caption"><p>${caption ?? ''}</p></td></tr></tbody></table>`,
  figures: (image, headline, caption) =>
    `<figure><img src="data:image/gif;base64,R0" data-src="${image}" alt="${headline}">${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`,
  'paragraphs after pictures': (image, headline, caption) =>
    `<p style="text-align:center"><img src="${image}" alt="${headline}" title="${headline}"></p>${caption ? `<p class="imgdesc"><em>${caption}</em></p>` : ''}`,
  'the headline printed': (image, headline, caption) =>
    `<table><tr><td><img src="${image}"></td></tr>${caption ? `<tr><td>${caption}</td></tr>` : ''}</table><p>${headline}</p>`,
};

function page(markup: Markup): string {
  const file = join(folder ?? '', 'baohatinh-so-ket-giua-nhiem-ky.txt');
  const [headline = '', sapo = '', ...rest] = readFileSync(file, 'utf8')
    .trim()
    .split(/\n\n+/u)
    .map(escaped);
  let pictures = 0;
  let captioned = false;
  const body = rest.map((text, i) => {
    if (captioned) {
      captioned = false;
      return '';
    }
    if (text !== headline) return text === 'Đọc thêm' ? '<h3>Đọc thêm</h3>' : `<p>${text}</p>`;
    pictures++;
    captioned = pictures !== 3;
    const image = `https://image.baohatinh.vn/w1000/news/2321/anh-${pictures}.jpg`;
    return markup(image, headline, captioned ? (rest[i + 1] ?? null) : null);
  });
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><h1 class="article__title cms-title">${headline}</h1>
<div class="article__meta"><time class="time" datetime="2023-05-26T08:00:00+0700">26/05/2023 08:00</time></div>
<div class="article__sapo cms-desc">${sapo}</div><div class="article__body cms-body" itemprop="articleBody">${body.join('\n')}</div></body></html>`;
}

describe.skipIf(!folder)('the seed article', () => {
  it.each(Object.keys(MARKUPS))('with %s', (name) => {
    const markup = MARKUPS[name];
    if (!markup) throw new Error(name);
    const url = 'https://baohatinh.vn/so-ket-giua-nhiem-ky-post1.html';
    const { outcome, article } = read(page(markup), { url });
    expect(outcome.code).toBe('article');
    expect(article?.headline).toMatch(/^Sơ kết giữa nhiệm kỳ .* quan trọng$/u);
    expect(article?.sapo).toMatch(/^Nhìn nhận thẳng thắn/u);
    expect(article?.publishedAt).toBe('2023-05-26T08:00:00+07:00');
    expect(article?.blocks.filter(({ type }) => type === 'paragraph')).toHaveLength(15);
    expect(article?.blocks.filter(({ type }) => type === 'heading')).toHaveLength(0);
    expect(article?.captions.map(({ image }) => image?.at(-5))).toEqual(['1', '2', '4', '5', '6']);
    expect(article?.captions.map(({ credit }) => credit)).toEqual([
      null,
      null,
      null,
      null,
      'Huy Tùng',
    ]);
    expect(article?.captions.at(-1)?.text).toMatch(/đã đề ra; .*\.$/u);
    const texts = article?.blocks.map(({ text }) => text).join('\n') ?? '';
    expect(texts).not.toMatch(/Đọc thêm|Bộ Chính trị phân công|Chủ đề|quan trọng\n/u);
  });
});
