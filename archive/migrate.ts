/** Brings a database to the program's schema. The version stands in SQLite's user_version. */
import { DiembaoError } from '../core/errors.ts';
import type { Sqlite } from '../core/sqlite.ts';
import { MIGRATIONS } from './migrations/index.ts';

/** Marks a SQLite file as an archive: "DmBo". */
export const APPLICATION_ID = 0x446d426f;

/** The version of a database; 0 for an empty one. @throws `archive-foreign`, `archive-newer` */
export function schemaVersion(db: Sqlite, migrations = MIGRATIONS): number {
  const version = Number(db.pragma('user_version'));
  const tables = db.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n;
  if (Number(db.pragma('application_id')) !== APPLICATION_ID && (tables !== 0 || version !== 0))
    throw new DiembaoError('archive-foreign', `archive ${db.file}: this database is no archive`, {
      hint: 'name another data directory',
    });
  if (version > migrations.length)
    throw new DiembaoError(
      'archive-newer',
      `archive ${db.file}: its schema ${version} is newer than this program's ${migrations.length}`,
      { hint: 'run the newer program that wrote it' },
    );
  return version;
}

/** Runs the migrations that are missing, each in its own transaction. Answers the version found. */
export function migrate(db: Sqlite, migrations = MIGRATIONS): number {
  const found = schemaVersion(db, migrations);
  // A migration may rebuild a table that others refer to; references are checked before it commits.
  db.exec('PRAGMA foreign_keys = OFF');
  try {
    for (const [i, script] of migrations.entries()) {
      if (i < found) continue;
      db.transaction(() => {
        db.exec(script);
        const faults = db.prepare('PRAGMA foreign_key_check').all();
        if (faults.length > 0)
          throw new DiembaoError(
            'archive-migration',
            `archive ${db.file}: migration ${i + 1} breaks ${faults.length} references`,
            { hint: 'nothing was changed; report this' },
          );
        db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${i + 1}`);
      });
    }
  } finally {
    db.exec('PRAGMA foreign_keys = ON');
  }
  return found;
}
