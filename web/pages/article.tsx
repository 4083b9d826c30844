/** The article page: the text with everything that was read out of it in its place. */
import type { FC } from 'hono/jsx';
import type { Around } from '../../app/article/around.ts';
import type { StoredArticle } from '../../archive/port.ts';
import { type Article, isReadGenerically } from '../../core/article.ts';
import { AroundView } from '../article/around-view.tsx';
import { Missing } from '../article/missing.tsx';
import { type FoundPages, findingsOf } from '../findings.ts';
import { AddToReview, type Collecting } from '../press-reviews/pages.tsx';
import { Annotated, type Finding, printedMoment, printedUtc } from '../text.tsx';
import { type Correcting, CorrectionHistory } from './corrections.tsx';
import { Conferences, Dates, Places, Quotes } from './findings.tsx';
import { Layout } from './layout.tsx';

export interface ArticlePageProps {
  readonly stored: StoredArticle;
  readonly original: StoredArticle | null;
  readonly reprints: readonly StoredArticle[];
  /** Where its findings lead. */
  readonly pages: FoundPages;
  readonly around: Around;
  readonly newspaperName: (id: string) => string;
  /** Whether the page offers to correct. */
  readonly editable: boolean;
  readonly collecting: Collecting;
}

export const ArticlePage: FC<ArticlePageProps> = ({
  stored,
  original,
  reprints,
  pages,
  around,
  newspaperName,
  editable,
  collecting,
}) => {
  const { article, corrections } = stored;
  const correcting: Correcting = { article, corrections, editable };
  const findings = findingsOf(article, pages);
  const at = (paragraph: number) => findings.get(paragraph) ?? [];
  return (
    <Layout title={`${article.headline ?? 'Bài viết'} - Điểm Báo`} tab={null}>
      <article>
        <h1>
          <Annotated text={article.headline ?? '(không có tiêu đề)'} findings={at(-1)} />
        </h1>
        <p class="meta">
          {article.newspaper ? newspaperName(article.newspaper) : 'Không rõ báo'} ·{' '}
          {printedMoment(article.publishedAt, article.publishedPrecision)}
          {article.section ? ` · ${article.section}` : ''}
          {article.authors.length > 0 ? ` · ${article.authors.join(', ')}` : ''}
        </p>
        <p class="meta">
          {article.url ? (
            <a href={article.url} rel="noreferrer">
              Bản gốc
            </a>
          ) : null}
          {stored.fetchedAt ? ` · tải lúc ${printedUtc(stored.fetchedAt)} (giờ Việt Nam)` : ''}
          {stored.revision > 1 ? (
            <>
              {' '}
              · <a href={`/bai/${article.id}/cac-ban`}>bản thứ {stored.revision}, so các bản</a>
            </>
          ) : null}
        </p>
        <AddToReview collected={{ type: 'article', id: article.id }} collecting={collecting} />
        {stored.withdrawnAt ? (
          <p class="note withdrawn">
            Bài đã bị gỡ khỏi trang báo (thấy lúc {printedUtc(stored.withdrawnAt)}). Chữ dưới đây là
            bản kho giữ.
          </p>
        ) : null}
        {original ? (
          <p class="note">
            Đăng lại bài của{' '}
            <a href={`/bai/${original.article.id}`}>
              {original.article.newspaper ? newspaperName(original.article.newspaper) : 'báo khác'}:{' '}
              {original.article.headline}
            </a>
          </p>
        ) : null}
        {isReadGenerically(article) ? (
          <p class="note">
            Trang báo có bố cục chưa biết: bài được đọc theo cách chung, có thể thiếu hoặc thừa chữ.
          </p>
        ) : null}
        {article.sapo ? (
          <p class="sapo">
            <Annotated text={article.sapo} findings={at(0)} />
          </p>
        ) : null}
        <Body article={article} at={at} />
        {article.blocks.length === 0 ? (
          <p class="note">
            Không đọc được toàn văn.{' '}
            {article.url ? <a href={article.url}>Xem ở trang báo</a> : null}
          </p>
        ) : null}
      </article>
      <p class="legend">
        Trong bài: <span class="quote">trích dẫn</span>, <span class="date">thời gian</span>,{' '}
        <span class="place">địa danh</span>, <span class="person">nhân vật</span>,{' '}
        <span class="conference">hội nghị</span>. Trỏ vào để xem chi tiết.
      </p>
      <Conferences {...correcting} ids={pages.conferences} />
      <Quotes {...correcting} />
      <Dates {...correcting} />
      <Places {...correcting} />
      <CorrectionHistory {...correcting} />
      {reprints.length > 0 ? (
        <section>
          <h2>Báo khác đăng lại</h2>
          <ul>
            {reprints.map(({ article: one }) => (
              <li>
                <a href={`/bai/${one.id}`}>{one.headline}</a> (
                {one.newspaper ? newspaperName(one.newspaper) : '-'},{' '}
                {printedMoment(one.publishedAt, one.publishedPrecision)})
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <AroundView around={around} newspaper={article.newspaper} newspaperName={newspaperName} />
      <Missing article={article} />
    </Layout>
  );
};

const Body: FC<{ article: Article; at: (paragraph: number) => readonly Finding[] }> = ({
  article,
  at,
}) => (
  <>
    {article.blocks.map((block, i) => {
      const text = <Annotated text={block.text} findings={at(i + 1)} />;
      const id = `p${i + 1}`;
      if (block.type === 'heading') return <h2 id={id}>{text}</h2>;
      if (block.type === 'paragraph') return <p id={id}>{text}</p>;
      const caption = article.captions.find((one) => one.block === i);
      return (
        <figure id={id}>
          {caption?.image ? (
            <a href={caption.image} rel="noreferrer">
              Xem ảnh ở trang báo
            </a>
          ) : null}
          <figcaption>
            {text}
            {caption?.credit ? <span class="credit"> Ảnh: {caption.credit}</span> : null}
          </figcaption>
        </figure>
      );
    })}
  </>
);
