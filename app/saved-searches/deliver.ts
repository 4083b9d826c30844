/**
 * Sending the news of saved searches until they have arrived.
 *
 * What is to be sent stands in the archive before it is sent, and is noted as sent afterwards. So a crash loses
 * nothing; a crash between the two sends one delivery again, with the same id: at least once, told apart by it.
 */
import type { Archive } from '../../archive/port.ts';
import type { SavedDelivery, SavedTarget } from '../../archive/saved-searches-port.ts';
import { type Clock, vietnamDay } from '../../core/clock.ts';
import { messageOf } from '../../core/errors.ts';
import type { Config } from '../config.ts';
import { triedAgainAt } from '../send/back-off.ts';
import { type Resolve, sendHttp } from '../send/http.ts';
import { senderAddress, sendMail } from '../send/mail.ts';
import { letterHtml, letterText, linksUnder } from './letter.tsx';
import { titleOf, toldNews } from './news.ts';
import { DELIVERY_HEADER, hookBody, SIGNATURE_HEADER, signature } from './webhook.ts';

export interface DeliverParts {
  readonly archive: Pick<Archive, 'savedSearches' | 'articles'>;
  readonly clock: Clock;
  readonly config: Pick<Config, 'publicUrl' | 'webhookPrivate' | 'contact' | 'night'>;
  readonly newspaperName: (id: string) => string;
  readonly timeoutMs?: number;
  readonly resolve?: Resolve;
}

/** After so long it is given up; the page keeps showing it. */
export const TRIED_MS = 3 * 86_400_000;
const SLICE = 50;
const MINUTE_MS = 60_000;

/** The hour of a digest on the day of `now`. */
const digestTime = (now: Date, minutes: number) =>
  Date.parse(`${vietnamDay(now)}T00:00:00+07:00`) + minutes * MINUTE_MS;

/** Puts together the digests whose hour has come since the last one. */
async function composeDigests({ archive, clock }: DeliverParts): Promise<void> {
  const now = clock.now();
  for (const { id } of await archive.savedSearches.list())
    for (const target of await archive.savedSearches.targets(id)) {
      if (target.digestAt === null) continue;
      const today = digestTime(now, target.digestAt);
      const due = today <= now.getTime() ? today : today - 86_400_000;
      if (Date.parse(target.composedAt) < due)
        await archive.savedSearches.compose(target.id, now.toISOString());
    }
}

async function send(
  parts: DeliverParts,
  delivery: SavedDelivery,
  target: SavedTarget,
  name: string,
): Promise<void> {
  const { archive, config, clock, timeoutMs } = parts;
  const { id, search, after, upTo, madeAt } = delivery;
  const news = await toldNews(parts, await archive.savedSearches.newsBetween(search, after, upTo));
  const links = linksUnder(config.publicUrl, search);
  const patience = timeoutMs === undefined ? {} : { timeoutMs };
  switch (target.kind) {
    case 'mail': {
      const { smtp } = config.night;
      if (smtp === null)
        throw new Error('Chưa có máy chủ thư (DIEMBAO_SMTP_URL) / there is no mail server');
      const from = senderAddress(config.contact, [target.address]);
      await sendMail(
        {
          to: [target.address],
          subject: titleOf(name, news),
          text: letterText(name, news, links),
          html: letterHtml(name, news, links),
          messageId: `<${id}@diembao.invalid>`,
        },
        { smtp, from, ...patience },
      );
      return;
    }
    case 'webhook': {
      const body = hookBody({ delivery: id, search: { id: search, name }, madeAt, news, links });
      const seconds = Math.floor(clock.now().getTime() / 1000);
      await sendHttp(
        target.address,
        {
          method: 'POST',
          headers: {
            'content-type': 'application/json; charset=utf-8',
            [DELIVERY_HEADER]: id,
            [SIGNATURE_HEADER]: signature(target.secret ?? '', seconds, body),
          },
          body,
        },
        {
          allowPrivate: config.webhookPrivate,
          ...patience,
          ...(parts.resolve ? { resolve: parts.resolve } : {}),
        },
      );
      return;
    }
    default:
      target.kind satisfies never;
  }
}

/** Tries each once that is due. Answers how many arrived and how many did not; never throws for one that fails. */
export async function deliverNews(
  parts: DeliverParts,
  signal?: AbortSignal,
): Promise<{ readonly sent: number; readonly failed: number }> {
  const { archive, clock } = parts;
  await composeDigests(parts);
  const count = { sent: 0, failed: 0 };
  const done = new Set<string>();
  for (;;) {
    const due = await archive.savedSearches.due(clock.now().toISOString(), SLICE);
    const fresh = due.filter(({ id }) => !done.has(id));
    if (fresh.length === 0) return count;
    for (const delivery of fresh) {
      if (signal?.aborted) return count;
      done.add(delivery.id);
      const search = await archive.savedSearches.get(delivery.search);
      const targets = await archive.savedSearches.targets(delivery.search);
      const target = targets.find(({ id }) => id === delivery.target);
      const problem =
        search && target
          ? await send(parts, delivery, target, search.name).then(() => null, messageOf)
          : 'its target is gone';
      const at = clock.now().toISOString();
      const again = triedAgainAt({ lastAt: at, attempts: delivery.attempts + 1 });
      const over = !target || again.getTime() - Date.parse(delivery.madeAt) > TRIED_MS;
      await archive.savedSearches.tried(
        delivery.id,
        at,
        problem,
        problem === null || over ? null : again.toISOString(),
      );
      if (problem === null) count.sent += 1;
      else count.failed += 1;
    }
  }
}

/** When the next one is due: a retry, or the hour of a digest; null where nothing is to be sent. */
export async function nextDelivery({ archive, clock }: DeliverParts): Promise<Date | null> {
  const now = clock.now();
  const times: number[] = [];
  const retry = await archive.savedSearches.nextDue();
  if (retry !== null) times.push(Date.parse(retry));
  for (const { id } of await archive.savedSearches.list())
    for (const { digestAt } of await archive.savedSearches.targets(id)) {
      if (digestAt === null) continue;
      const today = digestTime(now, digestAt);
      times.push(today > now.getTime() ? today : today + 86_400_000);
    }
  return times.length === 0 ? null : new Date(Math.min(...times));
}

/** What failed lately and has not arrived since: for the page and `status`. */
export function undeliveredNews(
  archive: Pick<Archive, 'savedSearches'>,
  now: Date,
): Promise<readonly SavedDelivery[]> {
  return archive.savedSearches.failing(new Date(now.getTime() - TRIED_MS * 2).toISOString(), 100);
}
