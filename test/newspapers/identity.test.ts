import { describe, expect, it } from 'vitest';
import { canonicalUrl, externalId, identityUrl, isArticleUrl } from '../../newspapers/identity.ts';
import { loadNewspapers, type Registry } from '../../newspapers/index.ts';

const registry = await loadNewspapers();
const paper = (id: string, from: Registry = registry) => {
  const found = from.get(id);
  if (!found) throw new Error(id);
  return found;
};

describe('one article, one identity', () => {
  const hatinh = paper('baohatinh');
  it.each([
    'https://baohatinh.vn/mot-bai-post304515.html',
    'https://baohatinh.vn/tieu-de-da-doi-post304515.html',
    'http://baohatinh.vn/mot-bai-post304515.html?utm_source=zalo&fbclid=1#binh-luan',
    'https://www.baohatinh.vn/mot-bai-post304515.html',
    'https://daihoidang.baohatinh.vn/mot-bai-post304515.html',
    'https://m.baohatinh.vn/mot-bai-post304515.html',
    'https://m.baohatinh.vn/mot-bai-post304515.amp',
    'https://baohatinh.vn/post-304515.html',
  ])('%s', (url) => {
    expect(identityUrl(hatinh, url)).toBe('https://baohatinh.vn/-post304515');
    expect(externalId(hatinh, url)).toBe('304515');
  });

  it('elsewhere', () => {
    const nghean = paper('baonghean');
    expect(identityUrl(nghean, 'https://baonghean.vn/a-b-10230827.html')).toBe(
      'https://baonghean.vn/-10230827',
    );
    expect(identityUrl(nghean, 'https://baonghean.vn/print/10230827.html')).toBe(
      'https://baonghean.vn/-10230827',
    );
    const translated = 'https://baonghean.vn/en/a-b-10230827.html';
    expect(identityUrl(nghean, translated)).toBe(translated);
  });

  it('does not reach over to other papers', () => {
    const foreign = 'https://example.vn/mot-bai-post304515.html';
    expect(identityUrl(hatinh, foreign)).toBe(foreign);
    expect(externalId(hatinh, foreign)).toBeNull();
  });

  it('follows the origin', () => {
    const moved = registry.withOrigin(hatinh, 'http://127.0.0.1:99');
    expect(identityUrl(moved, 'http://127.0.0.1:99/x-post7.html')).toBe(
      'http://127.0.0.1:99/-post7',
    );
  });
});

describe('what is an article', () => {
  it.each([
    ['baohatinh', 'https://baohatinh.vn/mot-bai-post304515.html', true],
    ['baohatinh', 'https://baohatinh.vn/mot-bai-post304515.html?utm_medium=x', true],
    ['baohatinh', 'https://baohatinh.vn/tv/mot-phim-34595.html', false],
    ['baohatinh', 'https://baohatinh.vn/tv/mot-phim-post34595.html', false],
    ['baohatinh', 'https://baohatinh.vn/mot-the-tag120585.html', false],
    ['baohatinh', 'https://baohatinh.vn/tin-moi.html', false],
    ['baohatinh', 'https://baohatinh.vn/cong-cu/gia-xang-dau/ron95', false],
    ['baohatinh', 'https://baohatinh.vn/post-304515.html', false],
    ['baohatinh', 'https://baonghean.vn/mot-bai-post304515.html', false],
    ['baonghean', 'https://baonghean.vn/mot-bai-10230827.html', true],
    ['baonghean', 'https://baonghean.vn/en/mot-bai-10230827.html', false],
    ['baonghean', 'https://baonghean.vn/chu-de-event1234567.html', false],
    ['baonghean', 'https://baonghean.vn/the-ptag.html', false],
    ['baonghean', 'mailto:a@b.vn', false],
  ])('%s %s', (id, url, expected) => {
    expect(isArticleUrl(paper(id), url)).toBe(expected);
  });
});

describe('the canonical spelling', () => {
  it.each([
    ['HTTPS://BaoHaTinh.vn:443/a?utm_source=1#x', 'https://baohatinh.vn/a'],
    ['https://a.vn/x?id=5&fbclid=2', 'https://a.vn/x?id=5'],
    [' https://a.vn ', 'https://a.vn/'],
    ['https://user:secret@a.vn/', 'https://a.vn/'],
    ['ftp://a.vn/', null],
    ['no address', null],
  ])('%s', (url, expected) => {
    expect(canonicalUrl(url)).toBe(expected);
    if (expected) expect(canonicalUrl(expected)).toBe(expected);
  });
});
