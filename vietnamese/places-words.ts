/** What the words of an article say of its story: is there a place, a district, a commune in which it lies? */
import type { Syllable } from './places-text.ts';
import type { Named } from './places-tree.ts';

/** Syllables from the beginning that are looked at. */
const MOST = 400;

/**
 * The different syllables of an article's beginning, without figures and without those of the places named.
 * `lists[i]` are the syllables of the i-th passage.
 */
export function storyWords(
  passages: readonly { readonly paragraph: number }[],
  lists: readonly (readonly Syllable[])[],
  places: readonly Named[],
): ReadonlySet<string> {
  const words = new Set<string>();
  let seen = 0;
  let next = 0;
  for (const [i, list] of lists.entries()) {
    const paragraph = passages[i]?.paragraph ?? 0;
    for (const { low, start, digits } of list) {
      if (seen++ >= MOST) return words;
      let place = places[next];
      while (place?.paragraph === paragraph && place.end <= start) place = places[++next];
      if (!digits && !(place?.paragraph === paragraph && place.start <= start)) words.add(low);
    }
    while (places[next]?.paragraph === paragraph) next++;
  }
  return words;
}
