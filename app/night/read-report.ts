/** The report of one night, as it was made or, where it was not made yet, as it would be made now. */
import type { Library } from '../compose.ts';
import { lookAtNight } from './close.ts';
import { papersOfTheNight } from './plan.ts';
import { MorningReport } from './report.ts';
import { latestNight, nightOf } from './window.ts';

type Parts = Pick<Library, 'archive' | 'clock' | 'config' | 'newspapers'>;

export interface ReadReport {
  readonly report: MorningReport;
  /** It was made at its time and kept; else it is of this moment. */
  readonly kept: boolean;
}

/** @param day `YYYY-MM-DD`; null: the last night. @returns null where there is nothing of that night */
export async function readReport(
  { archive, clock, config, newspapers }: Parts,
  day: string | null,
): Promise<ReadReport | null> {
  const now = clock.now();
  const latest = latestNight(now, config.night.window);
  const wanted = day ?? latest.day;
  const stored = await archive.nights.report(wanted);
  if (stored) return { report: MorningReport.parse(stored.report), kept: true };
  if ((await archive.nights.list(wanted, wanted)).length > 0 && wanted === latest.day) {
    const night = nightOf(wanted, config.night.window);
    const checks = await archive.newspaperChecks.list();
    const expected = papersOfTheNight(newspapers, config, checks).map(({ id }) => id);
    const { report } = await lookAtNight(archive, night, now, expected);
    return { report, kept: false };
  }
  const [newest] = day === null ? await archive.nights.reports(1) : [];
  return newest ? { report: MorningReport.parse(newest.report), kept: true } : null;
}
