/** The title before a name: "Giám đốc Sở Y tế Hà Tĩnh | Lê Văn Tám", "Bí thư Huyện ủy, | ông …". */
import { degreeAt, rankAt } from './address.ts';
import { unitsNamed } from './gazetteer.ts';
import { honorificHere } from './honorific-here.ts';
import { type PrintedTitle, printed, slice } from './mention.ts';
import {
  isCountry,
  isFirm,
  isForeignName,
  isForeignWord,
  isFullName,
  isWholeCountry,
  nameInRun,
  nameWord,
  surnameShare,
} from './names.ts';
import { endsInBody, endsInPlace } from './place-in-run.ts';
import { verbAt } from './reporting.ts';
import {
  bodyAt,
  endsPhrase,
  isPlaceName,
  leadsOn,
  runEnd,
  type TitleKind,
  titleAt,
  titleStep,
} from './titles.ts';
import type { Word } from './words.ts';

const SCHOOL =
  /(?:^| )(?:thpt|thcs|tiểu học|mầm non|mẫu giáo|phổ thông|chuyên|chính trị|cao đẳng|nội trú|bán trú|tư thục|dân lập)$/u;

/** "Trường THPT chuyên | Lê Hồng Phong": the school bears the name. */
function schoolBefore(list: readonly Word[], at: number): boolean {
  const low = list.slice(Math.max(0, at - 6), at).map((word) => word.low);
  return low.includes('trường') && SCHOOL.test(low.join(' '));
}

/** "Tổng giám đốc của Alibaba | Trương Dũng" */
function behindFirm(run: readonly Word[]): boolean {
  const [firm, family, ...given] = run;
  return (
    isForeignWord(firm) &&
    !isCountry(firm) &&
    given.length > 0 &&
    given.length < 4 &&
    surnameShare(family?.text ?? '') >= 0.3 &&
    !run.slice(1).some(isForeignWord)
  );
}

// Bodies and things of which the name goes on with a small letter: "Báo Đầu | tư", "Phòng Cảnh | sát".
const BODY_WORD =
  /^(?:Ban|Báo|Bệnh|Bộ|Chi|Cơ|Cục|Cụ|Đài|Điểm|Đoàn|Đội|Hãng|Khoa|Khu|Lực|Ngành|Nhà|Phòng|Quốc|Sở|Tạp|Tập|Tổ|Tử|Trạm|Viện|Vịnh|Vụ|Xã|Xí|Xưởng)$/u;

/** "Đình Tú", "Trấn Thành": two syllables that are no place and no body. */
export function isStageName(run: readonly Word[]): boolean {
  const [first] = run;
  if (first === undefined || run.some(isForeignWord) || isPlaceName(run)) return false;
  if (BODY_WORD.test(first.text)) return false;
  const named = unitsNamed(run.map(({ text }) => text).join(' '));
  return named.every(({ level }) => level === 'commune');
}

/** "Chủ tịch của Real Madrid, | Florentino Perez nói": index behind the name that a comma sets off; -1. */
function setOff(list: readonly Word[], at: number): number {
  const end = runEnd(list, at);
  const run = list.slice(at, end);
  if (run.length < 2 || isPlaceName(run) || endsInPlace(run) || endsInBody(run)) return -1;
  if (bodyAt(list, at) > 0 || titleAt(list, at) !== null) return -1;
  const known = isFullName(run) || (isForeignName(run) && !list[end]?.punct);
  return known && endsPhrase(list, end) ? end : -1;
}

/** A name right behind a title's head needs less proof than one behind an organisation. */
function nameAfterTitle(
  list: readonly Word[],
  at: number,
  near: boolean,
  kind: TitleKind,
  located = false,
): [number, number] | null {
  const end = runEnd(list, at);
  if (end === at) return null;
  const run = list.slice(at, end);
  const before = list[at - 1];
  // "Trưởng Công an xã Sơn Kim 1": a unit's number; "Lê Văn Tám 45 tuổi" is a person.
  const numbered = /^(?:xã|phường|quận|huyện|trấn|khu|thôn)$/u.test(before?.low ?? '');
  if (numbered && /^\d{1,2}$/u.test(list[end]?.text ?? '') && list[end + 1]?.low !== 'tuổi')
    return null;
  const school = schoolBefore(list, at);
  if (school && run.length <= 4) return null;
  const least = near ? 0 : school ? 2 : before !== undefined && bodyAt(list, at - 1) > 0 ? 1 : 0;
  if (isPlaceName(run) || endsInBody(run)) return null;
  if (before?.low === 'của') return behindFirm(run) ? [at + 1, end] : null;
  if (isForeignWord(run[0]) && endsInPlace(run)) return null;
  // "CEO Facebook Mark Zuckerberg"
  if (near && run.length >= 2 && run.length <= 4 && isFirm(run[0])) return [at + 1, end];
  // "Tổng thống Mỹ Biden"
  if (
    near &&
    run.length === 2 &&
    isWholeCountry(run[0]) &&
    isForeignWord(run[1]) &&
    !isCountry(run[1])
  ) {
    return [at + 1, end];
  }
  // "đại biểu Phan Nguyễn Như Khuê": two family names, nothing before them.
  const whole =
    near &&
    (run.length === 3 || run.length === 4) &&
    surnameShare(run[0]?.text ?? '') >= 0.5 &&
    !run.some(isForeignWord) &&
    !isPlaceName(run.slice(0, 2));
  if (whole) return [at, end];
  // "Giám đốc Bệnh viện Phổi tỉnh Trương Hồng Lĩnh": no province or district is called so.
  const large = /^(?:tỉnh|huyện|phố|tp|sở|ban|đoàn)$/u.test(before?.low ?? '') && run.length >= 3;
  if (large) {
    // "Chủ tịch HĐND tỉnh Tăng Thị Bình": the provinces and districts are known, every other name is a person's.
    // "Bí thư Tỉnh đoàn Hà Lượng Trí": a youth union has no other name than its unit's.
    const unit = /^(?:tỉnh|huyện|phố|tp|đoàn)$/u.test(before?.low ?? '');
    const elsewhere =
      unit && run.length <= 4 && !isPlaceName(run.slice(0, 2)) && !run.some(isForeignWord);
    const named = nameInRun(run, 0) === 0;
    const known = named && surnameShare(run[0]?.text ?? '') >= 0.5;
    if (known || (elsewhere && (named || before?.low === 'tỉnh'))) return [at, end];
  }
  const start = nameInRun(
    run,
    isForeignWord(run[0]) && (run.length < 3 || /^(?:nước|vụ|bộ|giao)$/u.test(before?.low ?? ''))
      ? 0
      : least,
  );
  // "chuyên gia tại hãng luật Hogan Lovells": the firm, not a person.
  if (before?.low === 'tại' || before?.low === 'ở') return null;
  // "tại Ấn Độ kiêm nhiệm Nepal và Bhutan | Phạm Sanh Châu": a name begins behind the country.
  if (located && isForeignWord(run[0]) && start <= 0 && before?.cap === false) return null;
  // "Hội Nhà văn Hà Nội"
  const tail = isPlaceName(run.slice(-2)) && surnameShare(run[start]?.text ?? '') < 0.5;
  if (start >= 0 && !tail) {
    const size = run.length - start;
    if (
      size >= 3 ||
      near ||
      isForeignWord(run[start + 1]) ||
      surnameShare(run[start]?.text ?? '') >= 0.3
    ) {
      return [at + start, end];
    }
  }
  // "Trưởng Công an xã Đức An": two syllables behind a unit's word are the unit.
  const unit = /^(?:xã|phường)$/u.test(before?.low ?? '');
  if (!near || unit || run.length > 2 || bodyAt(list, at) > 0) return null;
  // "Cựu trung vệ Tottenham, | Michael Dawson nhận định": the club, then the person.
  const speaker = list[end]?.text === ',' ? setOff(list, end + 1) : -1;
  if (run.length === 1 && speaker > 0 && verbAt(list, speaker) > 0) return null;
  // "Giám đốc Nhà máy", "Chủ tịch Amazon"
  // "HLV Zidane hài lòng": no firm follows an occupation so.
  // "diễn viên Đình Tú thể hiện": nor does a stage name need a family name.
  const alone =
    kind === 'occupation' &&
    list[end]?.cap === false &&
    (run.length === 2 ? isStageName(run) : isForeignWord(run[0]));
  const ends = endsPhrase(list, end) || list[end]?.low === 'và' || alone;
  if (!ends || (kind === 'head' && run.length === 1 && isForeignWord(run[0]))) return null;
  return [at, end];
}

/** "Trao đổi với phóng viên": the title belongs to somebody else. */
function isObject(list: readonly Word[], at: number): boolean {
  return /^(?:với|cho|của|về|cùng|từ|nhiều|các)$/u.test(list[at - 1]?.low ?? '');
}

/** Reads a title from `at` up to the name or the next honorific, rank or degree behind it. */
export function titleBefore(
  text: string,
  list: readonly Word[],
  at: number,
): { titles: PrintedTitle[]; next: number; name: [number, number] | null } | null {
  const head = titleAt(list, at);
  if (head === null || head.kind === 'neither') return null;
  // "Bộ trưởng": no "trưởng" of its own.
  if (list[at]?.low === 'trưởng' && titleAt(list, at - 1) !== null) return null;
  // "những nhà sáng lập A": nobody in particular.
  if (/^(?:những|các|nhiều|mọi)$/u.test(list[at - 1]?.low ?? '')) return null;
  const found: PrintedTitle[] = [];
  let from = at;
  let k = at + head.size;
  let near = true;
  let located = false;
  const close = (to: number) => {
    let end = to;
    while (end > from && list[end - 1]?.punct && list[end - 1]?.text !== ')') end--;
    while (end > from + 1 && leadsOn(list, end - 1)) end--;
    const title = printed(text, list, from, end);
    if (title !== null) found.push(title);
  };
  for (let steps = 0; steps < 30; steps++) {
    const word = list[k];
    if (word === undefined) return null;
    const comma = word.text === ',' || word.text === '-' || word.text === '–';
    const ahead = comma ? k + 1 : k;
    if (rankAt(list, ahead) + degreeAt(list, ahead) > 0 || honorificHere(list, ahead)) {
      if (comma && (head.kind === 'occupation' || isObject(list, at))) return null;
      // "luật sư của ông A", "Giám đốc Sở B và ông C": somebody else is named.
      if (/^(?:của|và|cùng|với|cho)$/u.test(list[ahead - 1]?.low ?? '')) return null;
      close(k);
      return { titles: found, next: ahead, name: null };
    }
    if (comma || word.low === 'và' || word.low === 'kiêm') {
      if (comma && /^(?:lãnh đạo|đại diện)$/u.test(`${list[at]?.low} ${list[at + 1]?.low}`))
        return null;
      const named = word.text === ',' && !isObject(list, at);
      const behind = named ? setOff(list, k + 1) : -1;
      // "Cựu trung vệ A, Michael Dawson nhận định": of many with that job only whoever speaks is set off.
      const sure = head.kind !== 'occupation' || (head.former && verbAt(list, behind) > 0);
      const end = sure ? behind : -1;
      if (end > 0) {
        close(k);
        return { titles: found, next: k + 1, name: [k + 1, end] };
      }
      const another = titleAt(list, k + 1);
      // "… công tác cán bộ cơ sở, Thủ tướng A"
      if (another !== null && head.kind === 'occupation' && another.kind !== 'occupation')
        return null;
      // "trao đổi với phóng viên, luật sư A"
      if (another !== null && comma && head.kind === 'occupation' && isObject(list, at))
        return null;
      if (another !== null && another.kind !== 'neither' && word.low !== 'kiêm') {
        close(k);
        from = k + 1;
        k += 1 + another.size;
        near = true;
        continue;
      }
    }
    if (nameWord(word)) {
      // "đại diện Chi Pu": somebody who speaks for her.
      if (near && /^(?:đại diện|người đứng đầu)$/u.test(slice(text, list, at, k).toLowerCase()))
        return null;
      const name = nameAfterTitle(list, k, near, head.kind, located);
      // "Chủ tịch hãng đầu tư Y Combinator, ông Sam Altman": the person is named behind.
      const firm =
        name !== null &&
        !near &&
        list[name[1]]?.text === ',' &&
        honorificHere(list, name[1] + 1) &&
        nameWord(list[name[1] + 2] ?? word) &&
        !isFullName(list.slice(name[0], name[1]));
      if (name !== null && !firm) {
        // "Sau câu trả lời của Bộ trưởng Bộ A, Chủ tịch Quốc hội B cho biết": the comma ends what is said of another.
        if (
          from > at &&
          list[from - 1]?.text === ',' &&
          isObject(list, at) &&
          verbAt(list, name[1]) > 0
        )
          return null;
        close(name[0]);
        return { titles: found, next: name[0], name };
      }
      k = Math.max(k + 1, runEnd(list, k));
      near = false;
      continue;
    }
    const next = titleStep(list, k);
    if (next === k) return null;
    if (/^(?:tại|của|ở)$/u.test(word.low)) located = true;
    near = false;
    k = next;
  }
  return null;
}
