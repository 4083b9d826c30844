/** How texts and pages are stored: Brotli at the quality where it is as fast as gzip and a tenth smaller. */
import { promisify } from 'node:util';
import {
  brotliCompress,
  brotliCompressSync,
  brotliDecompress,
  brotliDecompressSync,
  constants,
} from 'node:zlib';

const options = (size: number) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 4,
    [constants.BROTLI_PARAM_SIZE_HINT]: size,
  },
});
const compressAsync = promisify(brotliCompress);
const decompressAsync = promisify(brotliDecompress);

/** For pages: off the main thread. */
export async function compress(data: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await compressAsync(data, options(data.length)));
}

export async function decompress(data: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await decompressAsync(data));
}

/** For records: small, and inside a transaction. */
export function compressText(text: string): Uint8Array {
  return new Uint8Array(brotliCompressSync(text, options(text.length)));
}

export function decompressText(data: Uint8Array): string {
  return brotliDecompressSync(data).toString('utf8');
}
