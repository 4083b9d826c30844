import { Command } from 'commander';
import { openArchive } from '../../archive/index.ts';
import { positive } from '../choices.ts';
import { type CommonOptions, configOf, json, line, type MakeCommand } from '../io.ts';
import { table } from '../table.ts';

interface AuditOptions extends CommonOptions {
  readonly by?: string;
  readonly subject?: string;
  readonly limit: number;
  readonly after?: string;
}

/** `audit`: what was changed by hand, the newest first. */
export const auditCommand: MakeCommand = (io) =>
  new Command('audit')
    .description(
      'nhật ký những gì đã sửa bằng tay: ai, lúc nào, việc gì / what was changed by hand: who, when, what',
    )
    .option('--by <name>', 'chỉ của người này / only by this person')
    .option('--subject <id>', 'chỉ về bài, hội nghị, bản, tài khoản này / only of this one')
    .option('--limit <n>', 'số dòng / lines', positive(1_000), 50)
    .option('--after <cursor>', 'tiếp sau "next" của lần trước (--json) / go on after this')
    .action(async ({ by, subject, limit, after, ...options }: AuditOptions) => {
      const archive = await openArchive({ directory: configOf(io, options).data, readOnly: true });
      try {
        const filter = {
          ...(by === undefined ? {} : { by: by.normalize('NFC') }),
          ...(subject === undefined ? {} : { subject }),
        };
        const found = await archive.accounts.audit.list(filter, after ?? null, limit);
        if (options.json) return await json(io, found);
        if (found.items.length === 0) return await line(io, 'Chưa có gì / nothing yet.');
        const rows = found.items.map((one) => [
          one.at,
          one.by,
          one.action,
          one.subject,
          one.detail ?? '',
        ]);
        const head = ['lúc / at', 'người / by', 'việc / what', 'về / of', ''];
        await line(io, table([head, ...rows]));
      } finally {
        await archive.close();
      }
    });
