/** Runs over the newspapers, and what went wrong on a URL. */
import { z } from 'zod';
import { OutcomeCode } from '../core/outcomes.ts';
import type { Database } from './database.ts';
import type { Incidents, Run, Runs } from './port.ts';
import type { RunsTable } from './tables.ts';

const Outcomes = z.partialRecord(OutcomeCode, z.int());

function run(row: Omit<RunsTable, 'id'> & { id: number }): Run {
  return {
    id: row.id,
    newspaper: row.newspaper,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    state: row.state,
    outcomes: Outcomes.parse(JSON.parse(row.outcomes)),
    message: row.message,
  };
}

/** @param owner differs for every opening of the archive */
export function runs(db: Database, owner: string): Runs {
  const newest = () =>
    db.selectFrom('runs').selectAll().orderBy('started_at', 'desc').orderBy('id', 'desc');
  return {
    async start(newspaper, at) {
      return db.transaction().execute(async (trx) => {
        const same = await trx
          .selectFrom('runs')
          .select('id')
          .where('newspaper', '=', newspaper)
          .where('started_at', '=', at)
          .where('owner', '=', owner)
          .where('state', '=', 'running')
          .executeTakeFirst();
        if (same !== undefined) return same.id;
        const { id } = await trx
          .insertInto('runs')
          .values({ newspaper, started_at: at, state: 'running', outcomes: '{}', owner })
          .returning('id')
          .executeTakeFirstOrThrow();
        return id;
      });
    },
    async finish(id, at, state, outcomes, message) {
      await db
        .updateTable('runs')
        .set({
          finished_at: at,
          state,
          outcomes: JSON.stringify(outcomes),
          message: message ?? null,
        })
        .where('id', '=', id)
        .execute();
    },
    async interruptRunning(at) {
      const result = await db
        .updateTable('runs')
        .set({ state: 'interrupted', finished_at: at })
        .where('state', '=', 'running')
        .where('owner', '!=', owner)
        .executeTakeFirst();
      return Number(result.numUpdatedRows);
    },
    async latest(newspaper) {
      const row = await newest().where('newspaper', '=', newspaper).executeTakeFirst();
      return row === undefined ? null : run(row);
    },
    async between(from, to) {
      const rows = await db
        .selectFrom('runs')
        .selectAll()
        .where('started_at', '>=', from)
        .where('started_at', '<', to)
        .orderBy('started_at')
        .orderBy('id')
        .execute();
      return rows.map(run);
    },
    async list(limit) {
      return (await newest().limit(limit).execute()).map(run);
    },
  };
}

export function incidents(db: Database): Incidents {
  return {
    async put(incident) {
      const { url, pageId, ...rest } = incident;
      const row = { ...rest, page_id: pageId };
      await db
        .insertInto('incidents')
        .values({ url, ...row })
        .onConflict((c) =>
          c.column('url').doUpdateSet(row).where('incidents.at', '<=', incident.at),
        )
        .execute();
    },
    async clear(url) {
      await db.deleteFrom('incidents').where('url', '=', url).execute();
    },
    async list({ newspaper, code, stored }, limit) {
      const rows = await db
        .selectFrom('incidents')
        .selectAll()
        .$if(newspaper !== undefined, (q) => q.where('newspaper', '=', newspaper ?? ''))
        .$if(code !== undefined, (q) => q.where('code', '=', code ?? 'article'))
        .$if(stored === true, (q) => q.where('page_id', 'is not', null))
        .orderBy('at', 'desc')
        .orderBy('url')
        .limit(limit)
        .execute();
      return rows.map(({ page_id, ...incident }) => ({ ...incident, pageId: page_id }));
    },
    async counts({ stored } = {}) {
      return db
        .selectFrom('incidents')
        .$if(stored === true, (q) => q.where('page_id', 'is not', null))
        .select((eb) => ['newspaper', 'code', eb.fn.countAll<number>().as('count')])
        .groupBy(['newspaper', 'code'])
        .orderBy('newspaper')
        .orderBy('code')
        .execute();
    },
  };
}
