/** The morning's report for people: in Vietnamese as it is sent, in the reader's language on a page. */
import { day as dayOf, number } from '../../i18n/format.ts';
import { msg, type Plain, t } from '../../i18n/text.ts';
import { FIELDS } from './figures.ts';
import type { Finding } from './health.ts';
import type { MorningReport } from './report.ts';
import { PROGRAM_STOPPED, TURN_NEVER_CAME, WINDOW_ENDED } from './runs.ts';

const percent = (share: number) => `${number(Math.round(share * 100))} %`;
const timeOf = (moment: string) => moment.slice(11, 16);

const MESSAGES: Readonly<Record<string, Plain>> = {
  [TURN_NEVER_CAME]: msg('hết giờ mà chưa đến lượt'),
  [WINDOW_ENDED]: msg('hết giờ mà chưa xong'),
  [PROGRAM_STOPPED]: msg('chương trình bị dừng giữa chừng'),
  'it never began': msg('chưa hề bắt đầu'),
};

function messageText(message: string): string {
  const known = Object.hasOwn(MESSAGES, message) ? MESSAGES[message] : undefined;
  return known === undefined ? message : t(known);
}

/** What a finding says, without the paper's name. */
export function findingText(finding: Finding): string {
  const { kind, field, tonight, usual, of, message, bad } = finding;
  const why = message === null ? '' : `: ${messageText(message)}`;
  const n = Math.round(tonight ?? 0);
  const url = bad?.url ?? '';
  switch (kind) {
    case 'most-low':
      return `${t('{count} trên {of} báo có ít bài khác thường (ngày nghỉ, hay đường truyền có lỗi?)', { count: n, of: of ?? 0 })}${why}`;
    case 'missed':
      return `${t('đêm qua không thu thập')}${why}`;
    case 'not-finished':
      return `${t('chưa thu thập xong')}${why}`;
    case 'failed':
      return `${t('thu thập không được')}${why}`;
    case 'refused':
      return `${t('báo từ chối')}${why}`;
    case 'discovery-dry':
      return t('không nguồn nào còn nêu bài');
    case 'bad-feed':
      return t('{n} nguồn tin hỏng, như {url}', { n, url });
    case 'blocked':
      return t('{n} trang bị chặn, như {url}', { n, url });
    case 'layout-unknown':
      return t('{n} trang có bố cục chưa biết, như {url}', { n, url });
    case 'future-date':
      return t('{n} bài ghi ngày đăng ở tương lai, như {url}', { n, url });
    case 'volume-low':
      return t('chỉ có {n} bài mới, thường là {usual}', { n, usual: Math.round(usual ?? 0) });
    case 'volume-high':
      return t('có tới {n} bài mới, thường là {usual}', { n, usual: Math.round(usual ?? 0) });
    case 'fill':
      return `${field === null ? '' : t(FIELDS[field])}: ${t('chỉ {tonight} số bài có, thường là {usual}', { tonight: percent(tonight ?? 0), usual: percent(usual ?? 0) })}`;
    default:
      return kind satisfies never;
  }
}

/** Lines below a finding: since when, and where to look. */
export function evidence({ kind, since, good, bad }: Finding, day: string): readonly string[] {
  const lines = since === day ? [] : [t('từ ngày {day}', { day: dayOf(since) })];
  if (kind !== 'fill') return lines;
  return [
    ...lines,
    ...(good ? [`${t('còn đúng')}: ${good.url ?? good.id}`] : []),
    ...(bad ? [`${t('hỏng đầu tiên')}: ${bad.url ?? bad.id}`] : []),
  ];
}

export const STATES: Readonly<Record<MorningReport['papers'][number]['state'], Plain>> = {
  running: msg('đang chạy'),
  complete: msg('xong'),
  stopped: msg('chưa xong'),
  failed: msg('hỏng'),
  missed: msg('bỏ lỡ'),
};

/** One line: what stands in an e-mail's subject. */
export function reportTitle({ day, totals, findings }: MorningReport): string {
  const wrong =
    findings.length === 0
      ? t('không có gì bất thường')
      : t('{n} điều cần xem', { n: findings.length });
  return `Điểm Báo ${dayOf(day)}: ${t('{n} bài mới', { n: totals.created })}, ${wrong}`;
}

/** What the night brought, in one sentence. */
export function reportTotals({ totals }: MorningReport): string {
  return `${t('{complete}/{n} báo xong', { complete: totals.complete, n: totals.papers })}; ${[
    t('{n} bài mới', { n: totals.created }),
    t('{n} bài sửa', { n: totals.changed }),
    t('{n} bài bị gỡ', { n: totals.withdrawn }),
  ].join(', ')}; ${t('{n} lượt hỏi', { n: totals.requests })}.`;
}

/** The letter, in Vietnamese. @param name of a newspaper's id */
export function reportText(report: MorningReport, name: (id: string) => string): string {
  const { findings, learning } = report;
  const lines = [
    reportTitle(report),
    `Đêm ${dayOf(report.day)}, ${timeOf(report.from)}–${timeOf(report.to)}; lập lúc ${timeOf(report.madeAt)}.`,
    reportTotals(report),
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
      `- ${name(paper.newspaper)}: ${t(STATES[paper.state])}; ${number(paper.created)} mới, ${number(paper.changed)} sửa, ${number(paper.withdrawn)} gỡ; ${number(paper.requests)} lượt hỏi`,
    );
  return `${lines.join('\n')}\n`;
}
