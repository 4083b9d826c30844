/** Users: none is ever deleted, so that a name never comes to mean somebody else. */
import { accountKey } from '../core/account.ts';
import { DiembaoError } from '../core/errors.ts';
import { told } from '../i18n/text.ts';
import type { StoredUser, Users, UserWithPassword } from './accounts-port.ts';
import type { UsersTable } from './accounts-tables.ts';
import { note } from './audit.ts';
import type { Database } from './database.ts';

export type UserRow = Omit<UsersTable, 'id'> & { readonly id: number };

export const storedUser = (row: Omit<UserRow, 'password_hash' | 'name_key'>): StoredUser => ({
  id: row.id,
  name: row.name,
  role: row.role,
  createdAt: row.created_at,
  passwordAt: row.password_at,
  endedAt: row.ended_at,
});

export const withPassword = (row: Omit<UserRow, 'name_key'>): UserWithPassword => ({
  ...storedUser(row),
  passwordHash: row.password_hash,
});

async function live(trx: Database, id: number): Promise<UserRow> {
  const row = await trx
    .selectFrom('users')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (row) return row;
  throw new DiembaoError('user-not-found', told('Không có tài khoản này'));
}

/** Somebody must be able to keep the accounts. */
async function notTheLastAdmin(trx: Database, { id, role, name }: UserRow): Promise<void> {
  if (role !== 'admin') return;
  const other = await trx
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'admin')
    .where('ended_at', 'is', null)
    .where('id', '!=', id)
    .executeTakeFirst();
  if (other) return;
  throw new DiembaoError(
    'user-last-admin',
    told('"{name}" là quản trị cuối cùng; hãy giao quyền quản trị cho người khác trước', { name }),
  );
}

export function users(db: Database): Users {
  return {
    async any() {
      return (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) !== undefined;
    },

    add: ({ name, role, passwordHash }, by, at) =>
      db.transaction().execute(async (trx) => {
        const key = accountKey(name);
        const known = await trx
          .selectFrom('users')
          .select('ended_at')
          .where('name_key', '=', key)
          .executeTakeFirst();
        if (known)
          throw new DiembaoError(
            'user-exists',
            known.ended_at === null
              ? told('Đã có tài khoản "{name}"', { name })
              : told('Tên "{name}" là của một tài khoản đã kết thúc; hãy chọn tên khác', { name }),
          );
        const row = await trx
          .insertInto('users')
          .values({
            name,
            name_key: key,
            role,
            password_hash: passwordHash,
            password_at: at,
            created_at: at,
            ended_at: null,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        await note(trx, { at, by, action: 'user-made', subject: name, detail: role });
        return storedUser(row);
      }),

    async byName(name) {
      const row = await db
        .selectFrom('users')
        .selectAll()
        .where('name_key', '=', accountKey(name))
        .executeTakeFirst();
      return row === undefined ? null : withPassword(row);
    },

    async list() {
      return (await db.selectFrom('users').selectAll().orderBy('name_key').execute()).map(
        storedUser,
      );
    },

    setRole: (id, role, by, at) =>
      db.transaction().execute(async (trx) => {
        const found = await live(trx, id);
        if (found.role === role) return storedUser(found);
        await notTheLastAdmin(trx, found);
        await trx.updateTable('users').set({ role }).where('id', '=', id).execute();
        await note(trx, {
          at,
          by,
          action: 'user-role',
          subject: found.name,
          detail: `${found.role} → ${role}`,
        });
        return storedUser({ ...found, role });
      }),

    setPassword: (id, passwordHash, by, at) =>
      db.transaction().execute(async (trx) => {
        const found = await live(trx, id);
        await trx
          .updateTable('users')
          .set({ password_hash: passwordHash, password_at: at })
          .where('id', '=', id)
          .execute();
        await trx.deleteFrom('sessions').where('user', '=', id).execute();
        await note(trx, { at, by, action: 'user-password', subject: found.name, detail: null });
        return storedUser({ ...found, password_at: at });
      }),

    end: (id, by, at) =>
      db.transaction().execute(async (trx) => {
        const found = await live(trx, id);
        await notTheLastAdmin(trx, found);
        await trx.updateTable('users').set({ ended_at: at }).where('id', '=', id).execute();
        await trx.deleteFrom('sessions').where('user', '=', id).execute();
        await trx
          .updateTable('tokens')
          .set({ revoked_at: at })
          .where('user', '=', id)
          .where('revoked_at', 'is', null)
          .execute();
        await note(trx, { at, by, action: 'user-ended', subject: found.name, detail: null });
        return storedUser({ ...found, ended_at: at });
      }),
  };
}
