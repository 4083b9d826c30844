/** The register of officials with its filters. */
import type { FC } from 'hono/jsx';
import type { OfficialLoosening, OfficialQuestion } from '../../app/officials/question.ts';
import type { HeldOffice, OfficialSummary } from '../../archive/officials-port.ts';
import { number } from '../../i18n/format.ts';
import { rich, t } from '../../i18n/text.ts';
import { Loosenings, NextPage, Provinces } from '../pages/filters.tsx';
import { Layout } from '../pages/layout.tsx';
import { ListLinks } from '../pages/list-links.tsx';
import { printedDay, printedDays } from '../text.tsx';
import { BASE, FIELD_NAMES, officialHref, officialsUrl, PARAMETERS } from './url.ts';

const Filters: FC<{ asked: OfficialQuestion }> = ({ asked }) => (
  <form class="filters" action={BASE} method="get">
    <label>
      {t('Họ tên')} <input name={PARAMETERS.name} value={asked.name} maxlength={200} />
    </label>
    <label>
      {t('Chức vụ')}{' '}
      <input
        name={PARAMETERS.office}
        value={asked.office}
        maxlength={200}
        placeholder="Bí thư Huyện ủy Hương Khê"
      />
    </label>
    <label>
      {t('Giữ chức ngày')} <input type="date" name={PARAMETERS.at} value={asked.at} />
    </label>
    <Provinces parameters={PARAMETERS} asked={asked} />
    <button type="submit">{t('Lọc')}</button>
  </form>
);

/** "nguyên Bí thư Huyện ủy Lộc Hà" */
export const officeWords = (title: string, former: boolean) =>
  former ? t('nguyên {office}', { office: title }) : title;

/** "Bí thư Huyện ủy Lộc Hà (24/05/2023 – 02/06/2023)" */
export const heldWords = ({ title, former, firstDay, lastDay }: HeldOffice) =>
  `${officeWords(title, former)} (${printedDays(firstDay, lastDay)})`;

const Nothing: FC<{
  asked: OfficialQuestion;
  loosenings: readonly OfficialLoosening[];
  closest: readonly { readonly official: OfficialSummary; readonly held: HeldOffice }[];
}> = ({ asked, loosenings, closest }) => (
  <div class="note">
    {closest.length > 0 ? (
      <>
        <p>
          {t(
            'Không bài nào trong kho cho biết ai giữ chức vụ này đúng ngày {day}. Gần ngày ấy nhất:',
            { day: printedDay(asked.at) },
          )}
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
      <p>{t('Không có ai trong sổ.')}</p>
    )}
    <Loosenings
      loosenings={loosenings}
      names={FIELD_NAMES}
      href={(drop) => (drop === null ? BASE : officialsUrl({ ...asked, [drop]: '' }))}
      counted={(n) => t('{n} người', { n })}
    />
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
  <Layout title={t('Cán bộ')} tab="officials">
    <h1>{t('Cán bộ')}</h1>
    <p class="meta">
      {t(
        'Người giữ hoặc từng giữ chức vụ công, theo các bài trong kho. Ngày ghi ở đây là ngày đăng của bài đầu và bài cuối nêu chức vụ ấy, không phải ngày nhậm chức và thôi chức.',
      )}
    </p>
    <Filters asked={asked} />
    <p>
      {rich('{n} người', { n: total }, (n) => (
        <strong>{n}</strong>
      ))}
      {total > 0 ? (
        <>
          {' '}
          · <ListLinks href={(file) => officialsUrl(asked, {}, `${BASE}/${file}`)} />
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
              <th>{t('Họ tên')}</th>
              <th>{t('Chức vụ')}</th>
              <th>{t('Bài đầu – bài cuối')}</th>
              <th>{t('Số bài')}</th>
              <th>{t('Lời trích')}</th>
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
                    : offices.map(({ title, former }) => officeWords(title, former)).join('; ')}
                </td>
                <td>{printedDays(firstDay, lastDay)}</td>
                <td>{number(articles)}</td>
                <td>{number(quotes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
    <NextPage href={next} />
  </Layout>
);
