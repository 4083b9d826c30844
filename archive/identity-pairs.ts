/** Pairs of mentions that a hand called "same" or "not the same", and the acts that they are part of. */

import type { Article } from '../core/article.ts';
import { Who } from '../core/corrections.ts';
import { DiembaoError } from '../core/errors.ts';
import { told } from '../i18n/text.ts';
import { note } from './audit.ts';
import type { Database } from './database.ts';
import { markedPosition } from './mention-marks.ts';
import type { Thing } from './official-tables.ts';
import type { IdentityAct } from './port.ts';

/** A mention with what points at it for ever. */
export interface Marked {
  readonly article: number;
  readonly articleId: string;
  readonly position: number;
  readonly mark: string;
}

export interface Pair {
  readonly same: boolean;
  /** The one that was moved. */
  readonly left: Marked;
  readonly right: Marked;
}

export const notFound = (thing: Thing, id: string) =>
  new DiembaoError(
    `${thing}-not-found`,
    told(thing === 'conference' ? 'Không có hội nghị {id}' : 'Không có cán bộ {id}', { id }),
  );

export const areOne = (thing: Thing) =>
  new DiembaoError(
    `${thing}-same`,
    told(thing === 'conference' ? 'Hai hội nghị này đã là một' : 'Hai cán bộ này đã là một'),
  );

export const nothingToPart = (thing: Thing) =>
  new DiembaoError(
    `${thing}-nothing-to-part`,
    told(
      thing === 'conference'
        ? 'Hãy chọn một số bài của hội nghị, không phải tất cả'
        : 'Hãy chọn một số bài của cán bộ, không phải tất cả',
    ),
  );

export function namedHand(thing: Thing, by: string): string {
  const parsed = Who.safeParse(by);
  if (parsed.success) return parsed.data;
  throw new DiembaoError(`${thing}-no-name`, 'archive: who joins or parts has no name');
}

/** What hands said of the article's mentions points at them again. */
export async function followMarks(
  db: Database,
  thing: Thing,
  seq: number,
  article: Article,
): Promise<void> {
  for (const side of ['left', 'right'] as const) {
    const pairs = await db
      .selectFrom('identity_pairs as p')
      .innerJoin('identity_acts as a', 'a.id', 'p.act')
      .select(['p.act', 'p.number', `p.${side}_mark as mark`])
      .where(`p.${side}_article`, '=', seq)
      .where('a.thing', '=', thing)
      .execute();
    for (const { act, number, mark } of pairs) {
      const position = markedPosition(article, thing, mark);
      await db
        .updateTable('identity_pairs')
        .set(side === 'left' ? { left_position: position } : { right_position: position })
        .where('act', '=', act)
        .where('number', '=', number)
        .execute();
    }
  }
}

/** The same act sent twice is done once. */
export async function repeatedAct(
  db: Database,
  thing: Thing,
  kind: IdentityAct['kind'],
  by: string,
  at: string,
): Promise<IdentityAct | null> {
  const found = await db
    .selectFrom('identity_acts')
    .select('id')
    .where('thing', '=', thing)
    .where('kind', '=', kind)
    .where('made_by', '=', by)
    .where('made_at', '=', at)
    .executeTakeFirst();
  return found === undefined ? null : oneAct(db, found.id);
}

/** @returns the number of the act */
export async function insertAct(
  db: Database,
  thing: Thing,
  kind: IdentityAct['kind'],
  pairs: readonly Pair[],
  by: string,
  at: string,
): Promise<number> {
  const { id } = await db
    .insertInto('identity_acts')
    .values({ thing, kind, made_by: by, made_at: at })
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

export async function oneAct(db: Database, id: number): Promise<IdentityAct> {
  const [act] = await readActs(db, [id]);
  if (act === undefined) throw new Error(`there is no act ${id}`);
  return act;
}

/** What hands did to the mentions of one conference or official, oldest first. */
export async function actsOf(
  db: Database,
  thing: Thing,
  owner: number,
): Promise<readonly IdentityAct[]> {
  const rows = await db
    .selectFrom('identity_pairs as p')
    .innerJoin('identity_acts as a', 'a.id', 'p.act')
    .select('p.act')
    .distinct()
    .where('a.thing', '=', thing)
    .where((eb) => {
      const mentioned = (side: 'left' | 'right') =>
        eb.exists(
          eb
            .selectFrom('identity_mentions as m')
            .select('m.article')
            .where('m.thing', '=', thing)
            .where('m.owner', '=', owner)
            .whereRef('m.article', '=', `p.${side}_article`)
            .whereRef('m.position', '=', `p.${side}_position`),
        );
      return eb.or([mentioned('left'), mentioned('right')]);
    })
    .execute();
  return readActs(
    db,
    rows.map(({ act }) => act),
  );
}

/**
 * Takes an act back; it stays listed. Null where there is none of that number and thing.
 * @param regroup given what has a part in it, brings that in line
 */
export async function withdrawActOf(
  db: Database,
  thing: Thing,
  id: number,
  by: string,
  at: string,
  regroup: (owners: readonly number[]) => Promise<void>,
): Promise<IdentityAct | null> {
  const who = namedHand(thing, by);
  const known = await db
    .selectFrom('identity_acts')
    .select('withdrawn_at')
    .where('id', '=', id)
    .where('thing', '=', thing)
    .executeTakeFirst();
  if (known === undefined) return null;
  if (known.withdrawn_at !== null) return oneAct(db, id);
  await db
    .updateTable('identity_acts')
    .set({ withdrawn_by: who, withdrawn_at: at })
    .where('id', '=', id)
    .execute();
  const owners = new Set<number>();
  for (const side of ['left', 'right'] as const) {
    const rows = await db
      .selectFrom('identity_pairs as p')
      .innerJoin('identity_mentions as m', (on) =>
        on
          .onRef('m.article', '=', `p.${side}_article`)
          .onRef('m.position', '=', `p.${side}_position`),
      )
      .select('m.owner')
      .distinct()
      .where('p.act', '=', id)
      .where('m.thing', '=', thing)
      .execute();
    for (const { owner } of rows) owners.add(owner);
  }
  await regroup([...owners]);
  const act = await oneAct(db, id);
  const action = `${thing}-act-withdrawn` as const;
  await note(db, { at, by: who, action, subject: String(id), detail: act.kind });
  return act;
}
