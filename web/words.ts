/** The interface's words for the record's closed lists. */
import type { Conference } from '../core/article.ts';
import type { Facet } from '../core/search.ts';

export const CONFERENCE_KINDS: Readonly<Record<Conference['kind'], string>> = {
  'so-ket': 'Sơ kết',
  'tong-ket': 'Tổng kết',
  'dai-hoi': 'Đại hội',
  'ky-hop': 'Kỳ họp',
  'hoi-nghi': 'Hội nghị',
  'hoi-thi': 'Hội thi',
  le: 'Lễ',
};

export const LEVELS: Readonly<Record<NonNullable<Conference['level']>, string>> = {
  'co-so': 'cấp cơ sở',
  huyen: 'cấp huyện',
  tinh: 'cấp tỉnh',
  'trung-uong': 'trung ương',
};

export const STATUSES: Readonly<Record<Conference['status'], string>> = {
  held: 'đã tổ chức',
  planned: 'dự kiến',
};

export const FACET_NAMES: Readonly<Record<Facet, string>> = {
  newspaper: 'Báo',
  month: 'Tháng',
  places: 'Địa phương',
  conferenceKinds: 'Hội nghị',
  section: 'Chuyên mục',
  people: 'Nhân vật',
};

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
