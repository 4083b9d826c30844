/** Drivers that are wrong on purpose, each in one way: the case that is there for it must fail. */
import { expect, it } from 'vitest';
import type { Archive, Articles, Frontier, IndexState, Pages } from '../../archive/port.ts';
import { archiveCases } from '../contracts/archive.ts';
import { newWorld } from './worlds.ts';

type Wrong = (right: Archive) => Archive;

const articles =
  (wrong: (right: Articles) => Partial<Articles>): Wrong =>
  (right) => ({ ...right, articles: { ...right.articles, ...wrong(right.articles) } });
const pages =
  (wrong: (right: Pages) => Partial<Pages>): Wrong =>
  (right) => ({ ...right, pages: { ...right.pages, ...wrong(right.pages) } });
const frontier =
  (wrong: (right: Frontier) => Partial<Frontier>): Wrong =>
  (right) => ({ ...right, frontier: { ...right.frontier, ...wrong(right.frontier) } });
const index =
  (wrong: (right: IndexState) => Partial<IndexState>): Wrong =>
  (right) => ({ ...right, index: { ...right.index, ...wrong(right.index) } });

const wrongDrivers: Readonly<Record<string, { wrong: Wrong; fails: string }>> = {
  'gives back-fills to the night': {
    wrong: frontier((right) => ({
      add: (urls) => right.add(urls.map((one) => ({ ...one, backfill: null }))),
    })),
    fails:
      'backfills: keep out of the night’s way, can be asked for again, and forget what was cancelled',
  },
  'gives the longest due first': {
    wrong: frontier((right) => ({
      due: async (...args) =>
        [...(await right.due(...args))].sort((a, b) =>
          (a.dueAt ?? '').localeCompare(b.dueAt ?? ''),
        ),
    })),
    fails:
      'frontier: gives what is due of one kind and newspaper: new and of these days, seen before, old',
  },
  'lets the last editor win': {
    wrong: (right) => ({
      ...right,
      pressReviews: {
        ...right.pressReviews,
        save: async (id, version, review, by, at) => {
          const newest = (await right.pressReviews.get(id))?.version ?? version;
          return right.pressReviews.save(id, newest, review, by, at);
        },
      },
    }),
    fails: 'press reviews: every save is kept, of two editors the second is told',
  },
  'counts every paper as all': {
    wrong: articles((right) => ({ count: () => right.count() })),
    fails: 'counts: are kept up by every change, and by newspaper',
  },
  'lets the last who renames win': {
    wrong: (right) => ({
      ...right,
      savedSearches: {
        ...right.savedSearches,
        change: async (id, version, to, by, at) => {
          const newest = (await right.savedSearches.get(id))?.version ?? version;
          return right.savedSearches.change(id, newest, to, by, at);
        },
      },
    }),
    fails:
      'saved searches: take another name or question, and every change stands in the audit log',
  },
  'hands nothing over': {
    wrong: index(() => ({ rename: async () => undefined })),
    fails: 'index: what one index holds is handed to another at once',
  },
  'counts what is held in any version': {
    wrong: index((right) => ({
      tally: async (name, version, days) =>
        (await right.tally(name, version, days)).map((one) => ({ ...one, held: one.articles })),
    })),
    fails: 'index: days and newspapers are counted, and what an index holds of them',
  },
  'stores an article again each time': {
    wrong: articles((right) => {
      let puts = 0;
      return {
        put: (input, now) => {
          const tags = [...input.article.tags, String(++puts)];
          return right.put({ ...input, article: { ...input.article, tags } }, now);
        },
      };
    }),
    fails: 'articles: put twice is put once',
  },
  'forgets aliases': {
    wrong: articles((right) => ({
      put: (input, now) => right.put({ ...input, aliases: [] }, now),
    })),
    fails: 'articles: a URL that leads to a known article keeps its id',
  },
  'forgets signatures': {
    wrong: articles((right) => ({
      put: (input, now) => right.put({ ...input, signature: [] }, now),
    })),
    fails: 'reprints: the earliest of near-duplicates in several newspapers is the original',
  },
  'joins all conferences': {
    wrong: articles((right) => ({
      put: (input, now) =>
        right.put({ ...input, conferenceKeys: input.conferenceKeys.map(() => 'one') }, now),
    })),
    fails: 'conferences: mentions without a key are never joined',
  },
  'joins no conferences': {
    wrong: articles((right) => ({
      put: (input, now) =>
        right.put({ ...input, conferenceKeys: input.conferenceKeys.map(() => '') }, now),
    })),
    fails: 'conferences: mentions with one key are one conference, told by what tells most',
  },
  'pages by number of rows': {
    wrong: articles((right) => ({
      async list(filter, cursor, limit) {
        const start = Number(cursor ?? 0);
        const { items } = await right.list(filter, null, 1000);
        const next = start + limit < items.length ? String(start + limit) : null;
        return { items: items.slice(start, start + limit), next };
      },
    })),
    fails: 'articles: paging shifts nothing when others are stored meanwhile',
  },
  'stores every answer': {
    wrong: pages((right) => ({
      put: (newspaper, page) =>
        right.put(newspaper, { ...page, body: new TextEncoder().encode(page.fetchedAt) }),
    })),
    fails: 'pages: the same answer again writes nothing',
  },
  'cuts bodies': {
    wrong: pages((right) => ({
      put: (newspaper, page) =>
        right.put(newspaper, { ...page, body: page.body.subarray(0, 65_536) }),
    })),
    fails: 'pages: gives back what was stored, byte for byte',
  },
  'ignores which stamp read a page': {
    wrong: pages((right) => ({
      unparsed: (newspaper, _, after, limit) => right.unparsed(newspaper, '', after, limit),
    })),
    fails: 'pages: unparsed gives the newest page of each URL that another stamp read, in order',
  },
  'notes a former revision as held': {
    wrong: (right) =>
      index((state) => ({
        async done(name, version, items) {
          const stored = await right.articles.getMany(items.map((item) => item.id));
          const newest = stored.map((s) => ({ id: s.article.id, revision: s.revision }));
          return state.done(name, version, newest);
        },
      }))(right),
    fails: 'index: what is new, changed or of another version is pending',
  },
  'lets the parser win over corrections': {
    wrong: articles((right) => ({
      async get(id) {
        const stored = await right.get(id);
        const parsed = (await right.revisions(id)).at(-1);
        return stored && parsed ? { ...stored, article: parsed.article } : stored;
      },
    })),
    fails: 'corrections: win over what is parsed, survive every parse, and stay when taken back',
  },
  'forgets to index what was corrected': {
    wrong: (right) => ({
      ...right,
      corrections: {
        ...right.corrections,
        async put(id, correction, by, at) {
          const stored = await right.corrections.put(id, correction, by, at);
          const article = await right.articles.get(id);
          await right.index.done('main', 'v1', [{ id, revision: article?.revision ?? 0 }]);
          return stored;
        },
      },
    }),
    fails: 'corrections: the article must go into every index again',
  },
  'forgets corrections with the next parse': {
    wrong: (right) => ({
      ...right,
      articles: {
        ...right.articles,
        async put(input, now) {
          for (const { id } of await right.corrections.list(input.article.id))
            await right.corrections.withdraw(id, 'parser', now);
          return right.articles.put(input, now);
        },
      },
    }),
    fails: 'corrections: a conference is told and joined as corrected, also after the next parse',
  },
  'forgets hands with the next parse': {
    wrong: (right) => ({
      ...right,
      articles: {
        ...right.articles,
        async put(input, now) {
          for (const id of (await right.conferences.ofArticle(input.article.id)).values())
            for (const act of await right.conferences.acts(id))
              await right.conferences.withdrawAct(act.id, 'parser', now);
          return right.articles.put(input, now);
        },
      },
    }),
    fails:
      'identity: joined and parted by hand wins over keys, through every reading, until taken back',
  },
  'joins all officials of a name': {
    wrong: (right) => ({
      ...right,
      officials: {
        ...right.officials,
        async list(filter, cursor, limit) {
          const slice = await right.officials.list(filter, cursor, limit);
          const seen = new Set<string>();
          const items = slice.items.filter(({ name }) => !seen.has(name) && seen.add(name));
          return { ...slice, items };
        },
      },
    }),
    fails: 'officials: one for each key, with offices over time and the articles that give them',
  },
  'lets officials’ keys win over hands': {
    wrong: (right) => ({
      ...right,
      articles: {
        ...right.articles,
        async put(input, now) {
          for (const id of (await right.officials.ofArticle(input.article.id)).values())
            for (const act of await right.officials.acts(id))
              await right.officials.withdrawAct(act.id, 'parser', now);
          return right.articles.put(input, now);
        },
      },
    }),
    fails:
      'officials: joined and parted by hand wins over keys, through every reading, until taken back',
  },
  'calls its own run interrupted': {
    wrong: (right) => ({
      ...right,
      runs: { ...right.runs, interruptRunning: async () => 1 },
    }),
    fails: 'runs: what the process that died had begun is interrupted',
  },
};

it.each(Object.entries(wrongDrivers))('a driver that %s fails', async (_, { wrong, fails }) => {
  const one = archiveCases.find((c) => c.name === fails);
  if (one === undefined) throw new Error(`there is no case "${fails}"`);
  const world = await newWorld(wrong);
  try {
    await expect(one.run(world.archive, world)).rejects.toThrow();
  } finally {
    await world.end();
  }
});
