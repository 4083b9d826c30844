/** The search page: box, what is chosen, results, facets. Works without any script. */
import type { FC } from 'hono/jsx';
import type { Question, SearchAnswer, Sort } from '../../app/search-answer.ts';
import { AddToReview, type Collecting } from '../press-reviews/pages.tsx';
import { SaveSearch } from '../saved-searches/pages.tsx';
import { searchUrl } from '../search-url.ts';
import { ExportLinks } from './export-links.tsx';
import { Layout } from './layout.tsx';
import { Chips } from './search/chips.tsx';
import { count } from './search/count.ts';
import { Facets } from './search/facets.tsx';
import { SearchForm } from './search/form.tsx';
import { Hit } from './search/hit.tsx';
import { NothingFound } from './search/nothing-found.tsx';

const SORTS: readonly { readonly id: Sort; readonly label: string }[] = [
  { id: 'relevance', label: 'Phù hợp nhất' },
  { id: 'newest', label: 'Mới nhất' },
  { id: 'oldest', label: 'Cũ nhất' },
];
const LOOSENED = {
  words: 'Không có bài nào chứa đúng cụm từ; dưới đây là các bài có đủ các từ.',
  most: 'Không có bài nào chứa đủ các từ; dưới đây là các bài có phần lớn các từ.',
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
    <Layout title={question.text ? `${question.text} - Điểm Báo` : 'Điểm Báo'} tab="search">
      <h1 class="hidden">Tìm bài</h1>
      <SearchForm question={question} />
      {empty ? (
        <EmptyArchive />
      ) : (
        <div class="results">
          <aside aria-label="Bộ lọc">
            <Facets question={question} answer={answer} />
          </aside>
          <section aria-label="Kết quả">
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
      <strong>{count(answer.total)}</strong> bài
      {answer.understood.decoded ? (
        <>
          {' '}
          cho <em>{answer.understood.decoded}</em>
        </>
      ) : null}
      {answer.total > 0 && answer.pages > 1 ? (
        <>
          , trang {count(answer.page)}/{count(answer.pages)}
        </>
      ) : null}
      {answer.folded > 0 ? (
        <>
          {' '}
          ({count(answer.folded)} bản đăng lại của trang này xếp dưới bài khác,{' '}
          <a href={searchUrl({ ...question, group: false }, { page: answer.page })}>tách ra</a>)
        </>
      ) : null}
      {question.group === false ? (
        <>
          {' '}
          (
          <a href={searchUrl({ ...question, group: true }, { page: answer.page })}>
            gộp bản đăng lại
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
          {label}
        </a>
      ))}
    </p>
    <ExportLinks question={question} total={answer.total} />
    {answer.loosened ? <p class="note">{LOOSENED[answer.loosened]}</p> : null}
    {answer.total === 0 ? <NothingFound question={question} answer={answer} /> : null}
    {answer.total > 0 && answer.hits.length === 0 ? (
      <p class="note">
        Trang này ở sau kết quả cuối cùng. <a href={searchUrl(question)}>Về trang đầu</a>
      </p>
    ) : null}
  </div>
);

const EmptyArchive: FC = () => (
  <section class="note">
    <h2>Kho chưa có bài nào</h2>
    <p>
      Điểm Báo mỗi đêm lấy bài của các báo địa phương về kho trên máy này, đọc ra ai nói gì, ở đâu,
      khi nào, rồi trả lời câu hỏi ở ô tìm phía trên. Kho còn trống nên chưa tìm được gì. Có hai
      cách bắt đầu:
    </p>
    <h3>1. Thử ngay với ba tờ báo mẫu</h3>
    <p>
      Dừng chương trình này (Ctrl-C) rồi chạy <code>npm run demo</code>: trong chừng một phút có sẵn
      bài, hội nghị, cán bộ, địa phương để xem thử, không cần mạng. Kho mẫu nằm riêng, không lẫn với
      kho này.
    </p>
    <h3>2. Thu thập báo thật</h3>
    <ol>
      <li>
        Đặt <code>DIEMBAO_CONTACT</code> là địa chỉ web hoặc e-mail của người chịu trách nhiệm: các
        báo thấy địa chỉ này.
      </li>
      <li>
        Chạy <code>npx diembao doctor</code>: máy còn thiếu gì, phải làm gì.
      </li>
      <li>
        Lấy một báo ngay: <code>npx diembao crawl baohatinh</code>; hoặc cứ để trang này chạy, đêm
        nay mọi báo đã chắc sẽ được lấy.
      </li>
    </ol>
    <p>
      Việc thu thập đi đến đâu xem ở trang <a href="/tinh-trang">Tình trạng</a>.
    </p>
  </section>
);

const Pager: FC<{ question: Question; answer: SearchAnswer }> = ({ question, answer }) =>
  answer.pages > 1 ? (
    <nav class="pager" aria-label="Các trang kết quả">
      {answer.page > 1 ? (
        <a rel="prev" href={searchUrl(question, { page: Math.min(answer.page - 1, answer.pages) })}>
          ← Trang trước
        </a>
      ) : null}
      {answer.page < answer.pages ? (
        <a rel="next" href={searchUrl(question, { page: answer.page + 1 })}>
          Trang sau →
        </a>
      ) : null}
    </nav>
  ) : null;
