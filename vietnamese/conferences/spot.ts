/** Where an event may be named: the head ("hội nghị", "đại hội") and the words that go with it. */
import { isFullName } from '../names.ts';
import { verbAt } from '../reporting.ts';
import { runEnd, titleAt } from '../titles.ts';
import type { Word } from '../words.ts';
import { lexicon } from './lexicon.ts';
import { bodyEnd, headAt } from './organisation.ts';
import type { Kind } from './shapes.ts';
import { between, type Line, sentenceOf } from './text.ts';

export interface Spot {
  readonly line: Line;
  /** Words: of the head, and behind the whole name. */
  readonly at: number;
  readonly headEnd: number;
  readonly end: number;
  readonly kind: Kind;
  /** A meeting for shareholders: a firm's, whose bare name may follow. */
  readonly firm: boolean;
  /** Nothing but the head, or "này", "trên": an event at hand. */
  readonly bare: boolean;
  /** Several events or none in particular. */
  readonly series: boolean;
  /** Sentence, cut to the window that is looked at. */
  readonly from: number;
  readonly to: number;
}

const WINDOW = 60;
const LONGEST = 36;

interface Head {
  readonly size: number;
  readonly kind: Kind;
  readonly firm?: boolean;
  /** "buổi lễ", a head that never has a name behind it. */
  readonly bare?: boolean;
}

function reviewKind(list: readonly Word[], at: number): 'so-ket' | 'tong-ket' | null {
  if (list[at + 1]?.low !== 'kết') return null;
  if (list[at]?.low === 'sơ') return 'so-ket';
  return list[at]?.low === 'tổng' ? 'tong-ket' : null;
}

/** "cuộc họp sơ kết", "buổi báo cáo sơ kết", "tổ chức tổng kết", "Đảng bộ huyện sơ kết" */
function reviewHead(list: readonly Word[], at: number): boolean {
  const one = list[at - 1]?.low ?? '';
  const two = `${list[at - 2]?.low ?? ''} ${one}`;
  return (
    /^(?:buổi|họp|lễ)$/u.test(one) || /^(?:tổ chức|báo cáo|tiến hành|buổi họp|cuộc họp)$/u.test(two)
  );
}

function headOf(list: readonly Word[], at: number): Head | null {
  const word = list[at];
  if (word === undefined || word.punct) return null;
  const before = list[at - 1]?.low ?? '';
  const next = list[at + 1]?.low ?? '';
  switch (word.low) {
    case 'hội':
      if (next === 'nghị') return { size: 2, kind: conferenceKind(list, at + 2) };
      return next === 'thi' && before !== 'cơ' && before !== 'đại' && before !== 'dạ'
        ? { size: 2, kind: 'hoi-thi' }
        : null;
    case 'đại': {
      if (next !== 'hội') return null;
      const third = list[at + 2]?.low;
      if (third === 'đồng')
        return list[at + 3]?.low === 'cổ' ? { size: 5, kind: 'dai-hoi', firm: true } : null;
      if (third === 'cổ' && list[at + 3]?.low === 'đông')
        return { size: 4, kind: 'dai-hoi', firm: true };
      return third === 'thể' || third === 'tdtt' ? null : { size: 2, kind: 'dai-hoi' };
    }
    case 'đhđcđ':
    case 'đhcđ':
      return { size: 1, kind: 'dai-hoi', firm: true };
    case 'kỳ':
    case 'kì':
      return next === 'họp' ? { size: 2, kind: 'ky-hop' } : null;
    case 'lễ': {
      // "Lễ khai mạc kỳ họp thứ 3" is that session.
      const opens = /^(?:khai|bế)$/u.test(next) && list[at + 2]?.low === 'mạc';
      const of = `${list[at + 3]?.low} ${list[at + 4]?.low}`;
      if (opens && /^(?:kỳ họp|kì họp|đại hội|hội nghị|hội thi)$/u.test(of)) return null;
      const size = lexicon().ceremonies.at(list, at + 1);
      if (size > 0) {
        const review = reviewKind(list, at + 1);
        return { size: review ? 1 : 1 + size, kind: review ?? 'le' };
      }
      return before === 'buổi' ? { size: 1, kind: 'le', bare: true } : null;
    }
    case 'sơ':
    case 'tổng': {
      const kind = reviewKind(list, at);
      return kind === null ? null : { size: 0, kind };
    }
    default:
      return null;
  }
}

/** A conference is a review where its next words say so: "Hội nghị trực tuyến sơ kết". */
function conferenceKind(list: readonly Word[], at: number): Kind {
  for (let i = at; i < at + 4; i++) {
    const kind = reviewKind(list, i);
    if (kind) return kind;
    if (list[i] === undefined || list[i]?.punct) break;
  }
  return 'hoi-nghi';
}

const ENDS = new Set(
  'đã sẽ vừa được do tại ở vào diễn hôm khi đang là nhằm có để trong cũng nói nhưng mà thì không phải cần ông bà theo nếu sau trước này trên hồi đều vẫn vì mặc'.split(
    ' ',
  ),
);
const PART_OF_DAY = new Set(['ngày', 'sáng', 'chiều', 'tối', 'trưa', 'đêm']);
/** "Hội nghị học tập, quán triệt, tuyên truyền …" */
const ALSO =
  /^(?:đặt tên|gắn biển|bàn giao|khánh thành|khởi công|động thổ|đón nhận|quán triệt|tuyên truyền|tổng kết|phổ biến|học tập|trao đổi|đánh giá|khen thưởng|tập huấn|biểu dương|thông báo|viên chức|người lao|công nhân|hướng dẫn|bàn giải|gặp mặt)$/u;
const GOES_ON = /^(?:nhiệm|khóa|khoá|quốc|hđnd|lần|triển|đoàn)$/u;

/** "chống buôn lậu, | gian lận thương mại và hàng giả 6 tháng đầu năm": the matter goes on to its period. */
function periodAhead(list: readonly Word[], comma: number, limit: number): boolean {
  for (let i = comma + 1; i < Math.min(limit, comma + 12); i++) {
    const word = list[i];
    if (word === undefined || word.punct || ENDS.has(word.low) || headOf(list, i) !== null)
      return false;
    const next = list[i + 1];
    if (/^\d{1,2}$/u.test(word.text) && next?.low === 'tháng') return true;
    if (word.low === 'năm' && /^(?:19|20)\d\d$/u.test(next?.text ?? '')) return true;
  }
  return false;
}

/** "lễ kỷ niệm | khẳng định": nothing of a name. */
const SAYS = /^(?:khẳng định|nhấn mạnh|nhận định|bày tỏ|nói rõ|nêu rõ|cho rằng)$/u;

/** "trực tuyến | với 63 tỉnh, thành phố về …": index of the matter behind those who listen; -1. */
function behindAudience(list: readonly Word[], at: number, limit: number): number {
  if (!/^(?:các|\d{1,3})$/u.test(list[at + 1]?.low ?? '')) return -1;
  for (let i = at + 2; i < Math.min(limit, at + 12); i++) {
    const word = list[i];
    if (word === undefined || (word.punct && word.text !== ',')) return -1;
    if (word.low === 'về') return i;
  }
  return -1;
}

/** "… kỷ niệm 55 năm thành lập Tổng cục | Phó Thủ tướng Lê Văn Tám nói": behind a caption that lost its stop. */
function isNextSentence(list: readonly Word[], at: number): boolean {
  const word = list[at];
  const before = list[at - 1];
  if (word?.cap !== true || before === undefined || before.text === ',') return false;
  const head = titleAt(list, at);
  if (head === null || !/^(?:state|head)$/u.test(head.kind)) return false;
  // "bổ nhiệm Giám đốc A", "gặp mặt Bí thư B": the officer is a part of the name.
  if (GOVERNS.test(before.low)) return false;
  const from = at + head.size;
  if (verbAt(list, from) > 0) return true;
  for (let i = from; i < at + 14; i++) {
    if (list[i] === undefined || list[i]?.punct) return false;
    if (isFullName(list.slice(i, runEnd(list, i)))) return true;
  }
  return false;
}

const GOVERNS =
  /^(?:nhiệm|động|cử|cho|với|của|chức|làm|bầu|tặng|trao|gặp|mặt|tiếp|do|bởi|giữ|chí|đón|danh|là|và|các|những|về|giữa|cựu|nguyên|nghị|hội|phó)$/u;

/** "“Hội nghị Diên Hồng” lần thứ hai": the mark that opens right before the head, and closes soon behind it. */
function opensMark(list: readonly Word[], at: number, to: number): boolean {
  const mark = list[at - 1];
  if (mark === undefined || !/["“]/u.test(mark.text) || mark.end !== list[at]?.start) return false;
  for (let i = at; i < Math.min(to, at + 14); i++)
    if (/["”]/u.test(list[i]?.text ?? '')) return true;
  return false;
}

/** Index behind the event's name: its head begins at `at` and ends at `from`. */
function nameEnd(list: readonly Word[], at: number, from: number, to: number): number {
  let end = from;
  let quoted = opensMark(list, at, to);
  const limit = Math.min(to, from + LONGEST);
  while (end < limit) {
    const word = list[end];
    if (word === undefined) break;
    if (word.punct) {
      if (/["“”]/u.test(word.text)) quoted = !quoted;
      else if (word.text === ',' && !quoted) {
        const next = `${list[end + 1]?.low} ${list[end + 2]?.low}`;
        // "sơ kết công tác kiểm tra, giám sát 6 tháng đầu năm"
        const more =
          /^(?:\d{1,2}|năm|quý|và|,)$/u.test(list[end + 3]?.low ?? '') &&
          !list[end + 1]?.cap &&
          !ENDS.has(list[end + 1]?.low ?? '');
        if ((more && end - from < 12) || (end - from < 9 && periodAhead(list, end, limit))) {
          end++;
          continue;
        }
        const again =
          list[end + 1]?.low === 'lần' && list.slice(from, end).some(({ low }) => low === 'lần');
        const on = GOES_ON.test(list[end + 1]?.low ?? '') && !again;
        // "lễ truy điệu, an táng các liệt sĩ"
        const ceremony = list[at]?.low === 'lễ' && lexicon().ceremonies.at(list, end + 1) > 0;
        if (!on && !(end - from < 9 && (ceremony || ALSO.test(next)))) break;
      } else if (
        word.text === '(' &&
        /^\p{Lu}[\p{Lu}\p{N}&-]*$/u.test(list[end + 1]?.text ?? '') &&
        list[end + 2]?.text === ')'
      ) {
        end += 3;
        continue;
      } else if (!quoted && !/^[-–/&]$/u.test(word.text) && !(end === from && titled(list, end)))
        break;
      // "Hội nghị X - ông Y"
      if (/^[-–]$/u.test(word.text) && !/^[\p{Lu}\d]/u.test(list[end + 1]?.text ?? '')) break;
      end++;
      continue;
    }
    if (!quoted) {
      const { low } = word;
      if (ENDS.has(low) && !(low === 'tổ' || (low === 'trước' && list[end - 1]?.low === 'tháng')))
        break;
      if (list[end + 1]?.low === 'mạc' && (low === 'khai' || low === 'bế') && end > from) break;
      // "kỳ họp thứ 4 | chuẩn bị diễn ra"
      if (
        low === 'chuẩn' &&
        list[end + 1]?.low === 'bị' &&
        /^(?:diễn|khai|được|họp|bước)$/u.test(list[end + 2]?.low ?? '')
      )
        break;
      if (
        /^(?:mới đây|gần đây|sắp tới|tới đây|hiện nay|hiện đang|dự kiến|và chúc|vừa qua|chúng tôi|chúng ta)$/u.test(
          `${low} ${list[end + 1]?.low}`,
        )
      )
        break;
      if (/^(?:với|đến|kết)$/u.test(low) && list[end - 1]?.low === 'tuyến') {
        const matter = behindAudience(list, end, limit);
        if (matter < 0) break;
        end = matter;
        continue;
      }
      if (SAYS.test(`${low} ${list[end + 1]?.low}`)) break;
      if (isNextSentence(list, end)) break;
      // "kỳ họp thứ 14 và kỳ họp thứ 15": the next event begins.
      if (
        end > from &&
        /^(?:và|,|cùng)$/u.test(list[end - 1]?.low ?? '') &&
        (headOf(list, end)?.size ?? 0) > 0
      )
        break;
      if (low === 'họp' && /^(?:ngày|sáng|chiều|tối|tại)$/u.test(list[end + 1]?.low ?? '')) break;
      if (low === 'cho' && list[end + 1]?.low === 'biết') break;
      if (PART_OF_DAY.has(low) && /^(?:\d|nay|qua|mai|hôm)/u.test(list[end + 1]?.low ?? '')) break;
      if (low === 'tổ' && !word.cap && list[end + 1]?.low === 'chức' && end > from) break;
      if (low === 'của') {
        const behind = bodyEnd(list, end + 1);
        if (behind > end + 1) {
          if (!/^(?:khóa|khoá|lần|nhiệm)$/u.test(list[behind]?.low ?? ''))
            return Math.min(behind, to);
          if (list[behind]?.low !== 'lần' && list[behind]?.low !== 'nhiệm')
            return Math.min(behind + 2, to);
          end = behind;
          continue;
        }
      }
    }
    end++;
  }
  while (end > from && /^(?:của|và|cho|với|về|từ)$/u.test(list[end - 1]?.low ?? '')) end--;
  while (end > from && list[end - 1]?.punct && !/["”]/u.test(list[end - 1]?.text ?? '')) end--;
  return end;
}

/** "các hội nghị", "những kỳ họp", "3 hội nghị", "hội nghị các cấp", "hội nghị cấp huyện" */
function isSeries(
  list: readonly Word[],
  at: number,
  end: number,
  from: number,
  to: number,
  kind: Kind,
): boolean {
  let first = at;
  while (first > from && /^(?:cuộc|buổi|lần|kỳ|đợt|phiên|họp)$/u.test(list[first - 1]?.low ?? ''))
    first--;
  for (let back = 1; back <= 2; back++) {
    if (first - back >= from && lexicon().plurals.at(list, first - back) === back) {
      // "năm hội nghị" counts, "trong năm, hội nghị" and "cuối năm" don't.
      const low = list[first - back]?.low ?? '';
      if (low !== 'năm' || list[first - back - 1]?.low === 'tổ') return true;
    }
  }
  const number = list[first - 1]?.text ?? '';
  if (
    /^\d{1,2}$/u.test(number) &&
    number !== '1' &&
    !/^(?:thứ|lần|quý|số|khóa|tháng|kỳ)$/u.test(list[first - 2]?.low ?? '') &&
    first - 1 >= from
  )
    return true;
  // "tổ chức hội nghị, sự kiện", "hội nghị, hội thảo"
  if (
    list[end]?.text === ',' &&
    /^(?:hội|sự|tọa|lễ)$/u.test(list[end + 1]?.low ?? '') &&
    /^(?:thảo|kiện|đàm|họp|nghị|hội)$/u.test(list[end + 2]?.low ?? '')
  )
    return true;
  if (list[at - 1]?.text === ',' && /^(?:thảo|kiện|đàm)$/u.test(list[at - 2]?.low ?? ''))
    return true;
  const words = list.slice(at, end).map(({ low }) => low);
  const name = words.join(' ');
  if (/(?:nhiều|các|mấy) năm/u.test(name)) return true;
  // "trả lời chất vấn trong kỳ họp cuối năm": of every year.
  const told = list.slice(end, end + 3).map(({ low }) => low);
  if (/^hoặc(?: tại)? kỳ$/u.test(told.slice(0, told[1] === 'tại' ? 3 : 2).join(' '))) return true;
  if (
    /^kỳ họp (?:đầu|giữa|cuối) năm$/u.test(name) &&
    !/^(?:của|hđnd|quốc hội|đã|sẽ|vừa|diễn|khai|bế|\(|ngày)(?!\p{L})/u.test(told.join(' '))
  )
    return true;
  if (
    /các cấp|cấp (?:tỉnh|huyện|cơ sở|xã|trên|dưới)(?! [\p{L}]+ (?:lần|tổ))|ở các |cấp ủy các|thường kỳ/u.test(
      name,
    ) &&
    !/nghị quyết/u.test(name.split('các cấp')[0] ?? '')
  ) {
    return kind !== 'hoi-thi' && kind !== 'le';
  }
  for (let i = from; i < to; i++)
    if (lexicon().series.at(list, i) > 0 && Math.abs(i - at) < 20) return true;
  return false;
}

/** The head stands inside the name of a document, room or trade. */
function isPartOfOther(list: readonly Word[], at: number, from: number): boolean {
  for (let size = 1; size <= 4; size++) {
    const start = at - size;
    if (start < from) break;
    // "phiên thảo luận hội trường kỳ họp thứ 5"
    const hall = list[at]?.low === 'kỳ' && list[at - 1]?.low === 'trường';
    if (lexicon().notEvents.at(list, start) === size && !hall) return true;
    if (lexicon().documents.at(list, start) === size) return true;
    // "Nghị quyết số 18 Hội nghị", "văn kiện trình Đại hội", "nghị quyết của đại hội"
    const document = lexicon().documents.at(list, start);
    if (document > 0 && document < size) {
      const rest = list.slice(start + document, at).map(({ low }) => low);
      const own = list[start]?.low === 'kết' && rest[0] === 'của';
      if (!own && rest.every((low) => /^(?:của|số|các|trình|tại|\d.*|\p{L}{1,4}\d.*)$/u.test(low)))
        return true;
    }
  }
  return false;
}

/** All spots of a line, in order. */
export function spots(line: Line): Spot[] {
  const { list } = line;
  const found: Spot[] = [];
  for (let at = 0; at < list.length; at++) {
    const head = headOf(list, at);
    if (head === null) continue;
    const [first, last] = sentenceOf(line, at);
    const from = Math.max(first, at - WINDOW);
    const to = Math.min(last, at + WINDOW);
    const before = found.at(-1);
    const inside = before !== undefined && before.line === line && at < before.end;
    if (inside || isPartOfOther(list, at, from)) continue;
    if (head.size === 0 && !reviewHead(list, at) && !isPredicate(list, at, from)) continue;
    const headEnd = at + head.size + abbreviation(list, at + head.size, head);
    const bare = head.bare === true || isBare(list, at, headEnd, to, head);
    const whole = bare ? headEnd : nameEnd(list, at, headEnd, to);
    const end = head.kind === 'ky-hop' ? sessionEnd(list, headEnd, whole) : whole;
    found.push({
      line,
      at,
      headEnd,
      end,
      kind: head.kind,
      firm: head.firm === true,
      bare,
      series: isSeries(list, at, end, from, to, head.kind),
      from,
      to,
    });
  }
  return found;
}

const SESSION_GOES_ON =
  /^(?:của|khóa|khoá|nhiệm|bất|chuyên|thường|quốc|qh|hội|hđnd|ubkt|ủy|uỷ|,|[-–(])$/u;

/** "kỳ họp thứ 3 | mới nhận hồ sơ": behind a session's ordinal only its assembly and term belong to the name. */
function sessionEnd(list: readonly Word[], from: number, end: number): number {
  let at = from;
  while (at < end && /^(?:lần|thứ)$/u.test(list[at]?.low ?? '')) at++;
  if (at === from || at >= end) return end;
  at++;
  const next = list[at]?.low ?? '';
  if (at < end && !SESSION_GOES_ON.test(next) && headAt(list, at) === 0) return at;
  for (let i = at; i < end - 1; i++) {
    if (
      /^(?:kết thúc|thành công|tiếp tục|chính thức)$/u.test(`${list[i]?.low} ${list[i + 1]?.low}`)
    )
      return i;
  }
  return end;
}

function titled(list: readonly Word[], at: number): boolean {
  return list[at]?.text === ':' && /["“]/u.test(list[at + 1]?.text ?? '');
}

/** Whether nothing of a name follows: a full stop, a verb, "này". */
function isBare(list: readonly Word[], at: number, end: number, to: number, head: Head): boolean {
  if (head.size === 0 || head.kind === 'le') return false;
  const next = list[end];
  if (next === undefined || end >= to) return true;
  // 'Hội nghị: "Triển khai Nghị định …"'
  if (next.punct) return !/["“]/u.test(next.text) && !titled(list, end);
  if (ownerFollows(list, end)) return false;
  // "tổ chức hội nghị bầu chức danh": behind the verb of holding a verb is part of the name.
  const held = list[at - 1]?.low === 'chức' && list[at - 2]?.low === 'tổ';
  if (held && head.kind === 'hoi-nghi') return ENDS.has(next.low) || PART_OF_DAY.has(next.low);
  return lexicon().verbsAfterHead.at(list, end) > 0;
}

/** "đại hội đồng cổ đông (ĐHĐCĐ) thường niên" */
function abbreviation(list: readonly Word[], at: number, { firm }: Head): number {
  const short = firm && list[at]?.text === '(' && /^ĐH/u.test(list[at + 1]?.text ?? '');
  return short && list[at + 2]?.text === ')' ? 3 : 0;
}

/** "đại hội của Đảng bộ huyện" */
function ownerFollows(list: readonly Word[], at: number): boolean {
  return list[at]?.low === 'của' && (headAt(list, at + 1) > 0 || (list[at + 1]?.cap ?? false));
}

/** "Sáng 12/9, Đảng bộ huyện sơ kết giữa nhiệm kỳ", and a headline's "Sơ kết giữa nhiệm kỳ …" */
function isPredicate(list: readonly Word[], at: number, from: number): boolean {
  for (let p = Math.max(from, at - 14); p < at; p++) {
    const end = bodyEnd(list, p);
    if (end > p && end <= at) {
      const gap = list.slice(end, at).map(({ low }) => low);
      if (
        gap.every((low) => /^(?:vừa|đã|sẽ|tiến|hành|tổ|chức|hôm|nay|sáng|long|trọng)$/u.test(low))
      )
        return true;
      p = end - 1;
    }
  }
  return false;
}

export function nameOf(spot: Spot): string {
  return between(spot.line, spot.at, spot.end);
}
