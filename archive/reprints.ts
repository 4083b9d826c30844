/**
 * Groups of near-duplicates. The root of a group is what was published first (of equals, stored first);
 * the others point to it as their `original`, never to each other. A group grows where an article's body is
 * like that of an article of another newspaper, published at most 14 days apart.
 */
import type { Database } from './database.ts';
import { markStale } from './index-state.ts';
import { bandHashes, likeness, unpackSignature } from './signature.ts';

const ALIKE = 0.8;
const DAY_MS = 86_400_000;
const DAYS = 14;

interface Member {
  readonly seq: number;
  readonly id: string;
  readonly published: string;
}

export interface Comparable extends Member {
  readonly newspaper: string | null;
  readonly signature: Uint8Array;
}

const day = (published: string) => Math.floor(Date.parse(published) / DAY_MS);
const near = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) <= DAYS * DAY_MS;
const earlier = (a: Member, b: Member) =>
  a.published === b.published ? a.seq < b.seq : a.published < b.published;

/** An article whose `original` is another one now. */
interface Moved {
  readonly seq: number;
  readonly id: string;
  readonly revision: number;
}

/** Makes `root` the root of `articles`. Answers those that it changed. */
async function point(
  db: Database,
  articles: readonly Member[],
  root: Member,
): Promise<readonly Moved[]> {
  const freed = await db
    .updateTable('articles')
    .set({ original: null })
    .where('seq', '=', root.seq)
    .where('original', 'is not', null)
    .returning(['seq', 'id', 'revision'])
    .execute();
  const others = articles.map((a) => a.seq).filter((seq) => seq !== root.seq);
  const pointed =
    others.length === 0
      ? []
      : await db
          .updateTable('articles')
          .set({ original: root.id })
          .where('seq', 'in', others)
          .where((eb) => eb.or([eb('original', 'is', null), eb('original', '!=', root.id)]))
          .returning(['seq', 'id', 'revision'])
          .execute();
  const moved = [...freed, ...pointed];
  // The index holds `original` too.
  await markStale(
    db,
    moved.map((row) => row.seq),
  );
  return moved;
}

const members = (db: Database, root: string): Promise<Member[]> =>
  db
    .selectFrom('articles')
    .select(['seq', 'id', 'published'])
    .where('original', '=', root)
    .execute();

/** Takes an article out of its group; what it led gets a new root. */
async function leave(db: Database, article: Comparable): Promise<readonly Moved[]> {
  const led = await members(db, article.id);
  const [first, ...rest] = led;
  const moved: Moved[] = [];
  if (first !== undefined) {
    const root = rest.reduce((a, b) => (earlier(b, a) ? b : a), first);
    moved.push(...(await point(db, led, root)));
  }
  moved.push(...(await point(db, [], article)));
  if (article.signature.length > 0)
    await db
      .deleteFrom('bands')
      .where('hash', 'in', bandHashes(unpackSignature(article.signature)))
      .where('article', '=', article.seq)
      .execute();
  return moved;
}

/** Roots of the groups that the article belongs to. */
async function rootsLike(db: Database, article: Comparable): Promise<readonly Member[]> {
  const signature = unpackSignature(article.signature);
  const today = day(article.published);
  const candidates = await db
    .selectFrom('articles')
    .select(['id', 'original', 'published', 'signature'])
    .where('seq', 'in', (eb) =>
      eb
        .selectFrom('bands')
        .select('article')
        .where('hash', 'in', bandHashes(signature))
        .where('day', '>=', today - DAYS - 1)
        .where('day', '<=', today + DAYS + 1),
    )
    .where('seq', '!=', article.seq)
    .where('newspaper', '!=', article.newspaper)
    .execute();
  const ids = new Set(
    candidates
      .filter((c) => near(c.published, article.published))
      .filter((c) => likeness(unpackSignature(c.signature), signature) >= ALIKE)
      .map((c) => c.original ?? c.id),
  );
  if (ids.size === 0) return [];
  const roots: Member[] = await db
    .selectFrom('articles')
    .select(['seq', 'id', 'published'])
    .where('id', 'in', [...ids])
    .execute();
  // Daily texts that hardly change (prices, weather) would otherwise make one group of a whole year.
  return roots.filter((r) => r.seq !== article.seq && near(r.published, article.published));
}

/**
 * Puts an article that is new, or whose body, date or newspaper changed, into its group.
 * @param before the article as it was
 * @returns every article whose `original` changed, itself among them where it is one
 */
export async function regroup(
  db: Database,
  article: Comparable,
  before: Comparable | null,
): Promise<readonly Moved[]> {
  const moved = new Map<number, Moved>();
  const note = (some: readonly Moved[]) => {
    for (const one of some) moved.set(one.seq, one);
  };
  if (before !== null) note(await leave(db, before));
  note(await join(db, article));
  return [...moved.values()];
}

/** Puts an article that stands alone into the group of those that are like it. */
async function join(db: Database, article: Comparable): Promise<readonly Moved[]> {
  if (article.signature.length === 0 || article.published === '' || article.newspaper === null)
    return [];
  const hashes = bandHashes(unpackSignature(article.signature));
  if (hashes.length === 0) return [];
  await db
    .insertInto('bands')
    .values(hashes.map((hash) => ({ hash, day: day(article.published), article: article.seq })))
    .onConflict((c) => c.doNothing())
    .execute();
  const roots = await rootsLike(db, article);
  if (roots.length === 0) return [];
  const root = roots.reduce((a, b) => (earlier(b, a) ? b : a), article as Member);
  const led = [];
  for (const r of roots) if (r.seq !== root.seq) led.push(r, ...(await members(db, r.id)));
  return point(db, [article, ...led], root);
}
