/** Names for facets and their values, as people read them. */
import type { Conference } from '../core/article.ts';
import type { Facet } from '../core/search.ts';
import { readPlaceValue } from '../indexer/place-codes.ts';
import type { Newspaper } from '../newspapers/define.ts';
import { pathOf } from '../vietnamese/index.ts';

export const FACET_NAMES: Readonly<Record<Facet, string>> = {
  newspaper: 'Báo',
  month: 'Tháng',
  day: 'Ngày',
  places: 'Địa phương',
  section: 'Chuyên mục',
  people: 'Nhân vật',
  officials: 'Cán bộ',
  offices: 'Chức vụ',
  conferenceKinds: 'Hội nghị',
  occasions: 'Dịp tổ chức',
  levels: 'Cấp hội nghị',
  organisers: 'Đơn vị tổ chức',
  statuses: 'Tình hình hội nghị',
  origin: 'Nguồn bài',
  quotes: 'Trích lời',
  state: 'Tình trạng bài',
  content: 'Nội dung',
};

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

/** Names of the values of the closed facets. */
const CLOSED: Readonly<Partial<Record<Facet, Readonly<Record<string, string>>>>> = {
  conferenceKinds: CONFERENCE_KINDS,
  levels: LEVELS,
  statuses: STATUSES,
  origin: { original: 'bài gốc', reprint: 'bài đăng lại' },
  quotes: { yes: 'có trích lời', no: 'không có trích lời' },
  state: { live: 'còn trên báo', withdrawn: 'đã bị gỡ' },
  content: { yes: 'có nội dung', no: 'chỉ có tiêu đề, sapo hoặc ảnh' },
};

const printed = (day: string) => day.split('-').reverse().join('/');

/**
 * "Xã Lộc Hà, Tỉnh Hà Tĩnh (nay)". A unit of the day is told from later ones of that name by its last day:
 * "Tỉnh Bắc Ninh (đến 30/06/2025)".
 */
function placeName(value: string): string | null {
  const { code, today, unit } = readPlaceValue(value);
  if (!unit) return null;
  const path = pathOf(code, unit.to ?? undefined);
  const above = unit.level === 'province' ? [] : path.slice(0, unit.level === 'commune' ? 2 : 1);
  const name = [unit.name, ...above.reverse().filter((part) => part !== null)].join(', ');
  if (today) return `${name} (nay)`;
  return unit.to === null ? name : `${name} (đến ${printed(unit.to)})`;
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
      case 'day':
        return printed(value);
      case 'places':
        return placeName(value);
      default: {
        const closed = CLOSED[facet];
        return closed && Object.hasOwn(closed, value) ? (closed[value] ?? null) : null;
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
