/** Sessions and tokens: only hashes of their secrets are stored. */
import { Scope } from '../core/account.ts';
import type { Sessions, StoredToken, Tokens } from './accounts-port.ts';
import type { TokensTable } from './accounts-tables.ts';
import { note } from './audit.ts';
import type { Database } from './database.ts';
import { storedUser, withPassword } from './users.ts';

const USER = [
  'u.id as user_id',
  'u.name as user_name',
  'u.role',
  'u.password_hash',
  'u.password_at',
  'u.created_at as user_created_at',
  'u.ended_at',
] as const;

interface OwnerRow {
  readonly user_id: number;
  readonly user_name: string;
  readonly role: Parameters<typeof withPassword>[0]['role'];
  readonly password_hash: string;
  readonly password_at: string;
  readonly user_created_at: string;
  readonly ended_at: string | null;
}

const ownerRow = (row: OwnerRow) => ({
  id: row.user_id,
  name: row.user_name,
  role: row.role,
  password_hash: row.password_hash,
  password_at: row.password_at,
  created_at: row.user_created_at,
  ended_at: row.ended_at,
});

export function sessions(db: Database): Sessions {
  return {
    async begin(hash, user, at, expiresAt) {
      await db
        .insertInto('sessions')
        .values({ hash, user, started_at: at, seen_at: at, expires_at: expiresAt })
        .onConflict((on) => on.column('hash').doNothing())
        .execute();
    },

    async get(hash, now) {
      const row = await db
        .selectFrom('sessions as s')
        .innerJoin('users as u', 'u.id', 's.user')
        .select(['s.started_at', 's.seen_at', ...USER])
        .where('s.hash', '=', hash)
        .where('s.expires_at', '>', now)
        .where('u.ended_at', 'is', null)
        .executeTakeFirst();
      return row === undefined
        ? null
        : { user: withPassword(ownerRow(row)), startedAt: row.started_at, seenAt: row.seen_at };
    },

    async seen(hash, at, expiresAt) {
      await db
        .updateTable('sessions')
        .set({ seen_at: at, expires_at: expiresAt })
        .where('hash', '=', hash)
        .execute();
    },

    async end(hash) {
      await db.deleteFrom('sessions').where('hash', '=', hash).execute();
    },

    async prune(now) {
      await db.deleteFrom('sessions').where('expires_at', '<=', now).execute();
    },
  };
}

type TokenRow = Omit<TokensTable, 'id' | 'hash' | 'user'> & {
  readonly id: number;
  readonly user_name: string;
};

function storedToken(row: TokenRow): StoredToken {
  return {
    id: row.id,
    user: row.user_name,
    name: row.name,
    scopes: row.scopes.split(' ').map((scope) => Scope.parse(scope)),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    revokedAt: row.revoked_at,
  };
}

const TOKEN = [
  't.id',
  't.name',
  't.scopes',
  't.created_at',
  't.expires_at',
  't.used_at',
  't.revoked_at',
] as const;

export function tokens(db: Database): Tokens {
  const all = (on: Database) =>
    on.selectFrom('tokens as t').innerJoin('users as u', 'u.id', 't.user').select(TOKEN);

  return {
    add: ({ user, name, hash, scopes, expiresAt }, by, at) =>
      db.transaction().execute(async (trx) => {
        const { id } = await trx
          .insertInto('tokens')
          .values({
            user,
            name,
            hash,
            scopes: scopes.join(' '),
            created_at: at,
            expires_at: expiresAt,
            used_at: null,
            revoked_at: null,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        const row = await all(trx)
          .select('u.name as user_name')
          .where('t.id', '=', id)
          .executeTakeFirstOrThrow();
        const detail = `#${id} ${name} (${scopes.join(' ')})`;
        await note(trx, { at, by, action: 'token-made', subject: row.user_name, detail });
        return storedToken(row);
      }),

    async get(hash, now) {
      const row = await all(db)
        .select(USER)
        .where('t.hash', '=', hash)
        .where('t.revoked_at', 'is', null)
        .where('u.ended_at', 'is', null)
        .where((eb) => eb.or([eb('t.expires_at', 'is', null), eb('t.expires_at', '>', now)]))
        .executeTakeFirst();
      return row === undefined
        ? null
        : { token: storedToken(row), user: storedUser(ownerRow(row)) };
    },

    async used(id, at) {
      await db.updateTable('tokens').set({ used_at: at }).where('id', '=', id).execute();
    },

    async list(user) {
      const rows = await all(db)
        .select('u.name as user_name')
        .$if(user !== null, (q) => q.where('t.user', '=', user ?? 0))
        .orderBy('t.id', 'desc')
        .execute();
      return rows.map(storedToken);
    },

    revoke: (id, user, by, at) =>
      db.transaction().execute(async (trx) => {
        const row = await all(trx)
          .select('u.name as user_name')
          .where('t.id', '=', id)
          .$if(user !== null, (q) => q.where('t.user', '=', user ?? 0))
          .executeTakeFirst();
        if (row === undefined) return null;
        if (row.revoked_at !== null) return storedToken(row);
        await trx.updateTable('tokens').set({ revoked_at: at }).where('id', '=', id).execute();
        const detail = `#${id} ${row.name}`;
        await note(trx, { at, by, action: 'token-revoked', subject: row.user_name, detail });
        return storedToken({ ...row, revoked_at: at });
      }),
  };
}
