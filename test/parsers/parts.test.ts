import { load } from 'cheerio';
import { isTag } from 'domhandler';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitAuthors } from '../../parsers/fields/authors.ts';
import { nameKey, stripDateline } from '../../parsers/fields/dateline.ts';
import { signature, similarity } from '../../parsers/index.ts';
import { openPage } from '../../parsers/page/document.ts';
import { articlePage, PARAGRAPH, read } from './page-of.ts';

describe('selecting by index finds what cheerio finds', () => {
  const html =
    '<div id="a" class="x y"><p class="x">1<a class="z" href="/q">2</a></p><span id="b1">3</span></div><div class="y"><div class="y"><p>4</p><a>5</a></div></div><h2 class="x">6</h2><p>7</p>';
  const simple = fc.constantFrom(
    'div',
    'p',
    'a',
    '.x',
    '.y',
    '.z',
    '#a',
    'p.x',
    '[href]',
    '[id^=b]',
    'div.y',
    '*',
    '.none',
  );
  const joint = fc.constantFrom(' ', ' > ', ' + ', ' ~ ', ', ');

  it('for any selector', () => {
    const page = openPage(html, 'https://a.vn/');
    const $ = load(html);
    fc.assert(
      fc.property(simple, joint, simple, joint, simple, (a, j, b, k, c) => {
        const selector = `${a}${j}${b}${k}${c}`;
        expect(page.all(selector).map(({ attribs, name }) => [name, attribs])).toEqual(
          $(selector)
            .toArray()
            .filter(isTag)
            .map(({ attribs, name }) => [name, { ...attribs }]),
        );
      }),
      { numRuns: 400 },
    );
  });
});

describe('signature', () => {
  const words = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => `chữ${from + i}`).join(' ');

  it('is the same for ever', () => {
    const marks = signature([words(0, 60)]);
    expect(marks).toHaveLength(64);
    expect(marks.slice(0, 3)).toEqual([126568596, 81544304, 110762482]);
    expect(marks.every((n) => Number.isInteger(n) && n >= 0 && n <= 0xffffffff)).toBe(true);
  });

  it('estimates how much two texts share', () => {
    const whole = signature([words(0, 400)]);
    expect(similarity(whole, signature([words(0, 200), words(200, 200)]))).toBe(1);
    expect(similarity(whole, signature([words(0, 400).toUpperCase().normalize('NFD')]))).toBe(1);
    expect(similarity(whole, signature([words(0, 390)]))).toBeGreaterThan(0.85);
    const half = similarity(whole, signature([words(200, 400)]));
    expect(half).toBeGreaterThan(0.15);
    expect(half).toBeLessThan(0.55);
    expect(similarity(whole, signature([words(1000, 400)]))).toBeLessThan(0.1);
  });

  it('is empty under 40 syllables', () => {
    expect(signature([words(0, 39)])).toEqual([]);
    expect(signature([words(0, 40)])).toHaveLength(64);
    expect(similarity([], [])).toBe(0);
  });
});

describe('datelines', () => {
  it.each([
    ['(Baohatinh.vn) - Chữ đầu', 'Chữ đầu'],
    ['(Baonghean.vn) – Chữ đầu', 'Chữ đầu'],
    ['ĐNO - Chữ đầu', 'Chữ đầu'],
    ['QTO - Chữ đầu', 'Chữ đầu'],
    ['TPO - Chữ đầu', 'Chữ đầu'],
    ['(PLO)- Chữ đầu', 'Chữ đầu'],
    ['(ĐTCK) Chữ đầu', 'Chữ đầu'],
    ['BNEWS Chữ đầu', 'Chữ đầu'],
    ['Baohatinh.vn - Chữ đầu', 'Chữ đầu'],
    ['ASEAN - Mỹ: chặng đường mới', 'ASEAN - Mỹ: chặng đường mới'],
    ['(Hơn 300 hộ) - con số mới', '(Hơn 300 hộ) - con số mới'],
    ['UBND tỉnh - nơi bắt đầu', 'UBND tỉnh - nơi bắt đầu'],
  ])('%s', (text, rest) => {
    expect(stripDateline(text, ['BNEWS'])).toBe(rest);
  });

  it.each([
    ['(Baomau) – Chữ đầu', 'Chữ đầu'],
    ['(Báo Mẫu) - Chữ đầu', 'Chữ đầu'],
    ['(Baomau) Chữ đầu', '(Baomau) Chữ đầu'],
    ['(Thị trấn) – Chữ đầu', '(Thị trấn) – Chữ đầu'],
  ])("the paper's own name: %s", (text, rest) => {
    expect(stripDateline(text, [], new Set([nameKey('Báo Mẫu')]))).toBe(rest);
  });
});

describe('authors', () => {
  it.each([
    [['Hạ Vy'], ['Hạ Vy']],
    [['Hạ Vy - Minh Quân'], ['Hạ Vy', 'Minh Quân']],
    [
      ['Hạ Vy, Minh Quân', 'Hạ Vy'],
      ['Hạ Vy', 'Minh Quân'],
    ],
    [['Bài và ảnh: Hạ Vy và Minh Quân'], ['Hạ Vy', 'Minh Quân']],
    [['Tác giả Anh Mẫu / baomau.vn'], ['Anh Mẫu']],
    [['Hạ Vy • Clip: Minh Quân'], ['Hạ Vy', 'Minh Quân']],
    [['Bài: Hạ Vy Ảnh: Minh Quân'], ['Hạ Vy', 'Minh Quân']],
    [['Tin, ảnh: Hạ Vy'], ['Hạ Vy']],
    [['H.A (Theo Readers Digest)'], ['H.A']],
    [['Theo TTXVN'], []],
    [['Bút danh'], []],
    [['Lê-na Mẫu'], ['Lê-na Mẫu']],
  ])('%j', (texts, names) => {
    expect(splitAuthors(texts)).toEqual(names);
  });
});

describe('the body', () => {
  const texts = (body: string) =>
    read(articlePage({ body })).article?.blocks.map(({ type, text }) => `${type[0]}:${text}`);
  const long = 'Câu này đủ dài để là một đoạn của bài, viết cho phép thử và không lấy ở đâu. '
    .repeat(2)
    .trim();

  it('keeps bare text, list items and quotations in order', () => {
    expect(
      texts(
        'Chữ trần.<p></p><h2>Mục</h2><ul><li>Một</li><li>Hai</li></ul><blockquote><p>Lời</p></blockquote>dòng<br>tiếp<br><br>khác',
      ),
    ).toEqual(['p:Chữ trần.', 'h:Mục', 'p:Một', 'p:Hai', 'p:Lời', 'p:dòng tiếp', 'p:khác']);
  });

  it('drops comments, Word debris, hidden text, scripts and empties', () => {
    expect(
      texts(
        '<!-- a --><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p style="display: none">b</p><script>c</script><p>Đoạn\u200b một</p><!--?xml:namespace prefix = o /-->',
      ),
    ).toEqual(['p:Đoạn một']);
  });

  it('is NFC with single spaces', () => {
    expect(texts(`<p>${'Hà  Tĩnh\n\tquê'.normalize('NFD')}</p>`)).toEqual(['p:Hà Tĩnh quê']);
  });

  it('goes on after a related box in the middle', () => {
    const box =
      '<div class="x"><h3>Tin liên quan</h3><p><a href="/a">Bài kia</a></p><p>Dẫn bài kia</p></div>';
    expect(texts(`<p>${long}</p>${box}<p>Cuối.</p>`)).toEqual([`p:${long}`, 'p:Cuối.']);
    const loose = '<p>Tin liên quan:</p><p><a href="/a">Bài kia</a></p>';
    expect(texts(`<p>${long}</p>${loose}<p>${long} A</p><p>Cuối.</p>`)).toEqual([
      `p:${long}`,
      `p:${long} A`,
      'p:Cuối.',
    ]);
  });

  it('ends before a related list at the end', () => {
    const tail =
      '<h3>Đọc thêm</h3><p><a href="/a">Bài kia</a></p><p>Dẫn bài kia.</p><p><a href="/b">Bài nọ</a></p><p>Dẫn bài nọ.</p>';
    expect(texts(`<p>${long}</p>${tail}`)).toEqual([`p:${long}`]);
    expect(texts(`<div><p>${long}</p>${tail}</div>`)).toEqual([`p:${long}`]);
  });

  it('keeps a paragraph that holds links and a sentence that mentions reading on', () => {
    const text = `<p>Theo <a href="/a">bản tin hôm qua</a>, ${long}</p><p>Ông dặn con cháu đọc thêm sách.</p>`;
    expect(texts(text)).toHaveLength(2);
  });

  it.each(['Hạ Vy (Theo Sách Mẫu)', 'Theo TTXVN', 'Nguồn: Báo Mẫu', '(Theo Tạp chí Mẫu)'])(
    'leaves out the credit line "%s"',
    (line) => {
      expect(texts(`<p>${long}</p><p>${line}</p>`)).toEqual([`p:${long}`]);
    },
  );

  it.each(['Chủ đề năm nay là nước sạch.', 'Nguồn nước đã về bản', 'Theo ông, cầu sẽ xong'])(
    'keeps "%s"',
    (line) => {
      expect(texts(`${PARAGRAPH}<p>${line}</p>`)).toHaveLength(2);
    },
  );

  it('leaves out the label of a topic', () => {
    expect(texts(`${PARAGRAPH}<p>Chủ đề Nước sạch - Nông thôn</p>`)).toHaveLength(1);
  });

  it('keeps a last sentence that begins with "theo"', () => {
    expect(texts(`${PARAGRAPH}<p>Theo kế hoạch, cầu xong trước mùa lũ.</p>`)).toHaveLength(2);
  });
});
