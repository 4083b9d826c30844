import { describe, expect, it } from 'vitest';
import { suggest } from '../../app/suggest.ts';
import { headlinePhrases } from '../../indexer/suggest/phrases.ts';
import { openSuggestionStore } from '../../indexer/suggest/store.ts';
import type { SuggestionKind, Term } from '../../indexer/suggest/terms.ts';
import { termsOf } from '../../indexer/suggest/terms.ts';
import { readPlain } from '../../parsers/read.ts';

const NAMES = { newspaper: (id: string) => ({ name: `Báo ${id}`, detail: null }) };

function storeOf(items: readonly (readonly [SuggestionKind, string, number])[]) {
  const store = openSuggestionStore(':memory:');
  items.forEach(([kind, name, count], n) => {
    const terms: Term[] = [{ kind, id: name.toLowerCase(), names: [name], detail: null }];
    store.put(Array.from({ length: count }, (_, i) => ({ id: `${n}-${i}`, terms })));
  });
  return store;
}
const texts = (answer: ReturnType<typeof suggest>) =>
  answer.groups.flatMap(({ items }) => items.map(({ text }) => text));

describe('suggestions', () => {
  const people = storeOf([
    ['official', 'Hà Tiến', 3],
    ['official', 'Hạ Thanh', 5],
    ['official', 'Trần Hà Tâm', 90],
    ['official', 'Đỗ Dũng', 2],
  ]);

  it('take any marks for letters typed without, most frequent first, beginnings before further words', () => {
    expect(texts(suggest(people, 'ha t'))).toEqual(['Hạ Thanh', 'Hà Tiến', 'Trần Hà Tâm']);
  });

  it('put those with the marks as typed first and leave out none', () => {
    expect(texts(suggest(people, 'hà t'))).toEqual(['Hà Tiến', 'Trần Hà Tâm', 'Hạ Thanh']);
  });

  it('read raw Telex and VNI', () => {
    expect(texts(suggest(people, 'haf t'))[0]).toBe('Hà Tiến');
    expect(texts(suggest(people, 'ha2 tie'))).toEqual(['Hà Tiến']);
    expect(texts(suggest(people, 'ddoo'))).toEqual(['Đỗ Dũng']);
    expect(texts(suggest(people, 'do d'))).toEqual(['Đỗ Dũng']);
  });

  it('complete the last words of a longer question', () => {
    const [group] = suggest(people, 'làm đường đỗ d').groups;
    expect(group?.items[0]).toMatchObject({ text: 'Đỗ Dũng', question: 'làm đường Đỗ Dũng' });
  });

  it('have nothing for what nobody wrote, signs and nothing', () => {
    for (const query of ['', '   ', '"', '%', 'zzz', '* [a', "'; DROP", 'ж'])
      expect(suggest(people, query).groups).toEqual([]);
  });

  it('refuse what is too long and limits out of bounds', () => {
    expect(() => suggest(people, 'a'.repeat(201))).toThrow(/at most 200/);
    for (const limit of [0, 21, 1.5, Number.NaN])
      expect(() => suggest(people, 'a', limit)).toThrow(/1 to 20/);
  });

  it('show a phrase with what nearly always follows it', () => {
    const store = storeOf([
      ['phrase', 'sơ kết', 10],
      ['phrase', 'sơ kết giữa nhiệm kỳ', 9],
      ['phrase', 'sơ kết công tác', 3],
      ['phrase', 'sơ kết một lần', 1],
    ]);
    expect(texts(suggest(store, 'so k'))).toEqual(['sơ kết giữa nhiệm kỳ', 'sơ kết công tác']);
  });
});

describe('the terms of an article', () => {
  const article = readPlain(
    {
      id: '1',
      publishedAt: '2023-05-26T08:00:00+07:00',
      newspaper: 'baohatinh',
      headline: 'Lộc Hà sơ kết giữa nhiệm kỳ',
      sapo: 'Sáng 24/5, Đảng bộ huyện Lộc Hà tổ chức hội nghị sơ kết giữa nhiệm kỳ 2020 - 2025, ở tỉnh Hà Tĩnh.',
      paragraphs: [
        'Ông Trần Văn Thử, Bí thư Huyện ủy Lộc Hà cho biết: “Nửa nhiệm kỳ còn lại, huyện dồn sức làm đường và xây trường”.',
      ],
    },
    null,
  );
  const store = openSuggestionStore(':memory:');
  const stored = { article: { ...article, newspaper: 'baohatinh' }, original: null };
  store.put([
    { id: 'a', terms: termsOf(stored, NAMES) },
    { id: 'b', terms: termsOf(stored, NAMES) },
  ]);
  const one = (query: string, kind: SuggestionKind) =>
    suggest(store, query).groups.find((group) => group.kind === kind)?.items[0];

  it('are its places with type word, province, last day and a filter', () => {
    expect(one('huyen loc h', 'place')).toMatchObject({
      text: 'Huyện Lộc Hà',
      count: 2,
      filter: { facet: 'places', values: ['448'] },
    });
    expect(one('huyện lộc', 'place')?.detail).toContain('Tỉnh Hà Tĩnh');
    expect(one('tinh ha t', 'place')).toMatchObject({
      text: 'Tỉnh Hà Tĩnh',
      filter: { facet: 'places', values: ['42', 't:42'] },
    });
  });

  it('are its officials, offices, conferences, phrases and newspaper', () => {
    expect(one('tran van t', 'official')).toMatchObject({
      text: 'Trần Văn Thử',
      detail: 'Bí thư Huyện ủy Lộc Hà',
    });
    expect(one('bi thu h', 'office')?.text).toBe('Bí thư Huyện ủy Lộc Hà');
    expect(one('dang bo', 'organiser')?.text).toBe('Đảng bộ huyện Lộc Hà');
    expect(one('so k', 'phrase')?.text).toBe('sơ kết giữa nhiệm kỳ');
    expect(one('bao baoh', 'newspaper')?.text).toBe('Báo baohatinh');
  });

  it('complete field words to names', () => {
    expect(suggest(store, 'họp tỉnh:ha').groups).toMatchObject([
      { kind: 'place', items: [{ text: 'Tỉnh Hà Tĩnh', question: 'họp tỉnh:"Hà Tĩnh"' }] },
    ]);
    expect(suggest(store, 'người:tran').groups[0]?.items[0]?.question).toBe('người:"Trần Văn Thử"');
    expect(suggest(store, 'huyen:loc').groups[0]?.items[0]?.question).toBe('huyen:"Lộc Hà"');
  });

  it('change with the article, and nothing is counted twice', () => {
    store.put([{ id: 'a', terms: termsOf(stored, NAMES) }]);
    expect(one('loc h', 'place')?.count).toBe(2);
    store.put([{ id: 'a', terms: [] }]);
    expect(one('loc h', 'place')?.count).toBe(1);
    store.put([{ id: 'b', terms: [] }]);
    expect(suggest(store, 'loc h').groups).toEqual([]);
    expect(store.count()).toBe(2);
  });
});

it('phrases of a headline begin and end with words that are known', () => {
  expect(headlinePhrases('Lộc Hà sơ kết giữa nhiệm kỳ')).toContain('sơ kết giữa nhiệm kỳ');
  expect(headlinePhrases('Sơ kết, nhiệm kỳ')).toEqual(['sơ kết', 'nhiệm kỳ']);
  expect(headlinePhrases('')).toEqual([]);
});
