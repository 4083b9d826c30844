/** Days as they are typed behind `từ:` and `đến:`. */

export interface DayRange {
  /** `YYYY-MM-DD` */
  readonly first: string;
  readonly last: string;
}

const two = (n: number) => String(n).padStart(2, '0');

function range(year: number, month: number | null, day: number | null): DayRange | null {
  if (year < 1900 || year > 2200) return null;
  if (month === null) return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (month < 1 || month > 12) return null;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day !== null && (day < 1 || day > days)) return null;
  const head = `${year}-${two(month)}`;
  return { first: `${head}-${two(day ?? 1)}`, last: `${head}-${two(day ?? days)}` };
}

/** 26/5/2023, 26-5-2023, 2023-05-26, 5/2023, 2023-05, 2023; null for anything else, also 30/2/2023. */
export function dayRange(text: string): DayRange | null {
  const match =
    /^(?:(?<d>\d{1,2})[/.-])?(?<m>\d{1,2})[/.-](?<y>\d{4})$/u.exec(text) ??
    /^(?<y>\d{4})(?:-(?<m>\d{1,2})(?:-(?<d>\d{1,2}))?)?$/u.exec(text);
  const { y, m, d } = match?.groups ?? {};
  if (y === undefined) return null;
  return range(Number(y), m === undefined ? null : Number(m), d === undefined ? null : Number(d));
}
