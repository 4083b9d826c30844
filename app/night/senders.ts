/** The ways by which a report leaves: a webhook, an e-mail, a heartbeat. */
import { hostAndPort, type Outgoing, sendHttp } from '../send/http.ts';
import { senderAddress, sendMail } from '../send/mail.ts';
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
  if (smtp !== null && reportTo.length > 0)
    senders.push({
      channel: 'mail',
      send: ({ title, text, report }) =>
        sendMail(
          {
            to: reportTo,
            subject: title,
            text,
            attachments: [
              {
                filename: `diembao-${report.day}.json`,
                content: JSON.stringify(report, null, 2),
                contentType: 'application/json',
              },
            ],
          },
          { smtp, from: senderAddress(contact, reportTo) },
        ),
    });
  if (heartbeat !== null)
    senders.push({ channel: 'heartbeat', send: () => ask(heartbeat, { method: 'GET' }) });
  return senders;
}

/** The operator named it in the settings: it may be an address of the own network. */
const ask = (url: string, outgoing: Outgoing) =>
  sendHttp(url, outgoing, { allowPrivate: [hostAndPort(url)] });
