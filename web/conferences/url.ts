/** The list of conferences <-> its URL: the whole state stands there. */
import {
  type ConferenceQuestion,
  type ConferenceQuestionField,
  NOTHING_ASKED,
} from '../../app/conferences/question.ts';
import { msg, type Plain } from '../../i18n/text.ts';

export const BASE = '/hoi-nghi';
export const CALENDAR = '/hoi-nghi/lich';
export const CURSOR = 'sau';
export const MONTH = 'thang';

export const PARAMETERS: Readonly<Record<ConferenceQuestionField, string>> = {
  kind: 'loai',
  status: 'tinh-hinh',
  level: 'cap',
  occasion: 'dip',
  organiser: 'don-vi',
  term: 'nhiem-ky',
  place: 'tinh',
  today: 'tinh-nay',
  from: 'tu',
  to: 'den',
  dated: 'ro-ngay',
};

export const FIELD_NAMES: Readonly<Record<ConferenceQuestionField, Plain>> = {
  kind: msg('loại'),
  status: msg('tình hình'),
  level: msg('cấp'),
  occasion: msg('dịp tổ chức'),
  organiser: msg('đơn vị tổ chức'),
  term: msg('nhiệm kỳ'),
  place: msg('tỉnh trước đây'),
  today: msg('tỉnh hiện nay'),
  from: msg('ngày đầu'),
  to: msg('ngày cuối'),
  dated: msg('rõ ngày'),
};

export const FIELDS = Object.keys(PARAMETERS) as ConferenceQuestionField[];

export function conferenceQuestionOf(url: URL): ConferenceQuestion {
  const asked: Record<ConferenceQuestionField, string> = { ...NOTHING_ASKED };
  for (const field of FIELDS) asked[field] = (url.searchParams.get(PARAMETERS[field]) ?? '').trim();
  return asked;
}

/** @param more of other parameters */
export function conferencesUrl(
  asked: Partial<ConferenceQuestion>,
  more: Readonly<Record<string, string>> = {},
  path = BASE,
): string {
  const q = new URLSearchParams();
  for (const field of FIELDS) {
    const value = asked[field];
    if (value) q.set(PARAMETERS[field], value);
  }
  for (const [name, value] of Object.entries(more)) q.set(name, value);
  const search = q.toString();
  return search === '' ? path : `${path}?${search}`;
}
