/** Conferences joined and parted by hand: pairs of mentions that are "same" or "not the same". */
import { applyCorrections } from '../core/corrections.ts';
import { note } from './audit.ts';
import { correctionsOf } from './corrections.ts';
import type { Database } from './database.ts';
import { describe } from './describe-conference.ts';
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
import type { Conferences } from './port.ts';
import { unpackRecord } from './record.ts';
import { regroup } from './regroup-mentions.ts';

type Standing = (
  db: Database,
  id: string,
) => Promise<{ readonly seq: number; readonly id: string } | undefined>;

/** The mentions of a conference, each with what points at it for ever. */
async function marked(db: Database, conference: number): Promise<readonly Marked[]> {
  const rows = await db
    .selectFrom('mentions as m')
    .innerJoin('articles as a', 'a.seq', 'm.article')
    .select(['m.article', 'm.position', 'a.id', 'a.record'])
    .where('m.conference', '=', conference)
    .orderBy('m.article')
    .orderBy('m.position')
    .execute();
  const made = await correctionsOf(
    db,
    rows.map(({ article, id }) => ({ seq: article, id })),
  );
  return rows.map(({ article, id, position, record }) => {
    const corrected = applyCorrections(unpackRecord(record, id), made.get(article) ?? []).article;
    return { article, articleId: id, position, mark: markOf(corrected, 'conference', position) };
  });
}

export function conferenceActs(
  db: Database,
  newId: () => string,
  standing: Standing,
): Pick<Conferences, 'join' | 'part' | 'acts' | 'withdrawAct'> {
  const found = async (on: Database, id: string) => {
    const conference = await standing(on, id);
    if (conference === undefined) throw notFound('conference', id);
    return conference;
  };

  return {
    join: (stays, goes, by, at) =>
      db.transaction().execute(async (trx) => {
        const who = namedHand('conference', by);
        const one = await found(trx, stays);
        const other = await found(trx, goes);
        if (one.seq === other.seq) {
          const same = await repeatedAct(trx, 'conference', 'join', who, at);
          if (same !== null) return same;
          throw areOne('conference');
        }
        const kept = await marked(trx, one.seq);
        const moved = await marked(trx, other.seq);
        const [first, ...rest] = kept;
        if (first === undefined) throw notFound('conference', stays);
        const pairs = [...moved, ...rest].map((left) => ({ same: true, left, right: first }));
        const act = await insertAct(trx, 'conference', 'join', pairs, who, at);
        const conferences = [one.seq, other.seq];
        const chosen = { ...first, conference: one.seq };
        await describe(trx, await regroup(trx, { conferences, stays: chosen }, newId));
        const detail = `#${act}: ${other.id}`;
        await note(trx, { at, by: who, action: 'conference-joined', subject: one.id, detail });
        return oneAct(trx, act);
      }),

    part: (id, articleIds, by, at) =>
      db.transaction().execute(async (trx) => {
        const who = namedHand('conference', by);
        const conference = await found(trx, id);
        const all = await marked(trx, conference.seq);
        const moved = all.filter(({ articleId }) => articleIds.includes(articleId));
        const rest = all.filter((one) => !moved.includes(one));
        const [first, ...others] = moved;
        const [stayed] = rest;
        if (first === undefined || stayed === undefined) throw nothingToPart('conference');
        const pairs = [
          ...moved.flatMap((left) => rest.map((right) => ({ same: false, left, right }))),
          ...others.map((left) => ({ same: true, left, right: first })),
        ];
        const act = await insertAct(trx, 'conference', 'part', pairs, who, at);
        const stays = { ...stayed, conference: conference.seq };
        const change = { conferences: [conference.seq], stays };
        await describe(trx, await regroup(trx, change, newId));
        const now = await trx
          .selectFrom('mentions as m')
          .innerJoin('conferences as c', 'c.seq', 'm.conference')
          .select('c.id')
          .where('m.article', '=', first.article)
          .where('m.position', '=', first.position)
          .executeTakeFirstOrThrow();
        const detail = `#${act}: ${now.id}`;
        const subject = conference.id;
        await note(trx, { at, by: who, action: 'conference-parted', subject, detail });
        return { act: await oneAct(trx, act), id: now.id };
      }),

    async acts(id) {
      const conference = await standing(db, id);
      return conference === undefined ? [] : actsOf(db, 'conference', conference.seq);
    },

    withdrawAct: (id, by, at) =>
      db.transaction().execute((trx) =>
        withdrawActOf(trx, 'conference', id, by, at, async (conferences) => {
          await describe(trx, await regroup(trx, { conferences }, newId));
        }),
      ),
  };
}
