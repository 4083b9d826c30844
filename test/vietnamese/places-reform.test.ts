/** Articles after the reform of 1 July 2025: the map of the day, and what has gone. Sentences are our own. */
import { describe, expect, it } from 'vitest';
import { findPlaces } from '../../vietnamese/places.ts';

interface At {
  readonly day?: string;
  readonly province?: string;
}

const read = (text: string, { day = '2025-11-20', province }: At = {}) =>
  findPlaces([{ paragraph: 1, text }], { publishedAt: day, province: province ?? null }).places;
/** "text = path" with - for null. */
const seen = (text: string, at: At = {}) =>
  read(text, at).map((p) => `${p.text} = ${p.path.map((part) => part ?? '-').join(' / ')}`);
const now = (text: string, at: At = {}) =>
  read(text, at).map((p) => p.today.map(({ path }) => path[2] ?? path[0]));

describe('the two-tier map', () => {
  it.each([
    ['xã Thiên Cầm, tỉnh Hà Tĩnh', 'Tỉnh Hà Tĩnh / - / Xã Thiên Cầm', '18676'],
    ['phường Trần Phú, tỉnh Hà Tĩnh', 'Tỉnh Hà Tĩnh / - / Phường Trần Phú', '18100'],
    ['phường Sài Gòn, TP.HCM', 'Thành phố Hồ Chí Minh / - / Phường Sài Gòn', '26740'],
    ['phường Xuân Hương - Đà Lạt', 'Tỉnh Lâm Đồng / - / Phường Xuân Hương - Đà Lạt', '24781'],
    ['đặc khu Phú Quý', 'Tỉnh Lâm Đồng / - / Đặc khu Phú Quý', '23272'],
    ['phường Quy Nhơn (tỉnh Gia Lai)', 'Tỉnh Gia Lai / - / Phường Quy Nhơn', '21583'],
    ['xã Cẩm Hưng, tỉnh Hà Tĩnh', 'Tỉnh Hà Tĩnh / - / Xã Cẩm Hưng', '18736'],
    ['phường Hải Dương, TP Hải Phòng', 'Thành phố Hải Phòng / - / Phường Hải Dương', '10525'],
  ])('%s', (text, path, code) => {
    const [first] = read(text);
    expect(first?.path.map((part) => part ?? '-').join(' / ')).toBe(path);
    expect(first?.code).toBe(code);
    expect(first?.today).toEqual([{ code, path: first?.path, partial: false }]);
  });

  it('knows Đồng Nai as a city from 30 April 2026', () => {
    const text = 'xã Long Thành, Đồng Nai';
    expect(seen(text, { day: '2026-04-29' })[0]).toContain('Tỉnh Đồng Nai / - / Xã Long Thành');
    expect(seen('phường Long Thành, Đồng Nai', { day: '2026-05-10' })[0]).toContain(
      'Thành phố Đồng Nai / - / Phường Long Thành',
    );
  });
});

describe('what has gone', () => {
  it('keeps of its path what still is, and names the units of its land', () => {
    expect(seen('huyện Lộc Hà, tỉnh Hà Tĩnh')[0]).toBe('huyện Lộc Hà = Tỉnh Hà Tĩnh / - / -');
    expect(now('xã Nam Phúc Thăng, tỉnh Hà Tĩnh')[0]).toEqual(['Xã Thiên Cầm']);
    expect(read('xã Kỳ Lợi, tỉnh Hà Tĩnh')[0]?.today.map(({ partial }) => partial)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('is the old province under its bare name, the ward behind a type word or in a list of wards', () => {
    expect(seen('Khách từ Bình Dương và Nam Định về dự.')).toEqual([
      'Bình Dương = - / - / -',
      'Nam Định = - / - / -',
    ]);
    expect(now('Khách từ Bình Dương và Nam Định về dự.')).toEqual([
      ['Thành phố Hồ Chí Minh'],
      ['Tỉnh Ninh Bình'],
    ]);
    expect(seen('các phường Vũng Tàu, Bình Dương của TP.HCM').slice(0, 2)).toEqual([
      'phường Vũng Tàu = Thành phố Hồ Chí Minh / - / Phường Vũng Tàu',
      'Bình Dương = Thành phố Hồ Chí Minh / - / Phường Bình Dương',
    ]);
    // A province that lasts is meant by its bare name.
    expect(seen('Khách từ Khánh Hòa về dự.')).toEqual(['Khánh Hòa = Tỉnh Khánh Hòa / - / -']);
  });

  it('is what bears cũ, though another unit has its name now', () => {
    const text = 'Phường Trần Phú cũ, TP Hà Tĩnh cũ, nay là phường Thành Sen.';
    expect(seen(text)).toEqual([
      'Phường Trần Phú = Tỉnh Hà Tĩnh / - / -',
      'TP Hà Tĩnh = Tỉnh Hà Tĩnh / - / -',
      'phường Thành Sen = Tỉnh Hà Tĩnh / - / Phường Thành Sen',
    ]);
    expect(now('Dân Phú Yên (cũ) phấn khởi.')).toEqual([['Tỉnh Đắk Lắk']]);
  });
});

it('a commune that the list misspelt has its name', () => {
  expect(seen('xã Cổ Đạm, Nghi Xuân, Hà Tĩnh', { day: '2023-08-01' })[0]).toBe(
    'xã Cổ Đạm = Tỉnh Hà Tĩnh / Huyện Nghi Xuân / Xã Cổ Đạm',
  );
  // One that no list has lies in what is named behind it.
  expect(seen('xã Xuân Xyz, Nghi Xuân, Hà Tĩnh', { day: '2023-08-01' })[0]).toBe(
    'xã Xuân Xyz = Tỉnh Hà Tĩnh / Huyện Nghi Xuân / -',
  );
});
