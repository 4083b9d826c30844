/** What was read out of an article, as lists: each entry leads to its place and can be corrected. */
import type { Child, FC } from 'hono/jsx';
import { printedOffice, printedPath } from '../../app/typed-findings.ts';
import { ConferenceKind, ConferenceLevel, type Quote } from '../../core/article.ts';
import { t } from '../../i18n/text.ts';
import { FIELDS } from '../correction-form.ts';
import { conferenceHref } from '../findings.ts';
import { printedDays } from '../text.tsx';
import { CONFERENCE_KINDS, LEVELS, STATUSES } from '../words.ts';
import { CorrectedNote, type Correcting, CorrectionForm } from './corrections.tsx';

/** Longer lists are cut: a page of ten thousand forms helps nobody. */
const MOST = 200;

const Rest: FC<{ count: number }> = ({ count }) =>
  count > MOST ? <p class="more">{t('và {n} chỗ nữa trong bài', { n: count - MOST })}</p> : null;

const Input: FC<{
  label: string;
  name: string;
  value: string | null | undefined;
  type?: 'text' | 'date';
  list?: string;
}> = ({ label, name, value, type = 'text', list }) => (
  <label>
    {label} <input type={type} name={name} value={value ?? ''} list={list} maxlength={400} />
  </label>
);

const Choice: FC<{
  label: string;
  name: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
}> = ({ label, name, value, options }) => (
  <label>
    {label}{' '}
    <select name={name}>
      {options.map(([one, text]) => (
        <option value={one} selected={one === value}>
          {text}
        </option>
      ))}
    </select>
  </label>
);

/** Values that the browser offers while one types. */
const Offered: FC<{ id: string; values: readonly string[] }> = ({ id, values }) => (
  <datalist id={id}>
    {[...new Set(values)].slice(0, MOST).map((value) => (
      <option value={value} />
    ))}
  </datalist>
);

const PEOPLE = 'ten-nguoi';
const PLACES = 'ten-noi';

const SpeakerForm: FC<{ of: Correcting; quote: Quote }> = ({ of, quote: { speaker, spans } }) => (
  <CorrectionForm of={of} kind="quote" span={spans[0]} title={t('Sửa người nói, chức vụ')}>
    <Input label={t('Người nói')} name={FIELDS.speaker} value={speaker?.name} list={PEOPLE} />
    <label>
      {t('Chức vụ, mỗi dòng một chức vụ')}{' '}
      <textarea name={FIELDS.offices} rows={2} maxlength={3_000}>
        {(speaker?.offices ?? []).map(printedOffice).join('\n')}
      </textarea>
    </label>
    <Choice
      label={t('Giữ chức vụ công')}
      name={FIELDS.official}
      value=""
      options={[
        ['', t('theo chức vụ')],
        ['yes', t('có')],
        ['no', t('không')],
      ]}
    />
  </CorrectionForm>
);

const said = ({ speaker }: Quote): string =>
  [
    [speaker?.rank, speaker?.name ?? speaker?.mention ?? t('Chưa rõ người nói')]
      .filter(Boolean)
      .join(' '),
    ...(speaker && speaker.offices.length > 0
      ? [speaker.offices.map(printedOffice).join('; ')]
      : []),
  ].join(', ');

export const Quotes: FC<Correcting> = (of) => {
  const { article } = of;
  const entry = (quote: Quote, index: number) => (
    <blockquote>
      {quote.text.split('\n').map((part) => (
        <p lang="vi">{part}</p>
      ))}
      <footer>
        {said(quote)} <a href={`#p${quote.spans[0]?.paragraph ?? 1}`}>{t('trong bài')}</a>
        <CorrectedNote of={of} kind="quote" index={index} />
        <SpeakerForm of={of} quote={quote} />
      </footer>
    </blockquote>
  );
  const all = article.quotes.map((quote, index) => ({ quote, index }));
  const direct = all.filter(({ quote }) => quote.direct);
  const reported = all.filter(({ quote }) => !quote.direct);
  return (
    <>
      <Offered id={PEOPLE} values={article.people.flatMap(({ name }) => name ?? [])} />
      {direct.length > 0 ? (
        <section>
          <h2>{t('Ai nói gì')}</h2>
          {direct.slice(0, MOST).map(({ quote, index }) => entry(quote, index))}
          <Rest count={direct.length} />
        </section>
      ) : null}
      {reported.length > 0 ? (
        <details>
          <summary>{t('Lời được thuật lại ({n})', { n: reported.length })}</summary>
          {reported.slice(0, MOST).map(({ quote, index }) => entry(quote, index))}
          <Rest count={reported.length} />
        </details>
      ) : null}
    </>
  );
};

/** A list that opens; `item` is one of its entries. */
function listed<T>(title: string, items: readonly T[], item: (one: T, index: number) => Child) {
  return items.length === 0 ? null : (
    <details>
      <summary>
        {title} ({items.length})
      </summary>
      <ul>
        {items.slice(0, MOST).map((one, index) => (
          <li>{item(one, index)}</li>
        ))}
      </ul>
      <Rest count={items.length} />
    </details>
  );
}

const whereIn = (paragraph: number) => (paragraph > 0 ? `#p${paragraph}` : '#noi-dung');

export const Dates: FC<Correcting> = (of) =>
  listed(t('Thời gian nêu trong bài'), of.article.dates, (date, index) => (
    <>
      <a href={whereIn(date.paragraph)}>{date.text}</a>:{' '}
      {date.recurring ? t('hằng năm') : printedDays(date.from, date.to)}
      {date.approximate ? t(' (khoảng)') : ''}
      <CorrectedNote of={of} kind="date" index={index} />
      <CorrectionForm of={of} kind="date" span={date} title={t('Sửa ngày')}>
        <Input label={t('Từ ngày')} name={FIELDS.from} value={date.from} type="date" />
        <Input label={t('Đến ngày')} name={FIELDS.to} value={date.to} type="date" />
      </CorrectionForm>
    </>
  ));

export const Places: FC<Correcting> = (of) => (
  <>
    <Offered
      id={PLACES}
      values={of.article.places.flatMap(({ path, candidates }) =>
        [path, ...candidates.map((one) => one.path)].map(printedPath).filter(Boolean),
      )}
    />
    {listed(t('Địa danh nêu trong bài'), of.article.places, (place, index) => (
      <>
        <a href={whereIn(place.paragraph)}>{place.text}</a>:{' '}
        {printedPath(place.path) || t('chưa rõ nơi nào')}
        {place.code ? t(' (mã {code})', { code: place.code }) : ''}
        <CorrectedNote of={of} kind="place" index={index} />
        <CorrectionForm of={of} kind="place" span={place} title={t('Sửa nơi')}>
          <Input
            label={t('Tên đơn vị kèm huyện, tỉnh; hoặc mã')}
            name={FIELDS.place}
            value={printedPath(place.path)}
            list={PLACES}
          />
          <label>
            <input type="checkbox" name={FIELDS.everywhere} value="1" />{' '}
            {t('cả những chỗ khác trong bài ghi “{text}” và đang hiểu như thế', {
              text: place.text,
            })}
          </label>
        </CorrectionForm>
      </>
    ))}
  </>
);

export const Conferences: FC<Correcting & { readonly ids: ReadonlyMap<number, string> }> = ({
  ids,
  ...of
}) =>
  listed(t('Hội nghị nêu trong bài'), of.article.conferences, (conference, index) => {
    const { kind, name, organiser, level, date, place, status, evidence } = conference;
    return (
      <>
        <a href={whereIn(evidence[0]?.paragraph ?? 0)}>{name}</a>: {t(CONFERENCE_KINDS[kind])},{' '}
        {organiser ?? t('không nêu đơn vị tổ chức')},{' '}
        {date ? printedDays(date.from, date.to) : t('không rõ ngày')}
        {place ? `, ${printedPath(place.path)}` : ''}, {t(STATUSES[status])}
        {conferenceHref(ids.get(index)) ? (
          <>
            {' '}
            · <a href={conferenceHref(ids.get(index)) ?? ''}>{t('các báo đưa tin hội nghị này')}</a>
          </>
        ) : null}
        <CorrectedNote of={of} kind="conference" index={index} />
        <CorrectionForm of={of} kind="conference" span={evidence[0]} title={t('Sửa hội nghị')}>
          <Choice
            label={t('Loại')}
            name={FIELDS.conferenceKind}
            value={kind}
            options={ConferenceKind.options.map((one) => [one, t(CONFERENCE_KINDS[one])])}
          />
          <Input label={t('Đơn vị tổ chức')} name={FIELDS.organiser} value={organiser} />
          <Choice
            label={t('Cấp')}
            name={FIELDS.level}
            value={level ?? ''}
            options={[
              ['', t('không rõ')],
              ...ConferenceLevel.options.map((one) => [one, t(LEVELS[one])] as const),
            ]}
          />
          <Input label={t('Từ ngày')} name={FIELDS.from} value={date?.from} type="date" />
          <Input label={t('Đến ngày')} name={FIELDS.to} value={date?.to} type="date" />
          <Input
            label={t('Nơi')}
            name={FIELDS.place}
            value={place ? printedPath(place.path) : ''}
            list={PLACES}
          />
          <Choice
            label={t('Tình hình')}
            name={FIELDS.status}
            value={status}
            options={[
              ['held', t(STATUSES.held)],
              ['planned', t(STATUSES.planned)],
            ]}
          />
        </CorrectionForm>
      </>
    );
  });
