import { expect, test } from 'vitest';
import { newspaperNamed } from '../../app/search-parts.ts';

const paper = (id: string, name: string, ...hosts: string[]) => ({ id, name, hosts });
const named = newspaperNamed([
  paper('bao-lam-hong', 'Báo Lam Hồng', 'lamhong.example', 'dacsan.lamhong.example'),
  paper('thuy-hoa', 'Thụy Hòa', 'thuyhoa.example'),
  paper('thuy-hoa-2', 'Thủy Hoa', 'thuyhoa2.example'),
]);

test.each([
  ['bao-lam-hong', 'bao-lam-hong'],
  ['BAO-LAM-HONG', 'bao-lam-hong'],
  ['Báo Lam Hồng', 'bao-lam-hong'],
  ['lam hồng', 'bao-lam-hong'],
  ['lam hong', 'bao-lam-hong'],
  ['lamhong', 'bao-lam-hong'],
  ['dacsan.lamhong.example', 'bao-lam-hong'],
  ['https://lamhong.example/tin', 'bao-lam-hong'],
  ['thuỵ hoà', 'thuy-hoa'],
  // Two papers are written so without marks; other marks are no newspaper's.
  ['thuy hoa', null],
  ['lam hông', null],
  ['lam', null],
  ['báo', null],
  ['', null],
])('%s: %s', (text, id) => {
  expect(named(text)).toBe(id);
});
