/** One facet of an answer in full: look through it, choose several values, go on searching. */
import type { FC } from 'hono/jsx';
import type { FacetPage as Page, Question } from '../../app/search-answer.ts';
import { FACET_PATH, FILTER_PARAMETERS, facetUrl, searchUrl } from '../search-url.ts';
import { FACET_NAMES } from '../words.ts';
import { Layout } from './layout.tsx';
import { count } from './search/count.ts';
import { Hidden } from './search/form.tsx';

const ORDERS = [
  { order: 'count', label: 'Nhiều bài nhất' },
  { order: 'name', label: 'Theo tên' },
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
        <button type="submit">Lọc theo các mục đã chọn</button>
      ) : (
        <p class="note">
          {page.total > 0 ? 'Trang này ở sau mục cuối cùng.' : 'Không có mục nào.'}{' '}
          {page.within ? (
            <a href={facetUrl(question, { facet: page.facet, order: page.order })}>Xem tất cả</a>
          ) : null}
        </p>
      )}
    </form>
  );
};

export const FacetPage: FC<FacetPageProps> = (props) => {
  const { question, page } = props;
  const { facet, within, order } = page;
  const title = `${FACET_NAMES[facet]} trong kết quả`;
  return (
    <Layout title={`${title} - Điểm Báo`} tab="search">
      <h1>{title}</h1>
      <p>
        <a href={searchUrl(question)}>
          ← Về kết quả tìm{question.text ? ` “${question.text}”` : ''}
        </a>
      </p>
      <form class="search" action={FACET_PATH} method="get">
        <Hidden question={question} without={[]} />
        <input type="hidden" name="theo" value={FILTER_PARAMETERS[facet]} />
        {order === 'name' ? <input type="hidden" name="thutu" value="ten" /> : null}
        <label for="tim">Tìm trong {FACET_NAMES[facet].toLowerCase()}</label>
        <div class="box">
          <input id="tim" name="tim" type="search" value={within} maxlength={200} />
          <button type="submit">Tìm</button>
        </div>
      </form>
      <div class="summary">
        <p>
          <strong>{count(page.total)}</strong> mục
          {page.pages > 1 ? `, trang ${count(page.page)}/${count(page.pages)}` : ''}
        </p>
        <p class="sorts">
          {ORDERS.map((one) => (
            <a
              href={facetUrl(question, { facet, within, order: one.order })}
              aria-current={one.order === order ? 'true' : undefined}
            >
              {one.label}
            </a>
          ))}
        </p>
      </div>
      <Values {...props} />
      {page.pages > 1 ? (
        <nav class="pager" aria-label="Các trang của bộ lọc">
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
              ← Trang trước
            </a>
          ) : null}
          {page.page < page.pages ? (
            <a rel="next" href={facetUrl(question, { facet, within, order, page: page.page + 1 })}>
              Trang sau →
            </a>
          ) : null}
        </nav>
      ) : null}
    </Layout>
  );
};
