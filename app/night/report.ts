/** The morning's report: what the night brought, and what is wrong, as data. */
import { z } from 'zod';
import type { NightRow } from '../../archive/nights-port.ts';
import { vietnamTime } from '../../core/clock.ts';
import { OutcomeCode } from '../../core/outcomes.ts';
import type { FIELD_NAMES } from './figures.ts';
import type { Figures, Judgement, PaperNight } from './health.ts';

const Example = z.object({
  id: z.string(),
  url: z.string().nullable(),
  headline: z.string().nullable(),
});
const FieldFigure = z.object({
  filled: z.int(),
  good: Example.nullable(),
  bad: Example.nullable(),
});
const Field = z.enum(['headline', 'sapo', 'date', 'author', 'body', 'captions', 'section']);

/** As a night's row keeps them. */
const StoredFigures = z.object({
  created: z.int(),
  changed: z.int(),
  withdrawn: z.int(),
  generic: z.int(),
  fields: z.record(Field, FieldFigure),
  codes: z.partialRecord(OutcomeCode, z.object({ count: z.int(), url: z.string() })),
});

/** A row as health reads it; figures of an older form count as none. */
export function paperNight(row: NightRow): PaperNight {
  const { day, newspaper, state, message, flags } = row;
  const figures = StoredFigures.safeParse(row.figures);
  return { day, newspaper, state, message, flags, figures: figures.success ? figures.data : null };
}

const Finding = z.object({
  kind: z.enum([
    'most-low',
    'missed',
    'not-finished',
    'failed',
    'refused',
    'discovery-dry',
    'bad-feed',
    'blocked',
    'layout-unknown',
    'future-date',
    'volume-low',
    'volume-high',
    'fill',
  ]),
  newspaper: z.string().nullable(),
  field: Field.nullable(),
  tonight: z.number().nullable(),
  usual: z.number().nullable(),
  of: z.number().nullable(),
  since: z.string(),
  good: Example.nullable(),
  bad: Example.nullable(),
  message: z.string().nullable(),
});

export const MorningReport = z.object({
  /** The day in Vietnam on which the night ended. */
  day: z.string(),
  /** The window and the report's making, in Vietnam's time. */
  from: z.string(),
  to: z.string(),
  madeAt: z.string(),
  totals: z.object({
    papers: z.int(),
    /** Papers whose night is complete. */
    complete: z.int(),
    created: z.int(),
    changed: z.int(),
    withdrawn: z.int(),
    requests: z.int(),
  }),
  findings: z.array(Finding),
  /** Papers whose nights are too few to compare with. */
  learning: z.array(z.string()),
  papers: z.array(
    z.object({
      newspaper: z.string(),
      state: z.enum(['running', 'complete', 'stopped', 'failed', 'missed']),
      message: z.string().nullable(),
      startedAt: z.string().nullable(),
      finishedAt: z.string().nullable(),
      created: z.int(),
      changed: z.int(),
      withdrawn: z.int(),
      /** Articles that discovery named for the first time. */
      found: z.int(),
      requests: z.int(),
      /** Whole answers although nothing had changed. */
      repeated: z.int(),
      outcomes: z.partialRecord(OutcomeCode, z.int()),
      /** Share of the new articles that have the field; null without new articles. */
      fill: z.record(Field, z.number().nullable()),
    }),
  ),
});
export type MorningReport = z.infer<typeof MorningReport>;

export interface NightFacts {
  readonly day: string;
  readonly start: Date;
  readonly end: Date;
  readonly madeAt: Date;
  readonly rows: readonly NightRow[];
  readonly figures: ReadonlyMap<string, Figures>;
  readonly judgement: Judgement;
}

export function morningReport(facts: NightFacts): MorningReport {
  const local = (iso: string | null) => (iso === null ? null : vietnamTime(new Date(iso)));
  const papers = facts.rows.map((row): MorningReport['papers'][number] => {
    const figures = facts.figures.get(row.newspaper);
    const created = figures?.created ?? 0;
    const share = (field: (typeof FIELD_NAMES)[number]) =>
      figures && created > 0 ? figures.fields[field].filled / created : null;
    return {
      newspaper: row.newspaper,
      state: row.state,
      message: row.message,
      startedAt: local(row.startedAt),
      finishedAt: local(row.finishedAt),
      created,
      changed: figures?.changed ?? 0,
      withdrawn: figures?.withdrawn ?? 0,
      found: row.found,
      requests: row.requests,
      repeated: row.repeated,
      outcomes: row.outcomes,
      fill: {
        headline: share('headline'),
        sapo: share('sapo'),
        date: share('date'),
        author: share('author'),
        body: share('body'),
        captions: share('captions'),
        section: share('section'),
      },
    };
  });
  const sum = (of: (paper: (typeof papers)[number]) => number) =>
    papers.reduce((total, paper) => total + of(paper), 0);
  return {
    day: facts.day,
    from: vietnamTime(facts.start),
    to: vietnamTime(facts.end),
    madeAt: vietnamTime(facts.madeAt),
    totals: {
      papers: papers.length,
      complete: papers.filter(({ state }) => state === 'complete').length,
      created: sum(({ created }) => created),
      changed: sum(({ changed }) => changed),
      withdrawn: sum(({ withdrawn }) => withdrawn),
      requests: sum(({ requests }) => requests),
    },
    findings: [...facts.judgement.findings],
    learning: [...facts.judgement.learning],
    papers,
  };
}
