/** Visits the articles that are due: page first, then the visit, so that a process killed between loses nothing. */
import type { FrontierUrl } from '../archive/port.ts';
import { sha256 } from '../core/ids.ts';
import type { RawPage } from '../core/raw-page.ts';
import { failed } from './failed.ts';
import type { Fetched } from './port.ts';
import type { RunContext, Task } from './run-context.ts';
import { nextLook, nextTry } from './schedule.ts';

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
  readonly onPage: (pageId: number) => Promise<void>;
}

/** The articles due at the time of the first call, longest due first; those of a host left alone stay due. */
export async function* articleTasks(
  context: RunContext,
  state: Fetching,
  orders: FetchOrders,
): AsyncGenerator<Task> {
  const { newspaper, archive, clock, visitor } = context;
  const now = clock.now().toISOString();
  const skipped = new Set<string>();
  let left = orders.limit;
  while (left > 0) {
    const wanted = Math.min(BATCH, left) + skipped.size;
    const due = await archive.frontier.due(newspaper.id, 'article', now, wanted);
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
          const answer = await visitor.visit(entry.url, {
            etag: entry.etag,
            lastModified: entry.lastModified,
          });
          if (answer.kind === 'skipped') skipped.add(entry.url);
          else await record(context, state, entry, htmlOnly(answer), orders.onPage);
          state.done += 1;
        },
      };
    }
    // Nothing but hosts that are left alone: the rest of them waits for the next run.
    if (begun === 0) return;
  }
}

async function record(
  context: RunContext,
  state: Fetching,
  entry: FrontierUrl,
  answer: Fetched,
  onPage: (pageId: number) => Promise<void>,
): Promise<void> {
  const { archive, ledger, clock, newspaper } = context;
  const { url } = entry;
  const now = clock.now();
  const at = now.toISOString();
  const first = entry.firstFetchedAt === null ? now : new Date(entry.firstFetchedAt);
  const dueAt = nextLook(first, now)?.toISOString() ?? null;
  switch (answer.kind) {
    case 'unchanged':
      await archive.frontier.visited({ url, at, outcome: 'unchanged', dueAt });
      ledger.good('unchanged');
      break;
    case 'page': {
      const { headers, body } = answer.page;
      const { id, created } = await archive.pages.put(newspaper.id, answer.page);
      if (created) state.stored += 1;
      // One that was gone is back with the same text: reading it again takes the withdrawal back.
      if (created || entry.lastOutcome === 'gone') await onPage(id);
      const outcome = created ? 'article' : 'unchanged';
      await archive.frontier.visited({
        url,
        at,
        outcome,
        dueAt,
        etag: headers.etag ?? null,
        lastModified: headers['last-modified'] ?? null,
        bodyHash: sha256(body),
      });
      ledger.good(outcome);
      break;
    }
    case 'failed': {
      const { outcome, message, status, retryAfterMs } = answer;
      const next = status === 410 ? null : nextTry(outcome, entry.failures + 1, now, retryAfterMs);
      if (outcome === 'gone') {
        const known = await archive.articles.byUrl(url);
        if (known) await archive.articles.withdraw(known.article.id, at);
      }
      await archive.frontier.visited({ url, at, outcome, dueAt: next?.toISOString() ?? null });
      await ledger.bad(url, outcome, message);
      return;
    }
    default:
      return answer satisfies never;
  }
  if (entry.failures > 0) await ledger.clear(url);
}

/** What is neither declared as markup nor looks like it (a PDF, an image) is not kept as an article's page. */
function htmlOnly(answer: Fetched): Fetched {
  if (answer.kind !== 'page' || isMarkup(answer.page)) return answer;
  const type = answer.page.headers['content-type'] ?? 'of no type';
  return failed('not-html', `${answer.page.url} is ${type}`, answer.page.status);
}

function isMarkup(page: RawPage): boolean {
  const type = page.headers['content-type'] ?? 'text/html';
  if (/^\s*(?:text\/html|application\/xhtml\+xml|text\/plain)/iu.test(type)) return true;
  const head = new TextDecoder('latin1').decode(page.body.subarray(0, 512));
  return /^[\s\u{feff}ï»¿]*<(?:!doctype html|html|head|body)/iu.test(head);
}
