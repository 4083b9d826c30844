import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cli } from './run-cli.ts';

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('diembao-demo-'));

describe('diembao demo', () => {
  it('shows what was read and answers five questions, and leaves nothing behind', async () => {
    const before = leftovers();
    const { code, out, err } = await cli(['demo', '--once']);
    expect({ code, failed: err.includes('failed') }).toEqual({ code: 0, failed: false });
    expect(out.match(/── Tìm: /g)).toHaveLength(5);
    expect(out).not.toContain('\n0 bài');
    expect(err).toContain('xong');
    expect(leftovers()).toEqual(before);
  });

  it('says the same as JSON', async () => {
    const { code, out } = await cli(['demo', '--once', '--json']);
    expect(code).toBe(0);
    const said = z
      .object({
        counts: z.object({ articles: z.number(), conferences: z.number() }),
        indexed: z.number(),
        read: z.object({ quotes: z.number(), places: z.number(), reprints: z.number() }),
        answers: z.array(z.object({ total: z.number() })),
      })
      .parse(JSON.parse(out));
    expect(said.indexed).toBe(said.counts.articles);
    expect(said.counts.conferences).toBeGreaterThan(20);
    expect(said.read.quotes).toBeGreaterThan(30);
    expect(said.answers.map(({ total }) => total > 0)).toEqual([true, true, true, true, true]);
  });

  it('stops when asked in the middle of the crawl, cleanly', async () => {
    const stop = new AbortController();
    const before = leftovers();
    const running = cli(['demo', '--once'], { signal: stop.signal });
    // Asked as soon as the crawl says that it begins.
    await new Promise((resolve) => setTimeout(resolve, 300));
    stop.abort();
    const { code, err } = await running;
    expect(code).toBe(1);
    expect(err).toContain('stopped');
    expect(leftovers()).toEqual(before);
  });
});
