import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  abbreviate,
  abbreviations,
  decodeTyped,
  exactKey,
  expansions,
  sentences,
  sortKey,
  tokens,
  viCompare,
} from '../../vietnamese/index.ts';
import { allSyllables } from '../../vietnamese/syllables.ts';

const cut = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test.each<[string, string[]]>([
    ['Hội nghị họp ở TP. Hà Tĩnh. Ông An dự.', ['Hội nghị họp ở TP. Hà Tĩnh.', 'Ông An dự.']],
    [
      'ThS. Lan, GS.TS. Nam ở Q.1, P. Bến Nghé. Họ về.',
      ['ThS. Lan, GS.TS. Nam ở Q.1, P. Bến Nghé.', 'Họ về.'],
    ],
    ['Ông T.H nói. Bà N. T. Hoa nghe.', ['Ông T.H nói.', 'Bà N. T. Hoa nghe.']],
    ['Nguyễn Văn A. Công an bắt.', ['Nguyễn Văn A.', 'Công an bắt.']],
    ['Ngày 24.5.2023 chi 1.200.000 đồng. Xong.', ['Ngày 24.5.2023 chi 1.200.000 đồng.', 'Xong.']],
    ['Họ đi... rồi về. Mưa… Gió.', ['Họ đi... rồi về.', 'Mưa…', 'Gió.']],
    ['“Tốt lắm.” Ông cười.', ['“Tốt lắm.”', 'Ông cười.']],
    ['“Đi đâu?” - bà hỏi. Ông im.', ['“Đi đâu?” - bà hỏi.', 'Ông im.']],
    ['“Đi đâu?”, bà hỏi.', ['“Đi đâu?”, bà hỏi.']],
    ['1. Mục một\n2. Mục hai', ['1. Mục một', '2. Mục hai']],
    ['Họp xong.Sau đó về baohatinh.vn đọc.', ['Họp xong.', 'Sau đó về baohatinh.vn đọc.']],
    ['', []],
    [' \n ', []],
  ])('%s', (text, expected) => expect(cut(text)).toEqual(expected));

  test('covers every character that is no white space, in order, whatever the text', () => {
    const unit = fc.constantFrom(...'aA1 .…!?"”“-–\n()đĐ,', 'TP', '\ud800', '\u200b');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), (text) => {
        let last = 0;
        for (const { start, end } of sentences(text)) {
          expect(text.slice(last, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });

  test('reads a megabyte of stops', () => {
    expect(sentences('.'.repeat(1_000_000))).toHaveLength(1);
    expect(sentences('A. '.repeat(300_000)).length).toBeGreaterThan(0);
  });
});

describe('abbreviations', () => {
  test('both ways, ambiguity kept', () => {
    expect(expansions('UBND')).toEqual(['ủy ban nhân dân']);
    expect(expansions('hdnd')).toEqual(['hội đồng nhân dân']);
    expect(expansions('BTV')).toEqual(['ban thường vụ', 'biên tập viên']);
    expect(expansions('họp')).toEqual([]);
    expect(expansions('constructor')).toEqual([]);
    expect(abbreviate('Uỷ ban nhân dân')).toEqual(['UBND']);
    expect(abbreviate('mặt trận tổ quốc')).toEqual(['MTTQ']);
    expect(abbreviate('kinh tế - xã hội')).toEqual(['KT-XH', 'KTXH']);
    expect(abbreviate('chủ nhà')).toEqual([]);
  });
  test('letters that are a word are marked ambiguous', () => {
    const ambiguous = new Map(
      abbreviations().map((entry) => [entry.abbreviation, entry.ambiguous]),
    );
    expect(ambiguous.get('CA')).toBe(true);
    expect(ambiguous.get('HU')).toBe(true);
    expect(ambiguous.get('UBND')).toBe(false);
  });
  test('every sense leads back to its abbreviation', () => {
    for (const { abbreviation, senses } of abbreviations()) {
      for (const sense of senses) expect(abbreviate(sense)).toContain(abbreviation);
    }
  });
});

describe('decodeTyped', () => {
  test.each([
    ['hooij nghij', 'hội nghị'],
    ['ddaij hooij', 'đại hội'],
    ['Chur tichj UBND tinhr', 'Chủ tịch UBND tỉnh'],
    ['nguowif daan', 'người dân'],
    ['truwowngf hocj', 'trường học'],
    ['thuowr xuaw', 'thuở xưa'],
    ['HOOIJ NGHIJ', 'HỘI NGHỊ'],
    ['ho65i nghi5', 'hội nghị'],
    ['d9a5i ho65i', 'đại hội'],
    ['hooij', 'hội'],
    ['gaoj ST25 ngon nhaats', 'gạo ST25 ngon nhất'],
    ['chur tichj HDDND huyeenj', 'chủ tịch HĐND huyện'],
    ['chur tichj HĐND huyeenj', 'chủ tịch HĐND huyện'],
  ])('%s -> %s', (raw, text) => expect(decodeTyped(raw)).toBe(text));
  test.each([
    'max',
    'sachs',
    'lee',
    'q1',
    'covid19',
    'ha tinh',
    'hội nghij',
    'hello world',
    'show game',
    'microsoft windows',
    'Rose',
    '',
  ])('%s is left alone', (raw) => expect(decodeTyped(raw)).toBeNull());
  test('two syllables typed in VNI with both marks come back', () => {
    const marked = allSyllables().filter((syllable) => /[6-9].*[1-5]$/u.test(exactKey(syllable)));
    fc.assert(
      fc.property(fc.constantFrom(...marked), fc.constantFrom(...marked), (a, b) => {
        const typed = `${exactKey(a)} ${exactKey(b)}`;
        expect(
          tokens(decodeTyped(typed) ?? '')
            .map((token) => token.key)
            .join(' '),
        ).toBe(typed);
      }),
    );
  });
});

describe('collation', () => {
  test('the order of a dictionary, numbers by value', () => {
    const sorted = [
      'An',
      'Ắc',
      'Ân',
      'Da',
      'Đà',
      'Ha',
      'Hà',
      'Hả',
      'Hã',
      'Há',
      'Hạ',
      'Hà Tĩnh',
      'Ô',
      'Ơ',
      'Phường 5',
      'Phường 10',
      'Ư',
    ];
    expect([...sorted].reverse().sort(viCompare)).toEqual(sorted);
    expect(sortKey('HOÀ')).toBe(sortKey('hòa'));
  });
  test('agrees with ICU on syllables', () => {
    const icu = new Intl.Collator('vi');
    const all = allSyllables();
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom(...all), (a, b) => {
        expect(Math.sign(viCompare(a, b))).toBe(Math.sign(icu.compare(a, b)));
      }),
      { numRuns: 2000 },
    );
  });
  test('a total order with ASCII keys, whatever the text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(viCompare(a, b)).toBe(-viCompare(b, a) + 0);
        expect(sortKey(a)).toMatch(/^[\x20-\x7e]*$/u);
      }),
    );
  });
});
