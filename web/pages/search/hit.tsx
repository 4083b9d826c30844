/** One article that was found, with what was found in it. */
import type { FC } from 'hono/jsx';
import type { FoundArticle, FoundReprint, SearchAnswer } from '../../../app/search-answer.ts';
import { Marked, printedMoment } from '../../text.tsx';
import { TIERS } from '../../words.ts';
import { count } from './count.ts';

export interface HitProps {
  readonly hit: FoundArticle;
  readonly newspaperName: (id: string) => string;
  /** Marks were typed: how well they agree says something. */
  readonly marked: boolean;
  readonly loosened: SearchAnswer['loosened'];
}

const LOOSENED = { words: 'đủ các từ, không liền nhau', most: 'phần lớn các từ' } as const;

const quoted = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join(', ');

/** In which way the question was found in it. */
function waysOf({ hit, marked, loosened }: HitProps): string[] {
  const { otherwise, missing } = hit.matched;
  return [
    ...(loosened ? [LOOSENED[loosened]] : []),
    ...(marked && hit.tier !== 'none' && !loosened ? [TIERS[hit.tier]] : []),
    ...(otherwise.length > 0 ? [`viết là ${quoted(otherwise)}`] : []),
    ...(missing.length > 0 ? [`không có ${quoted(missing)}`] : []),
  ];
}

const Reprints: FC<{
  reprints: readonly FoundReprint[];
  newspaperName: (id: string) => string;
}> = ({ reprints, newspaperName }) =>
  reprints.length > 0 ? (
    <details class="reprints">
      <summary>và {count(reprints.length)} bản đăng lại</summary>
      <ul>
        {reprints.map((one) => (
          <li>
            {one.newspaper ? newspaperName(one.newspaper) : 'Không rõ báo'} ·{' '}
            {printedMoment(one.publishedAt, one.publishedPrecision)} ·{' '}
            <a href={`/bai/${one.id}`}>{one.headline ?? '(không có tiêu đề)'}</a>
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
        <a href={`/bai/${hit.id}`}>
          {hit.headline ? <Marked text={hit.headline} /> : '(không có tiêu đề)'}
        </a>
      </h2>
      <p class="meta">
        {hit.newspaper ? newspaperName(hit.newspaper) : 'Không rõ báo'} ·{' '}
        {printedMoment(hit.publishedAt, hit.publishedPrecision)}
        {hit.section ? ` · ${hit.section}` : ''}
        {ways.map((way) => (
          <span class="tier"> · {way}</span>
        ))}
        {hit.original ? (
          <>
            {' '}
            · <a href={`/bai/${hit.original}`}>đăng lại</a>
          </>
        ) : null}
        {hit.withdrawnAt ? <span class="withdrawn"> · bài đã bị gỡ</span> : null}
      </p>
      {hit.snippet ? (
        <p class="snippet">
          {hit.snippet.offset > 0 ? '… ' : ''}
          <Marked text={hit.snippet} />
          {hit.snippet.cut ? ' …' : ''}
        </p>
      ) : null}
      {hit.quotes.map((quote) => (
        <blockquote class="found">
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
          Ảnh: <Marked text={caption} />
        </p>
      ))}
      <Reprints reprints={hit.reprints} newspaperName={newspaperName} />
    </li>
  );
};
