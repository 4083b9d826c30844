import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SearchParts, search } from '../../app/search.ts';
import type { Question } from '../../app/search-answer.ts';
import { openArchive } from '../../archive/index.ts';
import type { Archive } from '../../archive/port.ts';
import type { Article } from '../../core/article.ts';
import { toDocument } from '../../indexer/document.ts';
import type { SearchEngine } from '../../indexer/engine.ts';
import { openEmbeddedEngine } from '../../indexer/engines/embedded.ts';
import { article } from './search-world.ts';

const nobody = {
  name: null,
  mention: null,
  honorific: null,
  rank: null,
  degree: null,
  offices: [],
  official: false,
};

const paragraph = (text: string) => ({ type: 'paragraph' as const, text });
const quote = 'Chúng tôi coi dân vận là việc của mọi cán bộ trong xã';

const articles: readonly Article[] = [
  article('so-ket', {
    headline: 'Đảng bộ huyện sơ kết giữa nhiệm kỳ',
    sapo: 'Sáng 24/5, hội nghị đã đánh giá nửa chặng đường.',
    blocks: [
      paragraph(`Mở đầu. ${'Không có gì để tìm ở đoạn này. '.repeat(20)}`),
      paragraph(
        `${'Đoạn dài chưa nói gì. '.repeat(20)}Bí thư Huyện ủy nói về sơ kết. ${'Rồi thôi. '.repeat(30)}`,
      ),
      { type: 'caption', text: 'Quang cảnh sơ kết tại hội trường' },
      paragraph(`“${quote}”, ông Báu nói.`),
    ],
    captions: [
      {
        text: 'Quang cảnh sơ kết tại hội trường',
        credit: 'Huy Hoàng',
        image: 'https://example.org/1.jpg',
        block: 2,
      },
    ],
    quotes: [
      {
        text: quote,
        spans: [{ paragraph: 4, start: 1, end: 1 + quote.length }],
        speaker: {
          ...nobody,
          name: 'Trần Văn Báu',
          offices: [{ title: 'Bí thư Đảng ủy xã', former: false, organisation: null, place: null }],
        },
        verb: 'nói',
        direct: true,
        marked: true,
      },
    ],
    places: [
      {
        paragraph: 1,
        start: 0,
        end: 1,
        text: 'huyện Lộc Hà',
        level: 'district',
        code: '448',
        path: ['Tỉnh Hà Tĩnh', 'Huyện Lộc Hà', null],
        today: [{ code: '18568', path: ['Tỉnh Hà Tĩnh', null, 'Xã Lộc Hà'], partial: false }],
        candidates: [],
      },
    ],
  }),
  article('bi-thu', {
    newspaper: 'bao-b',
    headline: 'Hàng bị thu giữ',
    sapo: 'Nhiều hàng bị thu.',
    publishedAt: '2023-06-01T08:00:00+07:00',
  }),
  article('hoi-thi', {
    headline: 'Hội thi nghị lực <b>',
    blocks: [paragraph('Mưa lớn & gió')],
    publishedAt: null,
    publishedPrecision: null,
  }),
  article('ubnd', {
    newspaper: 'bao-b',
    headline: 'UBND xã tiếp dân',
    publishedAt: '2023-04-01T08:00:00+07:00',
  }),
];

const directory = mkdtempSync(join(tmpdir(), 'diembao-search-'));
let archive: Archive;
let engine: SearchEngine;
beforeAll(async () => {
  archive = await openArchive({ directory });
  engine = openEmbeddedEngine({ file: ':memory:' });
  for (const one of articles) {
    await archive.articles.put(
      {
        article: one,
        aliases: [one.url ?? ''],
        pageId: null,
        fetchedAt: '2023-05-26T02:00:00.000Z',
        signature: [],
        conferenceKeys: [],
      },
      '2023-05-26T02:00:00.000Z',
    );
  }
  const stored = await archive.articles.getMany(articles.map((one) => one.id));
  await engine.put(stored.map(toDocument));
});
afterAll(async () => {
  await engine.close();
  await archive.close();
  rmSync(directory, { recursive: true, force: true });
});

const ask = (text: string, change: Partial<Question> = {}, parts: Partial<SearchParts> = {}) =>
  search({ engine, archive, ...parts }, { text, ...change });
const idsOf = async (text: string, change: Partial<Question> = {}) =>
  (await ask(text, change)).hits.map((hit) => hit.id);
const marks = (
  text: { text: string; highlights: readonly { start: number; end: number }[] } | null | undefined,
) => text?.highlights.map(({ start, end }) => text.text.slice(start, end));

describe('what is shown', () => {
  test('headline, best passage, captions and quotes, marked in the original text', async () => {
    const answer = await ask('sơ kết bí thư');
    expect(answer).toMatchObject({ total: 1, pages: 1, loosened: null, sort: 'relevance' });
    const [hit] = answer.hits;
    expect(hit).toMatchObject({
      id: 'so-ket',
      url: 'https://example.org/so-ket',
      newspaper: 'bao-a',
      publishedAt: '2023-05-26T08:00:00+07:00',
      fetchedAt: '2023-05-26T02:00:00.000Z',
      tier: 'exact-phrase',
    });
    expect(marks(hit?.headline)).toEqual(['sơ kết']);
    expect(marks(hit?.snippet)).toEqual(['Bí thư', 'sơ kết']);
    expect(hit?.snippet).toMatchObject({ paragraph: 2, cut: true });
    expect(hit?.snippet?.text.length).toBeLessThan(350);
    const whole = articles[0]?.blocks[1]?.text ?? '';
    const { offset = -1, text = '' } = hit?.snippet ?? {};
    expect(whole.slice(offset, offset + text.length)).toBe(text);
    expect(hit?.captions).toHaveLength(1);
    expect(hit?.captions[0]).toMatchObject({ paragraph: 3, credit: 'Huy Hoàng' });
    expect(marks(hit?.captions[0])).toEqual(['sơ kết']);
    expect(hit?.quotes).toEqual([]);
  });

  test('a quotation with its speaker', async () => {
    const [hit] = (await ask('dan van')).hits;
    expect(hit?.tier).toBe('folded');
    expect(hit?.quotes).toMatchObject([
      { speaker: 'Trần Văn Báu', office: 'Bí thư Đảng ủy xã', paragraph: 4, text: quote },
    ]);
    expect(marks(hit?.quotes[0])).toEqual(['dân vận']);
  });

  test('a spelling as typed is marked, the other only where it is all there is', async () => {
    const answer = await ask('bí thư');
    expect(answer.hits.map(({ id, tier }) => [id, tier])).toEqual([
      ['so-ket', 'exact-phrase'],
      ['bi-thu', 'folded'],
    ]);
    expect(marks(answer.hits[1]?.headline)).toEqual(['bị thu']);
    expect(await idsOf('bí thư', { exactOnly: true })).toEqual(['so-ket']);
    expect(await idsOf('chính xác:có bí thư')).toEqual(['so-ket']);
  });

  test('facets have names for people', async () => {
    const label = (facet: string, value: string) => (facet === 'newspaper' ? `Báo ${value}` : null);
    const { facets } = await ask('', {}, { label });
    expect(facets.newspaper).toEqual([
      { value: 'bao-a', label: 'Báo bao-a', count: 2 },
      { value: 'bao-b', label: 'Báo bao-b', count: 2 },
    ]);
    expect(facets.places?.map((one) => one.value)).toEqual(['42', '448', 't:42', 't:18568']);
    expect((await ask('', { facets: [] })).facets).toEqual({});
  });
});

describe('what is found', () => {
  test('an empty question browses, newest first, undated last', async () => {
    const answer = await ask('  ');
    expect(answer.hits.map((hit) => hit.id)).toEqual(['bi-thu', 'so-ket', 'ubnd', 'hoi-thi']);
    expect(answer).toMatchObject({ sort: 'newest', total: 4, loosened: null });
    expect(answer.hits[3]).toMatchObject({
      tier: 'none',
      snippet: { text: 'Mưa lớn & gió', highlights: [] },
    });
  });

  test('filters of the text and beside it hold together', async () => {
    expect(await idsOf('từ:5/2023 đến:5/2023')).toEqual(['so-ket']);
    expect(await idsOf('nguồn:bao-b', { filters: { newspaper: ['bao-a'] } })).toEqual([]);
    expect(await idsOf('huyện:Lộc Hà')).toEqual(['so-ket']);
    expect(await idsOf('xã:Lộc Hà')).toEqual(['so-ket']);
    expect(await idsOf('', { filters: { newspaper: ['bao-b'] }, sort: 'oldest' })).toEqual([
      'ubnd',
      'bi-thu',
    ]);
  });

  test('abbreviations both ways, raw Telex, what must not stand', async () => {
    expect(await idsOf('ủy ban nhân dân')).toEqual(['ubnd']);
    expect(await ask('sow keets')).toMatchObject({ total: 1, understood: { decoded: 'sơ kết' } });
    expect(await idsOf('xã -tiếp')).toEqual(['so-ket']);
  });

  test('loosened only when nothing is found, and says so', async () => {
    const words = await ask('hội nghị lực');
    expect(words).toMatchObject({ total: 1, loosened: 'words', hits: [{ id: 'hoi-thi' }] });
    expect(marks(words.hits[0]?.headline)).toEqual(['Hội', 'nghị lực'.split(' ')[0], 'lực']);
    const most = await ask('mưa lớn gió kangaru');
    expect(most).toMatchObject({ total: 1, loosened: 'most', hits: [{ id: 'hoi-thi' }] });
    const misspelt = await ask('bí thư huyệnn ủy');
    expect(misspelt).toMatchObject({
      loosened: 'words',
      understood: { decoded: 'bí thư huyện ủy' },
      hits: [{ id: 'so-ket' }],
    });
    expect(await ask('kangaru')).toMatchObject({ total: 0, loosened: null, pages: 0, hits: [] });
  });
});

describe('bounds', () => {
  test('pages', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => ask('', { page, pageSize: 2 })));
    expect(pages.map((one) => one.hits.length)).toEqual([2, 2, 0]);
    expect(pages[2]).toMatchObject({ total: 4, pages: 2, page: 3 });
    expect(await ask('', { page: 1_000_000_000 })).toMatchObject({ total: 4, hits: [] });
  });

  test.each([
    [{ page: 0 }, 'question-bad-page'],
    [{ page: 1.5 }, 'question-bad-page'],
    [{ page: Number.NaN }, 'question-bad-page'],
    [{ page: Number.MAX_SAFE_INTEGER }, 'question-bad-page'],
    [{ pageSize: 101 }, 'question-bad-page-size'],
    [{ pageSize: 0 }, 'question-bad-page-size'],
    [{ text: 'từ:mai' }, 'question-bad-date'],
    [{ filters: { from: '2023-02-31' } }, 'question-bad-date'],
    [{ filters: { to: 'mai' } }, 'question-bad-date'],
    [{ text: 'x'.repeat(1_001) }, 'question-too-long'],
  ])('%j', async (change, code) => {
    await expect(ask('', change)).rejects.toMatchObject({ code });
  });
});
