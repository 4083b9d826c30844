/** Two stored forms of an article side by side. */
import type { FC } from 'hono/jsx';
import type { Change, ComparedPart } from '../../app/article/compare.ts';
import { Layout } from '../pages/layout.tsx';
import { printedUtc } from '../text.tsx';

export const FORMER = 'cu';
export const LATER = 'moi';

export interface RevisionChoice {
  readonly revision: number;
  readonly createdAt: string;
}

const PARTS: Readonly<Record<ComparedPart['part'], string>> = {
  headline: 'Tiêu đề',
  sapo: 'Sapo',
  body: 'Nội dung',
  publishedAt: 'Ngày đăng',
  section: 'Chuyên mục',
  authors: 'Tác giả',
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
        <p>
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
          bản {revision}, đọc lúc {printedUtc(createdAt)}
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
  <Layout title={`Các bản: ${headline ?? 'Bài viết'} - Điểm Báo`} tab={null}>
    <h1>Các bản của bài</h1>
    <p>
      <a href={`/bai/${id}`}>{headline ?? '(không có tiêu đề)'}</a>
    </p>
    {all.length < 2 ? (
      <p class="note">Kho chỉ có một bản của bài này: chữ chưa đổi từ lần đọc đầu.</p>
    ) : (
      <>
        <form class="filters" method="get" action={`/bai/${id}/cac-ban`}>
          <Choice name={FORMER} label="So bản" chosen={former} all={all} />
          <Choice name={LATER} label="với bản" chosen={later} all={all} />
          <button type="submit">So</button>
        </form>
        <p class="legend">
          <del>Chữ gạch</del>: bản {later} không còn. <ins>Chữ gạch chân</ins>: bản {later} mới có.
          Ghi theo lần đọc trang báo, chưa kể sửa tay.
        </p>
        {parts.length === 0 ? (
          <p class="note">
            Chữ của hai bản như nhau; chỉ khác điều đọc ra từ trang (ảnh, từ khóa, ngày sửa).
          </p>
        ) : null}
        {parts.map(({ part, changes, compared }) => (
          <section>
            <h2>{PARTS[part]}</h2>
            {compared ? null : <p class="note">Hai bản khác nhau quá nhiều để so từng chữ.</p>}
            <div class="side-by-side">
              <div>
                <h3>Bản {former}</h3>
                <Side changes={changes} own="gone" />
              </div>
              <div>
                <h3>Bản {later}</h3>
                <Side changes={changes} own="new" />
              </div>
            </div>
          </section>
        ))}
      </>
    )}
  </Layout>
);
