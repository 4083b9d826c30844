import { describe, expect, it } from 'vitest';
import { splitCredit } from '../../parsers/captions/credit.ts';
import { usableUrl } from '../../parsers/captions/images.ts';
import { articlePage, PARAGRAPH, read } from './page-of.ts';

describe('credits', () => {
  it.each([
    ['Đường mới. Ảnh: Đức Mẫu', 'Đường mới.', 'Đức Mẫu'],
    ['Đường mới (Ảnh: Thùy Mẫu)', 'Đường mới', 'Thùy Mẫu'],
    ['Đường mới. (Ảnh: SX Mẫu).', 'Đường mới.', 'SX Mẫu'],
    ['Đường mới - Ảnh: P.V', 'Đường mới', 'P.V'],
    ['Đường mới. Ảnh minh họa: Internet', 'Đường mới.', 'Internet'],
    ['Ảnh minh họa: Internet', 'Ảnh minh họa', 'Internet'],
    ['Ảnh tư liệu: TTXVN', 'Ảnh tư liệu', 'TTXVN'],
    ['Ảnh có tính minh họa. Nguồn internet', 'Ảnh có tính minh họa.', 'internet'],
    ['Đường mới. Nguồn: VGP', 'Đường mới.', 'VGP'],
    ['Đường mới. Ảnh Huy Mẫu.', 'Đường mới.', 'Huy Mẫu'],
    ['Đường mới (Ảnh TTXVN)', 'Đường mới', 'TTXVN'],
    ['Đường mới. Ảnh do nhân vật cung cấp.', 'Đường mới.', 'do nhân vật cung cấp'],
    ['Đường mới. Ảnh: Bệnh viện cung cấp', 'Đường mới.', 'Bệnh viện cung cấp'],
  ])('%s', (caption, text, credit) => {
    expect(splitCredit(caption)).toEqual({ text, credit: credit.replace(/^do /u, '') });
  });

  it.each([
    'Ông Thành Anh: người giữ nghề',
    'Triển lãm ảnh: mùa vàng quê tôi',
    'Ảnh hưởng của mưa lớn.',
    'Buổi trao giải. Ảnh đẹp nhất được treo giữa phòng.',
    'Nguồn nước sạch về bản.',
  ])('not in "%s"', (caption) => {
    expect(splitCredit(caption)).toEqual({ text: caption, credit: null });
  });
});

describe('addresses of pictures', () => {
  const base = 'https://a.vn/static/';
  it.each([
    ['https://image.a.vn/w860/Uploaded/x.jpg', 'https://image.a.vn/Uploaded/x.jpg'],
    ['https://image.a.vn/1200x630/Uploaded/x.jpg', 'https://image.a.vn/Uploaded/x.jpg'],
    ['https://image.a.vn/680x0/Uploaded/x.jpg', 'https://image.a.vn/Uploaded/x.jpg'],
    ['https://image.a.vn/0x450/Uploaded/x.jpg', 'https://image.a.vn/Uploaded/x.jpg'],
    ['https://b.1cdn.vn/thumbs/600x315/2026/x.jpg', 'https://b.1cdn.vn/2026/x.jpg'],
    ['https://cdn.a.vn/t1000/uploaded/x.jpg', 'https://cdn.a.vn/uploaded/x.jpg'],
    ['/file/x.jpg', 'https://a.vn/file/x.jpg'],
    ['x.jpg 1x, y.jpg 2x', 'https://a.vn/static/x.jpg'],
    ['data:image/gif;base64,R0lGOD', null],
    ['/assets/images/grey.gif', null],
    ['https://a.vnhttps://a.vn/x.jpg', null],
    ['/filehttp://b.vn//Upload/x.jpg', null],
    ['javascript:void(0)', null],
    ['', null],
  ])('%s', (value, expected) => expect(usableUrl(value, base)).toBe(expected));
});

/** Caption, credit and the texts that are left in the body. */
function figures(html: string, headline = 'Tiêu đề của bài') {
  const { article } = read(articlePage({ headline, body: html + PARAGRAPH }));
  return {
    captions: article?.captions.map(({ text, credit }) => [text, credit]),
    texts: article?.blocks.filter(({ type }) => type !== 'caption').length,
    fits: article?.captions.every((c) => article.blocks[c.block]?.text === c.text),
  };
}
const one = (text: string, credit: string | null = null) => ({
  captions: [[text, credit]],
  texts: 1,
  fits: true,
});
const none = { captions: [], texts: 1, fits: true };

describe('variants', () => {
  it.each<[string, string]>([
    [
      'figure',
      '<figure><img src="/a.jpg" alt="a.jpg"><figcaption>  Cây cầu  </figcaption></figure>',
    ],
    [
      'table.full-img',
      '<p><table class="full-img"><tr><td><img src="/a.jpg"></td></tr><tr><td class="image_desc">Cây cầu<br></td></tr></table></p>',
    ],
    [
      'sibling p.imgdesc',
      '<figure class="article__avatar"><img src="/a.jpg" alt="Cây cầu" cms-photo-caption="Cây cầu"></figure> <p class="imgdesc"><em>Cây cầu</em></p>',
    ],
    [
      'table.picture',
      '<table class="picture"><tr><td class="pic"><img src="/a.jpg"></td></tr><tr><td class="caption"><em>Cây cầu</em></td></tr></table>',
    ],
    ['data-desc on the link', '<a class="photo" data-desc="Cây cầu"><img src="/a.jpg"></a>'],
    ['cms-photo-caption', '<p><img src="/a.jpg" cms-photo-caption="Cây cầu"></p>'],
    [
      'div.article-photo',
      '<div class="article-photo"><img src="/a.jpg"><span>Cây cầu</span></div>',
    ],
    [
      'table.contentimg',
      '<table class="contentimg"><tr><td><img src="/a.jpg"></td></tr><tr><td>Cây cầu&nbsp;</td></tr></table>',
    ],
    [
      'classless table',
      '<table><tr><td><img src="/a.jpg"></td></tr><tr><td><p>Cây cầu</p></td></tr></table>',
    ],
    [
      'next paragraph italic',
      '<p><img src="/a.jpg"></p>\n<p style="text-align:center"><em>Cây cầu</em></p>',
    ],
    ['same paragraph italic', '<p><img src="/a.jpg"><br><em>Cây cầu</em></p>'],
    [
      'figcaption p.Image',
      '<figure class="tplCaption"><picture><source data-srcset="/a.jpg 1x"><img src="data:,"></picture><figcaption><p class="Image">Cây cầu</p></figcaption></figure>',
    ],
    [
      'PhotoCMS_Caption',
      '<figure class="VCSortableInPreviewMode"><div><img src="/a.jpg"></div><figcaption class="PhotoCMS_Caption"><p>Cây cầu</p></figcaption></figure>',
    ],
    [
      'p.caption',
      '<div class="group-caption"><img src="/a.jpg"><p class="caption">Cây cầu</p></div>',
    ],
  ])('%s', (_, html) => {
    expect(figures(html)).toEqual(one('Cây cầu'));
  });

  it('takes the credit from its own element', () => {
    const html =
      '<table class="picture"><tr><td><img src="/a.jpg"></td></tr><tr><td class="caption"><p>Cây cầu</p><div class="source"><p>ngọc mẫu</p></div></td></tr></table>';
    expect(figures(html)).toEqual(one('Cây cầu', 'ngọc mẫu'));
  });

  it.each<[string, string]>([
    ['the headline as alt', '<p><img src="/a.jpg" alt="Tiêu đề của bài"></p>'],
    [
      'the headline as caption',
      '<figure><img src="/a.jpg"><figcaption>TIÊU ĐỀ của bài</figcaption></figure>',
    ],
    ['the headline and a number', '<img src="/a.jpg" caption="Tiêu đề của bài  - ảnh 1">'],
    ['a file name', '<img src="/a.jpg" cms-photo-caption="a-12.jpg">'],
    ['an empty one', '<div class="group-caption"><img src="/a.jpg"><p class="caption"></p></div>'],
    ['a title', '<img title="Một tên" align="right" src="/a.jpg">'],
    ['the headline as a paragraph', '<p><img src="/a.jpg"></p><p>Tiêu đề của bài</p>'],
  ])('%s is none', (_, html) => {
    expect(figures(html)).toEqual(none);
  });

  it.each([
    ['a verse', '<p><em>Dòng thơ một</em></p><p><em>dòng thơ hai</em></p>', 3],
    ['a centred list', '<p align="center">Ba giải nhất</p><p align="center">Hai giải nhì</p>', 3],
    ["an editor's note", '<p><em>LTS: Từ số này, báo mở một mục.</em></p>', 2],
  ])('%s in the setting of a caption is text', (_, html, texts) => {
    expect(figures(`<p><img src="/a.jpg"></p>${html}`)).toEqual({ ...none, texts });
  });

  it('takes one caption and its credit', () => {
    const html =
      '<p><img src="/a.jpg"></p><p><em>Cây cầu</em></p><p align="center"><em>Ảnh: Ngọc Mẫu</em></p>';
    expect(figures(html).captions).toEqual([['Cây cầu', null]]);
  });

  it('leaves a paragraph after a picture and a data table in the body', () => {
    expect(figures('<p><img src="/a.jpg"></p><p>Một đoạn thường.</p>')).toEqual({
      ...none,
      texts: 2,
    });
    const table =
      '<table><tr><td>Xã</td><td>12</td></tr><tr><td>Huyện</td><td>40</td></tr></table>';
    expect(figures(table).captions).toEqual([]);
    expect(figures(table).texts).toBeGreaterThan(1);
  });
});
