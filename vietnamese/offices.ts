/** Offices as the record keeps them, and who holds public office. */
import { canonicalTone } from './canonical-tone.ts';
import { dataFile } from './data-file.ts';
import { type Unit, unitsNamed } from './gazetteer.ts';
import type { PrintedTitle } from './mention.ts';
import { bodyAt, titleAt } from './titles.ts';
import { type Phrases, phrases, type Word, words } from './words.ts';

export interface Office {
  /** As printed, with its organisation and place. */
  readonly title: string;
  readonly former: boolean;
  readonly organisation: string | null;
  readonly place: string | null;
}

interface Bodies {
  readonly public: Phrases;
  readonly institutes: Phrases;
  readonly private: Phrases;
}

const bodies = dataFile('organisations.json', (json): Bodies => {
  const all = json as Record<'public' | 'institutes' | 'private', string[]>;
  return {
    public: phrases(all.public),
    institutes: phrases(all.institutes),
    private: phrases(all.private),
  };
});

const UNITS = new Set(['tỉnh', 'huyện', 'quận', 'xã', 'phường', 'thôn', 'tp', 'xóm', 'bản', 'ấp']);
const LONG_UNITS = new Set(['thành phố', 'thị xã', 'thị trấn']);

function unitAt(list: readonly Word[], at: number): boolean {
  const word = list[at];
  const next = list[at + 1];
  if (word === undefined || next === undefined) return false;
  if (UNITS.has(word.low) && (next.cap || next.text === '.' || /^\p{N}/u.test(next.text)))
    return true;
  return LONG_UNITS.has(`${word.low} ${next.low}`) && (list[at + 2]?.cap ?? false);
}

function anyAt(set: Phrases, list: readonly Word[]): boolean {
  return list.some((_, at) => {
    const size = set.at(list, at);
    return size > 1 || (size === 1 && isBody(list, at));
  });
}

/** One syllable that names a body: "Bộ", "sở Y tế", "xã", "quận 5"; not "dịch vụ", "xã hội", "đầu tư". */
function isBody(list: readonly Word[], at: number): boolean {
  const word = list[at];
  const next = list[at + 1];
  if (word === undefined) return false;
  if (word.low === 'tư') return word.text === 'TƯ';
  if (word.low === 'xã' && next?.low === 'hội') return false;
  if (word.cap || next?.cap === true) return true;
  if (!UNITS.has(word.low)) return word.low.length > 3 && next === undefined;
  return next === undefined || next.punct || /^\p{N}/u.test(next.text);
}

/** "Ngân hàng" but not "Ngân hàng Nhà nước". */
function isPrivate(list: readonly Word[]): boolean {
  const { private: firms, public: state } = bodies();
  return list.some((_, at) => firms.at(list, at) > state.at(list, at));
}

// Words between the head noun and its body: "Phó Chủ tịch Thường trực UBND", "Phó Trưởng đoàn chuyên trách Đoàn ĐBQH".
const MODIFIERS = phrases(['thường trực', 'chuyên trách', 'phụ trách', 'điều hành', 'thứ nhất']);
// "Trưởng ban Tổ chức", "Phó Trưởng phòng Nội vụ": the head noun ends in the body's first word.
const HEADED = new Set(['ban', 'phòng', 'khoa', 'đội', 'trạm', 'đoàn']);

/** Where the organisation of a title begins, as an index into its words; `list.length` if none is printed. */
function organisationAt(list: readonly Word[]): number {
  let from = titleAt(list, 0)?.size ?? list.length;
  for (let size = MODIFIERS.at(list, from); size > 0; size = MODIFIERS.at(list, from)) from += size;
  for (let at = 1; at < from; at++) {
    const word = list[at];
    const body = bodyAt(list, at) > 0 && word?.cap === true && MODIFIERS.at(list, at) === 0;
    const headed =
      list[at - 1]?.low === 'trưởng' && HEADED.has(word?.low ?? '') && list[at + 1]?.cap === true;
    if (body || headed) return at;
  }
  return from;
}

// takes: Huyện ủy Lộc Hà, Tỉnh đoàn Nghệ An
const OF_PLACE = /^(?:tỉnh|huyện|thành|thị|quận)$/u;
/** The longest name at the end of a title that a province or a district bears: "Sở Y tế [Hà Nội]". */
function placeAtEnd(list: readonly Word[], from: number, title: string): string | null {
  for (let at = Math.max(from + 1, list.length - 4); at < list.length - 1; at++) {
    const run = list.slice(at);
    if (!run.every(({ cap }) => cap)) continue;
    const before = list[at - 1]?.low ?? '';
    const name = title.slice(list[at]?.start ?? 0);
    if (/^(?:ủy|đoàn)$/u.test(before) && OF_PLACE.test(list[at - 2]?.low ?? '')) return name;
    const bears = ({ bare, level }: Unit) =>
      level !== 'commune' && canonicalTone(bare) === canonicalTone(name);
    if (unitsNamed(name).some(bears)) return name;
  }
  return null;
}

/** A title with its organisation and place, as far as they are printed in it. */
export function office({ title, former }: PrintedTitle): Office {
  const list = words(title);
  const from = organisationAt(list);
  const start = list[from]?.start;
  const unit = list.findIndex((_, at) => at >= from && unitAt(list, at));
  return {
    title,
    former,
    organisation: start === undefined ? null : title.slice(start),
    place: unit < 0 ? placeAtEnd(list, from, title) : title.slice(list[unit]?.start ?? 0),
  };
}

const HEAD_OF_INSTITUTE =
  /^(?:phó )?(?:hiệu trưởng|giám đốc|viện trưởng|chủ tịch|trưởng|tổng giám đốc|gđ)(?!\p{L})|^(?:hiệu|viện) phó|^pgđ/u;
// takes: Hội Kiến trúc sư Việt Nam; refuses Hội Nông dân, Hội đồng nhân dân, Quốc hội
const ASSOCIATION =
  /(?<!\p{L}|quốc |xã |chi )hội (?!đồng|nông dân|phụ nữ|lhpn|liên hiệp phụ nữ|ccb|cựu chiến binh|chữ thập đỏ|lhtn|liên hiệp thanh niên|sinh viên|nghị|thi|thảo|trường|an(?!\p{L}))\p{L}/u;
// takes: Liên đoàn Bóng chuyền; refuses Liên đoàn Lao động
const FEDERATION = /liên đoàn (?!lao động)\p{L}/u;
// Faculties of a university count, wards of a hospital don't.
const DEAN = /^(?:phó )?trưởng khoa .*(?:đại học|đh|học viện|trường)(?!\p{L})/u;
const CHAIR_OF_DEPARTMENT = /^(?:phó )?trưởng (?:khoa|phòng|bộ môn|nhóm|bộ phận|đơn nguyên)/u;
const MANAGER = /^(?:phó )?(?:tổng )?giám đốc(?!\p{L})/u;
const OFFICER_OF_STATE = /^(?:cán bộ|công chức|chuyên viên|kiểm lâm viên|trưởng phòng|phó)/u;

// Heads of state and of parts of a state whose title says nothing of a body.
const HEAD_OF_STATE =
  /^(?:(?:phó )?chủ tịch|(?:nhà )?lãnh đạo(?: tối cao)?) (?:trung quốc|triều tiên|cuba|lào|việt nam|iran|đài loan)$/u;

/**
 * Whether a title is public office: party, state, army, police, front; heads and deputies of schools,
 * universities, hospitals and institutes that are not called private. Former office, company boards,
 * state-owned enterprises and sports federations are not.
 */
export function isPublicOffice({ title, former, kind }: PrintedTitle): boolean {
  if (former || kind === 'neither') return false;
  const list = words(title);
  const low = title.toLowerCase();
  if (isPrivate(list) || FEDERATION.test(low) || ASSOCIATION.test(low)) return false;
  if (kind === 'state' || HEAD_OF_STATE.test(low)) return true;
  const institute = list.some(
    (_, at) =>
      bodies().institutes.at(list, at) > 0 &&
      !/^(?:thị|môi|hiện|công|nông|lâm)$/u.test(list[at - 1]?.low ?? ''),
  );
  if (kind === 'occupation')
    return OFFICER_OF_STATE.test(low) && !institute && anyAt(bodies().public, list);
  if (DEAN.test(low) && !/bệnh viện|bv /u.test(low)) return true;
  if (institute && !CHAIR_OF_DEPARTMENT.test(low) && HEAD_OF_INSTITUTE.test(low)) return true;
  if (institute) return false;
  // "Giám đốc Trung tâm A, TP Đà Nẵng": the place behind the comma says nothing of the state.
  const own = MANAGER.test(low) ? words(title.split(',')[0] ?? title) : list;
  return anyAt(bodies().public, own);
}
