/** Storing a record: the one transaction that everything derived from an article is part of. */

import { applyCorrections } from '../core/corrections.ts';
import { DiembaoError } from '../core/errors.ts';
import { describingColumns } from './article-row.ts';
import { correctionsOf, type Derive, joinsOf } from './corrections.ts';
import type { Database } from './database.ts';
import { markStale } from './index-state.ts';
import { replaceMentions } from './mentions.ts';
import { replaceOfficials } from './official-mentions.ts';
import type { NewArticle, PutResult } from './port.ts';
import { contentHash, packRecord } from './record.ts';
import { regroup } from './reprints.ts';
import { sameBytes } from './same-bytes.ts';
import { packSignature } from './signature.ts';

/** The known article: of this id, else the first stored of those that a URL leads to. */
async function findKnown(db: Database, id: string, urls: readonly string[]) {
  const articles = db.selectFrom('articles').selectAll();
  const known = await articles.where('id', '=', id).executeTakeFirst();
  if (known !== undefined || urls.length === 0) return known;
  return articles
    .where('seq', 'in', (eb) => eb.selectFrom('aliases').select('article').where('url', 'in', urls))
    .orderBy('seq')
    .executeTakeFirst();
}

type Known = NonNullable<Awaited<ReturnType<typeof findKnown>>>;

function check(input: NewArticle): void {
  const { article, conferenceKeys, conferencePlaces = conferenceKeys } = input;
  for (const list of [conferenceKeys, conferencePlaces])
    if (list.length !== article.conferences.length)
      throw new DiembaoError(
        'archive-bad-record',
        `archive: article ${article.id} has ${article.conferences.length} conferences and ${list.length} keys or places`,
      );
}

/** Paper answers again: a visit after the withdrawal brought the text. */
function withdrawnStill(known: Known, input: NewArticle): string | null {
  const back = input.fetchedAt !== null && input.fetchedAt > (known.withdrawn_at ?? '');
  return back ? null : known.withdrawn_at;
}

export async function putArticle(
  db: Database,
  input: NewArticle,
  now: string,
  { rejoin, newId, officialsOf }: Derive,
): Promise<PutResult> {
  check(input);
  const urls = [...new Set([...input.aliases, ...(input.article.url ? [input.article.url] : [])])];
  const known = await findKnown(db, input.article.id, urls);
  const article = known === undefined ? input.article : { ...input.article, id: known.id };
  const row = {
    ...describingColumns(article),
    content_hash: contentHash(article),
    signature: packSignature(input.signature),
    record: packRecord(article),
  };
  const source = { page_id: input.pageId, fetched_at: input.fetchedAt };
  const changed = known !== undefined && known.content_hash !== row.content_hash;
  const revision = known === undefined ? 1 : known.revision + (changed ? 1 : 0);

  let seq: number;
  if (known === undefined) {
    const inserted = await db
      .insertInto('articles')
      .values({ id: article.id, revision, created_at: now, revised_at: now, ...row, ...source })
      .returning('seq')
      .executeTakeFirstOrThrow();
    seq = inserted.seq;
  } else {
    seq = known.seq;
    if (changed)
      await db
        .insertInto('revisions')
        .values({
          article: seq,
          revision: known.revision,
          created_at: known.revised_at,
          record: known.record,
        })
        .execute();
    await db
      .updateTable('articles')
      .set({
        ...row,
        ...(input.fetchedAt === null ? {} : source),
        ...(changed ? { revision, revised_at: now } : {}),
        withdrawn_at: withdrawnStill(known, input),
      })
      .where('seq', '=', seq)
      .execute();
  }

  if (urls.length > 0)
    await db
      .insertInto('aliases')
      .values(urls.map((url) => ({ url, article: seq })))
      .onConflict((c) => c.column('url').doNothing())
      .execute();
  if (known === undefined || changed) await markStale(db, [seq]);
  const made = (await correctionsOf(db, [{ seq, id: article.id }])).get(seq) ?? [];
  const corrected = applyCorrections(article, made);
  const joins = await joinsOf(db, seq, corrected, input, rejoin);
  const mentioned = { ...joins, article: corrected.article };
  await replaceMentions(db, { seq, id: article.id }, mentioned, newId);
  await replaceOfficials(db, seq, corrected.article, officialsOf(corrected.article), newId);
  const movedGroup =
    known === undefined ||
    known.published !== row.published ||
    known.newspaper !== row.newspaper ||
    !sameBytes(known.signature, row.signature);
  const moved = movedGroup ? await regroup(db, { seq, id: article.id, ...row }, known ?? null) : [];
  return {
    id: article.id,
    revision,
    change: known === undefined ? 'created' : changed ? 'updated' : 'unchanged',
    regrouped: moved.map((one) => ({ id: one.id, revision: one.revision })),
  };
}
