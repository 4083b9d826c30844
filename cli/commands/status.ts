import { Command } from 'commander';
import { openFailures, openLibrary } from '../../app/compose.ts';
import { status } from '../../app/status.ts';
import { vietnamTime } from '../../core/clock.ts';
import { OUTCOMES } from '../../core/outcomes.ts';
import { JOB_NAMES } from '../../queue/jobs.ts';
import { type CommonOptions, configOf, json, line, type MakeCommand } from '../io.ts';
import { storageLines } from '../storage-lines.ts';
import { bytes, number, table } from '../table.ts';

/** An instant in UTC -> "26/05/2023 08:00" in Vietnam. */
function local(iso: string): string {
  const [day = '', time = ''] = vietnamTime(new Date(iso)).split('T');
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 5)}`;
}

const REBUILD = {
  form: 'bảng hoặc cài đặt đã đổi',
  documents: 'cách ghi bài đã đổi',
  unfinished: 'lần trước dở dang',
} as const;

/** `status`: what is there, how the last runs ended, what went wrong. */
export const statusCommand: MakeCommand = (io) =>
  new Command('status')
    .description(
      'tình hình kho, lần thu thập gần nhất, lỗi / the archive, the last runs, what went wrong',
    )
    .action(async (options: CommonOptions) => {
      const config = configOf(io, options);
      const library = await openLibrary(config);
      const queue = await openFailures(config).catch(() => null);
      try {
        const now = await status({ ...library, queue });
        if (options.json) return await json(io, now);
        const { archive, engine } = now;
        for (const { day, channel, attempts, message } of now.undelivered)
          await line(
            io,
            `CHƯA GỬI ĐƯỢC báo cáo ${day} (${channel}, đã thử ${attempts} lần): ${message ?? ''}`,
          );
        for (const { search, attempts, message } of now.savedSearches.undelivered)
          await line(
            io,
            `CHƯA GỬI ĐƯỢC tin của tìm kiếm đã lưu ${search} (đã thử ${attempts} lần): ${message ?? ''}`,
          );
        if (now.night) {
          await line(io, now.night.title);
          for (const { text, evidence } of now.night.findings) {
            await line(io, `- ${text}`);
            for (const one of evidence) await line(io, `    ${one}`);
          }
        }
        await line(
          io,
          `Kho ${now.data}: ${number(archive.articles)} bài, ${number(archive.pages)} trang, ${bytes(archive.bytes)}`,
        );
        for (const text of storageLines(now.storage, now.free)) await line(io, text);
        await line(
          io,
          engine.fault
            ? `Chỉ mục (${engine.id}): ${engine.fault.code}: ${engine.fault.message}; chạy diembao index --rebuild`
            : `Chỉ mục (${engine.id}): ${number(engine.documents ?? 0)} bài`,
        );
        if (engine.rebuild)
          await line(
            io,
            `Chỉ mục cần làm lại (${REBUILD[engine.rebuild]}): diembao serve tự làm, hoặc diembao index --rebuild`,
          );
        const dead = Object.values(now.deadLetters ?? {}).reduce((sum, count) => sum + count, 0);
        if (now.quarantined + dead > 0)
          await line(
            io,
            `Cách ly: ${number(now.quarantined)} trang chưa đọc được, ${number(dead)} việc hỏng; xem diembao quarantine`,
          );
        const jobs = now.queue;
        if (jobs) {
          await line(io);
          await line(
            io,
            table([
              ['HÀNG ĐỢI', 'CHỜ', 'ĐANG LÀM', 'HẸN GIỜ', 'HỎNG'],
              ...JOB_NAMES.map((name) => {
                const { waiting, active, delayed, failed } = jobs[name];
                return [name, ...[waiting, active, delayed, failed].map(number)];
              }),
            ]),
          );
        }
        await line(io);
        await line(
          io,
          table([
            ['BÁO', 'SỐ BÀI', 'LẦN GẦN NHẤT', 'KẾT QUẢ'],
            ...now.newspapers.map(({ id, articles, run }) => [
              id,
              number(articles),
              run ? local(run.startedAt) : '-',
              run?.state ?? '-',
            ]),
          ]),
        );
        if (now.incidentCounts.length === 0) return;
        await line(io);
        await line(
          io,
          table([
            ['BÁO', 'MÃ LỖI', 'SỐ TRANG', 'NGHĨA'],
            ...now.incidentCounts.map(({ newspaper, code, count }) => [
              newspaper,
              code,
              number(count),
              OUTCOMES[code].vi,
            ]),
          ]),
        );
        await line(io);
        for (const one of now.incidents)
          await line(io, `${local(one.at)}  ${one.code}  ${one.url}\n    ${one.message}`);
      } finally {
        await queue?.close(0);
        await library.close();
      }
    });
