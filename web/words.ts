/** The interface's words for the record's closed lists. */
export { CONFERENCE_KINDS, FACET_NAMES, LEVELS, STATUSES } from '../app/labels.ts';

export const TIERS = {
  'exact-phrase': 'đúng cụm từ, đúng dấu',
  'exact-words': 'đúng dấu',
  folded: 'khác dấu',
  none: '',
} as const;

export const RUN_STATES = {
  running: 'đang chạy',
  complete: 'xong',
  stopped: 'bị dừng',
  failed: 'lỗi',
  interrupted: 'bị ngắt giữa chừng',
} as const;
