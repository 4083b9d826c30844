/** The morning report of one night. */
import type { FC } from 'hono/jsx';
import { FIELD_NAMES, FIELDS } from '../../app/night/figures.ts';
import type { MorningReport } from '../../app/night/report.ts';
import {
  evidence,
  findingText,
  reportTitle,
  reportTotals,
  STATES,
} from '../../app/night/report-text.ts';
import { number } from '../../i18n/format.ts';
import { rich, t } from '../../i18n/text.ts';
import { printedDay } from '../text.tsx';
import { Layout } from './layout.tsx';

const share = (value: number | null) =>
  value === null ? '-' : `${number(Math.round(value * 100))} %`;

export const ReportPage: FC<{
  report: MorningReport;
  kept: boolean;
  /** Of the nights that have a report, the newest first. */
  days: readonly string[];
  newspaperName: (id: string) => string;
}> = ({ report, kept, days, newspaperName }) => (
  <Layout title={t('Báo cáo {day}', { day: printedDay(report.day) })} tab="status">
    <h1>{reportTitle(report)}</h1>
    {kept ? null : <p>{t('Chưa đến giờ báo cáo: số liệu tạm tính.')}</p>}
    <p>{reportTotals(report)}</p>
    <h2>{t('Cần xem')}</h2>
    {report.findings.length === 0 ? (
      <p>{t('Không có gì bất thường.')}</p>
    ) : (
      <ul>
        {report.findings.map((finding) => (
          <li>
            {finding.newspaper === null ? null : (
              <strong>{newspaperName(finding.newspaper)}: </strong>
            )}
            {findingText(finding)}
            {evidence(finding, report.day).map((text) => (
              <div class="url">{text}</div>
            ))}
          </li>
        ))}
      </ul>
    )}
    {report.learning.length === 0 ? null : (
      <p>
        {t('Chưa đủ 7 đêm để so sánh: {papers}.', {
          papers: report.learning.map(newspaperName).join(', '),
        })}
      </p>
    )}
    <h2>{t('Từng báo')}</h2>
    <section class="scroll" aria-label={t('Từng báo')} tabindex={0}>
      <table>
        <thead>
          <tr>
            <th>{t('Báo')}</th>
            <th>{t('Kết quả##run')}</th>
            <th>{t('Bài mới')}</th>
            <th>{t('Sửa')}</th>
            <th>{t('Gỡ')}</th>
            <th>{t('Lượt hỏi')}</th>
            {FIELD_NAMES.map((field) => (
              <th>{t(FIELDS[field])}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.papers.map((paper) => (
            <tr>
              <td>{newspaperName(paper.newspaper)}</td>
              <td>{t(STATES[paper.state])}</td>
              <td>{number(paper.created)}</td>
              <td>{number(paper.changed)}</td>
              <td>{number(paper.withdrawn)}</td>
              <td>{number(paper.requests)}</td>
              {FIELD_NAMES.map((field) => (
                <td>{share(paper.fill[field])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
    <h2>{t('Các đêm')}</h2>
    <ul>
      {days.map((day) => (
        <li>
          <a href={`/bao-cao?dem=${day}`}>{printedDay(day)}</a>
        </li>
      ))}
    </ul>
  </Layout>
);

/** Before the first night. */
export const NoReports: FC = () => (
  <Layout title={t('Báo cáo')} tab="status">
    <h1>{t('Chưa có báo cáo nào')}</h1>
    <p>
      {rich(
        'Báo cáo đầu tiên có sau đêm thu thập đầu tiên, khi {command} chạy qua cửa sổ ban đêm. Trước đó xem {status}.',
        {
          command: <code>diembao serve</code>,
          status: <a href="/tinh-trang">{t('tình trạng từng báo')}</a>,
        },
      )}
    </p>
  </Layout>
);
