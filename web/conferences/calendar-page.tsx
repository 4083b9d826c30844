/** Conferences by day of a month. */
import type { FC } from 'hono/jsx';
import type { ConferenceQuestion } from '../../app/conferences/question.ts';
import { DiembaoError } from '../../core/errors.ts';
import { month as printedMonth } from '../../i18n/format.ts';
import { msg, t, told } from '../../i18n/text.ts';
import { Layout } from '../pages/layout.tsx';
import { ConferenceFilters } from './list-page.tsx';
import { CALENDAR, conferencesUrl, MONTH } from './url.ts';

const WEEKDAYS = [
  msg('T2'),
  msg('T3'),
  msg('T4'),
  msg('T5'),
  msg('T6'),
  msg('T7'),
  msg('CN'),
] as const;

/** @throws DiembaoError `question-bad-parameter` */
export function monthOf(text: string): { readonly from: string; readonly to: string } {
  const [, year, month] = /^((?:19|20)\d\d)-(0[1-9]|1[0-2])$/u.exec(text) ?? [];
  if (year === undefined || month === undefined)
    throw new DiembaoError(
      'question-bad-parameter',
      told('"{text}" không phải một tháng, ví dụ 2023-05.', { text: text.slice(0, 20) }),
    );
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { from: `${text}-01`, to: `${text}-${last}` };
}

function besides(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** Weeks from Monday on; null before the first and after the last day. */
function weeksOf(month: string): (string | null)[][] {
  const { from, to } = monthOf(month);
  const before = (new Date(`${from}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days = Array.from(
    { length: Number(to.slice(8)) },
    (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`,
  );
  const cells = [...Array.from({ length: before }, () => null), ...days];
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7));
}

export const CalendarPage: FC<{
  month: string;
  days: ReadonlyMap<string, number>;
  /** Of the month, also those not known to the day. */
  total: number;
  asked: ConferenceQuestion;
}> = ({ month, days, total, asked }) => {
  const at = (other: string) => conferencesUrl(asked, { [MONTH]: other }, CALENDAR);
  const name = t('Tháng {month}', { month: printedMonth(month) });
  const { from, to } = monthOf(month);
  return (
    <Layout title={`${t('Lịch hội nghị')}, ${name}`} tab="conferences">
      <h1>{t('Lịch hội nghị')}</h1>
      <ConferenceFilters asked={asked} action={CALENDAR}>
        <label>
          {t('Tháng')} <input type="month" name={MONTH} value={month} />
        </label>
      </ConferenceFilters>
      <p>
        <a rel="prev" href={at(besides(month, -1))}>
          {t('← Tháng trước')}
        </a>{' '}
        <a rel="next" href={at(besides(month, 1))}>
          {t('Tháng sau →')}
        </a>
      </p>
      <div class="scroll">
        <table class="calendar">
          <caption>{name}</caption>
          <thead>
            <tr>
              {WEEKDAYS.map((day) => (
                <th scope="col">{t(day)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month).map((week) => (
              <tr>
                {week.map((day) => (
                  <td>
                    {day === null ? '' : Number(day.slice(8))}
                    {day !== null && days.has(day) ? (
                      <>
                        {' '}
                        <a href={conferencesUrl({ ...asked, from: day, to: day, dated: '1' })}>
                          {t('{n} hội nghị', { n: days.get(day) ?? 0 })}
                        </a>
                      </>
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <a href={conferencesUrl({ ...asked, from, to })}>
          {t('Cả tháng: {n} hội nghị, kể cả những hội nghị chưa rõ ngày', { n: total })}
        </a>
      </p>
    </Layout>
  );
};
