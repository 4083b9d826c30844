/** Joining and parting conferences and officials by hand: what was done, and the forms. */
import type { FC } from 'hono/jsx';
import type { IdentityAct } from '../../archive/port.ts';
import { msg, t } from '../../i18n/text.ts';
import { printedUtc } from '../text.tsx';
import { Who } from './who.tsx';

export const WHO = 'nguoi-lam';
export const OTHER = 'trang-kia';
export const ARTICLES = 'bai';

const countsOf = ({ moved, others }: IdentityAct) => ({
  moved: moved.length,
  others: others.length,
});

/** What a sentence says of each kind of thing: English has no classifiers to put a noun behind. */
const WORDS = {
  conference: {
    join: msg('Ghép với một hội nghị khác'),
    other: msg('Địa chỉ hoặc mã của hội nghị kia'),
    part: msg('Tách bài không nói về hội nghị này'),
    apart: msg('Tách thành hội nghị riêng'),
  },
  official: {
    join: msg('Ghép với một cán bộ khác'),
    other: msg('Địa chỉ hoặc mã của cán bộ kia'),
    part: msg('Tách bài không nói về cán bộ này'),
    apart: msg('Tách thành cán bộ riêng'),
  },
} as const;

export const IdentityHistory: FC<{
  /** Address of the page. */
  page: string;
  acts: readonly IdentityAct[];
  editable: boolean;
}> = ({ page, acts, editable }) =>
  acts.length === 0 ? null : (
    <section id="ghep-tach">
      <h2>{t('Ghép, tách bằng tay')}</h2>
      <ul>
        {acts.toReversed().map((act) => (
          <li class={act.withdrawn ? 'former' : undefined}>
            {act.kind === 'join'
              ? t('Ghép {moved} bài với {others} bài', countsOf(act))
              : t('Tách {moved} bài khỏi {others} bài', countsOf(act))}
            <span class="meta">
              {' '}
              {act.by}, {printedUtc(act.at)}
              {act.withdrawn
                ? `; ${t('đã bỏ')}: ${act.withdrawn.by}, ${printedUtc(act.withdrawn.at)}`
                : ''}
              {act.stale ? t('; một phần không còn khớp với bài') : ''}
            </span>
            {editable && !act.withdrawn ? (
              <form class="take-back" method="post" action={`${page}/viec/${act.id}/rut`}>
                <Who name={WHO} />
                <button type="submit">{t('Bỏ việc này')}</button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );

export const IdentityForms: FC<{
  page: string;
  thing: keyof typeof WORDS;
  articles: readonly { readonly id: string; readonly title: string }[];
  /** Others that it may be one with. */
  offered?: readonly { readonly id: string; readonly title: string }[];
}> = ({ page, thing, articles, offered = [] }) => (
  <>
    <details class="correct">
      <summary>{t(WORDS[thing].join)}</summary>
      <form method="post" action={`${page}/ghep`}>
        <p>
          {t(
            'Trang kia nhập vào trang này; địa chỉ của nó sẽ dẫn về đây. Việc ghép được ghi lại và bỏ được.',
          )}
        </p>
        <label>
          {t(WORDS[thing].other)} <input name={OTHER} required maxlength={300} list="ghep-voi" />
        </label>
        {offered.length > 0 ? (
          <datalist id="ghep-voi">
            {offered.map(({ id, title }) => (
              <option value={id}>{title}</option>
            ))}
          </datalist>
        ) : null}
        <Who name={WHO} />
        <button type="submit">{t('Ghép')}</button>
      </form>
    </details>
    {articles.length > 1 ? (
      <details class="correct">
        <summary>{t(WORDS[thing].part)}</summary>
        <form method="post" action={`${page}/tach`}>
          {articles.map(({ id, title }) => (
            <label>
              <input type="checkbox" name={ARTICLES} value={id} /> {title}
            </label>
          ))}
          <Who name={WHO} />
          <button type="submit">{t(WORDS[thing].apart)}</button>
        </form>
      </details>
    ) : null}
  </>
);
