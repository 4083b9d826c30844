/** Back-fills: ordered by days, resumed where they were left, cancelled. */
import type { Backfill } from '../archive/port.ts';
import { UsageError } from '../core/errors.ts';
import type { Works } from './compose.ts';

type Parts = Pick<Works, 'archive' | 'queue' | 'clock'>;

/** The years that newspapers on the web can have. */
const FIRST_DAY = '1997-01-01';

/**
 * Orders the days of these papers, or takes up the open orders of the same days; the workers do the rest.
 * @throws UsageError `bad-days` where the first day is after the last, or after today
 */
export async function orderBackfills(
  { archive, queue, clock }: Parts,
  papers: readonly string[],
  from: string,
  to: string,
): Promise<readonly Backfill[]> {
  const now = clock.now().toISOString();
  if (from > to || from > now.slice(0, 10) || from < FIRST_DAY)
    throw new UsageError('bad-days', `There are no days from ${from} to ${to} to fetch.`, {
      hint: `--from is the earlier day, not before ${FIRST_DAY} and not after today.`,
    });
  const orders: Backfill[] = [];
  for (const paper of papers) orders.push(await archive.backfills.open(paper, from, to, now));
  await queue.add(orders.map(({ id }) => ({ name: 'backfill', payload: { backfill: id } })));
  return orders;
}

/** Queues every open order again: for a process that starts, and for what a host's failure left. Answers how many. */
export async function resumeBackfills({ archive, queue }: Omit<Parts, 'clock'>): Promise<number> {
  const open = await archive.backfills.list(10_000, 'open');
  await queue.add(
    open.toReversed().map(({ id }) => ({ name: 'backfill', payload: { backfill: id } })),
  );
  return open.length;
}

/** Cancels the open orders of these papers, of these days where they are given; what was fetched stays. */
export async function cancelBackfills(
  { archive, clock }: Omit<Parts, 'queue'>,
  papers: readonly string[],
  days: { readonly from?: string; readonly to?: string },
): Promise<readonly Backfill[]> {
  const open = await archive.backfills.list(10_000, 'open');
  const meant = open.filter(
    ({ newspaper, from, to }) =>
      papers.includes(newspaper) && (days.from ?? from) === from && (days.to ?? to) === to,
  );
  for (const { id } of meant) await archive.backfills.cancel(id, clock.now().toISOString());
  const after = await Promise.all(meant.map(({ id }) => archive.backfills.get(id)));
  return after.filter((one) => one !== null);
}
