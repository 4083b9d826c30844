/** Engines that are wrong on purpose, each in one way: the case that is there for it must fail. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EngineAnswer, SearchRequest } from '../../core/search.ts';
import type { SearchEngine } from '../../indexer/engine.ts';
import { openEmbeddedEngine } from '../../indexer/engines/embedded.ts';
import { foldedWithin } from '../../indexer/facet-keys.ts';
import { engineCases } from '../contracts/engine.ts';

type Wrong = (right: SearchEngine) => Partial<SearchEngine>;

const asking =
  (change: (request: SearchRequest) => SearchRequest): Wrong =>
  (right) => ({ search: (request) => right.search(change(request)) });
const answering =
  (change: (answer: EngineAnswer, request: SearchRequest) => EngineAnswer): Wrong =>
  (right) => ({ search: async (request) => change(await right.search(request), request) });

const wrongs: readonly [name: string, wrong: Wrong, fails: string][] = [
  [
    'does not know marks',
    asking((request) => ({
      ...request,
      units: request.units.map((unit) => ({
        ...unit,
        exact: unit.folded,
        marked: unit.folded.map(() => false),
      })),
    })),
    'marks: rank, and do not exclude',
  ],
  [
    'ignores phrases',
    asking((request) => ({ ...request, match: 'words' })),
    'where a unit may stand: never over',
  ],
  [
    'drops what must not stand',
    asking((request) => ({ ...request, without: [] })),
    'questions: what must not stand',
  ],
  [
    'ignores filters',
    asking((request) => ({ ...request, filters: [] })),
    'filters and facets: filters',
  ],
  [
    'counts the page',
    answering((answer) => ({ ...answer, total: answer.hits.length })),
    'filters and facets: facets count',
  ],
  [
    'shows a hundred values of a facet',
    answering((answer) => ({
      ...answer,
      facets: Object.fromEntries(
        Object.entries(answer.facets).map(([name, all]) => [name, all.slice(0, 100)]),
      ),
    })),
    'filters and facets: a facet has no cap',
  ],
  [
    'looks at the beginning of a value only',
    (right) => ({
      facet: async (asked, slice) => {
        const found = await right.facet(asked, slice);
        const values = found.values.filter(({ value }) =>
          foldedWithin(value).startsWith(slice.within),
        );
        return { total: values.length, values };
      },
    }),
    'filters and facets: a facet is looked through',
  ],
  [
    'gives a thousand of all',
    (right) => ({
      every: async function* (asked) {
        for await (const ids of right.every(asked)) {
          yield ids;
          return;
        }
      },
    }),
    'order and paging: every article',
  ],
  [
    'ends after a thousand',
    answering((answer, { offset }) => (offset < 1_000 ? answer : { ...answer, hits: [] })),
    'order and paging: pages',
  ],
  [
    'sorts by relevance only',
    asking((request) => ({ ...request, sort: 'relevance' })),
    'order and paging: by date',
  ],
  [
    'looks at ten units',
    asking((request) => ({ ...request, units: request.units.slice(0, 10) })),
    'questions: a question of more than ten units',
  ],
  ['never removes', () => ({ remove: () => Promise.resolve() }), 'documents: removed ones'],
  [
    'keeps the older form',
    (right) => ({
      put: async (documents) => {
        const known = new Set(await right.ids(null, 10_000));
        await right.put(documents.filter((one) => !known.has(one.id)));
      },
    }),
    'documents: put twice',
  ],
];

describe('a wrong engine fails the contract', () => {
  let right: SearchEngine;
  beforeEach(() => {
    right = openEmbeddedEngine({ file: ':memory:' });
  });
  afterEach(() => right.close());

  test.each(wrongs)('one that %s', async (_, wrong, fails) => {
    const cases = engineCases().filter((one) => one.name.startsWith(fails));
    expect(cases).toHaveLength(1);
    const engine = { ...right, ...wrong(right) };
    await expect(cases[0]?.check(engine)).rejects.toThrow();
  });
});
