/** Conferences, or officials, joined and parted by hand: pairs of mentions that are "same" or "not the same". */
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
import type { Thing } from './official-tables.ts';
import type { Conferences } from './port.ts';
import { unpackRecord } from './record.ts';

/** The one of an id; through those that were joined into others. */
export type Standing = (
  db: Database,
  id: string,
) => Promise<{ readonly seq: number; readonly id: string } | undefined>;

/** Where the kind of thing makes a difference. */
export interface ActedOn {
  readonly thing: Thing;
  readonly standing: Standing;
  /** The mentions that speak for all of it. */
  speaking(db: Database, seq: number): Promise<readonly Marked[]>;
  /** Its mentions in these articles, and those that speak for what is left without them. */
  parted(
    db: Database,
    seq: number,
    articleIds: readonly string[],
  ): Promise<{ readonly moved: readonly Marked[]; readonly rest: readonly Marked[] }>;
  /** Groups the mentions of these anew. `stays` tells which of them keeps its id, and by which mention. */
  regroup(
    db: Database,
    seqs: readonly number[],
    stays?: { readonly seq: number; readonly mention: Marked },
  ): Promise<void>;
  /** Id of the one that a mention belongs to. */
  owner(db: Database, mention: Marked): Promise<string>;
}

/** Mentions with what points at them for ever. */
export async function withMarks(
  db: Database,
  thing: Thing,
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
    return { article, articleId: id, position, mark: markOf(corrected, thing, position) };
  });
}

export function identityActs(
  db: Database,
  { thing, standing, speaking, parted, regroup, owner }: ActedOn,
): Pick<Conferences, 'join' | 'part' | 'acts' | 'withdrawAct'> {
  const found = async (on: Database, id: string) => {
    const one = await standing(on, id);
    if (one === undefined) throw notFound(thing, id);
    return one;
  };

  return {
    join: (stays, goes, by, at) =>
      db.transaction().execute(async (trx) => {
        const who = namedHand(thing, by);
        const one = await found(trx, stays);
        const other = await found(trx, goes);
        if (one.seq === other.seq) {
          const same = await repeatedAct(trx, thing, 'join', who, at);
          if (same !== null) return same;
          throw areOne(thing);
        }
        const [first, ...rest] = await speaking(trx, one.seq);
        const moved = await speaking(trx, other.seq);
        if (first === undefined) throw notFound(thing, stays);
        const pairs = [...moved, ...rest].map((left) => ({ same: true, left, right: first }));
        const act = await insertAct(trx, thing, 'join', pairs, who, at);
        await regroup(trx, [one.seq, other.seq], { seq: one.seq, mention: first });
        const detail = `#${act}: ${other.id}`;
        await note(trx, { at, by: who, action: `${thing}-joined`, subject: one.id, detail });
        return oneAct(trx, act);
      }),

    part: (id, articleIds, by, at) =>
      db.transaction().execute(async (trx) => {
        const who = namedHand(thing, by);
        const one = await found(trx, id);
        const { moved, rest } = await parted(trx, one.seq, articleIds);
        const [first, ...others] = moved;
        const [stayed] = rest;
        if (first === undefined || stayed === undefined) throw nothingToPart(thing);
        const pairs = [
          ...moved.flatMap((left) => rest.map((right) => ({ same: false, left, right }))),
          ...others.map((left) => ({ same: true, left, right: first })),
        ];
        const act = await insertAct(trx, thing, 'part', pairs, who, at);
        await regroup(trx, [one.seq], { seq: one.seq, mention: stayed });
        const now = await owner(trx, first);
        const detail = `#${act}: ${now}`;
        await note(trx, { at, by: who, action: `${thing}-parted`, subject: one.id, detail });
        return { act: await oneAct(trx, act), id: now };
      }),

    async acts(id) {
      const one = await standing(db, id);
      return one === undefined ? [] : actsOf(db, thing, one.seq);
    },

    withdrawAct: (id, by, at) =>
      db
        .transaction()
        .execute((trx) => withdrawActOf(trx, thing, id, by, at, (seqs) => regroup(trx, seqs))),
  };
}
