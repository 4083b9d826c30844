import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addItems,
  addSection,
  allItems,
  changeItem,
  moveItem,
  moveItemTo,
  moveSection,
  removeItem,
  removeSection,
} from '../../press-review/edit.ts';
import { PressReview } from '../../press-review/review.ts';
import { daily, item } from './sample.ts';

/** "A: 1 2 | B: 3" */
const shape = (review: PressReview) =>
  review.sections
    .map(({ title, items }) => `${title[0]}: ${items.map(({ id }) => id).join(' ')}`.trim())
    .join(' | ');

const review: PressReview = {
  ...daily,
  sections: [
    { id: 'muc-1', title: 'A', byField: false, items: [item('1'), item('2')] },
    { id: 'muc-2', title: 'B', byField: false, items: [item('3')] },
    { id: 'muc-3', title: 'C', byField: false, items: [] },
  ],
};

describe('editing a press review', () => {
  it.each([
    [
      'adds at the end, what is there stays',
      addItems(review, 2, [item('4'), item('1'), item('4')]),
      'A: 1 2 | B: 3 | C: 4',
    ],
    [
      'changes nothing for a section that is not there',
      addItems(review, 9, [item('4')]),
      'A: 1 2 | B: 3 | C:',
    ],
    ['moves down within a section', moveItem(review, '1', 1), 'A: 2 1 | B: 3 | C:'],
    ['moves over a section’s end', moveItem(review, '2', 1), 'A: 1 | B: 2 3 | C:'],
    ['moves up into the section before', moveItem(review, '3', -1), 'A: 1 2 3 | B: | C:'],
    ['stops at the top', moveItem(review, '1', -1), 'A: 1 2 | B: 3 | C:'],
    ['moves to a section by number', moveItemTo(review, '1', 2), 'A: 2 | B: 3 | C: 1'],
    ['leaves an item in its own section', moveItemTo(review, '1', 0), 'A: 1 2 | B: 3 | C:'],
    ['removes', removeItem(review, '2'), 'A: 1 | B: 3 | C:'],
    ['moves sections', moveSection(review, 0, 1), 'B: 3 | A: 1 2 | C:'],
    ['adds sections', addSection(review, 'D'), 'A: 1 2 | B: 3 | C: | D:'],
    ['keeps the items of a section that goes', removeSection(review, 1), 'A: 1 2 3 | C:'],
    ['keeps those of the first one too', removeSection(review, 0), 'B: 3 1 2 | C:'],
  ])('%s', (_, changed, expected) => {
    expect(shape(changed)).toBe(expected);
  });

  it('keeps the last section', () => {
    const one = { ...review, sections: review.sections.slice(0, 1) };
    expect(removeSection(one, 0)).toEqual(one);
  });

  it('changes one item alone', () => {
    const changed = changeItem(review, '2', (one) => ({ ...one, tone: 'negative' }));
    expect(allItems(changed).map(({ tone }) => tone)).toEqual([null, 'negative', null]);
  });

  it('never loses or doubles an item, whatever is moved', () => {
    const move = fc.oneof(
      fc.record({
        id: fc.constantFrom('1', '2', '3', 'x'),
        by: fc.constantFrom(-1 as const, 1 as const),
      }),
      fc.record({ id: fc.constantFrom('1', '2', '3'), to: fc.integer({ min: -1, max: 4 }) }),
      fc.record({ gone: fc.integer({ min: -1, max: 4 }) }),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const after = moves.reduce<PressReview>((now, one) => {
          if ('gone' in one) return removeSection(now, one.gone);
          return 'by' in one ? moveItem(now, one.id, one.by) : moveItemTo(now, one.id, one.to);
        }, review);
        expect(
          allItems(after)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(['1', '2', '3']);
        expect(PressReview.safeParse(after).success).toBe(true);
      }),
    );
  });
});
