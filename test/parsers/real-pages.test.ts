/**
 * Facts about real pages, which are third-party text and stay outside of the project: DIEMBAO_PAGES names
 * their folder. Hashes and counts stand here, no sentence.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../core/ids.ts';
import { readPage } from '../../parsers/index.ts';
import { rawPage, registry } from './page-of.ts';

const folder = process.env.DIEMBAO_PAGES;
if (!folder) console.log('not run: real pages (DIEMBAO_PAGES is not set)');

function read(file: string, url: string, newspaper = registry.byHost(url)) {
  const path = join(folder ?? '', file);
  if (!existsSync(path)) throw new Error(`${path} is missing`);
  const page = rawPage(readFileSync(path), { url, fetchedAt: '2026-11-24T00:00:00.000Z' });
  return readPage(page, { newspaper, families: registry.families });
}

const shape = (blocks: readonly { readonly type: string }[] | undefined) =>
  blocks?.map(({ type }) => type[0]).join('');
const hash = (text: string | null | undefined) => sha256(text ?? '').slice(0, 12);

describe.skipIf(!folder)('real pages', () => {
  it('OneCMS, migrated body', () => {
    const { outcome, article } = read(
      'baonghean.vn-1.html',
      'https://baonghean.vn/x-10230827.html',
    );
    expect(outcome.code).toBe('article');
    expect(article).toMatchObject({
      newspaper: 'baonghean',
      externalId: '10230827',
      section: 'Sức khỏe',
      authors: ['Đinh Nguyệt'],
      publishedAt: '2021-09-11T15:29:47+07:00',
      publishedPrecision: 'minute',
      updatedAt: null,
    });
    expect(article?.url).toMatch(/^https:\/\/baonghean\.vn\/benh-vien-.*-10230827\.html$/u);
    expect(article?.tags).toHaveLength(6);
    expect(shape(article?.blocks)).toBe('pcppcpp');
    expect(article?.captions.map(({ credit }) => credit)).toEqual(['Đức Anh', 'Đức Anh']);
    expect(
      article?.captions.every(({ image }) => image?.startsWith('https://bna.1cdn.vn/2021/')),
    ).toBe(true);
    expect(article?.sapo).toMatch(/^Từ tháng 4\/2021/u);
    expect([hash(article?.headline), hash(article?.sapo)]).toEqual(HASHES.migrated);
  });

  it('OneCMS, figures and a source box', () => {
    const { outcome, article, original } = read(
      'baonghean.vn-2.html',
      'https://baonghean.vn/x-10261234.html',
    );
    expect(outcome.code).toBe('article');
    expect(article).toMatchObject({
      authors: ['Thu Phương'],
      publishedAt: '2023-11-21T09:28:00+07:00',
      section: null,
      tags: [],
    });
    expect(shape(article?.blocks)).toBe('hpchpchp');
    expect(article?.captions.map(({ credit, image }) => [credit, image?.slice(0, 19)])).toEqual([
      [null, 'https://bna.1cdn.vn'],
      [null, 'https://bna.1cdn.vn'],
    ]);
    expect(original).toMatch(/^https:\/\/suckhoedoisong\.vn\/.*\.htm$/u);
    expect([hash(article?.headline), hash(article?.sapo)]).toEqual(HASHES.figures);
  });

  it('ePi, of a paper without a spec', () => {
    const url = 'https://www.tinnhanhchungkhoan.vn/x-post397051.html';
    const { outcome, article, aliases } = read('tinnhanhchungkhoan.vn-1.html', url, null);
    expect(outcome.code).toBe('article');
    expect(article).toMatchObject({
      newspaper: null,
      externalId: '397051',
      authors: ['Anh Hoa'],
      section: 'Quy hoạch',
      publishedAt: '2026-09-05T09:18:48+07:00',
      updatedAt: '2026-09-05T20:39:34+07:00',
    });
    expect(article?.tags).toHaveLength(6);
    expect(shape(article?.blocks)).toBe('cphpphp');
    expect(article?.captions).toHaveLength(1);
    expect(article?.captions[0]).toMatchObject({
      credit: 'Phóng viên',
      image:
        'https://image.tinnhanhchungkhoan.vn/Uploaded/2026/wpxlcdjwi/2026_09_05/dat12-6756-8476.jpg',
    });
    expect(aliases).toContain('https://www.tinnhanhchungkhoan.vn/post-397051.html');
    expect([hash(article?.headline), hash(article?.sapo)]).toEqual(HASHES.epi);
    const known = read('tinnhanhchungkhoan.vn-1.html', url).article;
    expect(known).toMatchObject({ newspaper: 'tinnhanhchungkhoan', externalId: '397051' });
    expect(known?.blocks).toEqual(article?.blocks);
  });

  it('ePi, a list', () => {
    const { outcome } = read(
      'tinnhanhchungkhoan.vn-2.html',
      'https://www.tinnhanhchungkhoan.vn/dia-oc/',
    );
    expect(outcome.code).toBe('not-an-article');
  });

  it('VnExpress, whole', () => {
    const url = 'https://vnexpress.net/x-4954454.html';
    const { outcome, article } = read('vnexpress.net-1.html', url);
    expect(outcome.code).toBe('article');
    expect(article).toMatchObject({
      authors: ['Lê Phương'],
      section: 'Sức khỏe',
      publishedAt: '2025-10-22T19:25:52+07:00',
    });
    expect(article?.tags).toHaveLength(3);
    expect(shape(article?.blocks)).toBe('ppcppp');
    expect(article?.captions[0]?.credit).toBe('Bệnh viện cung cấp');
  });

  it('nine caption variants', () => {
    const source = readFileSync(join(folder ?? '', 'caption-variants-1.html'), 'utf8');
    const page = `<meta charset="utf-8"><h1 class="cms-title">Tiêu đề</h1><div class="article__body">${source}<p>Đoạn cuối</p></div>`;
    const { article } = readPage(rawPage(page), { newspaper: null, families: registry.families });
    expect(shape(article?.blocks)).toBe('cccccccccp');
    expect(article?.captions.map(({ credit }) => credit)).toEqual([
      'ngọc dương',
      null,
      'Thùy Linh',
      null,
      'Internet',
      'SX Heerenveen',
      null,
      null,
      null,
    ]);
    expect(
      article?.captions.every(({ image }) => image && !/\/(?:w\d+|\d+x\d+|t\d+)\//u.test(image)),
    ).toBe(true);
    expect(article?.captions[4]?.text).toBe('Ảnh minh họa');
  });
});

/** First 12 digits of the SHA-256 of headline and sapo. */
const HASHES = {
  migrated: ['6676520840bd', 'b991bdf87f69'],
  figures: ['74bb314351e4', '0e48105e308f'],
  epi: ['ad4bd62a4cfa', '324a6cb810db'],
};
