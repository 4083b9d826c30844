/** Text with its marks: highlights of a search, findings of the reader. Everything is escaped by JSX. */
import type { FC } from 'hono/jsx';
import type { MarkedText } from '../app/search-answer.ts';
import { vietnamTime } from '../core/clock.ts';
import { day, month } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';

/** Highlighted stretches in <mark>. */
export const Marked: FC<{ text: MarkedText }> = ({ text }) => {
  const parts: unknown[] = [];
  let at = 0;
  for (const { start, end } of text.highlights) {
    parts.push(text.text.slice(at, start), <mark>{text.text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.text.slice(at));
  return <>{parts}</>;
};

export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly kind: 'quote' | 'date' | 'place' | 'person' | 'conference';
  /** Shown when pointed at. */
  readonly title: string;
  /** Where it leads; null for nowhere. */
  readonly href: string | null;
  /** Machine form of a date. */
  readonly datetime?: string | undefined;
}

/**
 * A text with what was read out of it. Findings may overlap in any way: the text is cut at every boundary
 * and each piece carries all the findings over it.
 */
export const Annotated: FC<{ text: string; findings: readonly Finding[] }> = ({
  text,
  findings,
}) => {
  const inside = findings.filter(({ start, end }) => start < end && end <= text.length);
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])];
  cuts.sort((a, b) => a - b);
  const pieces = cuts.slice(1).map((end, i) => {
    const start = cuts[i] ?? 0;
    return {
      text: text.slice(start, end),
      over: inside.filter((one) => one.start <= start && one.end >= end),
    };
  });
  return (
    <>
      {pieces.map((piece) => (
        <Piece text={piece.text} over={piece.over} />
      ))}
    </>
  );
};

const Piece: FC<{ text: string; over: readonly Finding[] }> = ({ text, over }) => {
  if (over.length === 0) return <>{text}</>;
  const title = over.map((one) => one.title).join(' · ');
  const kinds = [...new Set(over.map((one) => one.kind))].join(' ');
  // The shortest finding is the most specific: its link and date win.
  const byLength = [...over].sort((a, b) => a.end - a.start - (b.end - b.start));
  const href = byLength.find((one) => one.href)?.href;
  const datetime = byLength.find((one) => one.datetime)?.datetime;
  const body = datetime ? <time datetime={datetime}>{text}</time> : text;
  return href ? (
    <a class={kinds} title={title} href={href}>
      {body}
    </a>
  ) : (
    <span class={kinds} title={title}>
      {body}
    </span>
  );
};

/** `2023-05-26T08:00:00+07:00` -> "26/5/2023 08:00" at the precision that is known. */
export function printedMoment(
  moment: string | null,
  precision: 'minute' | 'day' | 'month' | null = 'minute',
): string {
  if (!moment) return t('không rõ ngày');
  if (precision === 'month') return t('tháng {month}', { month: month(moment.slice(0, 7)) });
  const date = printedDay(moment.slice(0, 10));
  return precision === 'day' ? date : t('{day} {time}', { day: date, time: moment.slice(11, 16) });
}

/** An instant in UTC, shown in Vietnam's time. */
export function printedUtc(iso: string): string {
  return printedMoment(vietnamTime(new Date(iso)));
}

/** `2023-05-26` -> "26/5/2023". */
export const printedDay = day;

/** First and last day: one where they are equal, "đến …" and "từ …" where one is open. */
export function printedDays(from: string | null, to: string | null): string {
  if (from && to) return from === to ? printedDay(from) : `${printedDay(from)} – ${printedDay(to)}`;
  if (from) return t('từ {day}', { day: printedDay(from) });
  if (to) return t('đến {day}', { day: printedDay(to) });
  return t('không rõ ngày');
}
