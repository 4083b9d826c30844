/** One place in the text that speaks of an event, with what it says of it. */
import { levelOf } from './level.ts';
import { chamberOf, occasionOf, ordinalOf, termOf, yearIn } from './name.ts';
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
  readonly year: number | null;
  /** The assembly's term: "khóa XV". */
  readonly chamber: number | null;
  /** Which ceremony: "khai mạc". */
  readonly ceremony: string;
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
    'triển khai thực hiện cán bộ đầu tiên xã huyện tỉnh - – , " “ ” ('
  ).split(' '),
);

/** "kỳ họp cuối cùng … (kỳ họp 11)" */
function bracketed(text: string): string {
  return /\((kỳ họp [^)]{1,12})\)/u.exec(text)?.[1] ?? '';
}

function matterOf(spot: Spot, organiser: Organiser | null): string[] {
  const found: string[] = [];
  // "buổi lễ kỷ niệm": the one at hand.
  const atHand = spot.kind === 'le' && spot.line.list[spot.at - 1]?.low === 'buổi';
  if (atHand && spot.end - spot.headEnd < 3) return found;
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
  /^(?:\s*\([^)]{0,40}\))?\s*(?:đã|sẽ|vừa|được|dự kiến|chính thức|sắp)?\s*(?:đã|sẽ|chính thức|được(?=\s+(?:tổ|diễn)))?\s*(?:diễn ra|khai mạc|bế mạc|tổ chức|kết thúc|khép lại|thành công|do .{3,70} tổ chức|được .{3,70} tổ chức)/u;

export function mentions(
  spot: Spot,
  dates: readonly DateSeen[],
  places: readonly PlaceSeen[],
  today: string | null,
): { mentions: Mention[]; unnamed: boolean } {
  const held: Holders = holders(spot);
  const name = nameOf(spot);
  const { list, passage } = spot.line;
  const end = list[spot.end - 1]?.end ?? list[spot.at]?.end ?? 0;
  const behind = passage.text.slice(end, end + 110);
  const window = between(spot.line, spot.at, Math.min(spot.to, spot.end + 12));
  const told = foretold(spot, held.subject, held.verb);
  const announced = held.verb >= 0 || NEWS.test(behind);
  const when = whenOf(spot, dates, announced);
  // "chiều 27/4, … cho ý kiến về việc chuẩn bị kỳ họp": the day is that of the preparing.
  const preparing =
    told === true &&
    /chuẩn bị/iu.test(between(spot.line, Math.max(spot.from, spot.at - 6), spot.at));
  const past =
    told === true &&
    when.date?.to != null &&
    today !== null &&
    (when.date.to < today || (preparing && when.date.to === today));
  const { date, text } = past ? { date: null, text: '' } : when;
  const base = {
    spot,
    name,
    kind: spot.kind,
    occasion: occasionOf(name, spot.kind),
    ordinal: /cuối cùng/u.test(name) ? ordinalOf(bracketed(window)) : ordinalOf(name),
    term: termOf(window),
    year: spot.kind === 'ky-hop' ? null : yearIn(name),
    chamber: spot.kind === 'ky-hop' ? chamberOf(window) : null,
    ceremony: spot.kind === 'le' ? between(spot.line, spot.at + 1, spot.headEnd).toLowerCase() : '',
    date,
    dateText: text,
    told,
    announced,
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
