/** Every command in one place; `--help` and docs/cli.md are made from it. */
import { Command } from 'commander';
import { programVersion } from '../app/config.ts';
import { archiveCommand } from './commands/archive.ts';
import { auditCommand } from './commands/audit.ts';
import { backupCommand, restoreCommand } from './commands/backup.ts';
import { correctCommand } from './commands/correct.ts';
import { crawlCommand } from './commands/crawl.ts';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { indexCommand } from './commands/index-articles.ts';
import { newspapersCommand } from './commands/newspapers.ts';
import { parseCommand } from './commands/parse.ts';
import { pressReviewCommand } from './commands/press-review.ts';
import { quarantineCommand } from './commands/quarantine.ts';
import { readCommand } from './commands/read.ts';
import { reconcileCommand } from './commands/reconcile.ts';
import { reparseCommand } from './commands/reparse.ts';
import { reportCommand } from './commands/report.ts';
import { savedCommand } from './commands/saved.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand, workerCommand } from './commands/serve.ts';
import { statusCommand } from './commands/status.ts';
import { usersCommand } from './commands/users.ts';
import type { Io, MakeCommand } from './io.ts';

const COMMANDS: readonly MakeCommand[] = [
  demoCommand,
  serveCommand,
  crawlCommand,
  parseCommand,
  reparseCommand,
  quarantineCommand,
  indexCommand,
  reconcileCommand,
  importCommand,
  searchCommand,
  savedCommand,
  exportCommand,
  readCommand,
  correctCommand,
  pressReviewCommand,
  newspapersCommand,
  statusCommand,
  reportCommand,
  usersCommand,
  auditCommand,
  doctorCommand,
  archiveCommand,
  backupCommand,
  restoreCommand,
  workerCommand,
];

export function buildProgram(io: Io, exit: (code: number) => void): Command {
  const program = new Command('diembao')
    .description(
      'Điểm Báo: thu thập, đọc và tìm tin trên báo địa phương Việt Nam\n' +
        "Điểm Báo: crawls, reads and searches Vietnam's provincial newspapers",
    )
    .version(programVersion())
    .helpOption('-h, --help', 'hướng dẫn / help')
    .helpCommand('help [command]', 'hướng dẫn một lệnh / help for a command')
    .addHelpText(
      'after',
      '\nMã thoát / exit codes: 0 xong / done, 1 xong một phần hoặc lỗi / in part or failed, 2 dùng sai / wrong usage',
    );
  for (const make of COMMANDS) {
    const command = make(io, exit);
    command
      .helpOption('-h, --help', 'hướng dẫn / help')
      .option('--data <dir>', 'thư mục dữ liệu / data directory (DIEMBAO_DATA, ./data)')
      .option('--json', 'in JSON / print JSON');
    program.addCommand(command);
  }
  for (const command of [program, ...program.commands]) {
    command.exitOverride();
    command.configureOutput({
      writeOut: (text) => void io.out(text),
      writeErr: (text) => io.err(text),
    });
  }
  return program;
}
