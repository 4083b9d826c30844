/** Corrections by hand, kept beside the records; none is ever deleted. */
import { z } from 'zod';
import type { Article } from '../core/article.ts';
import {
  applyCorrections,
  type Corrected,
  Correction,
  type StoredCorrection,
  Who,
} from '../core/corrections.ts';
import { DiembaoError } from '../core/errors.ts';
import { note } from './audit.ts';
import type { Database } from './database.ts';
import { markStale } from './index-state.ts';
import { replaceMentions } from './mentions.ts';
import { replaceOfficials } from './official-mentions.ts';
import type { OfficialsOf } from './officials-port.ts';
import type { ConferenceJoins, Corrections } from './port.ts';
import { canonical, unpackRecord } from './record.ts';
import type { CorrectionsTable } from './tables.ts';

const BATCH = 1000;

/** How the conferences of a corrected record are joined; null keeps them joined as they are. */
export type Rejoin = ((article: Article) => ConferenceJoins) | null;

/** How what is made of a record is made. */
export interface Derive {
  readonly rejoin: Rejoin;
  readonly officialsOf: OfficialsOf;
  /** Gives ids to conferences and officials. */
  readonly newId: () => string;
}

type Row = Omit<CorrectionsTable, 'id' | 'article'> & { readonly id: number };

function storedCorrection(row: Row, articleId: string): StoredCorrection {
  return {
    id: row.id,
    articleId,
    by: row.made_by,
    at: row.made_at,
    withdrawn:
      row.withdrawn_by === null || row.withdrawn_at === null
        ? null
        : { by: row.withdrawn_by, at: row.withdrawn_at },
    ...Correction.parse(JSON.parse(row.correction)),
  };
}

/** Corrections of some articles, by the article's `seq`, in the order they were made. */
export async function correctionsOf(
  db: Database,
  articles: readonly { readonly seq: number; readonly id: string }[],
): Promise<ReadonlyMap<number, readonly StoredCorrection[]>> {
  const found = new Map<number, StoredCorrection[]>();
  const ids = new Map(articles.map(({ seq, id }) => [seq, id]));
  const all = [...ids.keys()];
  for (let i = 0; i < all.length; i += BATCH) {
    const rows = await db
      .selectFrom('corrections')
      .selectAll()
      .where('article', 'in', all.slice(i, i + BATCH))
      .orderBy('id')
      .execute();
    for (const row of rows) {
      const list = found.get(row.article) ?? [];
      found.set(row.article, list);
      list.push(storedCorrection(row, ids.get(row.article) ?? ''));
    }
  }
  return found;
}

/** Keys under which the article's conferences stand now, by position. */
async function presentKeys(db: Database, seq: number): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom('mentions')
    .select(['position', 'key'])
    .where('article', '=', seq)
    .execute();
  return new Map(rows.map(({ position, key }) => [position, key]));
}

const concernsConferences = (corrections: readonly StoredCorrection[]) =>
  corrections.some(({ change }) => change.kind === 'conference');

/**
 * How the conferences of a record with corrections are joined.
 * @param parsed how the parser joined its own; null where the record was not parsed just now
 */
export async function joinsOf(
  db: Database,
  seq: number,
  { article, corrections }: Corrected,
  parsed: ConferenceJoins | null,
  rejoin: Rejoin,
): Promise<ConferenceJoins> {
  if (parsed !== null && !concernsConferences(corrections)) return parsed;
  if (rejoin !== null) return rejoin(article);
  const present = parsed === null ? await presentKeys(db, seq) : new Map<number, string>();
  return {
    conferenceKeys: article.conferences.map(
      (_, i) => parsed?.conferenceKeys[i] ?? present.get(i) ?? '',
    ),
  };
}

/** Everything that is made of an article's record follows its corrections. */
async function follow(
  db: Database,
  article: { readonly seq: number; readonly id: string; readonly record: Uint8Array },
  { rejoin, newId, officialsOf }: Derive,
): Promise<void> {
  const list = (await correctionsOf(db, [article])).get(article.seq) ?? [];
  const corrected = applyCorrections(unpackRecord(article.record, article.id), list);
  if (concernsConferences(list)) {
    const joins = await joinsOf(db, article.seq, corrected, null, rejoin);
    await replaceMentions(db, article, { article: corrected.article, ...joins }, newId);
  }
  const officials = officialsOf(corrected.article);
  await replaceOfficials(db, article.seq, corrected.article, officials, newId);
  await markStale(db, [article.seq]);
}

/** @throws DiembaoError `archive-bad-correction` */
function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new DiembaoError(
    'archive-bad-correction',
    `archive: not a correction: ${z.prettifyError(parsed.error)}`,
    { cause: parsed.error },
  );
}

export function corrections(db: Database, derive: Derive): Corrections {
  const article = (on: Database) => on.selectFrom('articles').select(['seq', 'id', 'record']);

  return {
    put: (articleId, given, by, at) =>
      db.transaction().execute(async (trx) => {
        const known = await article(trx).where('id', '=', articleId).executeTakeFirst();
        if (known === undefined)
          throw new DiembaoError(
            'archive-unknown-article',
            `archive: there is no article ${articleId} to correct`,
          );
        const correction = canonical(checked(Correction, given));
        const row = { article: known.seq, made_by: checked(Who, by), made_at: at, correction };
        const same = await trx
          .selectFrom('corrections')
          .selectAll()
          .where('article', '=', row.article)
          .where('made_by', '=', row.made_by)
          .where('made_at', '=', at)
          .where('correction', '=', correction)
          .executeTakeFirst();
        if (same !== undefined) return storedCorrection(same, known.id);
        const added = await trx
          .insertInto('corrections')
          .values(row)
          .returningAll()
          .executeTakeFirstOrThrow();
        await follow(trx, known, derive);
        await note(trx, {
          at,
          by: row.made_by,
          action: 'correction-made',
          subject: known.id,
          detail: `#${added.id}`,
        });
        return storedCorrection(added, known.id);
      }),

    async list(articleId) {
      const known = await article(db).where('id', '=', articleId).executeTakeFirst();
      if (known === undefined) return [];
      return (await correctionsOf(db, [known])).get(known.seq) ?? [];
    },

    withdraw: (id, by, at) =>
      db.transaction().execute(async (trx) => {
        const found = await trx
          .selectFrom('corrections')
          .selectAll()
          .where('id', '=', id)
          .executeTakeFirst();
        if (found === undefined) return null;
        const known = await article(trx).where('seq', '=', found.article).executeTakeFirstOrThrow();
        if (found.withdrawn_at !== null) return storedCorrection(found, known.id);
        const taken = { withdrawn_by: checked(Who, by), withdrawn_at: at };
        await trx.updateTable('corrections').set(taken).where('id', '=', id).execute();
        await follow(trx, known, derive);
        await note(trx, {
          at,
          by: taken.withdrawn_by,
          action: 'correction-withdrawn',
          subject: known.id,
          detail: `#${id}`,
        });
        return storedCorrection({ ...found, ...taken }, known.id);
      }),
  };
}
