/** What every archive's register of officials does. */
import { expect } from 'vitest';
import type { Article, Person } from '../../core/article.ts';
import { codeOf } from '../../core/errors.ts';
import type { ArchiveCase } from './archive-case.ts';
import { at, correction, input, official, record } from './archive-samples.ts';

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'resolved',
    (error: unknown) => codeOf(error),
  );

const NAME = 'Trần Văn Thử';
const SECRETARY = 'Bí thư Huyện ủy Lộc Hà';

const said = (speaker: Person, paragraph = 1): Article['quotes'] => [
  {
    text: 'Làm đường trước',
    spans: [{ paragraph, start: 0, end: 8 }],
    speaker,
    verb: 'nói',
    direct: true,
    marked: true,
  },
];

export const officialCases: readonly ArchiveCase[] = [
  {
    name: 'officials: one for each key, with offices over time and the articles that give them',
    async run({ articles, officials, counts, check }) {
      const put = (path: string, day: string, person: Person, change: Partial<Article> = {}) =>
        articles.put(
          input(
            record(path, { people: [person], publishedAt: `${day}T08:00:00+07:00`, ...change }),
          ),
          at(1),
        );
      const secretary = official(NAME, [SECRETARY]);
      await put('b', '2026-01-06', secretary, { quotes: said(secretary) });
      await put('a', '2026-01-02', secretary);
      await put('c', '2026-02-01', official(NAME, ['Phó Chủ tịch tỉnh', `nguyên ${SECRETARY}`]));
      await put('d', '2026-01-03', official(NAME, ['Bí thư Huyện ủy Nghi Xuân'], '40'));
      await put('e', '2026-01-03', { ...official('Lê Thị Dân', []), official: false });
      const { items } = await officials.list({}, null, 10);
      expect(items.map(({ name, articles: n, quotes }) => [name, n, quotes])).toEqual([
        [NAME, 3, 1],
        [NAME, 1, 0],
      ]);
      expect((await counts()).officials).toBe(2);
      const [one, other] = items;
      expect(await officials.get(one?.id ?? '')).toMatchObject({
        firstDay: '2026-01-02',
        lastDay: '2026-02-01',
        names: [NAME],
        offices: [
          { title: 'Phó Chủ tịch tỉnh', former: false, articles: 1 },
          {
            title: SECRETARY,
            former: false,
            firstDay: '2026-01-02',
            lastDay: '2026-01-06',
            articles: 2,
            firstArticle: record('a').id,
            lastArticle: record('b').id,
          },
          { title: SECRETARY, former: true, firstDay: '2026-02-01' },
        ],
      });
      expect((await officials.namesakes(one?.id ?? '', 5)).map(({ id }) => id)).toEqual([
        other?.id,
      ]);
      const pages = async (quoted: boolean) => {
        const found: string[] = [];
        let cursor: string | null = null;
        do {
          const slice: Awaited<ReturnType<typeof officials.articles>> = await officials.articles(
            one?.id ?? '',
            { quoted },
            cursor,
            1,
          );
          found.push(...slice.items.map(({ articleId }) => articleId));
          cursor = slice.next;
        } while (cursor !== null);
        return found;
      };
      expect(await pages(false)).toEqual(['c', 'b', 'a'].map((path) => record(path).id));
      expect(await pages(true)).toEqual([record('b').id]);
      expect(await officials.ofArticle(record('a').id)).toEqual(new Map([[0, one?.id]]));
      // Read again without the person, then with another day.
      await articles.put(input(record('b')), at(2));
      await put('a', '2026-01-09', secretary);
      expect(await officials.get(one?.id ?? '')).toMatchObject({ articles: 2, quotes: 0 });
      expect((await officials.get(one?.id ?? ''))?.offices[1]).toMatchObject({
        firstDay: '2026-01-09',
        articles: 1,
      });
      expect(await check()).toEqual([]);
    },
  },
  {
    name: 'officials: are found by name and office, with marks or without, by place, on a day',
    async run({ articles, officials }) {
      const put = (path: string, day: string, person: Person) =>
        articles.put(
          input(record(path, { people: [person], publishedAt: `${day}T08:00:00+07:00` })),
          at(1),
        );
      await put('a', '2026-01-02', official('Trần Văn Thử', [SECRETARY]));
      await put('b', '2026-03-02', official('Trần Văn Thử', [SECRETARY]));
      await put('c', '2026-06-02', official('Trần Vân Thu', [SECRETARY]));
      await put('d', '2026-01-05', official('Lê Cá', ['Bí thư Tỉnh ủy'], '40'));
      const names = async (filter: Parameters<typeof officials.list>[0]) => {
        const { items } = await officials.list(filter, null, 10);
        expect(await officials.count(filter)).toBe(items.length);
        return items.map(({ name }) => name);
      };
      expect(await names({ name: 'trần văn' })).toEqual(['Trần Văn Thử']);
      expect(await names({ name: 'TRAN VAN' })).toEqual(['Trần Vân Thu', 'Trần Văn Thử']);
      expect(await names({ name: 'ra' })).toEqual([]);
      expect(await names({ name: '%' })).toEqual([]);
      expect(await names({ office: 'bi thu huyen uy' })).toHaveLength(2);
      expect(await names({ office: 'huyện ủy lộc hà', at: '2026-02-01' })).toEqual([
        'Trần Văn Thử',
      ]);
      expect(await names({ office: 'huyện ủy lộc hà', at: '2026-04-01' })).toEqual([]);
      expect(await names({ places: ['40'] })).toEqual(['Lê Cá']);
      expect(await names({ places: ['40', '42'] })).toEqual([]);
      const near = { office: 'huyện ủy lộc hà', at: '2026-05-20' };
      const closest = await officials.closest(near, 5);
      expect(closest.map((one) => one.official.name)).toEqual(['Trần Vân Thu', 'Trần Văn Thử']);
    },
  },
  {
    name: 'officials: joined and parted by hand wins over keys, through every reading, until taken back',
    async run(archive) {
      const { articles, officials, corrections } = archive;
      const put = (path: string, place: string, titles = [SECRETARY], change = {}) =>
        articles.put(
          input(record(path, { people: [official(NAME, titles, place)], ...change })),
          at(1),
        );
      const idOf = async (path: string, position = 0) =>
        (await officials.ofArticle(record(path).id)).get(position) ?? 'none';
      const told = (paths: string, position = 0) =>
        Promise.all([...paths].map((path) => idOf(path, position)));
      for (const path of 'abc') await put(path, 'A');
      for (const path of 'de') await put(path, 'B');
      const [one, other] = [await idOf('a'), await idOf('d')];
      expect(await told('abcde')).toEqual([one, one, one, other, other]);

      const joined = await officials.join(one, other, 'Lan', at(2));
      expect(joined).toMatchObject({ kind: 'join', by: 'Lan', withdrawn: null });
      expect(await officials.join(one, other, 'Lan', at(2))).toEqual(joined);
      expect(await refusal(officials.join(one, other, 'Lan', at(3)))).toBe('official-same');
      expect((await officials.get(other))?.id).toBe(one);
      expect(await officials.get(one)).toMatchObject({ articles: 5 });
      expect(await officials.count()).toBe(1);
      // What is new and bears the key of either is of the one that stays.
      await put('f', 'B');
      expect(await idOf('f')).toBe(one);

      const parted = await officials.part(one, [record('b').id], 'Minh', at(4));
      expect(parted.act).toMatchObject({ kind: 'part', moved: [record('b').id], stale: false });
      const whole = [one, parted.id, one, one, one, one];
      expect(await told('abcdef')).toEqual(whole);
      await corrections.put(
        record('e').id,
        correction(record('e'), { kind: 'quote', speaker: NAME, official: true, offices: [] }),
        'Lan',
        at(5),
      );
      expect(await told('abcdef')).toEqual(whole);

      // Another version gives other offices and places, at other places of the record.
      for (const path of 'abcdef') {
        const people = [
          official('Lê Cá', ['Bí thư'], 'C'),
          official(NAME, ['Chủ tịch'], path === 'e' ? '' : 'A B'),
        ];
        await articles.put(input(record(path, { people })), at(6));
      }
      expect(await told('abcdef', 1)).toEqual(whole);
      expect((await officials.get(other))?.id).toBe(one);
      expect(await archive.check()).toEqual([]);

      for (const path of 'abcf') await put(path, 'A');
      for (const path of 'de') await put(path, 'B');
      expect((await officials.acts(one)).map(({ kind, withdrawn }) => [kind, withdrawn])).toEqual([
        ['join', null],
        ['part', null],
      ]);
      const back = await officials.withdrawAct(parted.act.id, 'Lan', at(7));
      expect(back?.withdrawn).toEqual({ by: 'Lan', at: at(7) });
      expect(await told('ab')).toEqual([one, one]);
      expect((await officials.get(parted.id))?.id).toBe(one);
      await officials.withdrawAct(joined.id, 'Lan', at(9));
      expect(await told('abcf')).toEqual([one, one, one, one]);
      expect(await idOf('d')).not.toBe(one);
      expect(await officials.withdrawAct(77, 'Lan', at(9))).toBeNull();
      expect(await archive.check()).toEqual([]);
    },
  },
  {
    name: 'officials: refuse what says nothing; one whose articles get another key one by one keeps its id',
    async run({ articles, officials, check }) {
      const put = (path: string, place: string) =>
        articles.put(input(record(path, { people: [official(NAME, [SECRETARY], place)] })), at(1));
      const idOf = async (path: string) =>
        (await officials.ofArticle(record(path).id)).get(0) ?? 'none';
      for (const path of 'abcd') await put(path, 'A');
      const one = await idOf('a');
      const all = [...'abcd'].map((path) => record(path).id);
      const nothing = 'official-nothing-to-part';
      expect(await refusal(officials.part(one, all, 'Lan', at(2)))).toBe(nothing);
      expect(await refusal(officials.part(one, ['x'], 'Lan', at(2)))).toBe(nothing);
      expect(await refusal(officials.join(one, 'x', 'Lan', at(2)))).toBe('official-not-found');
      for (const path of 'abcd') await put(path, 'B');
      for (const path of 'abcd') expect(await idOf(path)).toBe(one);
      expect(await officials.count()).toBe(1);
      expect(await check()).toEqual([]);
    },
  },
];
