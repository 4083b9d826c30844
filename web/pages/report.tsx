/** The morning report of one night. */
import type { FC } from 'hono/jsx';
import { FIELD_NAMES, FIELDS } from '../../app/night/figures.ts';
import type { MorningReport } from '../../app/night/report.ts';
import { evidence, findingText, reportTitle, STATES } from '../../app/night/report-text.ts';
import { Layout } from './layout.tsx';

const number = (value: number) => new Intl.NumberFormat('vi-VN').format(value);
const share = (value: number | null) =>
  value === null ? '-' : `${number(Math.round(value * 100))} %`;

export const ReportPage: FC<{
  report: MorningReport;
  kept: boolean;
  /** Of the nights that have a report, the newest first. */
  days: readonly string[];
  newspaperName: (id: string) => string;
}> = ({ report, kept, days, newspaperName }) => (
  <Layout title={`Báo cáo ${report.day} - Điểm Báo`} tab="status">
    <h1>{reportTitle(report)}</h1>
    {kept ? null : <p>Chưa đến giờ báo cáo: số liệu tạm tính.</p>}
    <p>
      {number(report.totals.complete)}/{number(report.totals.papers)} báo xong;{' '}
      {number(report.totals.created)} bài mới, {number(report.totals.changed)} bài sửa,{' '}
      {number(report.totals.withdrawn)} bài bị gỡ; {number(report.totals.requests)} lượt hỏi.
    </p>
    <h2>Cần xem</h2>
    {report.findings.length === 0 ? (
      <p>Không có gì bất thường.</p>
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
      <p>Chưa đủ 7 đêm để so sánh: {report.learning.map(newspaperName).join(', ')}.</p>
    )}
    <h2>Từng báo</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Báo</th>
            <th>Kết quả</th>
            <th>Bài mới</th>
            <th>Sửa</th>
            <th>Gỡ</th>
            <th>Lượt hỏi</th>
            {FIELD_NAMES.map((field) => (
              <th>{FIELDS[field]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.papers.map((paper) => (
            <tr>
              <td>{newspaperName(paper.newspaper)}</td>
              <td>{STATES[paper.state]}</td>
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
    </div>
    <h2>Các đêm</h2>
    <ul>
      {days.map((day) => (
        <li>
          <a href={`/bao-cao?dem=${day}`}>{day.split('-').reverse().join('/')}</a>
        </li>
      ))}
    </ul>
  </Layout>
);

/** Before the first night. */
export const NoReports: FC = () => (
  <Layout title="Báo cáo - Điểm Báo" tab="status">
    <h1>Chưa có báo cáo nào</h1>
    <p>
      Báo cáo đầu tiên có sau đêm thu thập đầu tiên, khi <code>diembao serve</code> chạy qua cửa sổ
      ban đêm. Trước đó xem <a href="/tinh-trang">tình trạng</a> từng báo.
    </p>
  </Layout>
);
