/** Joining and parting conferences and officials by hand: what was done, and the forms. */
import type { FC } from 'hono/jsx';
import type { IdentityAct } from '../../archive/port.ts';
import { printedUtc } from '../text.tsx';
import { Who } from './who.tsx';

export const WHO = 'nguoi-lam';
export const OTHER = 'trang-kia';
export const ARTICLES = 'bai';

const KINDS = { join: 'Ghép', part: 'Tách' } as const;

export const IdentityHistory: FC<{
  /** Address of the page. */
  page: string;
  acts: readonly IdentityAct[];
  editable: boolean;
}> = ({ page, acts, editable }) =>
  acts.length === 0 ? null : (
    <section id="ghep-tach">
      <h2>Ghép, tách bằng tay</h2>
      <ul>
        {acts.toReversed().map((act) => (
          <li class={act.withdrawn ? 'former' : undefined}>
            {KINDS[act.kind]} {act.moved.length} bài {act.kind === 'join' ? 'với' : 'khỏi'}{' '}
            {act.others.length} bài
            <span class="meta">
              {' '}
              {act.by}, {printedUtc(act.at)}
              {act.withdrawn ? `; đã bỏ: ${act.withdrawn.by}, ${printedUtc(act.withdrawn.at)}` : ''}
              {act.stale ? '; một phần không còn khớp với bài' : ''}
            </span>
            {editable && !act.withdrawn ? (
              <form class="take-back" method="post" action={`${page}/viec/${act.id}/rut`}>
                <Who name={WHO} />
                <button type="submit">Bỏ việc này</button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );

export const IdentityForms: FC<{
  page: string;
  /** "hội nghị", "cán bộ" */
  thing: string;
  articles: readonly { readonly id: string; readonly title: string }[];
  /** Others that it may be one with. */
  offered?: readonly { readonly id: string; readonly title: string }[];
}> = ({ page, thing, articles, offered = [] }) => (
  <>
    <details class="correct">
      <summary>Ghép với một {thing} khác</summary>
      <form method="post" action={`${page}/ghep`}>
        <p>
          Trang kia nhập vào trang này; địa chỉ của nó sẽ dẫn về đây. Việc ghép được ghi lại và bỏ
          được.
        </p>
        <label>
          Địa chỉ hoặc mã của {thing} kia{' '}
          <input name={OTHER} required maxlength={300} list="ghep-voi" />
        </label>
        {offered.length > 0 ? (
          <datalist id="ghep-voi">
            {offered.map(({ id, title }) => (
              <option value={id}>{title}</option>
            ))}
          </datalist>
        ) : null}
        <Who name={WHO} />
        <button type="submit">Ghép</button>
      </form>
    </details>
    {articles.length > 1 ? (
      <details class="correct">
        <summary>Tách bài không nói về {thing} này</summary>
        <form method="post" action={`${page}/tach`}>
          {articles.map(({ id, title }) => (
            <label>
              <input type="checkbox" name={ARTICLES} value={id} /> {title}
            </label>
          ))}
          <Who name={WHO} />
          <button type="submit">Tách thành {thing} riêng</button>
        </form>
      </details>
    ) : null}
  </>
);
