/** What people type about a finding, read with the same knowledge as the articles: a place, an office. */
import type { Office, PlaceMention } from '../core/article.ts';
import { UsageError } from '../core/errors.ts';
import { told } from '../i18n/text.ts';
import { findPeople, findPlaces, pathOf, today, unit } from '../vietnamese/index.ts';

export type PlaceUnit = Pick<PlaceMention, 'level' | 'path' | 'today'> & { readonly code: string };

const MOST_CANDIDATES = 8;

/** "Xã Thạch Kim, Huyện Lộc Hà, Tỉnh Hà Tĩnh" */
export function printedPath(path: readonly (string | null)[]): string {
  return path.toReversed().filter(Boolean).join(', ');
}

/** "nguyên Bí thư Huyện ủy Lộc Hà" */
export function printedOffice({ title, former }: Office): string {
  return former ? `nguyên ${title}` : title;
}

/**
 * The unit that is meant.
 * @param text a statistics-office code, or a name, with the units that hold it where it needs them
 * @param context of the article: its day decides which map holds
 * @throws UsageError `correction-unknown-place`, `correction-unclear-place`
 */
export function placeTyped(
  text: string,
  context: { readonly publishedAt: string | null; readonly province: string | null },
): PlaceUnit {
  const day = context.publishedAt?.slice(0, 10) ?? null;
  if (/^\d+$/.test(text)) {
    const found = unit(text, day);
    if (found)
      return {
        level: found.level,
        code: text,
        path: pathOf(text, day),
        today: [...today(text, day)],
      };
    throw unknownPlace(text);
  }
  const [found] = findPlaces([{ paragraph: 1, text }], context).places;
  if (found === undefined) throw unknownPlace(text);
  const { level, code, path } = found;
  if (code !== null && found.candidates.length < 2)
    return { level, code, path, today: found.today };
  const some = found.candidates
    .slice(0, MOST_CANDIDATES)
    .map((one) => `${one.code}: ${printedPath(one.path)}`);
  throw new UsageError(
    'correction-unclear-place',
    told('"{text}" có thể là nhiều nơi: {some}', { text, some: some.join('; ') }),
    {
      hint: told('Ghi thêm huyện, tỉnh, hoặc ghi mã đơn vị'),
    },
  );
}

const unknownPlace = (text: string) =>
  new UsageError(
    'correction-unknown-place',
    told('"{text}" không phải đơn vị hành chính vào ngày đăng bài', { text }),
    { hint: told('Ghi tên kèm loại ("xã Thạch Kim, huyện Lộc Hà") hoặc mã của cơ quan thống kê.') },
  );

/**
 * Offices as typed, one or more a line. Where the reader of articles does not take a line whole, the line
 * is one office as it stands. `official`: whether one of them is public and held; null where none was read.
 */
export function officesTyped(text: string): { offices: Office[]; official: boolean | null } {
  let official: boolean | null = null;
  const offices = text
    .split('\n')
    .map((line) => line.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .flatMap((line): Office[] => {
      const said = `Ông Nguyễn Văn An, ${line}, cho biết.`;
      const [person] = findPeople([{ paragraph: 1, type: 'paragraph', text: said }]);
      const titles = person?.offices.map(({ title }) => title).join(', ');
      if (!person || !titles || !line.endsWith(titles))
        return [{ title: line, former: false, organisation: null, place: null }];
      official = official === true || person.official;
      return person.offices.map((office) => ({ ...office }));
    });
  return { offices, official };
}
