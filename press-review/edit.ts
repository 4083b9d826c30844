/** Changes to a press review. Pure: each gives a new review; what is not there is left alone. */
import type { Item, PressReview, Section } from './review.ts';

/** So many steps up (negative) or down, as far as the list goes. */
function moved<T>(list: readonly T[], at: number, by: number): readonly T[] {
  const one = list[at];
  if (one === undefined) return list;
  const rest = list.filter((_, i) => i !== at);
  const to = Math.max(0, Math.min(rest.length, at + by));
  return [...rest.slice(0, to), one, ...rest.slice(to)];
}

const withSections = (review: PressReview, sections: readonly Section[]): PressReview => ({
  ...review,
  sections: [...sections],
});

const inSection = (
  review: PressReview,
  at: number,
  change: (section: Section) => Section,
): PressReview =>
  withSections(
    review,
    review.sections.map((section, i) => (i === at ? change(section) : section)),
  );

/** All items, in the order in which they are printed. */
export const allItems = (review: PressReview): readonly Item[] =>
  review.sections.flatMap(({ items }) => items);

/** Puts items at the end of a section. Those that the review holds already stay as they are. */
export function addItems(
  review: PressReview,
  section: number,
  items: readonly Item[],
): PressReview {
  const known = new Set(allItems(review).map(({ id }) => id));
  const fresh = items.filter(({ id }) => !known.has(id) && known.add(id));
  return inSection(review, section, (one) => ({ ...one, items: [...one.items, ...fresh] }));
}

export function changeItem(
  review: PressReview,
  id: string,
  change: (item: Item) => Item,
): PressReview {
  return withSections(
    review,
    review.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => (item.id === id ? change(item) : item)),
    })),
  );
}

export function removeItem(review: PressReview, id: string): PressReview {
  return withSections(
    review,
    review.sections.map((section) => ({
      ...section,
      items: section.items.filter((item) => item.id !== id),
    })),
  );
}

/** Within its section; one that leaves it at an end goes to the section there. */
export function moveItem(review: PressReview, id: string, by: -1 | 1): PressReview {
  const from = review.sections.findIndex(({ items }) => items.some((item) => item.id === id));
  const items = review.sections[from]?.items ?? [];
  const at = items.findIndex((item) => item.id === id);
  const item = items[at];
  if (!item) return review;
  if (at + by >= 0 && at + by < items.length)
    return inSection(review, from, (one) => ({ ...one, items: [...moved(items, at, by)] }));
  const to = from + by;
  if (!review.sections[to]) return review;
  return inSection(removeItem(review, id), to, (one) => ({
    ...one,
    items: by < 0 ? [...one.items, item] : [item, ...one.items],
  }));
}

/** To the end of another section. */
export function moveItemTo(review: PressReview, id: string, section: number): PressReview {
  const item = allItems(review).find((one) => one.id === id);
  if (!item || !review.sections[section]) return review;
  if (review.sections[section].items.some((one) => one.id === id)) return review;
  return addItems(removeItem(review, id), section, [item]);
}

/** An empty one at the end, with an id that none has had. */
export function addSection(review: PressReview, title: string): PressReview {
  const numbers = review.sections.map(({ id }) => Number(/^muc-(\d{1,6})$/.exec(id)?.[1] ?? 0));
  const id = `muc-${Math.max(0, ...numbers) + 1}`;
  return withSections(review, [...review.sections, { id, title, byField: false, items: [] }]);
}

export const moveSection = (review: PressReview, at: number, by: -1 | 1): PressReview =>
  withSections(review, moved(review.sections, at, by));

/** Its items go to the section before it, or behind it where it is the first; the last one stays. */
export function removeSection(review: PressReview, at: number): PressReview {
  const gone = review.sections[at];
  if (!gone || review.sections.length === 1) return review;
  const left = withSections(
    review,
    review.sections.filter((_, i) => i !== at),
  );
  return addItems(left, Math.max(0, at - 1), gone.items);
}
