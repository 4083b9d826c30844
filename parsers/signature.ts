/** MinHash of a body: equal numbers at equal places estimate how much of two texts is the same. */
import { createHash } from 'node:crypto';

const SIZE = 64;
const SHINGLE = 5;
/** Shorter texts (a caption, a notice) look alike without being copies. */
const SHORTEST = 40;

/**
 * @param texts the body's paragraphs in order
 * @returns 64 unsigned 32-bit numbers; [] under 40 syllables
 */
export function signature(texts: readonly string[]): readonly number[] {
  const syllables = texts
    .join(' ')
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\d]+/u)
    .filter(Boolean);
  if (syllables.length < SHORTEST) return [];
  const hashes = syllables.map(fnv1a);
  const least = new Uint32Array(SIZE).fill(0xffffffff);
  for (let i = 0; i + SHINGLE <= hashes.length; i++) {
    let shingle = 0x811c9dc5;
    for (let j = i; j < i + SHINGLE; j++) {
      shingle = Math.imul(shingle ^ (hashes[j] ?? 0), 0x01000193) >>> 0;
      shingle = (shingle ^ (shingle >>> 15)) >>> 0;
    }
    for (const [k, { multiplier, offset }] of seeds().entries()) {
      const value = mix((Math.imul(shingle, multiplier) + offset) >>> 0);
      if (value < (least[k] ?? 0)) least[k] = value;
    }
  }
  return [...least];
}

/** Share of equal places, 0 to 1: an estimate of the Jaccard similarity. 0 where one is empty. */
export function similarity(a: readonly number[], b: readonly number[]): number {
  if (a.length !== SIZE || b.length !== SIZE) return 0;
  return a.filter((value, i) => value === b[i]).length / SIZE;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Finaliser of MurmurHash3. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

let made: readonly { readonly multiplier: number; readonly offset: number }[] | null = null;

/** The same for ever: signatures are stored. */
function seeds(): NonNullable<typeof made> {
  made ??= Array.from({ length: SIZE }, (_, i) => {
    const digest = createHash('sha256').update(`minhash ${i}`).digest();
    return { multiplier: (digest.readUInt32LE(0) | 1) >>> 0, offset: digest.readUInt32LE(4) };
  });
  return made;
}
