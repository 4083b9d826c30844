/** The provinces that are a newspaper's home on a day, across the merger of 2025 and its reused codes. */
import { predecessors, REFORM_DAY, today, unit } from './gazetteer.ts';

/**
 * Codes, on that day, of the provinces on the land that the newspaper's province has or had. A code that is
 * a province's today means that one (80 is Tây Ninh, and was Long An), any other the province it last was.
 * @param day `YYYY-MM-DD`; null = the first known state of the map
 */
export function homeOn(province: string | null, day: string | null): ReadonlySet<string> {
  if (province === null) return new Set();
  const now = unit(province);
  const current = now?.level === 'province' && now.to === null;
  if (day !== null && day >= REFORM_DAY)
    return new Set(current ? [province] : today(province).map(({ code }) => code));
  const before = current
    ? predecessors(province).flatMap(({ code, level }) => (level === 'province' ? [code] : []))
    : [];
  return new Set(before.length > 0 ? before : unit(province, day) ? [province] : []);
}
