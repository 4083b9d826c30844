/** Forms: every text there and back, and two people at once. */
import { describe, expect, it } from 'vitest';
import { allItems, changeItem, removeItem } from '../../press-review/edit.ts';
import { fieldsOf, merge } from '../../press-review/fields.ts';
import { PressReview } from '../../press-review/review.ts';
import { daily } from './sample.ts';

const itemOf = (review: PressReview, id: string) => allItems(review).find((one) => one.id === id);

describe('a form of a press review', () => {
  it('sent back unchanged, with a browser’s line ends, changes nothing', () => {
    const sent = Object.fromEntries(
      Object.entries(fieldsOf(daily)).map(([name, text]) => [
        name,
        ` ${text.replace(/\n/g, '\r\n')}\r\n`,
      ]),
    );
    expect(merge(daily, daily, sent)).toEqual({ review: daily, conflicts: [], back: [] });
  });

  it.each([
    ['bai.1.tieu-de', 'Tin khác', (review: PressReview) => itemOf(review, '1')?.headline],
    ['bai.1.linh-vuc', 'Y tế', (review: PressReview) => itemOf(review, '1')?.field],
    ['bai.1.sac-thai', 'negative', (review: PressReview) => itemOf(review, '1')?.tone],
    ['bai.3.ket-qua', 'Đã dọn', (review: PressReview) => itemOf(review, '3')?.followUp?.result],
    ['bai.1.in-ra', 'quotes', (review: PressReview) => itemOf(review, '1')?.shown],
    ['in-ra', 'summary', (review: PressReview) => review.shown],
    ['muc.muc-2.theo-linh-vuc', '1', (review: PressReview) => review.sections[1]?.byField && '1'],
    ['muc.muc-2.ten', 'Tin huyện', (review: PressReview) => review.sections[1]?.title],
    ['so', 'Số: 8', (review: PressReview) => review.letterhead.number],
    ['nguoi-ky', 'Lê Thị Bưởi', (review: PressReview) => review.signature?.name],
  ])('takes %s', (name, text, read) => {
    const { review } = merge(daily, daily, { ...fieldsOf(daily), [name]: text });
    expect(read(review)).toBe(text);
    expect(PressReview.safeParse(review).success).toBe(true);
  });

  it('reads quotations with and without a speaker', () => {
    const text = '“Một”\n– Ông A\r\n\r\nHai\nba\n\n\n— B';
    const { review } = merge(daily, daily, { 'bai.2.trich-dan': text });
    expect(itemOf(review, '2')?.quotes).toEqual([
      { words: 'Một', speaker: 'Ông A' },
      { words: 'Hai\nba', speaker: null },
      { words: '— B', speaker: null },
    ]);
  });

  it('takes a matter to check with its body, its day and its result, in any order, and drops it once nothing is said', () => {
    const sent = { 'bai.2.kiem-tra': 'Sở Y tế', 'bai.2.han': '2023-07-01', 'bai.2.ket-qua': '' };
    const { review } = merge(daily, daily, sent);
    expect(itemOf(review, '2')?.followUp).toEqual({
      body: 'Sở Y tế',
      deadline: '2023-07-01',
      result: '',
    });
    const without = merge(review, review, { ...fieldsOf(review), 'bai.2.kiem-tra': '' }).review;
    expect(itemOf(without, '2')?.followUp?.deadline).toBe('2023-07-01');
    const gone = merge(without, without, { ...fieldsOf(without), 'bai.2.han': '' }).review;
    expect(itemOf(gone, '2')?.followUp).toBeNull();
  });

  it('Regression: keeps a day without a body, a capacity without a name', () => {
    const { review } = merge(daily, daily, { 'bai.2.han': '2023-07-01', 'nguoi-ky': '' });
    expect(itemOf(review, '2')?.followUp).toEqual({ body: '', deadline: '2023-07-01', result: '' });
    expect(review.signature).toEqual({ capacity: 'Chánh Văn phòng', name: '' });
    expect(PressReview.safeParse(review).success).toBe(true);
  });

  it('moves an item to another section', () => {
    const { review } = merge(daily, daily, { 'bai.1.muc': 'muc-1' });
    expect(review.sections.map(({ items }) => items.map(({ id }) => id))).toEqual([
      ['1'],
      ['2'],
      ['3'],
    ]);
  });

  it('ignores names that it does not know', () => {
    expect(
      merge(daily, daily, { x: 'y', 'bai.9.tieu-de': 'z', 'muc.muc-1.la': 'a' }).review,
    ).toEqual(daily);
  });
});

describe('two people at once', () => {
  const theirs = changeItem(daily, '1', (item) => ({
    ...item,
    remark: 'của họ',
    field: 'Giao thông',
  }));

  it('are both heard where they changed different texts', () => {
    const { review, conflicts } = merge(daily, theirs, {
      ...fieldsOf(daily),
      'bai.1.tieu-de': 'của tôi',
    });
    expect(itemOf(review, '1')).toMatchObject({
      headline: 'của tôi',
      remark: 'của họ',
      field: 'Giao thông',
    });
    expect(conflicts).toEqual([]);
  });

  it('are shown both texts where they changed the same', () => {
    const { review, conflicts } = merge(daily, theirs, {
      ...fieldsOf(daily),
      'bai.1.nhan-xet': 'của tôi',
    });
    expect(conflicts).toEqual([{ name: 'bai.1.nhan-xet', theirs: 'của họ', mine: 'của tôi' }]);
    expect(itemOf(review, '1')?.remark).toBe('của tôi');
  });

  it('agree where they wrote the same', () => {
    expect(
      merge(daily, theirs, { ...fieldsOf(daily), 'bai.1.nhan-xet': 'của họ' }).conflicts,
    ).toEqual([]);
  });

  it('bring back an item that is gone only where one wrote on it', () => {
    const gone = removeItem(daily, '1');
    const written = merge(daily, gone, { ...fieldsOf(daily), 'bai.1.nhan-xet': 'x' });
    expect(itemOf(written.review, '1')?.remark).toBe('x');
    expect(written.back.map(({ id }) => id)).toEqual(['1']);
    expect(written.review.sections[1]?.items.map(({ id }) => id)).toEqual(['2', '1']);
    const untouched = merge(daily, gone, { ...fieldsOf(daily), 'tieu-de': 'ĐIỂM TIN' });
    expect(itemOf(untouched.review, '1')).toBeUndefined();
    expect(untouched.back).toEqual([]);
  });
});
