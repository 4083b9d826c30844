/**
 * Reads a body to its end: decodes it as it comes, counts the decoded bytes, and names what is wrong with
 * it. A small file that unpacks into a huge one is stopped at the limit, not after it.
 */
import { type Readable, type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

export type ReadBody =
  | { readonly kind: 'whole'; readonly body: Uint8Array }
  /** Cut at the limit, as was asked for. */
  | { readonly kind: 'cut'; readonly body: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'broken'; readonly cause: unknown };

export interface ReadOptions {
  /** The Content-Encoding header. */
  readonly encoding: string;
  /** Of the decoded body, in bytes. */
  readonly maxBytes: number;
  /** At the limit: end there instead of refusing. */
  readonly cut?: boolean;
}

class Enough extends Error {}

/** A body that is coded more often than this is an attack, not a page. */
const MAX_LAYERS = 2;

/** Rejects for what the connection does; `broken` is for what the coding does. */
export async function readBody(stream: Readable, options: ReadOptions): Promise<ReadBody> {
  const names = options.encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse();
  const first = names.length === 0 ? null : await firstByte(stream);
  // Nothing at all is an empty page, coded or not.
  if (names.length > 0 && first === null) return { kind: 'whole', body: new Uint8Array() };
  const layers = names.map((name, i) => decoder(name, i === 0 ? first : null));
  const known = layers.filter((layer) => layer !== null);
  if (known.length < names.length || names.length > MAX_LAYERS) {
    stream.destroy();
    return { kind: 'broken', cause: new Error(`content-encoding ${options.encoding}`) };
  }

  const chunks: Uint8Array[] = [];
  let size = 0;
  const sink = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      const room = options.maxBytes - size;
      size += chunk.length;
      // One that is to be cut is not waited for once the limit is reached.
      if (size < options.maxBytes || (size === options.maxBytes && !options.cut)) {
        chunks.push(chunk);
        return done();
      }
      if (options.cut) chunks.push(chunk.subarray(0, room));
      return done(new Enough());
    },
  });
  try {
    await pipeline([stream, ...known, sink]);
  } catch (error) {
    if (error instanceof Enough) {
      return options.cut ? { kind: 'cut', body: Buffer.concat(chunks) } : { kind: 'too-large' };
    }
    if (isCodingError(error)) return { kind: 'broken', cause: error };
    throw error;
  }
  return { kind: 'whole', body: Buffer.concat(chunks) };
}

function decoder(name: string, first: number | null): Transform | null {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      // Servers send it with and without the zlib head that the standard wants: the first byte tells.
      return first === null || (first & 0x0f) === 8 ? createInflate() : createInflateRaw();
    default:
      return null;
  }
}

/** zlib's codes begin with Z_, brotli's with ERR__. */
function isCodingError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(Z_|ERR__)/.test(String(error.code));
}

/** Without taking it; null where the body is empty. */
async function firstByte(stream: Readable): Promise<number | null> {
  await new Promise<void>((resolve, reject) => {
    stream.once('readable', resolve).once('end', resolve).once('error', reject);
  });
  const chunk: unknown = stream.read();
  if (!(chunk instanceof Uint8Array)) return null;
  stream.unshift(chunk);
  return chunk[0] ?? null;
}
