/** Lines of a file or of standard input, gzipped or not. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DiembaoError, messageOf, UsageError } from '../core/errors.ts';

/**
 * Streams the lines without their ends; gzip is recognised by its first two bytes. They are bytes, because
 * a line that is not UTF-8 is to be refused by whoever reads it and never read as something else.
 * @param file a path, or "-" for `stdin`
 * @throws UsageError `no-such-file`
 * @throws DiembaoError `broken-input`, after the lines that could be read
 */
export async function* inputLines(
  file: string,
  stdin: NodeJS.ReadableStream,
): AsyncGenerator<Buffer> {
  if (file !== '-')
    await stat(file).catch((cause: unknown) => {
      throw new UsageError('no-such-file', `${file} cannot be read: ${messageOf(cause)}`);
    });
  let rest: Buffer[] = [];
  try {
    for await (const chunk of unzipped(file === '-' ? stdin : createReadStream(file))) {
      let from = 0;
      for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
        yield withoutCr(Buffer.concat([...rest, chunk.subarray(from, end)]));
        rest = [];
        from = end + 1;
      }
      if (from < chunk.length) rest.push(chunk.subarray(from));
    }
  } catch (cause) {
    throw new DiembaoError(
      'broken-input',
      `${file === '-' ? 'Standard input' : file} could not be read to its end: ${messageOf(cause)}`,
      { cause },
    );
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

/** The same as text, for lines that a person typed: bytes that are no UTF-8 become U+FFFD. */
export async function* textLines(
  file: string,
  stdin: NodeJS.ReadableStream,
): AsyncGenerator<string> {
  for await (const bytes of inputLines(file, stdin)) yield bytes.toString('utf8');
}

const LF = 0x0a;
const CR = 0x0d;

function withoutCr(line: Buffer): Buffer {
  return line.at(-1) === CR ? line.subarray(0, -1) : line;
}

/** The bytes, through gunzip where they begin with gzip's magic number. */
async function* unzipped(source: NodeJS.ReadableStream): AsyncGenerator<Buffer> {
  const chunks = asBuffers(source);
  const first = await chunks.next();
  if (first.done) return;
  const all = (async function* () {
    yield first.value;
    yield* chunks;
  })();
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* all;
    return;
  }
  const bytes = Readable.from(all);
  const gunzip = createGunzip();
  bytes.on('error', (error) => gunzip.destroy(error));
  for await (const chunk of bytes.pipe(gunzip)) yield Buffer.from(chunk);
}

async function* asBuffers(source: NodeJS.ReadableStream): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    if (bytes.length > 0) yield bytes;
  }
}
