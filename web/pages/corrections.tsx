/** Corrections by hand on the article page: the form of each finding, what was corrected, and the way back. */
import type { FC, PropsWithChildren } from 'hono/jsx';
import { seenMark } from '../../app/correct.ts';
import type { Article, Span } from '../../core/article.ts';
import type { ChangeKind, CorrectionState, JudgedCorrection } from '../../core/corrections.ts';
import { msg, type Plain, t } from '../../i18n/text.ts';
import { KIND, MARK, SPAN, WHO, writtenSpan } from '../correction-form.ts';
import { printedChange } from '../printed-change.ts';
import { printedUtc } from '../text.tsx';
import { Who } from './who.tsx';

export interface Correcting {
  readonly article: Article;
  readonly corrections: readonly JudgedCorrection[];
  readonly editable: boolean;
}

/** A form in <details>; nothing where the page does not offer to correct, or nothing can be pointed at. */
export const CorrectionForm: FC<
  PropsWithChildren<{
    of: Correcting;
    kind: ChangeKind;
    span: Span | undefined;
    title: string;
  }>
> = ({ of: { article, corrections, editable }, kind, span, title, children }) =>
  editable && span ? (
    <details class="correct">
      <summary>{title}</summary>
      <form method="post" action={`/bai/${article.id}/sua`}>
        <input type="hidden" name={KIND} value={kind} />
        <input type="hidden" name={SPAN} value={writtenSpan(span)} />
        <input type="hidden" name={MARK} value={seenMark({ article, corrections }, kind, span)} />
        {children}
        <Who name={WHO} label={t('Người sửa')} />
        <button type="submit">{t('Ghi lại')}</button>
      </form>
    </details>
  ) : null;

const TakeBack: FC<{ of: Correcting; correction: JudgedCorrection }> = ({
  of: { article, editable },
  correction,
}) =>
  editable ? (
    <form class="take-back" method="post" action={`/bai/${article.id}/sua/${correction.id}/rut`}>
      <Who name={WHO} label={t('Người sửa')} />
      <button type="submit">{t('Bỏ sửa')}</button>
    </form>
  ) : null;

/** Says of a finding who corrected it and when. */
export const CorrectedNote: FC<{ of: Correcting; kind: ChangeKind; index: number }> = ({
  of: { corrections },
  kind,
  index,
}) => {
  const made = corrections.filter(
    ({ state, change, finding }) =>
      state === 'applied' && change.kind === kind && finding === index,
  );
  return made.length === 0 ? null : (
    <span class="corrected">
      {' '}
      (
      {t('đã sửa: {who}', { who: made.map(({ by, at }) => `${by}, ${printedUtc(at)}`).join('; ') })}
      ) <a href={`#sua-${made.at(-1)?.id}`}>{t('xem')}</a>
    </span>
  );
};

const KINDS: Readonly<Record<ChangeKind, Plain>> = {
  quote: msg('Trích dẫn'),
  date: msg('Thời gian'),
  place: msg('Địa danh'),
  conference: msg('Hội nghị'),
};

const STATES: Readonly<Record<CorrectionState, Plain>> = {
  applied: msg('đang dùng'),
  replaced: msg('đã có lần sửa sau thay'),
  stale: msg('không còn khớp: bài không còn đoạn chữ này'),
  withdrawn: msg('đã bỏ'),
};

/** Everything that was ever corrected, the newest first. */
export const CorrectionHistory: FC<Correcting> = (of) =>
  of.corrections.length === 0 ? null : (
    <section id="sua-tay">
      <h2>{t('Sửa bằng tay')}</h2>
      <ul>
        {of.corrections.toReversed().map((one) => (
          <li id={`sua-${one.id}`} class={one.state === 'applied' ? undefined : 'former'}>
            {t(KINDS[one.change.kind])} “{one.anchor.exact}”: {printedChange({ ...one.change })}
            {one.was
              ? t(' (máy đọc hoặc lần trước: {change})', { change: printedChange(one.was) })
              : ''}
            {one.state === 'applied' && !one.was ? t(' (máy không tìm thấy)') : ''}
            <span class="meta">
              {' '}
              {one.by}, {printedUtc(one.at)}; {t(STATES[one.state])}
              {one.withdrawn ? `: ${one.withdrawn.by}, ${printedUtc(one.withdrawn.at)}` : ''}
            </span>
            {one.withdrawn ? null : <TakeBack of={of} correction={one} />}
          </li>
        ))}
      </ul>
    </section>
  );
