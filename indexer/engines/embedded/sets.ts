/** Sets of article numbers, in no order, each once. Loops by place: over a million numbers an iterator costs more than the work. */

/** The number behind the largest. */
export function endOf(rows: Uint32Array): number {
  let end = 0;
  for (let i = 0; i < rows.length; i++) end = Math.max(end, (rows[i] ?? 0) + 1);
  return end;
}

/** Those of `rows` that `marks` has the value for, by number. */
function marked(rows: Uint32Array, marks: Uint8Array, value: number): Uint32Array {
  const found = new Uint32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const n = rows[i] ?? 0;
    if (marks[n] === value) found[count++] = n;
  }
  return found.slice(0, count);
}

/** Those of `rows` that stand in each of the sets. */
export function inAll(rows: Uint32Array, sets: readonly Uint32Array[]): Uint32Array {
  if (sets.length === 0) return rows;
  // So many of the sets, from the first on, hold it; what is set behind the end is lost.
  const held = new Uint8Array(endOf(rows));
  sets.forEach((set, before) => {
    for (let i = 0; i < set.length; i++) {
      const n = set[i] ?? 0;
      if (held[n] === before) held[n] = before + 1;
    }
  });
  return marked(rows, held, sets.length);
}

/** Those of `rows` that do not stand in the set. */
export function notIn(rows: Uint32Array, set: Uint32Array): Uint32Array {
  const held = new Uint8Array(endOf(rows));
  for (let i = 0; i < set.length; i++) held[set[i] ?? 0] = 1;
  return marked(rows, held, 0);
}
