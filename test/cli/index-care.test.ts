/** The commands that care for the search index, as their user sees them. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqlite } from '../../core/sqlite.ts';
import { cli } from './run-cli.ts';

describe('diembao index --rebuild', () => {
  const data = mkdtempSync(join(tmpdir(), 'diembao-index-cli-'));
  const run = (argv: readonly string[], more: { stdin?: string; signal?: AbortSignal } = {}) =>
    cli([...argv, '--data', data], {
      env: { DIEMBAO_PARSER_THREADS: '0', DIEMBAO_MIN_FREE_GB: '0' },
      ...more,
    });
  const finding = async () => {
    const { out } = await run(['doctor', '--json']);
    return (JSON.parse(out) as { part: string; code: string; hint: string | null }[]).find(
      ({ part }) => part === 'search',
    );
  };
  beforeAll(async () => {
    const lines = Array.from({ length: 5 }, (_, i) =>
      JSON.stringify({ id: `a${i}`, headline: `Lúa vụ ${i}`, paragraphs: ['Lúa tốt.'] }),
    );
    const imported = await run(['import', '-', '--collection', 'thu'], { stdin: lines.join('\n') });
    expect(imported.code).toBe(0);
  });
  afterAll(() => rmSync(data, { recursive: true }));

  it('says how far it is on standard error, and what came of it', async () => {
    const { code, out, err } = await run(['index', '--rebuild', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      swapped: true,
      resumed: false,
      indexed: 5,
      lost: 0,
      total: 5,
    });
    expect(err).toContain('làm chỉ mục: 5/5 bài');
    expect(err).toContain('đối chiếu với kho: 5/5 bài');
    expect((await run(['index', '--rebuild'])).out).toContain('5 bài');
    expect(readdirSync(data).filter((name) => name.includes('.next'))).toEqual([]);
  });

  it('told to stop it leaves the old index, and says so', async () => {
    const stop = new AbortController();
    stop.abort();
    const { code, err } = await run(['index', '--rebuild'], { signal: stop.signal });
    expect(code).toBe(1);
    expect(err).toContain('chỉ mục cũ vẫn được dùng');
    expect((await run(['search', 'lúa', '--json'])).code).toBe(0);
    expect((await run(['status'])).out).toContain('lần trước dở dang');
    expect(await finding()).toMatchObject({ code: 'index-older' });
    // Whoever brings the index up next finishes it.
    expect((await run(['index'])).code).toBe(0);
    expect((await run(['status'])).out).not.toContain('cần làm lại');
    expect(await finding()).toMatchObject({ code: 'ok' });
  });

  it('an index of another version is named by status and doctor, and built anew', async () => {
    const db = openSqlite(join(data, 'index.db'));
    db.exec('PRAGMA user_version = 999');
    db.close();
    const { code, err } = await run(['search', 'lúa']);
    expect(code).toBe(1);
    expect(err).toContain('index-old');
    expect((await run(['status'])).out).toContain('bảng hoặc cài đặt đã đổi');
    expect(await finding()).toMatchObject({ code: 'index-older', hint: expect.any(String) });
    expect((await run(['index', '--json'])).code).toBe(0);
    expect(JSON.parse((await run(['search', 'lúa', '--json'])).out)).toMatchObject({ total: 5 });
  });

  it.each([[['index', '--allow-loss', '3']], [['index', '--rebuild', '--allow-loss', 'many']]])(
    'wrong usage: %j',
    async (argv) => {
      expect((await run(argv)).code).toBe(2);
    },
  );
});
