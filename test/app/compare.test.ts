/** Two forms of a text, word by word. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareTexts } from '../../app/article/compare.ts';

it('tells which words went and which came', () => {
  const { changes } = compareTexts('Có 150 đại biểu dự.', 'Có 160 đại biểu về dự.');
  expect(changes).toEqual([
    { kind: 'same', text: 'Có ' },
    { kind: 'gone', text: '150' },
    { kind: 'new', text: '160' },
    { kind: 'same', text: ' đại biểu ' },
    { kind: 'new', text: 'về ' },
    { kind: 'same', text: 'dự.' },
  ]);
});

it('says so where the texts are too unlike to compare', () => {
  const words = (salt: string) => Array.from({ length: 6_000 }, (_, i) => `${salt}${i}`).join(' ');
  const { compared, changes } = compareTexts(words('a'), words('b'));
  expect(compared).toBe(false);
  expect(changes.map(({ kind }) => kind)).toEqual(['gone', 'new']);
});

it('loses nothing: each side is its text', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });
  fc.assert(
    fc.property(text, text, (former, later) => {
      const { changes } = compareTexts(former, later);
      const side = (own: string) =>
        changes
          .flatMap((one) => (one.kind === 'same' || one.kind === own ? one.text : []))
          .join('');
      expect([side('gone'), side('new')]).toEqual([former, later]);
    }),
  );
});
