/** The article page: the text with everything that was read out of it in its place. */
import type { FC } from 'hono/jsx';
import type { Around } from '../../app/article/around.ts';
import type { StoredArticle } from '../../archive/port.ts';
import { type Article, isReadGenerically } from '../../core/article.ts';
import { rich, t } from '../../i18n/text.ts';
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
    <Layout title={article.headline ?? t('Bài viết')} tab={null}>
      <article>
        <h1 lang="vi">
          <Annotated text={article.headline ?? t('(không có tiêu đề)')} findings={at(-1)} />
        </h1>
        <p class="meta">
          {article.newspaper ? newspaperName(article.newspaper) : t('Không rõ báo')} ·{' '}
          {printedMoment(article.publishedAt, article.publishedPrecision)}
          {article.section ? ` · ${article.section}` : ''}
          {article.authors.length > 0 ? ` · ${article.authors.join(', ')}` : ''}
        </p>
        <p class="meta">
          {article.url ? (
            <a href={article.url} rel="noreferrer">
              {t('Bản gốc')}
            </a>
          ) : null}
          {stored.fetchedAt
            ? t(' · tải lúc {moment} (giờ Việt Nam)', { moment: printedUtc(stored.fetchedAt) })
            : ''}
          {stored.revision > 1 ? (
            <>
              {' '}
              ·{' '}
              <a href={`/bai/${article.id}/cac-ban`}>
                {t('bản thứ {revision}, so các bản', { revision: stored.revision })}
              </a>
            </>
          ) : null}
        </p>
        <AddToReview collected={{ type: 'article', id: article.id }} collecting={collecting} />
        {stored.withdrawnAt ? (
          <p class="note withdrawn">
            {t('Bài đã bị gỡ khỏi trang báo (thấy lúc {moment}). Chữ dưới đây là bản kho giữ.', {
              moment: printedUtc(stored.withdrawnAt),
            })}
          </p>
        ) : null}
        {original ? (
          <p class="note">
            {rich('Đăng lại bài của {article}', {
              article: (
                <a href={`/bai/${original.article.id}`} lang="vi">
                  {original.article.newspaper
                    ? newspaperName(original.article.newspaper)
                    : t('báo khác')}
                  : {original.article.headline}
                </a>
              ),
            })}
          </p>
        ) : null}
        {isReadGenerically(article) ? (
          <p class="note">
            {t(
              'Trang báo có bố cục chưa biết: bài được đọc theo cách chung, có thể thiếu hoặc thừa chữ.',
            )}
          </p>
        ) : null}
        {article.sapo ? (
          <p class="sapo" lang="vi">
            <Annotated text={article.sapo} findings={at(0)} />
          </p>
        ) : null}
        <Body article={article} at={at} />
        {article.blocks.length === 0 ? (
          <p class="note">
            {t('Không đọc được toàn văn.')}{' '}
            {article.url ? <a href={article.url}>{t('Xem ở trang báo')}</a> : null}
          </p>
        ) : null}
      </article>
      <p class="legend">
        {rich('Trong bài: {kinds}. Trỏ vào để xem chi tiết.', {
          kinds: (
            <>
              <span class="quote">{t('trích dẫn')}</span>,{' '}
              <span class="date">{t('thời gian')}</span>, <span class="place">{t('địa danh')}</span>
              , <span class="person">{t('nhân vật')}</span>,{' '}
              <span class="conference">{t('hội nghị')}</span>
            </>
          ),
        })}
      </p>
      <Conferences {...correcting} ids={pages.conferences} />
      <Quotes {...correcting} />
      <Dates {...correcting} />
      <Places {...correcting} />
      <CorrectionHistory {...correcting} />
      {reprints.length > 0 ? (
        <section>
          <h2>{t('Báo khác đăng lại')}</h2>
          <ul>
            {reprints.map(({ article: one }) => (
              <li>
                <a href={`/bai/${one.id}`} lang="vi">
                  {one.headline}
                </a>{' '}
                ({one.newspaper ? newspaperName(one.newspaper) : '-'},{' '}
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
      if (block.type === 'heading')
        return (
          <h2 id={id} lang="vi">
            {text}
          </h2>
        );
      if (block.type === 'paragraph')
        return (
          <p id={id} lang="vi">
            {text}
          </p>
        );
      const caption = article.captions.find((one) => one.block === i);
      return (
        <figure id={id}>
          {caption?.image ? (
            <a href={caption.image} rel="noreferrer">
              {t('Xem ảnh ở trang báo')}
            </a>
          ) : null}
          <figcaption>
            <span lang="vi">{text}</span>
            {caption?.credit ? (
              <span class="credit">
                {' '}
                {t('Ảnh:')} {caption.credit}
              </span>
            ) : null}
          </figcaption>
        </figure>
      );
    })}
  </>
);
