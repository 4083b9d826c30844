/** JSON Lines: the whole record of each article, and beside it where it comes from. */
import type { StoredArticle } from '../../archive/port.ts';
import { vietnamTime } from '../../core/clock.ts';
import { fieldsOf } from '../../core/corrections.ts';
import type { Format } from './format.ts';

/** UTF-16 units that are given out together. */
const CHUNK = 65_536;

/** The record's own keys first, in their order. */
function exported(stored: StoredArticle) {
  const { article, corrections, fetchedAt, withdrawnAt, revision, contentHash, original } = stored;
  const moment = (instant: string | null) =>
    instant === null ? null : vietnamTime(new Date(instant));
  return {
    ...article,
    fetchedAt: moment(fetchedAt),
    original,
    withdrawnAt: moment(withdrawnAt),
    revision,
    contentHash,
    corrections: corrections
      .filter(({ state }) => state === 'applied')
      .map(({ change, finding, by, at, was }) => ({
        kind: change.kind,
        fields: fieldsOf(change),
        finding,
        was,
        by,
        at: moment(at),
      })),
  };
}

export const jsonl: Format = {
  name: 'jsonl',
  contentType: 'application/x-ndjson; charset=utf-8',
  async *write({ articles, missing }) {
    let waiting = '';
    for await (const stored of articles) {
      waiting += `${JSON.stringify(exported(stored))}\n`;
      if (waiting.length < CHUNK) continue;
      yield Buffer.from(waiting);
      waiting = '';
    }
    const fault = missing();
    if (fault !== null) waiting += `${JSON.stringify({ incomplete: fault })}\n`;
    if (waiting !== '') yield Buffer.from(waiting);
  },
};
