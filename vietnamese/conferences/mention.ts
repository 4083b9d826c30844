/** One place in the text that speaks of an event, with what it says of it. */
import { levelOf } from './level.ts';
import { occasionOf, ordinalOf, termOf } from './name.ts';
import { type Holders, holders, type Organiser } from './organiser.ts';
import { placeIn } from './place.ts';
import type { DateSeen, Days, Kind, Level, PlaceSeen, Years } from './shapes.ts';
import { nameOf, type Spot } from './spot.ts';
import { between } from './text.ts';
import { foretold, whenOf } from './when.ts';

export interface Mention {
  readonly spot: Spot;
  readonly name: string;
  readonly kind: Kind;
  readonly organiser: Organiser | null;
  /** What stands in brackets behind the organiser: "(Sacombank, mã: STB)". */
  readonly alias: string;
  readonly place: PlaceSeen | null;
  readonly level: Level | null;
  readonly occasion: string | null;
  readonly ordinal: number | null;
  readonly term: Years | null;
  readonly date: Days | null;
  readonly dateText: string;
  readonly told: boolean | null;
  /** Has a verb of holding or a frame that tells of it as news. */
  readonly announced: boolean;
  /** Words of the name that say what it is about, the organiser's left out. */
  readonly matter: readonly string[];
}

const FILLER = new Set(
  (
    'hội nghị đại kỳ họp thi lễ buổi sơ tổng kết lần thứ nhiệm khóa khoá toàn quốc trực tuyến biểu chuyên đề công tác của năm và về các thường niên đồng cổ đông ' +
    'triển khai thực hiện cán bộ - – , " “ ” ('
  ).split(' '),
);

function matterOf(spot: Spot, organiser: Organiser | null): string[] {
  const found: string[] = [];
  // The word of the ceremony is no matter of its own: "lễ khai mạc".
  for (let at = spot.headEnd; at < spot.end; at++) {
    if (organiser !== null && at >= organiser.from && at < organiser.to) continue;
    const low = spot.line.list[at]?.low ?? '';
    if (!FILLER.has(low)) found.push(low);
  }
  return found;
}

function aliasOf({ line: { list, passage } }: Spot, { to }: Organiser): string {
  if (list[to]?.text !== '(') return '';
  for (let end = to + 1; end < to + 14; end++) {
    if (list[end]?.text === ')')
      return passage.text.slice(list[to]?.end ?? 0, list[end]?.start ?? 0);
  }
  return '';
}

// takes: "diễn ra", "khai mạc" right behind the name
const NEWS =
  /^(?:\s*\([^)]{0,40}\))?\s*(?:đã|sẽ|vừa|được|dự kiến|chính thức|sắp)?\s*(?:đã|sẽ|được|chính thức)?\s*(?:diễn ra|khai mạc|bế mạc|tổ chức|kết thúc|khép lại|thành công)/u;

export function mentions(
  spot: Spot,
  dates: readonly DateSeen[],
  places: readonly PlaceSeen[],
): { mentions: Mention[]; unnamed: boolean } {
  const held: Holders = holders(spot);
  const name = nameOf(spot);
  const { date, text } = whenOf(spot, dates);
  const { list, passage } = spot.line;
  const end = list[spot.end - 1]?.end ?? list[spot.at]?.end ?? 0;
  const behind = passage.text.slice(end, end + 60);
  const window = between(spot.line, spot.at, Math.min(spot.to, spot.end + 12));
  const base = {
    spot,
    name,
    kind: spot.kind,
    occasion: occasionOf(name, spot.kind),
    ordinal: ordinalOf(name),
    term: termOf(window),
    date,
    dateText: text,
    told: foretold(spot, held.subject, held.verb),
    announced: held.verb >= 0 || NEWS.test(behind),
  };
  const organisers: readonly (Organiser | null)[] =
    held.organisers.length === 0 ? [null] : held.organisers;
  return {
    unnamed: held.unnamed,
    mentions: organisers.map((organiser): Mention => {
      const place = organiser === null ? null : placeIn(organiser, spot.line, places);
      return {
        ...base,
        organiser,
        alias: organiser === null ? '' : aliasOf(spot, organiser),
        place,
        level: organiser === null ? null : levelOf(organiser.text, place),
        matter: matterOf(spot, organiser),
      };
    }),
  };
}
