/** The list of officials <-> its URL: the whole state stands there. */
import type { OfficialQuestion, OfficialQuestionField } from '../../app/officials/question.ts';
import { msg, type Plain } from '../../i18n/text.ts';
import { listUrl } from '../list-url.ts';

export const BASE = '/can-bo';
export const CURSOR = 'sau';
/** Of the form that parts namesakes: an office as it is listed, days of publication. */
export const OFFICE = 'chuc-vu';
export const FROM = 'tu';
export const TO = 'den';
/** Of the articles on a person's page, whose quotations page by `CURSOR`. */
export const ARTICLES_CURSOR = 'bai-sau';

export const PARAMETERS: Readonly<Record<OfficialQuestionField, string>> = {
  name: 'ten',
  office: 'chuc-vu',
  at: 'ngay',
  place: 'noi',
  today: 'noi-nay',
};

export const FIELD_NAMES: Readonly<Record<OfficialQuestionField, Plain>> = {
  name: msg('họ tên'),
  office: msg('chức vụ'),
  at: msg('giữ chức ngày'),
  place: msg('nơi trước đây'),
  today: msg('nơi hiện nay'),
};

export const officialHref = (id: string) => `${BASE}/${encodeURIComponent(id)}`;

const URLS = listUrl(BASE, PARAMETERS);
export const FIELDS = URLS.fields;
export const officialQuestionOf: (url: URL) => OfficialQuestion = URLS.read;
export const officialsUrl = URLS.write;
