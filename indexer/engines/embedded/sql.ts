/** Statements put together from parts that carry their own values. */

export interface Sql {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

export function join(parts: readonly Sql[], between: string): Sql {
  return {
    sql: parts.map((part) => part.sql).join(between),
    values: parts.flatMap((part) => part.values),
  };
}

export function marksFor(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}
