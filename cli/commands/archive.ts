import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { openLibrary, openWorks } from '../../app/compose.ts';
import { freeBytes } from '../../app/disk.ts';
import { exportWarc } from '../../app/export-warc.ts';
import { importWarc } from '../../app/import-warc.ts';
import { ageLimit, forgetPages, movePages } from '../../app/retention.ts';
import { storage } from '../../app/storage.ts';
import type { ForgetReport } from '../../archive/port.ts';
import { systemClock, vietnamTime } from '../../core/clock.ts';
import { UsageError } from '../../core/errors.ts';
import { WARC_FAULTS, WARC_OUTCOMES, type WarcOutcome } from '../../core/warc-outcomes.ts';
import { among, calendarDay } from '../choices.ts';
import { type CommonOptions, configOf, type Io, json, line, type MakeCommand } from '../io.ts';
import { storageLines } from '../storage-lines.ts';
import { bytes, number, table } from '../table.ts';

interface Options extends CommonOptions {
  readonly newspaper?: string;
  readonly since?: string;
  readonly olderThan?: string;
  readonly to?: string;
  readonly forgetPages?: boolean;
}

const ACTIONS = ['files', 'export', 'import', 'move'] as const;
type Action = (typeof ACTIONS)[number];

/** `archive [files|export|import|move]`: raw pages as WARC files, and how long they are kept. */
export const archiveCommand: MakeCommand = (io, exit) =>
  new Command('archive')
    .description(
      'trang gốc: dung lượng và tệp WARC, xuất, nhập, chuyển ra khỏi kho / raw pages: their size and WARC files, export and import as WARC, move old ones out of the archive',
    )
    .argument('[action]', ACTIONS.join(', '), among(...ACTIONS))
    .argument('[files...]', 'tệp WARC (export: một tệp) / WARC files (export: one)')
    .option('--newspaper <id>', 'export: chỉ báo này / only of this newspaper')
    .option(
      '--since <day>',
      'export: chỉ trang tải từ ngày này / only fetched since, YYYY-MM-DD',
      calendarDay,
    )
    .option(
      '--older-than <age>',
      'move: trang tải trước đó, số ngày hoặc YYYY-MM-DD / pages fetched before, days or YYYY-MM-DD',
    )
    .option(
      '--to <dir>',
      'move: thư mục chứa tệp WARC / where the WARC files go (warc in the data directory)',
    )
    .option(
      '--forget-pages',
      'move: bỏ hẳn thay vì chuyển, phải gõ xác nhận / forget them instead, after a typed confirmation',
    )
    .action(async (action: Action | undefined, files: string[], options: Options) => {
      switch (action ?? 'files') {
        case 'files':
          return list(io, options);
        case 'export':
          return exportTo(io, exit, files, options);
        case 'import':
          return importFrom(io, exit, files, options);
        default:
          return options.forgetPages ? forget(io, exit, options) : move(io, exit, options);
      }
    });

const midnight = (day: string) => new Date(`${day}T00:00:00+07:00`).toISOString();
const counted = (io: Io, what: string) => (pages: number) =>
  io.err(`${io.interactive ? '\r' : ''}${number(pages)} ${what}${io.interactive ? '' : '\n'}`);

async function list(io: Io, options: Options): Promise<void> {
  const library = await openLibrary(configOf(io, options));
  try {
    const { archive, config, clock } = library;
    const files = await archive.retention.files();
    const free = await freeBytes(config.data);
    const sizes = await storage(archive, config.data, free, clock.now());
    if (options.json) return await json(io, { ...sizes, free, files });
    for (const text of storageLines(sizes, free)) await line(io, text);
    if (files.length === 0) return await line(io, 'Mọi trang gốc nằm trong kho.');
    await line(
      io,
      table([
        ['TỆP WARC', 'GHI LÚC', 'CỠ', 'SỐ TRANG', ''],
        ...files.map((file) => [
          file.path,
          vietnamTime(new Date(file.writtenAt)).slice(0, 16).replace('T', ' '),
          bytes(file.bytes),
          number(file.bodies),
          file.missing ? 'THIẾU HOẶC HỎNG' : '',
        ]),
      ]),
    );
  } finally {
    await library.close();
  }
}

async function exportTo(
  io: Io,
  exit: (code: number) => void,
  files: readonly string[],
  { newspaper, since, ...options }: Options,
): Promise<void> {
  const [file, more] = files;
  if (file === undefined || more !== undefined)
    throw new UsageError('file-missing', 'archive export needs the name of one file.');
  const library = await openLibrary(configOf(io, options));
  try {
    if (newspaper !== undefined && !library.newspapers.some(({ id }) => id === newspaper))
      throw new UsageError('unknown-newspaper', `No newspaper has the id "${newspaper}".`, {
        hint: '`diembao newspapers` lists them.',
      });
    const done = await exportWarc(library.archive, file, {
      filter: {
        ...(newspaper === undefined ? {} : { newspaper }),
        ...(since === undefined ? {} : { since: midnight(since) }),
      },
      software: `DiemBao/${library.config.version}`,
      clock: library.clock,
      signal: io.signal,
      onProgress: counted(io, 'trang'),
    });
    if (io.interactive) io.err('\n');
    const { forgotten, lost } = done.left;
    if (options.json) await json(io, done);
    else if (done.stopped) await line(io, 'Đã dừng; chưa ghi tệp nào.');
    else {
      await line(io, `Đã ghi ${number(done.pages)} trang (${bytes(done.bytes)}) vào ${file}.`);
      if (forgotten + lost > 0)
        await line(
          io,
          `Không thể đọc lại nên không có trong tệp: ${number(forgotten)} trang đã bỏ, ${number(lost)} trang ở tệp WARC bị thiếu hoặc hỏng.`,
        );
    }
    if (done.stopped || lost > 0) exit(1);
  } finally {
    await library.close();
  }
}

async function importFrom(
  io: Io,
  exit: (code: number) => void,
  files: readonly string[],
  options: Options,
): Promise<void> {
  if (files.length === 0)
    throw new UsageError('file-missing', 'archive import needs the names of WARC files.');
  const works = await openWorks(configOf(io, options));
  try {
    await works.work();
    const progress = everyPercent((file, percent) => io.err(`${file}: ${percent} %\n`));
    const done = await importWarc(works, files, { signal: io.signal, onProgress: progress });
    if (options.json) await json(io, done);
    else {
      await line(io, `Đã xem ${number(done.records)} bản ghi, đọc ${number(done.read)} trang mới.`);
      await line(io, table(outcomeRows(done.outcomes)));
      for (const { file, offset, code, message } of done.findings)
        await line(io, `${file} @${offset}  ${code}: ${message}`);
    }
    const faults = WARC_OUTCOMES.some(({ code }) => WARC_FAULTS.has(code) && done.outcomes[code]);
    if (faults || io.signal.aborted) exit(1);
  } finally {
    await works.close();
  }
}

const outcomeRows = (outcomes: Readonly<Partial<Record<WarcOutcome, number>>>) => [
  ['KẾT QUẢ', 'SỐ BẢN GHI', 'NGHĨA'],
  ...WARC_OUTCOMES.flatMap(({ code, vi }) => {
    const count = outcomes[code];
    return count ? [[code, number(count), vi]] : [];
  }),
];

/** Each tenth of a file once. */
function everyPercent(say: (file: string, percent: number) => void) {
  let last = '';
  return (file: string, done: number, size: number) => {
    const percent = Math.floor((done / Math.max(size, 1)) * 10) * 10;
    if (last === `${file} ${percent}`) return;
    last = `${file} ${percent}`;
    say(file, percent);
  };
}

function jobOf(io: Io, options: Options, what: string) {
  if (options.olderThan === undefined)
    throw new UsageError('age-missing', 'archive move needs --older-than.', {
      hint: 'for example --older-than 365, or --older-than 2026-01-01',
    });
  return {
    config: configOf(io, options),
    clock: systemClock,
    before: ageLimit(options.olderThan, systemClock.now()),
    signal: io.signal,
    onProgress: counted(io, what),
  };
}

type Room = Awaited<ReturnType<typeof movePages>>['room'];

async function tellRoom(io: Io, room: Room): Promise<void> {
  if (room === null) return;
  await line(
    io,
    room.missing > 0
      ? `Tệp kho chưa nhỏ đi (${bytes(room.after)}): cần thêm ${bytes(room.missing)} đĩa trống để nén lại; chỗ trống bên trong sẽ dùng cho trang mới.`
      : `Tệp kho: ${bytes(room.before)} → ${bytes(room.after)}.`,
  );
}

async function move(io: Io, exit: (code: number) => void, options: Options): Promise<void> {
  const done = await movePages(jobOf(io, options, 'trang đã chuyển'), options.to);
  if (io.interactive) io.err('\n');
  if (options.json) await json(io, done);
  else if (done.pages === 0) await line(io, 'Không có trang nào đủ cũ để chuyển.');
  else {
    await line(io, `Đã chuyển ${number(done.pages)} trang vào ${done.files.length} tệp WARC:`);
    for (const file of done.files) await line(io, `  ${file.path} (${bytes(file.bytes)})`);
    await tellRoom(io, done.room);
  }
  if (io.signal.aborted) exit(1);
}

/** What must be typed, so that nobody forgets by mistake. */
const phrase = ({ pages }: ForgetReport) => `bỏ ${pages} trang`;

async function forget(io: Io, exit: (code: number) => void, options: Options): Promise<void> {
  const done = await forgetPages(jobOf(io, options, 'trang đã bỏ'), async (plan) => {
    io.err(
      `Bỏ hẳn ${number(plan.pages)} trang gốc của ${number(plan.articles)} bài: bài vẫn còn, nhưng KHÔNG THỂ ĐỌC LẠI.\n` +
        plan.files.map((file) => `  xóa tệp ${file}\n`).join('') +
        `Gõ "${phrase(plan)}" rồi Enter để làm / type it to go on: `,
    );
    return (await firstLine(io.stdin)).normalize('NFC').trim() === phrase(plan);
  });
  if (done === null) {
    await line(io, 'Chưa xác nhận; không đổi gì.');
    return exit(1);
  }
  if (options.json) await json(io, done);
  else if (done.pages === 0) await line(io, 'Không có trang nào đủ cũ để bỏ.');
  else {
    await line(
      io,
      `Đã bỏ ${number(done.pages)} trang gốc; ${number(done.articles)} bài không thể đọc lại.`,
    );
    await tellRoom(io, done.room);
  }
  if (io.signal.aborted) exit(1);
}

async function firstLine(stdin: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface({ input: stdin });
  try {
    for await (const text of lines) return text;
    return '';
  } finally {
    lines.close();
  }
}
