/** Filters, facets, groups and long lists: the same from both engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { labelOf } from '../../app/labels.ts';
import { everyHit, openEveryHit } from '../../app/search/every-hit.ts';
import { facetPage } from '../../app/search/facet-page.ts';
import { type SearchParts, search } from '../../app/search.ts';
import type { FacetQuestion, Question } from '../../app/search-answer.ts';
import type { StoredArticle } from '../../archive/port.ts';
import { viCompare } from '../../vietnamese/index.ts';
import { meiliAvailable } from '../indexer/meili-server.ts';
import {
  article,
  conference,
  official,
  openSearchWorld,
  place,
  type SearchWorld,
  stored,
} from './search-world.ts';

const SURNAMES = ['Ân', 'Ăn', 'An', 'Bùi', 'Đặng', 'Dương', 'Ê Ban', 'Ông', 'Ơn', 'Ừng'];
const names = Array.from({ length: 1_300 }, (_, i) => `${SURNAMES[i % 10]} Thử ${i}`);

const paragraph = (text: string) => ({ type: 'paragraph' as const, text });

const few: StoredArticle[] = [
  stored(
    article('loc-ha-cu', {
      headline: 'Lộc Hà sơ kết công tác dân vận',
      section: 'Chính trị',
      publishedAt: '2023-05-26T08:00:00+07:00',
      blocks: [paragraph('Đầu tuần, UBND huyện họp.')],
      people: [official('Trần Văn Thử', 'Bí thư Huyện ủy')],
      places: [place('18586', '18568'), place('448', '18568', '18574')],
      conferences: [
        conference({ occasion: 'giữa nhiệm kỳ', organiser: 'Đảng bộ huyện', level: 'huyen' }),
      ],
    }),
  ),
  stored(
    article('loc-ha-moi', {
      newspaper: 'bao-b',
      headline: 'Xã mới sơ kết',
      publishedAt: '2025-08-02T08:00:00+07:00',
      places: [place('18568', '18568')],
      conferences: [conference({ status: 'planned', level: 'co-so' })],
    }),
  ),
  stored(
    article('kien-giang', {
      newspaper: 'bao-b',
      headline: 'Đảo xa sơ kết',
      publishedAt: '2024-08-02T08:00:00+07:00',
      places: [place('91', '91')],
    }),
    { withdrawnAt: '2024-09-01T00:00:00.000Z' },
  ),
  stored(
    article('an-giang', {
      newspaper: 'bao-c',
      headline: 'Đồng bằng sơ kết',
      publishedAt: '2025-08-03T08:00:00+07:00',
      places: [place('91', '91')],
    }),
  ),
  stored(
    article('dang-lai-1', { newspaper: 'bao-c', headline: 'Lộc Hà sơ kết công tác dân vận' }),
    { original: 'loc-ha-cu' },
  ),
  stored(
    article('dang-lai-2', {
      newspaper: 'bao-d',
      headline: 'Sơ kết dân vận',
      publishedAt: '2023-05-27T08:00:00+07:00',
    }),
    { original: 'loc-ha-cu' },
  ),
  stored(
    article('khong-ngay', {
      headline: 'Mưa lớn, gió',
      publishedAt: null,
      publishedPrecision: null,
    }),
  ),
];
const many: StoredArticle[] = names.map((name, i) =>
  stored(
    article(`n${String(i).padStart(4, '0')}`, {
      newspaper: `bao-${i % 3}`,
      headline: i % 4 === 0 ? 'Nhà báo kể chuyện' : 'Nhà bao nhiêu chuyện',
      publishedAt: `202${i % 4}-0${(i % 9) + 1}-1${i % 7}T08:00:00+07:00`,
      people: [official(name, 'Chủ tịch xã'), official('Lê Chung', 'Bí thư xã')],
    }),
  ),
);

const engines = ['embedded', 'meilisearch'] as const;
for (const id of engines) {
  const possible = id === 'embedded' || meiliAvailable();
  if (!possible)
    console.log('\nnot run: facets on Meilisearch (no MEILI_URL, no program on the PATH)');
  describe.runIf(possible)(`search with ${id}`, () => {
    let world: SearchWorld;
    let parts: SearchParts;
    beforeAll(async () => {
      world = await openSearchWorld(id, [...few, ...many]);
      const label = labelOf([
        { id: 'bao-a', name: 'Báo Ô' },
        { id: 'bao-b', name: 'Báo Ă' },
        { id: 'bao-c', name: 'Báo Â' },
        { id: 'bao-d', name: 'Báo Đ' },
      ]);
      parts = { ...world, label };
    }, 60_000);
    afterAll(() => world.close());

    const ask = (text: string, change: Partial<Question> = {}) =>
      search(parts, { text, ...change });
    const ids = async (change: Partial<Question>) =>
      (await ask('sơ kết', change)).hits.map((hit) => hit.id).sort();
    const facet = (change: Partial<FacetQuestion> & Pick<FacetQuestion, 'facet'>) =>
      facetPage(parts, { text: '', ...change });
    const counts = (values: readonly { value: string; count: number }[] | undefined) =>
      Object.fromEntries((values ?? []).map(({ value, count }) => [value, count]));

    test("filters by what an article is about, by its day's units and by today's", async () => {
      const found = (filters: NonNullable<Question['filters']>) => ids({ filters });
      expect(await found({ officials: ['Trần Văn Thử'] })).toEqual(['loc-ha-cu']);
      expect(await found({ offices: ['Bí thư Huyện ủy'] })).toEqual(['loc-ha-cu']);
      expect(await found({ occasions: ['giữa nhiệm kỳ'], levels: ['huyen'] })).toEqual([
        'loc-ha-cu',
      ]);
      expect(await found({ organisers: ['Đảng bộ huyện', 'khác'] })).toEqual(['loc-ha-cu']);
      expect(await found({ statuses: ['planned'] })).toEqual(['loc-ha-moi']);
      expect(await found({ origin: ['reprint'] })).toEqual(['dang-lai-1', 'dang-lai-2']);
      expect(await found({ state: ['withdrawn'] })).toEqual(['kien-giang']);
      expect(await found({ content: ['yes'] })).toEqual(['loc-ha-cu']);
      expect(await found({ day: ['2025-08-02', '2025-08-03'] })).toEqual([
        'an-giang',
        'loc-ha-moi',
      ]);
      // The commune of today holds communes of the old district.
      expect(await found({ places: ['t:18568'] })).toEqual(['loc-ha-cu', 'loc-ha-moi']);
      expect((await ask('xã:"Lộc Hà" sơ kết')).hits.map((hit) => hit.id).sort()).toEqual([
        'loc-ha-cu',
        'loc-ha-moi',
      ]);
      expect(await found({ places: ['448'] })).toEqual(['loc-ha-cu']);
      // One code, two provinces.
      expect(await found({ places: ['91'] })).toEqual(['kien-giang']);
      expect(await found({ places: ['91@2025-07-01'] })).toEqual(['an-giang']);
      expect(await found({ places: ['t:91'] })).toEqual(['an-giang', 'kien-giang']);
    });

    test('a facet is counted without its own choice, the others with it', async () => {
      const filters = { newspaper: ['bao-a', 'bao-b'], month: ['2023-05', '2025-08'] };
      const answer = await ask('sơ kết', { filters });
      expect(answer.total).toBe(2);
      expect(counts(answer.facets.newspaper)).toEqual({
        'bao-a': 1,
        'bao-b': 1,
        'bao-c': 2,
        'bao-d': 1,
      });
      expect(counts(answer.facets.month)).toEqual({ '2023-05': 1, '2024-08': 1, '2025-08': 1 });
      expect(counts(answer.facets.statuses)).toEqual({ held: 1, planned: 1 });
      // Equals as a dictionary sorts their names.
      expect(answer.facets.newspaper?.map((one) => one.label)).toEqual(
        ['Báo Â', 'Báo Ă', 'Báo Đ', 'Báo Ô'].sort((a, b) =>
          a === 'Báo Â' ? -1 : b === 'Báo Â' ? 1 : viCompare(a, b),
        ),
      );
    });

    test('what is chosen stays in sight', async () => {
      const filters = { officials: ['Lê Chung', 'Ân Thử 0'], newspaper: ['bao-không-có'] };
      const { facets, total } = await ask('', { filters, facetSize: 2 });
      expect(total).toBe(0);
      expect(counts(facets.newspaper)).toMatchObject({ 'bao-không-có': 0 });
      const one = await ask('', { filters: { officials: ['Ân Thử 0'] }, facetSize: 1 });
      expect(one.facets.officials).toEqual([
        { value: 'Lê Chung', label: 'Lê Chung', count: 1_300 },
        { value: 'Ân Thử 0', label: 'Ân Thử 0', count: 1 },
      ]);
      expect(one.facetSizes.officials).toBe(1_302);
    });

    test('a facet of more than a thousand values comes whole, sorted as Vietnamese sorts', async () => {
      const whole = await facet({ facet: 'officials', order: 'name', pageSize: 1_000 });
      expect(whole).toMatchObject({ total: 1_302, pages: 2, page: 1 });
      const rest = await facet({ facet: 'officials', order: 'name', pageSize: 1_000, page: 2 });
      const all = [...whole.values, ...rest.values];
      expect(all.map((one) => one.value)).toEqual(
        [...names, 'Lê Chung', 'Trần Văn Thử'].sort(viCompare),
      );
      expect(all.reduce((sum, one) => sum + one.count, 0)).toBe(2_601);
      const within = await facet({ facet: 'officials', within: 'DANG thu 12', pageSize: 5 });
      expect(within.values.map((one) => one.value)).toEqual([
        'Đặng Thử 124',
        'Đặng Thử 1204',
        'Đặng Thử 1214',
        'Đặng Thử 1224',
        'Đặng Thử 1234',
      ]);
      expect(within.total).toBe(11);
      for (const hostile of ['%', '_', '"', "'", '\\', '.*', '[']) {
        expect(await facet({ facet: 'officials', within: hostile }), hostile).toMatchObject({
          total: 0,
        });
      }
    });

    test('values with names of their own are looked through and sorted by these', async () => {
      const papers = await facet({
        facet: 'newspaper',
        within: 'bao',
        text: 'sơ kết',
        order: 'name',
      });
      expect(papers.values.map((one) => one.label)).toEqual(['Báo Ă', 'Báo Â', 'Báo Đ', 'Báo Ô']);
      const places = await facet({ facet: 'places', within: 'loc ha', text: 'sơ kết' });
      expect(counts(places.values)).toEqual({ '448': 1, '18568@2025-07-01': 1, 't:18568': 2 });
      const days = await facet({ facet: 'day', text: 'sơ kết', order: 'name', pageSize: 2 });
      expect(days.values.map((one) => one.label)).toEqual(['3/8/2025', '2/8/2025']);
    });

    test('all pages together are all articles once, and so is the whole list', async () => {
      for (const sort of ['relevance', 'newest', 'oldest'] as const) {
        const seen: string[] = [];
        for (let page = 1; page <= 14; page++) {
          const { hits, total } = await ask('nhà báo', { sort, page, pageSize: 100, facets: [] });
          expect(total).toBe(1_300);
          seen.push(...hits.map((hit) => hit.id));
        }
        expect(seen).toHaveLength(1_300);
        expect(new Set(seen).size).toBe(1_300);
        const every: string[] = [];
        for await (const one of everyHit(parts, { text: 'nhà báo', sort })) every.push(one);
        expect(every, sort).toEqual(seen);
      }
      const {
        total,
        loosened,
        ids: some,
      } = await openEveryHit(parts, { text: 'mưa lớn gió kangaru' });
      expect({ total, loosened }).toEqual({ total: 1, loosened: 'most' });
      for await (const one of some) expect(one).toBe('khong-ngay');
    });

    test('reprints stand under their original, those of other pages too', async () => {
      const answer = await ask('sơ kết', { group: true });
      expect(answer).toMatchObject({ total: 6, folded: 2 });
      const lead = answer.hits.find((hit) => hit.id === 'loc-ha-cu');
      expect(lead?.reprints.map((one) => [one.id, one.newspaper])).toEqual([
        ['dang-lai-1', 'bao-c'],
        ['dang-lai-2', 'bao-d'],
      ]);
      expect(answer.hits.filter((hit) => hit.id.startsWith('dang-lai'))).toEqual([]);
      const apart = await ask('sơ kết', { group: true, filters: { origin: ['reprint'] } });
      expect(apart.hits.map((hit) => [hit.id, hit.reprints.map((one) => one.id)])).toEqual([
        [
          apart.hits[0]?.id,
          ['dang-lai-1', 'dang-lai-2'].filter((one) => one !== apart.hits[0]?.id),
        ],
      ]);
      const first = await ask('lộc hà sơ kết', { group: true, pageSize: 1, sort: 'oldest' });
      expect(first.hits[0]?.id).toBe('dang-lai-1');
    });

    test('says how each article was found', async () => {
      const [hit] = (await ask('ủy ban nhân dân họp')).hits;
      expect(hit?.matched).toEqual({ otherwise: ['UBND'], missing: [] });
      const [most] = (await ask('mưa lớn gió kangaru')).hits;
      expect(most?.matched).toEqual({ otherwise: [], missing: ['kangaru'] });
    });

    test('where nothing is found, what less would find', async () => {
      const answer = await ask('sơ kết', {
        filters: { newspaper: ['bao-b'], statuses: ['held'], from: '2024-01-01' },
      });
      expect(answer.total).toBe(0);
      expect(answer.loosenings).toEqual(
        [
          { drop: 'newspaper', unit: null, and: null, total: 0 },
          { drop: 'statuses', unit: null, and: null, total: 2 },
          { drop: 'days', unit: null, and: null, total: 0 },
          { drop: 'filters', unit: null, and: null, total: 6 },
        ].sort((a, b) => Number(b.total > 0) - Number(a.total > 0)),
      );
      const units = await ask('"sơ kết" "kangaru"');
      expect(units.loosenings).toEqual(
        [
          { drop: 'unit', unit: 'sơ kết', and: null, total: 0 },
          { drop: 'unit', unit: 'kangaru', and: null, total: 6 },
        ].sort((a, b) => b.total - a.total),
      );
      expect((await ask('sơ kết')).loosenings).toEqual([]);
    });

    test('where no single part is to blame, which two are', async () => {
      const found = async (text: string, more: Omit<Question, 'text'>) =>
        (await ask(text, more)).loosenings.filter(({ total }) => total > 0);
      const unit = { drop: 'unit', unit: 'kangaru' };
      expect(await found('"sơ kết" "kangaru"', { filters: { newspaper: ['bao-x'] } })).toEqual([
        { drop: 'newspaper', unit: null, and: unit, total: 6 },
      ]);
      // One of three filters is enough to give up.
      expect(
        await found('"sơ kết" "kangaru"', {
          filters: { newspaper: ['bao-x'], state: ['live', 'withdrawn'], to: '2030-01-01' },
        }),
      ).toEqual([
        { drop: 'filters', unit: null, and: unit, total: 6 },
        { drop: 'newspaper', unit: null, and: unit, total: expect.any(Number) },
      ]);
      // Nothing helps but a word alone.
      expect(
        await found('"sơ kết" "kangaru" "wallaby"', { filters: { newspaper: ['bao-x'] } }),
      ).toEqual([{ drop: 'others', unit: 'sơ kết', and: null, total: 6 }]);
      expect(await found('"sơ kết" -"sơ kết"', {})).toEqual([
        { drop: 'exclusions', unit: null, and: null, total: 6 },
      ]);
      expect(await found('"sơ kết"', { filters: { undated: true } })).toEqual([
        { drop: 'undated', unit: null, and: null, total: 6 },
      ]);
    });

    test.each([
      [{ filters: { places: ['9999'] } }, 'question-unknown-place'],
      [{ filters: { places: ['91@2025-07-02'] } }, 'question-unknown-place'],
      [{ filters: { statuses: ['maybe'] } }, 'question-unknown-value'],
      [{ filters: { origin: ['__proto__'] } }, 'question-unknown-value'],
      [{ filters: { month: ['2023-13'] } }, 'question-bad-date'],
      [{ filters: { day: ['2023-02-31'] } }, 'question-bad-date'],
      [{ filters: { people: Array.from({ length: 51 }, String) } }, 'question-bad-filter'],
      [{ filters: { section: ['x'.repeat(401)] } }, 'question-bad-filter'],
      [{ facetSize: 1_001 }, 'question-bad-facet-size'],
      [{ facetSize: 0 }, 'question-bad-facet-size'],
    ])('refuses %j', async (change, code) => {
      await expect(ask('', change)).rejects.toMatchObject({ code });
    });

    test('bounds of a facet', async () => {
      const refuses = (change: object) => facet({ facet: 'people', ...change });
      await expect(refuses({ pageSize: 1_001 })).rejects.toMatchObject({
        code: 'question-bad-facet-size',
      });
      await expect(refuses({ page: 0 })).rejects.toMatchObject({ code: 'question-bad-page' });
      await expect(refuses({ within: 'x'.repeat(201) })).rejects.toMatchObject({
        code: 'question-too-long',
      });
      expect(await refuses({ page: 1_000_000 })).toMatchObject({ values: [], total: 1_302 });
    });
  });
}
