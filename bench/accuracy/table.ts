/** The figures as a table of text: a measure a line, a column for each part of the gold. */
import { type Counts, f1, MEASURES, precision, recall, type Tally } from './tally.ts';

export interface Column {
  readonly name: string;
  readonly tally: Tally;
}

export function table(columns: readonly Column[]): string {
  const rows = [
    ['', 'goal', ...columns.map(({ name, tally }) => `${name} (${tally.articles} articles)`)],
    ...MEASURES.map(({ name, goal, how }) => [
      how === 'f1' ? `${name} P/R/F1` : name,
      goal === null ? '' : goal.toFixed(2),
      ...columns.map(({ tally }) => cell(tally.counts.get(name), how)),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(...rows.map((row) => (row[i] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((text, i) => text.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cell(counts: Counts | undefined, how: 'f1' | 'share'): string {
  if (!counts) return '-';
  const { right, missed } = counts;
  if (how === 'share') return `${recall(counts).toFixed(3)} (${right} of ${right + missed})`;
  const [p, r, f] = [precision(counts), recall(counts), f1(counts)].map((x) => x.toFixed(3));
  return `${p} ${r} ${f} (${right + missed})`;
}
