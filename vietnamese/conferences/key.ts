/**
 * The joining key of a conference: mentions with equal keys, in whatever article and paper, are one event.
 *
 * The key is kind | body | unit | when. *Body* is the organiser spelled out, in lower case, without the
 * unit's name and type, party committees as the Đảng bộ they lead; *unit* is the code of its place, so that
 * "Đảng bộ huyện" about Lộc Hà and "Đảng bộ huyện Lộc Hà" are equal. *When* is the coarsest thing that
 * still tells the event from its organiser's others:
 * - a congress or session: its ordinal, else the term, else the year;
 * - a review of a period (half term, six months, quarter, year): that period and its year, never the day,
 *   so that a mention without a date joins;
 * - everything else: the first day where it is known to the day, else its matter and the year.
 * Empty, joining nothing, without an organiser, and where neither ordinal, period, day nor matter is known.
 */

import { ordinalOf } from './name.ts';
import { bodyText, textKey } from './organiser-key.ts';
import type { Conference } from './shapes.ts';

type Keyed = Pick<
  Conference,
  'name' | 'kind' | 'occasion' | 'organiser' | 'term' | 'date' | 'place' | 'level'
>;

export interface KeyContext {
  readonly publishedAt: string | null;
}

/** Party terms begin in 2015, 2020, 2025; the half-term review of one term is held once. */
const termStart = (year: number) => year - (year % 5);

function yearOf({ date, term }: Keyed, { publishedAt }: KeyContext): number | null {
  const day = date?.from ?? date?.to ?? publishedAt;
  const year = Number(day?.slice(0, 4) ?? term?.from ?? Number.NaN);
  return Number.isInteger(year) ? year : null;
}

function digits(text: string): number | null {
  const number = /(?:19|20)\d\d/u.exec(text)?.[0];
  return number === undefined ? null : Number(number);
}

/** The period that is reviewed; null for a review of a matter. */
function period(conference: Keyed, context: KeyContext): string | null {
  const occasion = conference.occasion?.toLowerCase() ?? '';
  const year = yearOf(conference, context);
  if (/giữa (?:nhiệm )?kỳ/u.test(occasion))
    return `term ${conference.term?.from ?? (year === null ? '' : termStart(year))}`;
  const half = /(?:^|\s)(\d{1,2}|sáu) tháng/u.exec(occasion)?.[1];
  const quarter = /quý (\p{L}+|\d)/u.exec(occasion)?.[1];
  const school = /năm học (\d{4})/u.exec(occasion)?.[1];
  if (half)
    return `${half === 'sáu' ? 6 : half}m ${/cuối/u.test(occasion) ? 'b' : 'a'} ${digits(occasion) ?? digits(conference.name) ?? year}`;
  if (quarter) return `q${textKey(quarter)} ${digits(occasion) ?? year}`;
  if (school) return `school ${school}`;
  if (/^(?:cuối )?năm(?:\s|$)/u.test(occasion)) {
    const named = digits(occasion);
    if (named !== null) return `year ${named}`;
    const early = (conference.date?.from ?? context.publishedAt ?? '').slice(5, 7) <= '03';
    return year === null ? null : `year ${early ? year - 1 : year}`;
  }
  return null;
}

/** The first day if it is known to the day. */
function dayOf({ date }: Keyed): string | null {
  if (date?.from == null || date.to === null) return null;
  return Date.parse(date.to) - Date.parse(date.from) <= 3 * 86_400_000 ? date.from : null;
}

function when(conference: Keyed, context: KeyContext): string | null {
  const { kind } = conference;
  const year = yearOf(conference, context);
  const ordinal = ordinalOf(conference.name);
  if (kind === 'dai-hoi' || kind === 'ky-hop') {
    if (ordinal !== null)
      return `no ${ordinal}${kind === 'ky-hop' && year !== null ? ` ${termStart(year - 1)}` : ''}`;
    if (conference.term !== null) return `term ${conference.term.from}`;
    return year === null ? null : `year ${year}`;
  }
  const reviewed = period(conference, context);
  if (reviewed !== null) return reviewed;
  if (ordinal !== null && kind === 'hoi-nghi' && year !== null)
    return `no ${ordinal} ${termStart(year)}`;
  const day = dayOf(conference);
  if (day !== null) return `day ${day}`;
  const matter = textKey(conference.occasion ?? conference.name)
    .split(' ')
    .slice(0, 8)
    .join(' ');
  return matter.split(' ').length < 3 || year === null ? null : `${year} ${matter}`;
}

const UNIT_WORDS = /(?<!\p{L})(?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn)(?!\p{L})/gu;

/** The body without its unit: what is left of "đảng bộ huyện lộc hà" is "đảng bộ". */
function bodyKey({ organiser, place, level }: Keyed): string {
  if (organiser === null) return '';
  let text = bodyText(organiser);
  // A firm's name may hold a unit's: it is no firm of that unit.
  if (place !== null && level !== null) {
    for (const name of place.path) {
      if (name === null) continue;
      const bare = bodyText(name).replace(UNIT_WORDS, '').trim();
      const at = bare === '' ? -1 : text.lastIndexOf(bare);
      if (at >= 0) text = `${text.slice(0, at)} ${text.slice(at + bare.length)}`;
    }
    text = text.replace(UNIT_WORDS, ' ');
  }
  return textKey(text.replace(/\s+/gu, ' ').trim());
}

/** See the rule above. `''` where too little is known to join. */
export function conferenceKey(conference: Keyed, context: KeyContext): string {
  if (conference.organiser === null) return '';
  const time = when(conference, context);
  if (time === null) return '';
  let body = bodyKey(conference);
  // "Hương Sơn sơ kết giữa nhiệm kỳ": the district's party committee.
  if (body === '' && time.startsWith('term')) body = textKey('đảng bộ');
  return [
    conference.kind,
    body,
    (conference.level === null ? null : conference.place?.code) ?? '',
    time,
  ].join('|');
}
