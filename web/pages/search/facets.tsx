/** What the answer can be narrowed by, with counts; several values each. */
import type { FC } from 'hono/jsx';
import type { FacetValue, Question, SearchAnswer } from '../../../app/search-answer.ts';
import type { Facet } from '../../../core/search.ts';
import { t } from '../../../i18n/text.ts';
import { placesAbove, readPlaceValue, TODAY } from '../../../indexer/place-codes.ts';
import { facetUrl, searchUrl } from '../../search-url.ts';
import { FACET_NAMES } from '../../words.ts';
import { count } from './count.ts';
import { Timeline } from './timeline.tsx';

const SHOWN_VALUES = 10;

/** In the order of the page; places and time have a form of their own. */
const SHOWN: readonly Facet[] = [
  'conferenceKinds',
  'occasions',
  'levels',
  'statuses',
  'organisers',
  'officials',
  'offices',
  'people',
  'section',
  'origin',
  'quotes',
  'state',
  'content',
];
/** Too many values to count them at every question: a page of their own, unless some are chosen. */
const APART: readonly Facet[] = ['organisers', 'offices', 'people'];

interface Props {
  readonly question: Question;
  readonly answer: SearchAnswer;
}

const Value: FC<{ question: Question; facet: Facet; one: FacetValue }> = ({
  question,
  facet,
  one,
}) => (
  <li>
    <a
      href={searchUrl(question, { toggle: { facet, value: one.value } })}
      aria-current={question.filters?.[facet]?.includes(one.value) ? 'true' : undefined}
    >
      <span>{one.label}</span> <span class="count">{count(one.count)}</span>
    </a>
  </li>
);

const More: FC<{ question: Question; facet: Facet; more: number }> = ({
  question,
  facet,
  more,
}) => (
  <p class="more">
    <a href={facetUrl(question, { facet })}>
      {more > 0 ? t('xem thêm {n} mục', { n: more }) : t('xem tất cả')}
    </a>
  </p>
);

const OneFacet: FC<Props & { facet: Facet }> = ({ question, answer, facet }) => {
  const chosen = new Set(question.filters?.[facet] ?? []);
  const values = answer.facets[facet] ?? [];
  const shown = values.filter(({ value }, i) => i < SHOWN_VALUES || chosen.has(value));
  const more = Math.max(0, (answer.facetSizes[facet] ?? 0) - shown.length);
  if (shown.length === 0) return null;
  return (
    <section class="facet">
      <h2>{t(FACET_NAMES[facet])}</h2>
      <ul>
        {shown.map((one) => (
          <Value question={question} facet={facet} one={one} />
        ))}
      </ul>
      {more > 0 ? <More question={question} facet={facet} more={more} /> : null}
    </section>
  );
};

/**
 * One of the two maps: its provinces, or what lies in the chosen units. What is shown of a unit's children is
 * what the answer lists; its own page has all.
 */
const Places: FC<Props & { title: string; today: boolean }> = ({
  question,
  answer,
  title,
  today,
}) => {
  const values = (answer.facets.places ?? []).filter(
    ({ value }) => value.startsWith(TODAY) === today,
  );
  const chosen = (question.filters?.places ?? []).filter(
    (value) => value.startsWith(TODAY) === today,
  );
  const kin = new Set(chosen.flatMap((value) => [value, ...placesAbove(value)]));
  const shown = values.filter(({ value }) => {
    const [parent] = placesAbove(value);
    if (kin.has(value)) return true;
    return chosen.length === 0
      ? readPlaceValue(value).unit?.level === 'province'
      : parent !== undefined && chosen.includes(parent);
  });
  if (shown.length === 0) return null;
  return (
    <section class="facet">
      <h2>{title}</h2>
      <ul>
        {shown.slice(0, Math.max(SHOWN_VALUES * 2, kin.size)).map((one) => (
          <Value question={question} facet="places" one={one} />
        ))}
      </ul>
      <More question={question} facet="places" more={0} />
    </section>
  );
};

export const Facets: FC<Props> = ({ question, answer }) => (
  <>
    <OneFacet question={question} answer={answer} facet="newspaper" />
    <Timeline question={question} answer={answer} />
    <Places
      question={question}
      answer={answer}
      title={t('Địa phương theo ngày đăng')}
      today={false}
    />
    <Places question={question} answer={answer} title={t('Địa phương hiện nay')} today={true} />
    {SHOWN.map((facet) => (
      <OneFacet question={question} answer={answer} facet={facet} />
    ))}
    {answer.total > 0 ? (
      <section class="facet">
        <h2>{t('Lọc thêm theo')}</h2>
        <ul>
          {APART.map((facet) => (
            <li>
              <a href={facetUrl(question, { facet })}>{t(FACET_NAMES[facet])}…</a>
            </li>
          ))}
        </ul>
      </section>
    ) : null}
  </>
);
