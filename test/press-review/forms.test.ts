/** Markdown, the page to print, and how days, numbers and shares are written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHtml } from '../../press-review/html.tsx';
import { toMarkdown } from '../../press-review/markdown.ts';
import { outline } from '../../press-review/outline.ts';
import { newReview, PressReview } from '../../press-review/review.ts';
import { lastPeriods, longDay, period, roman, share, shortDay } from '../../press-review/words.ts';
import { daily, item, periodic } from './sample.ts';

describe('the words of a press review', () => {
  it('writes days as the decree does', () => {
    expect(longDay('2023-05-26')).toBe('ngày 26 tháng 5 năm 2023');
    expect(longDay('2024-02-05')).toBe('ngày 05 tháng 02 năm 2024');
    expect(shortDay('2024-02-05')).toBe('5/2/2024');
    expect(period({ from: '2023-05-26', to: '2023-05-26' })).toBe('Ngày 26 tháng 5 năm 2023');
    expect(period({ from: '2023-05-22', to: '2023-05-28' })).toBe(
      'Từ ngày 22/5/2023 đến ngày 28/5/2023',
    );
    expect(period({ from: '2024-02-01', to: '2024-02-29' })).toBe('Tháng 2 năm 2024');
    expect(period({ from: '2023-02-01', to: '2023-02-27' })).toContain('Từ ngày 1/2/2023');
    expect(period({ from: '2023-04-01', to: '2023-06-30' })).toBe('Quý II năm 2023');
    expect(period({ from: '2023-05-01', to: '2023-07-31' })).toContain('Từ ngày 1/5/2023');
  });

  it('knows the week, month and quarter that ended last', () => {
    expect(lastPeriods('2026-11-30')).toEqual({
      week: { from: '2026-11-23', to: '2026-11-29' },
      month: { from: '2026-10-01', to: '2026-10-31' },
      quarter: { from: '2026-07-01', to: '2026-09-30' },
    });
    // A Sunday ends no week yet; January's quarter lies in the year before.
    expect(lastPeriods('2024-01-07')).toEqual({
      week: { from: '2023-12-25', to: '2023-12-31' },
      month: { from: '2023-12-01', to: '2023-12-31' },
      quarter: { from: '2023-10-01', to: '2023-12-31' },
    });
  });

  it('numbers and shares', () => {
    expect([1, 4, 9, 14, 39, 50].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XXXIX', 'L']);
    expect(share(1, 8)).toBe('12,5 %');
    expect(share(0, 0)).toBe('0 %');
  });
});

describe('a press review', () => {
  it('begins with the usual sections and is a whole one', () => {
    const review = newReview('daily', {
      from: '2023-05-26',
      to: '2023-05-26',
      issuedOn: '2023-05-26',
    });
    expect(PressReview.parse(review)).toEqual(review);
    expect(review.sections.map(({ title }) => title)).toEqual([
      'Tin trung ương liên quan đến tỉnh',
      'Tin trong tỉnh',
      'Vấn đề báo chí phản ánh cần kiểm tra',
    ]);
  });

  it('that was saved before fields and what is printed could be chosen is read as it was', () => {
    const { shown: _, ...old } = daily;
    const sections = old.sections.map(({ byField: __, items, ...section }) => ({
      ...section,
      items: items.map(({ shown: ___, revision: ____, ...one }) => one),
    }));
    expect(PressReview.parse({ ...old, sections })).toEqual(daily);
  });

  it.each([
    ['days the wrong way round', { from: '2023-05-27' }],
    ['a day that is none', { issuedOn: '2023-02-31' }],
    [
      'two items of one id',
      { sections: [{ id: 'muc-1', title: 'A', byField: false, items: [item('1'), item('1')] }] },
    ],
    [
      'a link that is no web address',
      {
        sections: [
          {
            id: 'muc-2',
            title: 'A',
            byField: false,
            items: [item('1', { url: 'javascript:alert(1)' })],
          },
        ],
      },
    ],
  ])('with %s is refused', (_, wrong) => {
    expect(PressReview.safeParse({ ...daily, ...wrong }).success).toBe(false);
    expect(PressReview.safeParse(daily).success).toBe(true);
  });
});

describe('Markdown', () => {
  it('holds every item with its markup made harmless', () => {
    const text = toMarkdown(daily);
    expect(text).toContain('# ĐIỂM BÁO\n\nNgày 26 tháng 5 năm 2023');
    expect(text).toContain('**1. Đảng bộ huyện Sơn Hạ'.replace('1. ', '1\\. '));
    expect(text).toContain('\\<b\\>');
    expect(text).toContain(
      '> “Việc khó nhất là giữ rừng.\n\n> “Rừng còn thì nước còn, ruộng còn.” – Ông Đỗ Quốc Lũy',
    );
    expect(text).toContain('<https://baomiennui.example/tin-1.html>');
    expect(text).toContain('- Thường trực Tỉnh ủy');
  });

  it('never lets a cell out of its table', () => {
    const text = toMarkdown({
      ...periodic,
      sections: [
        { id: 'muc-3', title: 'A', byField: false, items: [item('1', { newspaper: 'a | b\nc' })] },
      ],
    });
    expect(text).toContain('| 1 | a \\| b c | 1 |');
  });
});

describe('the page to print', () => {
  it('escapes everything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const html = toHtml({
          ...daily,
          sections: [
            {
              id: 'muc-4',
              title: 'A',
              byField: false,
              items: [item('1', { headline: `${text}<script>`, summary: text })],
            },
          ],
        });
        expect(html.match(/<script/g)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it('is whole, without script, with the letterhead of its form', () => {
    const html = toHtml(periodic);
    expect(html).toMatch(/^<!doctype html><html lang="vi">/);
    expect(html).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
    expect(html).toContain('<a href="#phan-1">I. Bảng tổng hợp</a>');
    expect(html).toContain('<h2 id="phan-1">I. Bảng tổng hợp</h2>');
    expect(toHtml({ ...daily, letterhead: { ...daily.letterhead, form: 'none' } })).not.toContain(
      'class="head"',
    );
  });
});

describe('what is printed', () => {
  const printed = (review: PressReview) =>
    outline(review).blocks.map((block) => ('text' in block ? block.text : block.type));

  it('stands by field where the section says so, those without one last', () => {
    const section = {
      id: 'muc-2',
      title: 'Tin trong tỉnh',
      byField: true,
      items: [
        item('1', { headline: 'Một' }),
        item('2', { headline: 'Hai', field: 'Y tế' }),
        item('3', { headline: 'Ba', field: 'Kinh tế', tone: 'neutral' }),
        item('4', { headline: 'Bốn', field: 'Y tế' }),
      ],
    };
    const texts = printed({ ...daily, sections: [section] });
    const headings = texts.filter((text) => /^(?:[IVX]|\d)/.test(text));
    expect(headings).toEqual([
      'I. Tin trong tỉnh',
      '1. Y tế',
      '1.1. Hai',
      '1.2. Bốn',
      '2. Kinh tế',
      '2.1. Ba',
      '3. Lĩnh vực khác',
      '3.1. Một',
    ]);
    // The field is not said twice.
    expect(outline({ ...daily, sections: [section] }).blocks).toContainEqual({
      type: 'note',
      label: 'Sắc thái',
      text: 'Trung tính',
    });
    expect(toMarkdown({ ...daily, sections: [section] })).toContain('### 1\\. Y tế');
    expect(toHtml({ ...daily, sections: [section] })).toContain('<h3 class="field">1. Y tế</h3>');
    const flat = printed({ ...daily, sections: [{ ...section, byField: false }] });
    expect(flat.slice(0, 2)).toEqual(['I. Tin trong tỉnh', '1. Một']);
    expect(newReview('daily', daily).sections.map(({ byField }) => byField)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('is the summary, the quotations in full, or both, and never neither', () => {
    const quote = { words: 'Nguyên văn lời nói', speaker: null };
    const both = item('1', { summary: 'Lời tóm tắt', quotes: [quote] });
    const bare = item('2', { summary: 'Chỉ có tóm tắt', quotes: [] });
    const section = { id: 'muc-2', title: 'A', byField: false, items: [both, bare] };
    const review: PressReview = { ...daily, sections: [section] };
    expect(printed(review)).toEqual(
      expect.arrayContaining(['Lời tóm tắt', '“Nguyên văn lời nói”', 'Chỉ có tóm tắt']),
    );
    const quotes = printed({ ...review, shown: 'quotes' });
    expect(quotes).not.toContain('Lời tóm tắt');
    expect(quotes).toContain('Chỉ có tóm tắt');
    expect(printed({ ...review, shown: 'summary' })).not.toContain('“Nguyên văn lời nói”');
    const own = { ...section, items: [{ ...both, shown: 'quotes' as const }] };
    expect(printed({ ...review, shown: 'summary', sections: [own] })).toContain(
      '“Nguyên văn lời nói”',
    );
  });
});
