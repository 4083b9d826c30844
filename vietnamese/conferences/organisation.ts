/** How far the name of an organisation runs: "Đảng bộ xã Nam Phúc Thăng (Cẩm Xuyên)", "Sở Văn hóa, Thể thao và Du lịch". */
import { unitsNamed } from '../gazetteer.ts';
import type { Word } from '../words.ts';
import { lexicon, namedBodies } from './lexicon.ts';

const LONGEST = 24;
/** Words of units; alone they are no body, with a name behind them they are ("huyện Hương Khê"). */
const UNITS = new Set(['tỉnh', 'huyện', 'quận', 'xã', 'phường', 'tp', 'tx', 'tt']);
const LONG_UNITS = new Set(['thành phố', 'thị xã', 'thị trấn']);
const GENERIC = new Set(
  'ngân hàng|công ty|tập đoàn|trung tâm|bệnh viện|hiệp hội|câu lạc bộ|khách sạn|doanh nghiệp|trường|hợp tác xã|nhà hàng'.split(
    '|',
  ),
);
const NEVER = new Set([
  'nước',
  'nhà nước',
  'doanh nghiệp',
  'quốc tế',
  'quỹ',
  'tư nhân',
  'hãng',
  'chuỗi',
  'thôn',
  'pc',
]);

/** Number of words of a unit's type at `at`; 0. */
export function unitAt(list: readonly Word[], at: number): number {
  const word = list[at];
  if (word === undefined) return 0;
  if (LONG_UNITS.has(`${word.low} ${list[at + 1]?.low}`)) return 2;
  if (!UNITS.has(word.low)) return 0;
  return word.text.length <= 2 && list[at + 1]?.text === '.' ? 2 : 1;
}

/** Pairs that begin like a body and are none: "Hội nghị", "đoàn kết". */
const NOT_BODIES = new Set(
  (
    'hội nghị|hội thi|hội thảo|hội trường|hội chợ|hội viên|hội diễn|hội quán|hội họa|hội thao|đoàn kết|đoàn công|đoàn đại|đoàn viên|đoàn giám|' +
    'đoàn chủ|đoàn kiểm|đoàn thể|đoàn thanh|đoàn khách|trường hợp|trường mới|trường quốc|báo cáo|báo động|báo chí|báo công|báo đáp|phòng chống|phòng họp|phòng hội|phòng dịch|phòng cháy|viện trợ|viện dẫn|' +
    'đội ngũ|đội tuyển|đội thi|đội hình|đội trưởng|công bố|bộ phận|bộ hồ|bộ máy|bộ trưởng|bộ tiêu|bộ luật|sở hữu|sở tại|sở thích|đảng viên|đại biểu|cục bộ|cục trưởng|vụ việc|vụ án|vụ trưởng|khối lượng|cụm từ|' +
    'thuế suất|công đoạn|đài tưởng|đồn đoán|đồn đại|viện trưởng|viện cớ|cụm công|khối đại'
  ).split('|'),
);

/** Second syllables that are no body: "trụ sở", "Quốc phòng", "cán bộ". */
const INSIDE = new Set(
  'trụ sở|cơ sở|hồ sở|quốc phòng|dự phòng|biên phòng|văn phòng|căn phòng|cán bộ|nội bộ|toàn bộ|tiến bộ|đồng bộ|cục bộ|thủy bộ|đường bộ|thái hội|xã hội|cơ hội|lễ hội|dạ hội|vũ hội|đại hội|giáo hội|quân đoàn|sư đoàn|trung đoàn|lữ đoàn|tập đoàn|công đoàn|thành đoàn|phái đoàn|liên đoàn|hỏa tiễn|môi trường|thị trường|hội trường|hiện trường|nông trường|lâm trường|công trường|lễ đài|võ đài|vũ trường|quảng trường|chiến trường|sân trường|nhà trường|sở trường|liên ngành|đa ngành|chuyên ngành|thể viện|sinh viện|tu viện'.split(
    '|',
  ),
);

const low = (list: readonly Word[], at: number, size: number) =>
  list
    .slice(at, at + size)
    .map((word) => word.low)
    .join(' ');

/** Words of the head of a body at `at`, 0 for none: "Đảng bộ", "UBND", "huyện" before a name. */
export function headAt(list: readonly Word[], at: number): number {
  const word = list[at];
  if (word === undefined || word.punct) return 0;
  const size = Math.max(lexicon().bodies.at(list, at), namedBodies().at(list, at));
  const unit = unitAt(list, at);
  if (unit > 0 && unit >= size) return list[at + unit]?.cap ? unit : 0;
  if (size === 0 || (size === 1 && NOT_BODIES.has(`${word.low} ${list[at + 1]?.low}`))) return 0;
  if (size === 1 && !word.cap && INSIDE.has(`${list[at - 1]?.low} ${word.low}`)) return 0;
  // "ngân hàng sẽ trình", "công ty tổ chức": nothing named.
  if (!word.cap && GENERIC.has(low(list, at, size)) && !list[at + size]?.cap) return 0;
  if (NEVER.has(low(list, at, size)) && !word.cap) return 0;
  // "hội trường", "đoàn kết", "trường hợp": a small letter and a word of its own.
  if (!word.cap && size === 1 && !(list[at + 1]?.cap ?? false)) {
    return word.low === 'ngành' ? smallBody(list, at) : 0;
  }
  return size;
}

function smallBody(list: readonly Word[], at: number): number {
  const next = list[at + 1];
  return next !== undefined && !next.punct && lexicon().stops.at(list, at + 1) === 0 ? 1 : 0;
}

/** Whether "A, B và C" at the comma goes on with one body's name. */
function enumerates(list: readonly Word[], comma: number): boolean {
  if (!(list[comma + 1]?.cap ?? false) || headAt(list, comma + 1) > 0) return false;
  for (let at = comma + 1; at < comma + 9; at++) {
    const word = list[at];
    if (word === undefined || (word.punct && word.text !== ',')) return false;
    if (word.low === 'và' || word.text === '&')
      return (list[at + 1]?.cap ?? false) && headAt(list, at + 1) === 0;
    const kept = lexicon().kept.at(list, at);
    if (kept > 0) {
      at += kept - 1;
      continue;
    }
    if (headAt(list, at) > 0 || lexicon().stops.at(list, at) > 0) return false;
  }
  return false;
}

/** Index behind a bracket that names a place: "(Cẩm Xuyên)", "(TP Hà Tĩnh)". */
function bracketEnd(list: readonly Word[], at: number): number {
  for (let end = at + 1; end <= at + 7; end++) {
    if (list[end]?.text !== ')') continue;
    const first = list[at + 1];
    if (first === undefined || !(first.cap || unitAt(list, at + 1) > 0)) return -1;
    const skip = unitAt(list, at + 1);
    const name = list
      .slice(at + 1 + skip, end)
      .map((word) => word.text)
      .join(' ');
    return skip > 0 || unitsNamed(name).length > 0 ? end + 1 : -1;
  }
  return -1;
}

/** Index behind the body whose name begins at `at`; `at` if none does. */
export function bodyEnd(list: readonly Word[], at: number): number {
  const head = headAt(list, at);
  return head === 0 ? at : nameEnd(list, at, at + head);
}

/** "(BCH) Trung ương Đoàn", "(UBMTTQ) Việt Nam", "(UBND) tỉnh": words of the level that a short form parts off. */
function goesOnBehind(list: readonly Word[], at: number): boolean {
  const two = `${list[at]?.low} ${list[at + 1]?.low}`;
  return (
    /^(?:trung ương|việt nam|quốc gia|đảng bộ|thành phố|nhà nước)$/u.test(two) ||
    unitAt(list, at) > 0
  );
}

/** Index behind the name that goes on at `from`; trailing words of no name are given back. */
export function nameEnd(list: readonly Word[], at: number, from: number): number {
  let end = from;
  while (end - at < LONGEST) {
    const word = list[end];
    if (word === undefined) break;
    if (word.punct) {
      const next = list[end + 1];
      if (word.text === '(') {
        // "Ban Chấp hành (BCH) Trung ương Đoàn": the name goes on behind its own short form.
        const short = /^\p{Lu}[\p{Lu}&-]+$/u.test(next?.text ?? '') && list[end + 2]?.text === ')';
        if (short && goesOnBehind(list, end + 3)) {
          end += 3;
          continue;
        }
        const behind = bracketEnd(list, end);
        if (behind > 0) end = behind;
        break;
      }
      const joins =
        (word.text === ',' && enumerates(list, end)) ||
        (/^[-–&/]$/u.test(word.text) && (next?.cap ?? false) && headAt(list, end + 1) === 0) ||
        (word.text === '.' &&
          /^(?:tp|tx|tt|q|p)$/u.test(list[end - 1]?.low ?? '') &&
          (next?.cap ?? false));
      if (!joins) break;
      end++;
      continue;
    }
    if (word.low === 'và') {
      if (!(list[end + 1]?.cap ?? false) || headAt(list, end + 1) > 0) break;
      end++;
      continue;
    }
    // "Phát triển", "Ngoại giao": the second syllable alone would end the name.
    const kept = lexicon().kept.at(list, end);
    if (kept > 0) {
      end += kept;
      continue;
    }
    if (!word.cap && unitAt(list, end) === 0 && lexicon().stops.at(list, end) > 0) break;
    // "Hội nghị Trung ương 4": the meeting's number, not the body's.
    if (/^\d/u.test(word.text) && end === at + 2 && list[at + 1]?.low === 'ương') break;
    if (/^\d/u.test(word.text) && !/^\d{1,3}$/u.test(word.text)) break;
    end++;
  }
  while (end > from && list[end - 1]?.punct && list[end - 1]?.text !== ')') end--;
  return end;
}

/** A run of capitalised words that can be a firm's or place's bare name: "Habeco", "Hương Sơn". */
export function bareNameEnd(list: readonly Word[], at: number): number {
  let end = at;
  while (
    end - at < 6 &&
    list[end]?.cap &&
    !/^(?:Sáng|Chiều|Tối|Ngày|Hôm|Trong|Tại|Theo|Sau|Trước|Ông|Bà|Khi|Vừa|Mới|Dự|Cũng)$/u.test(
      list[end]?.text ?? '',
    )
  )
    end++;
  return end;
}
