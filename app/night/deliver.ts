/** Sending a report until it has arrived. */
import type { Delivery } from '../../archive/nights-port.ts';
import type { Archive } from '../../archive/port.ts';
import type { Clock } from '../../core/clock.ts';
import { messageOf } from '../../core/errors.ts';
import { triedAgainAt } from '../send/back-off.ts';
import { MorningReport } from './report.ts';
import { reportText, reportTitle } from './report-text.ts';
import type { Sender } from './senders.ts';
import { daysBefore } from './window.ts';

export interface DeliverParts {
  readonly archive: Pick<Archive, 'nights'>;
  readonly clock: Clock;
  readonly senders: readonly Sender[];
  readonly name: (id: string) => string;
}

/** An older report is news to nobody. */
const TRIED_DAYS = 3;

/**
 * Sends what is due now of the last reports, each by each way once. A heartbeat is only sent for the newest.
 * Never throws for a way that fails. Answers when the next try is due; null where all has arrived.
 */
export async function deliverReports(parts: DeliverParts): Promise<Date | null> {
  const { archive, clock, senders, name } = parts;
  if (senders.length === 0) return null;
  const kept = await archive.nights.reports(TRIED_DAYS);
  const newest = kept[0]?.day;
  const waiting: Date[] = [];
  for (const { day, report: stored } of kept) {
    if (newest === undefined || day < daysBefore(newest, TRIED_DAYS)) continue;
    const tried = await archive.nights.deliveries(day);
    for (const { channel, send } of senders) {
      const before = tried.find((one) => one.channel === channel);
      // A way that was set after that night's report begins with the next one.
      if (before?.sentAt || (day !== newest && (!before || channel === 'heartbeat'))) continue;
      const due = before ? triedAgainAt(before) : clock.now();
      if (due > clock.now()) {
        waiting.push(due);
        continue;
      }
      const report = MorningReport.parse(stored);
      const message = { title: reportTitle(report), text: reportText(report, name), report };
      const problem = await send(message).then(() => null, messageOf);
      const at = clock.now().toISOString();
      await archive.nights.deliver(day, channel, at, problem);
      if (problem !== null)
        waiting.push(triedAgainAt({ lastAt: at, attempts: (before?.attempts ?? 0) + 1 }));
    }
  }
  return waiting.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

/** Of the ways that are set: what could not be sent and is still tried. */
export async function undelivered(
  archive: Pick<Archive, 'nights'>,
  channels: readonly string[],
): Promise<readonly Delivery[]> {
  const kept = await archive.nights.reports(TRIED_DAYS);
  const newest = kept[0]?.day;
  const unsent = await archive.nights.unsent(100);
  return unsent.filter(
    ({ day, channel }) =>
      channels.includes(channel) &&
      kept.some((one) => one.day === day) &&
      (channel !== 'heartbeat' || day === newest),
  );
}
