/** Bytes to text: byte-order mark, HTTP header, <meta>, else UTF-8. Nothing is guessed from letter statistics. */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly charset: string }
  | { readonly ok: false; readonly charset: string; readonly reason: string };

/** A page may hold so many broken characters for each thousand (a cut advert, one foreign snippet). */
const MAX_BROKEN_PER_MILLE = 1;
const META_CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_.:-]+)/iu;

export function decode(body: Uint8Array, contentType: string | undefined): Decoded {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const bom = charsetOfBom(bytes);
  if (bom) return decodeAs(bytes, bom);
  // Valid multi-byte UTF-8 is never anything else; servers that name a wrong charset are common.
  if (isUtf8(bytes)) return { ok: true, text: bytes.toString('utf8'), charset: 'utf-8' };
  return decodeAs(bytes, charsetOfHeader(contentType) ?? charsetOfMeta(bytes) ?? 'utf-8');
}

function charsetOfBom(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function charsetOfHeader(contentType: string | undefined): string | null {
  return /charset\s*=\s*["']?([^\s"';]+)/iu.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null;
}

function charsetOfMeta(bytes: Buffer): string | null {
  const named = META_CHARSET.exec(bytes.toString('latin1', 0, 2048))?.[1]?.toLowerCase() ?? null;
  // A <meta> that could be read byte by byte is not in UTF-16 (HTML standard).
  return named?.startsWith('utf-16') ? 'utf-8' : named;
}

function decodeAs(bytes: Buffer, charset: string): Decoded {
  if (!iconv.encodingExists(charset)) {
    return {
      ok: false,
      charset,
      reason: `the page names the charset "${charset}", which is unknown`,
    };
  }
  const text = iconv.decode(bytes, charset);
  let broken = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) broken++;
  if (broken * 1000 > text.length * MAX_BROKEN_PER_MILLE) {
    return {
      ok: false,
      charset,
      reason: `${broken} of ${text.length} characters are not valid ${charset}`,
    };
  }
  return { ok: true, text, charset };
}
