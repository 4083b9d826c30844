import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { COVERAGE_COLUMNS } from '../../../app/conferences/table.ts';
import { COLUMNS } from '../../../app/export/columns.ts';
import { REVIEW_COLUMNS } from '../../../app/press-review/workbook.ts';

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

it.each([
  ['Coverage of a conference', COVERAGE_COLUMNS],
  ['Press review', REVIEW_COLUMNS],
])('the data dictionary describes the columns of: %s', (title, columns) => {
  const page = readFileSync(new URL('../../../docs/exports.md', import.meta.url), 'utf8');
  const part = page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = [...part.matchAll(/^\| `([a-z_]+)` \| (.+?) \| .+ \|$/gm)].map(
    ([, ...cells]) => cells,
  );
  expect(rows).toEqual(columns.map(({ id, heading }) => [id, heading]));
});
