/** Mentions into conferences, wherever something changed: keys, hands, or the mentions themselves. */
import type { Database } from './database.ts';
import {
  type GroupedMention,
  groupMentions,
  ownersOfGroups,
  type Statement,
} from './mention-groups.ts';

export interface NewMention {
  readonly article: number;
  readonly position: number;
  readonly key: string;
  /** The conference that it belonged to before the article was read again. */
  readonly before: number | null;
  readonly main: number;
  readonly weight: number;
  readonly record: string;
  readonly places: readonly string[];
}

interface Change {
  /** Those whose mentions may go elsewhere. */
  readonly conferences: readonly number[];
  /** Not stored yet. */
  readonly mentions?: readonly NewMention[];
  /** The one that a hand chose for the group of a mention. */
  readonly stays?: {
    readonly conference: number;
    readonly article: number;
    readonly position: number;
  };
}

interface Member extends GroupedMention {
  readonly article: number;
  readonly position: number;
}

const idOf = (article: number, position: number) => `${article}:${position}`;

/** What hands say of the mentions of some articles and holds, the latest first. */
async function statementsOn(db: Database, articles: readonly number[]) {
  if (articles.length === 0) return [];
  return db
    .selectFrom('identity_pairs as p')
    .innerJoin('identity_acts as a', 'a.id', 'p.act')
    .select(['p.same', 'p.left_article', 'p.left_position', 'p.right_article', 'p.right_position'])
    .where('a.thing', '=', 'conference')
    .where('a.withdrawn_at', 'is', null)
    .where((eb) =>
      eb.or([eb('p.left_article', 'in', articles), eb('p.right_article', 'in', articles)]),
    )
    .orderBy('p.act', 'desc')
    .orderBy('p.number')
    .execute();
}

/** Every mention that may be one with those of the change, by their conferences, keys and hands. */
async function concerned(db: Database, { conferences, mentions = [] }: Change) {
  const members = new Map<string, Member>();
  const seqs = new Set(conferences);
  const keys = new Set<string>();
  const articles = new Set<number>();
  let statements: Statement[] = [];
  const take = (member: Member) => {
    members.set(member.id, member);
    if (member.before !== null) seqs.add(member.before);
    keys.add(member.key);
    articles.add(member.article);
  };
  for (const one of mentions) take({ ...one, id: idOf(one.article, one.position) });
  for (let known = -1; known < members.size + seqs.size; ) {
    known = members.size + seqs.size;
    const rows = await db
      .selectFrom('mentions')
      .select(['article', 'position', 'key', 'conference as before'])
      .where((eb) => eb.or([eb('conference', 'in', [...seqs]), eb('key', 'in', [...keys])]))
      .execute();
    for (const row of rows) take({ ...row, id: idOf(row.article, row.position) });
    statements = [];
    for (const pair of await statementsOn(db, [...articles])) {
      if (pair.left_position === null || pair.right_position === null) continue;
      const left = idOf(pair.left_article, pair.left_position);
      const right = idOf(pair.right_article, pair.right_position);
      statements.push({ same: pair.same === 1, left, right });
      for (const [one, other, article, position] of [
        [left, right, pair.right_article, pair.right_position],
        [right, left, pair.left_article, pair.left_position],
      ] as const) {
        if (!members.has(one) || members.has(other)) continue;
        const row = await db
          .selectFrom('mentions')
          .select(['article', 'position', 'key', 'conference as before'])
          .where('article', '=', article)
          .where('position', '=', position)
          .executeTakeFirst();
        if (row !== undefined) take({ ...row, id: other });
      }
    }
  }
  const ordered = [...members.values()].sort(
    (a, b) => a.article - b.article || a.position - b.position,
  );
  return { members: ordered, statements, seqs, keys };
}

async function newConference(
  db: Database,
  group: readonly Member[],
  newId: () => string,
): Promise<number> {
  const id = newId();
  const keys = group.map(({ key }) => key);
  const used = await db.selectFrom('conferences').select('key').where('key', 'in', keys).execute();
  const key = keys.find((one) => !used.some((row) => row.key === one)) ?? `hand:${id}`;
  const { seq } = await db
    .insertInto('conferences')
    .values({ id, key, sort_date: '' })
    .returning('seq')
    .executeTakeFirstOrThrow();
  return seq;
}

/** Stores the new mentions, moves the others. @returns the conferences that must be described anew */
export async function regroup(
  db: Database,
  change: Change,
  newId: () => string,
): Promise<ReadonlySet<number>> {
  const { members, statements, seqs, keys } = await concerned(db, change);
  const known = await db
    .selectFrom('conferences')
    .select(['seq', 'key'])
    .where((eb) => eb.or([eb('seq', 'in', [...seqs]), eb('key', 'in', [...keys])]))
    .orderBy('seq')
    .execute();
  const groups = groupMentions(members, statements);
  const { stays } = change;
  const chosen = stays && {
    owner: stays.conference,
    mention: idOf(stays.article, stays.position),
  };
  const bearers = known.map(({ seq, key }) => ({ seq, keys: [key] }));
  const given = ownersOfGroups(groups, bearers, chosen ?? null);
  const fresh = new Map(
    (change.mentions ?? []).map((one) => [idOf(one.article, one.position), one]),
  );
  const touched = new Set<number>(change.conferences);
  const wentTo = new Map<number, number>();
  const byId = new Map(members.map((member) => [member.id, member]));
  for (const [at, group] of groups.entries()) {
    const full = group.flatMap(({ id }) => byId.get(id) ?? []);
    const conference = given[at] ?? (await newConference(db, full, newId));
    const row = known.find(({ seq }) => seq === conference);
    const [first] = full;
    if (row && first && !full.some(({ key }) => key === row.key)) {
      const free = !known.some(({ key }) => key === first.key);
      if (free)
        await db
          .updateTable('conferences')
          .set({ key: first.key })
          .where('seq', '=', conference)
          .execute();
    }
    for (const { id, article, position, before } of full) {
      const added = fresh.get(id);
      if (added === undefined && before === conference) continue;
      touched.add(conference);
      if (before !== null) {
        touched.add(before);
        if (before !== conference) wentTo.set(before, conference);
      }
      if (added === undefined) await move(db, article, position, conference);
      else await store(db, added, conference);
    }
  }
  for (const [from, to] of wentTo)
    await db.updateTable('conferences').set({ successor: to }).where('seq', '=', from).execute();
  return touched;
}

async function move(db: Database, article: number, position: number, conference: number) {
  for (const table of ['mentions', 'mention_places'] as const)
    await db
      .updateTable(table)
      .set({ conference })
      .where('article', '=', article)
      .where('position', '=', position)
      .execute();
}

async function store(db: Database, mention: NewMention, conference: number): Promise<void> {
  const { before: _, places, ...row } = mention;
  await db
    .insertInto('mentions')
    .values({ ...row, conference })
    .execute();
  const { article, position } = row;
  if (places.length > 0)
    await db
      .insertInto('mention_places')
      .values(places.map((code) => ({ code, conference, article, position })))
      .execute();
}
