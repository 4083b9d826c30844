/** Pages of WARC files into the archive, as if they had been crawled when they were; then they are read. */

import { open } from 'node:fs/promises';
import { isFault, MAX_RECORD, pageOfRecord, readWarc } from '../archive/index.ts';
import type { PageOfRecord } from '../archive/warc/page-record.ts';
import type { WarcRecord } from '../archive/warc/record.ts';
import { messageOf, UsageError } from '../core/errors.ts';
import { sha256 } from '../core/ids.ts';
import type { RawPage } from '../core/raw-page.ts';
import { WARC_FAULTS, type WarcOutcome } from '../core/warc-outcomes.ts';
import { isDisguisedBlockPage } from '../crawlers/block-page.ts';
import { isMarkup } from '../crawlers/markup.ts';
import { isPast, nextLook } from '../crawlers/schedule.ts';
import { validatorsOf } from '../crawlers/validators.ts';
import type { Newspaper } from '../newspapers/define.ts';
import { canonicalUrl, isArticleUrl } from '../newspapers/identity.ts';
import type { Works } from './compose.ts';

export interface WarcFinding {
  readonly file: string;
  readonly offset: number;
  readonly code: WarcOutcome;
  readonly message: string;
}

export interface WarcImport {
  readonly records: number;
  /** What became of each record. */
  readonly outcomes: Readonly<Partial<Record<WarcOutcome, number>>>;
  /** The first records that were at fault themselves. */
  readonly findings: readonly WarcFinding[];
  /** Pages that were read. */
  readonly read: number;
}

export interface WarcImportOptions {
  readonly signal: AbortSignal;
  /** Bytes of the file under way, and how many of them are done. */
  readonly onProgress?: (file: string, done: number, size: number) => void;
}

type ImportWorks = Pick<Works, 'archive' | 'queue' | 'newspapers' | 'clock'>;

/** As large as a page that is crawled may be. */
const MAX_PAGE = 5_000_000;
const READ_SLICE = 500;
const FINDINGS = 100;

const finding = (code: WarcOutcome, message: string) => ({ code, message });

/** Which newspaper's page it is; a fault where it is none's. The name in the record is only believed of its host. */
function owner(
  newspapers: readonly Newspaper[],
  { newspaper: named, page }: PageOfRecord,
): Newspaper | ReturnType<typeof finding> {
  const hosts = [page.url, page.finalUrl].map((url) => new URL(url).host);
  const isOf = (paper: Newspaper) => hosts.every((host) => paper.hosts.includes(host));
  const paper = named === null ? newspapers.find(isOf) : newspapers.find((one) => one.id === named);
  if (!paper) return finding('unknown-newspaper', `${hosts.join(', ')} (${named ?? 'not named'})`);
  if (!isOf(paper)) return finding('foreign-host', `${hosts.join(', ')} is not of ${paper.id}`);
  return named !== null || isArticleUrl(paper, page.url)
    ? paper
    : finding('not-an-article', `${page.url} is no article of ${paper.id}`);
}

/** What a crawl would have known of the page since, so that it is not fetched as new. */
async function noteVisit(
  { archive, clock }: ImportWorks,
  newspaper: string,
  page: RawPage,
  bodyHash: string,
): Promise<void> {
  const { url, fetchedAt: at } = page;
  await archive.frontier.add([
    { url, newspaper, kind: 'article', foundOn: null, foundAt: at, dueAt: null },
  ]);
  const entry = await archive.frontier.get(url);
  if (!entry || entry.firstFetchedAt !== null) return;
  const now = clock.now();
  const look = isPast(new Date(at), now) ? null : nextLook(new Date(at), now);
  await archive.frontier.visited({
    url,
    at,
    outcome: 'article',
    dueAt: look?.toISOString() ?? null,
    bodyHash,
    whole: true,
    ...validatorsOf(page),
  });
}

async function take(
  works: ImportWorks,
  record: WarcRecord,
): Promise<{ readonly code: WarcOutcome; readonly message: string; readonly page?: number }> {
  const { archive, clock, newspapers } = works;
  const found = await pageOfRecord(record, MAX_PAGE, clock.now());
  if (isFault(found)) return found;
  const { status, headers, body } = found.page;
  if (status < 200 || status > 299) return finding('bad-status', `status ${status}`);
  const paper = owner(newspapers, found);
  if (isFault(paper)) return paper;
  // Of our own files the addresses are as they were asked for.
  const url = found.newspaper === null ? canonicalUrl(found.page.url) : found.page.url;
  const page = { ...found.page, url: url ?? found.page.url };
  if (!isMarkup(page)) return finding('not-html', headers['content-type'] ?? 'of no type');
  if (isDisguisedBlockPage(headers, body, found.setsCookie))
    return finding('blocked', `${page.url} is a challenge or cookie wall`);
  const bodyHash = sha256(body);
  const { id, created } = await archive.pages.put(paper.id, page, bodyHash);
  await noteVisit(works, paper.id, page, bodyHash);
  return created ? { ...finding('stored', ''), page: id } : finding('known', '');
}

/**
 * Reads WARC files record by record. Whatever a record holds, it ends in one outcome and the rest goes on; the same
 * file again changes nothing. Needs running workers. Ended by `signal`, what was stored is read.
 * @throws UsageError `no-such-file`
 */
export async function importWarc(
  works: ImportWorks,
  files: readonly string[],
  { signal, onProgress }: WarcImportOptions,
): Promise<WarcImport> {
  const outcomes: Partial<Record<WarcOutcome, number>> = {};
  const findings: WarcFinding[] = [];
  let records = 0;
  let read = 0;
  let waiting: number[] = [];
  const readWaiting = async () => {
    await works.queue.add(waiting.map((page) => ({ name: 'parse', payload: { page } })));
    await works.queue.idle();
    read += waiting.length;
    waiting = [];
  };
  for (const path of files) {
    const file = await open(path, 'r').catch((cause: unknown) => {
      throw new UsageError('no-such-file', `${path} cannot be read: ${messageOf(cause)}`);
    });
    try {
      const { size } = await file.stat();
      for await (const item of readWarc(file, { maxRecordBytes: MAX_RECORD, signal })) {
        const end = item.kind === 'fault' ? item : await take(works, item.record);
        records += 1;
        outcomes[end.code] = (outcomes[end.code] ?? 0) + 1;
        if (WARC_FAULTS.has(end.code) && findings.length < FINDINGS)
          findings.push({ file: path, offset: item.offset, code: end.code, message: end.message });
        if ('page' in end && end.page !== undefined) waiting.push(end.page);
        if (waiting.length >= READ_SLICE) await readWaiting();
        onProgress?.(path, item.offset + item.length, size);
      }
    } finally {
      await file.close();
    }
    if (signal.aborted) break;
  }
  await readWaiting();
  return { records, outcomes, findings, read };
}
