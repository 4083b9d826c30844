/** An answer without articles: what would be found if less were asked. */
import type { FC } from 'hono/jsx';
import type { Dropped, Loosening, Question, SearchAnswer } from '../../../app/search-answer.ts';
import { t } from '../../../i18n/text.ts';
import { searchUrl } from '../../search-url.ts';
import { FACET_NAMES } from '../../words.ts';

/** A unit as it was typed: between quotation marks of whatever form where it stood between such. */
const typed = (text: string, unit: string) =>
  text.replace(/[“”„«»]/gu, '"').includes(`"${unit}"`) ? `"${unit}"` : unit;

/** The units and exclusions of an answer, to be typed again. */
function typedAgain(
  { text, units, without }: SearchAnswer['understood'],
  { dropped, exclusions }: { readonly dropped: string | null; readonly exclusions: boolean },
): string {
  const kept = units.filter((one) => one !== dropped).map((one) => typed(text, one));
  const excluded = exclusions
    ? without.map((one) => (one.includes(' ') ? `-"${one}"` : `-${one}`))
    : [];
  return [...kept, ...excluded].join(' ');
}

/** The question with a part less; null where only the reader can take it out of the text. */
function less({ drop, unit }: Dropped, question: Question, answer: SearchAnswer): Question | null {
  const { understood } = answer;
  const { filters = {} } = question;
  const without = (...names: readonly string[]) => ({
    ...question,
    filters: Object.fromEntries(Object.entries(filters).filter(([name]) => !names.includes(name))),
  });
  // Words like "tỉnh:" do not stand among the units: a text made of these would lose them.
  const hasFields = understood.text.includes(':');
  const text = (dropped: string | null, exclusions: boolean) =>
    hasFields ? null : { ...question, text: typedAgain(understood, { dropped, exclusions }) };
  switch (drop) {
    case 'days':
      return without('from', 'to');
    case 'filters':
      return { ...question, filters: {} };
    case 'field-words':
      return {
        ...question,
        text: typedAgain(understood, { dropped: null, exclusions: true }),
        exactOnly: understood.exactOnly,
      };
    case 'exact':
      return question.exactOnly ? { ...question, exactOnly: false } : null;
    case 'exclusions':
      return text(null, false);
    case 'unit':
      return text(unit, true);
    case 'others':
      return {
        ...question,
        text: typed(understood.text, unit ?? ''),
        filters: {},
        exactOnly: false,
      };
    default:
      return without(drop);
  }
}

function labelOf({ drop, unit }: Dropped, question: Question): string {
  switch (drop) {
    case 'days':
      return t('bỏ giới hạn ngày');
    case 'undated':
      return t('bỏ điều kiện “không rõ ngày đăng”');
    case 'filters':
      return t('bỏ các bộ lọc');
    case 'field-words':
      return t('bỏ các từ lọc (tỉnh:, từ:, …) trong ô tìm');
    case 'exact':
      return question.exactOnly
        ? t('tìm cả các cách viết khác dấu')
        : t('bỏ “chính xác:có” trong ô tìm');
    case 'exclusions':
      return t('bỏ các từ loại trừ (-từ)');
    case 'unit':
      return t('bỏ “{unit}”', { unit: unit ?? '' });
    case 'others':
      return t('chỉ tìm “{unit}”, không lọc gì', { unit: unit ?? '' });
    default:
      return t('bỏ bộ lọc {name}', { name: t(FACET_NAMES[drop]) });
  }
}

interface Way {
  readonly label: string;
  /** null where only the reader can do it. */
  readonly href: string | null;
}

function wayOf({ and, ...first }: Loosening, question: Question, answer: SearchAnswer): Way {
  const once = less(first, question, answer);
  if (and === null)
    return { label: labelOf(first, question), href: once === null ? null : searchUrl(once) };
  const twice = once === null ? null : less(and, once, answer);
  return {
    label: t('{one} và {other}', { one: labelOf(first, question), other: labelOf(and, question) }),
    href: twice === null ? null : searchUrl(twice),
  };
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
