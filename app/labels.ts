/** Names for facet values, as people read them. */
import type { Facet } from '../core/search.ts';
import type { Newspaper } from '../newspapers/define.ts';
import { unit } from '../vietnamese/index.ts';

const KINDS: Readonly<Record<string, string>> = {
  'so-ket': 'Sơ kết',
  'tong-ket': 'Tổng kết',
  'dai-hoi': 'Đại hội',
  'ky-hop': 'Kỳ họp',
  'hoi-nghi': 'Hội nghị khác',
  'hoi-thi': 'Hội thi',
  le: 'Lễ',
};

/** Prefix of a place's code as of today (indexer/place-codes.ts). */
const TODAY = 't:';

function placeName(value: string): string | null {
  const today = value.startsWith(TODAY);
  const name = unit(today ? value.slice(TODAY.length) : value)?.name ?? null;
  return name !== null && today ? `${name} (nay)` : name;
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
        return value.split('-').reverse().join('/');
      case 'places':
        return placeName(value);
      case 'conferenceKinds':
        return KINDS[value] ?? null;
      case 'section':
      case 'people':
        return null;
      default:
        return facet satisfies never;
    }
  };
}
