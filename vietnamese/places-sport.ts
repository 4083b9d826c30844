/** Reports of games: places are mostly teams. */
import type { Mention } from './places-link.ts';
import { near, roleWords } from './places-near.ts';
import type { Syllable } from './places-text.ts';
import { pair } from './places-type-words.ts';

/** So many different words of the game make a report of it. */
const SPORT_WORDS = 4;

/** Is the article a report of a game? Then places are mostly teams. */
export function isSport(lists: readonly (readonly Syllable[])[]): boolean {
  const sport = roleWords()('sport');
  const seen = new Set<string>();
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) {
      const one = list[i]?.low ?? '';
      if (sport.has(one)) seen.add(one);
      const two = pair(list, i);
      if (sport.has(two)) seen.add(two);
    }
    if (seen.size >= SPORT_WORDS) return true;
  }
  return false;
}

/** In a report of a game: not a team but where it is played. Teams have no type word but a city's. */
export function isGround(mention: Mention, list: readonly Syllable[]): boolean {
  const { hint, from } = mention.spot;
  if (hint !== null && hint.from !== null && !hint.types.includes('Thành phố')) return true;
  return (
    near(list, from, 1, AT) >= 0 ||
    near(list, from, 1, roleWords()('grounds')) >= 0 ||
    near(list, from, 8, FIELD) >= 0
  );
}

const FIELD = new Set(['tại sân', 'trên sân']);
/** A team is not "tại". */
const AT = new Set(['tại', 'ở']);
