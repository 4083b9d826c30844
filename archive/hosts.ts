/** What is known of servers beyond one URL. */
import type { Database } from './database.ts';
import type { Hosts } from './port.ts';

export function hosts(db: Database): Hosts {
  return {
    async distrustedAt(host) {
      const row = await db
        .selectFrom('hosts')
        .select('distrusted_at')
        .where('host', '=', host)
        .executeTakeFirst();
      return row?.distrusted_at ?? null;
    },
    async distrust(host, at) {
      await db
        .insertInto('hosts')
        .values({ host, distrusted_at: at })
        .onConflict((c) => c.column('host').doUpdateSet({ distrusted_at: at }))
        .execute();
    },
  };
}
