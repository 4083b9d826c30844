/** Press reviews: each save is a version of its own, none is ever deleted. */
import { vietnamTime } from '../core/clock.ts';
import { DiembaoError } from '../core/errors.ts';
import { minute } from '../i18n/format.ts';
import { told } from '../i18n/text.ts';
import { note } from './audit.ts';
import { readCursor, slice } from './cursor.ts';
import type { Database } from './database.ts';
import type { PressReviews, StoredPressReview } from './port.ts';

export function pressReviews(db: Database, newId: () => string): PressReviews {
  const current = (on: Database) =>
    on
      .selectFrom('press_reviews as p')
      .innerJoin('press_review_versions as v', (join) =>
        join.onRef('v.press_review', '=', 'p.seq').onRef('v.version', '=', 'p.version'),
      )
      .select(['p.seq', 'p.id', 'p.version', 'v.saved_by', 'v.saved_at', 'v.record'])
      .where('p.removed_at', 'is', null);
  type Row = Awaited<ReturnType<ReturnType<typeof current>['execute']>>[number];
  const stored = (row: Omit<Row, 'seq'>): StoredPressReview => ({
    id: row.id,
    version: row.version,
    savedBy: row.saved_by,
    savedAt: row.saved_at,
    review: JSON.parse(row.record),
  });
  const get = async (id: string) => {
    const row = await current(db).where('p.id', '=', id).executeTakeFirst();
    return row === undefined ? null : stored(row);
  };

  return {
    get,
    async create(review, by, at) {
      const id = newId();
      const record = JSON.stringify(review);
      await db.transaction().execute(async (trx) => {
        const { seq } = await trx
          .insertInto('press_reviews')
          .values({ id, version: 1, saved_at: at, removed_at: null })
          .returning('seq')
          .executeTakeFirstOrThrow();
        await trx
          .insertInto('press_review_versions')
          .values({ press_review: seq, version: 1, saved_by: by, saved_at: at, record })
          .execute();
        await note(trx, { at, by, action: 'press-review-made', subject: id, detail: '1' });
      });
      return { id, version: 1, savedBy: by, savedAt: at, review: JSON.parse(record) };
    },

    async save(id, version, review, by, at) {
      const record = JSON.stringify(review);
      return db.transaction().execute(async (trx) => {
        const found = await current(trx).where('p.id', '=', id).executeTakeFirst();
        if (found === undefined) return null;
        if (found.record === record) return stored(found);
        if (found.version !== version)
          throw new DiembaoError(
            'press-review-changed',
            told('{name} đã lưu bản điểm báo này lúc {moment}; chưa ghi gì của lần sửa này', {
              name: found.saved_by,
              moment: minute(vietnamTime(new Date(found.saved_at))),
            }),
            { hint: told('Mở lại trang, xem bản mới rồi sửa lại.') },
          );
        const next = version + 1;
        await trx
          .insertInto('press_review_versions')
          .values({ press_review: found.seq, version: next, saved_by: by, saved_at: at, record })
          .execute();
        await trx
          .updateTable('press_reviews')
          .set({ version: next, saved_at: at })
          .where('seq', '=', found.seq)
          .execute();
        const detail = String(next);
        await note(trx, { at, by, action: 'press-review-saved', subject: id, detail });
        return { id, version: next, savedBy: by, savedAt: at, review: JSON.parse(record) };
      });
    },

    async versions(id) {
      const rows = await db
        .selectFrom('press_reviews as p')
        .innerJoin('press_review_versions as v', 'v.press_review', 'p.seq')
        .select(['p.id', 'v.version', 'v.saved_by', 'v.saved_at', 'v.record'])
        .where('p.id', '=', id)
        .orderBy('v.version')
        .execute();
      return rows.map(stored);
    },

    async list(cursor, limit) {
      const after = cursor === null ? null : readCursor(cursor);
      const rows = await current(db)
        .$if(after !== null, (q) =>
          q.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('p.saved_at', 'p.seq'), '<', tuple(after?.[0] ?? '', after?.[1] ?? 0)),
          ),
        )
        .orderBy('p.saved_at', 'desc')
        .orderBy('p.seq', 'desc')
        .limit(limit + 1)
        .execute();
      return slice(rows, limit, (row) => [row.saved_at, row.seq], stored);
    },

    remove: (id, by, at) =>
      db.transaction().execute(async (trx) => {
        const removed = await trx
          .updateTable('press_reviews')
          .set({ removed_at: at })
          .where('id', '=', id)
          .where('removed_at', 'is', null)
          .returning('seq')
          .executeTakeFirst();
        if (removed)
          await note(trx, { at, by, action: 'press-review-removed', subject: id, detail: null });
      }),
  };
}
