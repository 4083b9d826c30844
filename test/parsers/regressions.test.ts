/** Regression: pages that were once read wrongly. All are synthetic, in the ePi family's markup. */
import { describe, expect, it } from 'vitest';
import { loadNewspapers } from '../../newspapers/index.ts';
import { parsePage } from '../../parsers/index.ts';

const { families } = await loadNewspapers();
const OPENING =
  '<p>Sáng nay, xã họp dân để bàn việc làm đường, ai cũng góp ý sôi nổi từ rất sớm.</p>';

function read(body: string) {
  const url = 'https://bao.test/xa-hop-dan-post9.html';
  const html = `<html><head><meta charset="utf-8"></head><body><h1 class="cms-title">Xã họp dân</h1><div class="article__sapo cms-desc">Dân họp đông.</div><div class="article__body" itemprop="articleBody">${OPENING}${body}</div></body></html>`;
  const { article } = parsePage(
    {
      url,
      finalUrl: url,
      status: 200,
      headers: {},
      body: new TextEncoder().encode(html),
      fetchedAt: '2023-05-27T00:00:00.000Z',
    },
    { newspaper: null, families },
  );
  if (!article) throw new Error('no article');
  return article;
}

const IMAGE = '<img class="cms-photo" src="https://bao.test/a.jpg">';
const captions = (body: string) => read(body).captions.map(({ text, credit }) => [text, credit]);

describe('Regression: a credit that the markup alone parts from the caption', () => {
  it.each([
    `<figure>${IMAGE}<figcaption>Lễ ký kết tại Vinh<br>Ảnh: Thu Hà</figcaption></figure>`,
    `<figure>${IMAGE}<figcaption><p>Lễ ký kết tại Vinh</p><p>Ảnh: Thu Hà</p></figcaption></figure>`,
    `<figure>${IMAGE}<figcaption>Lễ ký kết tại Vinh <em>Ảnh: Thu Hà</em></figcaption></figure>`,
    `<table class="picture"><tr><td class="pic">${IMAGE}</td></tr><tr><td class="caption"><p>Lễ ký kết tại Vinh</p><p>Ảnh: Thu Hà</p></td></tr></table>`,
  ])('%s', (body) => {
    expect(captions(body)).toEqual([['Lễ ký kết tại Vinh', 'Thu Hà']]);
  });

  it('no such end: the words stay the caption', () => {
    expect(
      captions(`<figure>${IMAGE}<figcaption>Triển lãm<br>ảnh quê hương</figcaption></figure>`),
    ).toEqual([['Triển lãm ảnh quê hương', null]]);
  });
});

it('Regression: two pictures in one table keep their own captions and credits', () => {
  const row = (file: string, words: string) =>
    `<tr><td class="pic"><img class="cms-photo" src="https://bao.test/${file}.jpg"></td></tr><tr><td class="caption"><p>${words}</p></td></tr>`;
  const { captions: found } = read(
    `<table class="picture">${row('a', 'Trước khi sửa. Ảnh: Thu Hà')}${row('b', 'Sau khi sửa. Ảnh: Nam Giang')}</table>`,
  );
  expect(found.map(({ text, credit, image }) => [text, credit, image])).toEqual([
    ['Trước khi sửa.', 'Thu Hà', 'https://bao.test/a.jpg'],
    ['Sau khi sửa.', 'Nam Giang', 'https://bao.test/b.jpg'],
  ]);
});

it('Regression: a list of documents that link to themselves is text, a bulleted link alone is none', () => {
  const texts = read(
    '<p>Các văn bản gồm:</p><p>- <a href="/d">Quyết định số 12/QĐ-UBND ngày 3/1/2023</a> của UBND tỉnh;</p><p>+ <a href="/khac-post2.html">Xã bên cũng làm đường</a></p>',
  ).blocks.map(({ text }) => text);
  expect(texts.slice(1)).toEqual([
    'Các văn bản gồm:',
    '- Quyết định số 12/QĐ-UBND ngày 3/1/2023 của UBND tỉnh;',
  ]);
});

it('Regression: a signature that leaves the body becomes the author', () => {
  const article = read('<p style="text-align:right"><strong>Nam Giang</strong></p>');
  expect(article.authors).toEqual(['Nam Giang']);
  expect(article.blocks).toHaveLength(1);
});

it('Regression: a credit keeps both its brackets', () => {
  expect(
    captions(
      `<figure>${IMAGE}<figcaption>Đường mới. Ảnh: Internet (minh họa)</figcaption></figure>`,
    ),
  ).toEqual([['Đường mới.', 'Internet (minh họa)']]);
});
