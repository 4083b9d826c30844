/** Closing a night: its figures counted, its papers judged, its report made and kept. */
import type { Archive } from '../../archive/port.ts';
import { countFields, type FieldCounter } from './figures.ts';
import { type Figures, judge, MEASURED_DAYS } from './health.ts';
import { type MorningReport, morningReport, paperNight } from './report.ts';
import { daysBefore, type Night } from './window.ts';

type Parts = Pick<Archive, 'nights' | 'articles'>;

const SLICE = 200;

/** What a paper that the night never came to is told by. */
const NEVER_BEGAN = 'it never began';

/**
 * Everything of the night as it is known now; writes nothing. What was stored since the report before belongs to
 * it: sweeps by day too.
 * @param expected ids of the papers that were due
 */
export async function lookAtNight(
  archive: Parts,
  night: Night,
  now: Date,
  expected: readonly string[],
) {
  const { day, start, end } = night;
  const yesterday = await archive.nights.report(daysBefore(day, 1));
  const from = yesterday?.closedAt ?? start.toISOString();
  const to = now.toISOString();
  const known = await archive.nights.list(day, day);
  const begun = new Set(known.map(({ newspaper }) => newspaper));
  const rows = [
    ...known,
    ...expected
      .filter((newspaper) => !begun.has(newspaper))
      .map((newspaper) => ({
        day,
        newspaper,
        startedAt: null,
        finishedAt: null,
        state: 'missed' as const,
        message: NEVER_BEGAN,
        outcomes: {},
        requests: 0,
        stored: 0,
        repeated: 0,
        found: 0,
        figures: null,
        flags: [],
      })),
  ].sort((a, b) => (a.newspaper < b.newspaper ? -1 : 1));
  const figures = await countNight(
    archive,
    from,
    to,
    rows.map(({ newspaper }) => newspaper),
  );
  const before = await archive.nights.list(daysBefore(day, MEASURED_DAYS), daysBefore(day, 1));
  const judgement = judge(
    before.map(paperNight),
    rows.map((row) => ({ ...paperNight(row), figures: figures.get(row.newspaper) ?? null })),
  );
  const report = morningReport({ day, start, end, madeAt: now, rows, figures, judgement });
  return {
    report,
    figures,
    judgement,
    never: rows.filter(({ message }) => message === NEVER_BEGAN),
  };
}

/** Keeps what lookAtNight sees. Again: replaces the night's report. */
export async function closeNight(
  archive: Parts,
  night: Night,
  now: Date,
  expected: readonly string[],
): Promise<MorningReport> {
  const { report, figures, judgement, never } = await lookAtNight(archive, night, now, expected);
  await archive.nights.missed(
    night.day,
    never.map(({ newspaper }) => newspaper),
    NEVER_BEGAN,
  );
  await archive.nights.close(
    { day: night.day, closedAt: now.toISOString(), report },
    report.papers.map(({ newspaper }) => ({
      newspaper,
      figures: figures.get(newspaper) ?? null,
      flags: judgement.flags.get(newspaper) ?? [],
    })),
  );
  return report;
}

async function countNight(
  archive: Parts,
  from: string,
  to: string,
  papers: readonly string[],
): Promise<ReadonlyMap<string, Figures>> {
  const counters = new Map<string, FieldCounter>(papers.map((id) => [id, countFields()]));
  const ids = await archive.nights.created(from, to);
  for (let at = 0; at < ids.length; at += SLICE) {
    const slice = ids.slice(at, at + SLICE);
    const stored = await archive.articles.getMany(slice);
    const byId = new Map(stored.map(({ article }) => [article.id, article]));
    for (const id of slice) {
      const article = byId.get(id);
      if (article?.newspaper) counters.get(article.newspaper)?.add(article);
    }
  }
  const changes = await archive.nights.changes(from, to);
  const incidents = await archive.nights.incidents(from, to);
  return new Map(
    [...counters].map(([newspaper, counter]): [string, Figures] => {
      const { changed = 0, withdrawn = 0 } =
        changes.find((one) => one.newspaper === newspaper) ?? {};
      const codes = incidents
        .filter((one) => one.newspaper === newspaper)
        .map(({ code, count, url }) => [code, { count, url }]);
      return [
        newspaper,
        {
          created: counter.articles,
          changed,
          withdrawn,
          generic: counter.generic,
          fields: counter.figures(),
          codes: Object.fromEntries(codes),
        },
      ];
    }),
  );
}
