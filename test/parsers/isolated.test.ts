import { afterAll, describe, expect, it } from 'vitest';
import { parsePage } from '../../parsers/index.ts';
import { openParserPool } from '../../parsers/isolated/pool.ts';
import { articlePage, rawPage, registry, URL_OF_ARTICLE } from './page-of.ts';

const { families } = registry;
const newspaper = registry.byHost(URL_OF_ARTICLE);

describe('reading in threads', () => {
  const pool = openParserPool({ families, threads: 1, memoryMb: 512, timeoutMs: 60_000 });
  afterAll(() => pool.close());

  it('gives what reading here gives, with and without a newspaper, and leaves the body alone', async () => {
    for (const paper of [newspaper, null]) {
      const page = rawPage(articlePage());
      const result = await pool.parse(page, { newspaper: paper });
      expect(result.outcome.code).toBe('article');
      expect(result).toEqual(parsePage(page, { newspaper: paper, families }));
      expect(page.body.byteLength).toBeGreaterThan(100);
    }
  });

  it('refuses when it is closed', async () => {
    const closed = openParserPool({ families, threads: 1, memoryMb: 64, timeoutMs: 1_000 });
    await closed.close();
    await expect(closed.parse(rawPage(''), { newspaper })).rejects.toMatchObject({
      code: 'parser-closed',
    });
  });
});

describe('a page that exhausts the parser', () => {
  const entry = new URL('./poison-worker.mjs', import.meta.url);
  const hasty = openParserPool({ families, threads: 2, memoryMb: 48, timeoutMs: 1_500, entry });
  // On a busy machine the memory must run out before the time does.
  const patient = openParserPool({ families, threads: 2, memoryMb: 48, timeoutMs: 60_000, entry });
  afterAll(async () => {
    await hasty.close();
    await patient.close();
  });

  it.each([
    ['time', 'loop', /more than 1.5 s/],
    ['memory', 'hoard', /more than 48 MB/],
    ['its thread', 'die', /ended with 3/],
  ])('by %s ends by name, and the others are read', async (_, poison, message) => {
    const pool = poison === 'loop' ? hasty : patient;
    const read = async (text: string) => (await pool.parse(rawPage(text), { newspaper })).outcome;
    const [before, bad, ...after] = await Promise.all(
      ['a', poison, 'b', 'c', 'd'].map((text) => read(text)),
    );
    expect(bad?.code).toBe('parser-exhausted');
    expect(bad?.message).toMatch(message);
    expect([before, ...after].map((outcome) => outcome?.message)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is told from a thread that cannot start', async () => {
    const broken = openParserPool({
      families,
      threads: 1,
      memoryMb: 48,
      timeoutMs: 1_000,
      entry: new URL('./no-such-worker.mjs', import.meta.url),
    });
    await expect(broken.parse(rawPage('a'), { newspaper })).rejects.toThrow(/cannot start/);
    await broken.close();
  });
});
