/**
 * Reads a WARC file record by record, gzipped record by record or not at all. Whatever is wrong with a record
 * is told in its place, and reading goes on with the next one that can be found. Memory holds one record.
 */
import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { readAt, readMember } from './gzip-member.ts';
import {
  isFault,
  MAX_HEAD,
  parseHead,
  parseRecord,
  type WarcFault,
  type WarcRecord,
} from './record.ts';

export type WarcItem = {
  /** Of its first byte in the file. */
  readonly offset: number;
  /** Bytes in the file; 0 where it is not known. */
  readonly length: number;
} & (
  | { readonly kind: 'record'; readonly record: WarcRecord }
  | ({ readonly kind: 'fault' } & WarcFault)
);

export interface ReadOptions {
  /** Of a record with its head, unpacked. */
  readonly maxRecordBytes?: number;
  readonly signal?: AbortSignal;
}

/** Six times the largest page that is crawled. */
export const MAX_RECORD = 32 * 1024 * 1024;

const WINDOW = 1024 * 1024;
const GZIP = Buffer.from([0x1f, 0x8b, 8]);
const WARC = Buffer.from('WARC/1.');

const fault = (offset: number, length: number, one: WarcFault): WarcItem => ({
  kind: 'fault',
  offset,
  length,
  code: one.code,
  message: one.message,
});

/** Ended by the signal between two records. */
export async function* readWarc(
  file: FileHandle,
  { maxRecordBytes = MAX_RECORD, signal }: ReadOptions = {},
): AsyncGenerator<WarcItem> {
  const { size } = await file.stat();
  let at = 0;
  while (at < size && !signal?.aborted) {
    const begin = await readAt(file, at, WARC.length);
    if (begin.subarray(0, GZIP.length).equals(GZIP)) {
      const member = yield* gzipped(file, at, maxRecordBytes);
      at = member ?? (await nextMark(file, at + 1, size, signal));
    } else if (begin.equals(WARC)) {
      const { item, next } = await plain(file, at, size, maxRecordBytes);
      yield item;
      at = next ?? (await nextMark(file, at + 1, size, signal));
    } else {
      yield fault(at, 0, { code: 'bad-record', message: 'neither gzip nor WARC begins here' });
      at = await nextMark(file, at + 1, size, signal);
    }
  }
}

/** The records of one member, usually one. Answers where the next member begins; null: not known. */
async function* gzipped(
  file: FileHandle,
  at: number,
  limit: number,
): AsyncGenerator<WarcItem, number | null> {
  const member = await readMember(file, at, limit);
  if (member.kind === 'broken') {
    const code = member.cut ? 'cut-short' : 'broken-gzip';
    yield fault(at, 0, { code, message: member.message });
    return null;
  }
  const length = member.next === null ? 0 : member.next - at;
  if (member.kind === 'too-large') {
    const message = `more than ${limit} bytes; a file that is one gzip stream is to be unpacked first`;
    yield fault(at, length, { code: 'too-large', message });
    return member.next;
  }
  let rest = member.bytes;
  while (rest.length > 0) {
    const parsed = parseRecord(rest);
    if (isFault(parsed)) {
      yield fault(at, length, parsed);
      break;
    }
    yield { kind: 'record', offset: at, length, record: parsed.record };
    rest = rest.subarray(parsed.used);
  }
  return member.next;
}

async function plain(
  file: FileHandle,
  at: number,
  size: number,
  limit: number,
): Promise<{ readonly item: WarcItem; readonly next: number | null }> {
  const head = parseHead(await readAt(file, at, MAX_HEAD));
  if (isFault(head)) return { item: fault(at, 0, head), next: null };
  const end = at + head.bytes + head.length + 4;
  const length = end - at;
  if (end > size) {
    const message = `Content-Length is ${head.length}, the file ends before`;
    return { item: fault(at, 0, { code: 'cut-short', message }), next: null };
  }
  if (length > limit) {
    // Its length is only believed where a record or the end of the file follows.
    const follows = await readAt(file, end - 4, 4 + WARC.length);
    const fits = follows.toString('latin1') === `\r\n\r\n${end === size ? '' : WARC.toString()}`;
    const message = `${head.length} bytes, more than ${limit}`;
    return { item: fault(at, length, { code: 'too-large', message }), next: fits ? end : null };
  }
  const parsed = parseRecord(await readAt(file, at, length));
  if (isFault(parsed)) return { item: fault(at, 0, parsed), next: null };
  return { item: { kind: 'record', offset: at, length, record: parsed.record }, next: end };
}

/** Where the next record may begin, from `from` on; `size` where there is none. */
async function nextMark(
  file: FileHandle,
  from: number,
  size: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  let at = from;
  while (at < size && !signal?.aborted) {
    const window = await readAt(file, at, WINDOW);
    const found = [window.indexOf(GZIP), window.indexOf(`\n${WARC.toString()}`) + 1]
      .filter((place, i) => (i === 0 ? place >= 0 : place > 0))
      .sort((a, b) => a - b)[0];
    if (found === undefined) {
      if (at + window.length >= size) return size;
      at += window.length - WARC.length;
      continue;
    }
    const place = at + found;
    if (window[found] !== GZIP[0] || (await beginsRecord(file, place))) return place;
    at = place + 1;
  }
  return size;
}

/** Three bytes that look like a gzip head stand by chance in compressed data. */
async function beginsRecord(file: FileHandle, at: number): Promise<boolean> {
  const { bytes } = await readMember(file, at, WARC.length);
  return WARC.equals(bytes);
}

const unzip = promisify(gunzip);

/** The record that a reader of the file told to be at this place; null where it is not there whole. */
export async function readRecordAt(
  file: FileHandle,
  offset: number,
  length: number,
): Promise<WarcRecord | null> {
  const bytes = await readAt(file, offset, length);
  if (bytes.length < length) return null;
  const whole = await unzip(bytes, { maxOutputLength: MAX_RECORD }).catch(() => null);
  if (whole === null) return null;
  const parsed = parseRecord(whole);
  return isFault(parsed) ? null : parsed.record;
}
