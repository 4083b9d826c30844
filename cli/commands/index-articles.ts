import { Command } from 'commander';
import { catchUp } from '../../app/catch-up.ts';
import { openWorks } from '../../app/compose.ts';
import { type RebuildProgress, rebuild } from '../../app/rebuild.ts';
import { UsageError } from '../../core/errors.ts';
import { type CommonOptions, configOf, type Io, json, line, type MakeCommand } from '../io.ts';
import { number } from '../table.ts';

interface IndexOptions extends CommonOptions {
  readonly rebuild?: boolean;
  readonly allowLoss?: number;
}

function count(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError('bad-number', `"${text}": phải là số / must be a number`);
}

const PHASES = { build: 'làm chỉ mục', compare: 'đối chiếu với kho' } as const;
/** Without a terminal a line is written every so many articles. */
const EVERY = 10_000;

/** One line that is rewritten, or one now and then where nobody looks. */
function show(io: Io): (progress: RebuildProgress) => void {
  let last = 0;
  return ({ phase, done, total }) => {
    const text = `${PHASES[phase]}: ${number(done)}/${number(total)} bài`;
    if (io.interactive) return io.err(`\r\u001b[2K${text}`);
    if (done < total && Math.abs(done - last) < EVERY) return;
    last = done;
    io.err(`${text}\n`);
  };
}

async function fill(io: Io, options: IndexOptions, exit: (code: number) => void) {
  const works = await openWorks(configOf(io, options));
  try {
    await works.work();
    const done = await catchUp(works, io.signal, ({ index }) => {
      if (io.interactive) io.err(`\r${number(index)} bài`);
    });
    if (io.interactive) io.err('\n');
    const total = await works.engine.count();
    if (options.json) await json(io, { indexed: done.index, total });
    else
      await line(
        io,
        `Đã đưa ${number(done.index)} bài vào chỉ mục; chỉ mục có ${number(total)} bài.`,
      );
    const refused = await works.archive.incidents.list({ code: 'index-refused' }, 1);
    const failed = await works.queue.failed(1);
    if (failed.length > 0 || refused.length > 0 || io.signal.aborted) exit(1);
  } finally {
    await works.close();
  }
}

async function anew(io: Io, options: IndexOptions, exit: (code: number) => void) {
  const works = await openWorks(configOf(io, options));
  try {
    const report = await rebuild(works, {
      signal: io.signal,
      allowLoss: options.allowLoss ?? 0,
      onProgress: show(io),
    }).finally(() => {
      if (io.interactive) io.err('\n');
    });
    const total = await works.engine.count();
    if (options.json) await json(io, { ...report, total });
    else if (report.swapped) {
      const lost = report.lost > 0 ? `, thiếu ${number(report.lost)} bài so với kho` : '';
      await line(io, `Chỉ mục mới đã thay chỉ mục cũ: ${number(total)} bài${lost}.`);
    }
    if (report.swapped) return;
    io.err('Đã dừng; chỉ mục cũ vẫn được dùng. Chạy lại lệnh này để làm tiếp phần còn lại.\n');
    exit(1);
  } finally {
    await works.close();
  }
}

/** `index`: bring into the search index what it does not hold; `--rebuild` builds it anew beside. */
export const indexCommand: MakeCommand = (io, exit) =>
  new Command('index')
    .description('đưa các bài còn thiếu vào chỉ mục / bring missing articles into the search index')
    .option(
      '--rebuild',
      'làm chỉ mục mới bên cạnh; chỉ mục cũ vẫn trả lời cho đến khi thay / build a new index beside; the old one answers until it is replaced',
    )
    .option(
      '--allow-loss <n>',
      'với --rebuild: vẫn thay dù thiếu tới n bài / with --rebuild: replace it though up to n articles are missing',
      count,
    )
    .action(async (options: IndexOptions) => {
      if (options.allowLoss !== undefined && !options.rebuild)
        throw new UsageError('bad-usage', '--allow-loss đi với --rebuild / goes with --rebuild');
      await (options.rebuild ? anew(io, options, exit) : fill(io, options, exit));
    });
