/** The learned choice of main places: what is weighed, and when it overrules the rules. Synthetic texts. */
import { describe, expect, it } from 'vitest';
import { findPlaces } from '../../vietnamese/index.ts';
import { readPlaces } from '../../vietnamese/places.ts';
import { candidatesOf, FEATURES } from '../../vietnamese/places-candidates.ts';
import { type Choice, chosen } from '../../vietnamese/places-choice.ts';
import { type Said, signNumbers } from '../../vietnamese/places-signs.ts';
import { syllables } from '../../vietnamese/places-text.ts';
import { grow, type Named, type Path } from '../../vietnamese/places-tree.ts';
import { storyWords } from '../../vietnamese/places-words.ts';

const HT: Path = ['Tỉnh Hà Tĩnh', null, null];
const LH: Path = ['Tỉnh Hà Tĩnh', 'Huyện Lộc Hà', null];
const CX: Path = ['Tỉnh Hà Tĩnh', 'Huyện Cẩm Xuyên', null];
const NA: Path = ['Tỉnh Nghệ An', null, null];

const named = (path: Path, paragraph: number, start: number): Named => ({
  paragraph,
  start,
  end: start + 6,
  path,
});

describe('what is weighed', () => {
  it('is no place, each unit, and those that stand out among their siblings', () => {
    const places = [named(LH, -1, 0), named(CX, 0, 0), named(NA, 1, 0)];
    const passages = [-1, 0, 1].map((paragraph) => ({ paragraph, text: 'x'.repeat(40) }));
    const grown = grow(places, ['scene', 'plain', 'aside'], passages);
    const found = candidatesOf(grown, [1, 2, 3], (paths) => paths.length);
    expect(found.map(({ paths }) => paths)).toEqual([
      [],
      [HT],
      [NA],
      [HT, NA],
      [LH],
      [CX],
      [LH, CX],
    ]);
    for (const { paths, features } of found) {
      expect(features).toHaveLength(FEATURES.length);
      expect(features.every(Number.isFinite)).toBe(true);
      expect(features.slice(-4)).toEqual([1, 2, 3, paths.length === 0 ? -9 : paths.length]);
    }
  });

  it('is the words of the beginning without figures and places', () => {
    const text = 'Sáng 3/4, tại huyện Lộc Hà xảy ra sự việc.';
    const places = [named(LH, 1, text.indexOf('huyện'))].map((place) => ({
      ...place,
      end: text.indexOf(' xảy'),
    }));
    const words = storyWords([{ paragraph: 1 }], [syllables(text)], places);
    expect([...words]).toEqual(['sáng', 'tại', 'xảy', 'ra', 'sự', 'việc']);
    const long = syllables(`${'a b '.repeat(300)}c`);
    expect([...storyWords([{ paragraph: 1 }], [long], [])]).toEqual(['a', 'b']);
  });
});

describe('signs around names', () => {
  const signsOf = (said: readonly Said[], answer: readonly Path[]): string[] => {
    const names: string[] = [];
    const numbers = signNumbers(said, (sign) => names.push(sign) - 1)(answer);
    return numbers.map((number) => names[number] ?? '').sort();
  };

  it('are the zone, level and role of a name, the words before it and the one behind', () => {
    const { story } = readPlaces(
      [
        { paragraph: -1, text: 'Chợ mới ở Lộc Hà' },
        { paragraph: 1, text: 'Sáng 3/4, tại huyện Lộc Hà đã khai mạc. Tỉnh Nghệ An cũng dự.' },
      ],
      { publishedAt: '2023-05-01', province: null },
    );
    expect(story.said.map(({ path }) => path)).toEqual([LH, LH, NA]);
    expect(story.said[0]?.signs).toEqual(
      expect.arrayContaining(['zone h', 'level district', 'right before ở', 'behind .']),
    );
    expect(story.said[1]?.signs).toEqual(
      expect.arrayContaining([
        'zone b',
        'before sáng',
        'before #',
        'right before tại',
        'behind đã',
      ]),
    );
    // The sentence before is none of its company.
    expect(story.said[2]?.signs).toContain('right before .');
    expect(story.said[2]?.signs).not.toContain('before mạc');
  });

  it('say how the name stands to the answer', () => {
    const said: Said[] = [
      { path: LH, holder: false, signs: ['a'] },
      { path: HT, holder: true, signs: ['b'] },
      { path: NA, holder: false, signs: ['c'] },
    ];
    expect(signsOf(said, [LH])).toEqual(['1 of 2', '= a', '| c']);
    expect(signsOf(said, [HT])).toEqual(['1 of 1', '< a', '= b', '| c']);
    expect(signsOf(said, [LH, CX])).toEqual(['2 of 2', '= a', '| c']);
  });

  it('are looked at in the first names alone', () => {
    const text = 'Lũ lớn tại huyện Lộc Hà. '.repeat(200);
    const { story } = readPlaces([{ paragraph: 1, text }], { publishedAt: null, province: null });
    expect(story.said).toHaveLength(60);
  });
});

describe('the choice', () => {
  const passages = [{ paragraph: -1, text: 'x'.repeat(40) }];
  const grown = grow([named(LH, -1, 0)], ['scene'], passages);
  const story = { grown, words: new Set<string>(), said: [] };
  const level = FEATURES.indexOf('level');
  /** Likes districts; no place has level -1, a province 1. */
  const choice: Choice = {
    words: new Map(),
    wordsBias: [0, 0, 0],
    signs: new Map(),
    signsBias: 0,
    trees: [[level, 1.5, -1, 1]],
    base: 0,
  };

  it('overrules the rules where another answer is likelier', () => {
    expect(chosen({ ...story, ruled: [HT] }, choice)).toEqual([LH]);
    expect(chosen({ ...story, ruled: [] }, choice)).toEqual([LH]);
  });

  it('leaves them where it is hardly likelier, and what it does not weigh', () => {
    const unsure: Choice = { ...choice, trees: [[level, 1.5, -0.1, 0.1]] };
    expect(chosen({ ...story, ruled: [HT] }, unsure)).toEqual([HT]);
    const ruled: Path[] = [LH, NA];
    expect(chosen({ ...story, ruled }, choice)).toBe(ruled);
  });

  it('hears words and signs', () => {
    const words: Choice = {
      ...choice,
      words: new Map([['lũ', [2, 0, 0]]]),
      wordsBias: [-1, 0, 0],
      trees: [[FEATURES.indexOf('words place'), 0, [level, 0, 3, -3], [level, 0, -3, 3]]],
    };
    expect(chosen({ ...story, ruled: [HT] }, words)).toEqual([]);
    const flood = { ...story, words: new Set(['lũ', 'lớn']), ruled: [] };
    expect(chosen(flood, words)).not.toEqual([]);

    const signs: Choice = {
      ...choice,
      signs: new Map([['= tại', 2]]),
      signsBias: -1,
      trees: [[FEATURES.indexOf('signs'), 0, -3, 3]],
    };
    const said = [{ path: LH, holder: false, signs: ['tại'] }];
    expect(chosen({ ...story, said, ruled: [HT] }, signs)).toEqual([LH]);
    expect(chosen({ ...story, said: [], ruled: [HT] }, signs)).toEqual([HT]);
  });

  it('gives the same answer each time, at any length', () => {
    const text = 'Tai nạn xảy ra tại xã Hồng Lộc, huyện Lộc Hà, tỉnh Hà Tĩnh. '.repeat(400);
    const read = () => findPlaces([{ paragraph: 1, text }], { publishedAt: null, province: null });
    const { mainPlaces } = read();
    expect(mainPlaces).toEqual(read().mainPlaces);
    expect(mainPlaces).toEqual([['Tỉnh Hà Tĩnh', 'Huyện Lộc Hà', 'Xã Hồng Lộc']]);
  });
});
