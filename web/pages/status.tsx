/** The status page: what is there, how the last runs ended, what went wrong. */
import type { FC } from 'hono/jsx';
import type { Status } from '../../app/status.ts';
import { OUTCOMES } from '../../core/outcomes.ts';
import { BOARD } from '../board.ts';
import { printedMoment } from '../text.tsx';
import { RUN_STATES } from '../words.ts';
import { Layout } from './layout.tsx';

const number = (value: number) => new Intl.NumberFormat('vi-VN').format(value);
const megabytes = (value: number) => `${number(Math.round(value / 1e6))} MB`;
const local = (iso: string) =>
  printedMoment(new Date(Date.parse(iso) + 7 * 3_600_000).toISOString());

const unreadable = ({ unreadable: { forgotten, lost } }: Status['storage']) => forgotten + lost;

function growth({ growth: bytes, fullOn }: Status['storage']): string {
  if (bytes === null) return 'chưa biết mức tăng mỗi đêm';
  const full =
    fullOn === null
      ? 'đĩa còn đủ hơn 10 năm'
      : `đĩa đầy khoảng ${fullOn.split('-').reverse().join('/')}`;
  return `mỗi đêm tăng ${megabytes(bytes)}; ${full}`;
}

/** Papers that have something to tell; those never crawled are counted below. */
const known = ({ newspapers }: Status) =>
  newspapers.filter(({ articles, run }) => articles > 0 || run !== null);

export const StatusPage: FC<{ status: Status; board: boolean }> = ({ status, board }) => (
  <Layout title="Tình trạng - Điểm Báo" tab="status">
    <h1>Tình trạng</h1>
    {status.undelivered.map(({ day, channel, attempts, message }) => (
      <p>
        Chưa gửi được báo cáo {day} ({channel}, đã thử {attempts} lần): {message}
      </p>
    ))}
    {status.savedSearches.undelivered.map(({ search, attempts, message, state }) => (
      <p class="note">
        {state === 'given-up' ? 'Đã thôi gửi' : 'Chưa gửi được'} tin của{' '}
        <a href={`/tim-da-luu/${search}`}>tìm kiếm đã lưu</a> (đã thử {attempts} lần): {message}
      </p>
    ))}
    <h2>Đêm qua</h2>
    {status.night ? null : (
      <p>Chưa có đêm nào: đêm đầu tiên được lấy khi chương trình chạy qua đêm.</p>
    )}
    <p>
      <a href="/bao-cao">Báo cáo buổi sáng</a>
      {status.night ? `: ${status.night.title}` : ''}
    </p>
    {status.night && status.night.findings.length > 0 ? (
      <ul>
        {status.night.findings.map(({ text, evidence }) => (
          <li>
            {text}
            {evidence.map((one) => (
              <>
                <br />
                {one}
              </>
            ))}
          </li>
        ))}
      </ul>
    ) : null}
    <h2>Kho, chỉ mục, đĩa</h2>
    <dl>
      <dt>Kho</dt>
      <dd>
        {number(status.archive.articles)} bài, {number(status.archive.pages)} trang,{' '}
        {megabytes(status.archive.bytes)}
      </dd>
      <dt>Dữ liệu trên đĩa</dt>
      <dd>
        {megabytes(status.storage.data)}; {growth(status.storage)}
      </dd>
      {status.storage.warc.files > 0 ? (
        <>
          <dt>Trang gốc đã chuyển</dt>
          <dd>
            {number(status.storage.warc.files)} tệp WARC, {megabytes(status.storage.warc.bytes)}
            {status.storage.warc.missing > 0
              ? `; ${number(status.storage.warc.missing)} tệp thiếu hoặc hỏng`
              : ''}
          </dd>
        </>
      ) : null}
      {unreadable(status.storage) > 0 ? (
        <>
          <dt>Không thể đọc lại</dt>
          <dd>
            {number(status.storage.unreadable.forgotten)} bài đã bỏ trang gốc,{' '}
            {number(status.storage.unreadable.lost)} bài có trang gốc ở tệp WARC bị thiếu hoặc hỏng
          </dd>
        </>
      ) : null}
      <dt>Chỉ mục</dt>
      <dd>
        {status.engine.id}:{' '}
        {status.engine.fault
          ? `${status.engine.fault.code}: ${status.engine.fault.message}`
          : `${number(status.engine.documents ?? 0)} bài`}
        {status.engine.rebuild ? '; đang chờ hoặc đang được làm lại' : ''}
      </dd>
      <dt>Đĩa còn trống</dt>
      <dd>{megabytes(status.free)}</dd>
      <dt>Tìm kiếm đã lưu</dt>
      <dd>
        <a href="/tim-da-luu">{number(status.savedSearches.count)} tìm kiếm</a>
      </dd>
    </dl>
    {status.queue ? (
      <>
        <h2>Hàng đợi</h2>
        {board ? (
          <p>
            <a href={BOARD}>Xem và làm lại từng việc (Bull Board, tiếng Anh)</a>
          </p>
        ) : null}
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th>Việc</th>
                <th>Chờ</th>
                <th>Đang làm</th>
                <th>Hẹn giờ</th>
                <th>Hỏng</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(status.queue).map(([name, jobs]) => (
                <tr>
                  <td>{name}</td>
                  <td>{number(jobs.waiting)}</td>
                  <td>{number(jobs.active)}</td>
                  <td>{number(jobs.delayed)}</td>
                  <td>{number(jobs.failed)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </>
    ) : null}
    <h2>Các báo</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Báo</th>
            <th>Số bài</th>
            <th>Lần thu thập gần nhất</th>
            <th>Kết quả</th>
          </tr>
        </thead>
        <tbody>
          {known(status).map(({ id, name, articles, run }) => (
            <tr>
              <td>
                <a href={`/?bao=${id}`}>{name}</a>
              </td>
              <td>{number(articles)}</td>
              <td>{run ? local(run.startedAt) : 'chưa có'}</td>
              <td>
                {run ? RUN_STATES[run.state] : '-'}
                {run?.message ? `: ${run.message}` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    {status.newspapers.length > known(status).length ? (
      <p class="meta">
        {number(status.newspapers.length - known(status).length)} báo khác chưa thu thập lần nào.
      </p>
    ) : null}
    <h2>Trang có lỗi</h2>
    {status.incidentCounts.length === 0 ? (
      <p>Không có.</p>
    ) : (
      <>
        <ul>
          {status.incidentCounts.map(({ newspaper, code, count }) => (
            <li>
              {newspaper}: {OUTCOMES[code].vi} (<code>{code}</code>), {number(count)} trang
            </li>
          ))}
        </ul>
        <h3>Mới nhất</h3>
        <ul>
          {status.incidents.map((one) => (
            <li>
              {local(one.at)} <code>{one.code}</code> <span class="url">{one.url}</span>:{' '}
              {one.message}
            </li>
          ))}
        </ul>
      </>
    )}
  </Layout>
);
