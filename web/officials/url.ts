/** The list of officials <-> its URL: the whole state stands there. */
import {
  NOTHING_ASKED,
  type OfficialQuestion,
  type OfficialQuestionField,
} from '../../app/officials/question.ts';
import { msg, type Plain } from '../../i18n/text.ts';

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

export const FIELDS = ['name', 'office', 'at', 'place', 'today'] as const;

export const officialHref = (id: string) => `${BASE}/${encodeURIComponent(id)}`;

export function officialQuestionOf(url: URL): OfficialQuestion {
  const asked: Record<OfficialQuestionField, string> = { ...NOTHING_ASKED };
  for (const field of FIELDS) asked[field] = (url.searchParams.get(PARAMETERS[field]) ?? '').trim();
  return asked;
}

/** @param more of other parameters */
export function officialsUrl(
  asked: Partial<OfficialQuestion>,
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
