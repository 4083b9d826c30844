/** Nights, their reports, and what of these was sent. */
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { OutcomeCode } from '../core/outcomes.ts';
import type { Database } from './database.ts';
import type { NightReport, NightRow, Nights } from './nights-port.ts';
import type { NightReportsTable, NightsTable } from './nights-tables.ts';

const Outcomes = z.partialRecord(OutcomeCode, z.int());
const Flags = z.array(z.string());

const outcomesOf = (text: string) => Outcomes.parse(JSON.parse(text));

function nightRow(row: Selectable<NightsTable>): NightRow {
  const { day, newspaper, state, message, requests, stored, repeated, found } = row;
  return {
    day,
    newspaper,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    state,
    message,
    outcomes: outcomesOf(row.outcomes),
    requests,
    stored,
    repeated,
    found,
    figures: row.figures === null ? null : JSON.parse(row.figures),
    flags: Flags.parse(JSON.parse(row.flags)),
  };
}

const nightReport = (row: Selectable<NightReportsTable>): NightReport => ({
  day: row.day,
  closedAt: row.closed_at,
  report: JSON.parse(row.report),
});

export function nights(db: Database): Nights {
  const row = (day: string, newspaper: string, on: Database = db) =>
    on
      .selectFrom('nights')
      .selectAll()
      .where('day', '=', day)
      .where('newspaper', '=', newspaper)
      .executeTakeFirst();
  const deliveries = () =>
    db
      .selectFrom('deliveries')
      .select(['day', 'channel', 'sent_at as sentAt', 'attempts', 'last_at as lastAt', 'message']);
  return {
    async begin(day, newspaper, at) {
      await db
        .insertInto('nights')
        .values({ day, newspaper, started_at: at, state: 'running' })
        .onConflict((c) =>
          c.columns(['day', 'newspaper']).doUpdateSet(({ fn, ref, val }) => ({
            state: 'running',
            message: null,
            finished_at: null,
            started_at: fn.coalesce(ref('nights.started_at'), val(at)),
          })),
        )
        .execute();
    },

    async end(day, newspaper, at, run) {
      await db.transaction().execute(async (trx) => {
        const before = await row(day, newspaper, trx);
        const outcomes = { ...(before ? outcomesOf(before.outcomes) : {}) };
        for (const code of OutcomeCode.options) {
          const more = run.outcomes[code];
          if (more !== undefined) outcomes[code] = (outcomes[code] ?? 0) + more;
        }
        const values = {
          finished_at: at,
          state: run.state,
          message: run.message,
          outcomes: JSON.stringify(outcomes),
          requests: (before?.requests ?? 0) + run.requests,
          stored: (before?.stored ?? 0) + run.stored,
          repeated: (before?.repeated ?? 0) + run.repeated,
          found: (before?.found ?? 0) + run.found,
        };
        await trx
          .insertInto('nights')
          .values({ day, newspaper, started_at: at, ...values })
          .onConflict((c) => c.columns(['day', 'newspaper']).doUpdateSet(values))
          .execute();
      });
    },

    async missed(day, newspapers, message) {
      for (const newspaper of newspapers)
        await db
          .insertInto('nights')
          .values({ day, newspaper, state: 'missed', message })
          .onConflict((c) => c.columns(['day', 'newspaper']).doNothing())
          .execute();
    },

    async get(day, newspaper) {
      const found = await row(day, newspaper);
      return found === undefined ? null : nightRow(found);
    },

    async list(from, to) {
      const rows = await db
        .selectFrom('nights')
        .selectAll()
        .where('day', '>=', from)
        .where('day', '<=', to)
        .orderBy('day')
        .orderBy('newspaper')
        .execute();
      return rows.map(nightRow);
    },

    async close({ day, closedAt, report }, papers) {
      const written = { closed_at: closedAt, report: JSON.stringify(report) };
      await db.transaction().execute(async (trx) => {
        for (const { newspaper, figures, flags } of papers)
          await trx
            .updateTable('nights')
            .set({
              figures: figures === null ? null : JSON.stringify(figures),
              flags: JSON.stringify(flags),
            })
            .where('day', '=', day)
            .where('newspaper', '=', newspaper)
            .execute();
        await trx
          .insertInto('night_reports')
          .values({ day, ...written })
          .onConflict((c) => c.column('day').doUpdateSet(written))
          .execute();
      });
    },

    async reports(limit) {
      const rows = await db
        .selectFrom('night_reports')
        .selectAll()
        .orderBy('day', 'desc')
        .limit(limit)
        .execute();
      return rows.map(nightReport);
    },

    async report(day) {
      const found = await db
        .selectFrom('night_reports')
        .selectAll()
        .where('day', '=', day)
        .executeTakeFirst();
      return found === undefined ? null : nightReport(found);
    },

    async deliver(day, channel, at, problem) {
      const sent_at = problem === null ? at : null;
      await db
        .insertInto('deliveries')
        .values({ day, channel, sent_at, attempts: 1, last_at: at, message: problem })
        .onConflict((c) =>
          c
            .columns(['day', 'channel'])
            .doUpdateSet(({ eb, ref }) => ({
              sent_at,
              attempts: eb(ref('deliveries.attempts'), '+', 1),
              last_at: at,
              message: problem,
            }))
            .where('deliveries.sent_at', 'is', null),
        )
        .execute();
    },

    deliveries: (day) => deliveries().where('day', '=', day).orderBy('channel').execute(),

    unsent: (limit) =>
      deliveries()
        .where('sent_at', 'is', null)
        .orderBy('day', 'desc')
        .orderBy('channel')
        .limit(limit)
        .execute(),

    async created(from, to) {
      // By the time of the last revision, which is indexed and never before the first.
      const rows = await db
        .selectFrom('articles')
        .select(['seq', 'id'])
        .where('revised_at', '>', from)
        .where('created_at', '>', from)
        .where('created_at', '<=', to)
        .execute();
      return rows.toSorted((a, b) => a.seq - b.seq).map(({ id }) => id);
    },

    async changes(from, to) {
      // What was only read anew from an old page is no change of the paper's.
      const changed = await db
        .selectFrom('articles')
        .select((eb) => ['newspaper', eb.fn.countAll<number>().as('count')])
        .where('revised_at', '>', from)
        .where('revised_at', '<=', to)
        .where('created_at', '<=', from)
        .where('fetched_at', '>', from)
        .groupBy('newspaper')
        .execute();
      const withdrawn = await db
        .selectFrom('articles')
        .select((eb) => ['newspaper', eb.fn.countAll<number>().as('count')])
        .where('withdrawn_at', '>', from)
        .where('withdrawn_at', '<=', to)
        .groupBy('newspaper')
        .execute();
      const countIn = (rows: typeof changed, of: string) =>
        rows.find(({ newspaper }) => newspaper === of)?.count ?? 0;
      const papers = [...changed, ...withdrawn].flatMap(({ newspaper }) => newspaper ?? []);
      return [...new Set(papers)].sort().map((newspaper) => ({
        newspaper,
        changed: countIn(changed, newspaper),
        withdrawn: countIn(withdrawn, newspaper),
      }));
    },

    async incidents(from, to) {
      const rows = await db
        .selectFrom('incidents')
        .select(['newspaper', 'code', 'url'])
        .where('at', '>', from)
        .where('at', '<=', to)
        .orderBy('newspaper')
        .orderBy('code')
        .orderBy('at')
        .orderBy('url')
        .execute();
      const groups: { newspaper: string; code: OutcomeCode; url: string; count: number }[] = [];
      for (const row of rows) {
        const last = groups.at(-1);
        if (last?.newspaper === row.newspaper && last.code === row.code) last.count += 1;
        else groups.push({ ...row, count: 1 });
      }
      return groups;
    },
  };
}
