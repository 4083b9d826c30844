/** What is set of the night: when, and where the morning's report goes. */
import { z } from 'zod';
import { lengthOf, minutesOf, type Window } from './window.ts';

export interface NightSettings {
  readonly window: Window;
  /** Minutes after midnight. */
  readonly report: number;
  /** Minutes after midnight of each day sweep; none where it is off. */
  readonly sweeps: readonly number[];
  /** Gets the report as a JSON POST. */
  readonly webhook: string | null;
  readonly smtp: string | null;
  /** E-mail addresses. */
  readonly reportTo: readonly string[];
  /** Gets a GET when the report is made. */
  readonly heartbeat: string | null;
}

/** Shorter, and no paper could be done politely. */
const SHORTEST_MINUTES = 30;

const parts = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** `HH:mm-HH:mm` */
export const nightWindow = z.string().transform((text, context): Window => {
  const [start = null, end = null, more] = text.split('-').map((time) => minutesOf(time.trim()));
  if (start === null || end === null || more !== undefined) {
    context.addIssue({ code: 'custom', message: 'must be HH:mm-HH:mm, as 00:30-05:30' });
    return z.NEVER;
  }
  if (start === end || lengthOf({ start, end }) < SHORTEST_MINUTES) {
    context.addIssue({ code: 'custom', message: `must last ${SHORTEST_MINUTES} minutes or more` });
    return z.NEVER;
  }
  return { start, end };
});

/** `HH:mm` */
export const timeOfDay = z.string().transform((text, context): number => {
  const minutes = minutesOf(text.trim());
  if (minutes !== null) return minutes;
  context.addIssue({ code: 'custom', message: 'must be HH:mm' });
  return z.NEVER;
});

/** `HH:mm,HH:mm`, ascending and without doubles in the end; empty: none. */
export const timesOfDay = z.string().transform((text, context): readonly number[] => {
  const times = parts(text).map(minutesOf);
  if (times.includes(null)) {
    context.addIssue({ code: 'custom', message: 'must be HH:mm separated by commas, or empty' });
    return z.NEVER;
  }
  return [...new Set(times.flatMap((time) => time ?? []))].sort((a, b) => a - b);
});

/** Addresses separated by commas; empty: none. */
export const addresses = z.string().transform((text, context): readonly string[] => {
  const list = parts(text);
  const wrong = list.find((one) => !/^[^\s@<>]+@[^\s@<>]+$/.test(one));
  if (wrong === undefined) return list;
  context.addIssue({ code: 'custom', message: `${wrong} is no e-mail address` });
  return z.NEVER;
});
