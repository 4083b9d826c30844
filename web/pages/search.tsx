/** The search page: box, what is chosen, results, facets. Works without any script. */
import type { FC } from 'hono/jsx';
import type { Question, SearchAnswer, Sort } from '../../app/search-answer.ts';
import { msg, type Plain, rich, t } from '../../i18n/text.ts';
import { AddToReview, type Collecting } from '../press-reviews/pages.tsx';
import { SaveSearch } from '../saved-searches/pages.tsx';
import { searchUrl } from '../search-url.ts';
import { ExportLinks } from './export-links.tsx';
import { Layout } from './layout.tsx';
import { Chips } from './search/chips.tsx';

import { Facets } from './search/facets.tsx';
import { SearchForm } from './search/form.tsx';
import { Hit } from './search/hit.tsx';
import { NothingFound } from './search/nothing-found.tsx';

const SORTS: readonly { readonly id: Sort; readonly label: Plain }[] = [
  { id: 'relevance', label: msg('Phù hợp nhất') },
  { id: 'newest', label: msg('Mới nhất') },
  { id: 'oldest', label: msg('Cũ nhất') },
];
const LOOSENED = {
  words: msg('Không có bài nào chứa đúng cụm từ; dưới đây là các bài có đủ các từ.'),
  most: msg('Không có bài nào chứa đủ các từ; dưới đây là các bài có phần lớn các từ.'),
} as const;

/** What asks for everything is not worth saving. */
const isNarrowed = ({ text, filters = {} }: Question) =>
  text.trim() !== '' || Object.keys(filters).length > 0;

export interface SearchPageProps {
  readonly question: Question;
  readonly answer: SearchAnswer;
  readonly newspaperName: (id: string) => string;
  /** Nothing has been archived at all yet. */
  readonly empty: boolean;
  readonly collecting: Collecting;
}

export const SearchPage: FC<SearchPageProps> = ({
  question,
  answer,
  newspaperName,
  empty,
  collecting,
}) => {
  // How well the marks agree says something only where marks were typed.
  const marked = /\P{ASCII}/u.test(answer.understood.decoded ?? question.text);
  return (
    <Layout title={question.text || null} tab="search">
      <h1 class="hidden">{t('Tìm bài')}</h1>
      <SearchForm question={question} />
      {empty ? (
        <EmptyArchive />
      ) : (
        <div class="results">
          <aside id="bo-loc" aria-label={t('Bộ lọc')}>
            <Facets question={question} answer={answer} />
          </aside>
          <section aria-label={t('Kết quả')}>
            <a class="to-filters" href="#bo-loc">
              {t('Bộ lọc')} ↓
            </a>
            <Chips question={question} answer={answer} />
            <Summary question={question} answer={answer} />
            <ol class="hits" start={(answer.page - 1) * answer.pageSize + 1}>
              {answer.hits.map((hit) => (
                <Hit
                  hit={hit}
                  marked={marked}
                  loosened={answer.loosened}
                  newspaperName={newspaperName}
                />
              ))}
            </ol>
            <Pager question={question} answer={answer} />
            {collecting && isNarrowed(question) ? (
              <SaveSearch url={searchUrl(question)} proposed={question.text} />
            ) : null}
            {answer.total > 0 ? (
              <AddToReview
                collected={{ type: 'search', url: searchUrl(question), total: answer.total }}
                collecting={collecting}
              />
            ) : null}
          </section>
        </div>
      )}
    </Layout>
  );
};

const Summary: FC<{ question: Question; answer: SearchAnswer }> = ({ question, answer }) => (
  <div class="summary">
    <p>
      {rich('{n} bài', { n: answer.total }, (n) => (
        <strong>{n}</strong>
      ))}
      {answer.understood.decoded ? (
        <> {rich('cho {words}', { words: <em lang="vi">{answer.understood.decoded}</em> })}</>
      ) : null}
      {answer.total > 0 && answer.pages > 1
        ? t(', trang {page}/{pages}', { page: answer.page, pages: answer.pages })
        : null}
      {answer.folded > 0 ? (
        <>
          {' '}
          ({t('{n} bản đăng lại của trang này xếp dưới bài khác', { n: answer.folded })},{' '}
          <a href={searchUrl({ ...question, group: false }, { page: answer.page })}>
            {t('tách ra')}
          </a>
          )
        </>
      ) : null}
      {question.group === false ? (
        <>
          {' '}
          (
          <a href={searchUrl({ ...question, group: true }, { page: answer.page })}>
            {t('gộp bản đăng lại')}
          </a>
          )
        </>
      ) : null}
    </p>
    <p class="sorts">
      {SORTS.map(({ id, label }) => (
        <a
          href={searchUrl(question, { sort: id })}
          aria-current={answer.sort === id ? 'true' : undefined}
        >
          {t(label)}
        </a>
      ))}
    </p>
    <ExportLinks question={question} total={answer.total} />
    {answer.loosened ? <p class="note">{t(LOOSENED[answer.loosened])}</p> : null}
    {answer.total === 0 ? <NothingFound question={question} answer={answer} /> : null}
    {answer.total > 0 && answer.hits.length === 0 ? (
      <p class="note">
        {t('Trang này ở sau kết quả cuối cùng.')}{' '}
        <a href={searchUrl(question)}>{t('Về trang đầu')}</a>
      </p>
    ) : null}
  </div>
);

const EmptyArchive: FC = () => (
  <section class="note">
    <h2>{t('Kho chưa có bài nào')}</h2>
    <p>
      {t(
        'Điểm Báo mỗi đêm lấy bài của các báo địa phương về kho trên máy này, đọc ra ai nói gì, ở đâu, khi nào, rồi trả lời câu hỏi ở ô tìm phía trên. Kho còn trống nên chưa tìm được gì. Có hai cách bắt đầu:',
      )}
    </p>
    <h3>{t('1. Thử ngay với ba tờ báo mẫu')}</h3>
    <p>
      {rich(
        'Dừng chương trình này (Ctrl-C) rồi chạy {command}: trong chừng một phút có sẵn bài, hội nghị, cán bộ, địa phương để xem thử, không cần mạng. Kho mẫu nằm riêng, không lẫn với kho này.',
        { command: <code>npm run demo</code> },
      )}
    </p>
    <h3>{t('2. Thu thập báo thật')}</h3>
    <ol>
      <li>
        {rich(
          'Đặt {setting} là địa chỉ web hoặc e-mail của người chịu trách nhiệm: các báo thấy địa chỉ này.',
          { setting: <code>DIEMBAO_CONTACT</code> },
        )}
      </li>
      <li>
        {rich('Chạy {command}: máy còn thiếu gì, phải làm gì.', {
          command: <code>npx diembao doctor</code>,
        })}
      </li>
      <li>
        {rich(
          'Lấy một báo ngay: {command}; hoặc cứ để trang này chạy, đêm nay mọi báo đã chắc sẽ được lấy.',
          { command: <code>npx diembao crawl baohatinh</code> },
        )}
      </li>
    </ol>
    <p>
      {rich('Việc thu thập đi đến đâu xem ở trang {page}.', {
        page: <a href="/tinh-trang">{t('Tình trạng')}</a>,
      })}
    </p>
  </section>
);

const Pager: FC<{ question: Question; answer: SearchAnswer }> = ({ question, answer }) =>
  answer.pages > 1 ? (
    <nav class="pager" aria-label={t('Các trang kết quả')}>
      {answer.page > 1 ? (
        <a rel="prev" href={searchUrl(question, { page: Math.min(answer.page - 1, answer.pages) })}>
          {t('← Trang trước')}
        </a>
      ) : null}
      {answer.page < answer.pages ? (
        <a rel="next" href={searchUrl(question, { page: answer.page + 1 })}>
          {t('Trang sau →')}
        </a>
      ) : null}
    </nav>
  ) : null;
