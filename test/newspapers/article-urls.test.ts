/** Which addresses of each kind of paper are articles, and that an article has one identity. Slugs are ours. */
import { describe, expect, it } from 'vitest';
import { externalId, identityUrl, isArticleUrl } from '../../newspapers/identity.ts';
import { loadNewspapers } from '../../newspapers/index.ts';

const registry = await loadNewspapers();

function paper(url: string) {
  const found = registry.byHost(url);
  if (!found) throw new Error(`no paper has the host of ${url}`);
  return found;
}

describe('an article', () => {
  it.each([
    ['https://baolaocai.vn/mot-bai-post400123.html', 'https://baolaocai.vn/-post400123'],
    ['https://tienphong.vn/mot-bai-post1806382.tpo', 'https://tienphong.vn/-post1806382'],
    ['https://www.vietnamplus.vn/mot-bai-post99.vnp', 'https://www.vietnamplus.vn/-post99'],
    ['https://sggp.org.vn/mot-bai-post812345.html', 'https://www.sggp.org.vn/-post812345'],
    ['https://baosonla.vn/kinh-te/mot-bai-51YnYvXDR.html', null],
    ['https://baodanang.vn/mot-bai-3312345.html', 'https://baodanang.vn/-3312345'],
    [
      'https://baodongnai.com.vn/xa-hoi/202309/mot-bai-0a1b2c3/',
      'https://baodongnai.com.vn/202309/-0a1b2c3',
    ],
    [
      'https://phuyen.baodaklak.vn/79/202409/mot-bai-1234567/',
      'https://phuyen.baodaklak.vn/202409/-1234567',
    ],
    ['https://baolamdong.vn/mot-bai-391234.html', 'https://baolamdong.vn/-391234'],
    ['https://baolamdong.vn/xa-hoi/202409/mot-bai-0a1b2c3/', 'https://baolamdong.vn/-0a1b2c3'],
    ['https://baotayninh.vn/mot-bai-a181234.html', 'https://www.baotayninh.vn/-a181234'],
    ['https://baocamau.vn/mot-bai-a129999.html', 'https://baocamau.vn/-a129999'],
    ['https://baothanhhoa.vn/mot-bai-245001.htm', 'https://baothanhhoa.vn/-245001'],
    ['https://baolangson.vn/mot-bai-5071654.html', 'https://baolangson.vn/-5071654'],
    ['https://tuoitre.vn/mot-bai-20260815065412345.htm', 'https://tuoitre.vn/-20260815065412345'],
    ['https://nld.com.vn/mot-bai-196260815065412345.htm', 'https://nld.com.vn/-196260815065412345'],
    ['https://thoidai.com.vn/mot-bai-345678.html', 'https://thoidai.com.vn/-345678'],
    ['https://baobacninhtv.vn/mot-bai-postid431234.bbg', 'https://baobacninhtv.vn/-postid431234'],
    ['https://baodienbienphu.vn/tin-bai/xa-hoi/mot-bai', null],
    ['https://baolaichau.vn/the-thao/mot-bai-219345', 'https://baolaichau.vn/-219345'],
    ['https://baolaichau.vn/the-thao/mot-bai-219345.html', 'https://baolaichau.vn/-219345'],
    ['https://baoquangngai.vn/chinh-tri/mot-bai-98765.htm', 'https://baoquangngai.vn/-98765'],
    ['https://baohaugiang.com.vn/xa-hoi/mot-bai-141234.html', 'https://baohaugiang.com.vn/-141234'],
    [
      'https://baothaibinh.com.vn/tin-tuc/9/240123/mot-bai',
      'https://baothaibinh.com.vn/tin-tuc/240123',
    ],
    ['https://huengaynay.vn/du-lich/mot-bai-163431.html', 'https://huengaynay.vn/-163431'],
    [
      'https://baoninhbinh.org.vn/mot-bai-102030405060708.html',
      'https://baoninhbinh.org.vn/-102030405060708',
    ],
    ['https://vnexpress.net/mot-bai-4954454.html', 'https://vnexpress.net/-4954454'],
  ])('%s', (url, identity) => {
    expect(isArticleUrl(paper(url), url)).toBe(true);
    expect(identityUrl(paper(url), url)).toBe(identity ?? url);
    expect(externalId(paper(url), url) === null).toBe(identity === null);
  });

  it('keeps its identity under another slug, section and host', () => {
    const same = (a: string, b: string) =>
      expect(identityUrl(paper(a), a)).toBe(identityUrl(paper(b), b));
    same(
      'https://baothaibinh.com.vn/tin-tuc/9/240123/mot-bai',
      'https://www.baothaibinh.com.vn/tin-tuc/0/240123/ten-moi/',
    );
    same(
      'https://baotuyenquang.com.vn/xa-hoi/202608/mot-bai-0a1b2c3/',
      'https://m.baotuyenquang.com.vn/kinh-te/202608/ten-moi-0a1b2c3',
    );
    same('https://sggp.org.vn/a-post8.html', 'https://m.sggp.org.vn/b-post8.amp');
  });
});

describe('no article', () => {
  it.each([
    'https://baolaocai.vn/kinh-te/',
    'https://baosonla.vn/kinh-te.html',
    'https://baosonla.vn/video/mot-phim-51YnYvXDR.html',
    'https://baodanang.vn/chu-de-event1234567.html',
    'https://baohaiphong.vn/chinh-tri',
    'https://baodongnai.com.vn/xa-hoi/',
    'https://baodaklak.vn/xa-hoi/202609/',
    'https://baolamdong.vn/an-pham/bao-in-391234.html',
    'https://baocantho.com.vn/thoi-su/',
    'https://baothanhhoa.vn/thoi-su.htm',
    'https://baolangson.vn/tong-ket-nam-2025.html',
    'https://tuoitre.vn/thoi-su.htm',
    'https://thoidai.com.vn/tong-ket-nam-2025.html',
    'https://baobacninhtv.vn/photo/mot-bai-postid431234.bbg',
    'https://baodienbienphu.vn/tin-tuc/xa-hoi',
    'https://baolaichau.vn/the-thao',
    'https://baolaichau.vn/tags/mot-the-219345',
    'https://baoquangngai.vn/event/mot-viec-98765.htm',
    'https://baohaugiang.com.vn/thoi-su-215.html',
    'https://baohaugiang.com.vn/video/mot-phim-141234.html',
    'https://baothaibinh.com.vn/tin-tuc/9',
    'https://huengaynay.vn/tag/mot-the-163431.html',
    'https://baoninhbinh.org.vn/bao-in/so-102030405060708.html',
    'https://vnexpress.net/thoi-su',
  ])('%s', (url) => {
    expect(isArticleUrl(paper(url), url)).toBe(false);
  });
});
