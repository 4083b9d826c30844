/** Numbers that look like days and are none, and the same numbers where they are. Sentences are our own. */
import { describe, expect, test } from 'vitest';
import { findDates } from '../../vietnamese/index.ts';

const shown = (text: string) =>
  findDates([{ paragraph: 1, text }], { publishedAt: '2023-05-26T08:00:00+07:00' }).map(
    (date) => `${date.text} ${date.from}`,
  );

describe('so many of so many', () => {
  test.each([
    'Đến nay, 10/10 đảng bộ xã đã họp xong đại hội.',
    'Đến nay 12/12 thôn có nhà văn hóa.',
    'Cả năm, 5/7 chỉ tiêu vượt kế hoạch; 6/6 nhiệm vụ hoàn thành.',
    'Trong đó, 3/5 cháu đã xuất viện, 4/5 đối tượng bị giữ.',
    'Kết quả: 11/12 hạng mục xong, 9/12 trường có sân mới.',
    '8/8 tiêu chí đều đạt. 7/7 bức tường đã xây.',
  ])('%s', (text) => {
    expect(shown(text)).toEqual([]);
  });

  test.each([
    ['Hôm 5/5 nhiều người tới xem.', ['Hôm 5/5 2023-05-05']],
    ['Họp ngày 5/5 dự án mới bắt đầu.', ['ngày 5/5 2023-05-05']],
    ['Sáng 10/10 là lễ hội của xã.', ['Sáng 10/10 2022-10-10']],
    ['9/12, xã nghỉ họp.', ['9/12 2022-12-09']],
    ['từ 10/10 trường nghỉ', ['từ 10/10 2022-10-10']],
    ['hôm nay 6/6 đoàn lên đường', ['hôm nay 6/6 2023-06-06']],
  ])('but a day: %s', (text, wanted) => {
    expect(shown(text)).toEqual(wanted);
  });
});

describe('named after a day', () => {
  test.each([
    'Tuyến đường 30/4, phố 19/5 và công viên 23/9 đã sạch.',
    'Cảng 2/9, Nông trường 1/5, Trường THCS 19/5, Bệnh viện 30/4.',
    'Quảng trường 10/3 nằm cạnh đường 3 Tháng 2 và phố 30 Tháng 4.',
    'Phố Cách Mạng Tháng Tám vừa được lát đá.',
  ])('%s', (text) => {
    expect(shown(text)).toEqual([]);
  });

  test('but a revolution with its year has its month', () => {
    expect(shown('Cách mạng tháng Tám năm 1945 nổ ra.')).toEqual(['tháng Tám năm 1945 1945-08-01']);
  });
});

describe('documents, grades, ways', () => {
  test.each([
    'Theo QĐ 12/5 và công văn số 15/2020 của huyện.',
    'Dịch ở cấp độ 2/4, bệnh loại 1/3.',
    'Xe đi 2 chiều qua hầm mất năm phút.',
  ])('%s', (text) => {
    expect(shown(text)).toEqual([]);
  });
});

test('a bracket says which weekday is meant', () => {
  expect(shown('Họp hôm thứ Tư (17/5) tại xã.')).toEqual([
    'hôm thứ Tư 2023-05-17',
    '17/5 2023-05-17',
  ]);
});

test('"sang năm" with a number is that year', () => {
  expect(shown('Bước sang năm 2021, xã có đường mới.')).toEqual(['năm 2021 2021-01-01']);
});
