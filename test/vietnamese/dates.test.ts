import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates } from '../../vietnamese/index.ts';

/** Friday */
const PUBLISHED = '2023-05-26T08:00:00+07:00';
const read = (text: string, publishedAt: string | null = PUBLISHED) =>
  findDates([{ paragraph: 1, text: text.normalize('NFC') }], { publishedAt });
/** "text from..to" with ~ approximate, R recurring, B birth, Thh:mm. */
const shown = (text: string, publishedAt: string | null = PUBLISHED) =>
  read(text, publishedAt).map(
    (date) =>
      `${date.text} ${date.from ?? ''}..${date.to ?? ''}${date.approximate ? '~' : ''}${date.recurring ? 'R' : ''}${date.birth ? 'B' : ''}${date.time === null ? '' : ` T${date.time}`}`,
  );
const day = (iso: string) => `${iso}..${iso}`;

describe('single days', () => {
  test.each([
    ['Ngày 24/5', `Ngày 24/5 ${day('2023-05-24')}`],
    ['24.5.2023', `24.5.2023 ${day('2023-05-24')}`],
    ['ngày 19 tháng 5 năm 2023', `ngày 19 tháng 5 năm 2023 ${day('2023-05-19')}`],
    ['Thứ sáu, 26/05/2023', `Thứ sáu, 26/05/2023 ${day('2023-05-26')}`],
    ['26/05/2023 08:15 GMT+7', `26/05/2023 ${day('2023-05-26')} T08:15`],
    ['tối 25/5', `tối 25/5 ${day('2023-05-25')}`],
    ['sáng 25/10', `sáng 25/10 ${day('2022-10-25')}`],
    ['Chiều ngày 24/5/2023', `Chiều ngày 24/5/2023 ${day('2023-05-24')}`],
    ['từ 7h đến 11h ngày 25/5', `ngày 25/5 ${day('2023-05-25')} T07:00`],
    ['lúc 7h30 ngày 26/5', `ngày 26/5 ${day('2023-05-26')} T07:30`],
    ['7 giờ 30 phút ngày 26/5/2023', `ngày 26/5/2023 ${day('2023-05-26')} T07:30`],
    ['20h tối qua', `tối qua ${day('2023-05-25')} T20:00`],
    ['6h sáng 30/4', `sáng 30/4 ${day('2023-04-30')} T06:00`],
    ['thứ Hai tuần tới', `thứ Hai tuần tới ${day('2023-05-29')}`],
    ['vào Chủ nhật này', `Chủ nhật này ${day('2023-05-28')}`],
    ['Nghị quyết số 18-NQ/TW ngày 25/10/2017', `ngày 25/10/2017 ${day('2017-10-25')}`],
    ['sẽ khánh thành ngày 2/9', `ngày 2/9 ${day('2023-09-02')}`],
    ['đã khánh thành ngày 2/9', `ngày 2/9 ${day('2022-09-02')}`],
    ['tính đến ngày 30/4', `ngày 30/4 ${day('2023-04-30')}`],
    ['Sáng nay 26/5', `Sáng nay 26/5 ${day('2023-05-26')}`],
    ['chiều 22-5', `chiều 22-5 ${day('2023-05-22')}`],
    ['ngày 24 tháng này', `ngày 24 tháng này ${day('2023-05-24')}`],
  ])('%s', (text, expected) => expect(shown(text)).toEqual([expected]));

  test('a relative day with its number in brackets is two, "cùng ngày" is the day before', () => {
    expect(shown('hôm nay (26/5)')).toEqual([
      `hôm nay ${day('2023-05-26')}`,
      `26/5 ${day('2023-05-26')}`,
    ]);
    expect(shown('Ngày 3/5 họp, chiều cùng ngày bế mạc')).toEqual([
      `Ngày 3/5 ${day('2023-05-03')}`,
      `chiều cùng ngày ${day('2023-05-03')}`,
    ]);
  });

  test('a list is as many as it names, "ngày" with the first, month and year from the last', () => {
    expect(shown('ngày 28, 29 và 30/4/2022')).toEqual([
      `ngày 28 ${day('2022-04-28')}`,
      `29 ${day('2022-04-29')}`,
      `30/4/2022 ${day('2022-04-30')}`,
    ]);
    expect(shown('dịp 30/4, 1/5')).toEqual([
      `30/4 ${day('2023-04-30')}`,
      `1/5 ${day('2023-05-01')}`,
    ]);
  });
});

describe('ranges and open ends', () => {
  test.each([
    ['từ ngày 24 đến 26/5', 'từ ngày 24 đến 26/5 2023-05-24..2023-05-26'],
    ['từ ngày 1/6 - 30/6/2023', 'từ ngày 1/6 - 30/6/2023 2023-06-01..2023-06-30'],
    ['ngày 9-10/9', 'ngày 9-10/9 2022-09-09..2022-09-10'],
    [
      'từ ngày 30-4 đến hết ngày 2-5-2021',
      'từ ngày 30-4 đến hết ngày 2-5-2021 2021-04-30..2021-05-02',
    ],
    ['dịp 30/4 - 1/5', '30/4 - 1/5 2023-04-30..2023-05-01'],
    [
      'từ sau dịp 30/4, 1/5 đến ngày 23/5',
      'từ sau dịp 30/4, 1/5 đến ngày 23/5 2023-05-02..2023-05-23',
    ],
    ['từ 0h ngày 1/4 đến 24h ngày 15/4', 'từ 0h ngày 1/4 đến 24h ngày 15/4 2023-04-01..2023-04-15'],
    ['từ tháng 11 đến tháng 3/2021', 'từ tháng 11 đến tháng 3/2021 2020-11-01..2021-03-31'],
    ['cuối năm 2019 đầu năm 2020', 'cuối năm 2019 đầu năm 2020 2019-09-01..2020-04-30~'],
    ['đêm 30/4 rạng sáng 1/5', 'đêm 30/4 rạng sáng 1/5 2023-04-30..2023-05-01'],
    ['từ đầu năm đến nay', 'từ đầu năm đến nay 2023-01-01..2023-05-26'],
    ['xây dựng từ 9/2020', 'từ 9/2020 2020-09-01..'],
    ['đến hết tháng 6', 'đến hết tháng 6 ..2023-06-30'],
    ['phấn đấu đến năm 2025', 'đến năm 2025 ..2025-12-31'],
    ['trước ngày 30/6', 'trước ngày 30/6 ..2023-06-29'],
    ['sau năm 1975', 'sau năm 1975 1976-01-01..'],
    ['từ nay đến cuối năm', 'từ nay đến cuối năm 2023-05-26..2023-12-31~'],
    ['từ 2015 đến 2020', 'từ 2015 đến 2020 2015-01-01..2020-12-31'],
  ])('%s', (text, expected) => expect(shown(text)).toEqual([expected]));
});

describe('months, years and longer', () => {
  test.each([
    ['giữa tháng 4/2023', 'giữa tháng 4/2023 2023-04-11..2023-04-20~'],
    ['cuối tháng 4 vừa qua', 'cuối tháng 4 vừa qua 2023-04-21..2023-04-30~'],
    ['đầu năm 2023', 'đầu năm 2023 2023-01-01..2023-04-30~'],
    ['6 tháng đầu năm 2023', '6 tháng đầu năm 2023 2023-01-01..2023-06-30'],
    ['9 tháng năm nay', '9 tháng năm nay 2023-01-01..2023-09-30'],
    ['trong tháng 7 tới', 'tháng 7 tới 2023-07-01..2023-07-31'],
    ['tháng trước', 'tháng trước 2023-04-01..2023-04-30'],
    ['tuần qua', 'tuần qua 2023-05-20..2023-05-26~'],
    ['tháng qua', 'tháng qua 2023-04-27..2023-05-26~'],
    ['tuần trước', 'tuần trước 2023-05-15..2023-05-21'],
    ['năm ngoái', 'năm ngoái 2022-01-01..2022-12-31'],
    ['cùng kỳ năm trước', 'năm trước 2022-01-01..2022-12-31'],
    ['quý này', 'quý này 2023-04-01..2023-06-30'],
    ['thế kỷ XVI - XVII', 'thế kỷ XVI - XVII 1501-01-01..1700-12-31'],
    ['quý I/2023', 'quý I/2023 2023-01-01..2023-03-31'],
    ['nhiệm kỳ 2020 - 2025', 'nhiệm kỳ 2020 - 2025 2020-01-01..2025-12-31'],
    ['giai đoạn 2021 – 2025', 'giai đoạn 2021 – 2025 2021-01-01..2025-12-31'],
    ['năm học 2022 - 2023', 'năm học 2022 - 2023 2022-09-01..2023-05-31~'],
    ['thập niên 90', 'thập niên 90 1990-01-01..1999-12-31'],
    ['thế kỷ XX', 'thế kỷ XX 1901-01-01..2000-12-31'],
    ['mùa hè năm nay', 'mùa hè năm nay 2023-06-01..2023-08-31~'],
    ['thế kỷ III trước Công nguyên', 'thế kỷ III trước Công nguyên ..'],
  ])('%s', (text, expected) => expect(shown(text)).toEqual([expected]));

  test('EDTF', () => {
    const edtf = (text: string) => read(text).map((date) => date.edtf);
    expect(edtf('quý I/2023')).toEqual(['2023-33']);
    expect(edtf('thập niên 90')).toEqual(['199X']);
    expect(edtf('giữa tháng 4/2023')).toEqual(['2023-04-11~/2023-04-20~']);
    expect(edtf('đến hết tháng 6')).toEqual(['../2023-06']);
    expect(edtf('nhiệm kỳ 2020 - 2025')).toEqual(['2020/2025']);
    expect(edtf('ngày 27/7 hằng năm')).toEqual([null]);
  });
});

describe('lunar, recurring, birth', () => {
  test.each([
    ['mùng 10 tháng 3 âm lịch', `mùng 10 tháng 3 âm lịch ${day('2023-04-29')}`],
    ['ngày 10/3 âm lịch', `ngày 10/3 âm lịch ${day('2023-04-29')}`],
    ['rằm tháng Giêng', `rằm tháng Giêng ${day('2023-02-05')}`],
    ['rằm tháng 2 nhuận', `rằm tháng 2 nhuận ${day('2023-04-05')}`],
    ['mùng 1 Tết', `mùng 1 Tết ${day('2023-01-22')}`],
    ['ngày 27/7 hằng năm', 'ngày 27/7 hằng năm ..R'],
    ['ngày 15 hàng tháng', 'ngày 15 hàng tháng ..R'],
    ['từ thứ Hai đến thứ Sáu hàng tuần', 'từ thứ Hai đến thứ Sáu hàng tuần ..R'],
    ['Hàng năm, cứ đến tháng 7', 'tháng 7 ..R'],
    ['sinh năm 1985', 'năm 1985 1985-01-01..1985-12-31B'],
    ['(SN 1990, trú tại', '1990 1990-01-01..1990-12-31B'],
    ['học sinh năm 2020', 'năm 2020 2020-01-01..2020-12-31'],
  ])('%s', (text, expected) => expect(shown(text)).toEqual([expected]));
});

test.each(
  `1/2 diện tích|khoảng 3/4 số hộ|sáng tạo|tối đa|qua năm tháng|T2|05-NQ/TU|18-NQ/TW|1665/NQ-UBTVQH15|Nghị quyết số 04/2022/NQ-HĐND|văn bản số 04/2026/CV-HĐ|quy hoạch 1/500|thắng 2-1|tỷ số 25-23|phục vụ 24/7|mười năm trước|hơn 10 ngày trước|cách đây 15 năm|9 tháng|3 quý vừa qua|10 năm qua|8 tháng qua|nhiều tháng qua|400 triệu năm qua|hàng năm|hàng tuần|các năm trước|Luật Bảo vệ môi trường 2020|năm Chủ tịch ASEAN 2020|xe 38A-123.45|0912.345.678|1.200.000 đồng|lần thứ hai|cô gái thứ hai tới từ Nga|chuyến bay thứ 2 và thứ 3|ca nhiễm thứ 4 này|Thông tư 10/2020|Nghị định 35/2020|số 12/4 đường Trần Phú|lớp 10/3|3 tháng 10 ngày|mỗi ngày 3 lần|6 tháng một lần|năm thứ 3|ba tháng một lần|nhiều năm nay|thời gian tới|hiện nay|trong năm|bốn năm trước|12.5 triệu|3-4 triệu|doanh thu tăng|3 tháng trước|năm này qua năm khác`.split(
    '|',
  ),
)('no date: %s', (text) => expect(shown(text)).toEqual([]));

test('without a day of publication, what needs it has no days', () => {
  expect(shown('hôm nay', null)).toEqual(['hôm nay ..']);
  expect(shown('tháng 5', null)).toEqual(['tháng 5 ..']);
  expect(shown('ngày 3/4/2020', null)).toEqual([`ngày 3/4/2020 ${day('2020-04-03')}`]);
  expect(shown('từ ngày 3/4 đến nay', null)).toEqual(['từ ngày 3/4 đến nay ..']);
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...'ngày,tháng,năm,từ,đến,hết,đầu,cuối,sáng,chiều,24,5/2023,30/4,1/5,-,–,/,.,2020,thứ hai,tuần,này,tới,quý,I,thế kỷ,XX,rằm,tháng Giêng,âm lịch,nhuận,hàng năm,sau,trước,(,),sinh,7h30,nay,cùng ngày,29/2,31/2/2021,\u200b,\ud800,İ,\u00a0'.split(
      ',',
    ),
    ',',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(' ')),
    fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
  );
  test('Regression: a range that ends before it begins has no days', () => {
    const [date] = findDates([{ paragraph: 0, text: 'năm sau đến nay' }], {
      publishedAt: PUBLISHED,
    });
    expect([date?.edtf, date?.from, date?.to]).toEqual([null, null, null]);
  });
  test('every span slices back to its text, in order, with days in order', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(PUBLISHED, null, '2020-02-29', 'x'),
        (body, publishedAt) => {
          let last = 0;
          for (const date of findDates([{ paragraph: 0, text: body }], { publishedAt })) {
            expect(body.slice(date.start, date.end)).toBe(date.text);
            expect(date.start).toBeGreaterThanOrEqual(last);
            expect(date.end).toBeGreaterThan(date.start);
            last = date.end;
            if (date.from !== null && date.to !== null) expect(date.from <= date.to).toBe(true);
            if (date.recurring) expect([date.edtf, date.from, date.to]).toEqual([null, null, null]);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['digits', '1'.repeat(10_000)],
    ['slashes', '/'.repeat(10_000)],
    ['days and slashes', '1/'.repeat(10_000)],
    ['spaces', `ngày${' '.repeat(10_000)}1/1`],
    ['lists', `ngày ${'1, '.repeat(10_000)}`],
    ['words', 'từ ngày đến '.repeat(80_000)],
    ['ranges', 'từ ngày 1 đến 2/5 - '.repeat(40_000)],
    ['NFD', 'ngày 3 tháng 5 năm 2020, '.normalize('NFD').repeat(1000)],
  ])('%s are read', (_, body) => {
    const { length } = body.normalize('NFC');
    expect(read(body).every((date) => date.end <= length)).toBe(true);
  });
});
