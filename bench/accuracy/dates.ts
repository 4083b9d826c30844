/** Dates: the span to the letter, then the days, then what is said of them. */
import type { Article, Span } from '../../core/article.ts';
import { context, locate, occurrences, overlaps } from './anchors.ts';
import type { GoldDate } from './gold.ts';
import type { Score } from './tally.ts';

export function scoreDates(gold: readonly GoldDate[], article: Article, score: Score): void {
  const found = new Set(article.dates);
  const ignored: Span[] = [];
  for (const wanted of gold) {
    const span = locate(article, wanted);
    if (!span) throw new Error(`date "${wanted.text}" is not in paragraph ${wanted.paragraph}`);
    if (wanted.ignore === true) {
      ignored.push(span);
      continue;
    }
    const spans = acceptable(article, wanted, span);
    const match = [...found].find((date) =>
      spans.some(({ start, end }) => isAt(date, wanted.paragraph, start, end)),
    );
    if (!match) {
      score.missed('dates', context(article, span));
      continue;
    }
    found.delete(match);
    score.right('dates');
    if (wanted.daysUnscored === true) continue;
    const days = (from: string | null, to: string | null, recurring: boolean) =>
      recurring ? 'recurring' : `${from ?? '…'} to ${to ?? '…'}`;
    const expected = days(wanted.from, wanted.to, wanted.recurring === true);
    const got = days(match.from, match.to, match.recurring);
    score.value(
      'dates: days',
      expected === got,
      () => `${context(article, span, 40)}: wanted ${expected}, got ${got}`,
    );
    const flags = (birth: boolean, approximate: boolean) =>
      `${birth ? 'birth' : 'no birth'}, ${approximate ? 'approximate' : 'exact'}`;
    const wantedFlags = flags(wanted.birth === true, wanted.approximate === true);
    const gotFlags = flags(match.birth, match.approximate);
    score.value(
      'dates: flags',
      wantedFlags === gotFlags,
      () => `${context(article, span, 40)}: wanted ${wantedFlags}, got ${gotFlags}`,
    );
  }
  for (const date of found) {
    if (!ignored.some((span) => overlaps(span, date))) score.wrong('dates', context(article, date));
  }
}

/** The gold's span and the others that it calls right too. */
export function acceptable(
  article: Article,
  wanted: { readonly paragraph: number; readonly alternatives?: readonly string[] | undefined },
  span: Span,
): readonly Span[] {
  const others = (wanted.alternatives ?? []).flatMap((text) =>
    occurrences(article, wanted.paragraph, text).filter((other) => overlaps(other, span)),
  );
  return [span, ...others];
}

export function isAt(span: Span, paragraph: number, start: number, end: number): boolean {
  return span.paragraph === paragraph && span.start === start && span.end === end;
}
