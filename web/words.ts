/** The interface's words for the record's closed lists. */
import { msg } from '../i18n/text.ts';

export { CONFERENCE_KINDS, FACET_NAMES, LEVELS, STATUSES } from '../app/labels.ts';

export const TIERS = {
  'exact-phrase': msg('đúng cụm từ, đúng dấu'),
  'exact-words': msg('đúng dấu'),
  folded: msg('khác dấu'),
} as const;

export const RUN_STATES = {
  running: msg('đang chạy'),
  complete: msg('xong'),
  stopped: msg('bị dừng'),
  failed: msg('lỗi'),
  interrupted: msg('bị ngắt giữa chừng'),
} as const;
