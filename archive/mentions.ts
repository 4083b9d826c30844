/** Which article mentions which conference. A conference gets its id with its first mention and keeps it. */
import type { Article, Conference } from '../core/article.ts';
import type { Database } from './database.ts';
import type { ConferenceJoins } from './port.ts';

/** How much a mention tells: held beats planned, the article's main one a passing one, then what is known. */
function weight(c: Conference): number {
  const known = [
    c.occasion,
    c.organiser,
    c.level,
    c.term,
    c.date?.from ?? null,
    c.date?.to ?? null,
    c.place,
    c.place?.code ?? null,
    c.chairs.length > 0 ? c.chairs : null,
    c.speakers.length > 0 ? c.speakers : null,
  ];
  const filled = known.filter((field) => field !== null).length;
  return (c.status === 'held' ? 1000 : 0) + (c.main ? 100 : 0) + filled;
}

async function conferenceOf(db: Database, key: string, newId: () => string): Promise<number> {
  const known = await db
    .selectFrom('conferences')
    .select('seq')
    .where('key', '=', key)
    .executeTakeFirst();
  if (known !== undefined) return known.seq;
  const { seq } = await db
    .insertInto('conferences')
    .values({ id: newId(), key, sort_date: '' })
    .returning('seq')
    .executeTakeFirstOrThrow();
  return seq;
}

/** Brings the fields of a conference in line with its mentions. */
async function describe(db: Database, seq: number): Promise<void> {
  const best = await db
    .selectFrom('mentions')
    .select('record')
    .where('conference', '=', seq)
    .orderBy('weight', 'desc')
    .orderBy('article')
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
  const c: Conference | null = best === undefined ? null : JSON.parse(best.record);
  const from = c?.date?.from ?? c?.date?.to ?? null;
  await db
    .updateTable('conferences')
    .set({
      record: best?.record ?? null,
      kind: c?.kind ?? null,
      status: c?.status ?? null,
      date_from: from,
      date_to: c?.date?.to ?? from,
      sort_date: from ?? '',
    })
    .where('seq', '=', seq)
    .execute();
}

/** Makes the mentions of an article exactly those of `input`, and describes anew every conference concerned. */
export async function replaceMentions(
  db: Database,
  article: { readonly seq: number; readonly id: string },
  input: ConferenceJoins & { readonly article: Article },
  newId: () => string,
): Promise<void> {
  const before = await db
    .selectFrom('mentions')
    .select(['conference'])
    .where('article', '=', article.seq)
    .execute();
  if (before.length === 0 && input.article.conferences.length === 0) return;
  await db.deleteFrom('mention_places').where('article', '=', article.seq).execute();
  await db.deleteFrom('mentions').where('article', '=', article.seq).execute();
  const concerned = new Set(before.map((m) => m.conference));
  for (const [position, record] of input.article.conferences.entries()) {
    const key = input.conferenceKeys[position] || `article:${article.id}:${position}`;
    const conference = await conferenceOf(db, key, newId);
    concerned.add(conference);
    await db
      .insertInto('mentions')
      .values({
        article: article.seq,
        position,
        conference,
        main: record.main ? 1 : 0,
        weight: weight(record),
        record: JSON.stringify(record),
      })
      .execute();
    const own = record.place?.code;
    const codes = new Set([...(input.conferencePlaces?.[position] ?? []), ...(own ? [own] : [])]);
    if (codes.size > 0)
      await db
        .insertInto('mention_places')
        .values([...codes].map((code) => ({ code, conference, article: article.seq, position })))
        .execute();
  }
  for (const seq of concerned) await describe(db, seq);
}
