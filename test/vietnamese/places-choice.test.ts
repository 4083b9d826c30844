/** The learned choice of main places: what is weighed, and when it overrules the rules. Synthetic texts. */
import { describe, expect, it } from 'vitest';
import { findPlaces } from '../../vietnamese/index.ts';
import { candidatesOf, FEATURES } from '../../vietnamese/places-candidates.ts';
import { chosen } from '../../vietnamese/places-choice.ts';
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
    const found = candidatesOf(grown, [1, 2, 3]);
    expect(found.map(({ paths }) => paths)).toEqual([
      [],
      [HT],
      [NA],
      [HT, NA],
      [LH],
      [CX],
      [LH, CX],
    ]);
    for (const { features } of found) {
      expect(features).toHaveLength(FEATURES.length);
      expect(features.every(Number.isFinite)).toBe(true);
      expect(features.slice(-3)).toEqual([1, 2, 3]);
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

describe('the choice', () => {
  it('leaves to the rules what it does not weigh', () => {
    const passages = [{ paragraph: -1, text: 'x'.repeat(40) }];
    const grown = grow([named(LH, -1, 0)], ['scene'], passages);
    const ruled: Path[] = [LH, NA];
    expect(chosen(grown, new Set(), ruled)).toBe(ruled);
  });

  it('overrules them where it is surer', () => {
    const text = 'Lực lượng cứu hộ tìm thấy nạn nhân của vụ tai nạn xảy ra trên địa bàn.';
    const passages = [
      { paragraph: -1, text },
      { paragraph: 0, text },
    ];
    const grown = grow([named(LH, -1, 0), named(LH, 0, 0)], ['site', 'site'], passages);
    const words = storyWords(passages, [syllables(text), syllables(text)], []);
    expect(chosen(grown, words, [])).toEqual([LH]);
  });

  it('gives the same answer each time, at any length', () => {
    const text = 'Tai nạn xảy ra tại xã Hồng Lộc, huyện Lộc Hà, tỉnh Hà Tĩnh. '.repeat(400);
    const read = () => findPlaces([{ paragraph: 1, text }], { publishedAt: null, province: null });
    const { mainPlaces } = read();
    expect(mainPlaces).toEqual(read().mainPlaces);
    expect(mainPlaces).toEqual([['Tỉnh Hà Tĩnh', 'Huyện Lộc Hà', 'Xã Hồng Lộc']]);
  });
});
