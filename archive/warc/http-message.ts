/** An HTTP answer as a WARC record holds it: status line, headers, body. */
import { STATUS_CODES } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import type { WarcFault } from './record.ts';

export interface HttpMessage {
  readonly status: number;
  /** Names in lower case; Set-Cookie is left out. */
  readonly headers: Readonly<Record<string, string>>;
  readonly setsCookie: boolean;
  /** Without transfer and content coding. */
  readonly body: Uint8Array;
}

/**
 * Our pages are kept without their coding, so the headers that would lie about the body are written with this
 * in front (as Common Crawl does), and so is one that a server sent with it.
 */
const ASIDE = 'x-crawl-';

function setAside(name: string, value: string, bodyBytes: number): boolean {
  if (name.startsWith(ASIDE)) return true;
  if (name === 'content-length') return value !== String(bodyBytes);
  return name === 'content-encoding' || name === 'transfer-encoding';
}

export function httpBytes(message: Pick<HttpMessage, 'status' | 'headers' | 'body'>): Uint8Array {
  const { status, headers, body } = message;
  const lines = Object.entries(headers).map(([name, value]) => {
    const written = setAside(name, value, body.length) ? `${ASIDE}${name}` : name;
    return `${written}: ${value.replace(/[\r\n\0]+/gu, ' ')}\r\n`;
  });
  const reason = STATUS_CODES[status] ?? '';
  const head = `HTTP/1.1 ${status} ${reason}\r\n${lines.join('')}\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

const HEAD_LIMIT = 256 * 1024;

/** The bytes after the head, as they stand in the block: what Payload-Digest is of. Null where there is no head. */
export function payloadOf(block: Uint8Array): Uint8Array | null {
  const end = headEnd(block);
  return end === null ? null : block.subarray(end);
}

function headEnd(block: Uint8Array): number | null {
  const head = Buffer.from(block.buffer, block.byteOffset, Math.min(block.length, HEAD_LIMIT));
  const end = head.indexOf('\r\n\r\n');
  return end < 0 ? null : end + 4;
}

/** UTF-8 where it is; what is not is Latin-1, as HTTP has it. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

/** @param maxBytes of the decoded body */
export async function parseHttp(
  block: Uint8Array,
  maxBytes: number,
): Promise<HttpMessage | WarcFault> {
  const end = headEnd(block);
  const [first = '', ...lines] =
    end === null ? [] : textOf(block.subarray(0, end - 4)).split('\r\n');
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})(?: |$)/u.exec(first)?.[1];
  if (end === null || status === undefined)
    return { code: 'bad-http', message: `"${first.slice(0, 60)}" is no status line` };
  const headers: Record<string, string> = {};
  let setsCookie = false;
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (!/^[!#$%&'*+.^_`|~\w-]+$/u.test(name) || name === '__proto__') continue;
    const value = line.slice(colon + 1).trim();
    if (name === 'set-cookie') setsCookie = true;
    else headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  const raw = block.subarray(end);
  const served = /chunked/iu.test(headers['transfer-encoding'] ?? '') ? unchunked(raw) : raw;
  const body = await decoded(served, headers['content-encoding'] ?? '', maxBytes);
  if (!(body instanceof Uint8Array)) return body;
  if (body.length > maxBytes)
    return { code: 'too-large', message: `a body of more than ${maxBytes} bytes` };
  return { status: Number(status), headers: named(headers), setsCookie, body };
}

/** With the names that were set aside. */
const named = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.startsWith(ASIDE) ? name.slice(ASIDE.length) : name,
      value,
    ]),
  );

/** Some writers leave the header and take the chunks out: what is not chunked stays as it is. */
function unchunked(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: Uint8Array[] = [];
  for (let at = 0; ; ) {
    const end = buffer.indexOf('\r\n', at);
    const line = end < 0 || end - at > 1_000 ? '' : buffer.toString('latin1', at, end);
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?$/iu.exec(line)?.[1];
    if (size === undefined) return parts.length === 0 ? bytes : Buffer.concat(parts);
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    parts.push(buffer.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
}

const gunzipAsync = promisify(gunzip);
const inflateAsync = promisify(inflate);
const inflateRawAsync = promisify(inflateRaw);
const brotliAsync = promisify(brotliDecompress);

async function decoded(
  bytes: Uint8Array,
  encoding: string,
  maxOutputLength: number,
): Promise<Uint8Array | WarcFault> {
  const options = { maxOutputLength };
  let body = bytes;
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  for (const name of names.filter((one) => one !== '' && one !== 'identity').reverse()) {
    if (body.length === 0) return body;
    try {
      if (name === 'gzip' || name === 'x-gzip') {
        // Some writers leave the header and unpack the body.
        if (body[0] === 0x1f && body[1] === 0x8b) body = await gunzipAsync(body, options);
      } else if (name === 'br') body = await brotliAsync(body, options);
      else if (name === 'deflate')
        body = await (((body[0] ?? 0) & 0x0f) === 8 ? inflateAsync : inflateRawAsync)(
          body,
          options,
        );
      else
        return { code: 'broken-encoding', message: `Content-Encoding is "${name.slice(0, 40)}"` };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const large =
        error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      return { code: large ? 'too-large' : 'broken-encoding', message };
    }
  }
  return body;
}
