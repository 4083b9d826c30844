/** One tone style for a whole text, its length and case kept. */
import { isSyllable, splitTone } from './syllables.ts';
import { tokenOffsets } from './tokens.ts';
import { placeTone, type ToneStyle } from './tone-placement.ts';

function restyle(word: string, style: ToneStyle): string {
  const lower = word.toLowerCase();
  if (lower.length !== word.length) return word;
  const parts = splitTone(lower);
  if (parts === null || parts.tone === 0 || !isSyllable(lower)) return word;
  const placed = placeTone(parts.plain, parts.tone, style);
  if (placed === lower || placed.length !== word.length) return word;
  let out = '';
  for (let i = 0; i < word.length; i++) {
    const char = placed.charAt(i);
    out += word.charAt(i) === lower.charAt(i) ? char : char.toUpperCase();
  }
  return out;
}

function restyleText(text: string, style: ToneStyle): string {
  const composed = text.normalize('NFC');
  const offsets = tokenOffsets(composed);
  let out = '';
  let done = 0;
  for (let i = 0; i < offsets.length; i += 2) {
    const start = offsets[i] ?? 0;
    const end = offsets[i + 1] ?? 0;
    const word = composed.slice(start, end);
    const other = restyle(word, style);
    if (other !== word) {
      out += composed.slice(done, start) + other;
      done = end;
    }
  }
  return out + composed.slice(done);
}

/** Old style: "hoà, thuý, lựơng" -> "hòa, thúy, lượng"; NFC; foreign words stay as they are. */
export function canonicalTone(text: string): string {
  return restyleText(text, 'old');
}

/** New style: "hòa, thúy" -> "hoà, thuý"; NFC. */
export function modernTone(text: string): string {
  return restyleText(text, 'new');
}
