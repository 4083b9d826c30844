/** Brings the fields of conferences in line with their mentions. */
import type { Conference } from '../core/article.ts';
import type { Database } from './database.ts';
import { foldedWords } from './folded.ts';

async function describeOne(db: Database, seq: number): Promise<void> {
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
      level: c?.level ?? null,
      term_from: c?.term?.from ?? null,
      occasion_words: foldedWords(c?.occasion ?? ''),
      organiser_words: foldedWords(c?.organiser ?? ''),
      date_from: from,
      date_to: c?.date?.to ?? from,
      sort_date: from ?? '',
    })
    .where('seq', '=', seq)
    .execute();
}

export async function describe(db: Database, conferences: Iterable<number>): Promise<void> {
  for (const seq of conferences) await describeOne(db, seq);
}

/** Those that an older program described, without the columns of today. */
export async function describeOlder(db: Database): Promise<void> {
  const rows = await db
    .selectFrom('conferences')
    .select('seq')
    .where('record', 'is not', null)
    .where('organiser_words', 'is', null)
    .execute();
  if (rows.length === 0) return;
  await db.transaction().execute((trx) =>
    describe(
      trx,
      rows.map(({ seq }) => seq),
    ),
  );
}
