/** What joining and parting by hand needs to know of conferences. */
import type { Database } from './database.ts';
import { describe } from './describe-conference.ts';
import { type ActedOn, type Standing, withMarks } from './identity-acts.ts';
import type { Marked } from './identity-pairs.ts';
import { regroup } from './regroup-mentions.ts';

/** All of its mentions. */
async function marked(db: Database, conference: number): Promise<readonly Marked[]> {
  const rows = await db
    .selectFrom('mentions as m')
    .innerJoin('articles as a', 'a.seq', 'm.article')
    .select(['m.article', 'm.position', 'a.id', 'a.record'])
    .where('m.conference', '=', conference)
    .orderBy('m.article')
    .orderBy('m.position')
    .execute();
  return withMarks(db, 'conference', rows);
}

export const actedOnConferences = (newId: () => string, standing: Standing): ActedOn => ({
  thing: 'conference',
  standing,
  speaking: marked,
  parted: async (db, seq, articleIds) => {
    const all = await marked(db, seq);
    const moved = all.filter(({ articleId }) => articleIds.includes(articleId));
    return { moved, rest: all.filter((one) => !moved.includes(one)) };
  },
  regroup: async (db, conferences, stays) => {
    const kept = stays && { stays: { ...stays.mention, conference: stays.seq } };
    await describe(db, await regroup(db, { conferences, ...kept }, newId));
  },
  owner: async (db, { article, position }) => {
    const { id } = await db
      .selectFrom('mentions as m')
      .innerJoin('conferences as c', 'c.seq', 'm.conference')
      .select('c.id')
      .where('m.article', '=', article)
      .where('m.position', '=', position)
      .executeTakeFirstOrThrow();
    return id;
  },
});
