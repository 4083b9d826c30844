/** How long an article is said to be. */
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../app/article/words.ts';

describe('the words of an article', () => {
  it('are its syllables and numbers, in headline, sapo and text, however letters are composed', () => {
    const text = 'Sáng 24/5, huyện Lộc Hà (Hà Tĩnh) họp.';
    const one = {
      headline: 'Lộc Hà họp',
      sapo: null,
      blocks: [{ type: 'paragraph', text }] as const,
    };
    expect(wordsOf({ ...one, blocks: [...one.blocks] })).toBe(3 + 9);
    expect(
      wordsOf({
        headline: 'Lộc Hà họp'.normalize('NFD'),
        sapo: '',
        blocks: [{ type: 'paragraph', text: text.normalize('NFD') }],
      }),
    ).toBe(3 + 9);
    expect(wordsOf({ headline: null, sapo: null, blocks: [] })).toBe(0);
  });
});
