import { Command } from 'commander';
import { openLibrary } from '../../app/compose.ts';
import { readReport } from '../../app/night/read-report.ts';
import { reportText } from '../../app/night/report-text.ts';
import { UsageError } from '../../core/errors.ts';
import { calendarDay } from '../choices.ts';
import { type CommonOptions, configOf, json, line, type MakeCommand } from '../io.ts';

/** `report`: the morning's report of a night, as it was made or as it would be made now. */
export const reportCommand: MakeCommand = (io) =>
  new Command('report')
    .description(
      'báo cáo buổi sáng: đêm qua thu thập được gì, có gì bất thường / the morning report: what the night brought and what is wrong',
    )
    .option(
      '--night <day>',
      'của đêm rạng ngày này / of the night that ended on this day',
      calendarDay,
    )
    .action(async (options: CommonOptions & { night?: string }) => {
      const library = await openLibrary(configOf(io, options));
      try {
        const found = await readReport(library, options.night ?? null);
        if (!found)
          throw new UsageError('no-report', 'There is no report of that night.', {
            hint: 'A night is reported by `serve` or `worker`, which crawl it.',
          });
        if (options.json) return await json(io, found.report);
        const name = (id: string) => library.newspapers.find((one) => one.id === id)?.name ?? id;
        if (!found.kept) io.err('Chưa đến giờ báo cáo: tạm tính / not made yet: as of now.\n');
        await line(io, reportText(found.report, name).trimEnd());
      } finally {
        await library.close();
      }
    });
