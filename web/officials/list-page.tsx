/** The register of officials with its filters. */
import type { FC } from 'hono/jsx';
import type { OfficialLoosening, OfficialQuestion } from '../../app/officials/question.ts';
import { OFFICIAL_FORMATS } from '../../app/officials/table.ts';
import type { HeldOffice, OfficialSummary } from '../../archive/officials-port.ts';
import { placeValue, readPlaceValue } from '../../indexer/place-codes.ts';
import { type Unit, unitsAt, viCompare } from '../../vietnamese/index.ts';
import { Layout } from '../pages/layout.tsx';
import { printedDay, printedDays } from '../text.tsx';
import { BASE, FIELD_NAMES, officialHref, officialsUrl, PARAMETERS } from './url.ts';

const counted = (n: number) => new Intl.NumberFormat('vi-VN').format(n);

/** Day before the provinces were merged. */
const BEFORE = '2025-06-30';

const provinces = (day: string | null, value: (unit: Unit) => string) =>
  unitsAt(day ?? '9999-12-31', 'province')
    .map((unit) => ({ value: value(unit), name: unit.name }))
    .sort((a, b) => viCompare(a.name, b.name));

const Choice: FC<{
  field: 'place' | 'today';
  label: string;
  asked: OfficialQuestion;
  options: readonly { readonly value: string; readonly name: string }[];
}> = ({ field, label, asked, options }) => {
  const value = asked[field];
  const known = options.some((one) => one.value === value);
  const other = value && !known ? (readPlaceValue(value).unit?.name ?? value) : null;
  return (
    <label>
      {label}{' '}
      <select name={PARAMETERS[field]}>
        <option value="">tất cả</option>
        {other ? (
          <option value={value} selected>
            {other}
          </option>
        ) : null}
        {options.map((one) => (
          <option value={one.value} selected={value === one.value}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  );
};

const Filters: FC<{ asked: OfficialQuestion }> = ({ asked }) => (
  <form class="filters" action={BASE} method="get">
    <label>
      Họ tên <input name={PARAMETERS.name} value={asked.name} maxlength={200} />
    </label>
    <label>
      Chức vụ{' '}
      <input
        name={PARAMETERS.office}
        value={asked.office}
        maxlength={200}
        placeholder="Bí thư Huyện ủy Hương Khê"
      />
    </label>
    <label>
      Giữ chức ngày <input type="date" name={PARAMETERS.at} value={asked.at} />
    </label>
    <Choice
      field="place"
      label="Tỉnh trước đây"
      asked={asked}
      options={provinces(BEFORE, placeValue)}
    />
    <Choice
      field="today"
      label="Tỉnh hiện nay"
      asked={asked}
      options={provinces(null, ({ code }) => code)}
    />
    <button type="submit">Lọc</button>
  </form>
);

/** "Bí thư Huyện ủy Lộc Hà (24/05/2023 – 02/06/2023)" */
export const heldWords = ({ title, former, firstDay, lastDay }: HeldOffice) =>
  `${former ? 'nguyên ' : ''}${title} (${printedDays(firstDay, lastDay)})`;

const Nothing: FC<{
  asked: OfficialQuestion;
  loosenings: readonly OfficialLoosening[];
  closest: readonly { readonly official: OfficialSummary; readonly held: HeldOffice }[];
}> = ({ asked, loosenings, closest }) => (
  <div class="note">
    {closest.length > 0 ? (
      <>
        <p>
          Không bài nào trong kho cho biết ai giữ chức vụ này đúng ngày {printedDay(asked.at)}. Gần
          ngày ấy nhất:
        </p>
        <ul>
          {closest.map(({ official, held }) => (
            <li>
              <a href={officialHref(official.id)}>{official.name}</a>: {heldWords(held)}
            </li>
          ))}
        </ul>
      </>
    ) : (
      <p>Không có ai trong sổ.</p>
    )}
    {loosenings.length > 0 ? (
      <ul>
        {loosenings.map(({ drop, total }) => (
          <li>
            <a href={drop === null ? BASE : officialsUrl({ ...asked, [drop]: '' })}>
              {drop === null ? 'Bỏ mọi bộ lọc' : `Bỏ bộ lọc ${FIELD_NAMES[drop]}`}
            </a>
            : {counted(total)} người
          </li>
        ))}
      </ul>
    ) : null}
  </div>
);

export const OfficialsPage: FC<{
  items: readonly OfficialSummary[];
  total: number;
  asked: OfficialQuestion;
  loosenings: readonly OfficialLoosening[];
  closest: readonly { readonly official: OfficialSummary; readonly held: HeldOffice }[];
  next: string | null;
}> = ({ items, total, asked, loosenings, closest, next }) => (
  <Layout title="Cán bộ - Điểm Báo" tab="officials">
    <h1>Cán bộ</h1>
    <p class="meta">
      Người giữ hoặc từng giữ chức vụ công, theo các bài trong kho. Ngày ghi ở đây là ngày đăng của
      bài đầu và bài cuối nêu chức vụ ấy, không phải ngày nhậm chức và thôi chức.
    </p>
    <Filters asked={asked} />
    <p>
      <strong>{counted(total)}</strong> người
      {total > 0 ? (
        <>
          {' '}
          · Tải danh sách:{' '}
          {OFFICIAL_FORMATS.map((format) => (
            <>
              <a href={officialsUrl(asked, {}, `${BASE}/danh-sach.${format}`)}>
                {format.toUpperCase()}
              </a>{' '}
            </>
          ))}
        </>
      ) : null}
    </p>
    {items.length === 0 ? (
      <Nothing asked={asked} loosenings={loosenings} closest={closest} />
    ) : (
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>Họ tên</th>
              <th>Chức vụ</th>
              <th>Bài đầu – bài cuối</th>
              <th>Số bài</th>
              <th>Lời trích</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ id, name, offices, firstDay, lastDay, articles, quotes }) => (
              <tr>
                <td>
                  <a href={officialHref(id)}>{name}</a>
                </td>
                <td>
                  {offices.length === 0
                    ? '-'
                    : offices
                        .map(({ title, former }) => `${former ? 'nguyên ' : ''}${title}`)
                        .join('; ')}
                </td>
                <td>{printedDays(firstDay, lastDay)}</td>
                <td>{counted(articles)}</td>
                <td>{counted(quotes)}</td>
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
