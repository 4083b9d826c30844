/** The administrative units as data/gazetteer.json holds them, read once, when first asked for. */
import { dataFile } from './data-file.ts';

export type UnitLevel = 'province' | 'district' | 'commune';

/** One state of one unit. Its identity is (code, from): a code may pass to a unit of another name. */
export interface Unit {
  /** The statistics office's code with leading zeros: 2, 3 or 5 digits. */
  readonly code: string;
  /** With its type word: "Huyện Lộc Hà", "Phường 5". NFC, old-style tone marks. */
  readonly name: string;
  /** "Huyện" */
  readonly type: string;
  /** "Lộc Hà" */
  readonly bare: string;
  readonly level: UnitLevel;
  /** Code of the unit above; null for a province. From 1 July 2025 a commune's is its province's. */
  readonly parent: string | null;
  /** First day, YYYY-MM-DD; null = older than the first known state (April 2023). */
  readonly from: string | null;
  /** Last day; null = still so. */
  readonly to: string | null;
  /** What took its land over, each from the day it began. Empty while it lasts, and where not known. */
  readonly successors: readonly Unit[];
  /** Its land was divided among its successors. */
  readonly partial: boolean;
}

/** A name that had gone before April 2023. */
export interface FormerUnit {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly bare: string;
  readonly level: UnitLevel;
  /** Code of the unit of April 2023 that it lay in; '' for a province. */
  readonly parent: string;
}

export interface GazetteerData {
  readonly units: readonly Unit[];
  readonly former: readonly FormerUnit[];
}

interface File {
  readonly days: readonly string[];
  readonly units: readonly (readonly [
    code: string,
    name: string,
    parent: string,
    from: number,
    to: number,
    successors: readonly number[],
    partial?: number,
  ])[];
  readonly former: readonly (readonly [code: string, name: string, parent: string])[];
}

const TYPE = /^(?:Tỉnh|Thành phố|Quận|Huyện|Thị xã|Xã|Phường|Thị trấn|Đặc khu)(?= )/u;

/** The level that the length of a code says. */
export function levelOf(code: string): UnitLevel {
  return code.length === 2 ? 'province' : code.length === 3 ? 'district' : 'commune';
}

function named(name: string): { type: string; bare: string } {
  const type = TYPE.exec(name)?.[0] ?? '';
  return { type, bare: name.slice(type.length).trim() };
}

interface Growing extends Unit {
  successors: Unit[];
}

export const gazetteerData = dataFile('gazetteer.json', (json): GazetteerData => {
  const file = json as File;
  const units: Growing[] = file.units.map(([code, name, parent, from, to, , partial]) => ({
    code,
    name,
    ...named(name),
    level: levelOf(code),
    parent: parent === '' ? null : parent,
    from: file.days[from] ?? null,
    to: file.days[to] ?? null,
    successors: [],
    partial: partial === 1,
  }));
  file.units.forEach(([, , , , , successors], i) => {
    for (const next of successors) {
      const unit = units[next];
      if (unit) units[i]?.successors.push(unit);
    }
  });
  const former = file.former.map(([code, name, parent]) => ({
    code,
    name,
    ...named(name),
    level: name.startsWith('Tỉnh ') ? ('province' as const) : levelOf(code),
    parent,
  }));
  return { units, former };
});
