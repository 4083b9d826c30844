/** Lines of a file or of standard input, gzipped or not. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { DiembaoError, messageOf, UsageError } from '../core/errors.ts';

/**
 * Streams the lines without their ends; gzip is recognised by its first two bytes.
 * @param file a path, or "-" for `stdin`
 * @throws UsageError `no-such-file`
 * @throws DiembaoError `broken-input`, after the lines that could be read
 */
export async function* inputLines(
  file: string,
  stdin: NodeJS.ReadableStream,
): AsyncGenerator<string> {
  if (file !== '-')
    await stat(file).catch((cause: unknown) => {
      throw new UsageError('no-such-file', `${file} cannot be read: ${messageOf(cause)}`);
    });
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for await (const chunk of unzipped(file === '-' ? stdin : createReadStream(file))) {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield line.replace(/\r$/, '');
    }
  } catch (cause) {
    throw new DiembaoError(
      'broken-input',
      `${file === '-' ? 'Standard input' : file} could not be read to its end: ${messageOf(cause)}`,
      { cause },
    );
  }
  rest += decoder.end();
  if (rest !== '') yield rest;
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
