/**
 * Writes the pages that are made from code: docs/cli.md, docs/configuration.md, docs/outcomes.md.
 * `--check` compares instead of writing and exits 1 where a page is not up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { generatedDocs } from '../cli/docs.ts';

const check = process.argv.includes('--check');
let stale = 0;
for (const [name, text] of generatedDocs()) {
  const file = new URL(`../docs/${name}`, import.meta.url);
  if (!check) {
    writeFileSync(file, text);
    continue;
  }
  let now = '';
  try {
    now = readFileSync(file, 'utf8');
  } catch {
    // A page that is not there is not up to date.
  }
  if (now !== text) {
    stale += 1;
    console.error(`docs/${name} is not up to date: npm run docs`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;
