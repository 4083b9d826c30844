/** What is chosen, each with a link that takes it back. */
import type { FC } from 'hono/jsx';
import type { Question, SearchAnswer } from '../../../app/search-answer.ts';
import { FACETS, type Facet } from '../../../core/search.ts';
import { t } from '../../../i18n/text.ts';
import { searchUrl } from '../../search-url.ts';
import { printedDay } from '../../text.tsx';
import { FACET_NAMES } from '../../words.ts';

interface Chip {
  readonly name: string;
  readonly value: string;
  readonly href: string;
}

function chipsOf(question: Question, answer: SearchAnswer): Chip[] {
  const { filters = {} } = question;
  const { from, to, undated } = filters;
  const { from: _, ...withoutFrom } = filters;
  const { to: __, ...withoutTo } = filters;
  const labelOf = (facet: Facet, value: string) =>
    answer.facets[facet]?.find((one) => one.value === value)?.label ?? value;
  return [
    ...FACETS.flatMap((facet) =>
      (filters[facet] ?? []).map((value) => ({
        name: t(FACET_NAMES[facet]),
        value: labelOf(facet, value),
        href: searchUrl(question, { toggle: { facet, value } }),
      })),
    ),
    ...(from
      ? [
          {
            name: t('Từ ngày'),
            value: printedDay(from),
            href: searchUrl({ ...question, filters: withoutFrom }),
          },
        ]
      : []),
    ...(to
      ? [
          {
            name: t('Đến ngày'),
            value: printedDay(to),
            href: searchUrl({ ...question, filters: withoutTo }),
          },
        ]
      : []),
    ...(undated
      ? [
          {
            name: t('Ngày đăng'),
            value: t('không rõ'),
            href: searchUrl({ ...question, filters: { ...filters, undated: false } }),
          },
        ]
      : []),
    ...(question.exactOnly
      ? [
          {
            name: t('Dấu'),
            value: t('đúng như đã gõ'),
            href: searchUrl({ ...question, exactOnly: false }),
          },
        ]
      : []),
  ];
}

export const Chips: FC<{ question: Question; answer: SearchAnswer }> = ({ question, answer }) => {
  const chips = chipsOf(question, answer);
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={t('Bộ lọc đang chọn')}>
      {chips.map(({ name, value, href }) => (
        <li>
          <a href={href} title={t('Bỏ {name}: {value}', { name, value })}>
            {name}: {value} <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <a class="all" href={searchUrl({ ...question, filters: {}, exactOnly: false })}>
            {t('Bỏ tất cả')}
          </a>
        </li>
      ) : null}
    </ul>
  );
};
