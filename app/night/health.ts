/**
 * What is wrong tonight, told by comparing each paper with its own last nights. Pure: (nights before, tonight)
 * -> findings. Comparison begins with a paper's 7th night; what needs none (a dry source, an unknown layout, a
 * date in the future, a paper that did not finish) is found from the first.
 */
import type { OutcomeCode } from '../../core/outcomes.ts';
import { type Example, FIELD_NAMES, type Field, type FieldFigures } from './figures.ts';
import { atMost } from './odds.ts';
import { daysBefore, weekdayOf } from './window.ts';

export type NightState = 'running' | 'complete' | 'stopped' | 'failed' | 'missed';

export interface CodeFigure {
  readonly count: number;
  /** URL of the first. */
  readonly url: string;
}

/** Made when the night is closed. */
export interface Figures {
  /** Articles stored for the first time, changed, withdrawn by the paper. */
  readonly created: number;
  readonly changed: number;
  readonly withdrawn: number;
  /** Of `created`: read without a layout of the paper's. */
  readonly generic: number;
  readonly fields: FieldFigures;
  /** What went wrong tonight and is not right yet. */
  readonly codes: Readonly<Partial<Record<OutcomeCode, CodeFigure>>>;
}

/** One paper's night. */
export interface PaperNight {
  readonly day: string;
  readonly newspaper: string;
  readonly state: NightState;
  readonly message: string | null;
  /** Null where the night was never closed. */
  readonly figures: Figures | null;
  /** Flags of its findings (flagOf): nights that are no measure for later ones. */
  readonly flags: readonly string[];
}

export type FindingKind =
  | 'most-low'
  | 'missed'
  | 'not-finished'
  | 'failed'
  | 'refused'
  | 'discovery-dry'
  | 'bad-feed'
  | 'blocked'
  | 'layout-unknown'
  | 'future-date'
  | 'volume-low'
  | 'volume-high'
  | 'fill';

export interface Finding {
  readonly kind: FindingKind;
  /** Null for `most-low`, which is about all of them. */
  readonly newspaper: string | null;
  readonly field: Field | null;
  /** `fill`: share of articles, 0..1; others: how many. Null where nothing is counted. */
  readonly tonight: number | null;
  readonly usual: number | null;
  /** How many articles, pages or papers were looked at tonight. */
  readonly of: number | null;
  /** The first night in a row that has it. */
  readonly since: string;
  /** The last article before it that was right, and the first of tonight that is not. */
  readonly good: Example | null;
  readonly bad: Example | null;
  readonly message: string | null;
}

export interface Judgement {
  readonly findings: readonly Finding[];
  /** Papers whose nights are still too few to compare with. */
  readonly learning: readonly string[];
  /** What each paper's row of tonight is to keep: newspaper -> flags, also of what `most-low` sums up. */
  readonly flags: ReadonlyMap<string, readonly string[]>;
}

/** A paper's 7th night is the first that is compared. */
export const LEARNING_NIGHTS = 6;
/** How far back nights are a measure. */
export const MEASURED_DAYS = 28;
/** So many nights of the same weekday make a measure of a field; with fewer all nights do. */
const WEEKDAYS_NEEDED = 2;
/** With 80 papers and 7 fields a night, chance alone speaks about once in five years. */
const CHANCE = 1e-6;
/** A smaller loss is not worth a line, however sure. */
const LOSS = 0.15;
/** A paper with fewer articles a night has no volume to speak of. */
const VOLUME_NEEDED = 5;

/** Kinds beside which a low volume says nothing new. */
const SILENCED: ReadonlySet<FindingKind> = new Set(['refused', 'discovery-dry']);
/** A night on which the paper could give nothing is no measure of volume. */
const NO_VOLUME: ReadonlySet<string> = SILENCED;

/** What a finding leaves in its night's row. */
export const flagOf = ({ kind, field }: Pick<Finding, 'kind' | 'field'>) =>
  field === null ? kind : `${kind}:${field}`;

/**
 * @param before nights of any paper, in any order; those older than 28 days are not looked at
 * @param tonight one for each paper that was due
 */
export function judge(before: readonly PaperNight[], tonight: readonly PaperNight[]): Judgement {
  const learning: string[] = [];
  const findings: Finding[] = [];
  let compared = 0;
  for (const night of tonight) {
    const oldest = daysBefore(night.day, MEASURED_DAYS);
    const past = before
      .filter(
        ({ newspaper, day }) => newspaper === night.newspaper && day < night.day && day >= oldest,
      )
      .toSorted((a, b) => (a.day < b.day ? 1 : -1));
    findings.push(...absolute(night, past));
    const measure = past.filter(({ state, figures }) => state === 'complete' && figures !== null);
    if (measure.length < LEARNING_NIGHTS) learning.push(night.newspaper);
    else {
      compared += 1;
      findings.push(...volume(night, past, measure), ...fill(night, past, measure));
    }
  }
  const flags = new Map(
    tonight.map(({ newspaper }) => [
      newspaper,
      findings.filter((one) => one.newspaper === newspaper).map(flagOf),
    ]),
  );
  const news = findings.filter(isNews(findings));
  return { findings: joined(news, mostLow(findings, compared), tonight), learning, flags };
}

/** A paper that refuses, or whose sources have run dry, brings nothing: that needs no second line. */
function isNews(all: readonly Finding[]): (one: Finding) => boolean {
  const told = new Set(all.flatMap((one) => (SILENCED.has(one.kind) ? (one.newspaper ?? []) : [])));
  return ({ kind, newspaper }) => kind !== 'volume-low' || !told.has(newspaper ?? '');
}

/** More than half of the papers that could be compared; null where they are fewer. */
function mostLow(findings: readonly Finding[], compared: number) {
  const low = findings.filter(({ kind }) => kind === 'volume-low');
  return low.length * 2 > compared ? { low, compared } : null;
}

/** More than half of the papers low: one line instead of many (Tết, a holiday, our own line down). */
function joined(
  findings: readonly Finding[],
  most: ReturnType<typeof mostLow>,
  tonight: readonly PaperNight[],
): readonly Finding[] {
  const day = tonight[0]?.day;
  if (day === undefined || most === null) return findings;
  const { low, compared } = most;
  const one: Finding = {
    ...blank('most-low', null, day),
    tonight: low.length,
    of: compared,
    since: low.map(({ since }) => since).toSorted()[0] ?? day,
    message: low.map(({ newspaper }) => newspaper).join(', '),
  };
  return [one, ...findings.filter(({ kind }) => kind !== 'volume-low')];
}

const blank = (kind: FindingKind, newspaper: string | null, day: string): Finding => ({
  kind,
  newspaper,
  field: null,
  tonight: null,
  usual: null,
  of: null,
  since: day,
  good: null,
  bad: null,
  message: null,
});

/** @param past the newest first */
function sinceWhen(day: string, flag: string, past: readonly PaperNight[]): string {
  let since = day;
  for (const night of past) {
    if (!night.flags.includes(flag)) break;
    since = night.day;
  }
  return since;
}

const STATES: Readonly<Partial<Record<NightState, FindingKind>>> = {
  missed: 'missed',
  running: 'not-finished',
  stopped: 'not-finished',
  failed: 'failed',
};

function absolute(night: PaperNight, past: readonly PaperNight[]): readonly Finding[] {
  const { newspaper, day, state, message, figures } = night;
  const found: Finding[] = [];
  const say = (kind: FindingKind, more: Partial<Finding> = {}) =>
    found.push({
      ...blank(kind, newspaper, day),
      since: sinceWhen(day, kind, past),
      ...more,
    });
  const ended = STATES[state];
  if (ended) say(ended, { message });
  // A complete run has something to tell only where robots.txt refuses.
  else if (message !== null) say('refused', { message });
  if (figures === null) return found;
  const seen = (kind: FindingKind, code: OutcomeCode, least: number) => {
    const one = figures.codes[code];
    if (!one || one.count < least) return;
    say(kind, { tonight: one.count, bad: { id: '', url: one.url, headline: null } });
  };
  seen('discovery-dry', 'discovery-dry', 1);
  seen('bad-feed', 'bad-feed', 1);
  seen('blocked', 'blocked', 1);
  seen('future-date', 'future-date', 1);
  // One strange page a night is a paper's daily life; a tenth of a night is a layout that has changed.
  seen('layout-unknown', 'layout-unknown', Math.max(2, Math.ceil(figures.created / 10)));
  return found;
}

/**
 * Nights that are a measure for tonight's: of the same weekday where there are enough. Where last night had the
 * flag, what goes on is no measure of itself: nights with it are left out. Where it had not, they stay in, so that
 * what happens every Sunday becomes a Sunday's ordinary.
 */
function alike(
  night: PaperNight,
  past: readonly PaperNight[],
  measure: readonly PaperNight[],
  flag: string,
  weekdays: number,
): { readonly nights: readonly PaperNight[]; readonly sameWeekday: boolean } {
  const goesOn = past[0]?.flags.includes(flag) ?? false;
  const sound = goesOn ? measure.filter(({ flags }) => !flags.includes(flag)) : measure;
  // Four weeks of nothing else are the new ordinary.
  const some = sound.length > 0 ? sound : measure;
  const weekday = weekdayOf(night.day);
  const same = some.filter(({ day }) => weekdayOf(day) === weekday);
  const sameWeekday = same.length >= weekdays;
  return { nights: sameWeekday ? same : some, sameWeekday };
}

function volume(
  night: PaperNight,
  past: readonly PaperNight[],
  measure: readonly PaperNight[],
): readonly Finding[] {
  const { newspaper, day, figures } = night;
  if (night.state !== 'complete' || figures === null) return [];
  const sound = measure.filter(({ flags }) => !flags.some((flag) => NO_VOLUME.has(flag)));
  const counted = sound.length > 0 ? sound : measure;
  const { nights, sameWeekday } = alike(night, past, counted, 'volume-low', 1);
  const countsOf = (some: readonly PaperNight[]) => some.map((one) => one.figures?.created ?? 0);
  const usual = median(countsOf(nights));
  const tonight = figures.created;
  if (usual < VOLUME_NEEDED && tonight < VOLUME_NEEDED * 4) return [];
  // One or two nights of the weekday may have been strange themselves: each of them must be left behind, and the
  // ordinary night of any day.
  const ordinary = median(countsOf(counted));
  const few = sameWeekday && nights.length < 3 ? [...countsOf(nights), ordinary] : [];
  const least = Math.min(usual, ...few);
  const most = Math.max(usual, ordinary, ...few);
  const factor = sameWeekday ? 2 : 5;
  const spread = (of: number) => Math.sqrt(Math.max(of, VOLUME_NEEDED));
  const low = tonight < least / factor && least - tonight > 2 * spread(least);
  // After nights that brought little the next one brings what they left.
  const before = past[0];
  const high =
    before?.state === 'complete' &&
    before.day === daysBefore(day, 1) &&
    !before.flags.some((flag) => flag === 'volume-low' || NO_VOLUME.has(flag)) &&
    tonight > most * factor &&
    tonight - most > 4 * spread(most);
  if (!low && !high) return [];
  const kind = low ? 'volume-low' : 'volume-high';
  const since = sinceWhen(day, kind, past);
  return [{ ...blank(kind, newspaper, day), tonight, usual, since }];
}

function fill(
  night: PaperNight,
  past: readonly PaperNight[],
  measure: readonly PaperNight[],
): readonly Finding[] {
  const { newspaper, day, figures } = night;
  if (figures === null || figures.created === 0) return [];
  return FIELD_NAMES.flatMap((field) => {
    const flag = flagOf({ kind: 'fill', field });
    const { nights } = alike(night, past, measure, flag, WEEKDAYS_NEEDED);
    const all = nights.reduce((sum, one) => sum + (one.figures?.created ?? 0), 0);
    const filled = nights.reduce((sum, one) => sum + (one.figures?.fields[field].filled ?? 0), 0);
    if (all === 0) return [];
    const usual = filled / all;
    const tonight = figures.fields[field].filled / figures.created;
    if (usual - tonight < LOSS) return [];
    // Never quite all nor none, and as low as so few nights allow.
    const smooth = (filled + 1) / (all + 2);
    const sure = smooth - Math.sqrt((smooth * (1 - smooth)) / (all + 2));
    if (atMost(figures.fields[field].filled, figures.created, sure) > CHANCE) return [];
    const since = sinceWhen(day, flag, past);
    return [
      {
        ...blank('fill', newspaper, day),
        field,
        tonight,
        usual,
        of: figures.created,
        since,
        good: lastGood(past, field, flag) ?? figures.fields[field].good,
        bad: firstBad(past, field, since) ?? figures.fields[field].bad,
      },
    ];
  });
}

function lastGood(past: readonly PaperNight[], field: Field, flag: string): Example | null {
  const night = past.find(
    ({ figures, flags }) => !flags.includes(flag) && figures?.fields[field].good,
  );
  return night?.figures?.fields[field].good ?? null;
}

/** Of the night on which it began. */
function firstBad(past: readonly PaperNight[], field: Field, since: string): Example | null {
  return past.find(({ day }) => day === since)?.figures?.fields[field].bad ?? null;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
