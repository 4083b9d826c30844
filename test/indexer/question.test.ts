import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_QUESTION_LENGTH, parseQuestion } from '../../indexer/question.ts';

const units = (text: string) => parseQuestion(text).units.map((unit) => unit.text);
const codes = (text: string) => parseQuestion(text).errors.map((error) => error.code);

describe('units', () => {
  test.each([
    [
      'hội nghị sơ kết giữa nhiệm kỳ huyện Lộc Hà',
      ['hội nghị', 'sơ kết', 'giữa nhiệm kỳ', 'huyện', 'Lộc Hà'],
    ],
    ['hoi nghi so ket loc ha', ['hoi nghi', 'so ket', 'loc ha']],
    ['xã hội nghị quyết', ['xã hội', 'nghị quyết']],
    ['UBND tỉnh Hà Tĩnh Võ Trọng Hải', ['UBND', 'tỉnh', 'Hà Tĩnh', 'Võ Trọng Hải']],
    ['Bắc Hà, tỉnh Lào Cai', ['Bắc Hà', 'tỉnh', 'Lào Cai']],
    ['KT-XH ngày 24/5, 1.500 hộ', ['KT-XH', 'ngày', '24/5', '1.500', 'hộ']],
    ['2020 -2025', ['2020', '2025']],
    ['mưa mưa', ['mưa']],
    ['sở kết', ['sở', 'kết']],
    ['bóng đá Việt Nam – Hàn Quốc', ['bóng đá', 'Việt Nam', 'Hàn Quốc']],
    ['gia dinh', ['gia dinh']],
    ['da đình', ['da', 'đình']],
    ['Thủ tướng Nguyễn Xuân Phúc', ['Thủ tướng', 'Nguyễn Xuân Phúc']],
    ['Võ Trọng Hải Hà Tĩnh', ['Võ Trọng Hải', 'Hà Tĩnh']],
    ['tỉnh Hòa Bình', ['tỉnh', 'Hòa Bình']],
    ['', []],
    ['?! …', []],
  ])('%s', (text, expected) => {
    expect(units(text)).toEqual(expected);
  });

  test.each(['"lúa mùa"', '“lúa mùa”', '«lúa mùa»', '„lúa mùa“', '”lúa mùa”', '"lúa mùa”'])(
    'a phrase in quotation marks: %s',
    (text) => {
      expect(units(text)).toEqual(['lúa mùa']);
    },
  );

  test('a mark that nothing closes is no quotation', () => {
    expect(units('"lúa mùa')).toEqual(['lúa', 'mùa']);
  });

  test('an abbreviation and what it stands for, both ways', () => {
    const other = (text: string) =>
      parseQuestion(text).units[0]?.alternatives.map((one) => one.folded.join(' '));
    expect(other('UBND')).toEqual(['uy ban nhan dan']);
    expect(other('ubnd')).toEqual(['uy ban nhan dan']);
    expect(other('ủy ban nhân dân')).toEqual(['ubnd']);
    expect(other('uy ban nhan dan')).toEqual(['ubnd']);
    expect(other('"UBND tỉnh"')).toEqual(['uy ban nhan dan tinh']);
    expect(other('CA')).toEqual(['cong an']);
    expect(other('ca')).toEqual([]);
    expect(other('công an')).toEqual([]);
  });

  test('marks are told syllable by syllable', () => {
    const [unit] = parseQuestion('"hội nghi 2023"').units;
    expect(unit).toMatchObject({
      folded: ['hoi', 'nghi', '2023'],
      exact: ['ho6i5', 'nghi0', '2023'],
      marked: [true, false, true],
    });
  });

  test('typed raw in Telex or VNI', () => {
    expect(parseQuestion('hooij nghij')).toMatchObject({ decoded: 'hội nghị' });
    expect(units('ho65i nghi5')).toEqual(['hội nghị']);
    expect(units('hội nghị')).toEqual(['hội nghị']);
    expect(parseQuestion('hooij nghij', { decode: false })).toMatchObject({ decoded: null });
  });
});

describe('exclusions and field words', () => {
  test('-word excludes only where a word begins', () => {
    const question = parseQuestion('lúa -bão -"bị thu" KT-XH Hà Nội - Huế');
    expect(question.without.map((unit) => unit.text)).toEqual(['bão', 'bị thu']);
    expect(question.units.map((unit) => unit.text)).toEqual(['lúa', 'KT-XH', 'Hà Nội', 'Huế']);
  });

  test('places: by the name as typed, narrowed by the level above, by the day and by today', () => {
    expect(parseQuestion('tỉnh:Hà Tĩnh sơ kết')).toMatchObject({
      filters: { places: ['42', 't:42'] },
      units: [{ text: 'sơ kết' }],
    });
    expect(parseQuestion('tinh:"ha tinh"').filters.places).toEqual(['42', 't:42']);
    expect(parseQuestion('huyện:Lộc Hà').filters.places).toEqual(['448']);
    expect(parseQuestion('huyện:Châu Thành tỉnh:Long An').filters.places).toHaveLength(1);
    expect(codes('tỉnh:Hà Tỉnh')).toEqual(['question-unknown-place']);
    expect(codes('huyện:Lộc Hà tỉnh:An Giang')).toEqual(['question-places-apart']);
  });

  test('a colon in a sentence is no field word', () => {
    expect(units('Ha Tinh: Pha an')).toEqual(['Ha Tinh', 'Pha', 'an']);
    expect(codes('Toàn tỉnh: kết quả; từ: đến: loại:')).toEqual([]);
  });

  test('a name in small letters goes on to four words; without marks it is a phrase of the text', () => {
    expect(parseQuestion('người:võ trọng hải')).toMatchObject({
      filters: { people: ['võ trọng hải'] },
      units: [],
    });
    expect(parseQuestion('người:nguyen phu trong từ:2023')).toMatchObject({
      filters: { from: '2023-01-01' },
      units: [{ text: 'nguyen phu trong' }],
    });
    expect(parseQuestion('người:nguyen phu trong').filters).toEqual({});
    expect(parseQuestion('người:hải mưa lũ')).toMatchObject({
      filters: { people: ['hải'] },
      units: [{ text: 'mưa lũ' }],
    });
    expect(parseQuestion('người:Donald Trump').filters).toEqual({ people: ['Donald Trump'] });
  });

  test('days, kinds, people, newspapers, exact mode', () => {
    expect(
      parseQuestion('từ:5/2023 đến:26/6/2023 loại:sơ kết người:Võ Trọng Hải nói'),
    ).toMatchObject({
      filters: {
        from: '2023-05-01',
        to: '2023-06-26',
        conferenceKinds: ['so-ket'],
        people: ['Võ Trọng Hải'],
      },
      units: [{ text: 'nói' }],
    });
    expect(parseQuestion('nguồn:baohatinh mưa')).toMatchObject({
      filters: { newspaper: ['baohatinh'] },
      units: [{ text: 'mưa' }],
    });
    const newspaper = (text: string) => (text === 'Báo Hà Tĩnh' ? 'baohatinh' : null);
    expect(parseQuestion('nguồn:Báo Hà Tĩnh mưa', { newspaper }).filters.newspaper).toEqual([
      'baohatinh',
    ]);
    expect(parseQuestion('nguồn:không có', { newspaper }).errors[0]?.code).toBe(
      'question-unknown-newspaper',
    );
    expect(parseQuestion('chính xác:có bí thư')).toMatchObject({
      exactOnly: true,
      units: [{ text: 'bí thư' }],
    });
  });

  test.each([
    ['từ:30/2/2023', 'question-bad-date'],
    ['đến:mai', 'question-bad-date'],
    ['loại:họp báo', 'question-unknown-kind'],
    ['chính xác:chắc', 'question-bad-switch'],
    ['a '.repeat(MAX_QUESTION_LENGTH), 'question-too-long'],
    [Array.from({ length: 161 }, (_, i) => `a${i}`).join(' '), 'question-too-many-words'],
    ['-a -b -c -d -e -f', 'question-too-many-exclusions'],
  ])('%s', (text, code) => {
    expect(codes(text)).toEqual([code]);
  });
});

test('anything typed is read, and engines get ASCII words only', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          'tỉnh:',
          'từ:',
          '-',
          '"',
          '“',
          '”',
          '«',
          'Hà',
          'UBND',
          ' ',
          '(',
          ':',
          'ж',
          '漢',
          '\u0301',
          '24/5',
        ),
        {
          maxLength: 30,
        },
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const question = parseQuestion(text);
      for (const unit of [...question.units, ...question.without]) {
        for (const spelling of [unit, ...unit.alternatives]) {
          expect(spelling.folded.length).toBeGreaterThan(0);
          expect(spelling.exact).toHaveLength(spelling.folded.length);
          expect(spelling.marked).toHaveLength(spelling.folded.length);
          for (const word of [...spelling.folded, ...spelling.exact])
            expect(word).toMatch(/^[a-z0-9]+$/);
        }
      }
    }),
    { numRuns: 300 },
  );
});
