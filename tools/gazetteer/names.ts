/** How a unit's name is written in the gazetteer, and how names of two sources are compared. */
import { canonicalTone } from '../../vietnamese/canonical-tone.ts';
import { fold } from '../../vietnamese/fold.ts';

const TYPE = /^(?:tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu)(?= )/iu;

/** "Thị Trấn  Tây Sơn" -> "Thị trấn Tây Sơn", "Phường 05" -> "Phường 5", "Hoà" -> "Hòa". */
export function cleanName(raw: string): string {
  const name = canonicalTone(raw.replace(/\s+/gu, ' ').trim());
  return name
    .replace(TYPE, (type) => type.charAt(0).toUpperCase() + type.slice(1).toLowerCase())
    .replace(/ 0+(?=\d+$)/u, ' ');
}

/** The name without its type word. */
export function bareName(name: string): string {
  return name.replace(TYPE, '').trim();
}

/** Equal for two spellings of one unit's full name: no marks, spaces or punctuation. */
export function nameKey(name: string): string {
  return fold(cleanName(name)).replace(/[^a-z0-9]/gu, '');
}

/** The same for the name alone, with its marks: "Hương Khê" and "Hương khê". */
export function bareKey(name: string): string {
  return bareName(cleanName(name))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
