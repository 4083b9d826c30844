/** Titles as printed: where one begins and how far its organisation and place go. */
import { degreeAt, honorificAt, rankAt } from './address.ts';
import { dataFile } from './data-file.ts';
import { isCountry, isForeignWord, isFullName, nameWord } from './names.ts';
import { feelingAt, tailAt, verbAt } from './reporting.ts';
import { type Phrases, phrases, type Word } from './words.ts';

export type TitleKind = 'state' | 'head' | 'occupation' | 'neither';

interface Titles {
  readonly kinds: readonly { readonly kind: TitleKind; readonly heads: Phrases }[];
  readonly notNames: ReadonlySet<string>;
  /** Pairs of syllables of which one alone would end a title: "dự phòng". */
  readonly compounds: ReadonlySet<string>;
}

const titles = dataFile('titles.json', (json): Titles => {
  const data = json as Record<
    'state' | 'heads' | 'occupations' | 'neither' | 'notNames' | 'compounds',
    string[]
  >;
  return {
    kinds: [
      { kind: 'state', heads: phrases(data.state) },
      { kind: 'head', heads: phrases(data.heads) },
      { kind: 'occupation', heads: phrases(data.occupations) },
      { kind: 'neither', heads: phrases(data.neither) },
    ],
    notNames: new Set(data.notNames.map((name) => name.toLowerCase())),
    compounds: new Set(data.compounds),
  };
});
const bodies = dataFile('organisations.json', (json) => {
  const all = json as Record<'public' | 'institutes' | 'private', string[]>;
  return phrases([...all.public, ...all.institutes, ...all.private]);
});

export interface TitleHead {
  /** Words of "nguyên", "cựu" and the head noun. */
  readonly size: number;
  readonly former: boolean;
  readonly kind: TitleKind;
}

const FORMER = new Set(['nguyên', 'cựu']);
const NO_OWNER = new Set(
  'trì đề yếu động nhật quan trương lực tọa đạo nghĩa quyền thể ý lưu chốt trị'.split(' '),
);
const NEW = new Set(['tân', 'quyền']);

/** Number of words of "nhà cổ sinh vật học", "nhà khí tượng học" at `at`. */
function scholarAt(list: readonly Word[], at: number): number {
  if (list[at]?.low !== 'nhà') return 0;
  for (let size = 2; size <= 6; size++) {
    const word = list[at + size - 1];
    if (word === undefined || word.punct || word.cap) return 0;
    if (word.low === 'học' && size > 2) return list[at + size - 2]?.low === 'trường' ? 0 : size;
    if (/^(?:trường|ở|tại|đã|có|đi|cho|nước)$/u.test(word.low)) return 0;
  }
  return 0;
}

/** Number of words of "giáo sư", "phó giáo sư" where a chair or a university follows: then it is a post. */
function professorAt(list: readonly Word[], at: number): number {
  const size = list[at]?.low === 'phó' ? 3 : 2;
  if (list[at + size - 2]?.low !== 'giáo' || list[at + size - 1]?.low !== 'sư') return 0;
  const next = list[at + size];
  if (next === undefined || next.punct || STOP.has(next.low)) return 0;
  if (next.cap) return bodyAt(list, at + size) > 0 && list[at + size + 1]?.cap === false ? size : 0;
  if (/^(?:tại|của|về|ở)$/u.test(next.low)) {
    const body = list[at + size + 1];
    const chair = /^(?:khoa|trường|viện|đại)$/u.test(body?.low ?? '');
    return body?.cap || chair || bodyAt(list, at + size + 1) > 0 || next.low === 'về' ? size : 0;
  }
  // "giáo sư khảo cổ học tại …", not "giáo sư nói"
  if (verbAt(list, at + size, true) > 0 || feelingAt(list, at + size) > 0) return 0;
  for (let i = at + size + 1; i < at + size + 7; i++) {
    const word = list[i];
    if (word === undefined || word.punct || word.cap) return 0;
    if (/^(?:tại|của|ở)$/u.test(word.low)) return size;
    if (STOP.has(word.low) || verbAt(list, i) > 0) return 0;
  }
  return 0;
}

/** The title that begins at `at`: "nguyên Phó Chủ tịch"; null if none does. */
export function titleAt(list: readonly Word[], at: number): TitleHead | null {
  const first = list[at];
  if (first === undefined || first.punct) return null;
  const former = FORMER.has(first.low);
  // "chính quyền Tổng thống A"
  const acting = NEW.has(first.low) && list[at - 1]?.low !== 'chính';
  const skip = former || acting ? 1 : 0;
  let best: TitleHead | null = null;
  for (const { kind, heads } of titles().kinds) {
    const size = heads.at(list, at + skip);
    if (size > 0 && size + skip > (best?.size ?? 0)) best = { size: size + skip, former, kind };
  }
  const scholar = Math.max(scholarAt(list, at + skip), professorAt(list, at + skip));
  if (scholar > 0 && scholar + skip > (best?.size ?? 0)) {
    best = { size: scholar + skip, former, kind: 'occupation' };
  }
  // "Đại sứ quán": a body.
  if (best !== null && list[at + best.size]?.low === 'quán') return null;
  // "chủ trì", "chủ đề", "chủ yếu": no owner of anything
  const owner = best !== null && list[at + best.size - 1]?.low === 'chủ';
  return owner && NO_OWNER.has(list[at + skip + 1]?.low ?? '') ? null : best;
}

/** A body or a unit of administration begins here: "UBND", "Sở", "huyện". */
export function bodyAt(list: readonly Word[], at: number): number {
  return bodies().at(list, at);
}

/** A place, country or body that looks like a name: "Hà Nội". */
export function isPlaceName(words: readonly Word[]): boolean {
  if (words.length === 1 && isCountry(words[0])) return true;
  return titles().notNames.has(words.map(({ low }) => low).join(' '));
}

const STOP = new Set(
  (
    'đã đang sẽ vừa cũng được bị là không cho khi để vì nên mà này trong sau trước vào lúc từ thì nhưng rồi mới ' +
    'từng còn vẫn cùng với người đó kia ấy đều phải có chưa bởi do nếu như luôn nay xúc cười bên bắt đưa ngay tỏ ' +
    'nhằm nói qua trên dưới lại đến tới hiện theo gồm dự tham thay gửi trao ký đi làm rất bật ra hôm ngày sáng chiều tối tuần thứ có_thể lấy'
  ).split(' '),
);
const EVENTS = phrases(
  'hội nghị|hội thảo|hội trường|buổi|cuộc|phiên|lễ|đại hội|kỳ họp|sự kiện|tọa đàm|diễn đàn|chương trình|họp báo'.split(
    '|',
  ),
);
const DEGREE = /^(?:PGS|GS|TS|ThS|BS|BSCKI*)(?:[-.].*)?$/u;
/** "Giám đốc Sở Y tế | xung quanh vụ việc" */
const ABOUT = phrases([
  'xung quanh',
  'liên quan',
  'liên quan đến',
  'vụ việc',
  'đối với',
  'khi nói',
  'chuyên nghiên cứu',
  'chuyên về',
  'nghiên cứu về',
  'sở hữu',
  'phụ trách về',
  'chủ trì',
  'chủ tọa',
]);
/** Behind these a verb of saying is part of the name of a job or body. */
const OFFICE_OF = new Set(
  'phòng ban tâm phận viện sở cục ty viên bộ vụ khoa đoàn gia đốc sĩ tổ'.split(' '),
);
const SPEAKS = new Set(['nói', 'cho', 'chia', 'kể', 'hỏi', 'viết', 'khẳng']);
/** "phòng, chống", "khám, chữa bệnh": words of one matter that a comma joins. */
const PAIRS = new Set(['phòng chống', 'khám chữa', 'cháy chữa', 'thi khen', 'bảo chăm']);
const JOINT = new Set(['của', 'và', 'tại', 'ở', 'kiêm', 'về']);
const LONGEST = 26;

function compound(list: readonly Word[], at: number): boolean {
  const { compounds } = titles();
  const low = list[at]?.low;
  return (
    compounds.has(`${list[at - 1]?.low} ${low}`) || compounds.has(`${low} ${list[at + 1]?.low}`)
  );
}

/** Nothing more of the noun phrase stands at `at`: its end, punctuation, a verb. */
export function endsPhrase(list: readonly Word[], at: number): boolean {
  const word = list[at];
  return (
    word === undefined ||
    word.punct ||
    STOP.has(word.low) ||
    verbAt(list, at) > 0 ||
    feelingAt(list, at) > 0
  );
}

/** "Ủy ban Văn hóa, Giáo dục, Thanh niên và Nhi đồng": a body's name that holds a list; persons are none. */
function enumerates(list: readonly Word[], at: number): boolean {
  for (let i = at; i < at + 14; i++) {
    const word = list[i];
    if (word === undefined || verbAt(list, i) > 0) return false;
    if (word.punct) {
      if (word.text !== ',' || list[i + 1]?.cap !== true || titleAt(list, i + 1) !== null)
        return false;
      continue;
    }
    if (list[i - 1]?.punct && isFullName(list.slice(i, runEnd(list, i)))) return false;
    if (word.low === 'và' && i > at) {
      return (list[i + 1]?.cap ?? false) && titleAt(list, i + 1) === null;
    }
  }
  return false;
}

/** Whether a comma at `at` goes on with the title's organisation or place. */
function goesOn(list: readonly Word[], at: number): boolean {
  const next = list[at + 1];
  if (next === undefined || next.punct) return false;
  if (honorificAt(list, at + 1) > 0 || rankAt(list, at + 1) > 0 || degreeAt(list, at + 1) > 0) {
    return false;
  }
  if (/^(?:Bộ|Sở|Cục|Vụ|Đảng|Đoàn|Nhà|Trường|Viện)$/u.test(next.text)) {
    return list[at + 2]?.cap === true || bodyAt(list, at + 1) > 1;
  }
  const body = bodyAt(list, at + 1);
  // "…, công ty này đã lên kế hoạch": a new subject.
  if (body > 0) return !/^(?:này|đó|trên|ấy|kia)$/u.test(list[at + 1 + body]?.low ?? '');
  if (
    /^(?:Phòng|Ban|Khoa|Trung|Đội|Hội|Tổ|Chi|Nhà|Xí|Trạm|Khối|Văn)$/u.test(next.text) &&
    list[at + 2]?.punct === false &&
    !list[at + 2]?.cap
  )
    return true;
  if (/^(?:H|TX|Q|P|T)$/u.test(next.text) && list[at + 2]?.text === '.') return true;
  if (!next.cap) return false;
  if (titleAt(list, at + 1) === null && enumerates(list, at + 1)) return true;
  let end = at + 1;
  while (list[end]?.cap) end++;
  const after = list[end];
  return after === undefined || after.text === ',' || after.text === ')' || verbAt(list, end) > 0;
}

/** "Trường Đại học A - Đại học Quốc gia B", "Bệnh viện A - Bộ Y tế": the body above. */
function bodyAbove(list: readonly Word[], at: number): boolean {
  const size = bodyAt(list, at + 1);
  if (size === 0 || titleAt(list, at + 1) !== null) return false;
  return list[at + 1]?.cap === true && list[at + 1 + size]?.cap === true;
}

/** Whether the dash at `at` stands inside a body's name: "Tài chính - Kế hoạch". */
function inside(list: readonly Word[], at: number): boolean {
  const before = list[at - 1];
  const next = list[at + 1];
  if (before === undefined || next === undefined) return false;
  if (before.end === list[at]?.start && next.start === list[at]?.end) return true;
  if (!next.cap || titleAt(list, at + 1) !== null || honorificAt(list, at + 1) > 0) return false;
  if (rankAt(list, at + 1) > 0 || degreeAt(list, at + 1) > 0) return false;
  return bodyAt(list, at + 1) === 0 || bodyAbove(list, at);
}

/** Number of words of the country's name at `at`. */
function nationAt(list: readonly Word[], at: number): number {
  for (let size = 3; size > 1; size--) {
    const words = list.slice(at, at + size);
    if (words.length === size && words.every(({ cap }) => cap) && isPlaceName(words)) return size;
  }
  return isCountry(list[at]) ? 1 : 0;
}

/** Index behind the bracket that closes at most 8 words on; -1. */
function bracketEnd(list: readonly Word[], at: number): number {
  for (let i = at + 1; i < at + 10; i++) if (list[i]?.text === ')') return i + 1;
  return -1;
}

/** "… và BSCK2 Lê Văn Tám", "… và ông Nam": another person is named there. */
function personAt(list: readonly Word[], at: number): boolean {
  const honorific = honorificAt(list, at);
  const degree = degreeAt(list, at);
  const size = Math.max(rankAt(list, at), degree);
  // "Sở Khoa học và CN Hà Tĩnh"
  const branch = degree === 1 && /^(?:CN|KS|DS)$/u.test(list[at]?.text ?? '');
  if (size > 0 && !branch) return list[at + size]?.cap ?? false;
  return honorific > 0 && !list[at]?.cap && (list[at + honorific]?.cap ?? false);
}

const WORKPLACES = phrases(
  'cơ sở|nhà máy|nhà hàng|nhà thuốc|nhà hỏa táng|cửa hàng|phòng khám|phòng thí nghiệm|siêu thị|trung tâm|trang trại|xưởng'.split(
    '|',
  ),
);

/** Behind the name of a place only these words of small letters go on with a title. */
const PLACE_GOES_ON =
  /^(?:\d{1,3}|tỉnh|huyện|quận|thành|thị|xã|phường|tp|của|và|tại|ở|kiêm|về|phụ|khóa|khoá|nhiệm|khu|miền|phía|chi|cơ|học|mở|mới|cũ|gốc|đồng|tiền)$/u;

const UNIT_WORD = /^(?:tỉnh|huyện|quận|phố|xã|phường|trấn|tp)$/u;

/** "Phó giám đốc Sở A Đồng Tháp | nghiêm túc nhìn nhận", "Chủ tịch UBND huyện Lộc Hà | xúc động" */
function behindPlace(list: readonly Word[], at: number): boolean {
  if (/^(?:TPHCM|TP\.HCM|HCM)$/u.test(list[at - 1]?.text ?? '')) return true;
  let from = at;
  while (at - from < 4 && list[from - 1]?.cap) from--;
  if (from === at) return false;
  if (UNIT_WORD.test(list[from - 1]?.low ?? '') && !list[from - 1]?.cap) return true;
  return at - from >= 2 && isPlaceName(list.slice(at - 2, at));
}

/**
 * Index behind the word at `at` if a title goes on with it, else `at`: one step through
 * "Giám đốc | Sở | Y | tế | (Hà Tĩnh)".
 */
export function titleStep(list: readonly Word[], at: number): number {
  const word = list[at];
  if (word === undefined) return at;
  if (word.punct) {
    switch (word.text) {
      case ',':
        if (PAIRS.has(`${list[at - 1]?.low} ${list[at + 1]?.low}`)) return at + 1;
        return goesOn(list, at) ? at + 1 : at;
      case '-':
      case '–':
        return inside(list, at) ? at + 1 : at;
      case '&':
      case '/':
        return at + 1;
      case '.':
        return /^(?:TP|Tp|Q|P|TX|H|T)$/u.test(list[at - 1]?.text ?? '') && list[at + 1]?.cap
          ? at + 1
          : initial(list, at)
            ? at + 1
            : at;
      case '(': {
        const end = bracketEnd(list, at);
        const next = list[at + 1];
        const place =
          next !== undefined && next.low !== 'ảnh' && (next.cap || bodyAt(list, at + 1) > 0);
        // "Giám đốc sáng tạo (CIO)"
        const short = end === at + 3 && /^\p{Lu}+$/u.test(next?.text ?? '');
        return end > 0 && place && (short || titleAt(list, at + 1) === null) ? end : at;
      }
      default:
        return at;
    }
  }
  // "Viện trưởng Viện A PGS-TS Lê Văn B"
  if (DEGREE.test(word.text)) return at;
  if (word.cap) return at + 1;
  // "HLV người Hàn Quốc Park Hang Seo"
  if (word.low === 'người' && list[at + 1]?.cap && nationAt(list, at + 1) > 0) return at + 1;
  // "nhà nghiên cứu từ Viện Khoa học Indonesia"
  if (
    word.low === 'từ' &&
    list[at + 1]?.cap &&
    bodyAt(list, at + 1) > 0 &&
    list[at + 2]?.punct === false
  )
    return at + 1;
  // "Chủ tịch Liên minh | đồng thời là Giám đốc …"
  if (word.low === 'đồng' && list[at + 1]?.low === 'thời') return at;
  if (STOP.has(word.low) && !compound(list, at)) return at;
  if (behindPlace(list, at) && !PLACE_GOES_ON.test(word.low)) return at;
  if (ABOUT.at(list, at) > 0 && list[at - 1]?.low !== 'chủ') return at;
  // "Khoa Công nghệ | thông tin"
  if (word.low === 'thông' && list[at + 1]?.low === 'tin' && list[at - 1]?.low === 'nghệ')
    return at + 2;
  const weak = verbAt(list, at, true);
  const verb = Math.max(verbAt(list, at), weak > 1 ? weak : 0);
  if (verb > 0) {
    // "Giám đốc phân tích của Công ty A"
    const next = list[at + verb];
    const noun =
      next !== undefined &&
      !next.punct &&
      ((word.low === 'thông' && tailAt(list, at + verb) === 0) ||
        next.low === 'của' ||
        (next.low === 'và' && verbAt(list, at + verb + 1) === 0) ||
        bodyAt(list, at + verb) > 0 ||
        OFFICE_OF.has(list[at - 1]?.low ?? ''));
    return noun && !SPEAKS.has(word.low) ? at + verb : at;
  }
  if (JOINT.has(word.low)) {
    const next = list[at + 1];
    if (next === undefined || next.punct) return at;
    if (word.low === 'và' && titleAt(list, at + 1) !== null) return at;
    // "Giám đốc Trung tâm A và BSCK2 B"
    if (word.low === 'và' && personAt(list, at + 1)) return at;
    // "chuyên gia về Covid-19", "giáo sư về quan hệ quốc tế"
    if (word.low === 'về' && /^(?:gia|sư|vấn|trách)$/u.test(list[at - 1]?.low ?? '')) {
      return /^(?:việc|vấn|chuyện|vụ|lý)$/u.test(next.low) ? at : at + 1;
    }
    if (word.low === 'tại' || word.low === 'ở' || word.low === 'về') {
      const there = next.cap || bodyAt(list, at + 1) > 0 || WORKPLACES.at(list, at + 1) > 0;
      return EVENTS.at(list, at + 1) === 0 && there ? at + 1 : at;
    }
  }
  return at + 1;
}

/** Index behind the title whose head ends at `at`, where a name goes before it. */
export function titleEnd(list: readonly Word[], at: number): number {
  let end = at;
  while (end - at < LONGEST) {
    const next = titleStep(list, end);
    if (next === end) break;
    // A new office begins behind a comma: it is not part of this one.
    if (list[end]?.text === ',' && titleAt(list, end + 1) !== null) break;
    const closed = list[end]?.text === '(' && list[next]?.cap === true;
    end = next;
    // "Chủ tịch Hiệp hội A (AA) Phát biểu tại …": a new sentence begins behind a caption's bracket.
    if (closed && bodyAt(list, end) === 0) break;
  }
  while (end > at && list[end - 1]?.punct && list[end - 1]?.text !== ')') end--;
  while (end > at && leadsOn(list, end - 1)) end--;
  return end;
}

/** A word that ends no title, as it leads on to a name or to something else: "của", "và", "tên". */
export function leadsOn(list: readonly Word[], at: number): boolean {
  const low = list[at]?.low ?? '';
  if (low === 'tên') return !/^(?:giấu|đổi)$/u.test(list[at - 1]?.low ?? '');
  return /^(?:của|và|tại|ở|kiêm|về|mang)$/u.test(low);
}

const PARTICLES = new Set('von van der den de da dos del di bin ibn al el la le du'.split(' '));

/** "Ursula von der Leyen", "Charles de Gaulle" */
function particle(list: readonly Word[], at: number): boolean {
  const next = list[at + 1];
  const before = list[at - 1];
  if (next === undefined || before === undefined) return false;
  const known = isForeignWord(before) || PARTICLES.has(before.text);
  return known && (next.cap ? next.text.length > 2 : PARTICLES.has(next.text));
}

/** "G.C. Gautam", "John F. Kennedy" */
function initial(list: readonly Word[], at: number): boolean {
  const before = list[at - 1];
  const next = list[at + 1];
  if (before === undefined || next === undefined || before.end !== list[at]?.start) return false;
  return /^[A-Z](?:\.[A-Z])*$/u.test(before.text) && nameWord(next) && isForeignWord(next);
}

// Words of grammar that end nobody's name, and those that may end a Vietnamese name alone: "Trần Văn Hiện".
const NEVER_LAST = new Set(
  'Theo Tại Khi Những Các Nhưng Với Hôm Vì Nếu Ngoài Cũng Ngày Để'.split(' '),
);
const SELDOM_LAST = new Set(
  'Trong Sau Trước Từ Đây Đó Mới Hiện Một Tuy Còn Là Có Ở Trên Ông Bà Cô Nói Nguồn Ảnh Được Không Đồng'.split(
    ' ',
  ),
);

/** "Phát ngôn viên A Theo hãng tin B": a caption had no full stop, and the text goes on with a small letter. */
function beginsSentence(list: readonly Word[], at: number): boolean {
  const text = list[at]?.text ?? '';
  const next = list[at + 1];
  if (next === undefined || next.punct || next.cap) return false;
  return NEVER_LAST.has(text) || (SELDOM_LAST.has(text) && isForeignWord(list[at - 1]));
}

/** End of the run of capitalised words at `at` that can be a name. */
export function runEnd(list: readonly Word[], at: number): number {
  let end = at;
  while (end - at < 9) {
    const word = list[end];
    if (word === undefined) break;
    if (PARTICLES.has(word.text) && end > at && particle(list, end)) {
      end++;
      continue;
    }
    if (word.text === '.' && end > at && initial(list, end)) {
      end++;
      continue;
    }
    // "Lê Thị ý Nhi": the capital that many fonts lack.
    if (word.text === 'ý' && end - at >= 2 && list[end + 1]?.cap) {
      end++;
      continue;
    }
    if (!nameWord(word) || (end > at && word.low === 'tôi')) break;
    if (end > at && beginsSentence(list, end)) break;
    if (end > at && (rankAt(list, end) > 0 || (end - at >= 2 && titleAt(list, end) !== null)))
      break;
    end++;
  }
  return end;
}
