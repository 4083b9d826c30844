/** Accounts and the audit log from the command line, also beside a process that writes. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPassword } from '../../app/accounts/password.ts';
import { openArchive } from '../../archive/index.ts';
import { cli } from './run-cli.ts';

const PASSWORD = 'một mật khẩu dài';

describe('users', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'diembao-users-'));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));
  const run = (words: readonly string[], stdin = `${PASSWORD}\n`) =>
    cli([...words, '--data', directory], { stdin });
  const users = (...words: string[]) => run(['users', ...words, '--by', 'kiểm thử']);

  it('begin with an admin, whose password comes from standard input', async () => {
    expect((await run(['users', 'list'])).out).toContain('diembao users add TÊN --role admin');
    const first = await users('add', 'Tâm', '--role', 'editor');
    expect([first.code, first.err]).toEqual([2, expect.stringContaining('user-first-admin')]);
    const short = await run(['users', 'add', 'Lan', '--role', 'admin'], 'ngắn\n');
    expect([short.code, short.err]).toEqual([2, expect.stringContaining('user-bad-password')]);
    const made = await users('add', 'Lan', '--role', 'admin');
    expect(made).toMatchObject({ code: 0, out: expect.stringContaining('Lan (admin)') });
    expect(made.out + made.err).not.toContain(PASSWORD);
    expect((await users('add', 'lan', '--role', 'admin')).err).toContain('user-exists');
    expect((await users('add', 'x', '--role', 'admin')).err).toContain('user-bad-name');
    expect((await users('add', 'Tâm')).err).toContain('--role');
    expect((await users('add', 'Tâm', '--role', 'chủ')).code).toBe(2);
  });

  it('are made, changed and ended beside a process that writes', async () => {
    const archive = await openArchive({ directory });
    try {
      expect((await users('add', 'Tâm', '--role', 'editor')).code).toBe(0);
      expect((await users('role', 'Tâm', '--role', 'reader')).out).toContain('Tâm: reader');
      const changed = await run(['users', 'password', 'TÂM'], 'mật khẩu khác hẳn\r\n');
      expect(changed.code).toBe(0);
      const tam = await archive.accounts.users.byName('Tâm');
      expect(await isPassword(tam?.passwordHash ?? null, 'mật khẩu khác hẳn')).toBe(true);
      expect(await isPassword(tam?.passwordHash ?? null, PASSWORD)).toBe(false);
      expect((await users('end', 'Lan')).err).toContain('user-last-admin');
      expect((await users('end', 'Tâm')).code).toBe(0);
      expect((await users('role', 'Tâm', '--role', 'admin')).err).toContain('user-not-found');
    } finally {
      await archive.close();
    }
    const listed = JSON.parse((await users('list', '--json')).out);
    expect(listed).toMatchObject([
      { name: 'Lan', role: 'admin', endedAt: null },
      { name: 'Tâm', role: 'reader', endedAt: expect.any(String) },
    ]);
    expect(JSON.stringify(listed)).not.toContain('argon2');
  });

  it('get tokens, shown once, never beyond what they may do', async () => {
    await users('add', 'Đọc', '--role', 'reader');
    const refused = await users('token', 'Đọc', '--label', 'thử', '--scope', 'edit');
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('token-bad-scope')]);
    const made = await users('token', 'Đọc', '--label', 'bảng tính', '--days', '30');
    expect(made.out).toMatch(/^diembao_[\w-]{43}\n$/u);
    const [token] = JSON.parse((await users('tokens', '--json')).out);
    expect(token).toMatchObject({ user: 'Đọc', name: 'bảng tính', scopes: ['read'] });
    expect(JSON.stringify(token)).not.toContain(made.out.trim());
    expect((await users('revoke', String(token.id))).code).toBe(0);
    expect((await users('revoke', '999')).err).toContain('token-not-found');
  });

  it('leave their traces in the audit log', async () => {
    const found = JSON.parse((await run(['audit', '--json', '--limit', '3'])).out);
    expect(found.items.map((one: { action: string }) => one.action)).toEqual([
      'token-revoked',
      'token-made',
      'user-made',
    ]);
    const rest = JSON.parse((await run(['audit', '--json', '--after', found.next])).out);
    expect(rest.items[0]).toMatchObject({ action: 'user-ended', subject: 'Tâm', by: 'kiểm thử' });
    expect((await run(['audit', '--subject', 'Lan'])).out).toContain('user-made');
    expect((await run(['audit', '--by', 'không ai'])).out).toContain('Chưa có gì');
  });
});

it('serve with accounts wants https', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'diembao-https-'));
  try {
    const data = ['--data', directory];
    await cli(['users', 'add', 'Lan', '--role', 'admin', ...data], { stdin: PASSWORD });
    const stopped = AbortSignal.abort();
    const serve = (env: Record<string, string>, ...more: string[]) =>
      cli(['serve', '--port', '0', ...data, ...more], { env, signal: stopped });
    for (const url of ['', 'http://diembao.example.vn/']) {
      const refused = await serve({ DIEMBAO_PUBLIC_URL: url });
      expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('not-https')]);
    }
    const https = await serve({ DIEMBAO_PUBLIC_URL: 'https://diembao.example.vn/' });
    expect([https.code, https.err]).toEqual([0, '']);
    expect((await serve({}, '--insecure-http')).code).toBe(0);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
