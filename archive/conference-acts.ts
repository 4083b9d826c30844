/** Conferences joined and parted by hand: pairs of mentions that are "same" or "not the same". */
import { applyCorrections, Who } from '../core/corrections.ts';
import { DiembaoError } from '../core/errors.ts';
import { correctionsOf } from './corrections.ts';
import type { Database } from './database.ts';
import { describe } from './describe-conference.ts';
import { markOf } from './mention-marks.ts';
import type { Conferences, IdentityAct } from './port.ts';
import { unpackRecord } from './record.ts';
import { regroup } from './regroup-mentions.ts';

interface Marked {
  readonly article: number;
  readonly articleId: string;
  readonly position: number;
  readonly mark: string;
}

type Standing = (
  db: Database,
  id: string,
) => Promise<{ readonly seq: number; readonly id: string } | undefined>;

interface Pair {
  readonly same: boolean;
  readonly left: Marked;
  readonly right: Marked;
}

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
    return { article, articleId: id, position, mark: markOf(corrected, position) };
  });
}

async function insert(
  db: Database,
  kind: IdentityAct['kind'],
  pairs: readonly Pair[],
  by: string,
  at: string,
): Promise<number> {
  const { id } = await db
    .insertInto('identity_acts')
    .values({ kind, made_by: by, made_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const [number, { same, left, right }] of pairs.entries())
    await db
      .insertInto('identity_pairs')
      .values({
        act: id,
        number,
        same: same ? 1 : 0,
        left_article: left.article,
        left_mark: left.mark,
        left_position: left.position,
        right_article: right.article,
        right_mark: right.mark,
        right_position: right.position,
      })
      .execute();
  return id;
}

async function readActs(db: Database, ids: readonly number[]): Promise<readonly IdentityAct[]> {
  if (ids.length === 0) return [];
  const acts = await db
    .selectFrom('identity_acts')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  const pairs = await db
    .selectFrom('identity_pairs as p')
    .innerJoin('articles as l', 'l.seq', 'p.left_article')
    .innerJoin('articles as r', 'r.seq', 'p.right_article')
    .select(['p.act', 'p.same', 'l.id as left', 'r.id as right'])
    .select(['p.left_position', 'p.right_position'])
    .where('p.act', 'in', ids)
    .orderBy('p.number')
    .execute();
  return acts.map((act): IdentityAct => {
    const own = pairs.filter((pair) => pair.act === act.id);
    // Those on the same side hold together by pairs of their own kind, which tell nothing new.
    const across = own.filter(({ same }) => (same === 1) === (act.kind === 'join'));
    const moved = new Set(across.map(({ left }) => left));
    return {
      id: act.id,
      kind: act.kind,
      by: act.made_by,
      at: act.made_at,
      withdrawn:
        act.withdrawn_by === null || act.withdrawn_at === null
          ? null
          : { by: act.withdrawn_by, at: act.withdrawn_at },
      moved: [...moved],
      others: [...new Set(across.map(({ right }) => right))],
      stale: own.some((pair) => pair.left_position === null || pair.right_position === null),
    };
  });
}

async function oneAct(db: Database, id: number): Promise<IdentityAct> {
  const [act] = await readActs(db, [id]);
  if (act === undefined) throw new Error(`there is no act ${id}`);
  return act;
}

function named(by: string): string {
  const parsed = Who.safeParse(by);
  if (parsed.success) return parsed.data;
  throw new DiembaoError('conference-no-name', 'archive: who joins or parts has no name');
}

const notFound = (id: string) =>
  new DiembaoError('conference-not-found', `Không có hội nghị ${id} / there is no such conference`);

export function conferenceActs(
  db: Database,
  newId: () => string,
  standing: Standing,
): Pick<Conferences, 'join' | 'part' | 'acts' | 'withdrawAct'> {
  const found = async (on: Database, id: string) => {
    const conference = await standing(on, id);
    if (conference === undefined) throw notFound(id);
    return conference;
  };
  /** Sent twice it is done once. */
  const repeated = async (on: Database, kind: IdentityAct['kind'], by: string, at: string) =>
    on
      .selectFrom('identity_acts')
      .select('id')
      .where('kind', '=', kind)
      .where('made_by', '=', by)
      .where('made_at', '=', at)
      .executeTakeFirst();

  return {
    join: (stays, goes, by, at) =>
      db.transaction().execute(async (trx) => {
        const who = named(by);
        const one = await found(trx, stays);
        const other = await found(trx, goes);
        if (one.seq === other.seq) {
          const same = await repeated(trx, 'join', who, at);
          if (same !== undefined) return oneAct(trx, same.id);
          throw new DiembaoError(
            'conference-same',
            'Hai hội nghị này đã là một / these two are one conference already',
          );
        }
        const kept = await marked(trx, one.seq);
        const moved = await marked(trx, other.seq);
        const [first, ...rest] = kept;
        if (first === undefined) throw notFound(stays);
        const act = await insert(
          trx,
          'join',
          [...moved, ...rest].map((left) => ({ same: true, left, right: first })),
          who,
          at,
        );
        const conferences = [one.seq, other.seq];
        const chosen = { ...first, conference: one.seq };
        await describe(trx, await regroup(trx, { conferences, stays: chosen }, newId));
        return oneAct(trx, act);
      }),

    part: (id, articleIds, by, at) =>
      db.transaction().execute(async (trx) => {
        const who = named(by);
        const conference = await found(trx, id);
        const all = await marked(trx, conference.seq);
        const moved = all.filter(({ articleId }) => articleIds.includes(articleId));
        const rest = all.filter((one) => !moved.includes(one));
        const [first, ...others] = moved;
        const [stayed] = rest;
        if (first === undefined || stayed === undefined)
          throw new DiembaoError(
            'conference-nothing-to-part',
            'Hãy chọn một số bài của hội nghị, không phải tất cả / choose some of its articles, not all',
          );
        const pairs = [
          ...moved.flatMap((left) => rest.map((right) => ({ same: false, left, right }))),
          ...others.map((left) => ({ same: true, left, right: first })),
        ];
        const act = await insert(trx, 'part', pairs, who, at);
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
        return { act: await oneAct(trx, act), id: now.id };
      }),

    async acts(id) {
      const conference = await standing(db, id);
      if (conference === undefined) return [];
      const rows = await db
        .selectFrom('identity_pairs as p')
        .select('p.act')
        .distinct()
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('mentions as m')
              .select('m.article')
              .where('m.conference', '=', conference.seq)
              .where((on) =>
                on.or([
                  on.and([
                    on('m.article', '=', on.ref('p.left_article')),
                    on('m.position', '=', on.ref('p.left_position')),
                  ]),
                  on.and([
                    on('m.article', '=', on.ref('p.right_article')),
                    on('m.position', '=', on.ref('p.right_position')),
                  ]),
                ]),
              ),
          ),
        )
        .execute();
      return readActs(
        db,
        rows.map(({ act }) => act),
      );
    },

    withdrawAct: (id, by, at) =>
      db.transaction().execute(async (trx) => {
        const who = named(by);
        const [act] = await readActs(trx, [id]);
        if (act === undefined) return null;
        if (act.withdrawn !== null) return act;
        await trx
          .updateTable('identity_acts')
          .set({ withdrawn_by: who, withdrawn_at: at })
          .where('id', '=', id)
          .execute();
        const rows = await trx
          .selectFrom('identity_pairs as p')
          .innerJoin('mentions as m', (on) =>
            on.on((eb) =>
              eb.or([
                eb.and([
                  eb('m.article', '=', eb.ref('p.left_article')),
                  eb('m.position', '=', eb.ref('p.left_position')),
                ]),
                eb.and([
                  eb('m.article', '=', eb.ref('p.right_article')),
                  eb('m.position', '=', eb.ref('p.right_position')),
                ]),
              ]),
            ),
          )
          .select('m.conference')
          .distinct()
          .where('p.act', '=', id)
          .execute();
        const conferences = rows.map(({ conference }) => conference);
        await describe(trx, await regroup(trx, { conferences }, newId));
        return oneAct(trx, id);
      }),
  };
}
