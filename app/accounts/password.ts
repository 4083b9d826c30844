/** Passwords: what is taken as one, and its argon2id hash. */
import { hash, verify } from '@node-rs/argon2';
import { UsageError } from '../../core/errors.ts';
import { told } from '../../i18n/text.ts';

export const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;

/** OWASP's parameters for argon2id, which the package takes by itself: 19 MiB, two passes, one lane; about 20 ms. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One form whatever keyboard and system it was typed on. */
const typed = (password: string) => password.normalize('NFKC');

/** @throws UsageError `user-bad-password` */
export async function hashPassword(password: string, name: string): Promise<string> {
  const text = typed(password);
  const length = [...text].length;
  if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD)
    throw new UsageError(
      'user-bad-password',
      told('Mật khẩu cần từ {shortest} đến {longest} ký tự', {
        shortest: SHORTEST_PASSWORD,
        longest: LONGEST_PASSWORD,
      }),
    );
  if (text.toLowerCase().includes(name.toLowerCase()) && length < name.length + SHORTEST_PASSWORD)
    throw new UsageError('user-bad-password', told('Mật khẩu không được là tên đăng nhập'));
  return hash(text, OPTIONS);
}

/** Whether it is the password; for no account (`null`) it takes as long and says no. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const text = typed(password.slice(0, LONGEST_PASSWORD * 4));
  if (stored !== null) return verify(stored, text);
  await hash(text, OPTIONS);
  return false;
}
