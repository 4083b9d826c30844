/** The one door to what the program knows about Vietnamese. Pure; data files are read when first needed. */

// Text
export { type Abbreviation, abbreviate, abbreviations, expansions } from './abbreviations.ts';
export { canonicalTone, modernTone } from './canonical-tone.ts';
export { sortKey, viCompare } from './collation.ts';
export { compoundsAt, isFamilyName, isMarked, nameLengthAt } from './compounds.ts';
// Conferences
export { findConferences } from './conferences/find-conferences.ts';
export { conferenceKey } from './conferences/key.ts';
export { type FoundDate, findDates } from './dates/find-dates.ts';
export { lunarDay } from './dates/lunar.ts';
export { exactKey, foldedKey, syllableOf } from './exact-key.ts';
export { fold } from './fold.ts';
export {
  children,
  codesAbove,
  pathOf,
  predecessors,
  today,
  type Unit,
  type UnitLevel,
  unit,
  unitsAt,
  unitsNamed,
} from './gazetteer.ts';
export { BARRIER, type KeyToken, keyText, keyTokens, openRunFinder } from './key-text.ts';
export { putRight } from './misspelt.ts';
export { comparable, nfc } from './normalise.ts';
// Officials
export { nameOrder } from './officials/name-order.ts';
export { officeWords } from './officials/office-words.ts';
export { isPublicTitle } from './officials/public-title.ts';
export { type Seat, seatOf } from './officials/seat.ts';
// Speech and people
export { findPeople, type Person, type Role } from './people.ts';
// Places
export { findPlaces, type PlaceContext, type PlaceFound } from './places.ts';
export type { Quote } from './quote.ts';
export { findQuotes } from './quotes.ts';
export { type Sentence, sentences } from './sentences.ts';
export type { Speaker } from './speakers.ts';
export { isSyllable } from './syllables.ts';
export { type Token, tokens } from './tokens.ts';
export { decodeTyped, decodeWord } from './typed.ts';
export { VIETNAMESE_VERSION } from './version.ts';
