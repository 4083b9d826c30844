/** The list of conferences with its filters. */
import type { FC, PropsWithChildren } from 'hono/jsx';
import type { ConferenceLoosening, ConferenceQuestion } from '../../app/conferences/question.ts';
import type { StoredConference } from '../../archive/port.ts';
import { type Conference, ConferenceKind, ConferenceLevel } from '../../core/article.ts';
import { rich, t } from '../../i18n/text.ts';
import { Choice, Loosenings, NextPage, Provinces } from '../pages/filters.tsx';
import { Layout } from '../pages/layout.tsx';
import { ListLinks } from '../pages/list-links.tsx';
import { printedDays } from '../text.tsx';
import { CONFERENCE_KINDS, LEVELS, STATUSES } from '../words.ts';
import { BASE, CALENDAR, conferencesUrl, FIELD_NAMES, PARAMETERS } from './url.ts';

export const conferenceDays = ({ date }: Pick<Conference, 'date'>) =>
  date ? printedDays(date.from, date.to) : t('không rõ ngày');

const Words: FC<{ field: keyof ConferenceQuestion; label: string; asked: ConferenceQuestion }> = ({
  field,
  label,
  asked,
}) => (
  <label>
    {label} <input name={PARAMETERS[field]} value={asked[field]} maxlength={200} />
  </label>
);

export const ConferenceFilters: FC<
  PropsWithChildren<{ asked: ConferenceQuestion; action?: string }>
> = ({ asked, action = BASE, children }) => (
  <form class="filters" action={action} method="get">
    <Choice
      name={PARAMETERS.kind}
      label={t('Loại')}
      value={asked.kind}
      options={ConferenceKind.options.map((value) => ({ value, name: t(CONFERENCE_KINDS[value]) }))}
    />
    <Choice
      name={PARAMETERS.status}
      label={t('Tình hình')}
      value={asked.status}
      options={(['held', 'planned'] as const).map((value) => ({ value, name: t(STATUSES[value]) }))}
    />
    <Choice
      name={PARAMETERS.level}
      label={t('Cấp')}
      value={asked.level}
      options={ConferenceLevel.options.map((value) => ({ value, name: t(LEVELS[value]) }))}
    />
    <Words field="occasion" label={t('Dịp tổ chức')} asked={asked} />
    <Words field="organiser" label={t('Đơn vị tổ chức')} asked={asked} />
    <Words field="term" label={t('Nhiệm kỳ')} asked={asked} />
    <Provinces parameters={PARAMETERS} asked={asked} />
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
    <Loosenings
      loosenings={loosenings}
      names={FIELD_NAMES}
      href={(drop) => (drop === null ? BASE : conferencesUrl({ ...asked, [drop]: '' }))}
      counted={(n) => t('{n} hội nghị', { n })}
    />
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
    <NextPage href={next} />
  </Layout>
);
