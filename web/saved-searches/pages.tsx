/** Saved searches: the list, one with its news and ways, and the small form that saves one. */
import type { FC } from 'hono/jsx';
import type { ToldArticle, ToldNews } from '../../app/saved-searches/news.ts';
import { toQuestion } from '../../app/saved-searches/question.ts';
import type { OpenedSearch } from '../../app/saved-searches/saved.ts';
import type { SavedDay, SavedDelivery, SavedTarget } from '../../archive/saved-searches-port.ts';
import { FACETS, type Facet } from '../../core/search.ts';
import { number } from '../../i18n/format.ts';
import { msg, type Plain, rich, t } from '../../i18n/text.ts';
import { ExportLinks } from '../pages/export-links.tsx';
import { Layout } from '../pages/layout.tsx';
import { ListLinks } from '../pages/list-links.tsx';
import { Who } from '../pages/who.tsx';
import { searchUrl } from '../search-url.ts';
import { printedDay, printedDays, printedMoment, printedUtc } from '../text.tsx';
import { FACET_NAMES } from '../words.ts';
import { ADDRESS, BASE, DIGEST, FEED, KIND, NAME, SEARCH, VERSION, WHO } from './form.ts';

export type Label = (facet: Facet, value: string) => string | null;

const STATES = {
  waiting: msg('chờ gửi'),
  sent: msg('đã gửi'),
  'given-up': msg('thôi gửi'),
} as const satisfies Record<SavedDelivery['state'], Plain>;

const time = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The whole question in words. */
function told({ question }: OpenedSearch, label: Label): string {
  const { text, facets, from, to, undated, exactOnly } = question;
  return [
    ...(text === '' ? [] : [`“${text}”`]),
    ...FACETS.flatMap((facet) => {
      const values = facets[facet] ?? [];
      const names = values.map((value) => label(facet, value) ?? value).join(t(' hoặc '));
      return values.length > 0 ? [`${t(FACET_NAMES[facet])}: ${names}`] : [];
    }),
    ...(from || to ? [printedDays(from, to)] : []),
    ...(undated ? [t('không rõ ngày')] : []),
    ...(exactOnly ? [t('đúng dấu như đã gõ')] : []),
  ].join('; ');
}

export interface Listed {
  readonly search: OpenedSearch;
  readonly targets: readonly SavedTarget[];
  /** The newest. */
  readonly day: SavedDay | null;
  readonly failing: number;
}

export const SavedPage: FC<{ items: readonly Listed[]; label: Label }> = ({ items, label }) => (
  <Layout title={t('Tìm kiếm đã lưu')} tab="saved">
    <h1>{t('Tìm kiếm đã lưu')}</h1>
    {items.length === 0 ? (
      <p class="note">
        {rich(
          'Chưa lưu tìm kiếm nào. Hãy {search}, lọc theo ý muốn rồi chọn “Lưu tìm kiếm này” ở cuối trang kết quả: có bài mới, Điểm Báo sẽ báo qua e-mail, webhook hoặc nguồn Atom.',
          { search: <a href="/">{t('tìm bài')}</a> },
        )}
      </p>
    ) : (
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('Tên')}</th>
              <th scope="col">{t('Câu hỏi')}</th>
              <th scope="col">{t('Bài mới trong ngày')}</th>
              <th scope="col">{t('Cả kho')}</th>
              <th scope="col">{t('Chạy lần cuối')}</th>
              <th scope="col">{t('Báo tin')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ search, targets, day, failing }) => (
              <tr>
                <td>
                  <a href={`${BASE}/${search.id}`}>{search.name}</a>
                </td>
                <td>
                  <a href={searchUrl(toQuestion(search.question))}>{told(search, label)}</a>
                </td>
                <td>{day ? `${number(day.found)} (${printedDay(day.day)})` : '–'}</td>
                <td>{search.total === null ? '–' : number(search.total)}</td>
                <td>{search.lastRunAt ? printedUtc(search.lastRunAt) : t('chưa chạy')}</td>
                <td>
                  {t('{n} nơi nhận', { n: targets.length })}
                  {search.feedToken ? t(', nguồn Atom') : ''}
                  {failing > 0 ? (
                    <strong>; {t('{n} lần chưa gửi được', { n: failing })}</strong>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
    {items.length > 0 ? (
      <p>
        <ListLinks href={(file) => `${BASE}/${file}`} />
      </p>
    ) : null}
  </Layout>
);

const Article: FC<{ of: ToldArticle }> = ({ of }) => (
  <>
    <a href={`/bai/${of.id}`} lang="vi">
      {of.headline}
    </a>{' '}
    <span class="meta">
      {of.newspaperName ?? t('Không rõ báo')}, {printedMoment(of.publishedAt, 'day')}
    </span>
  </>
);

const News: FC<{ news: ToldNews; next: string | null }> = ({ news, next }) => (
  <section>
    <h2>{t('Bài mới từ khi lưu')}</h2>
    {news.notices.map(({ text, at }) => (
      <p class="note">
        {printedUtc(at)}: {text}
      </p>
    ))}
    {news.articles.length === 0 ? <p>{t('Chưa có bài nào.')}</p> : null}
    <ul>
      {news.articles.map((one) => (
        <li>
          <Article of={one} />
          {one.before ? <span class="meta">{t('(có từ trước, nay có bản đăng lại)')}</span> : null}
          {one.reprints.length > 0 ? (
            <ul>
              {one.reprints.map((reprint) => (
                <li>
                  {t('đăng lại')}: <Article of={reprint} />
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
    {next ? (
      <p class="pager">
        <a href={next}>{t('Cũ hơn')}</a>
      </p>
    ) : null}
  </section>
);

const Targets: FC<{
  search: OpenedSearch;
  targets: readonly SavedTarget[];
  feedUrl: string | null;
  editable: boolean;
  mailReady: boolean;
}> = ({ search, targets, feedUrl, editable, mailReady }) => (
  <section>
    <h2>{t('Báo tin')}</h2>
    {targets.length === 0 ? <p>{t('Chưa có nơi nhận.')}</p> : null}
    <ul>
      {targets.map((one) => (
        <li>
          {one.kind === 'mail' ? 'e-mail' : 'webhook'} <span class="url">{one.address}</span>,{' '}
          {one.digestAt === null
            ? t('gửi ngay')
            : t('gộp gửi lúc {time}', { time: time(one.digestAt) })}
          {editable ? (
            <form method="post" action={`${BASE}/${search.id}/noi-nhan/${one.id}/xoa`}>
              <Who name={WHO} /> <button type="submit">{t('Bỏ nơi nhận này')}</button>
            </form>
          ) : null}
          {editable && one.secret ? (
            <details>
              <summary>{t('Khóa ký')}</summary>
              <code>{one.secret}</code>
            </details>
          ) : null}
        </li>
      ))}
    </ul>
    {editable ? (
      <form method="post" action={`${BASE}/${search.id}/noi-nhan`} class="filters">
        <label>
          {t('Cách')}{' '}
          <select name={KIND}>
            <option value="mail">e-mail</option>
            <option value="webhook">webhook</option>
          </select>
        </label>
        <label>
          {t('Địa chỉ')}{' '}
          <input name={ADDRESS} required maxlength={2000} placeholder="ten@coquan.vn, https://…" />
        </label>
        <label>
          {t('Gộp gửi mỗi ngày lúc')} <input type="time" name={DIGEST} />
        </label>
        <span class="help">{t('Để trống giờ: gửi ngay khi có bài.')}</span>
        <Who name={WHO} /> <button type="submit">{t('Thêm nơi nhận')}</button>
      </form>
    ) : null}
    {mailReady ? null : (
      <p class="help">
        {rich('Chưa gửi được e-mail: máy chủ thư chưa được đặt ({setting}).', {
          setting: <code>DIEMBAO_SMTP_URL</code>,
        })}
      </p>
    )}
    {editable ? (
      <>
        <h3>{t('Nguồn Atom')}</h3>
        {feedUrl ? (
          <p>
            <a class="url" href={feedUrl}>
              {feedUrl}
            </a>{' '}
            {t('Ai biết địa chỉ này đều đọc được.')}
          </p>
        ) : null}
        <form method="post" action={`${BASE}/${search.id}/nguon`}>
          <Who name={WHO} />{' '}
          <button type="submit">
            {feedUrl ? t('Đổi địa chỉ (bỏ địa chỉ cũ)') : t('Mở nguồn Atom')}
          </button>
        </form>
        {feedUrl ? (
          <form method="post" action={`${BASE}/${search.id}/nguon/tat`}>
            <Who name={WHO} /> <button type="submit">{t('Tắt nguồn Atom')}</button>
          </form>
        ) : null}
      </>
    ) : null}
  </section>
);

const Deliveries: FC<{
  deliveries: readonly SavedDelivery[];
  targets: readonly SavedTarget[];
}> = ({ deliveries, targets }) =>
  deliveries.length === 0 ? null : (
    <section>
      <h2>{t('Đã gửi')}</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('Lập lúc')}</th>
              <th scope="col">{t('Tới')}</th>
              <th scope="col">{t('Tình trạng')}</th>
              <th scope="col">{t('Lần thử')}</th>
              <th scope="col">{t('Lỗi lần cuối')}</th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((one) => (
              <tr>
                <td>{printedUtc(one.madeAt)}</td>
                <td class="url">
                  {targets.find(({ id }) => id === one.target)?.address ?? t('nơi nhận đã bỏ')}
                </td>
                <td>
                  {t(STATES[one.state])}
                  {one.state === 'waiting' && one.attempts > 0
                    ? t(', thử lại lúc {moment}', { moment: printedUtc(one.dueAt) })
                    : ''}
                </td>
                <td>{one.attempts}</td>
                <td>{one.state === 'sent' ? '' : (one.message ?? '')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );

export const OneSavedPage: FC<{
  search: OpenedSearch;
  label: Label;
  news: ToldNews;
  next: string | null;
  days: readonly SavedDay[];
  targets: readonly SavedTarget[];
  deliveries: readonly SavedDelivery[];
  feedUrl: string | null;
  editable: boolean;
  mailReady: boolean;
}> = ({ search, label, news, next, days, targets, deliveries, feedUrl, editable, mailReady }) => {
  const question = toQuestion(search.question);
  return (
    <Layout title={search.name} tab="saved">
      <h1>{search.name}</h1>
      <p>
        <a href={searchUrl(question)}>{told(search, label)}</a>
      </p>
      <p class="meta">
        {t('{who} lưu lúc {moment}', { who: search.madeBy, moment: printedUtc(search.madeAt) })};{' '}
        {search.lastRunAt
          ? t('chạy lần cuối {moment}, cả kho có {n} bài', {
              moment: printedUtc(search.lastRunAt),
              n: search.total ?? 0,
            })
          : t('chưa chạy; sẽ chạy sau lần thu thập tới')}
      </p>
      <ExportLinks question={question} total={search.total ?? 1} />
      <News news={news} next={next} />
      <Targets
        search={search}
        targets={targets}
        feedUrl={feedUrl}
        editable={editable}
        mailReady={mailReady}
      />
      <Deliveries deliveries={deliveries} targets={targets} />
      {days.length > 0 ? (
        <details>
          <summary>{t('Số bài mới từng ngày')}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('Ngày')}</th>
                <th scope="col">{t('Số lần chạy')}</th>
                <th scope="col">{t('Bài mới')}</th>
                <th scope="col">{t('Cả kho')}</th>
              </tr>
            </thead>
            <tbody>
              {days.map(({ day, runs, found, total }) => (
                <tr>
                  <td>{printedDay(day)}</td>
                  <td>{number(runs)}</td>
                  <td>{number(found)}</td>
                  <td>{number(total)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ) : null}
      {editable ? (
        <details>
          <summary>{t('Đổi tên')}</summary>
          <form method="post" action={`${BASE}/${search.id}/ten`}>
            <input type="hidden" name={VERSION} value={String(search.version)} />
            <label>
              {t('Tên')} <input name={NAME} required maxlength={120} value={search.name} />
            </label>{' '}
            <Who name={WHO} /> <button type="submit">{t('Đổi tên')}</button>
          </form>
        </details>
      ) : null}
      {editable ? (
        <details>
          <summary>{t('Xóa tìm kiếm này')}</summary>
          <form method="post" action={`${BASE}/${search.id}/xoa`}>
            <p>{t('Không chạy, không báo tin nữa; địa chỉ nguồn Atom mất hiệu lực.')}</p>
            <Who name={WHO} /> <button type="submit">{t('Xóa')}</button>
          </form>
        </details>
      ) : null}
    </Layout>
  );
};

/** Below the results of a search. @param url the search page's own address */
export const SaveSearch: FC<{ url: string; proposed: string }> = ({ url, proposed }) => (
  <details class="save-search">
    <summary>{t('Lưu tìm kiếm này')}</summary>
    <form method="post" action={BASE}>
      <input type="hidden" name={SEARCH} value={url} />
      <label>
        {t('Tên')} <input name={NAME} required maxlength={120} value={proposed} />
      </label>{' '}
      <Who name={WHO} label={t('Người lưu')} /> <button type="submit">{t('Lưu')}</button>
      <p class="help">
        {t(
          'Lưu cả câu hỏi lẫn bộ lọc. Sau mỗi lần thu thập, bài mới được ghi lại và báo qua e-mail, webhook hoặc nguồn Atom mà bạn chọn ở trang sau.',
        )}
      </p>
    </form>
  </details>
);

/** The feed's address below this one. */
export const feedPath = (token: string) => `${FEED}/${token}`;
