import { Command } from 'commander';
import { type Library, openLibrary, openReaderOfPages, openWorks } from '../../app/compose.ts';
import {
  type Change,
  type ReparseChoice,
  reparse,
  reparseDiff,
  type Unread,
} from '../../app/reparse.ts';
import { UsageError } from '../../core/errors.ts';
import { calendarDay } from '../choices.ts';
import { type CommonOptions, configOf, type Io, json, line, type MakeCommand } from '../io.ts';
import { number, table } from '../table.ts';

interface ReparseOptions extends CommonOptions {
  readonly newspaper?: string;
  readonly since?: string;
  readonly all?: boolean;
  readonly diff?: boolean;
}

/** `reparse [--diff]`: reads stored pages by the rules of today; with --diff it only says what would change. */
export const reparseCommand: MakeCommand = (io, exit) =>
  new Command('reparse')
    .description(
      'đọc lại các trang đã lưu bằng bộ đọc hiện tại / read stored pages again by the rules of today; what was stopped goes on where it was',
    )
    .option('--newspaper <id>', 'chỉ báo này / only of this newspaper')
    .option(
      '--since <day>',
      'chỉ trang tải từ ngày này / only fetched since, YYYY-MM-DD',
      calendarDay,
    )
    .option('--all', 'cả những trang bộ đọc này đã đọc / also what these rules have read already')
    .option('--diff', 'chỉ so sánh, không ghi gì / only compare, write nothing')
    .action(async (options: ReparseOptions) => {
      const config = configOf(io, options);
      const onProgress = (pages: number) => io.err(`${number(pages)} trang\n`);
      if (options.diff) {
        const library = await openLibrary(config);
        const reader = openReaderOfPages(config, library.families);
        try {
          const parts = { ...library, parse: reader.parse };
          const diff = await reparseDiff(parts, choiceOf(library, options), io.signal, onProgress);
          if (options.json) await json(io, diff);
          else await show(io, diff);
        } finally {
          await reader.close();
          await library.close();
        }
      } else {
        const works = await openWorks(config);
        try {
          const choice = choiceOf(works, options);
          await works.work();
          const { pages, unreadable } = await reparse(works, choice, io.signal, onProgress);
          const failed = await works.queue.failed(1_000);
          if (options.json) await json(io, { pages, failed: failed.length, unreadable });
          else {
            await line(io, `Đã đọc lại ${number(pages)} trang.`);
            await tellUnreadable(io, unreadable);
          }
          if (failed.length + unreadable.lost > 0) exit(1);
        } finally {
          await works.close();
        }
      }
      if (io.signal.aborted) exit(1);
    });

function choiceOf(
  { newspapers }: Pick<Library, 'newspapers'>,
  { newspaper: id, since, all }: ReparseOptions,
): ReparseChoice {
  const chosen = id === undefined ? newspapers : newspapers.filter((paper) => paper.id === id);
  if (chosen.length === 0)
    throw new UsageError('unknown-newspaper', `No newspaper has the id "${id}".`, {
      hint: '`diembao newspapers` lists them.',
    });
  return {
    newspapers: chosen,
    // The day begins in Vietnam.
    ...(since === undefined ? {} : { since: new Date(`${since}T00:00:00+07:00`).toISOString() }),
    ...(all === undefined ? {} : { all }),
  };
}

async function tellUnreadable(io: Io, { forgotten, lost }: Unread): Promise<void> {
  if (forgotten > 0) await line(io, `Không thể đọc lại: ${number(forgotten)} trang đã bỏ.`);
  if (lost > 0)
    await line(
      io,
      `Không thể đọc lại: ${number(lost)} trang, vì tệp WARC bị thiếu hoặc hỏng; xem diembao archive files`,
    );
}

const cut = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
};

async function show(io: Io, diff: Awaited<ReturnType<typeof reparseDiff>>): Promise<void> {
  const changes: readonly (readonly [string, Pick<Change, 'gained' | 'lost'> & Partial<Change>])[] =
    [['(bài)', diff.rows], ...Object.entries(diff.fields)];
  const moved = changes.filter(([, one]) => one.gained + one.lost + (one.changed ?? 0) > 0);
  await line(io, `${number(diff.pages)} trang, ${number(diff.unchanged)} không đổi. Chưa ghi gì.`);
  if (moved.length > 0)
    await line(
      io,
      table([
        ['TRƯỜNG', 'THÊM', 'MẤT', 'ĐỔI'],
        ...moved.map(([name, { gained, lost, changed }]) => [
          name,
          number(gained),
          number(lost),
          number(changed ?? 0),
        ]),
      ]),
    );
  await tellUnreadable(io, diff.unreadable);
  for (const [turn, count] of Object.entries(diff.outcomes))
    await line(io, `${turn}: ${number(count)}`);
  for (const [name, { examples }] of moved)
    for (const { url, before, after } of examples ?? [])
      await line(io, `${name}  ${url}\n  - ${cut(before)}\n  + ${cut(after)}`);
}
