/** One WARC record (ISO 28500): a head of fields and a block of bytes. Knows nothing of HTTP and of files. */
import { createHash } from 'node:crypto';
import type { WarcOutcome } from '../../core/warc-outcomes.ts';

export interface WarcRecord {
  /** Names in lower case; of one that stands twice the last. */
  readonly fields: ReadonlyMap<string, string>;
  readonly block: Uint8Array;
}

export interface WarcFault {
  readonly code: WarcOutcome;
  readonly message: string;
}

/** Of a record's head. */
export const MAX_HEAD = 64 * 1024;

const CRLF2 = Buffer.from('\r\n\r\n');
const MARK = /^WARC\/1\.\d+\r\n/u;

export interface Head {
  readonly fields: ReadonlyMap<string, string>;
  /** Bytes of the head with its empty line. */
  readonly bytes: number;
  /** Of the block. */
  readonly length: number;
}

/** @param bytes from the record's first byte on; more than the head may follow */
export function parseHead(bytes: Uint8Array): Head | WarcFault {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAX_HEAD));
  const end = buffer.indexOf(CRLF2);
  const text = buffer.toString('utf8', 0, end < 0 ? 0 : end + 2);
  if (!MARK.test(text)) return { code: 'bad-record', message: 'no WARC/1.x head' };
  const fields = fieldsOf(text.slice(text.indexOf('\r\n') + 2));
  const length = fields.get('content-length') ?? '';
  if (!/^\d{1,15}$/u.test(length))
    return { code: 'bad-length', message: `Content-Length is "${length.slice(0, 40)}"` };
  return { fields, bytes: end + CRLF2.length, length: Number(length) };
}

/** `Name: value` lines; a line that begins with a blank goes on with the one before. */
function fieldsOf(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of text.split('\r\n')) {
    if (/^[ \t]/u.test(line) && last !== '') {
      fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    last = line.slice(0, colon).trim().toLowerCase();
    fields.set(last, line.slice(colon + 1).trim());
  }
  return fields;
}

export const isFault = (one: object): one is WarcFault => 'code' in one && 'message' in one;

/**
 * The first record of `bytes`, which hold it whole, and how many of them it takes.
 * @returns a fault where the length is not that of the block
 */
export function parseRecord(
  bytes: Uint8Array,
): { readonly record: WarcRecord; readonly used: number } | WarcFault {
  const head = parseHead(bytes);
  if (isFault(head)) return head;
  const end = head.bytes + head.length;
  if (end > bytes.length)
    return {
      code: 'bad-length',
      message: `Content-Length is ${head.length}, ${bytes.length - head.bytes} bytes follow`,
    };
  if (!CRLF2.equals(bytes.subarray(end, end + CRLF2.length)))
    return { code: 'bad-length', message: `Content-Length is ${head.length}, but more follows` };
  return {
    record: { fields: head.fields, block: bytes.subarray(head.bytes, end) },
    used: end + CRLF2.length,
  };
}

/** What a line of a head may not hold. */
const plain = (value: string) => value.replace(/[\r\n\0]+/gu, ' ').trim();

/** The record's bytes, not compressed; Content-Length is made here. */
export function recordBytes(
  fields: readonly (readonly [name: string, value: string])[],
  block: Uint8Array,
): Uint8Array {
  const head = [...fields, ['Content-Length', String(block.length)] as const]
    .map(([name, value]) => `${name}: ${plain(value)}\r\n`)
    .join('');
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${head}\r\n`), block, CRLF2]);
}

/** The digest as our own records carry it. */
export const digestOf = (bytes: Uint8Array) =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** A record's id that is the same whenever the same record is written: a UUID of the hash of `identity`. */
export function recordId(identity: string): string {
  const hex = createHash('sha256').update(identity).digest('hex');
  const part = (from: number, to: number) => hex.slice(from, to);
  return `<urn:uuid:${part(0, 8)}-${part(8, 12)}-8${part(13, 16)}-a${part(17, 20)}-${part(20, 32)}>`;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[(value >> bits) & 31] ?? '';
    }
    value &= 0xff;
  }
  return bits > 0 ? text + (BASE32[(value << (5 - bits)) & 31] ?? '') : text;
}

/** Whether `digest` ("sha1:BASE32", "sha256:hex" …) is that of the bytes; null where its algorithm is not known. */
export function digestFits(digest: string, bytes: Uint8Array): boolean | null {
  const [, name, value] = /^(sha-?1|sha-?256|sha-?512|md5):(\S+)$/iu.exec(digest) ?? [];
  if (name === undefined || value === undefined) return null;
  const sum = createHash(name.toLowerCase().replace('-', '')).update(bytes).digest();
  return (
    value.toLowerCase() === sum.toString('hex') ||
    value.toUpperCase().replace(/=+$/u, '') === base32(sum)
  );
}
