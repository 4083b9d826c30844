/** publishedAt and updatedAt: the rules of a layout tried in order, impossible and future dates refused. */
import type { Article } from '../../core/article.ts';
import type { OutcomeCode } from '../../core/outcomes.ts';
import type { DateRule } from '../../newspapers/define.ts';
import { type DateReading, readDate } from './date-forms.ts';
import { type Reading, type RuleInput, readRule, ruleName } from './rules.ts';

/** Clocks of servers differ by some minutes. */
export const FUTURE_TOLERANCE_MS = 10 * 60_000;

export interface DateField {
  readonly at: string | null;
  readonly precision: Article['publishedPrecision'];
  readonly source: string | null;
  /** Why it is null. */
  readonly missing: string | null;
  readonly fault: { readonly code: OutcomeCode; readonly message: string } | null;
}

/**
 * The first rule whose text is a real date decides; where it gives no hour, a later rule may give the hour of
 * the same day. A date later than the fetch is refused and not replaced by another rule's: a page that
 * contradicts itself about its day is not to be trusted with it.
 */
export function readDateField(
  rules: readonly DateRule[],
  input: RuleInput,
  fetchedAt: string,
): DateField {
  let impossible: string | null = null;
  let coarse: Dated | null = null;
  for (const rule of rules) {
    for (const { text, source } of readings(rule, input)) {
      const date = readDate(text, rule.form, fetchedAt);
      if (date === null) continue;
      if (date.kind === 'impossible') {
        impossible ??= `"${text.slice(0, 60)}" (${source}) is no real date`;
      } else if (date.precision === 'minute') {
        if (coarse === null || isWithin(date, coarse.date))
          return judged({ date, source }, fetchedAt);
      } else {
        coarse ??= { date, source };
      }
    }
  }
  if (coarse) return judged(coarse, fetchedAt);
  const fault = impossible === null ? null : ({ code: 'bad-date', message: impossible } as const);
  return {
    at: null,
    precision: null,
    source: null,
    missing: impossible ?? 'no rule found a date',
    fault,
  };
}

type Moment = Extract<DateReading, { kind: 'moment' }>;

interface Dated {
  readonly date: Moment;
  readonly source: string;
}

/** Is the exact date one of the coarse one's day or month? */
function isWithin(exact: Moment, coarse: Moment): boolean {
  const length = coarse.precision === 'month' ? 7 : 10;
  return exact.at.slice(0, length) === coarse.at.slice(0, length);
}

function readings(rule: DateRule, input: RuleInput): readonly Reading[] {
  return readRule(rule, input).map((text) => ({ text, source: ruleName(rule) }));
}

function judged({ date, source }: Dated, fetchedAt: string): DateField {
  if (Date.parse(date.at) > Date.parse(fetchedAt) + FUTURE_TOLERANCE_MS) {
    const message = `${date.at} (${source}) is later than the fetch at ${fetchedAt}`;
    const fault = { code: 'future-date', message } as const;
    return { at: null, precision: null, source: null, missing: message, fault };
  }
  return { at: date.at, precision: date.precision, source, missing: null, fault: null };
}
