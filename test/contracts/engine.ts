/** What every search engine must do. Documents and questions are prepared as the indexer prepares them. */
import { afterAll, beforeAll, expect, describe as group, test as run } from 'vitest';
import {
  FACETS,
  type Facet,
  type SearchDocument,
  type SearchRequest,
  type Spelling,
  type Unit,
} from '../../core/search.ts';
import type { SearchEngine } from '../../indexer/engine.ts';
import { keyText, keyTokens } from '../../vietnamese/index.ts';

/** Facets by their names, a single value bare. */
type Draft = Partial<Omit<SearchDocument, 'id' | 'texts' | 'values'>> & {
  readonly headline?: string;
  readonly body?: string | readonly string[];
} & { readonly [F in Facet]?: string | readonly string[] };

export function document(id: string, draft: Draft = {}): SearchDocument {
  const { headline = '', body = [], publishedAt = null, original = null, ...values } = draft;
  const none = keyText([]);
  const listed = (facet: Facet) => {
    const value = values[facet] ?? (facet === 'newspaper' ? 'bao-a' : []);
    return typeof value === 'string' ? [value] : value;
  };
  return {
    id,
    texts: {
      headline: keyText([headline]),
      sapo: none,
      captions: none,
      quotes: none,
      people: none,
      places: none,
      body: keyText(typeof body === 'string' ? [body] : body),
    },
    publishedAt,
    values: {
      newspaper: listed('newspaper'),
      month: listed('month'),
      day: listed('day'),
      places: listed('places'),
      section: listed('section'),
      people: listed('people'),
      officials: listed('officials'),
      offices: listed('offices'),
      conferenceKinds: listed('conferenceKinds'),
      occasions: listed('occasions'),
      levels: listed('levels'),
      organisers: listed('organisers'),
      statuses: listed('statuses'),
      origin: listed('origin'),
      quotes: listed('quotes'),
      state: listed('state'),
      content: listed('content'),
    },
    original,
  };
}

function spelling(text: string): Spelling {
  const tokens = keyTokens(text);
  return {
    folded: tokens.map((token) => token.folded),
    exact: tokens.map((token) => token.key),
    marked: tokens.map((token) => /[^a-z]/u.test(token.text.toLowerCase())),
  };
}

export function unit(text: string, ...alternatives: readonly string[]): Unit {
  return { text, ...spelling(text), alternatives: alternatives.map(spelling) };
}

export function request(
  units: readonly (string | Unit)[],
  change: Partial<SearchRequest> = {},
): SearchRequest {
  return {
    units: units.map((one) => (typeof one === 'string' ? unit(one) : one)),
    whole: [],
    without: [],
    match: 'units',
    exactOnly: false,
    filters: [],
    facets: [],
    sort: 'relevance',
    offset: 0,
    limit: 20,
    ...change,
  };
}

export interface EngineCase {
  readonly name: string;
  /** `engine` is empty. */
  readonly check: (engine: SearchEngine) => Promise<void>;
}

/** What every engine must do. Cases are data, so that a test can show that a wrong engine fails them. */
export function engineCases(): EngineCase[] {
  const cases: EngineCase[] = [];
  const titles: string[] = [];
  let prepare: (() => Promise<void>) | null = null;
  let engine: SearchEngine;
  const describe = (title: string, define: () => void) => {
    titles.push(title);
    define();
    titles.pop();
    prepare = null;
  };
  const beforeEach = (work: () => Promise<void>) => {
    prepare = work;
  };
  const test = (title: string, check: () => Promise<void>) => {
    const prepared = prepare;
    cases.push({
      name: [...titles, title].join(': '),
      check: async (given) => {
        engine = given;
        await prepared?.();
        await check();
      },
    });
  };
  const ids = async (units: readonly (string | Unit)[], change: Partial<SearchRequest> = {}) =>
    (await engine.search(request(units, change))).hits.map((hit) => hit.id);
  const found = async (units: readonly (string | Unit)[], change: Partial<SearchRequest> = {}) =>
    (await ids(units, change)).sort().join(' ');

  describe('marks', () => {
    beforeEach(() =>
      engine.put([
        document('thu-1', { headline: 'Gà bị thu giữ', body: 'Số gà bị thu. Bị thu hết.' }),
        document('thu-2', { body: 'Hàng bị thu hồi, bí danh của thư viện' }),
        document('bi-1', { body: 'Ông là bí thư chi bộ' }),
        document('bi-2', { headline: 'Bí thư Huyện ủy thăm xã', body: 'Đồng chí Bí thư' }),
        document('none', { headline: 'Bi thương', body: 'Thu hoạch lúa' }),
      ]),
    );

    test('rank, and do not exclude', async () => {
      const answer = await engine.search(request(['bí thư']));
      expect(answer.total).toBe(4);
      expect(answer.hits.map((hit) => hit.id)).toEqual(['bi-2', 'bi-1', 'thu-2', 'thu-1']);
      expect(answer.hits.map((hit) => hit.tier)).toEqual([
        'exact-phrase',
        'exact-phrase',
        'exact-words',
        'folded',
      ]);
      const scores = answer.hits.map((hit) => hit.score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    });

    test('the other spelling finds the other articles first', async () => {
      expect((await ids(['bị thu'])).slice(0, 2).sort()).toEqual(['thu-1', 'thu-2']);
    });

    test('exclude in exact mode', async () => {
      expect(await found(['bí thư'], { exactOnly: true })).toBe('bi-1 bi-2');
      expect(await found(['bi thu'], { exactOnly: true })).toBe('');
    });

    test('typed without marks finds all spellings', async () => {
      expect(await found(['bi thu'])).toBe('bi-1 bi-2 thu-1 thu-2');
      expect(await found(['BÍ THƯ'])).toBe('bi-1 bi-2 thu-1 thu-2');
    });

    test('a spelling without marks ranks first when it is what was typed', async () => {
      await engine.put([
        document('xa-1', { body: 'đường còn xa' }),
        document('xa-2', { headline: 'Xã Xá' }),
      ]);
      expect(await ids(['xa'])).toEqual(expect.arrayContaining(['xa-1', 'xa-2']));
      expect((await ids(['xa']))[0]).toBe('xa-1');
    });

    test('tone placement and i/y are no difference', async () => {
      await engine.put([document('hoa', { headline: 'Hoà bình và kĩ thuật' })]);
      expect(await found([unit('hòa bình'), unit('kỹ thuật')], { exactOnly: true })).toBe('hoa');
    });
  });

  describe('where a unit may stand', () => {
    // Ten cases; the words of "hà tỉnh" or "lộc hà" stand beside each other in all of them.
    const standings: readonly [text: string, words: string, stands: boolean][] = [
      ['Người dân Bắc Hà, tỉnh Lào Cai', 'hà tỉnh', false],
      ['Đoàn về Bắc Hà. Tỉnh cho biết', 'hà tỉnh', false],
      ['Bắc Hà; tỉnh Lào Cai', 'hà tỉnh', false],
      ['Bắc Hà (tỉnh Lào Cai)', 'hà tỉnh', false],
      ['Bắc Hà: tỉnh đã họp', 'hà tỉnh', false],
      ['Về TP. Hà Tĩnh', 'tp hà tĩnh', true],
      ['Lộc - Hà và Lộc – Hà', 'lộc hà', true],
      ['Phong trào “Lộc” Hà', 'lộc hà', true],
      ['Ban KT-XH, NQ/TW', 'kt xh', true],
      ['Đại hội "Lộc\u00a0Hà"', 'lộc hà', true],
    ];
    for (const [text, words, stands] of standings) {
      test(`${text} | ${words}: ${stands}`, async () => {
        await engine.put([document('a', { body: text }), document('b', { body: 'khác hẳn' })]);
        expect(await found([words])).toBe(stands ? 'a' : '');
        expect(await found([words], { exactOnly: true })).toBe(stands ? 'a' : '');
      });
    }

    test('never over a paragraph or from one field to the next', async () => {
      await engine.put([
        document('a', { body: ['Đường Lộc', 'Hà'] }),
        document('b', { headline: 'Lộc', body: 'Hà' }),
      ]);
      expect(await found(['lộc hà'])).toBe('');
      expect(await found(['lộc hà'], { match: 'words' })).toBe('a b');
    });

    test('numbers keep what stands inside them', async () => {
      await engine.put([
        document('a', { body: 'ngày 24/5 có 1.500 hộ' }),
        document('b', { body: 'ngày 24, 5 người; năm 1. 500 hộ' }),
      ]);
      expect(await found(['24/5'])).toBe('a');
      expect(await found(['1.500'])).toBe('a');
    });

    test('a whole stretch ranks first, and excludes nothing', async () => {
      await engine.put([
        document('apart', { headline: 'Trông, con', body: 'Con; trông. Trông, con' }),
        document('whole', { body: 'Bà ở nhà trông con' }),
        document('other', { headline: 'Trong con mắt' }),
      ]);
      const answer = await engine.search(request(['trông', 'con'], { whole: [unit('trông con')] }));
      expect(answer.hits.map((hit) => hit.id)).toEqual(['whole', 'apart', 'other']);
      expect(answer.total).toBe(3);
    });

    test('a long phrase is not found from its parts', async () => {
      await engine.put([
        document('parts', {
          body: 'Thị trường bất ổn. Của thị trấn. Của thị trường. Thị xã của trường',
        }),
        document('true', { headline: 'Giá của thị trường bất động sản' }),
        document('fields', { headline: 'Giá của thị trường', body: 'thị trường bất' }),
      ]);
      for (const exactOnly of [true, false]) {
        const answer = await engine.search(
          request(['của thị trường bất'], { exactOnly, facets: ['newspaper'] }),
        );
        expect(answer.hits.map((hit) => hit.id)).toEqual(['true']);
        expect(answer.total).toBe(1);
        expect(answer.facets.newspaper).toEqual([{ value: 'bao-a', count: 1 }]);
      }
    });

    test('nor is it counted behind a page on which all hold it', async () => {
      await engine.put([
        document('first', { headline: 'Của thị trường bất', newspaper: 'bao-b' }),
        document('second', { body: 'Giá của thị trường bất động sản', newspaper: 'bao-c' }),
        document('parts', {
          body: 'Thị trường bất ổn. Của thị trấn. Của thị trường. Thị xã của trường',
        }),
      ]);
      const answer = await engine.search(
        request(['của thị trường bất'], { facets: ['newspaper'], limit: 1 }),
      );
      expect(answer.hits.map((hit) => hit.id)).toEqual(['first']);
      expect(answer.total).toBe(2);
      expect(answer.facets.newspaper).toEqual([
        { value: 'bao-b', count: 1 },
        { value: 'bao-c', count: 1 },
      ]);
    });

    test('several units stand anywhere', async () => {
      await engine.put([
        document('a', { headline: 'Sơ kết', body: 'ở huyện Lộc Hà' }),
        document('b', { headline: 'Sơ kết' }),
      ]);
      expect(await found(['lộc hà', 'sơ kết'])).toBe('a');
    });

    test('a word is not found by its beginning, nor by a letter changed', async () => {
      await engine.put([
        document('a', { body: 'trung tâm' }),
        document('b', { body: 'trong tầm' }),
      ]);
      expect(await found(['trun'])).toBe('');
      expect(await found(['trung'])).toBe('a');
    });
  });

  describe('questions', () => {
    test('other spellings of a unit', async () => {
      await engine.put([
        document('a', { body: 'UBND tỉnh' }),
        document('b', { body: 'Ủy ban nhân dân tỉnh' }),
        document('c', { body: 'nhân dân' }),
      ]);
      expect(await found([unit('UBND', 'ủy ban nhân dân'), 'tỉnh'])).toBe('a b');
      expect(await found([unit('ủy ban nhân dân', 'UBND'), 'tỉnh'])).toBe('a b');
      const all = await engine.search(request([unit('UBND', 'ủy ban nhân dân')]));
      expect(all.total).toBe(2);
    });

    test('what must not stand: as typed when marked, folded otherwise', async () => {
      await engine.put([
        document('a', { body: 'họp bí thư' }),
        document('b', { body: 'họp bị thu' }),
        document('c', { body: 'họp' }),
      ]);
      expect(await found(['họp'], { without: [unit('bí thư')] })).toBe('b c');
      expect(await found(['họp'], { without: [unit('bi thu')] })).toBe('c');
      expect(await found([], { without: [unit('bí thư')] })).toBe('b c');
    });

    test('loosened to words, and to most of the units', async () => {
      await engine.put([
        document('a', { body: 'hội thi nghị lực' }),
        document('b', { body: 'sơ kết, dân vận, Lộc Hà' }),
        document('c', { body: 'sơ kết' }),
      ]);
      expect(await found(['hội nghị'])).toBe('');
      expect(await found(['hội nghị'], { match: 'words' })).toBe('a');
      const units = ['sơ kết', 'dân vận', 'lộc hà', 'không có'];
      expect(await found(units)).toBe('');
      expect(await found(units, { match: 'most' })).toBe('b');
    });

    test('a question of more than ten units loses none of them', async () => {
      const words = 'một hai ba bốn năm sáu bảy tám chín mười mươi trăm nghìn'.split(' ');
      await engine.put([
        document('all', { body: words.join(', ') }),
        document('less', { body: words.slice(0, -1).join(', ') }),
        document('least', { body: words.slice(1).join(', ') }),
      ]);
      const answer = await engine.search(request(words, { facets: ['newspaper'] }));
      expect(answer.hits.map((hit) => hit.id)).toEqual(['all']);
      expect(answer.total).toBe(1);
      expect(answer.facets.newspaper).toEqual([{ value: 'bao-a', count: 1 }]);
    });

    test('fields weigh: the headline before the body', async () => {
      await engine.put([
        document('body', { headline: 'Tin khác', body: 'Có dân vận ở đây' }),
        document('head', { headline: 'Dân vận', body: 'Tin khác' }),
      ]);
      expect(await ids(['dân vận'])).toEqual(['head', 'body']);
    });
  });

  describe('filters and facets', () => {
    const hostile = [
      `" OR newspaper = "bao-a`,
      `it's`,
      `\\`,
      `\\"`,
      `a]`,
      `Đ, "x"`,
      `%_*`,
      `NOT`,
      `; --`,
    ];
    beforeEach(() =>
      engine.put([
        document('a', {
          body: 'họp',
          newspaper: 'bao-a',
          month: '2023-05',
          day: '2023-05-26',
          places: ['42', '446'],
          conferenceKinds: ['so-ket'],
        }),
        document('b', {
          body: 'họp',
          newspaper: 'bao-a',
          month: '2023-06',
          day: '2023-06-01',
          places: ['42', '448'],
          people: ['Nguyễn Văn An'],
        }),
        document('c', { body: 'họp', newspaper: 'bao-b', places: ['40'], section: 'Xã hội' }),
        document('d', { body: 'khác', newspaper: [] }),
      ]),
    );

    test('filters: any of the values, all of the filters', async () => {
      expect(await found(['họp'], { filters: [{ newspaper: ['bao-a'] }] })).toBe('a b');
      expect(await found(['họp'], { filters: [{ places: ['446', '40'] }] })).toBe('a c');
      expect(await found([], { filters: [{ places: ['42'], month: ['2023-06'] }] })).toBe('b');
      expect(await found([], { filters: [{ people: ['Nguyễn Văn An'] }] })).toBe('b');
      expect(await found([], { filters: [{ people: ['Nguyen Van An'] }] })).toBe('');
      expect(await found([], { filters: [{ section: ['Xã hội'] }] })).toBe('c');
      expect(await found([], { filters: [{ conferenceKinds: ['so-ket'], newspaper: [] }] })).toBe(
        'a',
      );
    });

    test('days include first and last; undated articles are not between them', async () => {
      expect(await found([], { filters: [{ from: '2023-05-26', to: '2023-06-01' }] })).toBe('a b');
      expect(await found([], { filters: [{ from: '2023-05-27' }] })).toBe('b');
      expect(await found([], { filters: [{ to: '2023-05-26' }] })).toBe('a');
    });

    test('facets count the whole answer, not the page', async () => {
      const answer = await engine.search(request(['họp'], { facets: FACETS, limit: 1 }));
      expect(answer.total).toBe(3);
      expect(answer.hits).toHaveLength(1);
      const none = Object.fromEntries(FACETS.map((facet) => [facet, []]));
      expect(answer.facets).toEqual({
        ...none,
        newspaper: [
          { value: 'bao-a', count: 2 },
          { value: 'bao-b', count: 1 },
        ],
        month: [
          { value: '2023-05', count: 1 },
          { value: '2023-06', count: 1 },
        ],
        day: [
          { value: '2023-05-26', count: 1 },
          { value: '2023-06-01', count: 1 },
        ],
        places: [
          { value: '42', count: 2 },
          { value: '40', count: 1 },
          { value: '446', count: 1 },
          { value: '448', count: 1 },
        ],
        conferenceKinds: [{ value: 'so-ket', count: 1 }],
        section: [{ value: 'Xã hội', count: 1 }],
        people: [{ value: 'Nguyễn Văn An', count: 1 }],
      });
      expect(answer.facetSizes).toMatchObject({ newspaper: 2, places: 4, people: 1, offices: 0 });
    });

    test('every facet filters and counts', async () => {
      await engine.put(
        FACETS.flatMap((facet, i) => [
          // An article has one day.
          document(`x${i}`, { [facet]: facet === 'day' ? [`y${i}`] : [`x${i}`, `y${i}`] }),
          document(`y${i}`, { [facet]: [`y${i}`] }),
        ]),
      );
      for (const [i, facet] of FACETS.entries()) {
        const filters = [{ [facet]: [`y${i}`] }];
        const answer = await engine.search(request([], { filters, facets: [facet] }));
        expect(answer.hits.map((hit) => hit.id).sort(), facet).toEqual([`x${i}`, `y${i}`]);
        expect(answer.facets[facet]?.[0], facet).toEqual({ value: `y${i}`, count: 2 });
        if (facet !== 'day')
          expect(await found([], { filters: [{ [facet]: [`x${i}`] }] }), facet).toBe(`x${i}`);
      }
    });

    test('a limit keeps the most frequent values, equals by value, and says how many there are', async () => {
      const places = Array.from({ length: 1_200 }, (_, i) => `p${String(i).padStart(4, '0')}`);
      await engine.put([
        document('e', { body: 'nhiều', places: places.toReversed() }),
        document('f', { body: 'nhiều', places: places.slice(700, 703) }),
      ]);
      const answer = await engine.search(
        request(['nhiều'], { facets: ['places', 'newspaper'], facetLimit: 5 }),
      );
      expect(answer.facets.places).toEqual([
        { value: 'p0700', count: 2 },
        { value: 'p0701', count: 2 },
        { value: 'p0702', count: 2 },
        { value: 'p0000', count: 1 },
        { value: 'p0001', count: 1 },
      ]);
      expect(answer.facetSizes).toEqual({ places: 1_200, newspaper: 1 });
      expect(answer.facets.newspaper).toEqual([{ value: 'bao-a', count: 2 }]);
    });

    test('a facet is looked through: folded within, by number or as a dictionary sorts, in slices', async () => {
      const names = ['Đỗ Ân', 'Đặng An', 'Dương Ẩn', 'Dương Án', 'Ông Văn', 'Nguyễn Ăn'];
      await engine.put([
        document('e', { body: 'nhiều', people: names }),
        document('f', { body: 'nhiều', people: ['Nguyễn Ăn'] }),
        document('g', { body: 'khác', people: ['Trần An'] }),
      ]);
      const all = { facet: 'people', within: '', order: 'name', offset: 0, limit: 100 } as const;
      const ask = async (change: object) => {
        const found = await engine.facet(request(['nhiều']), { ...all, ...change });
        return { total: found.total, names: found.values.map(({ value }) => value) };
      };
      const sorted = ['Dương Án', 'Dương Ẩn', 'Đặng An', 'Đỗ Ân', 'Nguyễn Ăn', 'Ông Văn'];
      expect(await ask({})).toEqual({ total: 6, names: sorted });
      expect(await ask({ offset: 4, limit: 1 })).toEqual({ total: 6, names: ['Nguyễn Ăn'] });
      expect((await ask({ order: 'count' })).names.slice(0, 2)).toEqual(['Nguyễn Ăn', 'Dương Án']);
      expect(await ask({ within: 'uong an' })).toEqual({ total: 2, names: sorted.slice(0, 2) });
      expect(await ask({ within: '%' })).toEqual({ total: 0, names: [] });
      const counted = await engine.facet(request([]), { ...all, within: 'nguyen an' });
      expect(counted.values).toEqual([{ value: 'Nguyễn Ăn', count: 2 }]);
    });

    test('reprints of an article, articles without a date', async () => {
      await engine.put([
        document('e', { original: 'a' }),
        document('f', { original: 'b', publishedAt: 100 }),
      ]);
      expect(await found([], { filters: [{ original: ['a'] }] })).toBe('e');
      expect(await found([], { filters: [{ original: ['a', 'b', `"`] }] })).toBe('e f');
      expect(await found([], { filters: [{ undated: true }] })).toBe('a b c d e');
    });

    test('an empty question gives everything', async () => {
      const answer = await engine.search(request([], { facets: ['newspaper'] }));
      expect(answer.total).toBe(4);
      expect(answer.hits.every((hit) => hit.tier === 'none')).toBe(true);
      expect(answer.facets.newspaper?.[0]).toEqual({ value: 'bao-a', count: 2 });
    });

    test('a facet has no cap', async () => {
      const many = Array.from({ length: 300 }, (_, i) => String(10_000 + i));
      await engine.put([document('e', { body: 'nhiều', places: many })]);
      const answer = await engine.search(request(['nhiều'], { facets: ['places'] }));
      expect(answer.facets.places).toHaveLength(300);
    });

    test('a hostile value is a value', async () => {
      await engine.put(
        hostile.map((value, i) => document(`h${i}`, { section: value, body: 'lạ' })),
      );
      for (const [i, value] of hostile.entries()) {
        expect(await found([], { filters: [{ section: [value] }] }), value).toBe(`h${i}`);
      }
      const answer = await engine.search(request(['lạ'], { facets: ['section'] }));
      expect(answer.facets.section?.map((one) => one.value).sort()).toEqual([...hostile].sort());
    });
  });

  describe('order and paging', () => {
    test('by date, equals by id, undated last', async () => {
      await engine.put([
        document('b', { publishedAt: 200 }),
        document('d', { publishedAt: null }),
        document('a', { publishedAt: 200 }),
        document('c', { publishedAt: 100 }),
        document('e', { publishedAt: 300 }),
      ]);
      expect(await ids([], { sort: 'newest' })).toEqual(['e', 'a', 'b', 'c', 'd']);
      expect(await ids([], { sort: 'oldest' })).toEqual(['c', 'a', 'b', 'e', 'd']);
    });

    test('pages of more than a thousand articles hold each once', async () => {
      const all = Array.from({ length: 1_205 }, (_, i) =>
        document(`n${String(i).padStart(4, '0')}`, {
          body: i % 3 === 0 ? 'họp bí thư' : 'họp bị thu',
          publishedAt: i % 7,
        }),
      );
      await engine.put(all);
      expect(await engine.count()).toBe(1_205);
      for (const sort of ['relevance', 'newest'] as const) {
        const seen: string[] = [];
        for (let offset = 0; offset < 1_300; offset += 100) {
          const answer = await engine.search(request(['bí thư'], { sort, offset, limit: 100 }));
          expect(answer.total).toBe(1_205);
          seen.push(...answer.hits.map((hit) => hit.id));
        }
        expect(seen).toHaveLength(1_205);
        expect(new Set(seen).size).toBe(1_205);
        if (sort === 'relevance') {
          expect(seen.slice(0, 402).every((id) => Number(id.slice(1)) % 3 === 0)).toBe(true);
        }
      }
      expect((await engine.search(request([], { offset: 5_000 }))).hits).toEqual([]);
    });

    test('every article, once, in order', async () => {
      const all = Array.from({ length: 1_205 }, (_, i) => {
        const month = `2023-0${(i % 3) + 1}`;
        return document(`n${String(i).padStart(4, '0')}`, {
          body: i % 5 === 0 ? 'họp bí thư' : 'họp bị thu',
          ...(i % 7 === 0 ? {} : { publishedAt: Date.parse(month) / 1000, month }),
        });
      });
      await engine.put([...all, document('other', { body: 'khác' })]);
      for (const sort of ['relevance', 'newest', 'oldest'] as const) {
        const seen: string[] = [];
        const asked = request(['bí thư'], { sort, limit: 0, facetLimit: 0 });
        for await (const ids of engine.every(asked)) seen.push(...ids);
        const { hits } = await engine.search(request(['bí thư'], { sort, limit: 1_300 }));
        expect(seen, sort).toEqual(hits.map((hit) => hit.id));
        expect(new Set(seen).size).toBe(1_205);
      }
      // Others may ask in between, and one may stop anywhere.
      const [first, second] = [engine.every(request([])), engine.every(request(['khác']))].map(
        (ids) => ids[Symbol.asyncIterator](),
      );
      expect((await first?.next())?.value).not.toHaveLength(0);
      expect((await second?.next())?.value).toEqual(['other']);
      await first?.return?.();
      expect(await second?.next()).toMatchObject({ done: true });
    });
  });

  describe('documents', () => {
    test('put twice is put once, and the newer form replaces the older', async () => {
      const first = document('a', { headline: 'Cũ', newspaper: 'bao-a', places: ['42'] });
      await engine.put([first]);
      await engine.put([first, document('b')]);
      expect(await engine.count()).toBe(2);
      await engine.put([document('a', { headline: 'Mới', newspaper: 'bao-b' })]);
      expect(await engine.count()).toBe(2);
      expect(await found(['cũ'])).toBe('');
      expect(await found(['mới'])).toBe('a');
      expect(await found([], { filters: [{ places: ['42'] }] })).toBe('');
      expect(await found([], { filters: [{ newspaper: ['bao-b'] }] })).toBe('a');
    });

    test('removed ones are gone; removing what is not there is no error', async () => {
      await engine.put([document('a', { body: 'họp' }), document('b', { body: 'họp' })]);
      await engine.remove(['a', 'zz']);
      await engine.remove([]);
      expect(await found(['họp'])).toBe('b');
      expect(await engine.count()).toBe(1);
    });

    test('ids come in order, slice by slice', async () => {
      await engine.put(['c', 'a', 'b', '10', '9'].map((id) => document(id)));
      expect(await engine.ids(null, 2)).toEqual(['10', '9']);
      expect(await engine.ids('9', 10)).toEqual(['a', 'b', 'c']);
      expect(await engine.ids('c', 10)).toEqual([]);
    });

    test('ensure a second time keeps everything', async () => {
      await engine.put([document('a', { body: 'họp' })]);
      await engine.ensure();
      expect(await found(['họp'])).toBe('a');
      expect(await engine.form()).toBe('current');
    });

    test('some of the ids are there', async () => {
      await engine.put(['a', 'b', 'c'].map((id) => document(id)));
      expect([...(await engine.has(['zz', 'c', 'a']))].sort()).toEqual(['a', 'c']);
      expect(await engine.has([])).toEqual([]);
      const many = Array.from({ length: 1_000 }, (_, i) => `n${i}`);
      expect(await engine.has([...many, 'b'])).toEqual(['b']);
    });
  });

  describe('a new index', () => {
    test('is built beside the one that answers, and takes its place', async () => {
      await engine.discard();
      await engine.put([document('old', { body: 'họp' })]);
      const before = await engine.mark();
      const next = await engine.build();
      expect(next.mark).not.toBe(before);
      expect(await engine.begun()).toBe(next.mark);
      await next.put([
        document('x', { body: 'họp' }),
        document('new', { body: 'họp' }),
        document('y'),
      ]);
      await next.remove(['y']);
      expect(await next.count()).toBe(2);
      expect([...(await next.has(['old', 'new', 'y']))]).toEqual(['new']);
      expect(await found(['họp'])).toBe('old');
      // What comes meanwhile is found at once where it was put.
      await engine.put([document('late', { body: 'họp' })]);
      expect(await found(['họp'])).toBe('late old');
      await next.swap();
      expect(await found(['họp'])).toBe('new x');
      expect(await engine.count()).toBe(2);
      expect(await engine.mark()).toBe(next.mark);
      expect(await engine.begun()).toBeNull();
      expect(await engine.form()).toBe('current');
      await engine.put([document('z', { body: 'họp' })]);
      expect(await found(['họp'])).toBe('new x z');
    });

    test('that was left is gone on with, or forgotten', async () => {
      await engine.discard();
      await engine.put([document('old', { body: 'họp' })]);
      const first = await engine.build();
      await first.put([document('a', { body: 'họp' })]);
      await first.close();
      const again = await engine.build();
      expect(again.mark).toBe(first.mark);
      expect(await again.has(['a', 'old'])).toEqual(['a']);
      await again.close();
      await engine.discard();
      await engine.discard();
      expect(await engine.begun()).toBeNull();
      expect(await found(['họp'])).toBe('old');
      const other = await engine.build();
      expect(other.mark).not.toBe(first.mark);
      expect(await other.count()).toBe(0);
      await other.close();
      await engine.discard();
    });
  });
  return cases;
}

/** `open` gives an engine that nobody else uses. */
export function engineContract(name: string, open: () => Promise<SearchEngine>): void {
  group(`${name} is a search engine`, () => {
    let engine: SearchEngine;
    beforeAll(async () => {
      engine = await open();
      await engine.ensure();
    });
    afterAll(() => engine.close());
    run.each(engineCases())('$name', async ({ check }) => {
      await engine.clear();
      await check(engine);
    });
  });
}
