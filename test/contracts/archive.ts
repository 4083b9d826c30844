/** What every archive does. Cases are data, so that a test can also show that a wrong driver fails them. */
import { expect, it } from 'vitest';
import type { Archive, Slice } from '../../archive/port.ts';
import type { Article } from '../../core/article.ts';
import { codeOf } from '../../core/errors.ts';
import { accountCases } from './accounts.ts';
import type { ArchiveCase, ArchiveWorld } from './archive-case.ts';
import {
  at,
  conference,
  correction,
  input,
  newUrl,
  rawPage,
  record,
  signature,
  url,
} from './archive-samples.ts';
import { officialCases } from './officials.ts';

/** Gives a new, empty archive. */
export type OpenArchiveWorld = () => Promise<ArchiveWorld>;

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'resolved',
    (error: unknown) => codeOf(error),
  );

async function walked<T>(list: (cursor: string | null) => Promise<Slice<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const slice: Slice<T> = await list(cursor);
    items.push(...slice.items);
    cursor = slice.next;
  } while (cursor !== null);
  return items;
}

const listed = async (archive: Archive, filter = {}, limit = 2) =>
  (await walked((cursor) => archive.articles.list(filter, cursor, limit))).map(
    (item) => item.article.headline,
  );

export const archiveCases: readonly ArchiveCase[] = [
  {
    name: 'frontier: adds what is new and keeps what is known',
    async run({ frontier }) {
      expect(await frontier.add([newUrl('a'), newUrl('b'), newUrl('a')])).toBe(2);
      expect(await frontier.add([newUrl('a', { dueAt: at(9) }), newUrl('c')])).toBe(1);
      expect((await frontier.get(url('a')))?.dueAt).toBe(at(0));
      expect(await frontier.get(url('z'))).toBeNull();
      expect(await frontier.count('baotinh')).toBe(3);
      expect(await frontier.count('other')).toBe(0);
    },
  },
  {
    name: 'frontier: gives what is due of one kind and newspaper: new and of these days, seen before, old',
    async run({ frontier }) {
      const day = (n: number) => new Date(Date.parse(at(0)) - n * 86_400_000).toISOString();
      await frontier.add([
        newUrl('old', { datedAt: day(30) }),
        newUrl('new', { datedAt: day(1) }),
        newUrl('older', { datedAt: day(40) }),
        newUrl('first'),
        newUrl('second'),
        newUrl('looked-late'),
        newUrl('looked-early'),
        newUrl('future', { dueAt: at(9) }),
        newUrl('never', { dueAt: null }),
        newUrl('feed', { kind: 'feed' }),
        newUrl('other', { newspaper: 'other' }),
      ]);
      for (const [path, minute] of [
        ['looked-late', 2],
        ['looked-early', 1],
      ] as const)
        await frontier.visited({
          url: url(path),
          at: at(0),
          outcome: 'article',
          dueAt: at(minute),
        });
      const due = async (limit: number, of?: 'new' | 'seen') =>
        (await frontier.due('baotinh', 'article', at(2), limit, of ? { of } : {})).map(
          (u) => u.url,
        );
      const inTurn = ['first', 'second', 'new', 'looked-early', 'looked-late', 'old', 'older'];
      expect(await due(10)).toEqual(inTurn.map(url));
      expect(await due(4)).toEqual(inTurn.slice(0, 4).map(url));
      expect(await due(10, 'new')).toEqual(['first', 'second', 'new', 'old', 'older'].map(url));
      expect(await due(10, 'seen')).toEqual(['looked-early', 'looked-late'].map(url));
      expect(await frontier.nextLook('baotinh')).toBe(at(1));
      expect(await frontier.nextLook('other')).toBeNull();
    },
  },
  {
    name: 'backfills: keep out of the night’s way, can be asked for again, and forget what was cancelled',
    async run({ frontier, backfills }) {
      const one = await backfills.open('baotinh', '2025-01-01', '2025-01-31', at(0));
      expect(await backfills.open('baotinh', '2025-01-01', '2025-01-31', at(1))).toEqual(one);
      const other = await backfills.open('baotinh', '2025-02-01', '2025-02-28', at(1));
      expect(other.id).not.toBe(one.id);
      const found = { backfill: one.id };
      await frontier.add([newUrl('a', found), newUrl('b', found), newUrl('c', found)]);
      const due = async (backfill: number | null) =>
        (await frontier.due('baotinh', 'article', at(9), 10, { backfill })).map((u) => u.url);
      expect(await due(null)).toEqual([]);
      expect(await due(one.id)).toEqual([url('a'), url('b'), url('c')]);
      // Found for the night too: the night's.
      expect(await frontier.add([newUrl('b')])).toBe(0);
      expect(await due(null)).toEqual([url('b')]);
      await frontier.visited({ url: url('a'), at: at(2), outcome: 'article', dueAt: null });
      expect(await backfills.get(one.id)).toMatchObject({ found: 2, left: 1, state: 'open' });
      expect(await backfills.isOpen(one.id)).toBe(true);
      await backfills.cancel(one.id, at(3));
      expect(await backfills.isOpen(one.id)).toBe(false);
      expect(await backfills.get(one.id)).toMatchObject({
        found: 1,
        left: 0,
        state: 'cancelled',
        endedAt: at(3),
      });
      expect(await frontier.get(url('c'))).toBeNull();
      expect((await frontier.get(url('a')))?.firstFetchedAt).toBe(at(2));
      await backfills.complete(other.id, at(4));
      await backfills.complete(one.id, at(4));
      expect((await backfills.list(10)).map((b) => b.state)).toEqual(['complete', 'cancelled']);
      expect(await backfills.list(10, 'open')).toEqual([]);
      expect(await backfills.get(99)).toBeNull();
    },
  },
  {
    name: 'hosts: are trusted until it is said otherwise',
    async run({ hosts }) {
      expect(await hosts.distrustedAt('bao.example')).toBeNull();
      await hosts.distrust('bao.example', at(1));
      expect(await hosts.distrustedAt('bao.example')).toBe(at(1));
      await hosts.distrust('bao.example', null);
      expect(await hosts.distrustedAt('bao.example')).toBeNull();
    },
  },
  {
    name: 'frontier: a visit noted twice counts once; a good one ends the row of failures',
    async run({ frontier }) {
      await frontier.add([newUrl('a')]);
      const visit = { url: url('a'), at: at(1), outcome: 'timeout', dueAt: at(5) } as const;
      await frontier.visited({ ...visit, etag: '"1"', bodyHash: 'h' });
      await frontier.visited({ ...visit, etag: '"1"', bodyHash: 'h' });
      expect(await frontier.get(url('a'))).toMatchObject({
        failures: 1,
        lastOutcome: 'timeout',
        firstFetchedAt: null,
        dueAt: at(5),
      });
      await frontier.visited({ ...visit, at: at(5) });
      expect((await frontier.get(url('a')))?.failures).toBe(2);
      await frontier.visited({ url: url('a'), at: at(6), outcome: 'article', dueAt: null });
      await frontier.visited({ url: url('a'), at: at(7), outcome: 'unchanged', dueAt: null });
      expect(await frontier.get(url('a'))).toMatchObject({
        failures: 0,
        etag: '"1"',
        lastModified: null,
        bodyHash: 'h',
        firstFetchedAt: at(6),
        lastFetchedAt: at(7),
        dueAt: null,
      });
      expect(await refusal(frontier.visited({ ...visit, url: url('z') }))).toBe(
        'archive-unknown-url',
      );
    },
  },
  {
    name: 'pages: gives back what was stored, byte for byte',
    async run({ pages }) {
      const body = Uint8Array.from({ length: 70_000 }, (_, i) => (i * i) % 251);
      const page = rawPage('a', '', { body, finalUrl: url('b'), status: 404 });
      const { id, created } = await pages.put('baotinh', page);
      expect(created).toBe(true);
      const stored = await pages.get(id);
      expect(stored).toMatchObject({ ...page, id, newspaper: 'baotinh', parsedBy: null });
      expect(stored?.outcome).toBeNull();
      const empty = await pages.put('baotinh', rawPage('empty', ''));
      expect((await pages.get(empty.id))?.body).toEqual(new Uint8Array(0));
      expect(await pages.get(id + 99)).toBeNull();
      expect(await pages.latest(url('z'))).toBeNull();
    },
  },
  {
    name: 'pages: the same answer again writes nothing',
    async run(archive) {
      const first = await archive.pages.put('baotinh', rawPage('a', 'một'));
      const again = await archive.pages.put('baotinh', rawPage('a', 'một', { fetchedAt: at(5) }));
      expect(again).toEqual({ id: first.id, created: false });
      const other = await archive.pages.put('baotinh', rawPage('a', 'hai', { fetchedAt: at(6) }));
      expect(other.created).toBe(true);
      expect((await archive.pages.latest(url('a')))?.id).toBe(other.id);
      const gone = await archive.pages.put(
        'baotinh',
        rawPage('a', 'hai', { status: 410, fetchedAt: at(7) }),
      );
      expect(gone.created).toBe(true);
      // Back to the first text: a new page, since it is news that it is back.
      const back = await archive.pages.put('baotinh', rawPage('a', 'một', { fetchedAt: at(8) }));
      expect(back.created).toBe(true);
      expect((await archive.counts()).pages).toBe(4);
    },
  },
  {
    name: 'pages: one that comes late does not become the newest',
    async run({ pages }) {
      const newer = await pages.put('baotinh', rawPage('a', 'mới', { fetchedAt: at(5) }));
      const late = await pages.put('baotinh', rawPage('a', 'cũ', { fetchedAt: at(1) }));
      expect(await pages.put('baotinh', rawPage('a', 'cũ', { fetchedAt: at(1) }))).toEqual({
        id: late.id,
        created: false,
      });
      expect((await pages.latest(url('a')))?.id).toBe(newer.id);
    },
  },
  {
    name: 'pages: unparsed gives the newest page of each URL that another stamp read, in order',
    async run({ pages }) {
      const put = async (path: string, text: string, minute: number, newspaper = 'baotinh') =>
        (await pages.put(newspaper, rawPage(path, text, { fetchedAt: at(minute) }))).id;
      await put('a', 'cũ', 0);
      const a = await put('a', 'mới', 1);
      const b = await put('b', 'b', 0);
      const c = await put('c', 'c', 0);
      const d = await put('d', 'd', 0);
      await put('x', 'x', 0, 'other');
      const unparsed = (stamp: string, after = 0, limit = 10) =>
        pages.unparsed('baotinh', stamp, after, limit);
      expect(await unparsed('s2')).toEqual([a, b, c, d]);
      await pages.parsed(b, 's2', { code: 'article', message: '' });
      await pages.parsed(c, 's1', { code: 'bad-date', message: '31/2' });
      await pages.parsed(d, 's3', { code: 'article', message: '' });
      expect(await unparsed('s2')).toEqual([a, c, d]);
      expect(await unparsed('s2', 0, 2)).toEqual([a, c]);
      expect(await unparsed('s2', c)).toEqual([d]);
      expect(await unparsed('s1')).toEqual([a, b, d]);
      expect(await pages.get(c)).toMatchObject({
        parsedBy: 's1',
        outcome: { code: 'bad-date', message: '31/2' },
      });
    },
  },
  {
    name: 'articles: put twice is put once',
    async run(archive) {
      const one = input(record('a'), { aliases: ['a', 'a?amp'] });
      const first = await archive.articles.put(one, at(1));
      expect(first).toEqual({
        id: one.article.id,
        revision: 1,
        change: 'created',
        regrouped: [],
      });
      const stored = await archive.articles.get(first.id);
      expect(stored).toMatchObject({ revision: 1, createdAt: at(1), original: null });
      expect(stored?.article).toEqual(one.article);
      expect(await archive.articles.put(one, at(2))).toEqual({
        id: first.id,
        revision: 1,
        change: 'unchanged',
        regrouped: [],
      });
      expect(await archive.articles.get(first.id)).toEqual(stored);
      expect(await archive.articles.revisions(first.id)).toHaveLength(1);
      expect(await archive.counts()).toMatchObject({ articles: 1, revisions: 1 });
    },
  },
  {
    name: 'articles: a changed text is a new revision, and every former one is kept',
    async run({ articles }) {
      const { id } = await articles.put(input(record('a')), at(1));
      const texts = ['hai', 'ba'];
      for (const [i, sapo] of texts.entries())
        expect(await articles.put(input(record('a', { sapo })), at(2 + i))).toEqual({
          id,
          revision: 2 + i,
          change: 'updated',
          regrouped: [],
        });
      expect((await articles.get(id))?.createdAt).toBe(at(1));
      const revisions = await articles.revisions(id);
      expect(revisions.map((r) => [r.revision, r.createdAt, r.article.sapo])).toEqual([
        [1, at(1), null],
        [2, at(2), 'hai'],
        [3, at(3), 'ba'],
      ]);
      expect(await articles.revisions('unknown')).toEqual([]);
    },
  },
  {
    name: 'articles: other stamps replace the record without a revision',
    async run({ articles }) {
      const before = record('a');
      const { id } = await articles.put(input(before), at(1));
      const hash = (await articles.get(id))?.contentHash;
      const stamps = { ...before.stamps, parser: '2' };
      expect((await articles.put(input({ ...before, stamps }), at(2))).change).toBe('unchanged');
      const stored = await articles.get(id);
      expect(stored).toMatchObject({ revision: 1, contentHash: hash });
      expect(stored?.article.stamps.parser).toBe('2');
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
    },
  },
  {
    name: 'articles: a URL that leads to a known article keeps its id',
    async run({ articles }) {
      const { id } = await articles.put(input(record('old'), { aliases: ['old', 'm/old'] }), at(1));
      // Moved to another CMS: a redirect leads from the old address to a new identity.
      const moved = input(record('new'), { aliases: ['old', 'new'] });
      expect(await articles.put(moved, at(2))).toMatchObject({
        id,
        revision: 2,
        change: 'updated',
      });
      expect((await articles.get(id))?.article).toEqual({ ...moved.article, id });
      expect(await articles.get(moved.article.id)).toBeNull();
      // From now on the new address alone is enough.
      expect((await articles.put(input(record('new'), { aliases: ['new'] }), at(3))).id).toBe(id);
      expect(await articles.aliases(id)).toEqual([url('m/old'), url('new'), url('old')]);
      for (const path of ['old', 'm/old', 'new'])
        expect((await articles.byUrl(url(path)))?.article.id).toBe(id);
      expect(await articles.byUrl(url('z'))).toBeNull();
    },
  },
  {
    name: 'articles: an alias stays with the article that had it first',
    async run({ articles }) {
      const a = await articles.put(input(record('a'), { aliases: ['a', 'both'] }), at(1));
      const b = await articles.put(input(record('b'), { aliases: ['b'] }), at(2));
      expect(
        await articles.put(input(record('b'), { aliases: ['b', 'both'] }), at(3)),
      ).toMatchObject({ id: b.id, change: 'unchanged' });
      expect((await articles.byUrl(url('both')))?.article.id).toBe(a.id);
      expect(await articles.aliases(b.id)).toEqual([url('b')]);
    },
  },
  {
    name: 'articles: text without a page has neither URL nor time of fetch',
    async run({ articles }) {
      const one = record('a', { id: 'import-1', url: null, newspaper: null, publishedAt: null });
      await articles.put(input(one, { fetchedAt: null }), at(1));
      expect(await articles.get('import-1')).toMatchObject({ fetchedAt: null, pageId: null });
      expect((await articles.getMany(['x', 'import-1'])).map((s) => s.article)).toEqual([one]);
    },
  },
  {
    name: 'articles: a reparse keeps the withdrawal, a later visit ends it',
    async run({ articles }) {
      const { id } = await articles.put(input(record('a')), at(1));
      await articles.withdraw(id, at(5));
      await articles.withdraw(id, at(6));
      expect((await articles.get(id))?.withdrawnAt).toBe(at(5));
      await articles.put(input(record('a', { sapo: 'x' })), at(7));
      expect((await articles.get(id))?.withdrawnAt).toBe(at(5));
      await articles.put(input(record('a', { sapo: 'x' }), { fetchedAt: at(8) }), at(8));
      expect((await articles.get(id))?.withdrawnAt).toBeNull();
      await articles.withdraw(id, at(9));
      await articles.restore(id);
      expect((await articles.get(id))?.withdrawnAt).toBeNull();
    },
  },
  {
    name: 'articles: lists the newest first, without a date last, by days of Vietnam',
    async run({ articles }) {
      const dates = {
        undated: null,
        eve: '2026-01-01T23:59:59+07:00',
        morning: '2026-01-02T00:00:00+07:00',
        evening: '2026-01-02T23:59:59+07:00',
        next: '2026-01-03T00:00:00+07:00',
      };
      for (const [path, publishedAt] of Object.entries(dates))
        await articles.put(input(record(path, { headline: path, publishedAt })), at(1));
      const other = record('other', { headline: 'other', newspaper: 'other' });
      await articles.put(input(other), at(1));
      const archive = { articles } as Archive;
      const mine = { newspaper: 'baotinh' };
      expect(await listed(archive, mine)).toEqual(['next', 'evening', 'morning', 'eve', 'undated']);
      const day = { ...mine, from: '2026-01-02', to: '2026-01-02' };
      expect(await listed(archive, day, 1)).toEqual(['evening', 'morning']);
      expect(await listed(archive, { to: '2026-01-01' })).toEqual(['eve', 'other']);
      expect(await articles.count(day)).toBe(2);
      expect(await articles.count({ from: '2026-01-02' })).toBe(3);
      expect(await articles.count()).toBe(6);
      expect(await refusal(articles.list({}, 'rubbish', 1))).toBe('archive-bad-cursor');
    },
  },
  {
    name: 'articles: paging shifts nothing when others are stored meanwhile',
    async run({ articles }) {
      const put = (path: string) => articles.put(input(record(path, { headline: path })), at(1));
      for (const path of ['a', 'b', 'c', 'd']) await put(path);
      const first = await articles.list({}, null, 2);
      await put('e');
      const second = await articles.list({}, first.next, 2);
      const seen = [...first.items, ...second.items].map((s) => s.article.headline);
      expect(seen).toEqual(['d', 'c', 'b', 'a']);
      expect(second.next).toBeNull();
    },
  },
  {
    name: 'reprints: the earliest of near-duplicates in several newspapers is the original',
    async run(archive) {
      const { articles } = archive;
      const put = async (newspaper: string, day: number, different: number, salt = day) => {
        const publishedAt = `2026-01-${String(day).padStart(2, '0')}T08:00:00+07:00`;
        const article = record(`${newspaper}-${day}`, { newspaper, publishedAt });
        const one = input(article, { signature: signature(different, salt) });
        return (await articles.put(one, at(1))).id;
      };
      const originalOf = async (id: string) => (await articles.get(id))?.original;
      const second = await put('b', 10, 0);
      const third = await put('c', 11, 4);
      expect(await originalOf(third)).toBe(second);
      expect(await originalOf(second)).toBeNull();
      const unlike = await put('d', 11, 40);
      const far = await put('d', 30, 0);
      const same = await put('b', 12, 0, 3);
      expect(await originalOf(unlike)).toBeNull();
      expect(await originalOf(far)).toBeNull();
      // Like its own newspaper's article, but through the other newspaper's it belongs to the group.
      expect(await originalOf(same)).toBe(second);
      const first = await put('a', 9, 2);
      for (const id of [second, third, same]) expect(await originalOf(id)).toBe(first);
      expect(await originalOf(first)).toBeNull();
      expect((await articles.reprints(first)).map((s) => s.article.id)).toEqual([
        second,
        third,
        same,
      ]);
      expect(await articles.reprints(second)).toEqual([]);
      expect(await archive.check()).toEqual([]);
    },
  },
  {
    name: 'reprints: an original that is rewritten leaves its group',
    async run(archive) {
      const put = async (
        newspaper: string,
        day: number,
        different: number,
        sapo: string | null,
      ) => {
        const publishedAt = `2026-01-0${day}T08:00:00+07:00`;
        const article = record(newspaper, { newspaper, publishedAt, sapo });
        const one = input(article, { signature: signature(different, day) });
        return (await archive.articles.put(one, at(1))).id;
      };
      const a = await put('a', 1, 0, null);
      const b = await put('b', 2, 0, null);
      const c = await put('c', 3, 0, null);
      await put('a', 1, 60, 'viết lại');
      const originals = (await archive.articles.getMany([a, b, c])).map((s) => s.original);
      expect(originals).toEqual([null, null, b]);
      await put('a', 1, 0, null);
      const again = (await archive.articles.getMany([a, b, c])).map((s) => s.original);
      expect(again).toEqual([null, a, a]);
      expect(await archive.check()).toEqual([]);
    },
  },
  {
    name: 'index: what is new, changed or of another version is pending',
    async run({ articles, index }) {
      const put = async (path: string, sapo: string | null = null) => {
        const { id, revision } = await articles.put(input(record(path, { sapo })), at(1));
        return { id, revision };
      };
      const a = await put('a');
      const b = await put('b');
      expect(await index.pending('main', 'v1', 10)).toEqual([a, b]);
      expect(await index.pending('main', 'v1', 1)).toEqual([a]);
      await index.done('main', 'v1', [a, { id: 'unknown', revision: 1 }]);
      await index.done('main', 'v1', [a]);
      expect(await index.pending('main', 'v1', 10)).toEqual([b]);
      await index.done('main', 'v1', [b]);
      expect(await index.pending('main', 'v1', 10)).toEqual([]);
      const changed = await put('a', 'mới');
      expect(changed.revision).toBe(2);
      // The indexer was still busy with the former revision.
      await index.done('main', 'v1', [a]);
      expect(await index.pending('main', 'v1', 10)).toEqual([changed]);
      await index.done('main', 'v1', [changed]);
      const c = await put('c');
      expect(await index.pending('main', 'v1', 10)).toEqual([c]);
      expect((await index.pending('main', 'v2', 10)).length).toBe(3);
      expect((await index.pending('beside', 'v1', 10)).length).toBe(3);
      await index.done('main', 'v1', [c]);
      await index.reset('main');
      await index.reset('never');
      expect((await index.pending('main', 'v1', 10)).length).toBe(3);
    },
  },
  {
    name: 'index: what one index holds is handed to another at once',
    async run({ articles, index }) {
      const put = async (path: string) => {
        const { id, revision } = await articles.put(input(record(path)), at(1));
        return { id, revision };
      };
      const a = await put('a');
      const b = await put('b');
      const c = await put('c');
      await index.done('main', 'v1', [a, b, c]);
      await index.done('next', 'v2', [b, a]);
      expect(await index.names()).toEqual(['main', 'next']);
      expect(await index.versions('main')).toEqual(['v1']);
      expect(await index.versions('never')).toEqual([]);
      await index.rename('next', 'main');
      await index.rename('never', 'main');
      expect(await index.names()).toEqual(['main']);
      expect(await index.pending('main', 'v2', 10)).toEqual([c]);
      expect(await index.versions('main')).toEqual(['v2']);
      await index.forget('main', [a.id, 'unknown']);
      expect(await index.pending('main', 'v2', 10)).toEqual([a, c]);
      expect(await index.pending('main', 'v2', 10, [a.id])).toEqual([c]);
    },
  },
  {
    name: 'index: days and newspapers are counted, and what an index holds of them',
    async run({ articles, index }) {
      const put = async (path: string, newspaper: string | null, publishedAt: string | null) => {
        const one = record(path, { newspaper, publishedAt });
        const { id, revision } = await articles.put(input(one), at(1));
        return { id, revision };
      };
      const a = await put('a', 'x', '2026-01-01T23:30:00+07:00');
      const b = await put('b', 'x', '2026-01-01T08:00:00+07:00');
      const c = await put('c', 'y', '2026-01-02T00:10:00+07:00');
      const d = await put('d', null, null);
      await index.done('main', 'v1', [a, c]);
      await index.done('main', 'v0', [b]);
      const all = { from: '2026-01-01', to: '2026-01-02' };
      expect(await index.days(null, 10)).toEqual(['2026-01-01', '2026-01-02']);
      expect(await index.days('2026-01-01', 10)).toEqual(['2026-01-02']);
      expect(await index.tally('main', 'v1', all)).toEqual([
        { newspaper: 'x', day: '2026-01-01', articles: 2, held: 1 },
        { newspaper: 'y', day: '2026-01-02', articles: 1, held: 1 },
      ]);
      expect(await index.tally('main', 'v1', null)).toEqual([
        { newspaper: null, day: null, articles: 1, held: 0 },
      ]);
      expect((await index.tally('never', 'v1', all)).map(({ held }) => held)).toEqual([0, 0]);
      const day = { newspaper: 'x', day: '2026-01-01' };
      const slice = await index.ofDay('main', 'v1', day, 0, 1);
      expect(slice).toMatchObject([{ ...a, held: true }]);
      expect(await index.ofDay('main', 'v1', day, slice[0]?.seq ?? 0, 10)).toMatchObject([
        { ...b, held: false },
      ]);
      expect(await index.ofDay('main', 'v1', { newspaper: null, day: null }, 0, 10)).toMatchObject([
        { ...d, held: false },
      ]);
      const ids = [a, b, c, d].map(({ id }) => id).sort();
      expect(await index.ids(null, 10)).toEqual(ids);
      expect(await index.ids(ids[1] ?? '', 1)).toEqual([ids[2]]);
      expect(await index.stored(['unknown', a.id])).toEqual([a.id]);
    },
  },
  {
    name: 'index: an article whose original changed is pending again',
    async run({ articles, index }) {
      const put = async (newspaper: string, hour: string) => {
        const publishedAt = `2026-01-01T${hour}:00:00+07:00`;
        const one = input(record(newspaper, { newspaper, publishedAt }), {
          signature: signature(),
        });
        const { id, revision } = await articles.put(one, at(1));
        return { id, revision };
      };
      const later = await put('b', '09');
      await index.done('main', 'v1', [later]);
      expect(await index.pending('main', 'v1', 10)).toEqual([]);
      const first = await put('a', '08');
      const pending = await index.pending('main', 'v1', 10);
      expect(pending.map((p) => p.id).sort()).toEqual([first.id, later.id].sort());
    },
  },
  {
    name: 'index: what is put tells every article whose original changed',
    async run({ articles, index }) {
      const put = (newspaper: string, hour: string, different = 0) =>
        articles.put(
          input(record(newspaper, { newspaper, publishedAt: `2026-01-01T${hour}:00:00+07:00` }), {
            signature: signature(different),
          }),
          at(1),
        );
      const told = (result: { regrouped: readonly { id: string }[] }) =>
        result.regrouped.map(({ id }) => id).sort();
      const c = await put('c', '10');
      expect(c.regrouped).toEqual([]);
      const b = await put('b', '09');
      // The earlier one leads now; it has no original itself.
      expect(b.regrouped).toEqual([{ id: c.id, revision: 1 }]);
      const late = await put('d', '11');
      expect(told(late)).toEqual([late.id]);
      const a = await put('a', '08');
      expect(told(a)).toEqual([b.id, c.id, late.id].sort());
      await index.done('main', 'v1', [a, b, c, late]);
      // Its text is another one now: the three that it led get a new root, which is free.
      const left = await put('a', '08', 64);
      expect(told(left)).toEqual([b.id, c.id, late.id].sort());
      const pending = await index.pending('main', 'v1', 10);
      expect(pending.map(({ id }) => id).sort()).toEqual([b.id, c.id, late.id].sort());
    },
  },
  {
    name: 'conferences: mentions with one key are one conference, told by what tells most',
    async run(archive) {
      const { articles, conferences } = archive;
      const planned = conference({ organiser: 'Huyện ủy', main: true, chairs: ['A'] });
      const held = conference({ status: 'held', place: null });
      const put = (path: string, c: typeof held, key: string, day: string) => {
        const article = record(path, { conferences: [c], publishedAt: `${day}T08:00:00+07:00` });
        return articles.put(input(article, { conferenceKeys: [key] }), at(1));
      };
      const b = await put('b', held, 'k', '2026-01-06');
      const a = await put('a', planned, 'k', '2026-01-02');
      const [one, ...others] = (await conferences.list({}, null, 10)).items;
      expect(others).toEqual([]);
      expect(one?.conference).toEqual(held);
      expect(one?.mentions).toEqual([
        {
          articleId: a.id,
          newspaper: 'baotinh',
          headline: 'Bài a',
          publishedAt: '2026-01-02T01:00:00.000Z',
          url: url('a'),
          main: true,
          original: null,
        },
        expect.objectContaining({ articleId: b.id, main: false }),
      ]);
      expect(await conferences.get(one?.id ?? '')).toEqual(one);
      expect(await conferences.get('unknown')).toBeNull();
      expect((await archive.counts()).conferences).toBe(1);
      expect(await conferences.count({ status: 'planned' })).toBe(0);
    },
  },
  {
    name: 'counts: are kept up by every change, and by newspaper',
    async run(archive, world) {
      const { articles, frontier } = archive;
      const named = (name: string) => ({
        conferences: [conference({ name })],
        people: [],
      });
      const put = (path: string, change: Partial<Article>, keys: string[]) =>
        articles.put(input(record(path, change), { conferenceKeys: keys }), at(1));
      await frontier.add([newUrl('a'), newUrl('b'), newUrl('a')]);
      await put('a', named('k'), ['k']);
      await put('b', { newspaper: null }, []);
      await put('c', { newspaper: 'baokhac' }, []);
      const counted = async ({ counts, articles: kept }: Archive) => {
        const { urls, articles: all, revisions, conferences } = await counts();
        const papers = ['baotinh', 'baokhac', 'none'];
        const each = papers.map((newspaper) => kept.count({ newspaper }));
        return [
          urls,
          all,
          revisions,
          conferences,
          await kept.count(),
          ...(await Promise.all(each)),
        ];
      };
      expect(await counted(archive)).toEqual([2, 3, 3, 1, 3, 1, 1, 0]);
      // Another newspaper, and nobody speaks of the conference any more.
      await put('a', { newspaper: 'baokhac', headline: 'Khác' }, []);
      expect(await counted(archive)).toEqual([2, 3, 4, 0, 3, 0, 2, 0]);
      await put('a', { ...named('k'), headline: 'Khác nữa' }, ['k']);
      expect(await counted(archive)).toEqual([2, 3, 5, 1, 3, 1, 1, 0]);
      const again = await world.reopen();
      expect(await counted(again)).toEqual([2, 3, 5, 1, 3, 1, 1, 0]);
      expect(await again.check()).toEqual([]);
    },
  },
  {
    name: 'conferences: one that nobody mentions leaves the list, and returns under its id',
    async run(archive) {
      const { articles, conferences } = archive;
      const put = (keys: string[]) =>
        articles.put(
          input(record('a', { conferences: keys.map((name) => conference({ name })) }), {
            conferenceKeys: keys,
          }),
          at(1),
        );
      await put(['k', 'l']);
      const ids = async () =>
        Object.fromEntries(
          (await conferences.list({}, null, 10)).items.map((c) => [c.conference.name, c.id]),
        );
      const before = await ids();
      expect(Object.keys(before).sort()).toEqual(['k', 'l']);
      await put(['l']);
      expect(await ids()).toEqual({ l: before.l });
      expect(await conferences.get(before.k ?? '')).toBeNull();
      expect(await conferences.count()).toBe(1);
      await put(['l', 'k']);
      expect(await ids()).toEqual(before);
      expect(await archive.check()).toEqual([]);
    },
  },
  {
    name: 'conferences: mentions without a key are never joined',
    async run({ articles, conferences }) {
      const both = [conference(), conference()];
      await articles.put(input(record('a', { conferences: both })), at(1));
      await articles.put(input(record('b', { conferences: both })), at(1));
      const ids = async () => (await conferences.list({}, null, 10)).items.map((c) => c.id);
      const before = await ids();
      expect(new Set(before).size).toBe(4);
      const own = await conferences.ofArticle(record('a').id);
      expect([...own.keys()].sort()).toEqual([0, 1]);
      expect(before).toEqual(expect.arrayContaining([...own.values()]));
      expect(new Set(own.values()).size).toBe(2);
      await articles.put(input(record('a', { conferences: both })), at(2));
      expect(await ids()).toEqual(before);
      expect(await conferences.ofArticle(record('a').id)).toEqual(own);
      expect(await conferences.ofArticle('none')).toEqual(new Map());
    },
  },
  {
    name: 'conferences: filters by kind, place and days; the latest first, without a date last',
    async run({ articles, conferences }) {
      const put = (name: string, change: Parameters<typeof conference>[0], places?: string[]) =>
        articles.put(
          input(record(name, { conferences: [conference({ name, ...change })] }), {
            conferenceKeys: [name],
            ...(places ? { conferencePlaces: [places] } : {}),
          }),
          at(1),
        );
      const day = (from: string | null, to: string | null) => ({ date: { from, to } });
      await put('undated', { date: null });
      await put('long', day('2026-02-01', '2026-02-10'));
      await put('short', { ...day('2026-02-20', null), kind: 'le' });
      const place = { code: '448', path: [null, 'Huyện Lộc Hà', null] as [null, string, null] };
      await put('placed', { ...day('2026-03-01', '2026-03-01'), place }, ['42', '448']);
      const names = async (filter: Parameters<typeof conferences.list>[0]) =>
        (await walked((cursor) => conferences.list(filter, cursor, 1))).map(
          (c) => c.conference.name,
        );
      expect(await names({})).toEqual(['placed', 'short', 'long', 'undated']);
      expect(await names({ kind: 'le' })).toEqual(['short']);
      expect(await names({ from: '2026-02-05', to: '2026-02-20' })).toEqual(['short', 'long']);
      expect(await names({ from: '2026-02-21' })).toEqual(['placed']);
      expect(await names({ to: '2026-01-31' })).toEqual([]);
      for (const code of ['42', '448']) expect(await names({ place: code })).toEqual(['placed']);
      expect(await names({ place: '4' })).toEqual([]);
    },
  },
  {
    name: 'identity: joined and parted by hand wins over keys, through every reading, until taken back',
    async run(archive) {
      const { articles, conferences, corrections } = archive;
      const evidence = [{ paragraph: 1, start: 0, end: 8 }];
      const put = (path: string, organiser: string, change: Partial<Article> = {}) => {
        const one = conference({ organiser, evidence, name: `Hội nghị ${organiser}` });
        const article = record(path, { conferences: [one], ...change });
        return articles.put(input(article, { conferenceKeys: [organiser] }), at(1));
      };
      const idOf = async (path: string) =>
        (await conferences.ofArticle(record(path).id)).get(0) ?? 'none';
      const told = async (...paths: string[]) => Promise.all(paths.map(idOf));
      for (const path of ['a', 'b', 'c']) await put(path, 'A');
      for (const path of ['d', 'e']) await put(path, 'B');
      const [one, other] = [await idOf('a'), await idOf('d')];
      expect(await told('a', 'b', 'c', 'd', 'e')).toEqual([one, one, one, other, other]);

      const joined = await conferences.join(one, other, 'Lan', at(2));
      expect(joined).toMatchObject({ kind: 'join', by: 'Lan', at: at(2), withdrawn: null });
      expect(await conferences.join(one, other, 'Lan', at(2))).toEqual(joined);
      expect(await refusal(conferences.join(one, other, 'Lan', at(3)))).toBe('conference-same');
      expect((await conferences.get(other))?.id).toBe(one);
      expect((await conferences.get(one))?.mentions).toHaveLength(5);
      expect(await conferences.count()).toBe(1);
      // What is new and bears the key of either is of the one that stays.
      await put('f', 'B');
      expect(await idOf('f')).toBe(one);

      const parted = await conferences.part(one, [record('b').id], 'Minh', at(4));
      expect(parted.act).toMatchObject({ kind: 'part', moved: [record('b').id], stale: false });
      const whole = [one, parted.id, one, one, one, one];
      expect(await told('a', 'b', 'c', 'd', 'e', 'f')).toEqual(whole);
      await corrections.put(
        record('e').id,
        correction(record('e'), { kind: 'conference', organiser: 'Z', status: 'held' }),
        'Lan',
        at(5),
      );
      expect(await told('a', 'b', 'c', 'd', 'e', 'f')).toEqual(whole);

      // Another version finds other organisers and days, in other places of the record.
      for (const path of ['a', 'b', 'c', 'd', 'e', 'f']) {
        const passing = conference({ name: 'Hội nghị khác', organiser: 'C' });
        const day = { from: '2026-02-02', to: '2026-02-02' };
        const again = conference({
          organiser: 'A B',
          evidence,
          date: day,
          name: 'Hội nghị đọc lại',
        });
        const article = record(path, { conferences: [passing, again] });
        await articles.put(input(article, { conferenceKeys: ['C', 'A B'] }), at(6));
      }
      const second = async (path: string) =>
        (await conferences.ofArticle(record(path).id)).get(1) ?? 'none';
      for (const [i, path] of ['a', 'b', 'c', 'd', 'e', 'f'].entries())
        expect([path, await second(path)]).toEqual([path, whole[i]]);
      expect((await conferences.get(other))?.id).toBe(one);
      expect((await conferences.get(one))?.conference).toMatchObject({
        organiser: 'Z',
        status: 'held',
      });
      expect(await archive.check()).toEqual([]);

      for (const path of ['a', 'b', 'c', 'f']) await put(path, 'A');
      for (const path of ['d', 'e']) await put(path, 'B');
      const acts = await conferences.acts(one);
      expect(acts.map(({ kind, withdrawn }) => [kind, withdrawn])).toEqual([
        ['join', null],
        ['part', null],
      ]);
      const back = await conferences.withdrawAct(parted.act.id, 'Lan', at(7));
      expect(back?.withdrawn).toEqual({ by: 'Lan', at: at(7) });
      expect(await conferences.withdrawAct(parted.act.id, 'Minh', at(8))).toEqual(back);
      expect(await told('a', 'b')).toEqual([one, one]);
      expect((await conferences.get(parted.id))?.id).toBe(one);
      await conferences.withdrawAct(joined.id, 'Lan', at(9));
      expect(await told('a', 'b', 'c', 'f')).toEqual([one, one, one, one]);
      expect(await idOf('d')).not.toBe(one);
      expect(await conferences.withdrawAct(77, 'Lan', at(9))).toBeNull();
      expect(await archive.check()).toEqual([]);
    },
  },
  {
    name: 'identity: refuses what says nothing, the later hand wins over the earlier',
    async run({ articles, conferences }) {
      const put = (path: string, key: string) =>
        articles.put(
          input(record(path, { conferences: [conference({ name: key })] }), {
            conferenceKeys: [key],
          }),
          at(1),
        );
      const idOf = async (path: string) =>
        (await conferences.ofArticle(record(path).id)).get(0) ?? 'none';
      await put('a', 'k');
      await put('b', 'k');
      await put('c', 'l');
      const one = await idOf('a');
      const all = [record('a').id, record('b').id];
      const nothing = 'conference-nothing-to-part';
      expect(await refusal(conferences.part(one, all, 'Lan', at(2)))).toBe(nothing);
      expect(await refusal(conferences.part(one, ['x'], 'Lan', at(2)))).toBe(nothing);
      const missing = 'conference-not-found';
      expect(await refusal(conferences.part('x', all, 'Lan', at(2)))).toBe(missing);
      expect(await refusal(conferences.join(one, 'x', 'Lan', at(2)))).toBe(missing);
      expect(await refusal(conferences.join(one, await idOf('c'), ' ', at(2)))).toBe(
        'conference-no-name',
      );
      const { id } = await conferences.part(one, [record('a').id], 'Lan', at(3));
      expect([await idOf('a'), await idOf('b')]).toEqual([id, one]);
      await conferences.join(id, one, 'Minh', at(4));
      expect([await idOf('a'), await idOf('b')]).toEqual([id, id]);
      expect((await conferences.get(one))?.id).toBe(id);
      await conferences.part(id, [record('b').id], 'Minh', at(5));
      expect(await idOf('a')).toBe(id);
      expect(await idOf('b')).not.toBe(id);
    },
  },
  {
    name: 'identity: a conference whose articles get another key one by one keeps its id',
    async run({ articles, conferences }) {
      const put = (path: string, key: string) =>
        articles.put(
          input(record(path, { conferences: [conference()] }), { conferenceKeys: [key] }),
          at(1),
        );
      const paths = ['a', 'b', 'c', 'd'];
      for (const path of paths) await put(path, 'k');
      const [before] = (await conferences.list({}, null, 10)).items;
      for (const path of paths) await put(path, 'l');
      const after = (await conferences.list({}, null, 10)).items;
      expect(after.map(({ id }) => id)).toEqual([before?.id]);
      expect(after[0]?.mentions).toHaveLength(4);
      await put('e', 'l');
      expect(await conferences.count()).toBe(1);
    },
  },
  {
    name: 'conferences: filters by level, term and words with or without marks; days of a calendar',
    async run({ articles, conferences }) {
      const put = (name: string, change: Parameters<typeof conference>[0]) =>
        articles.put(
          input(record(name, { conferences: [conference({ name, ...change })] }), {
            conferenceKeys: [name],
          }),
          at(1),
        );
      const days = (from: string, to: string) => ({ date: { from, to } });
      const organiser = 'Đảng bộ huyện Lộc Hà';
      const term = { from: 2020, to: 2025 };
      await put('one', { organiser, term, level: 'huyen', ...days('2026-01-05', '2026-01-06') });
      await put('two', { occasion: 'giữa nhiệm kỳ', ...days('2026-01-06', '2026-01-06') });
      await put('vague', { organiser: 'Hội 100%', ...days('2026-01-01', '2026-01-31') });
      const names = async (filter: Parameters<typeof conferences.list>[0]) =>
        (await conferences.list(filter, null, 10)).items.map((one) => one.conference.name).sort();
      for (const words of ['lộc hà', 'loc ha', 'ĐẢNG BỘ', 'Dang bo huyen'])
        expect(await names({ organiser: words })).toEqual(['one']);
      expect(await names({ organiser: 'lộc h' })).toEqual([]);
      expect(await names({ organiser: '100' })).toEqual(['vague']);
      expect(await names({ organiser: '1%' })).toEqual([]);
      expect(await names({ occasion: 'nhiem ky' })).toEqual(['two']);
      expect(await names({ level: 'huyen' })).toEqual(['one']);
      expect(await names({ term: 2020 })).toEqual(['one']);
      expect(await names({ term: 2015 })).toEqual([]);
      expect(await names({ dated: true })).toEqual(['one', 'two']);
      expect(await conferences.days({ from: '2026-01-06', to: '2026-01-31' })).toEqual([
        { day: '2026-01-06', conferences: 2 },
      ]);
      expect(await conferences.days({ from: '2026-01-01', to: '2026-01-31', term: 2020 })).toEqual([
        { day: '2026-01-05', conferences: 1 },
        { day: '2026-01-06', conferences: 1 },
      ]);
    },
  },
  {
    name: 'corrections: win over what is parsed, survive every parse, and stay when taken back',
    async run(archive, world) {
      const article = record('a');
      await archive.articles.put(input(article), at(1));
      const days = (from: string) => correction(article, { kind: 'date', from, to: from });
      const one = await archive.corrections.put(article.id, days('2026-01-02'), 'Lan', at(2));
      expect(one).toMatchObject({ articleId: article.id, by: 'Lan', at: at(2), withdrawn: null });
      const seen = async (from: Archive) => {
        const stored = await from.articles.get(article.id);
        return [
          stored?.article.dates.map((date) => date.from),
          stored?.corrections.map((c) => c.state),
        ];
      };
      expect(await seen(archive)).toEqual([['2026-01-02'], ['applied']]);
      const moved = record('a', {
        blocks: [{ type: 'heading', text: 'Mới' }, ...article.blocks],
        stamps: { ...article.stamps, vietnamese: '2' },
      });
      await archive.articles.put(input(moved), at(3));
      const again = await world.reopen();
      expect(await seen(again)).toEqual([['2026-01-02'], ['applied']]);
      expect((await again.articles.get(article.id))?.article.dates[0]?.paragraph).toBe(2);

      await again.corrections.put(article.id, days('2026-01-03'), 'Minh', at(4));
      expect(await seen(again)).toEqual([['2026-01-03'], ['replaced', 'applied']]);
      const two = (await again.corrections.list(article.id))[1];
      const taken = await again.corrections.withdraw(two?.id ?? 0, 'Lan', at(5));
      expect(taken?.withdrawn).toEqual({ by: 'Lan', at: at(5) });
      expect(await again.corrections.withdraw(two?.id ?? 0, 'Minh', at(6))).toEqual(taken);
      expect(await seen(again)).toEqual([['2026-01-02'], ['applied', 'withdrawn']]);
      await again.articles.put(input(record('a', { blocks: [] })), at(7));
      expect(await seen(again)).toEqual([[], ['stale', 'withdrawn']]);
      expect(await again.corrections.list(article.id)).toHaveLength(2);
      for (const [stored] of [
        await again.articles.getMany([article.id]),
        (await again.articles.list({}, null, 10)).items,
        [await again.articles.byUrl(url('a'))],
      ])
        expect(stored?.corrections).toHaveLength(2);
    },
  },
  {
    name: 'corrections: what was parsed keeps its hash, revision and former forms',
    async run({ articles, corrections }) {
      const article = record('a');
      await articles.put(input(article), at(1));
      const before = await articles.get(article.id);
      const one = correction(article, { kind: 'date', from: '2026-01-02', to: null });
      await corrections.put(article.id, one, 'Lan', at(2));
      const after = await articles.get(article.id);
      expect(after?.article.dates).toHaveLength(1);
      expect(after).toMatchObject({ revision: 1, contentHash: before?.contentHash });
      expect(await articles.put(input(article), at(3))).toMatchObject({ change: 'unchanged' });
      expect((await articles.revisions(article.id))[0]?.article).toEqual(article);
    },
  },
  {
    name: 'corrections: put twice is put once; what is none is refused',
    async run({ articles, corrections }) {
      const article = record('a');
      await articles.put(input(article), at(1));
      const one = correction(article, { kind: 'date', from: '2026-01-02', to: null });
      const first = await corrections.put(article.id, one, 'Lan', at(2));
      expect(await corrections.put(article.id, one, 'Lan', at(2))).toEqual(first);
      expect(await corrections.list(article.id)).toEqual([first]);
      const none = correction(article, { kind: 'date', from: '2026-02-31', to: null });
      const refused = async (id: string, given: typeof one, by: string) =>
        refusal(corrections.put(id, given, by, at(3)));
      expect(await refused(article.id, none, 'Lan')).toBe('archive-bad-correction');
      expect(await refused(article.id, one, ' ')).toBe('archive-bad-correction');
      expect(await refused('none', one, 'Lan')).toBe('archive-unknown-article');
      expect(await corrections.withdraw(99, 'Lan', at(3))).toBeNull();
      expect(await corrections.list('none')).toEqual([]);
    },
  },
  {
    name: 'corrections: the article must go into every index again',
    async run({ articles, corrections, index }) {
      const article = record('a');
      const { id, revision } = await articles.put(input(article), at(1));
      const pending = async () => (await index.pending('main', 'v1', 10)).map((item) => item.id);
      await pending();
      await index.done('main', 'v1', [{ id, revision }]);
      expect(await pending()).toEqual([]);
      const one = correction(article, { kind: 'date', from: '2026-01-02', to: null });
      const stored = await corrections.put(id, one, 'Lan', at(2));
      expect(await pending()).toEqual([id]);
      await index.done('main', 'v1', [{ id, revision }]);
      await corrections.withdraw(stored.id, 'Lan', at(3));
      expect(await pending()).toEqual([id]);
    },
  },
  {
    name: 'corrections: a conference is told and joined as corrected, also after the next parse',
    async run(archive) {
      const { articles, conferences, corrections } = archive;
      const evidence = [{ paragraph: 1, start: 0, end: 8 }];
      const put = (name: string, organiser: string) =>
        articles.put(
          input(record(name, { conferences: [conference({ organiser, evidence })] }), {
            conferenceKeys: [organiser],
          }),
          at(1),
        );
      await put('a', 'Huyện ủy A');
      await put('b', 'Huyện ủy B');
      const told = async () =>
        (await conferences.list({}, null, 10)).items
          .map(({ conference: c, mentions }) => [c.organiser, mentions.length])
          .sort();
      const apart = [
        ['Huyện ủy A', 1],
        ['Huyện ủy B', 1],
      ];
      expect(await told()).toEqual(apart);
      const one = await corrections.put(
        record('b').id,
        correction(record('b'), { kind: 'conference', organiser: 'Huyện ủy A', status: 'held' }),
        'Lan',
        at(2),
      );
      expect(await told()).toEqual([['Huyện ủy A', 2]]);
      expect(await conferences.count({ status: 'held' })).toBe(1);
      await put('b', 'Huyện ủy C');
      expect(await told()).toEqual([['Huyện ủy A', 2]]);
      await put('b', 'Huyện ủy B');
      await corrections.withdraw(one.id, 'Lan', at(3));
      expect(await told()).toEqual(apart);
      expect(await archive.check()).toEqual([]);
    },
  },
  {
    name: 'runs: what the process that died had begun is interrupted',
    async run({ runs }, world) {
      const ended = await runs.start('a', at(1));
      await runs.finish(ended, at(2), 'complete', { article: 3, timeout: 1 }, 'xong');
      const lost = await runs.start('b', at(3));
      expect(await runs.start('b', at(3))).toBe(lost);
      expect(await runs.interruptRunning(at(4))).toBe(0);
      const again = (await world.reopen()).runs;
      const own = await again.start('a', at(5));
      expect(await again.interruptRunning(at(6))).toBe(1);
      expect((await again.list(10)).map((r) => [r.id, r.state, r.finishedAt])).toEqual([
        [own, 'running', null],
        [lost, 'interrupted', at(6)],
        [ended, 'complete', at(2)],
      ]);
      expect((await again.list(10))[2]).toMatchObject({
        outcomes: { article: 3, timeout: 1 },
        message: 'xong',
      });
      expect((await again.latest('b'))?.id).toBe(lost);
      expect(await again.latest('z')).toBeNull();
    },
  },
  {
    name: 'incidents: one for each URL, the newer wins',
    async run({ incidents }) {
      const one = {
        newspaper: 'baotinh',
        url: url('a'),
        code: 'timeout',
        message: 'm',
        at: at(1),
        pageId: null,
      } as const;
      await incidents.put(one);
      await incidents.put({ ...one, code: 'bad-date', at: at(2) });
      await incidents.put(one);
      await incidents.put({ ...one, url: url('b'), newspaper: 'other', at: at(3) });
      expect((await incidents.list({}, 10)).map((i) => i.url)).toEqual([url('b'), url('a')]);
      expect(await incidents.list({ newspaper: 'baotinh' }, 10)).toEqual([
        { ...one, code: 'bad-date', at: at(2) },
      ]);
      expect(await incidents.counts()).toEqual([
        { newspaper: 'baotinh', code: 'bad-date', count: 1 },
        { newspaper: 'other', code: 'timeout', count: 1 },
      ]);
      await incidents.clear(url('a'));
      await incidents.clear(url('a'));
      expect(await incidents.list({}, 10)).toHaveLength(1);
    },
  },
  {
    name: 'the whole: closed and opened again it holds what it held, and is sound',
    async run(archive, world) {
      await archive.frontier.add([newUrl('a')]);
      const page = await archive.pages.put('baotinh', rawPage('a', 'một'));
      const article = record('a', { conferences: [conference()] });
      await archive.articles.put(input(article, { pageId: page.id }), at(1));
      const before = await archive.articles.get(article.id);
      const again = await world.reopen();
      expect(await again.articles.get(article.id)).toEqual(before);
      expect(before?.pageId).toBe(page.id);
      expect(await again.counts()).toMatchObject({
        urls: 1,
        pages: 1,
        articles: 1,
        revisions: 1,
        conferences: 1,
      });
      expect((await again.counts()).bytes).toBeGreaterThan(0);
      expect(await again.check()).toEqual([]);
    },
  },
  {
    name: 'the whole: a record that is refused leaves nothing behind',
    async run(archive) {
      const bad = input(record('a', { conferences: [conference()] }), { conferenceKeys: [] });
      expect(await refusal(archive.articles.put(bad, at(1)))).toBe('archive-bad-record');
      const noPage = input(record('b', { conferences: [conference()] }), { pageId: 77 });
      expect(await refusal(archive.articles.put(noPage, at(1)))).not.toBe('resolved');
      expect(await archive.counts()).toMatchObject({ articles: 0, conferences: 0 });
      expect(await archive.articles.byUrl(url('b'))).toBeNull();
    },
  },
  {
    name: 'press reviews: every save is kept, of two editors the second is told',
    async run({ pressReviews }, world) {
      const made = await pressReviews.create({ title: 'một' }, 'Lan', at(0));
      expect(made).toMatchObject({ version: 1, savedBy: 'Lan', review: { title: 'một' } });
      const { id } = made;
      const second = await pressReviews.save(id, 1, { title: 'hai' }, 'Minh', at(1));
      expect(second).toMatchObject({ id, version: 2, savedBy: 'Minh', savedAt: at(1) });
      expect(await refusal(pressReviews.save(id, 1, { title: 'ba' }, 'Lan', at(2)))).toBe(
        'press-review-changed',
      );
      // The same form sent again changes nothing.
      expect(await pressReviews.save(id, 1, { title: 'hai' }, 'Lan', at(3))).toEqual(second);
      const again = await world.reopen();
      expect(await again.pressReviews.get(id)).toEqual(second);
      expect((await again.pressReviews.versions(id)).map((one) => one.review)).toEqual([
        { title: 'một' },
        { title: 'hai' },
      ]);
      expect(await again.pressReviews.save('none', 1, {}, 'Lan', at(4))).toBeNull();
    },
  },
  {
    name: 'press reviews: are listed last saved first, a removed one no more',
    async run({ pressReviews }) {
      const ids: string[] = [];
      for (const n of [0, 1, 2]) ids.push((await pressReviews.create({ n }, 'Lan', at(n))).id);
      const [first = '', second = '', third = ''] = ids;
      await pressReviews.save(first, 1, { n: 9 }, 'Lan', at(5));
      const list = async () =>
        (await walked((cursor) => pressReviews.list(cursor, 2))).map((one) => one.id);
      expect(await list()).toEqual([first, third, second]);
      await pressReviews.remove(third, 'Lan', at(6));
      expect(await list()).toEqual([first, second]);
      expect(await pressReviews.get(third)).toBeNull();
      expect(await pressReviews.save(third, 1, { n: 3 }, 'Lan', at(7))).toBeNull();
      expect(await pressReviews.versions(third)).toHaveLength(1);
    },
  },
  ...officialCases,
  {
    name: 'saved searches: are listed by name, one of a name, a removed one no more',
    async run({ savedSearches }, world) {
      const made = await savedSearches.create('Cầu', { text: 'cầu' }, 'Lan', at(0));
      expect(made).toMatchObject({ name: 'Cầu', question: { text: 'cầu' }, total: null });
      expect(await refusal(savedSearches.create('Cầu', {}, 'Minh', at(1)))).toBe(
        'saved-search-name-taken',
      );
      await savedSearches.create('Bão', {}, 'Minh', at(1));
      await savedSearches.setFeedToken(made.id, 'bí-mật', 'Lan', at(1));
      const again = (await world.reopen()).savedSearches;
      expect((await again.list()).map(({ name }) => name)).toEqual(['Bão', 'Cầu']);
      expect((await again.byFeedToken('bí-mật'))?.id).toBe(made.id);
      await again.setFeedToken(made.id, 'khác', 'Lan', at(2));
      expect(await again.byFeedToken('bí-mật')).toBeNull();
      await again.remove(made.id, 'Minh', at(2));
      expect(await again.get(made.id)).toBeNull();
      expect(await again.byFeedToken('khác')).toBeNull();
      expect((await again.create('Cầu', {}, 'Lan', at(3))).id).not.toBe(made.id);
    },
  },
  {
    name: 'saved searches: no article is news twice, and who is told at once gets a delivery with it',
    async run(archive) {
      const { savedSearches: saved } = archive;
      const { id } = await saved.create('Cầu', {}, 'Lan', at(0));
      const articles = [];
      for (const name of ['a', 'b', 'c'])
        articles.push((await archive.articles.put(input(record(name)), at(1))).id);
      const [a = '', b = '', c = ''] = articles;
      const mail = { kind: 'mail', address: 'lan@bao.example', secret: null } as const;
      const atOnce = await saved.addTarget(id, { ...mail, digestAt: null }, 'Lan', at(0));
      const daily = await saved.addTarget(id, { ...mail, digestAt: 420 }, 'Lan', at(0));
      const run = (n: number, found: string[]) =>
        saved.ran(id, {
          at: at(n),
          day: '2026-01-02',
          total: n,
          checkedTo: at(n),
          articles: found,
        });
      expect(await run(2, [a, b])).toEqual([a, b]);
      expect(await run(3, [b, 'nowhere'])).toEqual([]);
      expect(await run(4, [a, b, c])).toEqual([c]);
      const sent = await saved.deliveries(id, 10);
      expect(sent.map(({ target, after, upTo }) => [target, after, upTo])).toEqual([
        [atOnce?.id, 2, 3],
        [atOnce?.id, 0, 2],
      ]);
      expect(await saved.compose(daily?.id ?? '', at(5))).toBe(true);
      expect(await saved.compose(daily?.id ?? '', at(6))).toBe(false);
      expect((await saved.newsBetween(id, 0, 2)).map(({ article }) => article)).toEqual([a, b]);
      expect([...(await saved.known(id, [a, c], 2))]).toEqual([a]);
      expect(await saved.days(id, 5)).toEqual([{ day: '2026-01-02', runs: 3, found: 3, total: 4 }]);
      const late = await saved.addTarget(id, { ...mail, digestAt: null }, 'Lan', at(6));
      await saved.ran(id, {
        ...{ at: at(7), day: '2026-01-02', total: 4, checkedTo: at(7), articles: [a] },
        notices: (found) => [{ kind: 'more', detail: String(found) }],
      });
      const [newest] = await saved.deliveries(id, 1);
      expect(newest).toMatchObject({ target: late?.id, after: 3, upTo: 4, state: 'waiting' });
      expect((await walked((cursor) => saved.news(id, cursor, 3))).map((one) => one.kind)).toEqual([
        'more',
        'article',
        'article',
        'article',
      ]);
    },
  },
  {
    name: 'saved searches: a delivery is tried until it is sent or given up',
    async run(archive, world) {
      const { savedSearches: saved } = archive;
      const { id } = await saved.create('Cầu', {}, 'Lan', at(0));
      const hook = { kind: 'webhook', address: 'https://a.example/', secret: 's' } as const;
      const target = await saved.addTarget(id, { ...hook, digestAt: null }, 'Lan', at(0));
      const note = (archive: Archive, n: number) =>
        archive.savedSearches.ran(id, {
          ...{ at: at(n), day: '2026-01-02', total: 0, checkedTo: at(n), articles: [] },
          notices: () => [{ kind: 'nothing', detail: '{}' }],
        });
      await note(archive, 1);
      await note(archive, 2);
      const [first, second] = await saved.due(at(3), 10);
      expect(await saved.nextDue()).toBe(at(1));
      await saved.tried(first?.id ?? '', at(3), 'refused', at(5));
      await saved.tried(second?.id ?? '', at(3), null, null);
      const reopened = await world.reopen();
      const again = reopened.savedSearches;
      expect(await again.due(at(4), 10)).toEqual([]);
      expect(await again.failing(at(0), 10)).toMatchObject([
        { id: first?.id, attempts: 1, message: 'refused', state: 'waiting', dueAt: at(5) },
      ]);
      // What was sent is not tried again, whatever comes late.
      await again.tried(second?.id ?? '', at(6), 'late', at(7));
      await again.tried(first?.id ?? '', at(6), 'refused', null);
      expect((await again.deliveries(id, 10)).map(({ state }) => state)).toEqual([
        'sent',
        'given-up',
      ]);
      await note(reopened, 8);
      await again.removeTarget(id, target?.id ?? '', 'Minh', at(9));
      expect(await again.nextDue()).toBeNull();
      expect(await again.targets(id)).toEqual([]);
    },
  },
  {
    name: 'saved searches: take another name or question, and every change stands in the audit log',
    async run({ savedSearches: saved }, world) {
      const { id } = await saved.create('Cầu', { text: 'cầu' }, 'Lan', at(0));
      await saved.create('Đường', { text: 'đường' }, 'Lan', at(0));
      expect(await refusal(saved.change(id, 1, { name: 'Đường' }, 'Minh', at(1)))).toBe(
        'saved-search-name-taken',
      );
      await saved.ran(id, {
        at: at(1),
        day: '2026-01-02',
        total: 4,
        checkedTo: at(1),
        articles: [],
      });
      expect(await saved.change(id, 1, { name: 'Cầu treo' }, 'Minh', at(2))).toMatchObject({
        name: 'Cầu treo',
        total: 4,
        checkedTo: at(1),
      });
      // Two at once: the second is told, the same change sent twice is one.
      expect(await refusal(saved.change(id, 1, { name: 'Cầu phao' }, 'Lan', at(2)))).toBe(
        'saved-search-changed',
      );
      expect(await saved.change(id, 1, { name: 'Cầu treo' }, 'Minh', at(2))).toMatchObject({
        version: 2,
      });
      // Another question has found nothing yet, and begins now.
      const asked = await saved.change(id, 2, { question: { text: 'cầu treo' } }, 'Minh', at(3));
      expect(asked).toMatchObject({ total: null, checkedTo: at(3), madeAt: at(0) });
      expect(await saved.days(id, 5)).toEqual([]);
      await saved.change(
        id,
        3,
        { name: 'Cầu treo', question: { text: 'cầu treo' } },
        'Minh',
        at(4),
      );
      expect(await saved.change('none', 1, { name: 'X' }, 'Minh', at(4))).toBeNull();
      const mail = { kind: 'mail', address: 'lan@bao.example', secret: null, digestAt: null };
      const target = await saved.addTarget(id, { ...mail, kind: 'mail' }, 'Lan', at(5));
      await saved.setFeedToken(id, 'bí-mật', 'Lan', at(6));
      expect(await saved.removeTarget(id, 'none', 'Lan', at(7))).toBe(false);
      expect(await saved.removeTarget(id, target?.id ?? '', 'Lan', at(7))).toBe(true);
      await saved.remove(id, 'Minh', at(8));
      const again = (await world.reopen()).accounts;
      const { items } = await again.audit.list({ subject: id }, null, 20);
      expect(items.map(({ action, by, detail }) => [action, by, detail])).toEqual([
        ['saved-search-removed', 'Minh', 'Cầu treo'],
        ['saved-search-target-removed', 'Lan', 'mail lan@bao.example'],
        ['saved-search-feed', 'Lan', 'on'],
        ['saved-search-target-added', 'Lan', 'mail lan@bao.example'],
        ['saved-search-changed', 'Minh', 'Cầu treo: {"text":"cầu treo"}'],
        ['saved-search-changed', 'Minh', 'Cầu treo'],
        ['saved-search-made', 'Lan', 'Cầu'],
      ]);
    },
  },
  {
    name: 'saved searches: candidates are what was stored since, and whether the index has it',
    async run(archive) {
      const { savedSearches: saved } = archive;
      await archive.articles.put(input(record('old')), at(1));
      const b = await archive.articles.put(input(record('b')), at(3));
      const c = await archive.articles.put(input(record('c')), at(4));
      await archive.index.done('main', 'v1', [{ id: b.id, revision: 1 }]);
      expect(await saved.candidates('main', at(2), at(2), at(9))).toMatchObject([
        { id: b.id, held: true, revisedAt: at(3) },
        { id: c.id, held: false },
      ]);
      expect(await saved.candidates('main', at(2), at(3), at(3))).toEqual([]);
      expect(await saved.candidates('none', at(2), at(3), at(9))).toMatchObject([{ held: false }]);
    },
  },
  ...accountCases,
];

/** Registers the suite for one driver. */
export function archiveContract(name: string, open: OpenArchiveWorld): void {
  for (const one of archiveCases)
    it(`${name}: ${one.name}`, async () => {
      const world = await open();
      try {
        await one.run(world.archive, world);
      } finally {
        await world.end();
      }
    });
}
