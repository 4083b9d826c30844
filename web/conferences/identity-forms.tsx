/** Joining and parting by hand: what was done, and the forms. */
import type { FC } from 'hono/jsx';
import type { IdentityAct, StoredConference } from '../../archive/port.ts';
import { Who } from '../pages/who.tsx';
import { printedUtc } from '../text.tsx';
import { BASE } from './url.ts';

export const WHO = 'nguoi-lam';
export const OTHER = 'hoi-nghi-kia';
export const ARTICLES = 'bai';

const KINDS = { join: 'Ghép', part: 'Tách' } as const;

export const IdentityHistory: FC<{
  id: string;
  acts: readonly IdentityAct[];
  editable: boolean;
}> = ({ id, acts, editable }) =>
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
              <form class="take-back" method="post" action={`${BASE}/${id}/viec/${act.id}/rut`}>
                <Who name={WHO} />
                <button type="submit">Bỏ việc này</button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );

export const IdentityForms: FC<{ stored: StoredConference }> = ({ stored: { id, mentions } }) => (
  <>
    <details class="correct">
      <summary>Ghép với một hội nghị khác</summary>
      <form method="post" action={`${BASE}/${id}/ghep`}>
        <p>Hội nghị kia nhập vào hội nghị này; địa chỉ của nó sẽ dẫn về đây.</p>
        <label>
          Địa chỉ hoặc mã hội nghị kia <input name={OTHER} required maxlength={300} />
        </label>
        <Who name={WHO} />
        <button type="submit">Ghép</button>
      </form>
    </details>
    {mentions.length > 1 ? (
      <details class="correct">
        <summary>Tách bài không thuộc hội nghị này</summary>
        <form method="post" action={`${BASE}/${id}/tach`}>
          {mentions.map(({ articleId, headline, url }) => (
            <label>
              <input type="checkbox" name={ARTICLES} value={articleId} />{' '}
              {headline ?? url ?? articleId}
            </label>
          ))}
          <Who name={WHO} />
          <button type="submit">Tách thành hội nghị riêng</button>
        </form>
      </details>
    ) : null}
  </>
);
