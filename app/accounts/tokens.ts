/** Tokens for programs: shown once, stored as a hash, never more than their owner may do. */
import type { StoredToken, StoredUser } from '../../archive/accounts-port.ts';
import { holds, SCOPE_NEEDS, SCOPES, Scope } from '../../core/account.ts';
import { DiembaoError, UsageError } from '../../core/errors.ts';
import { sha256 } from '../../core/ids.ts';
import { told } from '../../i18n/text.ts';
import { type AccountParts, userNamed } from './users.ts';

/** So that a token is known as one wherever it turns up. */
const PREFIX = 'diembao_';
/** How seldom it is noted that a token is used. */
const NOTED_MS = 60_000;
const MOST_DAYS = 3_650;

/** @throws UsageError `token-bad-scope` */
export function scopesNamed(texts: readonly string[]): Scope[] {
  const found = SCOPES.filter((scope) => texts.includes(scope));
  if (found.length > 0 && texts.every((text) => Scope.safeParse(text).success)) return found;
  throw new UsageError(
    'token-bad-scope',
    told('Quyền của khóa là một hay nhiều trong: {scopes}', { scopes: SCOPES.join(', ') }),
  );
}

/**
 * @param days until it expires; null: never
 * @returns with the token itself, which cannot be had again
 * @throws UsageError `token-bad-name`, `token-bad-days`, `token-bad-scope`; DiembaoError `user-not-found`
 */
export async function makeToken(
  parts: AccountParts & { readonly secret: () => string },
  asked: {
    readonly user: string;
    readonly name: string;
    readonly scopes: readonly Scope[];
    readonly days: number | null;
  },
  by: string,
): Promise<StoredToken & { readonly token: string }> {
  const user = await userNamed(parts, asked.user);
  const name = asked.name
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  if (name === '' || name.length > 80)
    throw new UsageError('token-bad-name', told('Ghi tên khóa, tối đa 80 ký tự'));
  const { days } = asked;
  if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= MOST_DAYS))
    throw new UsageError('token-bad-days', told('Hạn là 1 đến {n} ngày', { n: MOST_DAYS }));
  const scopes = scopesNamed(asked.scopes);
  const refused = scopes.filter((scope) => !holds(user.role, SCOPE_NEEDS[scope]));
  if (refused.length > 0)
    throw new UsageError(
      'token-bad-scope',
      told('"{name}" ({role}) không thể giao quyền {refused}', {
        name: user.name,
        role: user.role,
        refused: refused.join(', '),
      }),
    );
  const now = parts.clock.now();
  const token = `${PREFIX}${parts.secret()}`;
  const expiresAt =
    days === null ? null : new Date(now.getTime() + days * 86_400_000).toISOString();
  const stored = await parts.archive.accounts.tokens.add(
    { user: user.id, name, hash: sha256(token), scopes, expiresAt },
    by,
    now.toISOString(),
  );
  return { ...stored, token };
}

/** Whose token it is, and that it was used; null for none that is in force. */
export async function tokenUser(
  { archive, clock }: AccountParts,
  token: string,
): Promise<{ readonly token: StoredToken; readonly user: StoredUser } | null> {
  const { tokens } = archive.accounts;
  const now = clock.now();
  const found = await tokens.get(sha256(token), now.toISOString());
  if (found === null) return null;
  const last = found.token.usedAt;
  if (last === null || now.getTime() - Date.parse(last) >= NOTED_MS)
    await tokens.used(found.token.id, now.toISOString());
  return found;
}

/**
 * @param owner whose token it must be; null: anybody's
 * @throws DiembaoError `token-not-found`
 */
export async function revokeToken(
  { archive, clock }: AccountParts,
  id: number,
  owner: number | null,
  by: string,
): Promise<StoredToken> {
  const at = clock.now().toISOString();
  const revoked = await archive.accounts.tokens.revoke(id, owner, by, at);
  if (revoked) return revoked;
  throw new DiembaoError('token-not-found', told('Không có khóa số {id}', { id }));
}
