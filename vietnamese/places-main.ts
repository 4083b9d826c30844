/** The article's main places: where the story happens, by where and how often units are named. */
type Path = [string | null, string | null, string | null];

export function mainPlaces(
  _places: readonly { readonly paragraph: number; readonly path: Path }[],
  _passages: readonly { readonly paragraph: number; readonly text: string }[],
): Path[] {
  return [];
}
