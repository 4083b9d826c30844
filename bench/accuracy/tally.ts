/** Counting: what was found, missed and found wrongly, and of what was found how much has the right value. */

export interface Counts {
  right: number;
  missed: number;
  wrong: number;
}

export interface Failure {
  readonly id: string;
  readonly measure: Measure;
  readonly message: string;
}

/** Spans are scored by precision and recall, the others as a share of what was matched. */
export const MEASURES = [
  { name: 'quotes', goal: 0.95, how: 'f1' },
  { name: 'quotes: speaker', goal: 0.93, how: 'share' },
  { name: 'quotes: mention', goal: null, how: 'share' },
  { name: 'quotes: office', goal: 0.9, how: 'share' },
  { name: 'quotes: official', goal: null, how: 'share' },
  { name: 'quotes: verb', goal: null, how: 'share' },
  { name: 'dates', goal: 0.95, how: 'f1' },
  { name: 'dates: days', goal: 0.95, how: 'share' },
  { name: 'dates: flags', goal: null, how: 'share' },
  { name: 'places', goal: 0.95, how: 'f1' },
  { name: 'places: path', goal: 0.93, how: 'share' },
  { name: 'main place', goal: 0.9, how: 'share' },
  { name: 'main place: or another defensible', goal: null, how: 'share' },
  { name: 'main place: any', goal: null, how: 'share' },
  { name: 'conferences', goal: 0.9, how: 'f1' },
  { name: 'conferences: kind', goal: null, how: 'share' },
  { name: 'conferences: organiser', goal: 0.85, how: 'share' },
  { name: 'conferences: status', goal: 0.92, how: 'share' },
  { name: 'conferences: level', goal: null, how: 'share' },
  { name: 'conferences: date', goal: null, how: 'share' },
  { name: 'conferences: joined', goal: null, how: 'f1' },
] as const;
export type Measure = (typeof MEASURES)[number]['name'];

export interface Tally {
  articles: number;
  readonly counts: Map<Measure, Counts>;
  readonly failures: Failure[];
}

export const emptyTally = (): Tally => ({ articles: 0, counts: new Map(), failures: [] });

function countsOf(tally: Tally, measure: Measure): Counts {
  const known = tally.counts.get(measure);
  if (known) return known;
  const fresh = { right: 0, missed: 0, wrong: 0 };
  tally.counts.set(measure, fresh);
  return fresh;
}

/** One article's way of counting into a tally. */
export interface Score {
  right(measure: Measure): void;
  missed(measure: Measure, message: string): void;
  wrong(measure: Measure, message: string): void;
  /** A value of something matched: right, or wrong with a message. */
  value(measure: Measure, right: boolean, message: () => string): void;
}

export function scoreInto(tally: Tally, id: string): Score {
  const fail = (measure: Measure, message: string) => tally.failures.push({ id, measure, message });
  return {
    right: (measure) => {
      countsOf(tally, measure).right += 1;
    },
    missed: (measure, message) => {
      countsOf(tally, measure).missed += 1;
      fail(measure, `missed ${message}`);
    },
    wrong: (measure, message) => {
      countsOf(tally, measure).wrong += 1;
      fail(measure, `wrong ${message}`);
    },
    value: (measure, right, message) => {
      const counts = countsOf(tally, measure);
      if (right) counts.right += 1;
      else {
        counts.missed += 1;
        fail(measure, message());
      }
    },
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

export function precision({ right, wrong }: Counts): number {
  return share(right, right + wrong);
}

export function recall({ right, missed }: Counts): number {
  return share(right, right + missed);
}

/** 1 where there was nothing to find and nothing was found. */
export function f1({ right, missed, wrong }: Counts): number {
  return share(2 * right, 2 * right + missed + wrong);
}
