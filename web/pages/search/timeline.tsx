/** When articles appeared: years, months and, once one month is chosen, its days; each a link. */
import type { FC } from 'hono/jsx';
import type { FacetValue, Question, SearchAnswer } from '../../../app/search-answer.ts';
import type { Facet } from '../../../core/search.ts';
import { t } from '../../../i18n/text.ts';
import { searchUrl } from '../../search-url.ts';
import { count } from './count.ts';

const byTime = (a: FacetValue, b: FacetValue) => (a.value < b.value ? -1 : 1);

const Moment: FC<{ question: Question; facet: Facet; one: FacetValue; most: number }> = ({
  question,
  facet,
  one,
  most,
}) => (
  <li data-moment={one.value}>
    <a
      href={searchUrl(question, { toggle: { facet, value: one.value } })}
      aria-current={question.filters?.[facet]?.includes(one.value) ? 'true' : undefined}
    >
      <span>{one.label}</span>
      <meter min={0} max={most} value={one.count} aria-hidden="true" />
      <span class="count">{count(one.count)}</span>
    </a>
  </li>
);

const Year: FC<{
  question: Question;
  year: string;
  months: readonly FacetValue[];
  most: number;
  open: boolean;
}> = ({ question, year, months, most, open }) => (
  <details open={open}>
    <summary>
      {year} <span class="count">{count(months.reduce((sum, one) => sum + one.count, 0))}</span>
    </summary>
    <ul>
      {months.map((one) => (
        <Moment question={question} facet="month" one={one} most={most} />
      ))}
    </ul>
    <a
      class="more"
      href={searchUrl({
        ...question,
        filters: {
          ...question.filters,
          month: [],
          day: [],
          from: `${year}-01-01`,
          to: `${year}-12-31`,
        },
      })}
    >
      {t('Cả năm {year}', { year })}
    </a>
  </details>
);

export const Timeline: FC<{ question: Question; answer: SearchAnswer }> = ({
  question,
  answer,
}) => {
  const months = [...(answer.facets.month ?? [])].sort(byTime);
  if (months.length === 0) return null;
  const most = Math.max(...months.map((one) => one.count));
  const years = [...new Set(months.map((one) => one.value.slice(0, 4)))].reverse();
  const chosen = new Set((question.filters?.month ?? []).map((month) => month.slice(0, 4)));
  const days = [...(answer.facets.day ?? [])].sort(byTime);
  const mostADay = Math.max(1, ...days.map((one) => one.count));
  return (
    <section class="facet timeline">
      <h2>{t('Thời gian')}</h2>
      {years.map((year, i) => (
        <Year
          question={question}
          year={year}
          months={months.filter((one) => one.value.startsWith(year))}
          most={most}
          open={chosen.size > 0 ? chosen.has(year) : i === 0}
        />
      ))}
      {days.length > 0 ? (
        <>
          <h3>{t('Theo ngày')}</h3>
          <ul>
            {days.map((one) => (
              <Moment question={question} facet="day" one={one} most={mostADay} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
};
