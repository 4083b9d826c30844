/** Opening the archive: the lock, the schema, and the parts put together. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Article } from '../core/article.ts';
import { DiembaoError } from '../core/errors.ts';
import { type Logger, silent } from '../core/log.ts';
import { openSqlite } from '../core/sqlite.ts';
import { told } from '../i18n/text.ts';
import { articles } from './articles.ts';
import { audit } from './audit.ts';
import { backfills } from './backfills.ts';
import { backup } from './backup.ts';
import { conferences } from './conferences.ts';
import { corrections } from './corrections.ts';
import { openDatabase } from './database.ts';
import { describeOlder } from './describe-conference.ts';
import { frontier } from './frontier.ts';
import { hosts } from './hosts.ts';
import { indexState } from './index-state.ts';
import { ARCHIVE_FILE } from './layout.ts';
import { takeLock } from './lock.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { newspaperChecks } from './newspaper-checks.ts';
import { nights } from './nights.ts';
import { catchUpOfficials } from './official-backlog.ts';
import { officials } from './officials.ts';
import type { OfficialsOf } from './officials-port.ts';
import { pages } from './pages.ts';
import type { Archive, ConferenceJoins } from './port.ts';
import { pressReviews } from './press-reviews.ts';
import { retention } from './retention.ts';
import { incidents, runs } from './runs.ts';
import { savedSearches } from './saved-searches.ts';
import { sessions, tokens } from './sessions.ts';
import { faults } from './soundness.ts';
import { tallied } from './tallies.ts';
import { users } from './users.ts';

export interface ArchiveOptions {
  /** The data directory; the archive is its `archive.db`. */
  readonly directory?: string;
  /** The file itself, or `:memory:`. Given instead of `directory`. */
  readonly file?: string;
  /** Opens beside a writer, takes no lock, and refuses to write. */
  readonly readOnly?: boolean;
  /**
   * Opens for writing beside the process that holds the lock: for what no job touches (accounts), in single
   * transactions. Makes no archive and brings up no schema.
   */
  readonly beside?: boolean;
  readonly log?: Logger;
  /** Random ids: conferences and officials get theirs from here. */
  readonly newId?: () => string;
  /**
   * How the conferences of a record are joined, asked where a correction changed them. Left out: they stay
   * joined as they were.
   */
  readonly rejoin?: (article: Article) => ConferenceJoins;
  /** Who of an article's people goes into the register of officials, and as whom. Left out: nobody. */
  readonly officialsOf?: OfficialsOf;
}

function fileOf({ directory, file }: ArchiveOptions): string {
  if ((directory === undefined) === (file === undefined))
    throw new DiembaoError('archive-options', 'archive: give either a directory or a file');
  if (file === ':memory:') return file;
  return resolve(file ?? join(directory ?? '', ARCHIVE_FILE));
}

/**
 * Opens the archive; a writer creates it, or brings it to the newest schema.
 * @throws DiembaoError `archive-locked` (another process writes), `archive-missing`, `archive-older`
 *   (to read only, and nothing to read or an older schema), `archive-newer`, `archive-foreign`
 */
export async function openArchive(options: ArchiveOptions): Promise<Archive> {
  const file = fileOf(options);
  const readOnly = options.readOnly ?? false;
  const guest = readOnly || (options.beside ?? false);
  const log = options.log ?? silent;
  const newId = options.newId ?? (() => randomBytes(8).toString('hex'));
  const officialsOf = options.officialsOf ?? (() => []);
  const derive = { newId, officialsOf, rejoin: options.rejoin ?? null };
  const memory = file === ':memory:';
  if (guest && !memory && !existsSync(file))
    throw new DiembaoError('archive-missing', told('Chưa có kho ở {file}', { file }), {
      hint: told('Lần thu thập đầu tiên lập kho; xem thử ngay: npm run demo'),
    });
  if (!guest && !memory) mkdirSync(dirname(file), { recursive: true });
  const lock = guest || memory ? null : takeLock(file, process.pid);
  try {
    const sqlite = openSqlite(file, { readOnly });
    try {
      const found = guest ? schemaVersion(sqlite) : migrate(sqlite);
      if (guest && found < MIGRATIONS.length)
        throw new DiembaoError(
          'archive-older',
          `archive ${file}: its schema is ${found}, this program reads ${MIGRATIONS.length}`,
          { hint: 'start a command that writes (crawl, serve) once: it brings the archive up' },
        );
      if (!guest && found > 0 && found < MIGRATIONS.length)
        log.info({ file, from: found, to: MIGRATIONS.length }, 'archive: schema brought up');
      const db = openDatabase(sqlite);
      if (!guest) await describeOlder(db);
      const home = memory ? null : dirname(file);
      const rawPages = pages(db, home);
      return {
        frontier: frontier(db),
        backfills: backfills(db),
        hosts: hosts(db),
        pages: rawPages,
        articles: articles(db, derive),
        corrections: corrections(db, derive),
        pressReviews: pressReviews(db, newId),
        index: indexState(db, readOnly),
        conferences: conferences(db, newId),
        officials: officials(db, newId, catchUpOfficials(db, officialsOf, newId)),
        runs: runs(db, newId()),
        incidents: incidents(db),
        nights: nights(db),
        savedSearches: savedSearches(db, newId),
        newspaperChecks: newspaperChecks(db),
        retention: retention(db, home, rawPages),
        accounts: {
          users: users(db),
          sessions: sessions(db),
          tokens: tokens(db),
          audit: audit(db),
        },
        counts: () => tallied(db, sqlite),
        check: () => faults(db),
        backup: (directory) => backup(db, sqlite, home, directory),
        close: async () => {
          // Through Kysely, so that a transaction under way ends first.
          await db.connection().execute(async () => sqlite.close());
          lock?.release();
        },
      };
    } catch (error) {
      sqlite.close();
      throw error;
    }
  } catch (error) {
    lock?.release();
    throw error;
  }
}
