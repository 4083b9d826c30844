/** Names in the data directory. */

export const ARCHIVE_FILE = 'archive.db';

/** Raw pages that were moved out of the archive. */
export const WARC_DIRECTORY = 'warc';
