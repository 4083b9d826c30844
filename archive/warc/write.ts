/** Writes a WARC file of pages: under another name until it is whole, on the disk, and closed. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { RawPage } from '../../core/raw-page.ts';
import { infoMember, pageMember } from './page-record.ts';

export interface Place {
  readonly offset: number;
  readonly length: number;
}

export interface WarcWriter {
  /** Bytes so far. */
  readonly bytes: () => number;
  /** Where the record stands. */
  add(newspaper: string, page: RawPage): Promise<Place>;
  /** Everything is on the disk, still under the other name; answers the hash of the file. */
  finish(): Promise<string>;
  /** After `finish`: the file gets its name. */
  keep(): Promise<void>;
  /** The file goes. Does nothing after `keep`. */
  discard(): Promise<void>;
}

export const partOf = (path: string) => `${path}.part`;

/** Puts a file on the disk; of a directory: what was renamed or made in it. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** @throws what the file system throws, ENOSPC among them, at the call that meets it */
export async function openWarcWriter(
  path: string,
  software: string,
  date: string,
): Promise<WarcWriter> {
  const part = partOf(path);
  await rm(part, { force: true });
  const stream = createWriteStream(part, { flags: 'wx' });
  const failure: { error: Error | null } = { error: null };
  stream.on('error', (error) => {
    failure.error = error;
  });
  const hash = createHash('sha256');
  let bytes = 0;
  let kept = false;
  const put = async (member: Uint8Array): Promise<Place> => {
    if (failure.error) throw failure.error;
    const place = { offset: bytes, length: member.length };
    hash.update(member);
    bytes += member.length;
    // `once` rejects where the stream fails while it is waited for.
    if (!stream.write(member)) await once(stream, 'drain');
    return place;
  };
  await put(await infoMember(software, date));
  return {
    bytes: () => bytes,
    add: async (newspaper, page) => put(await pageMember(newspaper, page)),
    async finish() {
      await new Promise<void>((resolve, reject) => {
        if (failure.error) return reject(failure.error);
        stream.once('error', reject);
        stream.end(() => resolve());
      });
      await syncPath(part);
      return hash.digest('hex');
    },
    async keep() {
      await rename(part, path);
      await syncPath(dirname(path));
      kept = true;
    },
    async discard() {
      if (kept) return;
      stream.destroy();
      await rm(part, { force: true });
    },
  };
}
