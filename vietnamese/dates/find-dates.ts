/** All dates of an article, resolved against its day of publication. */
import { isBirth } from './birth.ts';
import { dayOf, iso } from './calendar.ts';
import { timeAt } from './clock-time.ts';
import { groupAtoms, mergeRepeats, shareYears } from './group.ts';
import { lowerSameLength } from './lower.ts';
import { readGroup, type State } from './mention.ts';
import { readAtoms } from './read.ts';

/** A date as the record holds it: offsets in UTF-16 units, days `YYYY-MM-DD`, null = open or unknown. */
export interface FoundDate {
  paragraph: number;
  start: number;
  end: number;
  text: string;
  edtf: string | null;
  from: string | null;
  to: string | null;
  time: string | null;
  approximate: boolean;
  recurring: boolean;
  birth: boolean;
}

/**
 * Every mention of a date, repeats too, in reading order. Texts must be NFC for offsets to fit the
 * record. `publishedAt` is `YYYY-MM-DD…`; without it, what needs it has null days. Never throws.
 */
export function findDates(
  passages: readonly { readonly paragraph: number; readonly text: string }[],
  context: { readonly publishedAt: string | null },
): FoundDate[] {
  const state: State = { today: dayOf(context.publishedAt), lastDay: null };
  const found: FoundDate[] = [];
  for (const { paragraph, text } of passages) {
    const lower = lowerSameLength(text).replace(/\u00a0/gu, ' ');
    const atoms = shareYears(lower, mergeRepeats(lower, readAtoms(lower, text, state)));
    let floor = 0;
    let weekdayAt = -1;
    for (const group of groupAtoms(lower, atoms)) {
      const first = group.left[0];
      if (first === undefined) continue;
      const recurring =
        group.left.some((atom) => atom.recurring) || (group.right?.recurring ?? false);
      const { start, end, resolved: read } = readGroup(lower, group, floor, recurring, state);
      floor = end;
      // "năm sau đến nay": what ends before it begins has no days.
      const resolved = runsBackwards(read?.days) ? null : read;
      const days = recurring ? null : (resolved?.days ?? null);
      if (days !== null && days.from !== null && days.from === days.to) state.lastDay = days.from;
      // "thứ Tư (17/5)": the bracket says which Wednesday.
      const named = found.at(-1);
      if (named && weekdayAt === named.end && text.slice(named.end, start) === ' (') {
        const same = days?.from != null && days.from === days.to && resolved !== null;
        if (same)
          Object.assign(named, {
            from: dayText(days.from),
            to: dayText(days.to),
            edtf: resolved.edtf,
          });
      }
      weekdayAt = group.right === null && first.value.kind === 'weekday' ? end : -1;
      found.push({
        paragraph,
        start,
        end,
        text: text.slice(start, end),
        edtf: recurring ? null : (resolved?.edtf ?? null),
        from: dayText(days?.from),
        to: dayText(days?.to),
        time: timeAt(lower, start, end),
        approximate: !recurring && (resolved?.approximate ?? false),
        recurring,
        birth: isBirth(lower, start),
      });
    }
  }
  return found;
}

function runsBackwards(
  days: { readonly from: number | null; readonly to: number | null } | null | undefined,
): boolean {
  return days != null && days.from !== null && days.to !== null && days.from > days.to;
}

function dayText(day: number | null | undefined): string | null {
  return day === null || day === undefined ? null : iso(day);
}
