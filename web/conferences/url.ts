/** The list of conferences <-> its URL: the whole state stands there. */
import type {
  ConferenceQuestion,
  ConferenceQuestionField,
} from '../../app/conferences/question.ts';
import { msg, type Plain } from '../../i18n/text.ts';
import { listUrl } from '../list-url.ts';

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

const URLS = listUrl(BASE, PARAMETERS);
export const FIELDS = URLS.fields;
export const conferenceQuestionOf: (url: URL) => ConferenceQuestion = URLS.read;
export const conferencesUrl = URLS.write;
