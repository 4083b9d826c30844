import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { Command } from 'commander';
import { openForAccounts } from '../../app/accounts/open.ts';
import { makeToken, revokeToken, scopesNamed } from '../../app/accounts/tokens.ts';
import {
  type AccountParts,
  changePassword,
  changeRole,
  endUser,
  makeUser,
  roleNamed,
} from '../../app/accounts/users.ts';
import type { StoredToken, StoredUser } from '../../archive/accounts-port.ts';
import { ROLES, SCOPES } from '../../core/account.ts';
import { systemClock } from '../../core/clock.ts';
import { UsageError } from '../../core/errors.ts';
import { among, positive } from '../choices.ts';
import { type CommonOptions, configOf, type Io, json, line, type MakeCommand } from '../io.ts';
import { secretLine } from '../secret-line.ts';
import { table } from '../table.ts';

const ACTIONS = ['list', 'add', 'role', 'password', 'end', 'tokens', 'token', 'revoke'] as const;
type Action = (typeof ACTIONS)[number];

interface UsersOptions extends CommonOptions {
  readonly role?: string;
  readonly scope?: string[];
  readonly label?: string;
  readonly days?: number;
  readonly by?: string;
}

const state = ({ endedAt }: StoredUser) =>
  endedAt === null ? 'đang dùng / live' : `kết thúc / ended ${endedAt}`;

async function showUsers(io: Io, users: readonly StoredUser[]): Promise<void> {
  if (users.length === 0)
    return line(io, 'Chưa có tài khoản nào / none yet: diembao users add TÊN --role admin');
  const rows = users.map((user) => [user.name, user.role, user.createdAt, state(user)]);
  await line(io, table([['tên / name', 'vai trò / role', 'lập lúc / made', ''], ...rows]));
}

async function showTokens(io: Io, tokens: readonly StoredToken[]): Promise<void> {
  if (tokens.length === 0) return line(io, 'Chưa có khóa nào / none yet.');
  const rows = tokens.map((token) => [
    String(token.id),
    token.user,
    token.name,
    token.scopes.join(' '),
    token.expiresAt ?? '-',
    token.usedAt ?? '-',
    token.revokedAt === null ? '' : `thu hồi / revoked ${token.revokedAt}`,
  ]);
  const head = ['số / id', 'của / of', 'dùng cho / name', 'quyền / scopes', 'hạn / expires'];
  await line(io, table([[...head, 'dùng lần cuối / used', ''], ...rows]));
}

function given(value: string | undefined, what: string): string {
  if (value !== undefined) return value;
  throw new UsageError('bad-usage', `Thiếu ${what}`, { hint: 'diembao users --help' });
}

async function password(io: Io): Promise<string> {
  return secretLine(io, 'Mật khẩu (không hiện khi gõ) / password (not shown): ');
}

async function act(
  io: Io,
  parts: AccountParts,
  action: Action,
  who: string | undefined,
  options: UsersOptions,
): Promise<unknown> {
  const { users, tokens } = parts.archive.accounts;
  const by = options.by ?? userInfo().username;
  const name = () => given(who, 'tên tài khoản / the name of the account');
  const role = () => roleNamed(given(options.role, `--role (${ROLES.join(', ')})`));
  switch (action) {
    case 'list': {
      const all = await users.list();
      if (!options.json) await showUsers(io, all);
      return all;
    }
    case 'tokens': {
      const all = await tokens.list(null);
      if (!options.json) await showTokens(io, all);
      return all;
    }
    case 'add': {
      const asked = { name: name(), role: role(), password: await password(io) };
      const made = await makeUser(parts, asked, by);
      if (!options.json) await line(io, `Đã lập tài khoản / made: ${made.name} (${made.role})`);
      return made;
    }
    case 'role': {
      const changed = await changeRole(parts, name(), role(), by);
      if (!options.json) await line(io, `${changed.name}: ${changed.role}`);
      return changed;
    }
    case 'password': {
      const changed = await changePassword(parts, name(), await password(io), by);
      if (!options.json)
        await line(io, `Đã đổi mật khẩu, mọi phiên đã kết thúc / changed: ${changed.name}`);
      return changed;
    }
    case 'end': {
      const ended = await endUser(parts, name(), by);
      if (!options.json) await line(io, `Đã kết thúc tài khoản / ended: ${ended.name}`);
      return ended;
    }
    case 'token': {
      const made = await makeToken(
        { ...parts, secret: () => randomBytes(32).toString('base64url') },
        {
          user: name(),
          name: given(options.label, '--label'),
          scopes: scopesNamed(options.scope ?? ['read']),
          days: options.days ?? null,
        },
        by,
      );
      if (!options.json) {
        io.err('Khóa chỉ hiện lần này / shown this once:\n');
        await line(io, made.token);
      }
      return made;
    }
    case 'revoke': {
      const id = Number(given(who, 'số của khóa / the id of the token'));
      const revoked = await revokeToken(parts, id, null, by);
      if (!options.json) await line(io, `Đã thu hồi khóa / revoked: ${revoked.id}`);
      return revoked;
    }
  }
}

/** `users [list|add|role|password|end|tokens|token|revoke] [NAME]`, also while `serve` runs. */
export const usersCommand: MakeCommand = (io) =>
  new Command('users')
    .description(
      'tài khoản của trang web và khóa của API: xem, lập, đổi vai trò, đổi mật khẩu, kết thúc; mật khẩu gõ ở dấu nhắc hoặc là dòng đầu của stdin / accounts of the web page and tokens of the API; passwords are typed at a prompt or the first line of stdin',
    )
    .argument('[action]', ACTIONS.join(', '), among(...ACTIONS))
    .argument('[name]', 'tên tài khoản; với revoke: số của khóa / the account; for revoke: the id')
    .option('--role <role>', `add, role: ${ROLES.join(', ')}`, among(...ROLES))
    .option('--scope <scopes...>', `token: ${SCOPES.join(', ')} (read)`)
    .option('--label <text>', 'token: dùng cho việc gì / what it is for')
    .option('--days <n>', 'token: hạn, số ngày / until it expires', positive(3_650))
    .option('--by <name>', 'người làm, ghi vào nhật ký / who does it, for the audit log')
    .action(async (action: Action | undefined, name: string | undefined, options: UsersOptions) => {
      const archive = await openForAccounts(configOf(io, options).data);
      try {
        const done = await act(
          io,
          { archive, clock: systemClock },
          action ?? 'list',
          name,
          options,
        );
        if (options.json) await json(io, done);
      } finally {
        await archive.close();
      }
    });
