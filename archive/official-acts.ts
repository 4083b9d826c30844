/** Officials joined and parted by hand: pairs of mentions that are "same" or "not the same". */
import { applyCorrections } from '../core/corrections.ts';
import { note } from './audit.ts';
import { correctionsOf } from './corrections.ts';
import type { Database } from './database.ts';
import {
  actsOf,
  areOne,
  insertAct,
  type Marked,
  namedHand,
  notFound,
  nothingToPart,
  oneAct,
  repeatedAct,
  withdrawActOf,
} from './identity-pairs.ts';
import { markOf } from './mention-marks.ts';
import type { Officials } from './officials-port.ts';
import { unpackRecord } from './record.ts';
import { regroupOfficials } from './regroup-officials.ts';

type Standing = (
  db: Database,
  id: string,
) => Promise<{ readonly seq: number; readonly id: string } | undefined>;

/**
 * Mentions of a key that speak for all that bear it: several, so that a hand's word still holds where one of
 * the articles is read otherwise later.
 */
const SPEAKERS = 4;

const columns = ['m.article', 'm.position', 'a.id', 'a.record'] as const;

async function withMarks(
  db: Database,
  rows: readonly {
    readonly article: number;
    readonly position: number;
    readonly id: string;
    readonly record: Uint8Array;
  }[],
): Promise<readonly Marked[]> {
  const made = await correctionsOf(
    db,
    rows.map(({ article, id }) => ({ seq: article, id })),
  );
  return rows.map(({ article, id, position, record }) => {
    const corrected = applyCorrections(unpackRecord(record, id), made.get(article) ?? []).article;
    return { article, articleId: id, position, mark: markOf(corrected, 'official', position) };
  });
}

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
    found.push(...(await withMarks(db, rows)));
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
  return withMarks(db, rows);
}

export function officialActs(
  db: Database,
  newId: () => string,
  standing: Standing,
): Pick<Officials, 'join' | 'part' | 'acts' | 'withdrawAct'> {
  const found = async (on: Database, id: string) => {
    const official = await standing(on, id);
    if (official === undefined) throw notFound('official', id);
    return official;
  };

  return {
    join: (stays, goes, by, at) =>
      db.transaction().execute(async (trx) => {
        const who = namedHand('official', by);
        const one = await found(trx, stays);
        const other = await found(trx, goes);
        if (one.seq === other.seq) {
          const same = await repeatedAct(trx, 'official', 'join', who, at);
          if (same !== null) return same;
          throw areOne('official');
        }
        const [first, ...rest] = await speaking(trx, one.seq);
        const moved = await speaking(trx, other.seq);
        if (first === undefined) throw notFound('official', stays);
        const pairs = [...moved, ...rest].map((left) => ({ same: true, left, right: first }));
        const act = await insertAct(trx, 'official', 'join', pairs, who, at);
        const { article, position } = first;
        await regroupOfficials(
          trx,
          { officials: [one.seq, other.seq], stays: { official: one.seq, article, position } },
          newId,
        );
        const detail = `#${act}: ${other.id}`;
        await note(trx, { at, by: who, action: 'official-joined', subject: one.id, detail });
        return oneAct(trx, act);
      }),

    part: (id, articleIds, by, at) =>
      db.transaction().execute(async (trx) => {
        const who = namedHand('official', by);
        const official = await found(trx, id);
        const moved = await inArticles(trx, official.seq, articleIds);
        const rest = await speaking(trx, official.seq, moved);
        const [first, ...others] = moved;
        const [stayed] = rest;
        if (first === undefined || stayed === undefined) throw nothingToPart('official');
        const pairs = [
          ...moved.flatMap((left) => rest.map((right) => ({ same: false, left, right }))),
          ...others.map((left) => ({ same: true, left, right: first })),
        ];
        const act = await insertAct(trx, 'official', 'part', pairs, who, at);
        const { article, position } = stayed;
        await regroupOfficials(
          trx,
          { officials: [official.seq], stays: { official: official.seq, article, position } },
          newId,
        );
        const now = await trx
          .selectFrom('official_mentions as m')
          .innerJoin('officials as o', 'o.seq', 'm.official')
          .select('o.id')
          .where('m.article', '=', first.article)
          .where('m.position', '=', first.position)
          .executeTakeFirstOrThrow();
        const detail = `#${act}: ${now.id}`;
        const subject = official.id;
        await note(trx, { at, by: who, action: 'official-parted', subject, detail });
        return { act: await oneAct(trx, act), id: now.id };
      }),

    async acts(id) {
      const official = await standing(db, id);
      return official === undefined ? [] : actsOf(db, 'official', official.seq);
    },

    withdrawAct: (id, by, at) =>
      db
        .transaction()
        .execute((trx) =>
          withdrawActOf(trx, 'official', id, by, at, (officials) =>
            regroupOfficials(trx, { officials }, newId),
          ),
        ),
  };
}
