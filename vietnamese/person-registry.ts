/** Who is who within one article: short names and titles led back to the full name. */
import type { Gender } from './address.ts';
import type { Mention, PrintedTitle } from './mention.ts';
import { isCountryName, surnameShare } from './names.ts';
import { isSyllable } from './syllables.ts';

export interface KnownPerson {
  /** The full name; null if the article prints none. */
  name: string | null;
  gender: Gender;
  honorific: string | null;
  rank: string | null;
  degree: string | null;
  titles: readonly PrintedTitle[];
  readonly mentions: Mention[];
  /** Somewhere an honorific, a title or a full Vietnamese name shows that this is a person. */
  sure: boolean;
}

export interface Registry {
  readonly people: readonly KnownPerson[];
  /** The person a mention speaks of. */
  of(mention: Mention): KnownPerson | undefined;
  /** The one person called so by full or short name. */
  named(name: string): KnownPerson | undefined;
  /** Takes one more mention of a person already known. */
  add(mention: Mention, person: KnownPerson): void;
}

const syllables = (name: string): string[] => name.toLowerCase().split(/\s+/u);

/** Kin and age words that say nothing against another form of address. */
function agrees(a: Gender, b: Gender): boolean {
  return a === null || b === null || a === b;
}

function isFull(mention: Mention): boolean {
  const parts = mention.name.split(/\s+/u);
  if (parts.length >= 3) return true;
  if (parts.length < 2) return false;
  return (
    mention.bare ||
    mention.honorific === null ||
    surnameShare(parts[0] ?? '') >= (mention.titles.length > 0 ? 0.01 : 1) ||
    parts.some((part) => !isSyllable(part.toLowerCase()))
  );
}

function weight(titles: readonly PrintedTitle[]): number {
  let size = 0;
  for (const { title, kind } of titles) size += kind === 'neither' ? 0 : title.length;
  return size;
}

function learn(person: KnownPerson, mention: Mention): void {
  person.mentions.push(mention);
  if (!mention.bare) person.sure = true;
  person.gender ??= mention.gender;
  person.honorific ??= mention.honorific;
  person.rank ??= mention.rank;
  if ((mention.degree?.length ?? 0) > (person.degree?.length ?? 0)) person.degree = mention.degree;
  if (weight(mention.titles) > weight(person.titles)) person.titles = mention.titles;
}

/** A person of whom nothing is known but the name. */
export const unknownPerson = (name: string | null): KnownPerson => ({
  name,
  gender: null,
  honorific: null,
  rank: null,
  degree: null,
  titles: [],
  mentions: [],
  sure: false,
});

const MOST_NAMESAKES = 50;

/** Joins the mentions of one article, given in reading order. */
export function joinPeople(mentions: readonly Mention[]): Registry {
  const byName = new Map<string, KnownPerson>();
  const byPart = new Map<string, KnownPerson[]>();
  const byHead = new Map<string, KnownPerson[]>();
  const byEnds = new Map<string, KnownPerson>();
  const owner = new Map<Mention, KnownPerson>();
  const people: KnownPerson[] = [];
  const add = (key: string, person: KnownPerson, to = byPart) => {
    const list = to.get(key);
    if (list === undefined) to.set(key, [person]);
    else if (list.length < MOST_NAMESAKES && !list.includes(person)) list.push(person);
  };
  // Longest names first, so that "Nguyễn Văn Hải" owns "Văn Hải" and "Hải".
  const full = mentions.filter(isFull);
  const order = [...full].sort((a, b) => syllables(b.name).length - syllables(a.name).length);
  for (const mention of order) {
    const key = syllables(mention.name).join(' ');
    if (byName.has(key)) continue;
    const pair = mention.name.split(/\s+/u).length === 2;
    const longer = pair
      ? (byPart.get(key)?.find((p) => agrees(p.gender, mention.gender)) ?? byEnds.get(key))
      : undefined;
    if (longer !== undefined) {
      byName.set(key, longer);
      continue;
    }
    const person = unknownPerson(mention.name);
    person.gender = mention.gender;
    byName.set(key, person);
    const parts = syllables(mention.name);
    for (let i = 1; i < parts.length; i++) add(parts.slice(i).join(' '), person);
    // "Harsh Vardhan Shringla" is "Harsh Shringla"; "Trần Văn Nam" is not "Trần Nam".
    const foreign = parts.some((part) => !isSyllable(part));
    if (parts.length === 3 && foreign) byEnds.set(`${parts[0]} ${parts[2]}`, person);
    const head = mention.name.split(/\s+/u)[0] ?? '';
    if (surnameShare(head) === 0 && !isCountryName(head)) add(parts[0] ?? '', person);
    else if (parts.length > 1) add(parts[0] ?? '', person, byHead);
  }
  for (const mention of full) {
    const person = byName.get(syllables(mention.name).join(' '));
    if (person === undefined) continue;
    if (person.mentions.length === 0) people.push(person);
    owner.set(mention, person);
    learn(person, mention);
  }
  const anchors = new Map(people.map((person) => [person, [...person.mentions]]));
  const short = new Map<string, KnownPerson[]>();
  // "ông Tập", "bà Park": the family name, where nobody is called so by the given name.
  const heads = (key: string): KnownPerson[] => {
    const all = byHead.get(key) ?? [];
    return all.length === 1 ? all : [];
  };
  for (const mention of mentions) {
    if (owner.has(mention)) continue;
    const key = syllables(mention.name).join(' ');
    const whole = byName.get(key);
    const known = (
      whole === undefined ? (byPart.get(key) ?? slipped(key, byPart, heads(key))) : [whole]
    ).filter((person) => agrees(person.gender, mention.gender));
    let person = known.length > 1 ? nearest(known, mention, anchors) : known[0];
    if (person === undefined) {
      const others = short.get(key) ?? [];
      person = others.find((other) => agrees(other.gender, mention.gender));
      if (person === undefined) {
        const named = mention.honorific === null && mention.titles.length === 0;
        person = unknownPerson(named ? mention.name : null);
        people.push(person);
        short.set(key, [...others, person]);
      }
    }
    owner.set(mention, person);
    learn(person, mention);
  }
  return {
    people,
    of: (mention) => owner.get(mention),
    add: (mention, person) => {
      owner.set(mention, person);
      learn(person, mention);
    },
    named: (name) => {
      const key = syllables(name).join(' ');
      return byName.get(key) ?? byPart.get(key)?.[0] ?? heads(key)[0];
    },
  };
}

/** Foreign names that an article spells in two ways: "Borrell", "Borell". */
function slipped(
  key: string,
  byPart: ReadonlyMap<string, KnownPerson[]>,
  heads: KnownPerson[],
): KnownPerson[] {
  if (heads.length > 0 || key.length < SHORTEST_SLIP || key.includes(' ') || isSyllable(key)) {
    return heads;
  }
  for (let at = 1; at < key.length; at++) {
    const dropped = byPart.get(key.slice(0, at) + key.slice(at + 1));
    if (dropped !== undefined) return dropped;
    const doubled = byPart.get(key.slice(0, at) + key.charAt(at) + key.slice(at));
    if (doubled !== undefined) return doubled;
    const swapped = byPart.get(
      key.slice(0, at) + key.charAt(at + 1) + key.charAt(at) + key.slice(at + 2),
    );
    if (swapped !== undefined) return swapped;
  }
  return heads;
}

/** Shorter names are not taken for another's slip. */
const SHORTEST_SLIP = 5;

const place = (mention: Mention): number => mention.passage * 100_000 + mention.first;

/** The one named last before the mention, else the one named first behind it. */
function nearest(
  people: readonly KnownPerson[],
  mention: Mention,
  anchors: ReadonlyMap<KnownPerson, readonly Mention[]>,
): KnownPerson | undefined {
  const here = place(mention);
  let best: KnownPerson | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const person of people) {
    const all = anchors.get(person) ?? [];
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = all[middle];
      if (at !== undefined && place(at) <= here) low = middle + 1;
      else high = middle;
    }
    const before = all[low - 1];
    const after = all[low];
    const distance =
      before !== undefined
        ? here - place(before)
        : after !== undefined
          ? 1e12 + place(after) - here
          : Number.POSITIVE_INFINITY;
    if (distance < bestDistance) {
      bestDistance = distance;
      best = person;
    }
  }
  return best;
}
