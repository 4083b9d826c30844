/** Lines of a file or of standard input, gzipped or not. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { PassThrough, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { messageOf, UsageError } from '../core/errors.ts';

/**
 * Streams the lines; gzip is recognised by its first two bytes.
 * @param file a path, or "-" for `stdin`
 * @throws UsageError `no-such-file`, `broken-gzip`
 */
export async function* inputLines(
  file: string,
  stdin: NodeJS.ReadableStream,
): AsyncGenerator<string> {
  if (file !== '-')
    await stat(file).catch((cause: unknown) => {
      throw new UsageError('no-such-file', `${file} cannot be read: ${messageOf(cause)}`);
    });
  const source: NodeJS.ReadableStream = file === '-' ? stdin : createReadStream(file);
  const bytes = new PassThrough();
  const failures: unknown[] = [];
  const fail = (error: unknown) => {
    failures.push(error);
    bytes.end();
  };
  source.on('error', fail);
  source.pipe(bytes);
  const text = await decoded(bytes, fail);
  for await (const one of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY }))
    yield one;
  if (failures.length > 0)
    throw new UsageError(
      'broken-input',
      `${file} could not be read to its end: ${messageOf(failures[0])}`,
    );
}

/** Puts a gunzip behind a stream that begins with gzip's magic number. */
async function decoded(bytes: PassThrough, fail: (error: unknown) => void): Promise<Readable> {
  const first: Buffer | null = await new Promise((resolve) => {
    const look = () => {
      const chunk: unknown = bytes.read();
      if (chunk === null) return;
      bytes.off('readable', look);
      bytes.off('end', none);
      resolve(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
    };
    const none = () => resolve(null);
    bytes.on('readable', look);
    bytes.on('end', none);
  });
  if (first === null) return bytes;
  bytes.unshift(first);
  if (first[0] !== 0x1f || first[1] !== 0x8b) return bytes;
  const gunzip = createGunzip();
  const plain = new PassThrough();
  gunzip.on('error', (error) => {
    fail(error);
    plain.end();
  });
  return bytes.pipe(gunzip).pipe(plain);
}
