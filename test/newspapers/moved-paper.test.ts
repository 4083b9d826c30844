/** A paper that has moved to another CMS than its spec names is read by the fingerprint of its new pages. */
import { describe, expect, it } from 'vitest';
import { loadNewspapers } from '../../newspapers/index.ts';
import { readPage } from '../../parsers/index.ts';
import { rawPage } from '../parsers/page-of.ts';

const registry = await loadNewspapers();

const BODIES = {
  onecms:
    '<h1 class="sc-longform-header-title">Tin mẫu</h1><div class="b-maincontent"><article class="entry"><p>Chữ của bài.</p></article></div>',
  epi: '<h1 class="cms-title">Tin mẫu</h1><div class="article__body cms-body"><p>Chữ của bài.</p></div>',
  fck: '<h1 class="fw700">Tin mẫu</h1><div id="newscontents"><div class="content-fck"><p>Chữ của bài.</p></div></div>',
  dcontent:
    '<meta property="og:title" content="Tin mẫu"><div id="dcontent"><p>Chữ của bài.</p></div>',
  'content-detail': '<h1>Tin mẫu</h1><div id="content-detail"><p>Chữ của bài.</p></div>',
  vccorp:
    '<h1 class="detail-title">Tin mẫu</h1><div class="detail-content afcbc-body" data-role="content"><p>Chữ của bài.</p></div>',
  mastercms:
    '<h1 class="post-title">Tin mẫu</h1><div class="__MASTERCMS_CONTENT"><p>Chữ của bài.</p></div>',
};

const HOMES = [
  'https://huengaynay.vn/du-lich/tin-mau-163431.html',
  'https://baodienbienphu.vn/tin-bai/xa-hoi/tin-mau',
  'https://baoninhbinh.org.vn/tin-mau-102030405060708.html',
  'https://baophuyen.example.vn/tin-mau',
];

describe.each(Object.entries(BODIES))('now %s', (family, body) => {
  it.each(HOMES)('%s', (url) => {
    const newspaper = registry.byHost(url);
    const page = rawPage(`<meta charset="utf-8">${body}`, { url });
    const { outcome, article } = readPage(page, { newspaper, families: registry.families });
    expect(outcome.code).toBe('article');
    expect(article?.headline).toBe('Tin mẫu');
    expect(article?.blocks).toEqual([{ type: 'paragraph', text: 'Chữ của bài.' }]);
    expect(article?.stamps.sources.layout).toMatch(new RegExp(`^${family}/`, 'u'));
    expect(article?.newspaper).toBe(newspaper?.id ?? null);
  });
});
