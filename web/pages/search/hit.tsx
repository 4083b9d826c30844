/** One article that was found, with what was found in it. */
import type { FC } from 'hono/jsx';
import type { FoundArticle, FoundReprint, SearchAnswer } from '../../../app/search-answer.ts';
import { msg, t } from '../../../i18n/text.ts';
import { Marked, printedMoment } from '../../text.tsx';
import { TIERS } from '../../words.ts';

export interface HitProps {
  readonly hit: FoundArticle;
  readonly newspaperName: (id: string) => string;
  /** Marks were typed: how well they agree says something. */
  readonly marked: boolean;
  readonly loosened: SearchAnswer['loosened'];
}

const LOOSENED = {
  words: msg('đủ các từ, không liền nhau'),
  most: msg('phần lớn các từ'),
} as const;

const quoted = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join(', ');

/** In which way the question was found in it. */
function waysOf({ hit, marked, loosened }: HitProps): string[] {
  const { otherwise, missing } = hit.matched;
  return [
    ...(loosened ? [t(LOOSENED[loosened])] : []),
    ...(marked && hit.tier !== 'none' && !loosened ? [t(TIERS[hit.tier])] : []),
    ...(otherwise.length > 0 ? [t('viết là {words}', { words: quoted(otherwise) })] : []),
    ...(missing.length > 0 ? [t('không có {words}', { words: quoted(missing) })] : []),
  ];
}

const Reprints: FC<{
  reprints: readonly FoundReprint[];
  newspaperName: (id: string) => string;
}> = ({ reprints, newspaperName }) =>
  reprints.length > 0 ? (
    <details class="reprints">
      <summary>{t('và {n} bản đăng lại', { n: reprints.length })}</summary>
      <ul>
        {reprints.map((one) => (
          <li>
            {one.newspaper ? newspaperName(one.newspaper) : t('Không rõ báo')} ·{' '}
            {printedMoment(one.publishedAt, one.publishedPrecision)} ·{' '}
            <a href={`/bai/${one.id}`} lang="vi">
              {one.headline ?? t('(không có tiêu đề)')}
            </a>
          </li>
        ))}
      </ul>
    </details>
  ) : null;

export const Hit: FC<HitProps> = (props) => {
  const { hit, newspaperName } = props;
  const ways = waysOf(props);
  return (
    <li class="hit">
      <h2>
        <a href={`/bai/${hit.id}`} lang="vi">
          {hit.headline ? <Marked text={hit.headline} /> : t('(không có tiêu đề)')}
        </a>
      </h2>
      <p class="meta">
        {hit.newspaper ? newspaperName(hit.newspaper) : t('Không rõ báo')} ·{' '}
        {printedMoment(hit.publishedAt, hit.publishedPrecision)}
        {hit.section ? ` · ${hit.section}` : ''}
        {ways.map((way) => (
          <span class="tier"> · {way}</span>
        ))}
        {hit.original ? (
          <>
            {' '}
            · <a href={`/bai/${hit.original}`}>{t('đăng lại')}</a>
          </>
        ) : null}
        {hit.withdrawnAt ? <span class="withdrawn"> · {t('bài đã bị gỡ')}</span> : null}
      </p>
      {hit.snippet ? (
        <p class="snippet" lang="vi">
          {hit.snippet.offset > 0 ? '… ' : ''}
          <Marked text={hit.snippet} />
          {hit.snippet.cut ? ' …' : ''}
        </p>
      ) : null}
      {hit.quotes.map((quote) => (
        <blockquote class="found" lang="vi">
          “<Marked text={quote} />”
          {quote.speaker ? (
            <footer>
              {quote.speaker}
              {quote.office ? `, ${quote.office}` : ''}
            </footer>
          ) : null}
        </blockquote>
      ))}
      {hit.captions.map((caption) => (
        <p class="found caption">
          {t('Ảnh:')}{' '}
          <span lang="vi">
            <Marked text={caption} />
          </span>
        </p>
      ))}
      <Reprints reprints={hit.reprints} newspaperName={newspaperName} />
    </li>
  );
};
