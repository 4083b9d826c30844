/** The text of a feed, sitemap or listing: unpacked where it is a .gz file, decoded by what it declares. */
import { TextDecoder } from 'node:util';
import { gunzipSync } from 'node:zlib';

/** The sitemap protocol allows 50 MB unpacked. */
const MAX_UNPACKED = 52_428_800;

/**
 * @param contentType the header; null when there is none
 * @returns null where a .gz file is broken or unpacks to more than 50 MB
 */
export function sourceText(body: Uint8Array, contentType: string | null): string | null {
  const plain = unpacked(body);
  if (plain === null) return null;
  const head = new TextDecoder('latin1').decode(plain.subarray(0, 1024));
  const declared =
    /charset\s*=\s*["']?([\w-]+)/iu.exec(contentType ?? '')?.[1] ??
    /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/iu.exec(head)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1];
  return decoder(bomLabel(plain) ?? declared ?? 'utf-8')
    .decode(plain)
    .normalize('NFC');
}

function unpacked(body: Uint8Array): Uint8Array | null {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  try {
    return gunzipSync(body, { maxOutputLength: MAX_UNPACKED });
  } catch {
    return null;
  }
}

function bomLabel(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** A charset that nobody knows is read as UTF-8: addresses are ASCII in all of them. */
function decoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
