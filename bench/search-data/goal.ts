/** A measured figure beside its goal, and whether it was reached. */
export function atMost(what: string, value: number, goal: number, unit: string): string {
  return `  ${what} ${value.toFixed(1)} ${unit}, goal at most ${goal.toFixed(1)}: ${value <= goal ? 'reached' : 'NOT REACHED'}`;
}

export function atLeast(what: string, value: number, goal: number): string {
  return `  ${what} ${value.toFixed(3)}, goal at least ${goal}: ${value >= goal ? 'reached' : 'NOT REACHED'}`;
}
