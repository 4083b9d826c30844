/** The words around the names of places, as signs of whether the story lies there. */
import type { Mention } from './places-link.ts';
import { begins } from './places-near.ts';
import type { Role } from './places-role.ts';
import type { Syllable } from './places-text.ts';
import type { Named, Passage, Path } from './places-tree.ts';

/** A name of a place with its signs. */
export interface Said {
  readonly path: Path;
  /** Only says where another place lies. */
  readonly holder: boolean;
  readonly signs: readonly string[];
}

/** Names from the beginning that are looked at. */
const MOST = 60;
/** Syllables before a name, within its sentence. */
const BEFORE = 12;
/** Characters of the body that count as the story's beginning. */
const LEAD = 300;

/** Where in the article: headline, sapo, beginning or the rest of the body. */
type Zone = 'h' | 's' | 'b' | 'r';

/**
 * The first names with their signs: zone, level, role, the words before, and the word behind.
 * `mentions[i]` is what `places[i]` was found as, `lists[i]` the syllables of the i-th passage.
 */
export function saidOf(
  places: readonly Named[],
  mentions: readonly Mention[],
  roles: readonly Role[],
  passages: readonly Passage[],
  lists: readonly (readonly Syllable[])[],
): Said[] {
  const found: Said[] = [];
  const inside = insideOf(mentions);
  let passage = 0;
  let before = 0;
  for (let i = 0; i < Math.min(places.length, MOST); i++) {
    const place = places[i];
    const mention = mentions[i];
    const role = roles[i];
    if (!place || !mention || !role) continue;
    for (; passage < mention.spot.passage; passage++) {
      const over = passages[passage];
      if (over && over.paragraph > 0) before += over.text.length;
    }
    if (place.path[0] === null) continue;
    const zone = zoneOf(place.paragraph, before + place.start);
    const list = lists[mention.spot.passage] ?? [];
    const word = (at: number) =>
      inside.has(`${mention.spot.passage} ${at}`) ? '@' : wordOf(list[at]);
    const signs = new Set([
      `zone ${zone}`,
      `level ${mention.level}`,
      `role ${role}`,
      `role ${role} ${zone}`,
    ]);
    let at = mention.spot.from;
    for (let steps = 0; steps < BEFORE && at > 0 && !begins(list, at); steps++) {
      at -= 1;
      signs.add(`before ${word(at)}`);
      if (steps === 0) signs.add(`right before ${word(at)}`);
    }
    if (begins(list, mention.spot.from)) signs.add('right before .');
    const { to } = mention.spot;
    signs.add(`behind ${to >= list.length || begins(list, to) ? '.' : word(to)}`);
    found.push({ path: place.path, holder: role === 'holder', signs: [...signs] });
  }
  return found;
}

/** The syllables that are part of the first names: passage and place in its list. */
function insideOf(mentions: readonly Mention[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { spot } of mentions.slice(0, MOST)) {
    for (let at = spot.from; at < spot.to; at++) found.add(`${spot.passage} ${at}`);
  }
  return found;
}

function zoneOf(paragraph: number, offset: number): Zone {
  if (paragraph < 0) return 'h';
  if (paragraph === 0) return 's';
  return offset < LEAD ? 'b' : 'r';
}

const wordOf = (syllable: Syllable | undefined): string =>
  syllable === undefined ? '.' : /^\p{Nd}+$/u.test(syllable.low) ? '#' : syllable.low;

/** How a name stands to an answer: the unit itself, within it, above it, elsewhere. */
const RELATIONS = ['=', '<', '>', '|'] as const;
type Relation = 0 | 1 | 2 | 3;

const within = (lower: Path, upper: Path): boolean =>
  upper.every((part, i) => part === null || part === lower[i]);

function relationOf(path: Path, answer: readonly Path[]): Relation {
  if (answer.some((unit) => within(path, unit) && within(unit, path))) return 0;
  if (answer.some((unit) => within(path, unit))) return 1;
  return answer.some((unit) => within(unit, path)) ? 2 : 3;
}

/**
 * Gives for an answer the numbers of its signs, each once: those of every name, marked with how it stands
 * to the answer, and how many units of what level the answer has.
 * @param numberOf the number of a sign; undefined = of no weight
 */
export function signNumbers(
  said: readonly Said[],
  numberOf: (sign: string) => number | undefined,
): (answer: readonly Path[]) => number[] {
  const names = said.map(({ path, holder, signs }) => ({
    path,
    holder,
    numbers: RELATIONS.map((mark) => signs.flatMap((sign) => numberOf(`${mark} ${sign}`) ?? [])),
  }));
  return (answer) => {
    const found = new Set<number>();
    const level = Math.max(0, ...answer.map((path) => path.filter((part) => part !== null).length));
    const shape = numberOf(`${answer.length} of ${level}`);
    if (shape !== undefined) found.add(shape);
    for (const { path, holder, numbers } of names) {
      const relation = relationOf(path, answer);
      if (holder && relation === 2) continue;
      for (const number of numbers[relation] ?? []) found.add(number);
    }
    return [...found];
  };
}
