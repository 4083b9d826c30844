/** Localities: the tree on both maps, one unit, a comparison over time, the provinces as tiles. */
import type { FC } from 'hono/jsx';
import {
  type Change,
  type Comparison,
  type Listed,
  type Locality,
  MOST_COMPARED,
} from '../../app/localities/locality.ts';
import type { Tile } from '../../app/localities/tiles.ts';
import type { FacetValue } from '../../app/search-answer.ts';
import { number, month as printedMonth } from '../../i18n/format.ts';
import { msg, rich, t } from '../../i18n/text.ts';
import { officialsUrl } from '../officials/url.ts';
import { Layout } from '../pages/layout.tsx';
import { ListLinks } from '../pages/list-links.tsx';
import { searchUrl } from '../search-url.ts';
import { Marked, printedDay, printedMoment } from '../text.tsx';
import { CONFERENCE_KINDS } from '../words.ts';

export const LOCALITIES = '/dia-phuong';
export const localityUrl = (value: string) => `${LOCALITIES}/${encodeURIComponent(value)}`;
export const DAY = 'ngay';
export const UNIT = 'don-vi';
/** Of the list as a file: the unit whose parts it holds. */
export const WITHIN = 'thuoc';

const List: FC<{ items: readonly Listed[] }> = ({ items }) => (
  <ul class="units">
    {items.map(({ value, name, count }) => (
      <li>
        <a href={localityUrl(value)}>{name}</a> <span class="count">{number(count)}</span>
      </li>
    ))}
  </ul>
);

/** One control for both states of the map. */
const MapChoice: FC<{ day: string | null }> = ({ day }) => (
  <form action={LOCALITIES} method="get" class="filters">
    <p>
      {t('Bản đồ')}{' '}
      {day === null ? (
        <strong>{t('hiện nay')}</strong>
      ) : (
        <>
          <a href={LOCALITIES}>{t('hiện nay')}</a> ·{' '}
          <strong>{t('ngày {day}', { day: printedDay(day) })}</strong>
        </>
      )}
    </p>
    <label>
      {t('của ngày')}{' '}
      <input type="date" name={DAY} value={day ?? '2023-05-26'} min="1976-01-01" required />
    </label>{' '}
    <button type="submit">{t('Xem bản đồ ngày đó')}</button>
  </form>
);

export const ProvincesPage: FC<{ items: readonly Listed[]; day: string | null }> = ({
  items,
  day,
}) => (
  <Layout title={t('Địa phương')} tab="localities">
    <h1>{t('Địa phương')}</h1>
    <MapChoice day={day} />
    <p>
      {t('{n} tỉnh, thành phố; số bên cạnh là số bài.', { n: items.length })}{' '}
      <a href={`${LOCALITIES}/ban-do`}>{t('Xem dạng bản đồ ô')}</a>
    </p>
    <List items={items} />
    <p>
      <ListLinks href={(file) => `${LOCALITIES}/${file}${day === null ? '' : `?${DAY}=${day}`}`} />
    </p>
  </Layout>
);

const Changes: FC<{ title: string; items: readonly (Change & { to?: string | null })[] }> = ({
  title,
  items,
}) =>
  items.length === 0 ? null : (
    <>
      <h2>{title}</h2>
      <ul>
        {items.map(({ value, name, partial, to }) => (
          <li>
            <a href={localityUrl(value)}>{name}</a>
            {to ? ` (${t('đến {day}', { day: printedDay(to) })})` : ''}
            {partial ? t(' – một phần, có thể còn xã khác') : ''}
          </li>
        ))}
      </ul>
    </>
  );

const Bars: FC<{ values: readonly FacetValue[]; href: (value: string) => string }> = ({
  values,
  href,
}) => {
  const most = Math.max(1, ...values.map(({ count }) => count));
  return (
    <table class="bars">
      <tbody>
        {values.map(({ value, label, count }) => (
          <tr>
            <th scope="row">
              <a href={href(value)}>{label}</a>
            </th>
            <td>
              <meter min={0} max={most} value={count} aria-hidden="true" /> {number(count)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const LEVEL_NAMES = {
  province: msg('cấp tỉnh'),
  district: msg('cấp huyện'),
  commune: msg('cấp xã'),
} as const;

function lifetime({ from, to }: Locality['unit']): string {
  const since = from ? t('từ {day}', { day: printedDay(from) }) : t('từ trước tháng 4/2023');
  return to
    ? t('{since} đến {day}', { since, day: printedDay(to) })
    : t('{since}, hiện còn', { since });
}

function resolutionWords(
  { to }: Locality['unit'],
  { day, number }: NonNullable<Locality['resolution']>,
): string {
  const change = to
    ? t('Thay đổi ngày {day}', { day: printedDay(day) })
    : t('Lập ngày {day}', { day: printedDay(day) });
  return `${change}: ${
    number ? t('Nghị quyết số {number}', { number }) : t('chưa có số nghị quyết trong dữ liệu')
  }`;
}

export const LocalityPage: FC<{
  locality: Locality;
  newspaperName: (id: string) => string;
}> = ({ locality, newspaperName }) => {
  const { value, unit, onToday, above, was, became, resolution, total } = locality;
  const filtered = (filters: Record<string, string[]> = {}) =>
    searchUrl({ text: '', filters: { places: [value], ...filters } });
  return (
    <Layout title={unit.name} tab="localities">
      <nav aria-label={t('Thuộc')}>
        <a href={LOCALITIES}>{t('Địa phương')}</a>
        {[...above].reverse().map((one) => (
          <>
            {' › '}
            <a href={localityUrl(one.value)}>{one.name}</a>
          </>
        ))}
      </nav>
      <h1>
        {unit.name}
        {onToday ? t(' (bản đồ hiện nay)') : ''}
      </h1>
      <p class="meta">
        {t(LEVEL_NAMES[unit.level])}, {t('mã {code}', { code: unit.code })}, {lifetime(unit)}
        {resolution ? `. ${resolutionWords(unit, resolution)}` : ''}
      </p>
      <Changes title={t('Trước đây là')} items={was} />
      <Changes title={t('Nay thuộc')} items={became} />
      {unit.to !== null && became.length === 0 ? (
        <p class="note">{t('Dữ liệu không cho biết nay thuộc đơn vị nào.')}</p>
      ) : null}
      <p>
        <a href={filtered()}>
          {rich('{n} bài', { n: total }, (n) => (
            <strong>{n}</strong>
          ))}
        </a>{' '}
        {onToday ? t('nhắc đến nơi nay thuộc đơn vị này') : t('nhắc đến đơn vị này')} ·{' '}
        <a href={`${LOCALITIES}/so-sanh?${UNIT}=${encodeURIComponent(value)}`}>{t('so sánh')}</a>
      </p>
      {locality.children.length > 0 ? (
        <>
          <h2>{t('Các đơn vị bên dưới')}</h2>
          <List items={locality.children} />
          <p>
            <ListLinks
              href={(file) => `${LOCALITIES}/${file}?${WITHIN}=${encodeURIComponent(value)}`}
            />
          </p>
        </>
      ) : null}
      {locality.months.length > 0 ? (
        <>
          <h2>{t('Số bài theo tháng')}</h2>
          <Bars values={locality.months} href={(month) => filtered({ month: [month] })} />
        </>
      ) : null}
      {locality.conferences.length > 0 ? (
        <>
          <h2>{t('Hội nghị##many')}</h2>
          <ul>
            {locality.conferences.map(({ id, conference }) => (
              <li>
                <a href={`/hoi-nghi/${id}`} lang="vi">
                  {conference.name}
                </a>{' '}
                ({t(CONFERENCE_KINDS[conference.kind])})
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {locality.officials.length > 0 ? (
        <>
          <h2>{t('Cán bộ được nhắc')}</h2>
          <p>
            <a href={officialsUrl({ place: value })}>{t('Sổ cán bộ của nơi này')}</a>
          </p>
          <Bars values={locality.officials} href={(name) => filtered({ officials: [name] })} />
        </>
      ) : null}
      {locality.newspapers.length > 0 ? (
        <>
          <h2>{t('Các báo')}</h2>
          <Bars values={locality.newspapers} href={(paper) => filtered({ newspaper: [paper] })} />
        </>
      ) : null}
      {locality.latest.length > 0 ? (
        <>
          <h2>{t('Bài mới nhất')}</h2>
          <ul>
            {locality.latest.map((hit) => (
              <li>
                <a href={`/bai/${hit.id}`} lang="vi">
                  {hit.headline ? <Marked text={hit.headline} /> : t('(không có tiêu đề)')}
                </a>{' '}
                ({hit.newspaper ? newspaperName(hit.newspaper) : '-'},{' '}
                {printedMoment(hit.publishedAt, hit.publishedPrecision)})
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Layout>
  );
};

export const ComparisonPage: FC<{
  comparison: Comparison | null;
  values: readonly string[];
  text: string;
}> = ({ comparison, values, text }) => (
  <Layout title={t('So sánh địa phương')} tab="localities">
    <h1>{t('So sánh địa phương')}</h1>
    <form action={`${LOCALITIES}/so-sanh`} method="get" class="filters">
      {Array.from({ length: MOST_COMPARED }, (_, i) => (
        <label>
          {t('Địa phương {place}', { place: i + 1 })}{' '}
          <input name={UNIT} value={values[i] ?? ''} placeholder={t('mã hoặc tên')} />
        </label>
      ))}
      <label>
        {t('Câu hỏi')} <input name="q" value={text} placeholder={t('để trống là mọi bài')} />
      </label>
      <button type="submit">{t('So sánh')}</button>
    </form>
    {comparison === null ? (
      <p class="note">
        {t('Nêu từ một đến bốn địa phương, ví dụ "huyện Lộc Hà", "448" hoặc "t:18568".')}
      </p>
    ) : (
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('Tháng')}</th>
              {comparison.units.map(({ value, name }) => (
                <th scope="col">
                  <a href={localityUrl(value)}>{name}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {comparison.rows.map(({ month, counts }) => (
              <tr>
                <th scope="row">{printedMonth(month)}</th>
                {counts.map((count) => (
                  <td>{number(count)}</td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{t('Tất cả')}</th>
              {comparison.units.map(({ total }) => (
                <td>
                  <strong>{number(total)}</strong>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    )}
  </Layout>
);

export const TilesPage: FC<{ tiles: readonly Tile[]; text: string }> = ({ tiles, text }) => {
  const href = (value: string) => searchUrl({ text, filters: { places: [value] } });
  return (
    <Layout title={t('Bản đồ ô')} tab="localities">
      <h1>{t('34 tỉnh, thành phố')}</h1>
      <form action={`${LOCALITIES}/ban-do`} method="get" class="filters">
        <label>
          {t('Câu hỏi')} <input name="q" value={text} placeholder={t('để trống là mọi bài')} />
        </label>{' '}
        <button type="submit">{t('Xem')}</button>
      </form>
      <ul class="tiles">
        {tiles.map(({ value, name, row, column, count, shade }) => (
          <li class={`row-${row} column-${column} shade-${shade}`}>
            <a href={href(value)}>
              {name} <span class="count">{number(count)}</span>
            </a>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('Dạng bảng')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('Tỉnh, thành phố')}</th>
              <th scope="col">{t('Số bài')}</th>
            </tr>
          </thead>
          <tbody>
            {[...tiles]
              .sort((a, b) => b.count - a.count)
              .map(({ value, name, count }) => (
                <tr>
                  <td>
                    <a href={href(value)}>{name}</a>
                  </td>
                  <td>{number(count)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </Layout>
  );
};
