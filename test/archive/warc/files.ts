/** WARC files made by hand for tests, our own words. synthetic */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type ReadOptions, readWarc, type WarcItem } from '../../../archive/warc/read.ts';
import type { RawPage } from '../../../core/raw-page.ts';

export const NOW = new Date('2026-11-30T00:00:00.000Z');

export const newDirectory = () => mkdtempSync(join(tmpdir(), 'diembao-warc-'));

export function page(n: number | string, change: Partial<RawPage> = {}): RawPage {
  const url = `https://baohatinh.vn/bai-post${n}.html`;
  return {
    url,
    finalUrl: url,
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: Buffer.from(`<html><body><h1>Bài ${n}</h1><p>Chữ của bài.</p></body></html>`),
    fetchedAt: '2026-05-06T00:00:00.123Z',
    ...change,
  };
}

/** A record as others write it. */
export function foreign(
  block: string | Uint8Array,
  fields: Readonly<Record<string, string | null>> = {},
): Buffer {
  const bytes = Buffer.from(block);
  const all: Record<string, string | null> = {
    'WARC-Type': 'response',
    'WARC-Target-URI': 'https://baohatinh.vn/bai-post1.html',
    'WARC-Date': '2026-05-06T00:00:00Z',
    'WARC-Record-ID': '<urn:uuid:00000000-0000-4000-8000-000000000000>',
    'Content-Type': 'application/http; msgtype=response',
    'Content-Length': String(bytes.length),
    ...fields,
  };
  const head = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}\r\n`],
  );
  return Buffer.concat([
    Buffer.from(`WARC/1.0\r\n${head.join('')}\r\n`),
    bytes,
    Buffer.from('\r\n\r\n'),
  ]);
}

export const zipped = (...records: readonly Uint8Array[]) =>
  Buffer.concat(records.map((one) => gzipSync(one)));

export const HTTP = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>Chữ</html>';

export async function itemsOf(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<readonly WarcItem[]> {
  const path = join(newDirectory(), 'one.warc');
  writeFileSync(path, bytes);
  const file = await open(path);
  try {
    const items: WarcItem[] = [];
    for await (const item of readWarc(file, options)) items.push(item);
    return items;
  } finally {
    await file.close();
  }
}

/** `record`, or the code of the fault. */
export const kinds = (items: readonly WarcItem[]) =>
  items.map((item) => (item.kind === 'record' ? 'record' : item.code));
