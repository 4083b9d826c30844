/** Lower case of the same length, so that offsets fit whatever the script. */
export function lowerSameLength(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const small = char.toLowerCase();
    out += small.length === 1 ? small : char;
  }
  return out;
}
