/** All names of units as a tree of syllables, with what newspapers write for some of them. */
import { dataFile } from './data-file.ts';
import { type FormerUnit, gazetteerData, type Unit } from './gazetteer-data.ts';
import { type Syllable, syllables } from './places-text.ts';

export interface NameNode {
  readonly next: Map<string, NameNode>;
  readonly units: Unit[];
  readonly former: FormerUnit[];
  /** The short form stands for the unit only behind a type word ("TP HCM"), or says it itself. */
  alias: 'typed' | 'whole' | null;
}

export interface PlaceWords {
  /** [as printed, code, alone: stands without a type word; typed: only behind one; whole: holds it]. */
  readonly aliases: readonly (readonly [string, string, 'alone' | 'typed' | 'whole'])[];
  /** Names that need a type word: persons, wars, common words. */
  readonly typedOnly: ReadonlySet<string>;
  /** Districts whose bare name is often something else. */
  readonly risky: ReadonlySet<string>;
  /** Longer proper names in which a unit's name is not the unit. */
  readonly other: ReadonlySet<string>;
  readonly notAfter: ReadonlySet<string>;
  readonly notAfterPair: ReadonlySet<string>;
  readonly roads: ReadonlySet<string>;
  readonly firms: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
  readonly leads: ReadonlySet<string>;
  /** Words that nothing but a place follows. */
  readonly sure: ReadonlySet<string>;
}

interface WordsFile {
  readonly aliases: readonly [string, string, 'alone' | 'typed' | 'whole'][];
  readonly [list: string]: readonly unknown[] | string;
}

export const placeWords = dataFile('places.json', (json): PlaceWords => {
  const file = json as WordsFile;
  const set = (name: string): ReadonlySet<string> =>
    new Set((file[name] as readonly string[]).map((entry) => nameOf(entry)));
  return {
    aliases: file.aliases,
    typedOnly: set('typedOnly'),
    risky: set('risky'),
    other: set('other'),
    notAfter: set('notAfter'),
    notAfterPair: set('notAfterPair'),
    roads: set('roads'),
    firms: set('firms'),
    persons: set('persons'),
    leads: set('leads'),
    sure: set('sure'),
  };
});

/** "Bà Rịa - Vũng Tàu" -> "bà rịa vũng tàu": one string for a name however it is spaced. */
export function nameOf(text: string): string {
  return syllables(text)
    .map((s) => s.key)
    .join(' ');
}

function node(): NameNode {
  return { next: new Map(), units: [], former: [], alias: null };
}

let root: NameNode | undefined;

function leaf(top: NameNode, name: string): NameNode {
  let at = top;
  for (const { key, gap } of syllables(name)) {
    for (const step of gap === 'hyphen' ? ['-', key] : [key]) {
      let next = at.next.get(step);
      if (!next) {
        next = node();
        at.next.set(step, next);
      }
      at = next;
    }
  }
  return at;
}

/** Forms of a name that the tree holds: as it is, and with spaces for its hyphens. */
function forms(bare: string): string[] {
  const plain = bare.replace(/\s*[-–]\s*/gu, ' ');
  const town = plain.replace(/^NT /u, '');
  return [...new Set([bare, plain, town, town === plain ? plain : `Nông trường ${town}`])];
}

function add<T>(list: T[], item: T): void {
  if (!list.includes(item)) list.push(item);
}

export function nameTree(): NameNode {
  if (root) return root;
  const top = node();
  const data = gazetteerData();
  for (const unit of data.units)
    for (const form of forms(unit.bare)) add(leaf(top, form).units, unit);
  for (const old of data.former)
    for (const form of forms(old.bare)) add(leaf(top, form).former, old);
  for (const [name, code, kind] of placeWords().aliases) {
    const at = leaf(top, name);
    for (const u of data.units) if (u.code === code && !at.units.includes(u)) at.units.push(u);
    if (kind !== 'alone') at.alias = kind;
  }
  root = top;
  return top;
}

export interface NameMatch {
  readonly node: NameNode;
  /** Index of the first syllable behind the name. */
  readonly end: number;
}

/** Every name that begins at a syllable, the longest first. Each of its syllables has a capital. */
export function namesAt(list: readonly Syllable[], at: number): NameMatch[] {
  const found: NameMatch[] = [];
  let here: NameNode | undefined = nameTree();
  for (let i = at; i < list.length; i++) {
    const syllable: Syllable | undefined = list[i];
    if (!syllable) break;
    if (i > at) {
      if (syllable.gap === 'hyphen') here = here?.next.get('-');
      else if (syllable.gap !== 'space' && syllable.gap !== 'apostrophe') break;
    }
    if (!syllable.cap && !syllable.digits && syllable.gap !== 'apostrophe') break;
    here = here?.next.get(syllable.key);
    if (!here) break;
    if (here.units.length > 0 || here.former.length > 0) found.unshift({ node: here, end: i + 1 });
  }
  return found;
}

/** The first syllable behind a longer proper name that begins here ("Thái Bình Dương"); `at` if none does. */
export function otherNameEnd(list: readonly Syllable[], at: number): number {
  const { other } = placeWords();
  let name = '';
  for (let i = at; i < list.length && i < at + 5; i++) {
    const here = list[i];
    if (!here?.cap || (i > at && here.gap !== 'space')) return at;
    name = i === at ? here.key : `${name} ${here.key}`;
    if (other.has(name)) return i + 1;
  }
  return at;
}
