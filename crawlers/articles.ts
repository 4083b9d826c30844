/**
 * Visits the articles that are due: page first, then the visit, so that a process killed between loses nothing. One page
 * is packed and written while the next is asked for; never more than one, and in the order they came.
 */
import type { DueOptions, FrontierUrl } from '../archive/port.ts';
import { failed } from './failed.ts';
import { isMarkup } from './markup.ts';
import { handOver, isFetchedThere } from './moved.ts';
import type { RunContext, Task } from './run-context.ts';
import { isPast, nextLook, nextTry } from './schedule.ts';
import type { Looked } from './trust.ts';
import { validatorsOf } from './validators.ts';

/** Entries of the frontier that are held at once. */
const BATCH = 500;

export interface Fetching {
  done: number;
  /** Done and known to be due. */
  total: number;
  /** Pages stored anew. */
  stored: number;
}

export const newFetching = (): Fetching => ({ done: 0, total: 0, stored: 0 });

export interface FetchOrders {
  /** At most so many. */
  readonly limit: number;
  /** Which of those that are due. */
  readonly which: DueOptions;
  readonly onPage: (pageId: number) => Promise<void>;
}

/** The articles due at the time of the first call, in the frontier's order; those of a host left alone stay due. */
export async function* articleTasks(
  context: RunContext,
  state: Fetching,
  orders: FetchOrders,
): AsyncGenerator<Task> {
  const { newspaper, archive, clock, visitor, trust } = context;
  const now = clock.now().toISOString();
  const skipped = new Set<string>();
  let left = orders.limit;
  let storing = Promise.resolve();
  try {
    yield* tasks();
  } finally {
    await storing;
  }

  async function* tasks(): AsyncGenerator<Task> {
    while (left > 0) {
      // Until it is noted it is due.
      await storing;
      const wanted = Math.min(BATCH, left) + skipped.size;
      const due = await archive.frontier.due(newspaper.id, 'article', now, wanted, orders.which);
      const batch = due.filter(({ url }) => !skipped.has(url)).slice(0, left);
      state.total = state.done + batch.length;
      let begun = 0;
      for (const entry of batch) {
        if ((await visitor.unasked(entry.url)) !== null) {
          skipped.add(entry.url);
          state.total -= 1;
          continue;
        }
        left -= 1;
        begun += 1;
        yield {
          url: entry.url,
          run: async () => {
            const answer = await trust.look(entry.url, entry, {
              isKnown: async (led) => {
                // It may lead to the page that is being written; a failure of that is thrown below.
                await storing.catch(() => undefined);
                return isFetchedThere(context, entry, led);
              },
            });
            if (answer.kind === 'skipped') skipped.add(entry.url);
            else {
              await storing;
              storing = record(context, state, entry, htmlOnly(answer), orders.onPage);
              // Thrown where it is awaited: before the next one, or at the end.
              storing.catch(() => undefined);
            }
            state.done += 1;
          },
        };
      }
      // Nothing but hosts that are left alone: the rest of them waits for the next run.
      if (begun === 0) return;
    }
  }
}

async function record(
  context: RunContext,
  state: Fetching,
  entry: FrontierUrl,
  answer: Exclude<Looked, { kind: 'skipped' }>,
  onPage: (pageId: number) => Promise<void>,
): Promise<void> {
  const { archive, ledger, clock, newspaper } = context;
  const { url } = entry;
  const now = clock.now();
  const at = now.toISOString();
  const first = entry.firstFetchedAt === null ? now : new Date(entry.firstFetchedAt);
  const dueAt = nextLook(first, now)?.toISOString() ?? null;
  // What a back-fill brings of these days is looked at again with the night's; older text is at rest.
  const past = entry.backfill !== null && isPast(new Date(entry.datedAt), now);
  const next = past ? { dueAt: null } : { dueAt, backfill: null };
  switch (answer.kind) {
    case 'same': {
      const validators = answer.page === null ? {} : { ...validatorsOf(answer.page), whole: true };
      await back(context, entry);
      const visit = { url, at, outcome: 'unchanged', ...next, ...validators } as const;
      await archive.frontier.visited(
        answer.moved
          ? { ...visit, dueAt: null }
          : await handOver(context, entry, answer.page?.finalUrl ?? url, visit),
      );
      ledger.good('unchanged');
      break;
    }
    case 'page': {
      const { page, bodyHash } = answer;
      const { id, created } = await archive.pages.put(newspaper.id, page, bodyHash);
      if (created) {
        state.stored += 1;
        await onPage(id);
      } else await back(context, entry);
      const outcome = created ? 'article' : 'unchanged';
      const whole = { ...validatorsOf(page), bodyHash, whole: true };
      const visit = { url, at, outcome, ...next, ...whole } as const;
      await archive.frontier.visited(await handOver(context, entry, page.finalUrl, visit));
      ledger.good(outcome);
      break;
    }
    case 'failed': {
      const { outcome, message, status, retryAfterMs } = answer;
      const again = status === 410 ? null : nextTry(outcome, entry.failures + 1, now, retryAfterMs);
      if (outcome === 'gone') {
        const known = await archive.articles.byUrl(url);
        if (known) await archive.articles.withdraw(known.article.id, at);
      }
      await archive.frontier.visited({ url, at, outcome, dueAt: again?.toISOString() ?? null });
      await ledger.bad(url, outcome, message);
      return;
    }
    default:
      return answer satisfies never;
  }
  if (entry.failures > 0) await ledger.clear(url);
}

/** One that was gone is back with the text that is known: nothing is read anew, so it is noted here. */
async function back({ archive }: RunContext, entry: FrontierUrl): Promise<void> {
  if (entry.failures === 0) return;
  const known = await archive.articles.byUrl(entry.url);
  if (known && known.withdrawnAt !== null) await archive.articles.restore(known.article.id);
}

/** What is neither declared as markup nor looks like it (a PDF, an image) is not kept as an article's page. */
function htmlOnly<A extends Looked>(answer: A): A | ReturnType<typeof failed> {
  if (answer.kind !== 'page' || isMarkup(answer.page)) return answer;
  const type = answer.page.headers['content-type'] ?? 'of no type';
  return failed('not-html', `${answer.page.url} is ${type}`, answer.page.status);
}
