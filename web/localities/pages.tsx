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
import { officialsUrl } from '../officials/url.ts';
import { Layout } from '../pages/layout.tsx';
import { searchUrl } from '../search-url.ts';
import { Marked, printedDay, printedMoment } from '../text.tsx';
import { CONFERENCE_KINDS } from '../words.ts';

export const LOCALITIES = '/dia-phuong';
export const localityUrl = (value: string) => `${LOCALITIES}/${encodeURIComponent(value)}`;
export const DAY = 'ngay';
export const UNIT = 'don-vi';

const number = (value: number) => new Intl.NumberFormat('vi-VN').format(value);

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
      Bản đồ{' '}
      {day === null ? (
        <strong>hiện nay</strong>
      ) : (
        <>
          <a href={LOCALITIES}>hiện nay</a> · <strong>ngày {printedDay(day)}</strong>
        </>
      )}
    </p>
    <label>
      của ngày{' '}
      <input type="date" name={DAY} value={day ?? '2023-05-26'} min="1976-01-01" required />
    </label>{' '}
    <button type="submit">Xem bản đồ ngày đó</button>
  </form>
);

export const ProvincesPage: FC<{ items: readonly Listed[]; day: string | null }> = ({
  items,
  day,
}) => (
  <Layout title="Địa phương - Điểm Báo" tab="localities">
    <h1>Địa phương</h1>
    <MapChoice day={day} />
    <p>
      {number(items.length)} tỉnh, thành phố; số bên cạnh là số bài.{' '}
      <a href={`${LOCALITIES}/ban-do`}>Xem dạng bản đồ ô</a>
    </p>
    <List items={items} />
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
            {to ? ` (đến ${printedDay(to)})` : ''}
            {partial ? ' – một phần, có thể còn xã khác' : ''}
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

const LEVEL_NAMES = { province: 'cấp tỉnh', district: 'cấp huyện', commune: 'cấp xã' } as const;

function lifetime({ from, to }: Locality['unit']): string {
  const since = from ? `từ ${printedDay(from)}` : 'từ trước tháng 4/2023';
  return to ? `${since} đến ${printedDay(to)}` : `${since}, hiện còn`;
}

export const LocalityPage: FC<{
  locality: Locality;
  newspaperName: (id: string) => string;
}> = ({ locality, newspaperName }) => {
  const { value, unit, onToday, above, was, became, resolution, total } = locality;
  const filtered = (filters: Record<string, string[]> = {}) =>
    searchUrl({ text: '', filters: { places: [value], ...filters } });
  return (
    <Layout title={`${unit.name} - Điểm Báo`} tab="localities">
      <nav aria-label="Thuộc">
        <a href={LOCALITIES}>Địa phương</a>
        {[...above].reverse().map((one) => (
          <>
            {' › '}
            <a href={localityUrl(one.value)}>{one.name}</a>
          </>
        ))}
      </nav>
      <h1>
        {unit.name}
        {onToday ? ' (bản đồ hiện nay)' : ''}
      </h1>
      <p class="meta">
        {LEVEL_NAMES[unit.level]}, mã {unit.code}, {lifetime(unit)}
        {resolution
          ? `. ${unit.to ? 'Thay đổi' : 'Lập'} ngày ${printedDay(resolution.day)}: ${
              resolution.number
                ? `Nghị quyết số ${resolution.number}`
                : 'chưa có số nghị quyết trong dữ liệu'
            }`
          : ''}
      </p>
      <Changes title="Trước đây là" items={was} />
      <Changes title="Nay thuộc" items={became} />
      {unit.to !== null && became.length === 0 ? (
        <p class="note">Dữ liệu không cho biết nay thuộc đơn vị nào.</p>
      ) : null}
      <p>
        <a href={filtered()}>
          <strong>{number(total)}</strong> bài
        </a>
        {onToday ? ' nhắc đến nơi nay thuộc đơn vị này' : ' nhắc đến đơn vị này'} ·{' '}
        <a href={`${LOCALITIES}/so-sanh?${UNIT}=${encodeURIComponent(value)}`}>so sánh</a>
      </p>
      {locality.children.length > 0 ? (
        <>
          <h2>Các đơn vị bên dưới</h2>
          <List items={locality.children} />
        </>
      ) : null}
      {locality.months.length > 0 ? (
        <>
          <h2>Số bài theo tháng</h2>
          <Bars values={locality.months} href={(month) => filtered({ month: [month] })} />
        </>
      ) : null}
      {locality.conferences.length > 0 ? (
        <>
          <h2>Hội nghị</h2>
          <ul>
            {locality.conferences.map(({ id, conference }) => (
              <li>
                <a href={`/hoi-nghi/${id}`}>{conference.name}</a> (
                {CONFERENCE_KINDS[conference.kind]})
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {locality.officials.length > 0 ? (
        <>
          <h2>Cán bộ được nhắc</h2>
          <p>
            <a href={officialsUrl({ place: value })}>Sổ cán bộ của nơi này</a>
          </p>
          <Bars values={locality.officials} href={(name) => filtered({ officials: [name] })} />
        </>
      ) : null}
      {locality.newspapers.length > 0 ? (
        <>
          <h2>Các báo</h2>
          <Bars values={locality.newspapers} href={(paper) => filtered({ newspaper: [paper] })} />
        </>
      ) : null}
      {locality.latest.length > 0 ? (
        <>
          <h2>Bài mới nhất</h2>
          <ul>
            {locality.latest.map((hit) => (
              <li>
                <a href={`/bai/${hit.id}`}>
                  {hit.headline ? <Marked text={hit.headline} /> : '(không có tiêu đề)'}
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
  <Layout title="So sánh địa phương - Điểm Báo" tab="localities">
    <h1>So sánh địa phương</h1>
    <form action={`${LOCALITIES}/so-sanh`} method="get" class="filters">
      {Array.from({ length: MOST_COMPARED }, (_, i) => (
        <label>
          Địa phương {i + 1} <input name={UNIT} value={values[i] ?? ''} placeholder="mã hoặc tên" />
        </label>
      ))}
      <label>
        Câu hỏi <input name="q" value={text} placeholder="để trống là mọi bài" />
      </label>
      <button type="submit">So sánh</button>
    </form>
    {comparison === null ? (
      <p class="note">Nêu từ một đến bốn địa phương, ví dụ "huyện Lộc Hà", "448" hoặc "t:18568".</p>
    ) : (
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Tháng</th>
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
                <th scope="row">{month.split('-').reverse().join('/')}</th>
                {counts.map((count) => (
                  <td>{number(count)}</td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">Tất cả</th>
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
    <Layout title="Bản đồ ô - Điểm Báo" tab="localities">
      <h1>34 tỉnh, thành phố</h1>
      <form action={`${LOCALITIES}/ban-do`} method="get" class="filters">
        <label>
          Câu hỏi <input name="q" value={text} placeholder="để trống là mọi bài" />
        </label>{' '}
        <button type="submit">Xem</button>
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
        <summary>Dạng bảng</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Tỉnh, thành phố</th>
              <th scope="col">Số bài</th>
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
