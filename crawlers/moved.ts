/**
 * Articles that have another address now. Their second looks go to the new one, so that the redirect is followed once;
 * where the new address was fetched by itself, not even that.
 */
import type { FrontierUrl, Visit } from '../archive/port.ts';
import { canonicalUrl, identityUrl, isArticleUrl } from '../newspapers/identity.ts';
import type { RunContext } from './run-context.ts';

/** The address that the same article is named by now; null where it is the old one, or another page's. */
function newAddress({ newspaper }: RunContext, old: string, led: string): string | null {
  const url = canonicalUrl(led);
  if (url === null || url === old || !isArticleUrl(newspaper, url)) return null;
  return identityUrl(newspaper, url) === identityUrl(newspaper, old) ? url : null;
}

/** Whether where the article's address leads has been fetched by itself, and so has looks of its own. */
export async function isFetchedThere(
  context: RunContext,
  { url, firstFetchedAt }: FrontierUrl,
  led: string,
): Promise<boolean> {
  const there = firstFetchedAt === null ? null : newAddress(context, url, led);
  return (
    there !== null && ((await context.archive.frontier.get(there))?.firstFetchedAt ?? null) !== null
  );
}

/**
 * Hands an article's further looks over to the address that its page came from.
 * @param visit what is to be noted of the old address
 * @returns what is to be noted of it after that
 */
export async function handOver(
  context: RunContext,
  entry: FrontierUrl,
  led: string,
  visit: Visit,
): Promise<Visit> {
  const { frontier } = context.archive;
  const url = newAddress(context, entry.url, led);
  if (url === null) return visit;
  const { newspaper, datedAt, backfill } = entry;
  const found = { newspaper, datedAt, backfill, kind: 'article', foundOn: entry.url } as const;
  await frontier.add([{ ...found, url, foundAt: visit.at, dueAt: visit.dueAt }]);
  const there = await frontier.get(url);
  if (there?.firstFetchedAt === null)
    await frontier.visited({ ...visit, url, firstFetchedAt: entry.firstFetchedAt ?? visit.at });
  return { ...visit, dueAt: null };
}
