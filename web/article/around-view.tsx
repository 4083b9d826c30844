/** What else was written on an article's matter. */
import type { FC } from 'hono/jsx';
import type { Around } from '../../app/article/around.ts';
import { vietnamTime } from '../../core/clock.ts';
import { rich, t } from '../../i18n/text.ts';
import { printedMoment } from '../text.tsx';

const MOST = 10;

export const AroundView: FC<{
  around: Around;
  /** Of the article. */
  newspaper: string | null;
  newspaperName: (id: string) => string;
}> = ({ around: { conferences, near }, newspaper, newspaperName }) => {
  const paper = (id: string | null) =>
    id === null
      ? t('không rõ báo')
      : id === newspaper
        ? t('{paper}, cùng báo', { paper: newspaperName(id) })
        : newspaperName(id);
  return (
    <>
      {conferences.map(({ id, name, others }) => (
        <section class="around">
          <h2>
            {rich('Cùng viết về {conference}', {
              conference: (
                <a href={`/hoi-nghi/${id}`} lang="vi">
                  {name}
                </a>
              ),
            })}
          </h2>
          <ul>
            {others.slice(0, MOST).map((one) => (
              <li>
                <a href={`/bai/${one.articleId}`} lang="vi">
                  {one.headline ?? one.url ?? one.articleId}
                </a>{' '}
                ({paper(one.newspaper)},{' '}
                {printedMoment(one.publishedAt ? vietnamTime(new Date(one.publishedAt)) : null)}
                {one.original ? t(', đăng lại') : ''})
              </li>
            ))}
          </ul>
          {others.length > MOST ? (
            <p>
              <a href={`/hoi-nghi/${id}`}>{t('Cả {n} bài khác', { n: others.length })}</a>
            </p>
          ) : null}
        </section>
      ))}
      <section class="around">
        <h2>{t('Bài gần chủ đề, trong một tháng')}</h2>
        {near === null ? (
          <p class="note">{t('Máy tìm kiếm đang nghỉ, chưa tìm được bài gần chủ đề.')}</p>
        ) : near.length === 0 ? (
          <p class="meta">{t('Không tìm thấy bài nào.')}</p>
        ) : (
          <ul>
            {near.map((one) => (
              <li>
                <a href={`/bai/${one.id}`} lang="vi">
                  {one.headline ?? t('(không có tiêu đề)')}
                </a>{' '}
                ({paper(one.newspaper)}, {printedMoment(one.publishedAt, one.precision)})
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
};
