/** Names in the data directory. */

export const ARCHIVE_FILE = 'archive.db';
