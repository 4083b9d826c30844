/**
 * Which mentions are one thing: one conference, one official. Hands win over keys, a later hand over an earlier one; what no hand
 * speaks of is one where the keys are equal.
 */

/** A mention by "article:position". */
export type MentionId = string;

export interface GroupedMention {
  readonly id: MentionId;
  readonly key: string;
  /** What it belonged to; null for a new one. */
  readonly before: number | null;
}

export interface Statement {
  readonly same: boolean;
  /** The one that was moved. */
  readonly left: MentionId;
  readonly right: MentionId;
}

/** Sets that grow together, and pairs that must not. */
class Groups {
  private readonly sets = new Map<MentionId, Set<MentionId>>();
  private readonly apart = new Map<MentionId, Set<MentionId>>();

  of(id: MentionId): Set<MentionId> {
    const known = this.sets.get(id) ?? new Set([id]);
    this.sets.set(id, known);
    return known;
  }

  private mayJoin(a: Set<MentionId>, b: Set<MentionId>): boolean {
    for (const one of a)
      for (const other of this.apart.get(one) ?? []) if (b.has(other)) return false;
    return true;
  }

  join(left: MentionId, right: MentionId): boolean {
    const [a, b] = [this.of(left), this.of(right)];
    if (a === b) return true;
    if (!this.mayJoin(a, b)) return false;
    for (const id of b) {
      a.add(id);
      this.sets.set(id, a);
    }
    return true;
  }

  part(left: MentionId, right: MentionId): void {
    if (this.of(left) === this.of(right)) return;
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const known = this.apart.get(one) ?? new Set();
      this.apart.set(one, known.add(other));
    }
  }
}

/**
 * @param mentions in the order of storing
 * @param statements by hand, the latest first; those of other mentions are passed over
 */
export function groupMentions(
  mentions: readonly GroupedMention[],
  statements: readonly Statement[],
): readonly (readonly GroupedMention[])[] {
  const known = new Set(mentions.map(({ id }) => id));
  const groups = new Groups();
  const moved = new Set<MentionId>();
  for (const { same, left, right } of statements) {
    if (!known.has(left) || !known.has(right)) continue;
    if (same) groups.join(left, right);
    else {
      groups.part(left, right);
      moved.add(left);
    }
  }
  // Those that were parted come last, so that what is new joins those that stayed.
  const ordered = [...mentions].sort((a, b) => Number(moved.has(a.id)) - Number(moved.has(b.id)));
  const byKey = new Map<string, MentionId[]>();
  for (const { id, key } of ordered) {
    const firsts = byKey.get(key) ?? [];
    byKey.set(key, firsts);
    if (!firsts.some((first) => groups.join(first, id))) firsts.push(id);
  }
  const seen = new Set<MentionId>();
  return mentions.flatMap(({ id }) => {
    if (seen.has(id)) return [];
    const group = groups.of(id);
    for (const one of group) seen.add(one);
    return [mentions.filter((one) => group.has(one.id))];
  });
}

export interface Known {
  readonly seq: number;
  readonly keys: readonly string[];
}

/**
 * Which thing each group is: the oldest of those that had its mentions, so that one whose articles get a new
 * key one after the other ends under its own id; of several groups the one that bears the thing's key, then
 * the one with most of its mentions. Only then one that merely bears the key.
 * @param stays the one that a hand chose for the group of a mention
 * @returns by group; null where a new one is needed
 */
export function ownersOfGroups(
  groups: readonly (readonly GroupedMention[])[],
  known: readonly Known[],
  stays: { readonly owner: number; readonly mention: MentionId } | null,
): readonly (number | null)[] {
  const claims = groups.flatMap((group, at) =>
    known.flatMap(({ seq, keys }) => {
      const had = group.filter(({ before }) => before === seq).length;
      const bears = group.some((mention) => keys.includes(mention.key));
      if (had === 0 && !bears) return [];
      const chosen = seq === stays?.owner && group.some(({ id }) => id === stays.mention);
      return [{ at, seq, bears, had, rank: chosen ? 0 : had > 0 ? 1 : 2 }];
    }),
  );
  claims.sort(
    (a, b) =>
      a.rank - b.rank ||
      a.seq - b.seq ||
      Number(b.bears) - Number(a.bears) ||
      b.had - a.had ||
      a.at - b.at,
  );
  const given = new Map<number, number>();
  const taken = new Set<number>();
  for (const { at, seq } of claims) {
    if (given.has(at) || taken.has(seq)) continue;
    given.set(at, seq);
    taken.add(seq);
  }
  return groups.map((_, at) => given.get(at) ?? null);
}
