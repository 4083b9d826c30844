/** The morning's report in Vietnamese, for people. */
import { FIELDS } from './figures.ts';
import type { Finding } from './health.ts';
import type { MorningReport } from './report.ts';
import { PROGRAM_STOPPED, TURN_NEVER_CAME, WINDOW_ENDED } from './runs.ts';

/** Costs as much to make as a hundred numbers to write. */
const vietnamese = new Intl.NumberFormat('vi-VN');
const number = (value: number) => vietnamese.format(Math.round(value));
const percent = (share: number) => `${number(share * 100)} %`;
/** `2026-11-25` -> `25/11/2026` */
const dayOf = (day: string) => day.split('-').reverse().join('/');
const timeOf = (moment: string) => moment.slice(11, 16);

const MESSAGES: Readonly<Record<string, string>> = {
  [TURN_NEVER_CAME]: 'hết giờ mà chưa đến lượt',
  [WINDOW_ENDED]: 'hết giờ mà chưa xong',
  [PROGRAM_STOPPED]: 'chương trình bị dừng giữa chừng',
  'it never began': 'chưa hề bắt đầu',
};

/** What a finding says, without the paper's name. */
export function findingText(finding: Finding): string {
  const { kind, field, tonight, usual, of, message, bad } = finding;
  const why = message === null ? '' : `: ${MESSAGES[message] ?? message}`;
  const count = number(tonight ?? 0);
  switch (kind) {
    case 'most-low':
      return `${count} trên ${number(of ?? 0)} báo có ít bài khác thường (ngày nghỉ, hay đường truyền có lỗi?)${why}`;
    case 'missed':
      return `đêm qua không thu thập${why}`;
    case 'not-finished':
      return `chưa thu thập xong${why}`;
    case 'failed':
      return `thu thập không được${why}`;
    case 'refused':
      return `báo từ chối${why}`;
    case 'discovery-dry':
      return 'không nguồn nào còn nêu bài';
    case 'bad-feed':
      return `${count} nguồn tin hỏng, như ${bad?.url ?? ''}`;
    case 'blocked':
      return `${count} trang bị chặn, như ${bad?.url ?? ''}`;
    case 'layout-unknown':
      return `${count} trang có bố cục chưa biết, như ${bad?.url ?? ''}`;
    case 'future-date':
      return `${count} bài ghi ngày đăng ở tương lai, như ${bad?.url ?? ''}`;
    case 'volume-low':
      return `chỉ có ${count} bài mới, thường là ${number(usual ?? 0)}`;
    case 'volume-high':
      return `có tới ${count} bài mới, thường là ${number(usual ?? 0)}`;
    case 'fill':
      return `${field === null ? '' : FIELDS[field]}: chỉ ${percent(tonight ?? 0)} số bài có, thường là ${percent(usual ?? 0)}`;
    default:
      return kind satisfies never;
  }
}

/** Lines below a finding: since when, and where to look. */
export function evidence({ kind, since, good, bad }: Finding, day: string): readonly string[] {
  const lines = since === day ? [] : [`từ ngày ${dayOf(since)}`];
  if (kind !== 'fill') return lines;
  return [
    ...lines,
    ...(good ? [`còn đúng: ${good.url ?? good.id}`] : []),
    ...(bad ? [`hỏng đầu tiên: ${bad.url ?? bad.id}`] : []),
  ];
}

export const STATES: Readonly<Record<MorningReport['papers'][number]['state'], string>> = {
  running: 'đang chạy',
  complete: 'xong',
  stopped: 'chưa xong',
  failed: 'hỏng',
  missed: 'bỏ lỡ',
};

/** One line: what stands in an e-mail's subject. */
export function reportTitle({ day, totals, findings }: MorningReport): string {
  const wrong =
    findings.length === 0 ? 'không có gì bất thường' : `${number(findings.length)} điều cần xem`;
  return `Điểm Báo ${dayOf(day)}: ${number(totals.created)} bài mới, ${wrong}`;
}

/** @param name of a newspaper's id */
export function reportText(report: MorningReport, name: (id: string) => string): string {
  const { totals, findings, learning } = report;
  const lines = [
    reportTitle(report),
    `Đêm ${dayOf(report.day)}, ${timeOf(report.from)}–${timeOf(report.to)}; lập lúc ${timeOf(report.madeAt)}.`,
    `${number(totals.complete)}/${number(totals.papers)} báo xong; ${number(totals.created)} bài mới, ${number(totals.changed)} bài sửa, ${number(totals.withdrawn)} bài bị gỡ; ${number(totals.requests)} lượt hỏi.`,
    '',
    findings.length === 0 ? 'Không có gì bất thường.' : 'CẦN XEM',
  ];
  for (const finding of findings) {
    const who = finding.newspaper === null ? '' : `${name(finding.newspaper)}: `;
    lines.push(`- ${who}${findingText(finding)}`);
    for (const line of evidence(finding, report.day)) lines.push(`    ${line}`);
  }
  if (learning.length > 0)
    lines.push('', `Đang tìm hiểu (chưa đủ 7 đêm để so sánh): ${learning.map(name).join(', ')}`);
  lines.push('', 'TỪNG BÁO');
  for (const paper of report.papers)
    lines.push(
      `- ${name(paper.newspaper)}: ${STATES[paper.state]}; ${number(paper.created)} mới, ${number(paper.changed)} sửa, ${number(paper.withdrawn)} gỡ; ${number(paper.requests)} lượt hỏi`,
    );
  return `${lines.join('\n')}\n`;
}
