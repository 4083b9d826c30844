/** What every archive does with accounts and the audit log. */
import { expect } from 'vitest';
import type { Slice } from '../../archive/port.ts';
import { codeOf } from '../../core/errors.ts';
import type { ArchiveCase } from './archive-case.ts';
import { at, correction, input, record } from './archive-samples.ts';

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

export const accountCases: readonly ArchiveCase[] = [
  {
    name: 'accounts: users, their sessions and tokens end together, the last admin stays',
    async run({ accounts: { users, sessions, tokens } }) {
      expect(await users.any()).toBe(false);
      const made = { role: 'admin', passwordHash: 'h1' } as const;
      const lan = await users.add({ name: 'Lan', ...made }, 'Lan', at(0));
      expect(await users.any()).toBe(true);
      expect(await refusal(users.add({ name: 'LAN', ...made }, 'Lan', at(0)))).toBe('user-exists');
      expect(await refusal(users.end(lan.id, 'Lan', at(1)))).toBe('user-last-admin');
      expect(await refusal(users.setRole(lan.id, 'reader', 'Lan', at(1)))).toBe('user-last-admin');
      const tam = await users.add(
        { name: 'Tâm', role: 'editor', passwordHash: 'h2' },
        'Lan',
        at(1),
      );
      expect((await users.byName(' tÂm '))?.passwordHash).toBe('h2');
      expect(await users.byName('Tám')).toBe(null);

      await sessions.begin('s1', tam.id, at(2), at(50));
      await sessions.begin('s2', tam.id, at(2), at(4));
      await sessions.begin('s3', lan.id, at(2), at(50));
      expect((await sessions.get('s1', at(3)))?.user.name).toBe('Tâm');
      expect(await sessions.get('s2', at(4))).toBe(null);
      await sessions.seen('s2', at(3), at(9));
      expect((await sessions.get('s2', at(4)))?.seenAt).toBe(at(3));
      await sessions.prune(at(9));
      expect(await sessions.get('s2', at(3))).toBe(null);
      await users.setPassword(tam.id, 'h3', 'Tâm', at(5));
      expect(await sessions.get('s1', at(6))).toBe(null);
      expect((await sessions.get('s3', at(6)))?.user.role).toBe('admin');
      await sessions.end('s3');
      expect(await sessions.get('s3', at(6))).toBe(null);

      const token = {
        user: tam.id,
        name: 'bảng',
        scopes: ['read', 'edit'],
        expiresAt: null,
      } as const;
      const one = await tokens.add({ ...token, hash: 't1' }, 'Tâm', at(6));
      const short = { ...token, hash: 't2', expiresAt: at(8) };
      const two = await tokens.add(short, 'Tâm', at(6));
      expect((await tokens.get('t1', at(7)))?.token).toEqual(one);
      expect((await tokens.get('t2', at(7)))?.user.name).toBe('Tâm');
      expect(await tokens.get('t2', at(8))).toBe(null);
      await tokens.used(one.id, at(7));
      expect((await tokens.list(tam.id)).map((t) => [t.id, t.usedAt])).toEqual([
        [two.id, null],
        [one.id, at(7)],
      ]);
      expect(await tokens.list(lan.id)).toEqual([]);
      expect(await tokens.revoke(one.id, lan.id, 'Lan', at(8))).toBe(null);
      expect((await tokens.revoke(one.id, null, 'Lan', at(8)))?.revokedAt).toBe(at(8));
      expect((await tokens.revoke(one.id, null, 'Lan', at(9)))?.revokedAt).toBe(at(8));
      expect(await tokens.get('t1', at(8))).toBe(null);

      await tokens.add({ ...token, hash: 't3' }, 'Tâm', at(9));
      await sessions.begin('s4', tam.id, at(9), at(50));
      expect((await users.end(tam.id, 'Lan', at(10))).endedAt).toBe(at(10));
      expect(await tokens.get('t3', at(11))).toBe(null);
      expect(await sessions.get('s4', at(11))).toBe(null);
      expect(await refusal(users.setRole(tam.id, 'admin', 'Lan', at(11)))).toBe('user-not-found');
      expect(await refusal(users.add({ name: 'tâm', ...made }, 'Lan', at(12)))).toBe('user-exists');
    },
  },
  {
    name: 'audit: tells of every change by hand, once, and is walked in slices',
    async run({ accounts: { users, audit }, articles, corrections, pressReviews }) {
      const user = { name: 'Lan', role: 'admin', passwordHash: 'h' } as const;
      await users.add(user, 'máy chủ', at(0));
      const article = record('a');
      const { id } = await articles.put(input(article), at(0));
      const one = correction(article, { kind: 'date', from: '2026-01-02', to: null });
      const made = await corrections.put(id, one, 'Lan', at(1));
      await corrections.put(id, one, 'Lan', at(1));
      await corrections.withdraw(made.id, 'Tâm', at(2));
      await corrections.withdraw(made.id, 'Tâm', at(3));
      const review = await pressReviews.create({ a: 1 }, 'Lan', at(4));
      await pressReviews.save(review.id, 1, { a: 2 }, 'Lan', at(5));
      await pressReviews.save(review.id, 2, { a: 2 }, 'Lan', at(6));
      await pressReviews.remove(review.id, 'Lan', at(7));
      await pressReviews.remove(review.id, 'Lan', at(8));
      const all = await walked((cursor) => audit.list({}, cursor, 2));
      expect(all.map(({ at: when, by, action, subject }) => [when, by, action, subject])).toEqual([
        [at(7), 'Lan', 'press-review-removed', review.id],
        [at(5), 'Lan', 'press-review-saved', review.id],
        [at(4), 'Lan', 'press-review-made', review.id],
        [at(2), 'Tâm', 'correction-withdrawn', id],
        [at(1), 'Lan', 'correction-made', id],
        [at(0), 'máy chủ', 'user-made', 'Lan'],
      ]);
      const his = await walked((cursor) => audit.list({ by: 'Tâm' }, cursor, 2));
      expect(his.map(({ action }) => action)).toEqual(['correction-withdrawn']);
      const of = await walked((cursor) => audit.list({ subject: review.id }, cursor, 2));
      expect(of).toHaveLength(3);
    },
  },
];
