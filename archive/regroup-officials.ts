/**
 * Mentions into officials, wherever something changed: keys, hands, or the mentions themselves.
 *
 * A person may have a hundred thousand mentions, so those of which no hand speaks are taken together: all of one
 * official that bear one key count here as one mention. `official_keys.official` is whose the next one will be.
 */
import type { Database } from './database.ts';
import {
  type GroupedMention,
  groupMentions,
  ownersOfGroups,
  type Statement,
} from './mention-groups.ts';

/** A mention that is not stored yet. */
export interface FreshMention {
  readonly article: number;
  readonly position: number;
  readonly key: number;
  /** Whom it belonged to before the article was read again. */
  readonly before: number | null;
  readonly day: string;
  readonly quotes: number;
  readonly offices: readonly { readonly office: number; readonly former: boolean }[];
}

interface Change {
  /** Those whose mentions may go elsewhere. */
  readonly officials: readonly number[];
  readonly mentions?: readonly FreshMention[];
  /** The one that a hand chose for the group of a mention. */
  readonly stays?: {
    readonly official: number;
    readonly article: number;
    readonly position: number;
  };
}

/** A mention of which a hand speaks, or a fresh one. */
interface Single {
  readonly article: number;
  readonly position: number;
  readonly key: number;
  readonly before: number | null;
}

const idOf = ({ article, position }: Pick<Single, 'article' | 'position'>) =>
  `${article}:${position}`;
const classOf = (key: number, official: number) => `key:${key}:${official}`;

/** What hands say of the mentions of some officials and articles, the latest first. */
async function statementsOn(
  db: Database,
  officials: readonly number[],
  articles: readonly number[],
) {
  return db
    .selectFrom('identity_pairs as p')
    .innerJoin('identity_acts as a', 'a.id', 'p.act')
    .select(['p.same', 'p.left_article', 'p.left_position', 'p.right_article', 'p.right_position'])
    .where('a.thing', '=', 'official')
    .where('a.withdrawn_at', 'is', null)
    .where((eb) => {
      const concerned = (side: 'left' | 'right') =>
        eb.or([
          eb(`p.${side}_article`, 'in', articles),
          eb.exists(
            eb
              .selectFrom('official_mentions as m')
              .select('m.key')
              .whereRef('m.article', '=', `p.${side}_article`)
              .whereRef('m.position', '=', `p.${side}_position`)
              .where('m.official', 'in', officials),
          ),
        ]);
      return eb.or([concerned('left'), concerned('right')]);
    })
    .orderBy('p.act', 'desc')
    .orderBy('p.number')
    .execute();
}

async function hasHands(db: Database): Promise<boolean> {
  const act = await db
    .selectFrom('identity_acts')
    .select('id')
    .where('thing', '=', 'official')
    .where('withdrawn_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return act !== undefined;
}

/** Every key, official and mention that may be one with those of the change. */
async function concerned(db: Database, { officials, mentions = [] }: Change) {
  const seqs = new Set(officials);
  const keys = new Set<number>();
  const singles = new Map<string, Single>();
  let statements: Statement[] = [];
  for (const one of mentions) {
    singles.set(idOf(one), one);
    keys.add(one.key);
    if (one.before !== null) seqs.add(one.before);
  }
  const hands = await hasHands(db);
  for (let known = -1; known < seqs.size + keys.size + singles.size; ) {
    known = seqs.size + keys.size + singles.size;
    const owned = await db
      .selectFrom('official_keys')
      .select(['seq', 'official'])
      .where((eb) => eb.or([eb('seq', 'in', [...keys]), eb('official', 'in', [...seqs])]))
      .execute();
    const shares = await db
      .selectFrom('official_shares')
      .select(['key as seq', 'official'])
      .where((eb) => eb.or([eb('key', 'in', [...keys]), eb('official', 'in', [...seqs])]))
      .execute();
    for (const { seq, official } of [...owned, ...shares]) {
      keys.add(seq);
      if (official !== null) seqs.add(official);
    }
    if (!hands) continue;
    statements = [];
    const articles = [...new Set([...singles.values()].map(({ article }) => article))];
    for (const pair of await statementsOn(db, [...seqs], articles)) {
      if (pair.left_position === null || pair.right_position === null) continue;
      const left = { article: pair.left_article, position: pair.left_position };
      const right = { article: pair.right_article, position: pair.right_position };
      statements.push({ same: pair.same === 1, left: idOf(left), right: idOf(right) });
      for (const { article, position } of [left, right]) {
        if (singles.has(idOf({ article, position }))) continue;
        const row = await db
          .selectFrom('official_mentions')
          .select(['article', 'position', 'key', 'official as before'])
          .where('article', '=', article)
          .where('position', '=', position)
          .executeTakeFirst();
        if (row === undefined) continue;
        singles.set(idOf(row), row);
        keys.add(row.key);
        seqs.add(row.before);
      }
    }
  }
  return { seqs: [...seqs], keys: [...keys], singles, statements };
}

async function newOfficial(db: Database, key: number, newId: () => string): Promise<number> {
  const { name, sort_name } = await db
    .selectFrom('official_keys')
    .select(['name', 'sort_name'])
    .where('seq', '=', key)
    .executeTakeFirstOrThrow();
  const { seq } = await db
    .insertInto('officials')
    .values({ id: newId(), name, sort_name })
    .returning('seq')
    .executeTakeFirstOrThrow();
  return seq;
}

/** Stores the new mentions, moves the others. */
export async function regroupOfficials(
  db: Database,
  change: Change,
  newId: () => string,
): Promise<void> {
  const { seqs, keys, singles, statements } = await concerned(db, change);
  if (keys.length === 0) return;
  const fresh = new Map((change.mentions ?? []).map((one) => [idOf(one), one]));
  const owners = await db
    .selectFrom('official_keys')
    .select(['seq', 'official'])
    .where('seq', 'in', keys)
    .execute();
  const shares = await db
    .selectFrom('official_shares')
    .select(['key', 'official', 'mentions'])
    .where('key', 'in', keys)
    .execute();

  const members: GroupedMention[] = [];
  const classes = new Map<string, { readonly key: number; readonly official: number }>();
  for (const { key, official, mentions } of shares) {
    const single = [...singles].filter(
      ([id, one]) => !fresh.has(id) && one.key === key && one.before === official,
    ).length;
    if (mentions === single) continue;
    const id = classOf(key, official);
    classes.set(id, { key, official });
    members.push({ id, key: String(key), before: official });
  }
  for (const [id, one] of singles) members.push({ id, key: String(one.key), before: one.before });

  const known = seqs
    .toSorted((a, b) => a - b)
    .map((seq) => ({
      seq,
      keys: owners.flatMap((one) => (one.official === seq ? [String(one.seq)] : [])),
    }));
  const groups = groupMentions(members, statements);
  const { stays } = change;
  const chosen = stays && { owner: stays.official, mention: idOf(stays) };
  const given = ownersOfGroups(groups, known, chosen ?? null);
  const touched = new Set(change.officials);
  const spokenOf = new Set(statements.flatMap(({ left, right }) => [left, right]));

  for (const [at, group] of groups.entries()) {
    const [first] = group;
    if (first === undefined) continue;
    const official = given[at] ?? (await newOfficial(db, Number(first.key), newId));
    touched.add(official);
    // The classes first: they take all that bears their key; then the single ones, which know better.
    for (const { id, key } of group) {
      const whole = classes.get(id);
      if (whole === undefined && (!fresh.has(id) || spokenOf.has(id))) continue;
      await db
        .updateTable('official_keys')
        .set({ official })
        .where('seq', '=', Number(key))
        .execute();
      if (whole === undefined || whole.official === official) continue;
      touched.add(whole.official);
      await moveClass(db, whole.key, whole.official, official, singles);
      await succeed(db, whole.official, official);
    }
    for (const { id, before } of group) {
      const one = singles.get(id);
      if (one === undefined) continue;
      const added = fresh.get(id);
      if (added !== undefined) await store(db, added, official);
      else if (before !== official)
        await db
          .updateTable('official_mentions')
          .set({ official })
          .where('article', '=', one.article)
          .where('position', '=', one.position)
          .execute();
      if (before === null || before === official) continue;
      touched.add(before);
      await succeed(db, before, official);
    }
  }
  for (const official of touched) await rename(db, official);
}

/** All mentions of a key that belong to one official, but for those that hands speak of. */
async function moveClass(
  db: Database,
  key: number,
  from: number,
  to: number,
  singles: ReadonlyMap<string, Single>,
): Promise<void> {
  const kept = [...singles.values()].filter((one) => one.key === key);
  await db
    .updateTable('official_mentions')
    .set({ official: to })
    .where('key', '=', key)
    .where('official', '=', from)
    .where((eb) =>
      eb.and(
        kept.map(({ article, position }) =>
          eb.not(eb.and([eb('article', '=', article), eb('position', '=', position)])),
        ),
      ),
    )
    .execute();
}

/** Followed only once nobody mentions `from` any more. */
async function succeed(db: Database, from: number, to: number): Promise<void> {
  await db.updateTable('officials').set({ successor: to }).where('seq', '=', from).execute();
}

async function store(db: Database, mention: FreshMention, official: number): Promise<void> {
  const { before: _, offices, ...row } = mention;
  const { article, position, day } = row;
  await db
    .insertInto('official_mentions')
    .values({ ...row, official })
    .execute();
  for (const { office, former } of offices)
    await db
      .insertInto('office_mentions')
      .values({ article, position, office, former: former ? 1 : 0, official, day })
      .onConflict((c) => c.doNothing())
      .execute();
}

/** The name is that of the newest mention. */
async function rename(db: Database, official: number): Promise<void> {
  const newest = await db
    .selectFrom('official_mentions as m')
    .innerJoin('official_keys as k', 'k.seq', 'm.key')
    .select(['k.name', 'k.sort_name'])
    .where('m.official', '=', official)
    .orderBy('m.day', 'desc')
    .orderBy('m.article', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest === undefined) return;
  await db
    .updateTable('officials')
    .set(newest)
    .where('seq', '=', official)
    .where((eb) => eb.or([eb('name', '<>', newest.name), eb('sort_name', '<>', newest.sort_name)]))
    .execute();
}
