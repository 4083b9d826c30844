/** The audit log: written in the transaction of what it tells of, so that neither is there without the other. */
import type { Audit, AuditEntry, AuditNote } from './accounts-port.ts';
import { AUDIT_ACTIONS } from './accounts-port.ts';
import type { AuditTable } from './accounts-tables.ts';
import { readCursor, slice } from './cursor.ts';
import type { Database } from './database.ts';

/** @param trx the transaction of the change */
export async function note(
  trx: Database,
  { at, by, action, subject, detail }: AuditNote,
): Promise<void> {
  await trx.insertInto('audit').values({ at, made_by: by, action, subject, detail }).execute();
}

type Row = Omit<AuditTable, 'seq'> & { readonly seq: number };

function entry({ seq, at, made_by, action, subject, detail }: Row): AuditEntry {
  const known = AUDIT_ACTIONS.find((one) => one === action);
  if (known === undefined) throw new Error(`audit ${seq}: unknown action ${action}`);
  return { id: seq, at, by: made_by, action: known, subject, detail };
}

export function audit(db: Database): Audit {
  return {
    async list({ by, subject }, cursor, limit) {
      const after = cursor === null ? null : readCursor(cursor);
      const rows = await db
        .selectFrom('audit')
        .selectAll()
        .$if(by !== undefined, (q) => q.where('made_by', '=', by ?? ''))
        .$if(subject !== undefined, (q) => q.where('subject', '=', subject ?? ''))
        .$if(after !== null, (q) =>
          q.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('at', 'seq'), '<', tuple(after?.[0] ?? '', after?.[1] ?? 0)),
          ),
        )
        .orderBy('at', 'desc')
        .orderBy('seq', 'desc')
        .limit(limit + 1)
        .execute();
      return slice(rows, limit, (row) => [row.at, row.seq], entry);
    },
  };
}
