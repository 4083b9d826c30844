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
  const hashes = Uint32Array.from(syllables, fnv1a);
  const { multipliers, offsets } = seeds();
  const least = new Uint32Array(SIZE).fill(0xffffffff);
  for (let i = 0; i + SHINGLE <= hashes.length; i++) {
    let shingle = 0x811c9dc5;
    for (let j = i; j < i + SHINGLE; j++) {
      shingle = mix(Math.imul(shingle ^ (hashes[j] ?? 0), 0x01000193));
    }
    for (let k = 0; k < SIZE; k++) {
      const value = (Math.imul(shingle, multipliers[k] ?? 0) + (offsets[k] ?? 0)) >>> 0;
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

interface Seeds {
  /** Odd, so that each is a permutation of the 32-bit numbers. */
  readonly multipliers: Uint32Array;
  readonly offsets: Uint32Array;
}

let made: Seeds | null = null;

/** The same for ever: signatures are stored. */
function seeds(): Seeds {
  made ??= {
    multipliers: Uint32Array.from({ length: SIZE }, (_, i) => random(`multiplier ${i}`) | 1),
    offsets: Uint32Array.from({ length: SIZE }, (_, i) => random(`offset ${i}`)),
  };
  return made;
}

function random(name: string): number {
  return createHash('sha256').update(`minhash ${name}`).digest().readUInt32LE(0);
}
