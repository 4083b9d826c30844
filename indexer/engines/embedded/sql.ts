/** A statement that carries its own values. */

export interface Sql {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}
