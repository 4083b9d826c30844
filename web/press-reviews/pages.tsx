/** Press reviews: the list, the page to edit one, and the small form that puts articles into one. */
import type { FC } from 'hono/jsx';
import { REVIEW_FORMS, type ReviewForm } from '../../app/press-review/forms.ts';
import { type ItemState, MAX_ITEMS, type OpenedReview } from '../../app/press-review/reviews.ts';
import { vietnamTime } from '../../core/clock.ts';
import { msg, type Plain, rich, t } from '../../i18n/text.ts';
import { allItems } from '../../press-review/edit.ts';
import { type Conflict, type Fields, fieldsOf } from '../../press-review/fields.ts';
import type { Item, PressReview, Section, Tone } from '../../press-review/review.ts';
import { lastPeriods, period, source } from '../../press-review/words.ts';
import { Layout } from '../pages/layout.tsx';
import { Who } from '../pages/who.tsx';
import { printedUtc } from '../text.tsx';
import {
  ACTION,
  ARTICLE,
  BASE,
  CONFERENCE,
  GATHER,
  NEW,
  NEW_SECTION,
  PERIOD,
  SEARCH,
  TARGET,
  VERSION,
  WHO,
} from './form.ts';

const FORM_NAMES: Readonly<Record<ReviewForm, Plain>> = {
  docx: msg('Word (.docx)'),
  xlsx: msg('Excel (.xlsx)'),
  html: msg('Trang in'),
  md: msg('Markdown'),
  csv: msg('CSV'),
  jsonl: msg('JSONL'),
};

const LETTERHEADS = {
  none: msg('không có'),
  state: msg('cơ quan nhà nước (Quốc hiệu)'),
  party: msg('cơ quan Đảng'),
} as const;

const SHOWN = {
  both: msg('tóm tắt và trích dẫn'),
  summary: msg('chỉ tóm tắt'),
  quotes: msg('chỉ trích dẫn nguyên văn'),
} as const;

/** Words of the document. Offered while typing, beside those that stand in the review already: one field, one name. */
const USUAL_FIELDS = [
  'Kinh tế',
  'Nông nghiệp, nông thôn',
  'Văn hóa, xã hội',
  'Giáo dục',
  'Y tế',
  'Xây dựng Đảng, chính quyền',
  'Quốc phòng, an ninh',
  'Pháp luật',
  'Môi trường',
] as const;
/** The document's own words are in press-review/words.ts, always Vietnamese. */
const TONE_NAMES = {
  positive: msg('Tích cực'),
  neutral: msg('Trung tính'),
  negative: msg('Tiêu cực'),
} as const satisfies Record<Tone, Plain>;

const named = (names: Readonly<Record<string, Plain>>) =>
  Object.entries(names).map(([value, words]) => [value, t(words)] as const);

const FIELD_LIST = 'cac-linh-vuc';

const Downloads: FC<{ id: string }> = ({ id }) => (
  <>
    {REVIEW_FORMS.map((form, i) => (
      <>
        {i > 0 ? ' · ' : ''}
        <a href={`${BASE}/${id}/tai/${form}`}>{t(FORM_NAMES[form])}</a>
      </>
    ))}
  </>
);

export const ReviewsPage: FC<{
  items: readonly OpenedReview[];
  next: string | null;
  now: Date;
  editable: boolean;
}> = ({ items, next, now, editable }) => {
  const today = vietnamTime(now).slice(0, 10);
  return (
    <Layout title={t('Điểm báo')} tab="reviews">
      <h1>{t('Bản điểm báo')}</h1>
      {items.length === 0 ? (
        <p class="note">
          {t(
            'Chưa có bản điểm báo nào. Lập một bản ở dưới, rồi đưa bài vào từ trang bài viết, trang hội nghị hoặc trang tìm.',
          )}
        </p>
      ) : (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('Bản')}</th>
                <th scope="col">{t('Tin, bài')}</th>
                <th scope="col">{t('Ghi lần cuối')}</th>
                <th scope="col">{t('Tải về')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ id, review, savedAt, savedBy }) => (
                <tr>
                  <td>
                    <a href={`${BASE}/${id}`} lang="vi">
                      {review.title} – {period(review)}
                    </a>
                  </td>
                  <td>{allItems(review).length}</td>
                  <td>
                    {printedUtc(savedAt)}, {savedBy}
                  </td>
                  <td>
                    <Downloads id={id} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next ? (
        <p class="pager">
          <a href={next}>{t('Cũ hơn')}</a>
        </p>
      ) : null}
      {editable ? (
        <form method="post" action={BASE} class="filters">
          <h2>{t('Lập bản mới')}</h2>
          <label>
            {t('Loại')}{' '}
            <select name="loai">
              <option value="daily">{t('điểm báo ngày')}</option>
              <option value="periodic">{t('điểm báo kỳ (tuần, tháng, quý)')}</option>
            </select>
          </label>
          <label>
            {t('Từ ngày')} <input type="date" name="tu" value={today} required />
          </label>
          <label>
            {t('Đến ngày')} <input type="date" name="den" value={today} required />
          </label>
          <Who name={WHO} known={items[0]?.savedBy ?? null} />
          <button type="submit">{t('Lập bản mới')}</button>
          <p>
            {t('Hoặc lập ngay bản kỳ:')}{' '}
            {Object.entries(lastPeriods(today)).map(([name, days]) => (
              <>
                <button type="submit" name={PERIOD} value={name} lang="vi">
                  {period(days)}
                </button>{' '}
              </>
            ))}
          </p>
        </form>
      ) : null}
    </Layout>
  );
};

interface Editing {
  readonly fields: Fields;
  readonly sections: readonly Section[];
}

const Line: FC<{
  of: Editing;
  name: string;
  label: string;
  type?: string;
  required?: boolean;
  list?: string;
}> = ({ of, name, label, type = 'text', required = false, list }) => (
  <label>
    {label}{' '}
    <input
      name={name}
      type={type}
      value={of.fields[name] ?? ''}
      required={required}
      maxlength={500}
      list={list}
    />
  </label>
);

const Choice: FC<{
  of: Editing;
  name: string;
  label: string;
  options: readonly (readonly [value: string, words: string])[];
}> = ({ of, name, label, options }) => (
  <label>
    {label}{' '}
    <select name={name}>
      {options.map(([value, words]) => (
        <option value={value} selected={(of.fields[name] ?? '') === value}>
          {words}
        </option>
      ))}
    </select>
  </label>
);

const Prose: FC<{ of: Editing; name: string; label: string; rows: number }> = ({
  of,
  name,
  label,
  rows,
}) => (
  <label class="wide">
    {label}
    <textarea name={name} rows={rows} maxlength={50_000}>
      {/* A browser drops the first line end of a textarea. */}
      {`\n${of.fields[name] ?? ''}`}
    </textarea>
  </label>
);

const Button: FC<{ action: string; text: string; label: string }> = ({ action, text, label }) => (
  <button type="submit" name={ACTION} value={action} aria-label={label} title={label}>
    {text}
  </button>
);

const fieldNames = (review: PressReview): readonly string[] => [
  ...new Set([...allItems(review).flatMap(({ field }) => field ?? []), ...USUAL_FIELDS]),
];

/** What a person should look at again before it is printed. */
const ItemNotes: FC<{ item: Item; state: ItemState | undefined }> = ({ item, state }) => (
  <>
    {state?.withdrawnAt ? (
      <p class="note withdrawn">
        {t('Bài đã bị gỡ khỏi trang báo (thấy lúc {moment}).', {
          moment: printedUtc(state.withdrawnAt),
        })}
      </p>
    ) : null}
    {state && item.revision !== null && state.revision > item.revision ? (
      <p class="note">
        {t('Báo đã sửa bài sau khi bài được đưa vào đây:')}{' '}
        <a href={`/bai/${item.article}/cac-ban?cu=${item.revision}&moi=${state.revision}`}>
          {t('so bản {former} với bản {later}', {
            former: item.revision,
            later: state.revision,
          })}
        </a>
        . {t('Chữ dưới đây là của bản {revision}.', { revision: item.revision })}
      </p>
    ) : null}
  </>
);

const ItemFields: FC<{
  of: Editing;
  item: Item;
  section: Section;
  state: ItemState | undefined;
}> = ({ of, item, section, state }) => {
  const name = (part: string) => `bai.${item.id}.${part}`;
  return (
    <fieldset class="item" id={`bai-${item.id}`}>
      <legend lang="vi">
        {[item.headline, source({ ...item, reprintedBy: [] })].filter(Boolean).join(' ')}
      </legend>
      <p>
        {item.article ? <a href={`/bai/${item.article}`}>{t('Xem bài')}</a> : null}{' '}
        <Button action={`len:${item.id}`} text="↑" label={t('Lên trên')} />{' '}
        <Button action={`xuong:${item.id}`} text="↓" label={t('Xuống dưới')} />{' '}
        <Button action={`bo:${item.id}`} text={t('Bỏ')} label={t('Bỏ khỏi bản này')} />{' '}
        <label>
          {t('Mục')}{' '}
          <select name={name('muc')}>
            {of.sections.map((one) => (
              <option value={one.id} selected={one.id === section.id}>
                {one.title}
              </option>
            ))}
          </select>
        </label>
      </p>
      <ItemNotes item={item} state={state} />
      <Choice
        of={of}
        name={name('in-ra')}
        label={t('In ra')}
        options={[['', t('như cả bản')], ...named(SHOWN)]}
      />
      <Prose of={of} name={name('tom-tat')} label={t('Tóm tắt')} rows={3} />
      <Prose
        of={of}
        name={name('trich-dan')}
        label={t('Trích dẫn (cách nhau một dòng trống; dòng cuối sau dấu gạch là người nói)')}
        rows={Math.min(10, 1 + (of.fields[name('trich-dan')] ?? '').split('\n').length)}
      />
      <details open={item.remark !== '' || item.tone !== null || item.followUp !== null}>
        <summary>{t('Nhận xét, lĩnh vực, sắc thái, kiểm tra')}</summary>
        <Prose of={of} name={name('nhan-xet')} label={t('Nhận xét')} rows={2} />
        <Line of={of} name={name('linh-vuc')} label={t('Lĩnh vực')} list={FIELD_LIST} />
        <label>
          {t('Sắc thái')}{' '}
          <select name={name('sac-thai')}>
            <option value="">{t('chưa đánh giá')}</option>
            {named(TONE_NAMES).map(([tone, words]) => (
              <option value={tone} selected={of.fields[name('sac-thai')] === tone}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <Line of={of} name={name('kiem-tra')} label={t('Cơ quan kiểm tra')} />
        <Line of={of} name={name('han')} label={t('Hạn##follow-up')} type="date" />
        <Line of={of} name={name('ket-qua')} label={t('Kết quả##follow-up')} />
      </details>
      <details>
        <summary>{t('Tiêu đề, báo, ngày, đường dẫn')}</summary>
        <Line of={of} name={name('tieu-de')} label={t('Tiêu đề')} required />
        <Line of={of} name={name('bao')} label={t('Báo')} />
        <Line of={of} name={name('ngay')} label={t('Ngày đăng')} type="date" />
        <Line of={of} name={name('dang-lai')} label={t('Báo đăng lại (cách nhau dấu chấm phẩy)')} />
        <Line of={of} name={name('duong-dan')} label={t('Đường dẫn')} type="url" />
      </details>
    </fieldset>
  );
};

/** Of each text as the form names it. */
const LABELS: Readonly<Record<string, Plain>> = {
  'tieu-de': msg('Tiêu đề'),
  bao: msg('Báo'),
  ngay: msg('Ngày đăng'),
  'duong-dan': msg('Đường dẫn'),
  'dang-lai': msg('Báo đăng lại'),
  'tom-tat': msg('Tóm tắt'),
  'trich-dan': msg('Trích dẫn'),
  'nhan-xet': msg('Nhận xét'),
  'linh-vuc': msg('Lĩnh vực'),
  'sac-thai': msg('Sắc thái'),
  'kiem-tra': msg('Cơ quan kiểm tra'),
  han: msg('Hạn##follow-up'),
  'ket-qua': msg('Kết quả##follow-up'),
  muc: msg('Mục'),
  ten: msg('Tên mục'),
  'theo-linh-vuc': msg('Cách xếp trong mục'),
  'in-ra': msg('In ra'),
  tu: msg('Từ ngày'),
  den: msg('Đến ngày'),
  'ngay-ky': msg('Ngày ký'),
  'mau-dau': msg('Mẫu đầu trang'),
  'co-quan-tren': msg('Cơ quan cấp trên'),
  'co-quan': msg('Cơ quan'),
  so: msg('Số, ký hiệu'),
  'dia-danh': msg('Địa danh##letterhead'),
  'noi-nhan': msg('Nơi nhận'),
  'nguoi-ky': msg('Người ký'),
  'chuc-vu-ky': msg('Chức vụ người ký'),
};

function labelOf(name: string): string {
  const label = Object.hasOwn(LABELS, name) ? LABELS[name] : undefined;
  return label === undefined ? name : t(label);
}

/** "Nhận xét của bài “…”": a text as a person would call it. */
function fieldLabel(name: string, review: PressReview): string {
  const [, kind, id = '', part = ''] = /^(bai|muc)\.(.+)\.([\w-]+)$/.exec(name) ?? [];
  if (kind === 'bai') {
    const headline = allItems(review).find((one) => one.id === id)?.headline ?? id;
    return t('{field} của bài “{headline}”', { field: labelOf(part), headline });
  }
  if (kind === 'muc') {
    const title = review.sections.find((one) => one.id === id)?.title ?? id;
    return t('{field} của mục “{title}”', { field: labelOf(part), title });
  }
  return labelOf(name);
}

const Conflicts: FC<{
  conflicts: readonly Conflict[];
  by: string;
  review: PressReview;
}> = ({ conflicts, by, review }) =>
  conflicts.length === 0 ? null : (
    <div class="note" role="alert">
      <p>
        {t(
          'Trong lúc bạn sửa, {by} đã ghi {n} chỗ bạn cũng sửa. Chưa ghi gì: biểu mẫu dưới đây có chữ của bạn; chữ của người kia ở ngay đây. Chọn rồi bấm Ghi lại.',
          { by, n: conflicts.length },
        )}
      </p>
      <dl>
        {conflicts.map(({ name, theirs }) => (
          <>
            <dt>{fieldLabel(name, review)}</dt>
            <dd class="pre" lang="vi">
              {theirs === '' ? t('(để trống)') : theirs}
            </dd>
          </>
        ))}
      </dl>
    </div>
  );

/** An item that one took out while another changed it: it stays. */
export interface KeptItem {
  readonly headline: string;
  readonly by: string;
  readonly was: 'out' | 'changed';
}

const Kept: FC<{ kept: readonly KeptItem[] }> = ({ kept }) =>
  kept.length === 0 ? null : (
    <div class="note" role="alert">
      {kept.map(({ headline, by, was }) => (
        <p>
          {was === 'out'
            ? t(
                'Trong lúc bạn sửa, {by} đã bỏ bài “{headline}”. Bài được giữ lại với chữ của bạn; không cần nữa thì bấm Bỏ.',
                { by, headline },
              )
            : t(
                'Trong lúc bạn xem, {by} đã sửa bài “{headline}” nên chưa bỏ. Xem lại, vẫn muốn bỏ thì bấm Bỏ lần nữa.',
                { by, headline },
              )}
        </p>
      ))}
    </div>
  );

export const ReviewPage: FC<{
  opened: OpenedReview;
  /** Texts of the form where they are not those of the review: what a conflict left. */
  fields?: Fields;
  conflicts?: readonly Conflict[];
  kept?: readonly KeptItem[];
  /** By article. */
  states: ReadonlyMap<string, ItemState>;
  editable: boolean;
}> = ({ opened, fields, conflicts = [], kept = [], states, editable }) => {
  const { id, review, version, savedAt, savedBy } = opened;
  const of: Editing = { fields: fields ?? fieldsOf(review), sections: review.sections };
  return (
    <Layout title={`${review.title} – ${period(review)}`} tab="reviews">
      <h1 lang="vi">
        {review.title} – {period(review)}
      </h1>
      <p class="meta">
        {t('Bản ghi thứ {version}', { version })}, {printedUtc(savedAt)}, {savedBy} ·{' '}
        <Downloads id={id} />
      </p>
      <Conflicts conflicts={conflicts} by={savedBy} review={review} />
      <Kept kept={kept} />
      {editable ? (
        <form method="post" action={`${BASE}/${id}`} class="review" enctype="multipart/form-data">
          <datalist id={FIELD_LIST}>
            {fieldNames(review).map((field) => (
              <option value={field} />
            ))}
          </datalist>
          <input type="hidden" name={VERSION} value={String(version)} />
          <p class="save">
            <Who name={WHO} /> {/* The first button is what Enter presses. */}
            <button type="submit" name={ACTION} value="luu">
              {t('Ghi lại')}
            </button>
          </p>
          {review.form === 'periodic' ? (
            <p>
              <Button
                action={GATHER}
                text={t('Đưa vào tin, bài của các bản ngày trong kỳ')}
                label={t(
                  'Lĩnh vực, sắc thái, nhận xét đã đặt ở bản ngày được giữ; bài đã có thì thôi',
                )}
              />
            </p>
          ) : null}
          {review.sections.map((section) => (
            <section>
              <h2>
                <Line of={of} name={`muc.${section.id}.ten`} label={t('Mục')} required />{' '}
                <Button action={`muc-len:${section.id}`} text="↑" label={t('Đưa mục lên')} />{' '}
                <Button action={`muc-xuong:${section.id}`} text="↓" label={t('Đưa mục xuống')} />{' '}
                <Button
                  action={`muc-bo:${section.id}`}
                  text={t('Bỏ mục')}
                  label={t('Bỏ mục, giữ bài')}
                />
              </h2>
              <Choice
                of={of}
                name={`muc.${section.id}.theo-linh-vuc`}
                label={t('Trong mục, xếp')}
                options={[
                  ['', t('theo thứ tự dưới đây')],
                  ['1', t('theo lĩnh vực')],
                ]}
              />
              {section.items.length === 0 ? <p class="meta">{t('Chưa có tin, bài.')}</p> : null}
              {section.items.map((item) => (
                <ItemFields
                  of={of}
                  item={item}
                  section={section}
                  state={item.article ? states.get(item.article) : undefined}
                />
              ))}
            </section>
          ))}
          <p>
            <label>
              {t('Mục mới')} <input name={NEW_SECTION} maxlength={500} />
            </label>{' '}
            <Button action="muc-them" text={t('Thêm mục')} label={t('Thêm mục')} />
          </p>
          <details>
            <summary>{t('Tiêu đề, ngày, mẫu đầu trang, nơi nhận, người ký, in gì')}</summary>
            <Line of={of} name="tieu-de" label={t('Tiêu đề')} required />
            <Line of={of} name="tu" label={t('Từ ngày')} type="date" required />
            <Line of={of} name="den" label={t('Đến ngày')} type="date" required />
            <Choice of={of} name="in-ra" label={t('Mỗi bài in ra')} options={named(SHOWN)} />
            <Line of={of} name="ngay-ky" label={t('Ngày ký')} type="date" required />
            <label>
              {t('Mẫu đầu trang')}{' '}
              <select name="mau-dau">
                {named(LETTERHEADS).map(([form, words]) => (
                  <option value={form} selected={of.fields['mau-dau'] === form}>
                    {words}
                  </option>
                ))}
              </select>
            </label>
            <Line of={of} name="co-quan-tren" label={t('Cơ quan cấp trên')} />
            <Line of={of} name="co-quan" label={t('Cơ quan')} />
            <Line of={of} name="so" label={t('Số, ký hiệu')} />
            <Line of={of} name="dia-danh" label={t('Địa danh##letterhead')} />
            <Prose of={of} name="noi-nhan" label={t('Nơi nhận (mỗi dòng một nơi)')} rows={3} />
            <Line of={of} name="chuc-vu-ky" label={t('Chức vụ người ký')} />
            <Line of={of} name="nguoi-ky" label={t('Người ký')} />
          </details>
          <p class="save">
            <button type="submit" name={ACTION} value="luu">
              {t('Ghi lại')}
            </button>
          </p>
        </form>
      ) : null}
      {editable ? (
        <details>
          <summary>{t('Xuất theo mẫu .docx của cơ quan')}</summary>
          <form method="post" action={`${BASE}/${id}/tai/mau`} enctype="multipart/form-data">
            <p>
              {rich('Mẫu là tệp .docx có {content} và, nếu muốn, {others}.', {
                content: <code>{'{{noi_dung}}'}</code>,
                others: (
                  <code>
                    {'{{co_quan}} {{ngay}} {{tieu_de}} {{muc_luc}} {{noi_nhan}} {{nguoi_ky}}'}
                  </code>
                ),
              })}{' '}
              <a href={`${BASE}/mau`}>{t('Tải mẫu để bắt đầu')}</a>
            </p>
            <label>
              {t('Tệp mẫu')} <input type="file" name="mau" accept=".docx" required />
            </label>{' '}
            <button type="submit">{t('Xuất')}</button>
          </form>
        </details>
      ) : null}
      {editable ? (
        <details>
          <summary>{t('Xóa bản này khỏi danh sách')}</summary>
          <form method="post" action={`${BASE}/${id}/xoa`}>
            <Who name={WHO} /> <button type="submit">{t('Xóa')}</button>
          </form>
        </details>
      ) : null}
    </Layout>
  );
};

/** What is put into a review: one article, all of a conference, all that a search finds. */
export type Collected =
  | { readonly type: 'article'; readonly id: string }
  | { readonly type: 'conference'; readonly id: string }
  | { readonly type: 'search'; readonly url: string; readonly total: number };

const COLLECTED = { article: ARTICLE, conference: CONFERENCE, search: SEARCH } as const;

/** What a page needs to offer its articles; null where it may not write. */
export type Collecting = {
  readonly reviews: readonly OpenedReview[];
} | null;

export const AddToReview: FC<{ collected: Collected; collecting: Collecting }> = ({
  collected,
  collecting,
}) => {
  if (collecting === null) return null;
  if (collected.type === 'search' && collected.total > MAX_ITEMS)
    return (
      <p class="meta add-to-review">
        {t('Tìm được {n} bài, một bản điểm báo có tối đa {most} tin, bài.', {
          n: collected.total,
          most: MAX_ITEMS,
        })}{' '}
        {t('Thu hẹp câu hỏi, ví dụ theo ngày hoặc theo báo.')}
      </p>
    );
  return <AddForm collected={collected} {...collecting} />;
};

const AddForm: FC<{ collected: Collected } & NonNullable<Collecting>> = ({
  collected,
  reviews,
}) => (
  <details class="add-to-review">
    <summary>
      {collected.type === 'search'
        ? t('Đưa cả {n} bài vào điểm báo', { n: collected.total })
        : t('Đưa vào điểm báo')}
    </summary>
    <form method="post" action={`${BASE}/them`}>
      <input
        type="hidden"
        name={COLLECTED[collected.type]}
        value={collected.type === 'search' ? collected.url : collected.id}
      />
      <label>
        {t('Vào')}{' '}
        <select name={TARGET} lang="vi">
          {reviews.map(({ id, review }, first) => (
            <optgroup label={`${review.title} – ${period(review)}`}>
              {review.sections.map(({ title }, i) => (
                <option value={`${id}:${i}`} selected={first === 0 && i === 0}>
                  {title}
                </option>
              ))}
            </optgroup>
          ))}
          <option value={NEW}>{t('bản mới của hôm nay')}</option>
        </select>
      </label>{' '}
      <Who name={WHO} known={reviews[0]?.savedBy ?? null} />{' '}
      <button type="submit">{t('Đưa vào')}</button>
    </form>
  </details>
);
