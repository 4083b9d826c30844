/** One gzip member of a file, wherever it begins: its bytes, bounded, and where the next one begins. */
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';

export type Member =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array; readonly next: number }
  /** More than the limit; `bytes` are its first ones. */
  | { readonly kind: 'too-large'; readonly bytes: Uint8Array; readonly next: number | null }
  | {
      readonly kind: 'broken';
      readonly bytes: Uint8Array;
      readonly message: string;
      /** The file ends before the member does. */
      readonly cut: boolean;
    };

const CHUNK = 64 * 1024;
/** What is too large is unpacked further, to find its end, up to so many times the limit. */
const PATIENCE = 64;

export async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

async function* bytesFrom(file: FileHandle, from: number): AsyncGenerator<Uint8Array> {
  for (let at = from; ; at += CHUNK) {
    const chunk = await readAt(file, at, CHUNK);
    if (chunk.length > 0) yield chunk;
    if (chunk.length < CHUNK) return;
  }
}

/** Bytes of a member's head (RFC 1952); null where there is none. */
function headLength(head: Buffer): number | null {
  if (head.length < 10 || head[0] !== 0x1f || head[1] !== 0x8b || head[2] !== 8) return null;
  const flags = head[3] ?? 0;
  let at = 10;
  if (flags & 4) {
    if (at + 2 > head.length) return null;
    at += 2 + head.readUInt16LE(at);
  }
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const end = head.indexOf(0, at);
    if (end < 0) return null;
    at = end + 1;
  }
  if (flags & 2) at += 2;
  return at <= head.length ? at : null;
}

/** @param limit bytes of what is unpacked */
export async function readMember(file: FileHandle, at: number, limit: number): Promise<Member> {
  const head = headLength(await readAt(file, at, 4_096));
  if (head === null)
    return { kind: 'broken', bytes: new Uint8Array(), message: 'no gzip head', cut: false };
  const inflate = createInflateRaw();
  const source = Readable.from(bytesFrom(file, at + head));
  source.on('error', (error) => inflate.destroy(error));
  const kept: Uint8Array[] = [];
  let size = 0;
  let sum = 0;
  const bytes = () => Buffer.concat(kept).subarray(0, limit);
  try {
    for await (const out of source.pipe(inflate)) {
      const chunk = Buffer.from(out);
      if (size < limit) kept.push(chunk);
      size += chunk.length;
      sum = crc32(chunk, sum);
      if (size > limit * PATIENCE) return { kind: 'too-large', bytes: bytes(), next: null };
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'broken', bytes: bytes(), message, cut: message === 'unexpected end of file' };
  } finally {
    source.destroy();
    inflate.destroy();
  }
  const end = at + head + inflate.bytesWritten;
  const trailer = await readAt(file, end, 8);
  const next = end + 8;
  if (trailer.length < 8)
    return { kind: 'broken', bytes: bytes(), message: 'unexpected end of file', cut: true };
  if (size > limit) return { kind: 'too-large', bytes: bytes(), next };
  if (trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== size % 2 ** 32)
    return { kind: 'broken', bytes: bytes(), message: 'wrong checksum', cut: false };
  return { kind: 'whole', bytes: bytes(), next };
}
