/** Making, changing and ending accounts: the one way for page and command line. */
import type { StoredUser, UserWithPassword } from '../../archive/accounts-port.ts';
import type { Archive } from '../../archive/port.ts';
import { AccountName, Role } from '../../core/account.ts';
import type { Clock } from '../../core/clock.ts';
import { DiembaoError, UsageError } from '../../core/errors.ts';
import { told } from '../../i18n/text.ts';
import { hashPassword } from './password.ts';

export interface AccountParts {
  readonly archive: Pick<Archive, 'accounts'>;
  readonly clock: Pick<Clock, 'now'>;
}

const at = ({ clock }: AccountParts) => clock.now().toISOString();

/** @throws UsageError `user-bad-name` */
export function accountName(text: string): string {
  const parsed = AccountName.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new UsageError(
    'user-bad-name',
    told('Tên tài khoản có 2 đến 80 ký tự: chữ, số, dấu cách, . _ - @'),
  );
}

/** @throws UsageError `user-bad-role` */
export function roleNamed(text: string): Role {
  const parsed = Role.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new UsageError(
    'user-bad-role',
    told('Vai trò là một trong: {roles}', { roles: Role.options.join(', ') }),
  );
}

/** @throws DiembaoError `user-not-found`, also for an ended account */
export async function userNamed(parts: AccountParts, name: string): Promise<UserWithPassword> {
  const user = await parts.archive.accounts.users.byName(name);
  if (user && user.endedAt === null) return user;
  throw new DiembaoError('user-not-found', told('Không có tài khoản "{name}"', { name }), {
    hint: 'diembao users list',
  });
}

/**
 * The first account must be an admin's, so that there is one.
 * @throws UsageError `user-bad-name`, `user-bad-password`, `user-first-admin`; DiembaoError `user-exists`
 */
export async function makeUser(
  parts: AccountParts,
  {
    name,
    role,
    password,
  }: { readonly name: string; readonly role: Role; readonly password: string },
  by: string,
): Promise<StoredUser> {
  const known = accountName(name);
  const { users } = parts.archive.accounts;
  if (role !== 'admin' && !(await users.any()))
    throw new UsageError('user-first-admin', told('Tài khoản đầu tiên phải là quản trị'), {
      hint: `diembao users add "${known}" --role admin`,
    });
  const passwordHash = await hashPassword(password, known);
  return users.add({ name: known, role, passwordHash }, by, at(parts));
}

/** @throws DiembaoError `user-not-found`, `user-last-admin` */
export async function changeRole(
  parts: AccountParts,
  name: string,
  role: Role,
  by: string,
): Promise<StoredUser> {
  const { id } = await userNamed(parts, name);
  return parts.archive.accounts.users.setRole(id, role, by, at(parts));
}

/** Ends all sessions of the account. @throws UsageError `user-bad-password`; DiembaoError `user-not-found` */
export async function changePassword(
  parts: AccountParts,
  name: string,
  password: string,
  by: string,
): Promise<StoredUser> {
  const user = await userNamed(parts, name);
  const passwordHash = await hashPassword(password, user.name);
  return parts.archive.accounts.users.setPassword(user.id, passwordHash, by, at(parts));
}

/** @throws DiembaoError `user-not-found`, `user-last-admin` */
export async function endUser(parts: AccountParts, name: string, by: string): Promise<StoredUser> {
  const { id } = await userNamed(parts, name);
  return parts.archive.accounts.users.end(id, by, at(parts));
}
