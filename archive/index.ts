/** The archive's door. */
export { restoreBackup } from './backup.ts';
export { type Compacted, compactArchive } from './compact.ts';
export { ARCHIVE_FILE, WARC_DIRECTORY } from './layout.ts';
export { lockHolder } from './lock.ts';
export { type ArchiveOptions, openArchive } from './open.ts';
export type * from './port.ts';
export { unreadable } from './unreadable.ts';
export { type PageOfRecord, pageOfRecord } from './warc/page-record.ts';
export { MAX_RECORD, readWarc, type WarcItem } from './warc/read.ts';
export { isFault, type WarcFault } from './warc/record.ts';
export { openWarcWriter, type WarcWriter } from './warc/write.ts';
