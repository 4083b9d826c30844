/** The archive's door. */
export { restoreBackup } from './backup.ts';
export { ARCHIVE_FILE } from './layout.ts';
export { lockHolder } from './lock.ts';
export { type ArchiveOptions, openArchive } from './open.ts';
export type * from './port.ts';
