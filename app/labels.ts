/** Names for facets and their values, as people read them. */
import type { Conference } from '../core/article.ts';
import type { Facet } from '../core/search.ts';
import { day, month } from '../i18n/format.ts';
import { msg, type Plain, t } from '../i18n/text.ts';
import { readPlaceValue } from '../indexer/place-codes.ts';
import type { Newspaper } from '../newspapers/define.ts';
import { pathOf } from '../vietnamese/index.ts';

export const FACET_NAMES = {
  newspaper: msg('Báo'),
  month: msg('Tháng'),
  day: msg('Ngày'),
  places: msg('Địa phương'),
  section: msg('Chuyên mục'),
  people: msg('Nhân vật'),
  officials: msg('Cán bộ'),
  offices: msg('Chức vụ'),
  conferenceKinds: msg('Hội nghị'),
  occasions: msg('Dịp tổ chức'),
  levels: msg('Cấp hội nghị'),
  organisers: msg('Đơn vị tổ chức'),
  statuses: msg('Tình hình hội nghị'),
  origin: msg('Nguồn bài'),
  quotes: msg('Trích lời'),
  state: msg('Tình trạng bài'),
  content: msg('Nội dung'),
} as const satisfies Record<Facet, Plain>;

export const CONFERENCE_KINDS = {
  'so-ket': msg('Sơ kết'),
  'tong-ket': msg('Tổng kết'),
  'dai-hoi': msg('Đại hội'),
  'ky-hop': msg('Kỳ họp'),
  'hoi-nghi': msg('Hội nghị'),
  'hoi-thi': msg('Hội thi'),
  le: msg('Lễ'),
} as const satisfies Record<Conference['kind'], Plain>;

export const LEVELS = {
  'co-so': msg('cấp cơ sở'),
  huyen: msg('cấp huyện'),
  tinh: msg('cấp tỉnh'),
  'trung-uong': msg('trung ương'),
} as const satisfies Record<NonNullable<Conference['level']>, Plain>;

export const STATUSES = {
  held: msg('đã tổ chức'),
  planned: msg('dự kiến'),
} as const satisfies Record<Conference['status'], Plain>;

/** Names of the values of the closed facets. */
const CLOSED: Readonly<Partial<Record<Facet, Readonly<Record<string, Plain>>>>> = {
  conferenceKinds: CONFERENCE_KINDS,
  levels: LEVELS,
  statuses: STATUSES,
  origin: { original: msg('bài gốc'), reprint: msg('bài đăng lại') },
  quotes: { yes: msg('có trích lời'), no: msg('không có trích lời') },
  state: { live: msg('còn trên báo'), withdrawn: msg('đã bị gỡ') },
  content: { yes: msg('có nội dung'), no: msg('chỉ có tiêu đề, sapo hoặc ảnh') },
};

/**
 * "Xã Lộc Hà, Tỉnh Hà Tĩnh (nay)". A unit of the day is told from later ones of that name by its last day:
 * "Tỉnh Bắc Ninh (đến 30/6/2025)".
 */
function placeName(value: string): string | null {
  const { code, today, unit } = readPlaceValue(value);
  if (!unit) return null;
  const path = pathOf(code, unit.to ?? undefined);
  const above = unit.level === 'province' ? [] : path.slice(0, unit.level === 'commune' ? 2 : 1);
  const name = [unit.name, ...above.reverse().filter((part) => part !== null)].join(', ');
  if (today) return t('{place} (nay)', { place: name });
  return unit.to === null ? name : t('{place} (đến {day})', { place: name, day: day(unit.to) });
}

/** @returns a function that gives a value's name, null where it has none but itself */
export function labelOf(
  newspapers: readonly Pick<Newspaper, 'id' | 'name'>[],
): (facet: Facet, value: string) => string | null {
  const names = new Map(newspapers.map(({ id, name }) => [id, name]));
  return (facet, value) => {
    switch (facet) {
      case 'newspaper':
        return names.get(value) ?? null;
      case 'month':
        return month(value);
      case 'day':
        return day(value);
      case 'places':
        return placeName(value);
      default: {
        const closed = CLOSED[facet];
        const name = closed && Object.hasOwn(closed, value) ? closed[value] : undefined;
        return name === undefined ? null : t(name);
      }
    }
  };
}

/** Facets whose values have names of their own; those of the others are what they are called. */
export function isNamed(facet: Facet): boolean {
  return ['newspaper', 'month', 'day', 'places'].includes(facet) || closedValues(facet) !== null;
}

/** All values that a facet can have; null where it may have any. */
export function closedValues(facet: Facet): readonly string[] | null {
  const closed = CLOSED[facet];
  return closed ? Object.keys(closed) : null;
}
