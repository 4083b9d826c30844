/** One official: offices over time with the articles that give them, the words, the articles, what hands did. */
import type { FC } from 'hono/jsx';
import type { Evidence } from '../../app/officials/evidence.ts';
import type { ArticleOf, QuotedIn } from '../../app/officials/told.ts';
import type { OfficialSummary, StoredOfficial } from '../../archive/officials-port.ts';
import type { IdentityAct, Slice } from '../../archive/port.ts';
import { rich, t } from '../../i18n/text.ts';
import { IdentityForms, IdentityHistory, WHO } from '../pages/identity.tsx';
import { Layout } from '../pages/layout.tsx';
import { Who } from '../pages/who.tsx';
import { printedDay, printedDays, printedMoment } from '../text.tsx';
import { ARTICLES_CURSOR, CURSOR, FROM, OFFICE, officialHref, officialsUrl, TO } from './url.ts';

const at = (id: string, paragraph: number) =>
  paragraph > 0 ? `/bai/${id}#p${paragraph}` : `/bai/${id}`;

const Words: FC<{ evidence: Evidence | null }> = ({ evidence }) =>
  evidence === null ? null : (
    <p class="meta">
      <span lang="vi">“{evidence.words}”</span>{' '}
      <a href={at(evidence.articleId, evidence.paragraph)}>{t('trong bài đầu')}</a>
    </p>
  );

const Offices: FC<{ official: StoredOfficial; evidence: readonly (Evidence | null)[] }> = ({
  official: { offices },
  evidence,
}) => (
  <section id="chuc-vu">
    <h2>{t('Chức vụ theo thời gian')}</h2>
    {offices.length === 0 ? (
      <p class="note">{t('Các bài không nêu chức vụ nào.')}</p>
    ) : (
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>{t('Chức vụ')}</th>
              <th>{t('Bài đầu nêu')}</th>
              <th>{t('Bài cuối nêu')}</th>
              <th>{t('Số bài')}</th>
            </tr>
          </thead>
          <tbody>
            {offices.map((held, i) => (
              <tr>
                <td>
                  {rich(held.former ? 'nguyên {office}' : '{office}', {
                    office: <a href={officialsUrl({ office: held.title })}>{held.title}</a>,
                  })}
                  <Words evidence={evidence[i] ?? null} />
                </td>
                <td>
                  <a href={`/bai/${held.firstArticle}`}>
                    {held.firstDay ? printedDay(held.firstDay) : t('không rõ ngày')}
                  </a>
                </td>
                <td>
                  <a href={`/bai/${held.lastArticle}`}>
                    {held.lastDay ? printedDay(held.lastDay) : t('không rõ ngày')}
                  </a>
                </td>
                <td>{held.articles}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </section>
);

interface Shown {
  readonly id: string;
  readonly newspaperName: (id: string) => string;
}

const Where: FC<{ one: ArticleOf; newspaperName: Shown['newspaperName'] }> = ({
  one,
  newspaperName,
}) => (
  <>
    <a href={at(one.articleId, one.paragraph)} lang="vi">
      {one.headline ?? t('(không có tiêu đề)')}
    </a>{' '}
    ({one.newspaper ? newspaperName(one.newspaper) : t('không rõ báo')},{' '}
    {printedMoment(one.publishedAt, one.precision)}
    {one.original ? t(', đăng lại') : ''})
  </>
);

const Quotes: FC<Shown & { quotes: Slice<QuotedIn>; first: boolean }> = ({
  id,
  quotes: { items, next },
  first,
  newspaperName,
}) => (
  <section id="loi">
    <h2>{t('Lời được trích')}</h2>
    {items.length === 0 ? (
      <p class="note">
        {first ? t('Chưa bài nào trích lời người này.') : t('Không còn lời nào nữa.')}
      </p>
    ) : null}
    {items.map((one) => (
      <>
        <h3>
          <Where one={one} newspaperName={newspaperName} />
        </h3>
        {one.quotes.map(({ text, paragraph, direct, offices }) => (
          <blockquote>
            {text.split('\n').map((part) => (
              <p lang="vi">{direct ? `“${part}”` : part}</p>
            ))}
            <footer>
              {offices.length > 0 ? `${offices.join('; ')} · ` : ''}
              <a href={at(one.articleId, paragraph)}>{t('trong bài')}</a>
            </footer>
          </blockquote>
        ))}
      </>
    ))}
    {next ? (
      <p>
        <a rel="next" href={`${officialHref(id)}?${CURSOR}=${encodeURIComponent(next)}#loi`}>
          {t('Lời cũ hơn →')}
        </a>
      </p>
    ) : null}
  </section>
);

const Articles: FC<Shown & { articles: Slice<ArticleOf> }> = ({
  id,
  articles: { items, next },
  newspaperName,
}) => (
  <section id="bai">
    <h2>{t('Các bài nêu người này')}</h2>
    <ul>
      {items.map((one) => (
        <li>
          <Where one={one} newspaperName={newspaperName} />
        </li>
      ))}
    </ul>
    {next ? (
      <p>
        <a href={`${officialHref(id)}?${ARTICLES_CURSOR}=${encodeURIComponent(next)}#bai`}>
          {t('Bài cũ hơn →')}
        </a>
      </p>
    ) : null}
  </section>
);

const lastOffice = ({ offices, firstDay, lastDay }: OfficialSummary) =>
  [offices[0]?.title, printedDays(firstDay, lastDay)].filter(Boolean).join(', ');

const Namesakes: FC<{ others: readonly OfficialSummary[] }> = ({ others }) =>
  others.length === 0 ? null : (
    <section id="cung-ten">
      <h2>{t('Người cùng tên trong sổ')}</h2>
      <p class="meta">
        {t(
          'Tách riêng vì giữ chức vụ ở nơi khác. Nếu là một người, hãy ghép bằng tay ở cuối trang.',
        )}
      </p>
      <ul>
        {others.map((one) => (
          <li>
            <a href={officialHref(one.id)}>{one.name}</a>: {lastOffice(one)} (
            {t('{n} bài', { n: one.articles })})
          </li>
        ))}
      </ul>
    </section>
  );

/** Namesakes of one seat are one in the register: an office, or a time, tells them apart. */
const PartForm: FC<{ id: string; offices: StoredOfficial['offices'] }> = ({ id, offices }) => (
  <details class="correct">
    <summary>{t('Tách theo chức vụ hoặc thời gian')}</summary>
    <form method="post" action={`${officialHref(id)}/tach`}>
      <p>{t('Những bài khớp cả các ô dưới đây được coi là nói về một người khác cùng tên.')}</p>
      <label>
        {t('Chức vụ')}{' '}
        <select name={OFFICE}>
          <option value="">{t('mọi chức vụ')}</option>
          {[...new Set(offices.map(({ title }) => title))].map((title) => (
            <option value={title}>{title}</option>
          ))}
        </select>
      </label>
      <label>
        {t('Từ ngày')} <input type="date" name={FROM} />
      </label>
      <label>
        {t('Đến ngày')} <input type="date" name={TO} />
      </label>
      <Who name={WHO} />
      <button type="submit">{t('Tách thành cán bộ riêng')}</button>
    </form>
  </details>
);

export const OfficialPage: FC<
  Shown & {
    official: StoredOfficial;
    /** Of each office. */
    evidence: readonly (Evidence | null)[];
    quotes: Slice<QuotedIn>;
    /** The newest quotations are shown. */
    first: boolean;
    articles: Slice<ArticleOf>;
    namesakes: readonly OfficialSummary[];
    acts: readonly IdentityAct[];
    editable: boolean;
  }
> = ({
  id,
  official,
  evidence,
  quotes,
  first,
  articles,
  namesakes,
  acts,
  editable,
  newspaperName,
}) => {
  const { name, names, firstDay, lastDay } = official;
  const others = names.filter((one) => one !== name);
  return (
    <Layout title={name} tab="officials">
      <h1>{name}</h1>
      <p class="meta">
        {others.length > 0 ? `${t('cũng in là {names}', { names: others.join(', ') })} · ` : ''}
        {t('{n} bài', { n: official.articles })}, {t('{n} lời trích', { n: official.quotes })} ·{' '}
        {printedDays(firstDay, lastDay)}
      </p>
      <Offices official={official} evidence={evidence} />
      <Quotes {...{ id, quotes, first, newspaperName }} />
      <Articles {...{ id, articles, newspaperName }} />
      <Namesakes others={namesakes} />
      <IdentityHistory page={officialHref(id)} acts={acts} editable={editable} />
      {editable && official.articles > 1 ? <PartForm id={id} offices={official.offices} /> : null}
      {editable ? (
        <IdentityForms
          page={officialHref(id)}
          thing="official"
          articles={articles.items.map((one) => ({
            id: one.articleId,
            title: one.headline ?? one.articleId,
          }))}
          offered={namesakes.map((one) => ({
            id: one.id,
            title: `${one.name}: ${lastOffice(one)}`,
          }))}
        />
      ) : null}
    </Layout>
  );
};
