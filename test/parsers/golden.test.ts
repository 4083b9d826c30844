/**
 * Every fixture page, read and compared as a whole. A fixture is test/fixtures/NEWSPAPER/CASE with page.html,
 * fixture.json and expected.json; no list names them. WRITE_GOLDEN=1 writes expected.json anew: read the diff.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Newspaper } from '../../newspapers/define.ts';
import { loadNewspapers } from '../../newspapers/index.ts';
import { readPage } from '../../parsers/index.ts';
import type { ParseResult } from '../../parsers/port.ts';

const ROOT = new URL('../fixtures/', import.meta.url);
const Fixture = z.strictObject({
  synthetic: z.boolean(),
  url: z.url(),
  fetchedAt: z.iso.datetime(),
});

const registry = await loadNewspapers();
const cases = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(new URL(`${name}/`, ROOT))
      .filter((inner) => existsSync(new URL(`${name}/${inner}/page.html`, ROOT)))
      .map((inner) => `${name}/${inner}`),
  );

/** What versions and refining add is tested elsewhere. */
function comparable({ outcome, article, aliases, original }: ParseResult): unknown {
  if (!article) return { outcome, aliases };
  const { quotes, dates, places, mainPlaces, people, conferences, stamps, ...read } = article;
  const { sources, missing } = stamps;
  return { outcome, aliases, original, article: { ...read, stamps: { sources, missing } } };
}

describe('fixture pages', () => {
  it.each(cases)('%s', (name) => {
    const folder = new URL(`${name}/`, ROOT);
    const fixture = Fixture.parse(
      JSON.parse(readFileSync(new URL('fixture.json', folder), 'utf8')),
    );
    const result = readPage(
      {
        url: fixture.url,
        finalUrl: fixture.url,
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: readFileSync(new URL('page.html', folder)),
        fetchedAt: fixture.fetchedAt,
      },
      { newspaper: registry.byHost(fixture.url), families: registry.families },
    );
    const expected = new URL('expected.json', folder);
    const actual = comparable(result);
    if (process.env.WRITE_GOLDEN === '1') {
      writeFileSync(expected, `${JSON.stringify(actual, null, 2)}\n`);
    }
    expect(actual).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });

  // A paper that its family reads whole has no page of its own to imitate; nor has one whose page is unknown:
  // a listed one, or a one-off without a layout.
  it('has one for every family and for every newspaper with rules of its own', () => {
    const folders = [...new Set(cases.map((name) => name.split('/')[0]))];
    const own = registry.newspapers.filter(hasOwnRules).map(({ id }) => id);
    expect(own).toEqual(expect.arrayContaining(['baohatinh', 'baobacninhtv', 'baocamau']));
    expect(folders).toEqual(expect.arrayContaining(own));
    const layouts = cases.map((name) => {
      const { article } = JSON.parse(readFileSync(new URL(`${name}/expected.json`, ROOT), 'utf8'));
      return String(article?.stamps.sources.layout).split('/')[0];
    });
    for (const { id } of registry.families) expect(layouts).toContain(id);
  });

  it('is no folder of nobody', () => {
    const known = [
      ...registry.newspapers.map(({ id }) => id),
      ...registry.families.map(({ id }) => `family-${id}`),
    ];
    for (const name of cases) expect(known).toContain(name.split('/')[0]);
  });
});

function hasOwnRules({ family: id, layouts, article, confidence }: Newspaper): boolean {
  const family = registry.families.find((candidate) => candidate.id === id);
  if (layouts.length > (family?.layouts.length ?? 0)) return true;
  const readable = id !== 'one-off' && confidence !== 'listed';
  return readable && !isDeepStrictEqual(article, family?.article);
}
