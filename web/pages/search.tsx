/** The search page: box, results, facets. Works without any script. */
import type { FC } from 'hono/jsx';
import type { FoundArticle, Question, SearchAnswer, Sort } from '../../app/search-answer.ts';
import type { Facet } from '../../core/search.ts';
import { FILTER_PARAMETERS, searchUrl } from '../search-url.ts';
import { Marked, printedMoment } from '../text.tsx';
import { FACET_NAMES, TIERS } from '../words.ts';
import { ExportLinks } from './export-links.tsx';
import { Layout } from './layout.tsx';

const SHOWN: readonly Facet[] = ['newspaper', 'month', 'places', 'conferenceKinds'];
const SHOWN_VALUES = 12;
/** Prefix of a place's code on today's map. */
const TODAY = 't:';
const SORTS: readonly { readonly id: Sort; readonly label: string }[] = [
  { id: 'relevance', label: 'Phù hợp nhất' },
  { id: 'newest', label: 'Mới nhất' },
  { id: 'oldest', label: 'Cũ nhất' },
];
const LOOSENED = {
  words: 'Không có bài nào chứa đúng cụm từ; dưới đây là các bài có đủ các từ.',
  most: 'Không có bài nào chứa đủ các từ; dưới đây là các bài có phần lớn các từ.',
} as const;

const count = (value: number) => new Intl.NumberFormat('vi-VN').format(value);

export interface SearchPageProps {
  readonly question: Question;
  readonly answer: SearchAnswer;
  readonly newspaperName: (id: string) => string;
  /** Nothing has been archived at all yet. */
  readonly empty: boolean;
}

export const SearchPage: FC<SearchPageProps> = (props) => {
  const { question, answer, empty } = props;
  // How well the marks agree says something only where marks were typed.
  const marked = /\P{ASCII}/u.test(question.text);
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
            <Summary question={question} answer={answer} />
            <ol class="hits" start={(answer.page - 1) * answer.pageSize + 1}>
              {answer.hits.map((hit) => (
                <Hit hit={hit} marked={marked} newspaperName={props.newspaperName} />
              ))}
            </ol>
            <Pager question={question} answer={answer} />
          </section>
        </div>
      )}
    </Layout>
  );
};

const SearchForm: FC<{ question: Question }> = ({ question }) => (
  <search>
    <form class="search" action="/" method="get">
      <label for="q">Tìm trong các báo địa phương</label>
      <div class="box">
        <input
          id="q"
          name="q"
          type="search"
          value={question.text}
          placeholder="hội nghị sơ kết giữa nhiệm kỳ"
          autocomplete="off"
          maxlength={500}
        />
        <button type="submit">Tìm</button>
      </div>
      <p class="help">
        Gõ có dấu hay không dấu đều được. <code>"…"</code> tìm đúng cụm, <code>-từ</code> loại bỏ,{' '}
        <code>tỉnh:</code> <code>người:</code> <code>từ:</code> <code>đến:</code> để lọc.
      </p>
      {Object.entries(FILTER_PARAMETERS).map(([facet, name]) =>
        (question.filters?.[facet as Facet] ?? []).map((value) => (
          <input type="hidden" name={name} value={value} />
        )),
      )}
      <details open={Boolean(question.filters?.from || question.filters?.to || question.exactOnly)}>
        <summary>Thêm điều kiện</summary>
        <label>
          Từ ngày <input type="date" name="tu" value={question.filters?.from ?? ''} />
        </label>
        <label>
          Đến ngày <input type="date" name="den" value={question.filters?.to ?? ''} />
        </label>
        <label>
          <input type="checkbox" name="dau" value="1" checked={question.exactOnly ?? false} /> Chỉ
          đúng dấu như đã gõ
        </label>
      </details>
    </form>
  </search>
);

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
    {answer.total === 0 ? <NothingFound question={question} /> : null}
    {answer.total > 0 && answer.hits.length === 0 ? (
      <p class="note">
        Trang này ở sau kết quả cuối cùng. <a href={searchUrl(question)}>Về trang đầu</a>
      </p>
    ) : null}
  </div>
);

const NothingFound: FC<{ question: Question }> = ({ question }) => (
  <div class="note">
    <p>Không tìm thấy bài nào. Có thể thử:</p>
    <ul>
      {Object.values(question.filters ?? {}).some(Boolean) ? (
        <li>
          <a href={searchUrl({ text: question.text })}>bỏ các bộ lọc</a>
        </li>
      ) : null}
      {question.exactOnly ? (
        <li>
          <a href={searchUrl({ ...question, exactOnly: false })}>tìm cả các cách viết khác dấu</a>
        </li>
      ) : null}
      <li>bớt từ, hoặc bỏ dấu ngoặc kép</li>
      <li>
        <a href="/">xem tất cả các bài</a>
      </li>
    </ul>
  </div>
);

const EmptyArchive: FC = () => (
  <section class="note">
    <h2>Kho chưa có bài nào</h2>
    <p>
      Muốn thử ngay với ba tờ báo mẫu: <code>npm run demo</code>
    </p>
    <p>
      Muốn thu thập báo thật: đặt <code>DIEMBAO_CONTACT</code> là địa chỉ liên hệ của bạn rồi chạy{' '}
      <code>npx diembao crawl baohatinh</code>
    </p>
  </section>
);

const Hit: FC<{
  hit: FoundArticle;
  marked: boolean;
  newspaperName: (id: string) => string;
}> = ({ hit, marked, newspaperName }) => (
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
      {marked && hit.tier !== 'none' ? <span class="tier"> · {TIERS[hit.tier]}</span> : null}
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
  </li>
);

const Facets: FC<{ question: Question; answer: SearchAnswer }> = ({ question, answer }) => (
  <>
    {SHOWN.map((facet) => {
      const chosen = new Set(answer.understood.filters[facet] ?? []);
      // Places are chosen by the map of the article's day; `tỉnh:`, `huyện:` and `xã:` in the box know both maps.
      const values = (answer.facets[facet] ?? []).filter(({ value }) => !value.startsWith(TODAY));
      // A chosen value stays in sight, so that it can be taken back.
      const shown = values.filter(({ value }, i) => i < SHOWN_VALUES || chosen.has(value));
      if (shown.length === 0) return null;
      return (
        <section class="facet">
          <h2>{FACET_NAMES[facet]}</h2>
          <ul>
            {shown.map(({ value, label, count: hits }) => (
              <li>
                <a
                  href={searchUrl(question, { toggle: { facet, value } })}
                  aria-current={chosen.has(value) ? 'true' : undefined}
                >
                  <span>{label}</span> <span class="count">{count(hits)}</span>
                </a>
              </li>
            ))}
          </ul>
          {values.length > shown.length ? (
            <p class="more">và {count(values.length - shown.length)} mục khác</p>
          ) : null}
        </section>
      );
    })}
  </>
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
