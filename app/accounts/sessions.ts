/** Sessions: a random id in the reader's cookie, its hash in the archive. */
import { createHmac } from 'node:crypto';
import type { StoredUser, UserWithPassword } from '../../archive/accounts-port.ts';
import { accountKey } from '../../core/account.ts';
import { DiembaoError } from '../../core/errors.ts';
import { sha256 } from '../../core/ids.ts';
import { told } from '../../i18n/text.ts';
import { isPassword } from './password.ts';
import type { Throttle } from './throttle.ts';
import type { AccountParts } from './users.ts';

/** Without a request for so long, and in all. */
const IDLE_MS = 12 * 3_600_000;
const LONGEST_MS = 7 * 24 * 3_600_000;
/** How seldom it is noted that a session is used. */
const NOTED_MS = 5 * 60_000;

export interface SessionParts extends AccountParts {
  /** 256 random bits as text. */
  readonly secret: () => string;
  readonly throttle: Throttle;
}

function expiry(startedMs: number, nowMs: number): string {
  return new Date(Math.min(startedMs + LONGEST_MS, nowMs + IDLE_MS)).toISOString();
}

/** Somebody must wait before the next try. */
export class LogInTooSoon extends DiembaoError {
  override readonly name = 'LogInTooSoon';
  readonly seconds: number;

  constructor(seconds: number) {
    super(
      'log-in-too-soon',
      `Sai nhiều lần. Xin thử lại sau ${seconds} giây. / Too many failures: try again in ${seconds} s.`,
    );
    this.seconds = seconds;
  }
}

/**
 * Begins a session; an earlier one of the same browser ends, so that nobody goes on with an id that was given to
 * him by others. Unknown names and wrong passwords end in the same words after the same time.
 * @param former the session id that the browser had
 * @returns the new session's id
 * @throws DiembaoError `log-in-wrong`; LogInTooSoon
 */
export async function logIn(
  { archive, clock, secret, throttle }: SessionParts,
  given: { readonly name: string; readonly password: string; readonly address: string },
  former: string | null,
): Promise<{ readonly id: string; readonly user: StoredUser }> {
  const { users, sessions } = archive.accounts;
  const key = accountKey(given.name).slice(0, 100);
  const wait = throttle.wait(key, given.address);
  if (wait > 0) throw new LogInTooSoon(Math.ceil(wait / 1000));
  // Counted before it is known, so that many tries at once are many tries.
  throttle.failed(key, given.address);
  const user = await users.byName(given.name.slice(0, 400));
  const live = user !== null && user.endedAt === null ? user : null;
  const right = await isPassword(live?.passwordHash ?? null, given.password);
  if (live === null || !right)
    throw new DiembaoError('log-in-wrong', told('Tên hoặc mật khẩu không đúng.'));
  throttle.succeeded(key, given.address);
  const now = clock.now();
  await sessions.prune(now.toISOString());
  if (former !== null) await sessions.end(sha256(former));
  const id = secret();
  await sessions.begin(
    sha256(id),
    live.id,
    now.toISOString(),
    expiry(now.getTime(), now.getTime()),
  );
  return { id, user: live };
}

/** Whose session it is; null for none that is in force. */
export async function sessionUser(
  { archive, clock }: AccountParts,
  id: string,
): Promise<UserWithPassword | null> {
  const { sessions } = archive.accounts;
  const now = clock.now();
  const found = await sessions.get(sha256(id), now.toISOString());
  if (found === null) return null;
  if (now.getTime() - Date.parse(found.seenAt) >= NOTED_MS)
    await sessions.seen(
      sha256(id),
      now.toISOString(),
      expiry(Date.parse(found.startedAt), now.getTime()),
    );
  return found.user;
}

export function logOut({ archive }: AccountParts, id: string): Promise<void> {
  return archive.accounts.sessions.end(sha256(id));
}

/**
 * What a form must bring along: only pages of that account hold it. It changes with the password and not with
 * the session, so that a form left open while the session ran out can still be sent after the next log-in.
 */
export function formToken({ id, passwordHash }: UserWithPassword): string {
  return createHmac('sha256', passwordHash).update(`form:${id}`).digest('base64url');
}
