/** One facet of an answer in full: look through it, choose several values, go on searching. */
import type { FC } from 'hono/jsx';
import type { FacetPage as Page, Question } from '../../app/search-answer.ts';
import { msg, rich, t } from '../../i18n/text.ts';
import { FACET_PATH, FILTER_PARAMETERS, facetUrl, searchUrl } from '../search-url.ts';
import { FACET_NAMES } from '../words.ts';
import { Layout } from './layout.tsx';
import { count } from './search/count.ts';
import { Hidden } from './search/form.tsx';

const ORDERS = [
  { order: 'count', label: msg('Nhiều bài nhất') },
  { order: 'name', label: msg('Theo tên') },
] as const;

export interface FacetPageProps {
  /** The search that the facet belongs to. */
  readonly question: Question;
  readonly page: Page;
}

const Values: FC<FacetPageProps> = ({ question, page }) => {
  const name = FILTER_PARAMETERS[page.facet];
  const chosen = new Set(question.filters?.[page.facet] ?? []);
  const here = new Set(page.values.map((one) => one.value));
  return (
    <form class="values" action="/" method="get">
      <Hidden question={question} without={[name]} />
      {[...chosen]
        .filter((value) => !here.has(value))
        .map((value) => (
          <input type="hidden" name={name} value={value} />
        ))}
      <ul>
        {page.values.map((one) => (
          <li>
            <label>
              <input
                type="checkbox"
                name={name}
                value={one.value}
                checked={chosen.has(one.value)}
              />{' '}
              {one.label} <span class="count">{count(one.count)}</span>
            </label>
          </li>
        ))}
      </ul>
      {page.values.length > 0 ? (
        <button type="submit">{t('Lọc theo các mục đã chọn')}</button>
      ) : (
        <p class="note">
          {page.total > 0 ? t('Trang này ở sau mục cuối cùng.') : t('Không có mục nào.')}{' '}
          {page.within ? (
            <a href={facetUrl(question, { facet: page.facet, order: page.order })}>
              {t('Xem tất cả')}
            </a>
          ) : null}
        </p>
      )}
    </form>
  );
};

export const FacetPage: FC<FacetPageProps> = (props) => {
  const { question, page } = props;
  const { facet, within, order } = page;
  const title = t('{facet} trong kết quả', { facet: t(FACET_NAMES[facet]) });
  return (
    <Layout title={title} tab="search">
      <h1>{title}</h1>
      <p>
        <a href={searchUrl(question)}>
          {question.text
            ? t('← Về kết quả tìm “{text}”', { text: question.text })
            : t('← Về kết quả tìm')}
        </a>
      </p>
      <form class="search" action={FACET_PATH} method="get">
        <Hidden question={question} without={[]} />
        <input type="hidden" name="theo" value={FILTER_PARAMETERS[facet]} />
        {order === 'name' ? <input type="hidden" name="thutu" value="ten" /> : null}
        <label for="tim">
          {t('Tìm trong {facet}', { facet: t(FACET_NAMES[facet]).toLowerCase() })}
        </label>
        <div class="box">
          <input id="tim" name="tim" type="search" value={within} maxlength={200} />
          <button type="submit">{t('Tìm')}</button>
        </div>
      </form>
      <div class="summary">
        <p>
          {rich('{n} mục', { n: page.total }, (n) => (
            <strong>{n}</strong>
          ))}
          {page.pages > 1
            ? t(', trang {page}/{pages}', { page: page.page, pages: page.pages })
            : ''}
        </p>
        <p class="sorts">
          {ORDERS.map((one) => (
            <a
              href={facetUrl(question, { facet, within, order: one.order })}
              aria-current={one.order === order ? 'true' : undefined}
            >
              {t(one.label)}
            </a>
          ))}
        </p>
      </div>
      <Values {...props} />
      {page.pages > 1 ? (
        <nav class="pager" aria-label={t('Các trang của bộ lọc')}>
          {page.page > 1 ? (
            <a
              rel="prev"
              href={facetUrl(question, {
                facet,
                within,
                order,
                page: Math.min(page.page - 1, page.pages),
              })}
            >
              {t('← Trang trước')}
            </a>
          ) : null}
          {page.page < page.pages ? (
            <a rel="next" href={facetUrl(question, { facet, within, order, page: page.page + 1 })}>
              {t('Trang sau →')}
            </a>
          ) : null}
        </nav>
      ) : null}
    </Layout>
  );
};
