/** The status page: what is there, how the last runs ended, what went wrong. */
import type { FC } from 'hono/jsx';
import type { Status } from '../../app/status.ts';
import { OUTCOMES } from '../../core/outcomes.ts';
import { number } from '../../i18n/format.ts';
import { language } from '../../i18n/language.ts';
import { msg, type Plain, rich, t } from '../../i18n/text.ts';
import { BOARD } from '../board.ts';
import { printedDay, printedMoment } from '../text.tsx';
import { RUN_STATES } from '../words.ts';
import { Layout } from './layout.tsx';

const megabytes = (value: number) => `${number(Math.round(value / 1e6))} MB`;
const local = (iso: string) =>
  printedMoment(new Date(Date.parse(iso) + 7 * 3_600_000).toISOString());

const unreadable = ({ unreadable: { forgotten, lost } }: Status['storage']) => forgotten + lost;

function growth({ growth: bytes, fullOn }: Status['storage']): string {
  if (bytes === null) return t('chưa biết mức tăng mỗi đêm');
  const full =
    fullOn === null
      ? t('đĩa còn đủ hơn 10 năm')
      : t('đĩa đầy khoảng {day}', { day: printedDay(fullOn) });
  return `${t('mỗi đêm tăng {size}', { size: megabytes(bytes) })}; ${full}`;
}

/** Papers that have something to tell; those never crawled are counted below. */
const known = ({ newspapers }: Status) =>
  newspapers.filter(({ articles, run }) => articles > 0 || run !== null);

const nameOf = ({ newspapers }: Status, id: string) =>
  newspapers.find((one) => one.id === id)?.name ?? id;

const JOBS = [
  ['crawl', msg('thu thập')],
  ['backfill', msg('lấy bài cũ')],
  ['parse', msg('đọc trang')],
  ['index', msg('lập chỉ mục')],
] as const satisfies readonly (readonly [keyof NonNullable<Status['queue']>, Plain])[];

const Jobs: FC<{ label: string; counts: NonNullable<Status['queue']>['crawl'] }> = ({
  label,
  counts,
}) => (
  <tr>
    <td>{label}</td>
    <td>{number(counts.waiting)}</td>
    <td>{number(counts.active)}</td>
    <td>{number(counts.delayed)}</td>
    <td>{number(counts.failed)}</td>
  </tr>
);

export const StatusPage: FC<{ status: Status; board: boolean }> = ({ status, board }) => {
  const { queue } = status;
  return (
    <Layout title={t('Tình trạng')} tab="status">
      <h1>{t('Tình trạng')}</h1>
      {status.undelivered.map(({ day, channel, attempts, message }) => (
        <p>
          {t('Chưa gửi được báo cáo {day} ({channel}, đã thử {n} lần)', {
            day: printedDay(day),
            channel,
            n: attempts,
          })}
          : {message}
        </p>
      ))}
      {status.savedSearches.undelivered.map(({ search, attempts, message, state }) => (
        <p class="note">
          {rich(
            state === 'given-up'
              ? 'Đã thôi gửi tin của {search} (đã thử {n} lần)'
              : 'Chưa gửi được tin của {search} (đã thử {n} lần)',
            {
              search: <a href={`/tim-da-luu/${search}`}>{t('tìm kiếm đã lưu')}</a>,
              n: attempts,
            },
          )}
          : {message}
        </p>
      ))}
      <h2>{t('Đêm qua')}</h2>
      {status.night ? null : (
        <p>{t('Chưa có đêm nào: đêm đầu tiên được lấy khi chương trình chạy qua đêm.')}</p>
      )}
      <p>
        <a href="/bao-cao">{t('Báo cáo buổi sáng')}</a>
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
      <h2>{t('Kho, chỉ mục, đĩa')}</h2>
      <dl>
        <dt>{t('Kho')}</dt>
        <dd>
          {t('{n} bài', { n: status.archive.articles })},{' '}
          {t('{n} trang', { n: status.archive.pages })}, {megabytes(status.archive.bytes)}
        </dd>
        <dt>{t('Dữ liệu trên đĩa')}</dt>
        <dd>
          {megabytes(status.storage.data)}; {growth(status.storage)}
        </dd>
        {status.storage.warc.files > 0 ? (
          <>
            <dt>{t('Trang gốc đã chuyển')}</dt>
            <dd>
              {t('{n} tệp WARC', { n: status.storage.warc.files })},{' '}
              {megabytes(status.storage.warc.bytes)}
              {status.storage.warc.missing > 0
                ? `; ${t('{n} tệp thiếu hoặc hỏng', { n: status.storage.warc.missing })}`
                : ''}
            </dd>
          </>
        ) : null}
        {unreadable(status.storage) > 0 ? (
          <>
            <dt>{t('Không thể đọc lại')}</dt>
            <dd>
              {t('{n} bài đã bỏ trang gốc', { n: status.storage.unreadable.forgotten })},{' '}
              {t('{n} bài có trang gốc ở tệp WARC bị thiếu hoặc hỏng', {
                n: status.storage.unreadable.lost,
              })}{' '}
              ({t('đếm lúc {moment}', { moment: local(status.storage.unreadableAt) })})
            </dd>
          </>
        ) : null}
        <dt>{t('Chỉ mục')}</dt>
        <dd>
          {status.engine.id}:{' '}
          {status.engine.fault
            ? `${status.engine.fault.code}: ${status.engine.fault.message}`
            : t('{n} bài', { n: status.engine.documents ?? 0 })}
          {status.engine.rebuild ? t('; đang chờ hoặc đang được làm lại') : ''}
        </dd>
        <dt>{t('Đĩa còn trống')}</dt>
        <dd>{megabytes(status.free)}</dd>
        <dt>{t('Tìm kiếm đã lưu')}</dt>
        <dd>
          <a href="/tim-da-luu">{t('{n} tìm kiếm', { n: status.savedSearches.count })}</a>
        </dd>
      </dl>
      {queue ? (
        <>
          <h2>{t('Hàng đợi')}</h2>
          {board ? (
            <p>
              <a href={BOARD}>{t('Xem và làm lại từng việc (Bull Board, tiếng Anh)')}</a>
            </p>
          ) : null}
          <div class="scroll">
            <table>
              <thead>
                <tr>
                  <th>{t('Việc')}</th>
                  <th>{t('Chờ')}</th>
                  <th>{t('Đang làm')}</th>
                  <th>{t('Hẹn giờ')}</th>
                  <th>{t('Hỏng')}</th>
                </tr>
              </thead>
              <tbody>
                {JOBS.map(([name, label]) => (
                  <Jobs label={t(label)} counts={queue[name]} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      ) : null}
      <h2>{t('Các báo')}</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>{t('Báo')}</th>
              <th>{t('Số bài')}</th>
              <th>{t('Lần thu thập gần nhất')}</th>
              <th>{t('Kết quả##run')}</th>
            </tr>
          </thead>
          <tbody>
            {known(status).map(({ id, name, articles, run }) => (
              <tr>
                <td>
                  <a href={`/?bao=${id}`}>{name}</a>
                </td>
                <td>{number(articles)}</td>
                <td>{run ? local(run.startedAt) : t('chưa có')}</td>
                <td>
                  {run ? t(RUN_STATES[run.state]) : '-'}
                  {run?.message ? `: ${run.message}` : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {status.newspapers.length > known(status).length ? (
        <p class="meta">
          {t('{n} báo khác chưa thu thập lần nào.', {
            n: status.newspapers.length - known(status).length,
          })}
        </p>
      ) : null}
      <h2>{t('Trang có lỗi')}</h2>
      {status.incidentCounts.length === 0 ? (
        <p>{t('Không có.')}</p>
      ) : (
        <>
          <ul>
            {status.incidentCounts.map(({ newspaper, code, count }) => (
              <li>
                {nameOf(status, newspaper)}: {OUTCOMES[code][language()]} (<code>{code}</code>),{' '}
                {t('{n} trang', { n: count })}
              </li>
            ))}
          </ul>
          <h3>{t('Mới nhất')}</h3>
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
};
