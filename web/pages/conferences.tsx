/** Review conferences: the list with its filters, and one conference with its coverage. */
import type { FC } from 'hono/jsx';
import type { StoredConference } from '../../archive/port.ts';
import { type Conference, ConferenceKind } from '../../core/article.ts';
import { AddToReview, type Collecting } from '../press-reviews/pages.tsx';
import { printedDays, printedMoment } from '../text.tsx';
import { CONFERENCE_KINDS, LEVELS, STATUSES } from '../words.ts';
import { Layout } from './layout.tsx';

export interface ConferenceQuery {
  readonly kind: string;
  readonly status: string;
  readonly from: string;
  readonly to: string;
}

const day = (conference: Conference) =>
  conference.date ? printedDays(conference.date.from, conference.date.to) : 'không rõ ngày';

export const ConferencesPage: FC<{
  items: readonly StoredConference[];
  total: number;
  query: ConferenceQuery;
  next: string | null;
}> = ({ items, total, query, next }) => (
  <Layout title="Hội nghị - Điểm Báo" tab="conferences">
    <h1>Hội nghị</h1>
    <form class="filters" action="/hoi-nghi" method="get">
      <label>
        Loại{' '}
        <select name="loai">
          <option value="">tất cả</option>
          {ConferenceKind.options.map((kind) => (
            <option value={kind} selected={query.kind === kind}>
              {CONFERENCE_KINDS[kind]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Tình hình{' '}
        <select name="tinh-hinh">
          <option value="">tất cả</option>
          {(['held', 'planned'] as const).map((status) => (
            <option value={status} selected={query.status === status}>
              {STATUSES[status]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Từ ngày <input type="date" name="tu" value={query.from} />
      </label>
      <label>
        Đến ngày <input type="date" name="den" value={query.to} />
      </label>
      <button type="submit">Lọc</button>
    </form>
    <p>
      <strong>{new Intl.NumberFormat('vi-VN').format(total)}</strong> hội nghị
    </p>
    {items.length === 0 ? (
      <p class="note">
        Không có hội nghị nào. <a href="/hoi-nghi">Bỏ các bộ lọc</a>
      </p>
    ) : (
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>Hội nghị</th>
              <th>Đơn vị tổ chức</th>
              <th>Ngày</th>
              <th>Tình hình</th>
              <th>Số bài</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ id, conference, mentions }) => (
              <tr>
                <td>
                  <a href={`/hoi-nghi/${id}`}>{conference.name}</a>
                  {conference.occasion ? ` (${conference.occasion})` : ''}
                </td>
                <td>
                  {conference.organiser ?? '-'}
                  {conference.level ? `, ${LEVELS[conference.level]}` : ''}
                </td>
                <td>{day(conference)}</td>
                <td>{STATUSES[conference.status]}</td>
                <td>{mentions.length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
    {next ? (
      <p>
        <a rel="next" href={next}>
          Trang sau →
        </a>
      </p>
    ) : null}
  </Layout>
);

export const ConferencePage: FC<{
  stored: StoredConference;
  newspaperName: (id: string) => string;
  collecting: Collecting;
}> = ({ stored: { id, conference, mentions }, newspaperName, collecting }) => (
  <Layout title={`${conference.name} - Điểm Báo`} tab="conferences">
    <h1>{conference.name}</h1>
    <dl>
      <dt>Loại</dt>
      <dd>{CONFERENCE_KINDS[conference.kind]}</dd>
      <dt>Đơn vị tổ chức</dt>
      <dd>
        {conference.organiser ?? 'không nêu'}
        {conference.level ? ` (${LEVELS[conference.level]})` : ''}
      </dd>
      <dt>Nội dung</dt>
      <dd>{conference.occasion ?? '-'}</dd>
      <dt>Nhiệm kỳ</dt>
      <dd>{conference.term ? `${conference.term.from} – ${conference.term.to}` : '-'}</dd>
      <dt>Ngày</dt>
      <dd>
        {day(conference)} ({STATUSES[conference.status]})
      </dd>
      <dt>Nơi</dt>
      <dd>
        {conference.place ? [...conference.place.path].reverse().filter(Boolean).join(', ') : '-'}
      </dd>
      <dt>Chủ trì</dt>
      <dd>{conference.chairs.join(', ') || '-'}</dd>
      <dt>Phát biểu</dt>
      <dd>{conference.speakers.join(', ') || '-'}</dd>
    </dl>
    <AddToReview collected={{ type: 'conference', id }} collecting={collecting} />
    <h2>Báo nào đã đưa</h2>
    <ul>
      {mentions.map((mention) => (
        <li>
          <a href={`/bai/${mention.articleId}`}>{mention.headline ?? mention.url}</a> (
          {mention.newspaper ? newspaperName(mention.newspaper) : '-'},{' '}
          {printedMoment(mention.publishedAt)}
          {mention.original ? ', đăng lại' : ''})
        </li>
      ))}
    </ul>
  </Layout>
);
