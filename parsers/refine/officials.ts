/** Who of an article's people goes into the register of officials, and what keeps namesakes apart. */
import type { Article, Person } from '../../core/article.ts';
import {
  canonicalTone,
  codesAbove,
  exactKey,
  isPublicTitle,
  nameOrder,
  officeWords,
  type Seat,
  seatOf,
  today,
  unit,
} from '../../vietnamese/index.ts';

/** Fits the archive's `OfficialMention`. */
export interface Registered {
  readonly person: number;
  readonly key: string;
  readonly name: string;
  readonly sort: string;
  readonly offices: readonly {
    readonly title: string;
    readonly words: string;
    readonly former: boolean;
  }[];
  readonly places: readonly string[];
}

/** As the search's place values: a code, with the first day of its unit where others bore it before. */
function valueOn(code: string, day: string | null): string {
  const found = unit(code, day) ?? unit(code);
  return found?.from ? `${code}@${found.from}` : code;
}

/** The unit's code, which it keeps where only its borders change; where the unit is not told, the province. */
function seatKey({ level, code }: Seat, province: string | null): string {
  if (level === 'trung-uong') return 'vn';
  return code ?? `${level ?? ''}?${province ?? ''}`;
}

function placesOf({ code }: Seat, day: string | null): string[] {
  if (code === null) return [];
  const then = codesAbove(code, day).map((one) => valueOn(one, day));
  const now = today(code, day).flatMap((one) => codesAbove(one.code));
  return [...new Set([...then, ...now.map((one) => `t:${one}`)])].sort();
}

function publicOffices({ official, offices }: Person): Person['offices'] {
  // "đại diện các ban" stands behind an office, and is none.
  const titles = offices.filter(({ title }) => !/^đại diện(?!\p{L})/iu.test(title));
  return titles.filter(({ title, former }) => (former ? isPublicTitle(title) : official));
}

/**
 * People who hold or held public office, by the article. One key is one name at one seat: the deepest unit
 * (commune, district, province, the state) in which the article gives the person an office.
 * @param province statistics-office code of the newspaper's province
 */
export function officialsOf(article: Article, province: string | null): Registered[] {
  const { people, places, mainPlaces, publishedAt } = article;
  const day = publishedAt?.slice(0, 10) ?? null;
  return people.flatMap((one, person): Registered[] => {
    const offices = publicOffices(one);
    if (one.name === null || (offices.length === 0 && !one.official)) return [];
    const name = canonicalTone(one.name);
    const seat = seatOf(offices, { places, mainPlaces, province });
    const syllables = name.split(/\s+/u).map(exactKey).join(' ');
    return [
      {
        person,
        name,
        key: `${syllables}|${seatKey(seat, province)}`,
        sort: nameOrder(name),
        offices: offices.map(({ title, former }) => ({ title, former, words: officeWords(title) })),
        places: placesOf(seat, day),
      },
    ];
  });
}
