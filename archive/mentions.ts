/** Which article mentions which conference. A conference gets its id with its first mention and keeps it. */
import type { Article, Conference } from '../core/article.ts';
import type { Database } from './database.ts';
import { describe } from './describe-conference.ts';
import { followMarks } from './identity-pairs.ts';
import type { ConferenceJoins } from './port.ts';
import { type NewMention, regroup } from './regroup-mentions.ts';

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

interface Former {
  readonly key: string;
  readonly conference: number;
  readonly record: string;
}

/** Which mention of the reading before each one is: that of its key, of its words, of its name, the only one. */
function formerOf(
  before: readonly Former[],
  now: readonly { readonly key: string; readonly record: Conference }[],
): readonly (number | null)[] {
  const left = new Map<Former, Conference>(before.map((one) => [one, JSON.parse(one.record)]));
  const found = new Map<number, number>();
  const take = (same: (was: Conference, former: Former, at: number) => boolean) => {
    for (const at of now.keys()) {
      if (found.has(at)) continue;
      for (const [former, was] of left) {
        if (!same(was, former, at)) continue;
        found.set(at, former.conference);
        left.delete(former);
        break;
      }
    }
  };
  const words = ({ evidence: [first] }: Conference) => first && `${first.paragraph}:${first.start}`;
  take((_, { key }, at) => key === now[at]?.key);
  take((was, _, at) => {
    const record = now[at]?.record;
    return record !== undefined && words(was) !== undefined && words(was) === words(record);
  });
  take((was, _, at) => was.name === now[at]?.record.name);
  if (before.length === 1 && now.length === 1) take(() => true);
  return [...now.keys()].map((at) => found.get(at) ?? null);
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
    .select(['conference', 'key', 'record'])
    .where('article', '=', article.seq)
    .orderBy('position')
    .execute();
  if (before.length === 0 && input.article.conferences.length === 0) return;
  await db.deleteFrom('mention_places').where('article', '=', article.seq).execute();
  await db.deleteFrom('mentions').where('article', '=', article.seq).execute();
  await followMarks(db, 'conference', article.seq, input.article);
  const now = input.article.conferences.map((record, position) => ({
    record,
    key: input.conferenceKeys[position] || `article:${article.id}:${position}`,
  }));
  const former = formerOf(before, now);
  const mentions = now.map(({ record, key }, position): NewMention => {
    const own = record.place?.code;
    return {
      article: article.seq,
      position,
      key,
      before: former[position] ?? null,
      main: record.main ? 1 : 0,
      weight: weight(record),
      record: JSON.stringify(record),
      places: [...new Set([...(input.conferencePlaces?.[position] ?? []), ...(own ? [own] : [])])],
    };
  });
  const left = before.map(({ conference }) => conference);
  await describe(db, await regroup(db, { conferences: left, mentions }, newId));
}
