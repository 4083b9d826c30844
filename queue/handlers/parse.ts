/**
 * The job `parse {page}`: read one stored page; a new or changed article becomes an `index` job, and so does
 * every article that has another original now.
 */
import type { Archive, PutResult } from '../../archive/port.ts';
import { unreadable } from '../../archive/unreadable.ts';
import type { Clock } from '../../core/clock.ts';
import { GiveUp, messageOf } from '../../core/errors.ts';
import type { OutcomeCode } from '../../core/outcomes.ts';
import type { RawPage } from '../../core/raw-page.ts';
import type { Family, Newspaper } from '../../newspapers/define.ts';
import type { ParseContext, ParseResult } from '../../parsers/port.ts';
import type { Job } from '../jobs.ts';
import type { Handler } from '../port.ts';

export interface ParseDependencies {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly newspaper: (id: string) => Newspaper | null;
  readonly families: readonly Family[];
  /** In this thread or in another. */
  readonly parse: (page: RawPage, context: ParseContext) => ParseResult | Promise<ParseResult>;
  readonly stamp: (newspaper: Newspaper | null) => string;
}

/** Outcomes of a page that are as they should be: nothing to look into. */
const WELL: ReadonlySet<OutcomeCode> = new Set(['article', 'unchanged', 'not-an-article']);

/** @throws GiveUp `unknown-page` when the archive has no such page */
export function parseHandler(dependencies: ParseDependencies): Handler<'parse'> {
  const { archive, clock, families, parse } = dependencies;
  return async ({ page: id }) => {
    const about = await archive.pages.about(id);
    if (!about) throw new GiveUp('unknown-page', `The archive has no page ${id}`);
    const page = await archive.pages.get(id).catch(async (error: unknown) => {
      const code = unreadable(error);
      if (code === null) throw error;
      // What was read of it before stays; the page keeps its old stamp and is tried again.
      await archive.incidents.put({
        newspaper: about.newspaper,
        url: about.url,
        code,
        message: messageOf(error),
        at: clock.now().toISOString(),
        pageId: id,
      });
      return null;
    });
    if (!page) return [];
    const newspaper = dependencies.newspaper(page.newspaper);
    const result = await parse(page, { newspaper, families });
    const now = clock.now().toISOString();
    // The article first, the note that the page is read after it: a crash in between reads it once more.
    const put = result.article
      ? await archive.articles.put(
          {
            article: result.article,
            aliases: result.aliases,
            pageId: id,
            fetchedAt: page.fetchedAt,
            signature: result.signature,
            conferenceKeys: result.conferenceKeys,
            conferencePlaces: result.conferencePlaces,
          },
          now,
        )
      : null;
    if (WELL.has(result.outcome.code)) await archive.incidents.clear(page.url);
    else
      await archive.incidents.put({
        newspaper: page.newspaper,
        url: page.url,
        code: result.outcome.code,
        message: result.outcome.message,
        at: now,
        pageId: id,
      });
    await archive.pages.parsed(id, dependencies.stamp(newspaper), result.outcome);
    return put ? indexJobs(put) : [];
  };
}

function indexJobs({ id, revision, change, regrouped }: PutResult): readonly Job[] {
  const others = regrouped.filter((one) => one.id !== id);
  const own = change !== 'unchanged' || others.length < regrouped.length;
  return [...(own ? [{ id, revision }] : []), ...others].map((one) => ({
    name: 'index',
    payload: { article: one.id, revision: one.revision },
  }));
}
