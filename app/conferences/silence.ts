/**
 * Papers without an article on a conference: silent only where their crawl was complete on every day from the
 * conference to three days after; else it is not known, and why.
 */
import type { Archive, Run } from '../../archive/port.ts';
import type { Conference } from '../../core/article.ts';
import { vietnamDay } from '../../core/clock.ts';
import { day as printed } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';

const A_DAY = 86_400_000;
const DAYS_AFTER = 3;
/** A conference that is said to last longer is not known to the day. */
const LONGEST_DAYS = 7;
const BACKFILLS = 10_000;

export type Silence =
  | { readonly state: 'silent' }
  | { readonly state: 'unknown'; readonly reason: string };

const later = (day: string, days: number) =>
  new Date(Date.parse(day) + days * A_DAY).toISOString().slice(0, 10);

function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = later(day, 1)) days.push(day);
  return days;
}

/** First and last day that must be complete; a reason where none can be. */
function windowOf(
  { date, status }: Pick<Conference, 'date' | 'status'>,
  today: string,
): { readonly from: string; readonly to: string } | { readonly reason: string } {
  const from = date?.from ?? date?.to ?? null;
  const last = date?.to ?? from;
  if (from === null || last === null) return { reason: t('không rõ ngày hội nghị') };
  if (later(from, LONGEST_DAYS) <= last) return { reason: t('không rõ hội nghị họp ngày nào') };
  if (status === 'planned' && from > today) return { reason: t('hội nghị chưa diễn ra') };
  const to = later(last, DAYS_AFTER);
  if (to >= today)
    return { reason: t('chưa hết ba ngày sau hội nghị (đến {day})', { day: printed(to) }) };
  return { from, to };
}

/** Why the runs do not show that every day was crawled whole; null where they do. */
function gap(days: readonly string[], runs: readonly Run[]): string | null {
  if (runs.length === 0) return t('không có lần thu thập nào trong những ngày đó');
  const complete = new Set(
    runs.flatMap(({ state, startedAt }) =>
      state === 'complete' ? [vietnamDay(new Date(startedAt))] : [],
    ),
  );
  const missing = days.filter((day) => !complete.has(day));
  return missing.length === 0
    ? null
    : t('thu thập không trọn ngày {days}', { days: missing.map(printed).join(', ') });
}

/** @param newspapers those without an article on it */
export async function silences(
  { runs, backfills }: Pick<Archive, 'runs' | 'backfills'>,
  conference: Pick<Conference, 'date' | 'status'>,
  newspapers: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Silence>> {
  const window = windowOf(conference, vietnamDay(now));
  if ('reason' in window) {
    const unknown: Silence = { state: 'unknown', reason: window.reason };
    return new Map(newspapers.map((id) => [id, unknown]));
  }
  const { from, to } = window;
  const days = daysOf(from, to);
  const instant = (day: string) => new Date(`${day}T00:00:00+07:00`).toISOString();
  const found = await runs.between(instant(from), instant(later(to, 1)));
  const filled = await backfills.list(BACKFILLS, 'complete');
  return new Map(
    newspapers.map((id): [string, Silence] => {
      const whole = filled.some(
        (one) => one.newspaper === id && one.from <= from && one.to >= to && one.left === 0,
      );
      if (whole) return [id, { state: 'silent' }];
      const reason = gap(
        days,
        found.filter(({ newspaper }) => newspaper === id),
      );
      return [id, reason === null ? { state: 'silent' } : { state: 'unknown', reason }];
    }),
  );
}
