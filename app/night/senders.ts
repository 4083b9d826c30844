/** The ways by which a report leaves: a webhook, an e-mail, a heartbeat. */
import type { MorningReport } from './report.ts';
import type { NightSettings } from './settings.ts';

export interface Message {
  readonly title: string;
  readonly text: string;
  readonly report: MorningReport;
}

export interface Sender {
  readonly channel: 'webhook' | 'mail' | 'heartbeat';
  /** Throws where it did not arrive. */
  send(message: Message): Promise<void>;
}

const PATIENCE_MS = 30_000;

export type Channel = Sender['channel'];

/** Names of the ways that are set. */
export const channelsOf = (settings: NightSettings): readonly Channel[] =>
  sendersOf(settings, null).map(({ channel }) => channel);

/** Those that are set. @param contact stands as the e-mail's sender where it is an address */
export function sendersOf(
  { webhook, smtp, reportTo, heartbeat }: NightSettings,
  contact: string | null,
): readonly Sender[] {
  const senders: Sender[] = [];
  if (webhook !== null)
    senders.push({
      channel: 'webhook',
      send: (message) =>
        ask(webhook, {
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify(message),
        }),
    });
  const [first] = reportTo;
  if (smtp !== null && first !== undefined) {
    const from = contact?.includes('@') && !contact.includes('/') ? contact : first;
    senders.push({ channel: 'mail', send: (message) => mail(smtp, from, reportTo, message) });
  }
  if (heartbeat !== null) senders.push({ channel: 'heartbeat', send: () => ask(heartbeat, {}) });
  return senders;
}

async function ask(url: string, init: RequestInit): Promise<void> {
  const answer = await fetch(url, {
    ...init,
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
}

async function mail(
  smtp: string,
  from: string,
  to: readonly string[],
  { title, text, report }: Message,
): Promise<void> {
  // Loaded when it is used: most installations send no mail.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(smtp);
  try {
    await transport.sendMail({
      from: { name: 'Điểm Báo', address: from },
      to: [...to],
      subject: title,
      text,
      attachments: [
        {
          filename: `diembao-${report.day}.json`,
          content: JSON.stringify(report, null, 2),
          contentType: 'application/json',
        },
      ],
    });
  } finally {
    transport.close();
  }
}
