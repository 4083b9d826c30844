/** Two stored forms of an article side by side. */
import type { FC } from 'hono/jsx';
import type { Change, ComparedPart } from '../../app/article/compare.ts';
import { msg, type Plain, rich, t } from '../../i18n/text.ts';
import { Layout } from '../pages/layout.tsx';
import { printedUtc } from '../text.tsx';

export const FORMER = 'cu';
export const LATER = 'moi';

export interface RevisionChoice {
  readonly revision: number;
  readonly createdAt: string;
}

const PARTS: Readonly<Record<ComparedPart['part'], Plain>> = {
  headline: msg('Tiêu đề'),
  sapo: msg('Sapo'),
  body: msg('Nội dung'),
  publishedAt: msg('Ngày đăng'),
  section: msg('Chuyên mục'),
  authors: msg('Tác giả'),
};

/** One side: what is the same, and what only this side has. */
const Side: FC<{ changes: readonly Change[]; own: 'gone' | 'new' }> = ({ changes, own }) => {
  const paragraphs: Change[][] = [[]];
  for (const { kind, text } of changes) {
    if (kind !== 'same' && kind !== own) continue;
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) paragraphs.push([]);
      if (line !== '') paragraphs.at(-1)?.push({ kind, text: line });
    }
  }
  return (
    <>
      {paragraphs.map((pieces) => (
        <p lang="vi">
          {pieces.map(({ kind, text }) =>
            kind === 'same' ? text : own === 'gone' ? <del>{text}</del> : <ins>{text}</ins>,
          )}
        </p>
      ))}
    </>
  );
};

const Choice: FC<{
  name: string;
  label: string;
  chosen: number;
  all: readonly RevisionChoice[];
}> = ({ name, label, chosen, all }) => (
  <label>
    {label}{' '}
    <select name={name}>
      {all.map(({ revision, createdAt }) => (
        <option value={String(revision)} selected={revision === chosen}>
          {t('bản {revision}, đọc lúc {moment}', { revision, moment: printedUtc(createdAt) })}
        </option>
      ))}
    </select>
  </label>
);

export const RevisionsPage: FC<{
  id: string;
  headline: string | null;
  all: readonly RevisionChoice[];
  former: number;
  later: number;
  parts: readonly ComparedPart[];
}> = ({ id, headline, all, former, later, parts }) => (
  <Layout title={t('Các bản: {headline}', { headline: headline ?? t('Bài viết') })} tab={null}>
    <h1>{t('Các bản của bài')}</h1>
    <p>
      <a href={`/bai/${id}`} lang="vi">
        {headline ?? t('(không có tiêu đề)')}
      </a>
    </p>
    {all.length < 2 ? (
      <p class="note">{t('Kho chỉ có một bản của bài này: chữ chưa đổi từ lần đọc đầu.')}</p>
    ) : (
      <>
        <form class="filters" method="get" action={`/bai/${id}/cac-ban`}>
          <Choice name={FORMER} label={t('So bản')} chosen={former} all={all} />
          <Choice name={LATER} label={t('với bản')} chosen={later} all={all} />
          <button type="submit">{t('So')}</button>
        </form>
        <p class="legend">
          {rich(
            '{gone}: bản {later} không còn. {fresh}: bản {later} mới có. Ghi theo lần đọc trang báo, chưa kể sửa tay.',
            { later, gone: <del>{t('Chữ gạch')}</del>, fresh: <ins>{t('Chữ gạch chân')}</ins> },
          )}
        </p>
        {parts.length === 0 ? (
          <p class="note">
            {t('Chữ của hai bản như nhau; chỉ khác điều đọc ra từ trang (ảnh, từ khóa, ngày sửa).')}
          </p>
        ) : null}
        {parts.map(({ part, changes, compared }) => (
          <section>
            <h2>{t(PARTS[part])}</h2>
            {compared ? null : (
              <p class="note">{t('Hai bản khác nhau quá nhiều để so từng chữ.')}</p>
            )}
            <div class="side-by-side">
              <div>
                <h3>{t('Bản {revision}', { revision: former })}</h3>
                <Side changes={changes} own="gone" />
              </div>
              <div>
                <h3>{t('Bản {revision}', { revision: later })}</h3>
                <Side changes={changes} own="new" />
              </div>
            </div>
          </section>
        ))}
      </>
    )}
  </Layout>
);
