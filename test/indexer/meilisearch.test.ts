import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { silent } from '../../core/log.ts';
import { openMeilisearchEngine } from '../../indexer/engines/meilisearch.ts';
import { document, engineContract, request } from '../contracts/engine.ts';
import { type MeiliServer, meiliAvailable, meiliServer } from './meili-server.ts';

const available = meiliAvailable();
if (!available) {
  console.log('\nnot run: Meilisearch contract (no MEILI_URL, no meilisearch program on the PATH)');
}

describe.runIf(available)('meilisearch', () => {
  let server: MeiliServer;
  const indexes: string[] = [];
  beforeAll(async () => {
    server = await meiliServer();
  });
  afterAll(async () => {
    for (const uid of indexes) {
      await fetch(`${server.url}/indexes/${uid}`, { method: 'DELETE', headers: authorization() });
    }
    await server.stop();
  });

  const authorization = (): Record<string, string> =>
    server.key === null ? {} : { authorization: `Bearer ${server.key}` };
  const open = (change: { url?: string; key?: string; index?: string } = {}) => {
    const index = `test_${process.pid}_${indexes.length}`;
    indexes.push(index);
    return openMeilisearchEngine({
      url: server.url,
      key: server.key,
      index,
      log: silent,
      ...change,
    });
  };

  engineContract('meilisearch', async () => open());

  test('settings are written once, and noticed when they differ', async () => {
    const written: object[] = [];
    const index = `test_${process.pid}_settings`;
    indexes.push(index);
    const log = { ...silent, info: (fields: object) => written.push(fields) };
    const engine = openMeilisearchEngine({ url: server.url, key: server.key, index, log });
    await engine.ensure();
    expect(written).toHaveLength(2);
    await engine.ensure();
    expect(written).toHaveLength(2);
    const headers = { ...authorization(), 'content-type': 'application/json' };
    const answer = await fetch(`${server.url}/indexes/${index}/settings`, {
      method: 'PATCH',
      headers,
      body: JSON.stringify({ stopWords: ['va'], pagination: { maxTotalHits: 7 } }),
    });
    expect(answer.status).toBe(202);
    await engine.put([document('a')]);
    // What holds articles goes on as it is; a new one is built as it must be.
    expect(await engine.form()).toBe('older');
    await engine.ensure();
    expect(written).toHaveLength(2);
    const next = await engine.build();
    await next.put([document('a')]);
    await next.swap();
    expect(await engine.form()).toBe('current');
  });

  test('a wrong key, no server, no index: each says so', async () => {
    const forbidden = open({ key: 'wrong' });
    await expect(forbidden.ensure()).rejects.toMatchObject({ code: 'meili-forbidden' });
    const nowhere = open({ url: 'http://127.0.0.1:1' });
    await expect(nowhere.search(request(['a']))).rejects.toMatchObject({
      code: 'meili-unreachable',
    });
    await expect(open().search(request(['a']))).rejects.toMatchObject({ code: 'index-missing' });
  });

  test("a task's failure is thrown with its code", async () => {
    const index = `test_${process.pid}_other_key`;
    indexes.push(index);
    const headers = { ...authorization(), 'content-type': 'application/json' };
    await fetch(`${server.url}/indexes`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ uid: index, primaryKey: 'other' }),
    });
    const engine = openMeilisearchEngine({ url: server.url, key: server.key, index, log: silent });
    await expect(engine.put([document('a')])).rejects.toMatchObject({
      code: expect.stringMatching(/^meili-(index-primary-key|missing-document-id)/),
    });
  });

  test('a server that dies in the middle loses nothing that was put in', async (context) => {
    if (server.crash === null) return context.skip();
    const engine = open();
    await engine.ensure();
    await engine.put([document('a', { body: 'họp' })]);
    await server.crash();
    await expect(engine.put([document('b', { body: 'họp' })])).rejects.toMatchObject({
      code: 'meili-unreachable',
    });
    await server.start();
    await engine.put([document('b', { body: 'họp' })]);
    expect((await engine.search(request(['họp']))).total).toBe(2);
  });

  test('an id that the server would refuse is refused alone', async () => {
    const engine = open();
    await engine.ensure();
    await expect(engine.put([document('a/b')])).rejects.toMatchObject({ code: 'document-id' });
  });
});
