/** Plain articles into the archive and the index, so that any collection can be searched. */

import { z } from 'zod';
import { DiembaoError, messageOf, UsageError } from '../core/errors.ts';
import type { Newspaper } from '../newspapers/define.ts';
import { canonicalUrl, identityUrl } from '../newspapers/identity.ts';
import { newArticle } from '../parsers/new-article.ts';
import { newspaperOfPlain, PlainArticle, plainLines, readPlain } from '../parsers/read.ts';
import { catchUpIndex } from './catch-up.ts';
import type { Works } from './compose.ts';

const ImportLine = PlainArticle.extend({ url: z.string().nullish() });
type ImportLine = z.infer<typeof ImportLine>;

export interface ImportReport {
  /** Lines that are not blank. */
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: readonly {
    readonly line: number;
    readonly code: string;
    readonly message: string;
  }[];
}

export interface ImportOptions {
  /** Names the ids of articles without a URL. */
  readonly collection: string;
  readonly signal: AbortSignal;
  readonly onProgress?: (read: number) => void;
  readonly onWarning?: (text: string) => void;
}

/** Articles are put into the index whenever so many wait: enough for an engine that takes several batches at once. */
const INDEX_SLICE = 4_000;
/** What was read becomes searchable also where the rest is not read any more. */
const NEVER = new AbortController().signal;

interface Address {
  readonly identity: string;
  readonly url: string | null;
  readonly newspaper: Newspaper | null;
  readonly aliases: readonly string[];
}

/** @returns null for something that is no http or https URL */
function addressOf(works: Works, plain: ImportLine, collection: string): Address | null {
  const given = plain.url ?? null;
  if (given === null || given === '')
    return {
      identity: `import:${collection}:${plain.id}`,
      url: null,
      newspaper: null,
      aliases: [],
    };
  const url = /^https?:\/\//iu.test(given) ? canonicalUrl(given) : null;
  if (url === null) return null;
  const { host } = new URL(url);
  const newspaper = works.newspapers.find(({ hosts }) => hosts.includes(host)) ?? null;
  const identity = newspaper ? identityUrl(newspaper, url) : url;
  return { identity, url, newspaper, aliases: [...new Set([given, url, identity])] };
}

/** @throws DiembaoError `document-refused` where an article is refused */
async function indexAll(works: Works, signal: AbortSignal): Promise<void> {
  const { refused } = await catchUpIndex(works, { signal });
  for (const message of refused.values()) throw new DiembaoError('document-refused', message);
}

/**
 * Stores the articles of JSON Lines and resolves when all can be found. The same line again changes
 * nothing, a changed text becomes a revision. Ended by `signal`, what was read so far is searchable.
 * @throws UsageError `bad-collection`; what the archive or the engine throws
 */
export async function importArticles(
  works: Works,
  lines: AsyncIterable<string | Uint8Array>,
  options: ImportOptions,
): Promise<ImportReport> {
  const { collection, signal, onProgress, onWarning } = options;
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u.test(collection))
    throw new UsageError(
      'bad-collection',
      'A collection is named by up to 100 letters, digits, spaces, dots, hyphens and underscores.',
    );
  const newspaperOf = newspaperOfPlain(works.newspapers);
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const refused: ImportReport['refused'][number][] = [];
  let read = 0;
  let waiting = 0;
  for await (const found of plainLines(lines, ImportLine)) {
    if (signal.aborted) break;
    read += 1;
    if (found.kind === 'refused') {
      const { line, code, message } = found;
      refused.push({ line, code, message });
      continue;
    }
    const { line, plain } = found;
    const refuse = (code: string, message: string) => refused.push({ line, code, message });
    const address = addressOf(works, plain, collection);
    if (address === null) {
      refuse('bad-url', `not an http or https URL: "${(plain.url ?? '').slice(0, 80)}"`);
      continue;
    }
    const named = newspaperOf(plain);
    if (named.warning) onWarning?.(named.warning);
    let article: ReturnType<typeof newArticle>;
    try {
      const record = readPlain(plain, named.newspaper ?? address.newspaper, address.identity);
      article = newArticle({ ...record, url: address.url }, address.aliases);
    } catch (error) {
      refuse('parser-failed', messageOf(error));
      continue;
    }
    const put = await works.archive.articles.put(article, works.clock.now().toISOString());
    counts[put.change] += 1;
    waiting += put.change === 'unchanged' ? 0 : 1;
    if (waiting >= INDEX_SLICE) {
      await indexAll(works, NEVER);
      waiting = 0;
    }
    onProgress?.(read);
  }
  await indexAll(works, NEVER);
  return { read, ...counts, refused };
}
