/** A conference's coverage: the table of newspapers, and who was quoted. */
import type { FC } from 'hono/jsx';
import type { Coverage } from '../../app/conferences/coverage.ts';
import { shareWords, silenceWords } from '../../app/conferences/table.ts';
import { t } from '../../i18n/text.ts';
import { officialHref } from '../officials/url.ts';
import { printedMoment } from '../text.tsx';
import { BASE } from './url.ts';

interface Shown {
  readonly coverage: Coverage;
  readonly newspaperName: (id: string) => string;
}

/** Headlines have no place of their own to lead to. */
const articleAt = (id: string, paragraph: number) =>
  paragraph > 0 ? `/bai/${id}#p${paragraph}` : `/bai/${id}`;

/** Often nearly all of the set: their names under each reason, out of the way. */
const Unknown: FC<Shown> = ({ coverage: { absent }, newspaperName }) => {
  const byReason = new Map<string, string[]>();
  for (const one of absent) {
    if (one.state === 'silent') continue;
    const words = silenceWords(one);
    byReason.set(words, [...(byReason.get(words) ?? []), newspaperName(one.newspaper)]);
  }
  return (
    <>
      {[...byReason].map(([words, names]) => (
        <details class="unknown">
          <summary>
            {t('{n} báo', { n: names.length })}: {words}
          </summary>
          <p>{names.join(', ')}</p>
        </details>
      ))}
    </>
  );
};

export const CoverageTable: FC<Shown & { id: string }> = ({ coverage, newspaperName, id }) => {
  const { articles, absent } = coverage;
  const silent = absent.filter(({ state }) => state === 'silent');
  return (
    <section id="bao-chi">
      <h2>{t('Báo nào đã đưa')}</h2>
      <p>
        {t('{n} bài', { n: articles.length })}; {t('{n} báo im lặng', { n: silent.length })},{' '}
        {t('{n} báo chưa biết', { n: absent.length - silent.length })}. {t('Tải bảng này:')}{' '}
        <a href={`${BASE}/${id}/bang.xlsx`}>Excel</a> <a href={`${BASE}/${id}/bang.csv`}>CSV</a>{' '}
        <a href={`${BASE}/${id}/bang.jsonl`}>JSONL</a>
      </p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>{t('Báo')}</th>
              <th>{t('Tình hình')}</th>
              <th>{t('Ngày giờ đăng')}</th>
              <th>{t('Bài')}</th>
              <th>{t('Số chữ')}</th>
              <th>{t('Số trích dẫn')}</th>
              <th>{t('Số ảnh')}</th>
            </tr>
          </thead>
          <tbody>
            {articles.map((one) => (
              <tr>
                <td>{one.newspaper ? newspaperName(one.newspaper) : '-'}</td>
                <td>
                  {one.reprints ? (
                    <a href={`/bai/${one.reprints.id}`}>{shareWords(one, newspaperName)}</a>
                  ) : (
                    shareWords(one, newspaperName)
                  )}
                </td>
                <td>{printedMoment(one.publishedAt, one.precision)}</td>
                <td>
                  <a href={`/bai/${one.id}`} lang="vi">
                    {one.headline ?? one.url ?? t('(không có tiêu đề)')}
                  </a>
                </td>
                <td>{one.words}</td>
                <td>{one.quotes}</td>
                <td>{one.photographs}</td>
              </tr>
            ))}
            {silent.map((one) => (
              <tr class={one.state}>
                <td>{newspaperName(one.newspaper)}</td>
                <td colspan={6}>{silenceWords(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Unknown coverage={coverage} newspaperName={newspaperName} />
    </section>
  );
};

export const CoverageQuotes: FC<Shown> = ({ coverage: { officials }, newspaperName }) => (
  <section id="trich-loi">
    <h2>{t('Lời cán bộ được trích')}</h2>
    {officials.length === 0 ? (
      <p class="note">{t('Không bài nào viết chính về hội nghị này trích lời cán bộ.')}</p>
    ) : (
      officials.map(({ name, officialId, offices, quotes }) => (
        <>
          <h3>
            {officialId ? <a href={officialHref(officialId)}>{name}</a> : name}
            {offices.length > 0 ? `, ${offices.join('; ')}` : ''}
          </h3>
          {quotes.map(({ text, articleId, newspaper, paragraph, direct }) => (
            <blockquote>
              <p lang="vi">{direct ? `“${text}”` : text}</p>
              <footer>
                <a href={articleAt(articleId, paragraph)}>
                  {newspaper ? newspaperName(newspaper) : t('xem trong bài')}
                </a>
              </footer>
            </blockquote>
          ))}
        </>
      ))
    )}
  </section>
);
