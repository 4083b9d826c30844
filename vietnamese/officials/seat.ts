/** Where a person holds office: what keeps namesakes apart. */
import { levelOf } from '../conferences/level.ts';
import { impliedPlace } from '../conferences/place.ts';
import type { Level, PlacePath, PlaceSeen } from '../conferences/shapes.ts';
import { fold } from '../fold.ts';
import { unitsNamed } from '../gazetteer.ts';
import type { Office } from '../offices.ts';

export interface SeatContext {
  /** Of the article. */
  readonly places: readonly PlaceSeen[];
  readonly mainPlaces: readonly PlacePath[];
  /** Statistics-office code of the newspaper's province. */
  readonly province: string | null;
}

export interface Seat {
  /** Null where the title does not say. */
  readonly level: Level | null;
  /** Of the unit; null for the state, and where it is not told which one. */
  readonly code: string | null;
}

// takes: Thủ tướng, Phó Chủ tịch Quốc hội, Ủy viên Bộ Chính trị; refuses Chủ tịch UBND tỉnh
const STATE =
  /^(?:(?:quyền|tân|phó) )*(?:tổng bí thư|thường trực ban bí thư|chủ tịch nước|thủ tướng|chủ tịch quốc hội|tổng thư ký quốc hội|bộ trưởng|thứ trưởng|tổng thanh tra|tổng kiểm toán|thống đốc|ủy viên (?:bộ chính trị|trung ương|ban chấp hành trung ương|bch trung ương|ban bí thư|ubtv quốc hội)|đại biểu quốc hội|đbqh|tổng thống|ngoại trưởng|đại sứ|tổng lãnh sự|quốc vương|tổng tham mưu trưởng)(?!\p{L})/u;

const DEPTH: Readonly<Record<Level, number>> = { 'co-so': 4, huyen: 3, tinh: 2, 'trung-uong': 1 };
const OF_LEVEL = { province: 'tinh', district: 'huyen', commune: 'co-so' } as const;

const bare = (text: string) =>
  ` ${fold(text)
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim()} `;
const TYPE = /^ (?:tinh|thanh pho|tp|huyen|quan|thi xa|tx|xa|phuong|thi tran|tt) (?=.)/u;

/** The deepest unit of the article that the title names. */
function placeNamed(title: string, places: readonly PlaceSeen[]): PlaceSeen | null {
  const words = bare(title);
  let best: PlaceSeen | null = null;
  for (const place of places) {
    if (place.code === null) continue;
    const name = bare(place.text).replace(TYPE, ' ');
    if (name.trim() === '' || !words.includes(name)) continue;
    if (best === null || DEPTH[OF_LEVEL[place.level]] > DEPTH[OF_LEVEL[best.level]]) best = place;
  }
  return best;
}

function seatOfOne({ title, organisation }: Office, context: SeatContext): Seat {
  const low = title.normalize('NFC').toLowerCase().replace(/uỷ/gu, 'ủy');
  if (STATE.test(low)) return { level: 'trung-uong', code: null };
  const named = placeNamed(title, context.places);
  const level = levelOf(organisation ?? title, null) ?? (named && OF_LEVEL[named.level]);
  if (level === null) return { level: null, code: null };
  if (level === 'trung-uong') return { level, code: null };
  if (named !== null && OF_LEVEL[named.level] === level) return { level, code: named.code };
  // "Giám đốc Sở Y tế Nghệ An" where the article names the province nowhere else.
  if (level === 'tinh') {
    const words = bare(organisation ?? title);
    const last = unitsNamed(words.trim().split(' ').slice(-2).join(' ')).find(
      (unit) => unit.level === 'province',
    );
    return { level, code: last?.code ?? context.province };
  }
  return { level, code: impliedPlace(level, context.places, context.mainPlaces)?.code ?? null };
}

/** The deepest of the offices that are held, or, where none is, that were. */
export function seatOf(offices: readonly Office[], context: SeatContext): Seat {
  const held = offices.filter(({ former }) => !former);
  let best: Seat = { level: null, code: null };
  for (const office of held.length > 0 ? held : offices) {
    const seat = seatOfOne(office, context);
    const depth = ({ level }: Seat) => (level === null ? 0 : DEPTH[level]);
    if (depth(seat) > depth(best)) best = seat;
  }
  return best;
}
