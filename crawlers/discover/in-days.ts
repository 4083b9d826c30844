/** Whether a link may lead to an article of these days, as far as source and address say. Pure. */
import { vietnamDay } from '../../core/clock.ts';
import { articleDays, type Days, sitemapDays } from './dated.ts';
import type { FoundLink } from './found.ts';

export const meet = (a: Days, b: Days): boolean => a.first <= b.last && b.first <= a.last;

/**
 * @param source days that the source itself is of (a month's sitemap); null where it does not say
 * @returns true also for a link that nothing is known of
 */
export function mayBeOf(link: FoundLink, days: Days, source: Days | null): boolean {
  const named = articleDays(link.url);
  if (named !== null) return meet(named, days);
  const published = dayOf(link.published);
  if (published !== null) return days.first <= published && published <= days.last;
  const changed = dayOf(link.lastmod);
  // A change comes after the publication, so it only tells what is too old; and what is too new, where no
  // month does.
  if (changed !== null && changed < days.first) return false;
  return source !== null || changed === null || changed <= days.last;
}

/** Whether a sitemap may name articles of these days: by its name, else by its last change. */
export function sitemapMayBeOf(link: FoundLink, days: Days): boolean {
  const named = sitemapDays(link.url);
  if (named !== null) return meet(named, days);
  const changed = dayOf(link.lastmod);
  return changed === null || changed >= days.first;
}

function dayOf(text: string | null | undefined): string | null {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? null : vietnamDay(new Date(at));
}
