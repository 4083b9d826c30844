/** Whoever asked for a file goes away in the middle: the work ends, nothing is left behind, nobody is alarmed. */
import { readdirSync } from 'node:fs';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Works } from '../../app/compose.ts';
import { webApp } from '../../web/app.tsx';
import { openWorld, type World } from './world.ts';

/** What the export has asked for so far. */
interface Reading {
  given: number;
  left: boolean;
}

let world: World;
let server: ServerType;
let reading: Reading;
let release: () => void;
let begun: Promise<void>;
const said = vi.fn();
const printed = vi.spyOn(console, 'error').mockImplementation(said);

/** A result without end: what an export of a million articles is to whoever waits for it. */
function endless(works: Works, held: Promise<void>, onSearch: () => void): Works {
  const { engine, log } = works;
  return {
    ...works,
    log: { ...log, error: said, warn: said },
    engine: {
      ...engine,
      async search(request) {
        onSearch();
        await held;
        return engine.search(request);
      },
      async *every(request) {
        try {
          for (;;)
            for await (const ids of engine.every(request)) {
              reading.given += ids.length;
              yield ids;
            }
        } finally {
          reading.left = true;
        }
      },
    },
  };
}

beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  printed.mockRestore();
  await world.close();
});
beforeEach(async () => {
  reading = { given: 0, left: false };
  said.mockClear();
  let began = () => {};
  begun = new Promise((resolve) => {
    began = resolve;
  });
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const app = webApp(endless(world.works, held, began));
  server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const connections = () =>
  new Promise<number>((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
const address = (path: string) =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
const pause = () => new Promise((resolve) => setTimeout(resolve, 100));

/** Takes the first bytes of a file and goes away; so many bytes came. */
const glance = (path: string) =>
  new Promise<number>((resolve, reject) => {
    const request = get(address(path), (answer) => {
      answer.once('data', (bytes: Buffer) => {
        request.destroy();
        resolve(bytes.length);
      });
      answer.on('error', () => undefined);
    });
    request.on('error', reject);
  });

describe.each(['csv', 'xlsx', 'jsonl'])('an export as %s', (format) => {
  it('ends where its reader goes away in the middle', async () => {
    const files = readdirSync(world.works.config.data);
    release();
    expect(await glance(`/export?q=ch%E1%BB%A3&format=${format}`)).toBeGreaterThan(0);
    await vi.waitFor(() => expect(reading.left).toBe(true), 10_000);
    const { given } = reading;
    await pause();
    expect(reading.given).toBe(given);
    await vi.waitFor(async () => expect(await connections()).toBe(0), 10_000);
    expect(readdirSync(world.works.config.data)).toEqual(files);
    expect(said).not.toHaveBeenCalled();
    // The next one is served.
    expect(await glance(`/api/v1/export?q=ch%E1%BB%A3&format=${format}`)).toBeGreaterThan(0);
  });

  it('does not begin where its reader went away before', async () => {
    const request = get(address(`/export?q=ch%E1%BB%A3&format=${format}`));
    request.on('error', () => undefined);
    await begun;
    request.destroy();
    await vi.waitFor(async () => expect(await connections()).toBe(0), 10_000);
    release();
    await pause();
    const { given } = reading;
    await pause();
    expect(reading.given).toBe(given);
    expect(reading.given === 0 || reading.left).toBe(true);
    expect(said).not.toHaveBeenCalled();
  });
});
