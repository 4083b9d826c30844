import { Command } from 'commander';
import { openLibrary } from '../../app/compose.ts';
import { type BackupReport, restoreBackup } from '../../archive/index.ts';
import { type CommonOptions, configOf, type Io, json, line, type MakeCommand } from '../io.ts';
import { bytes, number } from '../table.ts';

/** `backup DIR`: a verified copy of the archive, taken while others write. */
export const backupCommand: MakeCommand = (io) =>
  new Command('backup')
    .description('sao lưu kho, cả khi đang chạy / back the archive up, also while it is in use')
    .argument('<dir>', 'thư mục đích / target directory')
    .action(async (directory: string, options: CommonOptions) => {
      const library = await openLibrary(configOf(io, options));
      try {
        const report = await library.archive.backup(directory);
        if (options.json) await json(io, report);
        else
          await line(
            io,
            `Đã sao lưu ${number(report.counts.articles)} bài, ${number(report.counts.pages)} trang (${bytes(report.bytes)}) vào ${report.file}; đã kiểm tra toàn vẹn.`,
          );
        if (!options.json) await tellWarc(io, report.warc);
      } finally {
        await library.close();
      }
    });

async function tellWarc(io: Io, { files, bytes: size, left }: BackupReport['warc']): Promise<void> {
  if (files > 0) await line(io, `Kèm ${number(files)} tệp WARC (${bytes(size)}).`);
  for (const path of left)
    await line(io, `KHÔNG kèm tệp WARC ${path}: tệp ở ngoài thư mục dữ liệu hoặc bị thiếu.`);
}

/** `restore DIR`: puts a backup in place after verifying it; never over a filled archive unless told to. */
export const restoreCommand: MakeCommand = (io) =>
  new Command('restore')
    .description('khôi phục kho từ bản sao lưu / restore the archive from a backup')
    .argument('<backup>', 'tệp hoặc thư mục sao lưu / backup file or directory')
    .option('--force', 'thay kho đang có / replace a filled archive')
    .action(async (backup: string, options: CommonOptions & { force?: boolean }) => {
      const { data } = configOf(io, options);
      const report = await restoreBackup(backup, data, { force: options.force ?? false });
      if (options.json) await json(io, report);
      else {
        await line(
          io,
          `Đã khôi phục ${number(report.counts.articles)} bài vào ${data}. Chạy tiếp: diembao index --rebuild`,
        );
        await tellWarc(io, report.warc);
      }
    });
