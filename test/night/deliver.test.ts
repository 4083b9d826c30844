import { describe, expect, it } from 'vitest';
import { deliverReports } from '../../app/night/deliver.ts';
import type { Sender } from '../../app/night/senders.ts';
import { openArchive } from '../../archive/index.ts';
import type { Delivery, NightReport } from '../../archive/nights-port.ts';

const now = new Date('2026-11-25T08:00:00Z');
const clock = { now: () => now, sleep: async () => undefined };
/** Whoever makes a text of it fails. */
const unreadable: NightReport = { day: '2026-11-25', closedAt: now.toISOString(), report: null };
const delivery = (change: Partial<Delivery>): Delivery => ({
  day: unreadable.day,
  channel: 'webhook',
  attempts: 1,
  lastAt: now.toISOString(),
  sentAt: null,
  message: null,
  ...change,
});

async function deliver(senders: readonly Sender[], deliveries: readonly Delivery[]) {
  const asked: string[] = [];
  const archive = await openArchive({ file: ':memory:' });
  const nights: typeof archive.nights = {
    ...archive.nights,
    reports: async () => {
      asked.push('reports');
      return [unreadable];
    },
    deliveries: async () => deliveries,
  };
  try {
    const next = await deliverReports({ archive: { nights }, clock, senders, name: (id) => id });
    return { asked, next };
  } finally {
    await archive.close();
  }
}

const webhook: Sender = { channel: 'webhook', send: async () => undefined };

describe('Regression: the text of a report', () => {
  it('is not written where nobody is to get it', async () => {
    expect(await deliver([], [])).toEqual({ asked: [], next: null });
  });

  it('is not written in a round in which it is not sent', async () => {
    const sent = await deliver([webhook], [delivery({ sentAt: now.toISOString() })]);
    expect(sent).toEqual({ asked: ['reports'], next: null });
    const failed = await deliver([webhook], [delivery({ message: 'ECONNREFUSED' })]);
    expect(failed.next?.getTime()).toBeGreaterThan(now.getTime());
  });

  it('is written where it is sent', async () => {
    await expect(deliver([webhook], [])).rejects.toThrow();
  });
});
