/** The last morning report in a few lines, for `status`. */
import type { Archive } from '../../archive/port.ts';
import type { Newspaper } from '../../newspapers/define.ts';
import { MorningReport } from './report.ts';
import { evidence, findingText, reportTitle } from './report-text.ts';

export interface LastNight {
  /** `YYYY-MM-DD` on which it ended. */
  readonly day: string;
  /** One line in Vietnamese. */
  readonly title: string;
  readonly findings: readonly {
    /** Null: of all papers. */
    readonly newspaper: string | null;
    /** In Vietnamese, with the paper's name and the field's. */
    readonly text: string;
    /** Since when, the last good and the first bad example. */
    readonly evidence: readonly string[];
  }[];
}

export async function lastNight(
  archive: Pick<Archive, 'nights'>,
  newspapers: readonly Pick<Newspaper, 'id' | 'name'>[],
): Promise<LastNight | null> {
  const [kept] = await archive.nights.reports(1);
  if (!kept) return null;
  const report = MorningReport.parse(kept.report);
  const name = (id: string) => newspapers.find((paper) => paper.id === id)?.name ?? id;
  return {
    day: report.day,
    title: reportTitle(report),
    findings: report.findings.map((finding) => ({
      newspaper: finding.newspaper,
      text: `${finding.newspaper === null ? '' : `${name(finding.newspaper)}: `}${findingText(finding)}`,
      evidence: evidence(finding, report.day),
    })),
  };
}
