/** The list of conferences with its filters. */
import type { FC, PropsWithChildren } from 'hono/jsx';
import type { ConferenceLoosening, ConferenceQuestion } from '../../app/conferences/question.ts';
import type { StoredConference } from '../../archive/port.ts';
import { type Conference, ConferenceKind, ConferenceLevel } from '../../core/article.ts';
import { rich, t } from '../../i18n/text.ts';
import { placeValue } from '../../indexer/place-codes.ts';
import { type Unit, unitsAt, viCompare } from '../../vietnamese/index.ts';
import { Layout } from '../pages/layout.tsx';
import { ListLinks } from '../pages/list-links.tsx';
import { printedDays } from '../text.tsx';
import { CONFERENCE_KINDS, LEVELS, STATUSES } from '../words.ts';
import { BASE, CALENDAR, conferencesUrl, FIELD_NAMES, PARAMETERS } from './url.ts';

export const conferenceDays = ({ date }: Pick<Conference, 'date'>) =>
  date ? printedDays(date.from, date.to) : t('không rõ ngày');

const Choice: FC<{
  field: keyof ConferenceQuestion;
  label: string;
  asked: ConferenceQuestion;
  options: readonly { readonly value: string; readonly name: string }[];
}> = ({ field, label, asked, options }) => (
  <label>
    {label}{' '}
    <select name={PARAMETERS[field]}>
      <option value="">{t('tất cả')}</option>
      {options.map(({ value, name }) => (
        <option value={value} selected={asked[field] === value}>
          {name}
        </option>
      ))}
    </select>
  </label>
);

const Words: FC<{ field: keyof ConferenceQuestion; label: string; asked: ConferenceQuestion }> = ({
  field,
  label,
  asked,
}) => (
  <label>
    {label} <input name={PARAMETERS[field]} value={asked[field]} maxlength={200} />
  </label>
);

/** Day before the provinces were merged. */
const BEFORE = '2025-06-30';

/** @param day of the map; null for today's */
const provinces = (day: string | null, value: (unit: Unit) => string) =>
  unitsAt(day ?? '9999-12-31', 'province')
    .map((unit) => ({ value: value(unit), name: unit.name }))
    .sort((a, b) => viCompare(a.name, b.name));

export const ConferenceFilters: FC<
  PropsWithChildren<{ asked: ConferenceQuestion; action?: string }>
> = ({ asked, action = BASE, children }) => (
  <form class="filters" action={action} method="get">
    <Choice
      field="kind"
      label={t('Loại')}
      asked={asked}
      options={ConferenceKind.options.map((value) => ({ value, name: t(CONFERENCE_KINDS[value]) }))}
    />
    <Choice
      field="status"
      label={t('Tình hình')}
      asked={asked}
      options={(['held', 'planned'] as const).map((value) => ({ value, name: t(STATUSES[value]) }))}
    />
    <Choice
      field="level"
      label={t('Cấp')}
      asked={asked}
      options={ConferenceLevel.options.map((value) => ({ value, name: t(LEVELS[value]) }))}
    />
    <Words field="occasion" label={t('Dịp tổ chức')} asked={asked} />
    <Words field="organiser" label={t('Đơn vị tổ chức')} asked={asked} />
    <Words field="term" label={t('Nhiệm kỳ')} asked={asked} />
    <Choice
      field="place"
      label={t('Tỉnh trước đây')}
      asked={asked}
      options={provinces(BEFORE, placeValue)}
    />
    <Choice
      field="today"
      label={t('Tỉnh hiện nay')}
      asked={asked}
      options={provinces(null, ({ code }) => code)}
    />
    <label>
      {t('Từ ngày')} <input type="date" name={PARAMETERS.from} value={asked.from} />
    </label>
    <label>
      {t('Đến ngày')} <input type="date" name={PARAMETERS.to} value={asked.to} />
    </label>
    {children}
    <button type="submit">{t('Lọc')}</button>
  </form>
);

const Nothing: FC<{
  asked: ConferenceQuestion;
  loosenings: readonly ConferenceLoosening[];
}> = ({ asked, loosenings }) => (
  <div class="note">
    <p>{t('Không có hội nghị nào.')}</p>
    {loosenings.length > 0 ? (
      <ul>
        {loosenings.map(({ drop, total }) => (
          <li>
            <a href={drop === null ? BASE : conferencesUrl({ ...asked, [drop]: '' })}>
              {drop === null
                ? t('Bỏ mọi bộ lọc')
                : t('Bỏ bộ lọc {name}', { name: t(FIELD_NAMES[drop]) })}
            </a>
            : {t('{n} hội nghị', { n: total })}
          </li>
        ))}
      </ul>
    ) : null}
  </div>
);

export const ConferencesPage: FC<{
  items: readonly StoredConference[];
  total: number;
  asked: ConferenceQuestion;
  loosenings: readonly ConferenceLoosening[];
  next: string | null;
}> = ({ items, total, asked, loosenings, next }) => (
  <Layout title={t('Hội nghị##many')} tab="conferences">
    <h1>{t('Hội nghị##many')}</h1>
    <ConferenceFilters asked={asked} />
    <p>
      {rich('{n} hội nghị', { n: total }, (n) => (
        <strong>{n}</strong>
      ))}{' '}
      ·{' '}
      <a href={conferencesUrl({ ...asked, from: '', to: '' }, {}, CALENDAR)}>
        {t('Xem theo lịch')}
      </a>
      {total > 0 ? (
        <>
          {' · '}
          <ListLinks href={(file) => conferencesUrl(asked, {}, `${BASE}/${file}`)} />
        </>
      ) : null}
    </p>
    {items.length === 0 ? (
      <Nothing asked={asked} loosenings={loosenings} />
    ) : (
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>{t('Hội nghị')}</th>
              <th>{t('Đơn vị tổ chức')}</th>
              <th>{t('Ngày')}</th>
              <th>{t('Tình hình')}</th>
              <th>{t('Số bài')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ id, conference, mentions }) => (
              <tr>
                <td>
                  <a href={`${BASE}/${id}`}>{conference.name}</a>
                  {conference.occasion ? ` (${conference.occasion})` : ''}
                </td>
                <td>
                  {conference.organiser ?? '-'}
                  {conference.level ? `, ${t(LEVELS[conference.level])}` : ''}
                </td>
                <td>{conferenceDays(conference)}</td>
                <td>{t(STATUSES[conference.status])}</td>
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
          {t('Trang sau →')}
        </a>
      </p>
    ) : null}
  </Layout>
);
