/** What keeps officials of one name apart, what makes two printings one office, and the order of a list. */
import { describe, expect, it } from 'vitest';
import { officialFilter } from '../../app/officials/question.ts';
import { readPlain } from '../../parsers/read.ts';
import { officialsOf } from '../../parsers/refine/officials.ts';
import { isPublicTitle, nameOrder, officeWords } from '../../vietnamese/index.ts';

/** synthetic */
const register = (paragraphs: string[], province: string | null = '42', day = '2023-05-26') =>
  officialsOf(
    readPlain(
      {
        id: 'x',
        publishedAt: `${day}T08:00:00+07:00`,
        newspaper: null,
        headline: null,
        sapo: null,
        paragraphs,
      },
      province === null ? null : { id: 'bao', province },
    ),
    province,
  ).map(({ name, key, offices }) => [
    name,
    key.split('|')[1],
    offices.map(({ title, former }) => `${former ? 'nguyên ' : ''}${title}`).join('; '),
  ]);

describe('the seat of an office', () => {
  it.each([
    ['Ông Trần Văn Thử, Bí thư Huyện ủy Lộc Hà, phát biểu tại hội nghị.', '448'],
    ['Ông Trần Văn Thử, Ủy viên BTV Tỉnh ủy, Bí thư Huyện ủy Lộc Hà, phát biểu.', '448'],
    ['Ông Trần Văn Thử, Chủ tịch UBND tỉnh Hà Tĩnh, phát biểu tại hội nghị.', '42'],
    ['Ông Trần Văn Thử, Giám đốc Sở Y tế, phát biểu tại hội nghị.', '42'],
    ['Thủ tướng Trần Văn Thử phát biểu tại hội nghị.', 'vn'],
    ['Bộ trưởng Bộ Y tế Trần Văn Thử phát biểu tại hội nghị.', 'vn'],
  ])('%s: %s', (text, seat) => {
    expect(register([text]).map((one) => one[1])).toEqual([seat]);
  });

  it('is that of the paper’s province where the title names none, and nobody’s without one', () => {
    const text = ['Ông Trần Văn Thử, Giám đốc Sở Y tế, phát biểu tại hội nghị.'];
    expect(register(text, '40')[0]?.[1]).toBe('40');
    expect(register(text, null)[0]?.[1]).toBe('tinh?');
  });

  it('people without public office are not registered, those who held it are', () => {
    expect(register(['Bà Lê Thị Dân, trú tại Lộc Hà, cho biết chợ rất đông.'])).toEqual([]);
    expect(register(['Ông Lê Văn Cựu, nguyên Bí thư Huyện ủy Lộc Hà, dự hội nghị.'])).toEqual([
      ['Lê Văn Cựu', '448', 'nguyên Bí thư Huyện ủy Lộc Hà'],
    ]);
    expect(isPublicTitle('Giám đốc Công ty May')).toBe(false);
    expect(isPublicTitle('Bí thư Huyện ủy Lộc Hà')).toBe(true);
  });
});

it.each([
  ['Chủ tịch UBND TP Vinh', 'chủ tịch ủy ban nhân dân thành phố vinh'],
  ['Chủ tịch Uỷ ban nhân dân thành phố Vinh', 'chủ tịch ủy ban nhân dân thành phố vinh'],
  ['chu tich ubnd huyen', 'chu tich ủy ban nhân dân huyen'],
  ['bi thu huyen uy', 'bi thu huyen uy'],
])('%s is the office %s', (title, words) => {
  expect(officeWords(title)).toBe(words);
});

it('an office typed without marks is looked for without, abbreviations too', () => {
  const asked = { name: '', at: '', place: '', today: '' };
  const words = (office: string) => officialFilter({ ...asked, office }).office;
  expect(words('chu tich ubnd huyen')).toBe('chu tich uy ban nhan dan huyen');
  expect(words('Chủ tịch UBND huyện')).toBe('chủ tịch ủy ban nhân dân huyện');
});

it('lists persons by given name, then by the whole name', () => {
  const names = ['Trần Văn Thử', 'Lê Thị Ánh', 'Đỗ Văn An', 'Bùi Văn An', 'Ngô Đức'];
  const inOrder = names.toSorted((a, b) => (nameOrder(a) < nameOrder(b) ? -1 : 1));
  expect(inOrder).toEqual(['Bùi Văn An', 'Đỗ Văn An', 'Lê Thị Ánh', 'Ngô Đức', 'Trần Văn Thử']);
});
