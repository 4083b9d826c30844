import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalTone,
  exactKey,
  fold,
  foldedKey,
  isSyllable,
  keyTokens,
  modernTone,
  nfc,
  openRunFinder,
  syllableOf,
  tokens,
} from '../../vietnamese/index.ts';
import { allSyllables } from '../../vietnamese/syllables.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const vietnamese = fc
  .array(fc.constantFrom(...allSyllables(), 'Đ', 'A1', '12', 'x', '\u200b', '\ud800', 'é'), {
    maxLength: 8,
  })
  .map((parts) => parts.join(' '));

describe('fold', () => {
  test.each([
    ['HÀ TĨNH', 'ha tinh'],
    ['Hà Tĩnh'.normalize('NFD'), 'ha tinh'],
    ['Ðồng Lộc', 'dong loc'],
    ['Đ\u200bức', 'duc'],
    ['ﬁ', 'fi'],
  ])('%s -> %s', (text, folded) => expect(fold(text)).toBe(folded));

  test('is idempotent for any text, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, vietnamese), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('exactKey', () => {
  test.each([
    ['bí', 'bi1'],
    ['thư', 'thu70'],
    ['Đồng', 'd9o6ng2'],
    ['hoà', 'hoa2'],
    ['hòa', 'hoa2'],
    ['thuý', 'thuy1'],
    ['quý', 'quy1'],
    ['quí', 'quy1'],
    ['kỹ', 'ki4'],
    ['già', 'gia2'],
    ['lựơng', 'lu7o7ng5'],
    ['2023', '2023'],
    ['A1', 'a1z'],
    ['O2', 'o2z'],
    ['café', 'cafxe9xz'],
    ['facebook', 'facebook0'],
    ['', ''],
  ])('%s -> %s', (token, key) => expect(exactKey(token)).toBe(key));

  test('every syllable has its own key, and the key leads back to it', () => {
    const byKey = new Map<string, string>();
    for (const syllable of allSyllables()) {
      const key = exactKey(syllable);
      const back = syllableOf(key);
      expect(key).toMatch(/^[a-z][a-z6-9]*[0-5]$/u);
      expect(back === null ? null : exactKey(back)).toBe(key);
      const other = byKey.get(key);
      if (other === undefined) byKey.set(key, syllable);
      // The only spellings that may share a key differ in i/y.
      else expect(other.replace(/[yýỳỷỹỵ]/u, 'y')).not.toBe(syllable.replace(/[yýỳỷỹỵ]/u, 'y'));
      if (!/^(?:[hklmst]?[yýỳỷỹỵ]|qu[iíìỉĩị])$/u.test(syllable)) expect(back).toBe(syllable);
    }
  });

  test('two tokens share a key only if they fold alike', () => {
    const token = fc.string({
      unit: fc.constantFrom(...'aáàăâeêioôơuưyxz0125679hkmtqđÁéñ'),
      minLength: 1,
      maxLength: 4,
    });
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(token, (word) => {
        const lower = nfc(word.toLowerCase());
        const key = exactKey(word);
        const other = seen.get(key) ?? lower;
        seen.set(key, lower);
        expect(foldedKey(other)).toBe(foldedKey(lower));
        // Same letters and the same tone, wherever the tone stands.
        const sorted = (text: string) =>
          [...text.normalize('NFD').replace(/y/gu, 'i')].sort().join('');
        expect(sorted(other)).toBe(sorted(lower));
      }),
      { numRuns: 3000 },
    );
  });

  test('is ASCII and never throws, whatever the token', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(exactKey(text)).toMatch(/^[a-z0-9]*$/u);
      }),
    );
  });
});

describe('isSyllable', () => {
  test.each(['nghị', 'Đường', 'quyết', 'giếng', 'gì', 'hoà', 'hòa', 'khuỷu', 'xoong', 'ỷ', 'quà'])(
    '%s is one',
    (word) => expect(isSyllable(word)).toBe(true),
  );
  test.each(['max', 'sach', 'kà', 'ngê', 'facebook', 'hợi1', '', 'UBND'])('%s is none', (word) =>
    expect(isSyllable(word)).toBe(false),
  );
});

describe('tone placement', () => {
  test('old and new style are found both ways', () => {
    expect(canonicalTone('Hoà THUỶ uỷ lựơng quý khoẻ café')).toBe(
      'Hòa THỦY ủy lượng quý khỏe café',
    );
    expect(modernTone('Hòa THỦY ủy quý hoàn')).toBe('Hoà THUỶ uỷ quý hoàn');
  });
  test('keeps the length of NFC text and every key', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        const styled = canonicalTone(modernTone(text));
        expect(styled.length).toBe(nfc(text).length);
        expect(tokens(styled).map((token) => token.key)).toEqual(
          tokens(nfc(text)).map((token) => token.key),
        );
        expect(canonicalTone(styled)).toBe(styled);
      }),
    );
  });
});

describe('tokens', () => {
  test('cuts at everything but letters, marks and digits', () => {
    expect(tokens('“TP.Hà Tĩnh”, 24/5; KT-XH').map((token) => token.text)).toEqual([
      'TP',
      'Hà',
      'Tĩnh',
      '24',
      '5',
      'KT',
      'XH',
    ]);
  });
  test('a mark without width stays inside and never at the edge', () => {
    const text = '\u200fHà\u200b Tĩ\u00adnh\u200e';
    expect(tokens(text).map((token) => [token.text, token.key])).toEqual([
      ['Hà', 'ha2'],
      ['Tĩ\u00adnh', 'tinh4'],
    ]);
  });
  test('every token slices back to its text, in order', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, vietnamese), (text) => {
        let last = 0;
        for (const token of tokens(text)) {
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.start).toBeGreaterThanOrEqual(last);
          last = token.end;
        }
      }),
    );
  });
  test('a megabyte without a space is one token', () => {
    expect(tokens('a'.repeat(1_000_000))).toHaveLength(1);
  });
});

describe('openRunFinder', () => {
  // With signs that fold into other letters, lie outside the first plane, or stand for nothing.
  const odd = fc.constantFrom(
    'ﬁ',
    'Đ',
    'İ',
    '𝗕í',
    'K',
    'ж',
    '\u0301a',
    '\u200bbí',
    '\ud835',
    'y',
    'kỹ',
    '24.5',
  );
  const words = fc.oneof(
    odd,
    fc.constantFrom('bí', 'thư', 'Bì', 'hội', 'ki', 'b1', 'TP.'),
    anyText,
  );
  const texts = fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' '));

  test('finds where a wanted word stands, as the whole text read word by word has it', () => {
    fc.assert(
      fc.property(texts, fc.array(words, { minLength: 1, maxLength: 3 }), (text, asked) => {
        const wanted = new Map(
          asked.flatMap((word) => keyTokens(word).map(({ folded }) => [folded, 2] as const)),
        );
        const all = keyTokens(text);
        const runs = all.flatMap((token, i) =>
          wanted.has(token.folded) ? [all.slice(i, i + 2)] : [],
        );
        expect(openRunFinder(wanted)(text)).toEqual(runs);
      }),
      { numRuns: 2_000 },
    );
  });
});
