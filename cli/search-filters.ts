/** The options by which a search is narrowed, and the filters that they mean. */
import { type Command, InvalidArgumentError } from 'commander';
import { closedValues } from '../app/labels.ts';
import { UsageError } from '../core/errors.ts';
import { FACETS, type Facet, type SearchFilters } from '../core/search.ts';
import { placeValue, readPlaceValue, TODAY } from '../indexer/place-codes.ts';
import { comparable, fold, unitsNamed } from '../vietnamese/index.ts';
import { among, calendarDay } from './choices.ts';

export interface FilterOptions {
  readonly newspaper?: string[];
  readonly place?: string[];
  readonly person?: string[];
  readonly official?: string[];
  readonly office?: string[];
  readonly kind?: string[];
  readonly occasion?: string[];
  readonly level?: string[];
  readonly organiser?: string[];
  readonly status?: string[];
  readonly section?: string[];
  readonly month?: string[];
  readonly reprints?: 'only' | 'none';
  readonly quotes?: boolean;
  readonly withdrawn?: boolean;
  readonly undated?: boolean;
  readonly from?: string;
  readonly to?: string;
}

/** A type word and what follows, folded: "huyen loc ha". */
const TYPE_WORD = /^(?:tinh|thanh pho|quan|huyen|thi xa|xa|phuong|thi tran|dac khu)(?=\s+\S)/iu;

/** "xã Lộc Hà" -> "Lộc Hà" */
function withoutTypeWord(name: string): string {
  const words = TYPE_WORD.exec(fold(name))?.[0].split(' ').length ?? 0;
  return name.split(/\s+/u).slice(words).join(' ');
}

/** Several values of a closed facet, each checked. */
const oneOf =
  (facet: Facet) =>
  (text: string, before: string[] = []): string[] => {
    const known = closedValues(facet) ?? [];
    if (!known.includes(text)) throw new InvalidArgumentError(known.join(', '));
    return [...before, text];
  };

function month(text: string, before: string[] = []): string[] {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/u.test(text)) throw new InvalidArgumentError('YYYY-MM');
  return [...before, text];
}

/** Adds the options; several values of one are joined by "or", several options by "and". */
export function withFilters(command: Command): Command {
  return command
    .option('--newspaper <ids...>', 'chỉ các báo này / only these newspapers')
    .option(
      '--place <names...>',
      'tỉnh, huyện hay xã: tên có loại hình ("xã Lộc Hà"), mã ("448"), mã hiện nay ("t:18568") / province, district or commune: name with or without its type word, code, code of today',
    )
    .option('--person <names...>', 'có người này / mentions this person')
    .option('--official <names...>', 'có cán bộ này / mentions this official')
    .option('--office <titles...>', 'có chức vụ này / mentions this office')
    .option(
      '--kind <kinds...>',
      `loại hội nghị / kind of conference: ${closedValues('conferenceKinds')?.join(', ')}`,
      oneOf('conferenceKinds'),
    )
    .option('--occasion <texts...>', 'dịp tổ chức hội nghị / what the conference reviews')
    .option(
      '--level <levels...>',
      `cấp hội nghị / level of the conference: ${closedValues('levels')?.join(', ')}`,
      oneOf('levels'),
    )
    .option('--organiser <bodies...>', 'đơn vị tổ chức / body that holds the conference')
    .option(
      '--status <states...>',
      `hội nghị đã hay sẽ tổ chức / conference: ${closedValues('statuses')?.join(', ')}`,
      oneOf('statuses'),
    )
    .option('--section <names...>', 'chuyên mục / section of the newspaper')
    .option('--month <months...>', 'tháng YYYY-MM / months', month)
    .option('--from <day>', 'từ ngày YYYY-MM-DD / from this day', calendarDay)
    .option('--to <day>', 'đến ngày YYYY-MM-DD / to this day', calendarDay)
    .option(
      '--reprints <which>',
      'only: chỉ bài đăng lại, none: chỉ bài gốc / only reprints, or none of them',
      among('only', 'none'),
    )
    .option('--quotes', 'chỉ bài có trích lời / only with quotes')
    .option('--withdrawn', 'chỉ bài đã bị gỡ / only withdrawn ones')
    .option('--undated', 'chỉ bài không rõ ngày / only without a date');
}

/** Every unit that is meant by a code or a name: all states that bore the name, on the map of the day and of today. */
function placesOf(text: string): string[] {
  if (readPlaceValue(text).unit) return [text];
  const name = text.trim();
  const bare = withoutTypeWord(name);
  const typed = bare !== name;
  // "Xã" at the beginning may be a part of the name.
  const named = [
    ...unitsNamed(name),
    ...(typed ? unitsNamed(bare).filter((unit) => fold(unit.name) === fold(name)) : []),
  ];
  const plain = (name: string) => comparable(name).toLowerCase();
  // Typed with marks, they must be the unit's.
  const meant = named.filter(
    (unit) =>
      fold(name) === name.toLowerCase() || [plain(name), plain(bare)].includes(plain(unit.bare)),
  );
  if (meant.length === 0)
    throw new UsageError('unknown-place', `No place has the name or code "${text}".`, {
      hint: 'Write the name as printed ("xã Lộc Hà"), or the code of the statistics office.',
    });
  return meant.flatMap((unit) =>
    unit.to === null ? [placeValue(unit), `${TODAY}${unit.code}`] : [placeValue(unit)],
  );
}

/** @throws UsageError `unknown-place`, `bad-range` */
export function filtersOf(options: FilterOptions): SearchFilters {
  const { from, to, reprints } = options;
  if (from !== undefined && to !== undefined && from > to)
    throw new UsageError('bad-range', `--from ${from} is after --to ${to}.`);
  const lists: Partial<Record<Facet, readonly string[] | undefined>> = {
    newspaper: options.newspaper,
    places: options.place && [...new Set(options.place.flatMap(placesOf))],
    people: options.person,
    officials: options.official,
    offices: options.office,
    conferenceKinds: options.kind,
    occasions: options.occasion,
    levels: options.level,
    organisers: options.organiser,
    statuses: options.status,
    section: options.section,
    month: options.month,
    origin: reprints && [reprints === 'only' ? 'reprint' : 'original'],
    quotes: options.quotes ? ['yes'] : undefined,
    state: options.withdrawn ? ['withdrawn'] : undefined,
  };
  const chosen = FACETS.flatMap((facet) => {
    const values = lists[facet];
    return values ? [[facet, values.map((value) => value.normalize('NFC'))] as const] : [];
  });
  return {
    ...Object.fromEntries(chosen),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(options.undated ? { undated: true } : {}),
  };
}
