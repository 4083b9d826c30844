/** What joining and parting by hand needs to know of officials. */
import type { Database } from './database.ts';
import { type ActedOn, type Standing, withMarks } from './identity-acts.ts';
import type { Marked } from './identity-pairs.ts';
import { regroupOfficials } from './regroup-officials.ts';

/**
 * Mentions of a key that speak for all that bear it: several, so that a hand's word still holds where one of
 * the articles is read otherwise later.
 */
const SPEAKERS = 4;

const columns = ['m.article', 'm.position', 'a.id', 'a.record'] as const;

/** A few mentions of each of the person's keys, those of `without` left out. */
async function speaking(
  db: Database,
  official: number,
  without: readonly Marked[] = [],
): Promise<readonly Marked[]> {
  const keys = await db
    .selectFrom('official_shares')
    .select('key')
    .where('official', '=', official)
    .orderBy('key')
    .execute();
  const found: Marked[] = [];
  for (const { key } of keys) {
    const rows = await db
      .selectFrom('official_mentions as m')
      .innerJoin('articles as a', 'a.seq', 'm.article')
      .select(columns)
      .where('m.key', '=', key)
      .where('m.official', '=', official)
      .where((eb) =>
        eb.and(
          without.map(({ article, position }) =>
            eb.not(eb.and([eb('m.article', '=', article), eb('m.position', '=', position)])),
          ),
        ),
      )
      .orderBy('m.article')
      .orderBy('m.position')
      .limit(SPEAKERS)
      .execute();
    found.push(...(await withMarks(db, 'official', rows)));
  }
  return found;
}

async function inArticles(
  db: Database,
  official: number,
  articleIds: readonly string[],
): Promise<readonly Marked[]> {
  const rows = await db
    .selectFrom('official_mentions as m')
    .innerJoin('articles as a', 'a.seq', 'm.article')
    .select(columns)
    .where('m.official', '=', official)
    .where('a.id', 'in', articleIds)
    .orderBy('m.article')
    .orderBy('m.position')
    .execute();
  return withMarks(db, 'official', rows);
}

export const actedOnOfficials = (newId: () => string, standing: Standing): ActedOn => ({
  thing: 'official',
  standing,
  speaking,
  parted: async (db, seq, articleIds) => {
    const moved = await inArticles(db, seq, articleIds);
    return { moved, rest: await speaking(db, seq, moved) };
  },
  regroup: async (db, officials, stays) => {
    const kept = stays && {
      stays: {
        official: stays.seq,
        article: stays.mention.article,
        position: stays.mention.position,
      },
    };
    await regroupOfficials(db, { officials, ...kept }, newId);
  },
  owner: async (db, { article, position }) => {
    const { id } = await db
      .selectFrom('official_mentions as m')
      .innerJoin('officials as o', 'o.seq', 'm.official')
      .select('o.id')
      .where('m.article', '=', article)
      .where('m.position', '=', position)
      .executeTakeFirstOrThrow();
    return id;
  },
});
