import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { COLUMNS } from '../../../app/export/columns.ts';

it('the data dictionary describes every column, in order, and no other', () => {
  const page =
    readFileSync(new URL('../../../docs/exports.md', import.meta.url), 'utf8').split(
      /^## Officials$/mu,
    )[0] ?? '';
  const rows = [...page.matchAll(/^\| `([a-z_]+)` \| (.+?) \| (.+) \|$/gm)].map(
    ([, ...cells]) => cells,
  );
  expect(rows).toEqual(COLUMNS.map(({ id, heading, meaning }) => [id, heading, meaning]));
});
