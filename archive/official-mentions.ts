/** Which article names which official. A person gets an id with the first mention and keeps it. */
import type { Article } from '../core/article.ts';
import type { Database } from './database.ts';
import { exactWords, foldedWords } from './folded.ts';
import { followMarks } from './identity-pairs.ts';
import type { OfficialMention } from './officials-port.ts';
import { type FreshMention, regroupOfficials } from './regroup-officials.ts';

/** The number of a key; a new one gets its name and places. */
async function keyOf(db: Database, mention: OfficialMention): Promise<number> {
  const { key, name, sort, places } = mention;
  const known = await db
    .selectFrom('official_keys')
    .select('seq')
    .where('key', '=', key)
    .executeTakeFirst();
  const seq =
    known?.seq ??
    (
      await db
        .insertInto('official_keys')
        .values({
          key,
          name,
          sort_name: sort,
          folded: foldedWords(name),
          exact: exactWords(name),
        })
        .returning('seq')
        .executeTakeFirstOrThrow()
    ).seq;
  if (places.length > 0)
    await db
      .insertInto('official_key_places')
      .values(places.map((code) => ({ code, key: seq })))
      .onConflict((c) => c.doNothing())
      .execute();
  return seq;
}

async function officeOf(
  db: Database,
  { title, words }: OfficialMention['offices'][number],
): Promise<number> {
  const exact = exactWords(words);
  const known = await db
    .selectFrom('office_titles')
    .select('seq')
    .where('exact', '=', exact)
    .executeTakeFirst();
  if (known !== undefined) return known.seq;
  const { seq } = await db
    .insertInto('office_titles')
    .values({ exact, folded: foldedWords(words), title })
    .returning('seq')
    .executeTakeFirstOrThrow();
  return seq;
}

interface Former {
  readonly official: number;
  readonly key: number;
  readonly name: string;
}

/** Whose each mention was in the reading before: that of its key, else that of its name. */
function formerOf(
  before: readonly Former[],
  now: readonly { readonly key: number; readonly name: string }[],
): readonly (number | null)[] {
  const left = [...before];
  const found = now.map((): number | null => null);
  const take = (same: (was: Former, is: (typeof now)[number]) => boolean) => {
    for (const [at, is] of now.entries()) {
      if (found[at] !== null) continue;
      const i = left.findIndex((was) => same(was, is));
      if (i >= 0) found[at] = left.splice(i, 1)[0]?.official ?? null;
    }
  };
  take((was, is) => was.key === is.key);
  take((was, is) => exactWords(was.name) === exactWords(is.name));
  return found;
}

/** Makes the officials of an article exactly those of `mentions`. */
export async function replaceOfficials(
  db: Database,
  seq: number,
  article: Article,
  mentions: readonly OfficialMention[],
  newId: () => string,
): Promise<void> {
  const before = await db
    .selectFrom('official_mentions as m')
    .innerJoin('official_keys as k', 'k.seq', 'm.key')
    .select(['m.official', 'm.key', 'k.name'])
    .where('m.article', '=', seq)
    .orderBy('m.position')
    .execute();
  if (before.length === 0 && mentions.length === 0) return;
  await db.deleteFrom('office_mentions').where('article', '=', seq).execute();
  await db.deleteFrom('official_mentions').where('article', '=', seq).execute();
  await followMarks(db, 'official', seq, article);
  const keys: number[] = [];
  for (const mention of mentions) keys.push(await keyOf(db, mention));
  const former = formerOf(
    before,
    mentions.map(({ name }, i) => ({ name, key: keys[i] ?? 0 })),
  );
  const fresh: FreshMention[] = [];
  for (const [i, mention] of mentions.entries()) {
    const offices = [];
    for (const office of mention.offices)
      offices.push({ office: await officeOf(db, office), former: office.former });
    const name = article.people[mention.person]?.name;
    fresh.push({
      article: seq,
      position: mention.person,
      key: keys[i] ?? 0,
      before: former[i] ?? null,
      day: article.publishedAt?.slice(0, 10) ?? '',
      quotes: article.quotes.filter(({ speaker }) => speaker?.name && speaker.name === name).length,
      offices,
    });
  }
  const officials = before.map(({ official }) => official);
  await regroupOfficials(db, { officials, mentions: fresh }, newId);
}
