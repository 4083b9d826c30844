/** Corrections by hand: their form, where they point, and what they make of a record. */
export { Anchor, anchorAt, locate } from './corrections/anchor.ts';
export {
  applyCorrections,
  type Corrected,
  type CorrectionState,
  correctable,
  type JudgedCorrection,
  LISTS,
} from './corrections/apply.ts';
export { nearest, standings } from './corrections/nearest.ts';
export {
  Change,
  type ChangeKind,
  Correction,
  fieldsOf,
  type StoredCorrection,
  Who,
} from './corrections/schema.ts';
