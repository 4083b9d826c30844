/** An answer without articles: what would be found if less were asked. */
import type { FC } from 'hono/jsx';
import type { Loosening, Question, SearchAnswer } from '../../../app/search-answer.ts';
import { t } from '../../../i18n/text.ts';
import { searchUrl } from '../../search-url.ts';
import { FACET_NAMES } from '../../words.ts';

/** The text without one of its units; null where it holds more than units. */
function textWithout(answer: SearchAnswer, unit: string | null): string | null {
  const { text, units, without, decoded } = answer.understood;
  if (unit === null || without.length > 0 || text.includes(':') || decoded !== null) return null;
  return units
    .filter((one) => one !== unit)
    .map((one) => (text.includes(`"${one}"`) ? `"${one}"` : one))
    .join(' ');
}

interface Way {
  readonly label: string;
  /** null where only the reader can do it. */
  readonly href: string | null;
}

function wayOf({ drop, unit }: Loosening, question: Question, answer: SearchAnswer): Way {
  const { filters = {} } = question;
  const without = (names: readonly string[]) =>
    searchUrl({
      ...question,
      filters: Object.fromEntries(
        Object.entries(filters).filter(([name]) => !names.includes(name)),
      ),
    });
  switch (drop) {
    case 'days':
      return { label: t('bỏ giới hạn ngày'), href: without(['from', 'to']) };
    case 'filters':
      return { label: t('bỏ các bộ lọc'), href: searchUrl({ ...question, filters: {} }) };
    case 'field-words':
      return { label: t('bỏ các từ lọc (tỉnh:, từ:, …) trong ô tìm'), href: null };
    case 'exact':
      return question.exactOnly
        ? {
            label: t('tìm cả các cách viết khác dấu'),
            href: searchUrl({ ...question, exactOnly: false }),
          }
        : { label: t('bỏ “chính xác:có” trong ô tìm'), href: null };
    case 'unit': {
      const text = textWithout(answer, unit);
      return {
        label: t('bỏ “{unit}”', { unit: unit ?? '' }),
        href: text === null ? null : searchUrl({ ...question, text }),
      };
    }
    default:
      return {
        label: t('bỏ bộ lọc {name}', { name: t(FACET_NAMES[drop]) }),
        href: without([drop]),
      };
  }
}

export const NothingFound: FC<{ question: Question; answer: SearchAnswer }> = ({
  question,
  answer,
}) => (
  <div class="note">
    <p>{t('Không tìm thấy bài nào. Có thể thử:')}</p>
    <ul>
      {answer.loosenings.map((one) => {
        const { label, href } = wayOf(one, question, answer);
        return (
          <li>
            {href ? <a href={href}>{label}</a> : label} ({t('{n} bài', { n: one.total })})
          </li>
        );
      })}
      {answer.understood.units.length > 0 ? <li>{t('bớt từ, hoặc bỏ dấu ngoặc kép')}</li> : null}
      <li>
        <a href="/">{t('xem tất cả các bài')}</a>
      </li>
    </ul>
  </div>
);
