/** Docs are true: what is made from code is up to date, what is named exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generatedDocs } from '../../cli/docs.ts';

const root = new URL('../../', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');

describe('the docs', () => {
  it.each([...generatedDocs()])('%s is what the code says (npm run docs)', (name, text) => {
    expect(read(`docs/${name}`)).toBe(text);
  });

  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    ...readdirSync(new URL('docs/', root))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];
  it.each(pages)('%s links only to files that are there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(
      ([, link]) => link ?? '',
    );
    const folder = new URL(page, root);
    expect(links.filter((link) => !existsSync(new URL(link, folder)))).toEqual([]);
  });

  it('the table of who may import whom is the one that is checked', () => {
    const rules = read('.dependency-cruiser.cjs');
    for (const folder of ['crawlers', 'parsers', 'indexer', 'web', 'demo']) {
      const checked = new RegExp(`^  ${folder}: \\[(.*)\\],$`, 'm').exec(rules)?.[1] ?? '?';
      const written = new RegExp(`^\\| ${folder} \\| (.*) \\|$`, 'm').exec(
        read('docs/architecture.md').split('Who may import whom')[1] ?? '',
      )?.[1];
      expect(written).toBe(checked.replaceAll("'", ''));
    }
  });
});
