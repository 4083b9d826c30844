import { expect, test } from 'vitest';
import { decodeTyped, putRight } from '../../vietnamese/index.ts';

test.each([
  ['thnah phố', 'thanh phố'],
  ['thnah pho', 'thanh pho'],
  ['chươgg trình', 'chương trình'],
  ['hội nghhị sơ kết', 'hội nghị sơ kết'],
  ['an toàn giao thôngg', 'an toàn giao thông'],
])('%s is put right by the compound it stands in', (text, right) => {
  expect(putRight(text)).toBe(right);
});

test.each([
  'trung',
  'trong',
  'trung trong',
  'thnah',
  'nghih',
  'Facebook mạng xã hội',
  'xyzzy phố',
  '',
])('"%s" is left as it is', (text) => {
  expect(putRight(text)).toBeNull();
});

test('a long row of nonsense is looked through once', () => {
  expect(putRight('abcdefgh '.repeat(110))).toBeNull();
  expect(putRight('đ'.repeat(1_000))).toBeNull();
});

test.each([
  ['truwowng trung học phổ thông', 'trương trung học phổ thông'],
  ['hooij nghij sơ kết', 'hội nghị sơ kết'],
  ['rút tiền mawjt', 'rút tiền mặt'],
])('keys among words with marks are decoded: %s', (typed, meant) => {
  expect(decodeTyped(typed)).toBe(meant);
});

test.each(['cô Lee', 'Lê test', 'hội Google', 'class học', 'điểm max', 'Facebook của tôi'])(
  '"%s" is no slip',
  (typed) => {
    expect(decodeTyped(typed)).toBeNull();
  },
);
