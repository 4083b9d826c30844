/** Who holds the event: the subject of "tổ chức", "do … tổ chức", "của …", or the body in the event's own name. */
import { unitsNamed } from '../gazetteer.ts';
import { isForeignWord } from '../names.ts';
import { titleAt } from '../titles.ts';
import type { Word } from '../words.ts';
import { lexicon } from './lexicon.ts';
import { bareNameEnd, bodyEnd, headAt, nameEnd, unitAt } from './organisation.ts';
import type { Spot } from './spot.ts';
import { between } from './text.ts';

export interface Organiser {
  /** As printed; in "các đảng bộ A, B" the common word and the name. */
  readonly text: string;
  /** Words of the sentence. */
  readonly from: number;
  readonly to: number;
}

export interface Holders {
  readonly organisers: readonly Organiser[];
  /** Several unnamed bodies: "các đảng bộ cơ sở". */
  readonly unnamed: boolean;
  /** Words at which the subject begins and its verb stands; -1 without a verb. */
  readonly subject: number;
  readonly verb: number;
}

const NONE: Holders = { organisers: [], unnamed: false, subject: -1, verb: -1 };
/** What may stand between the verb and the event. */
const BEFORE_EVENT = new Set(
  'thành công cuộc buổi họp phiên một tốt trực tuyến long trọng trọng thể xong tổ chức việc cho và các thực hiện nội bộ lại được đợt báo cáo tiến hành " “ 01'.split(
    ' ',
  ),
);
/** What may stand between the subject and the verb. */
const AUXILIARY = new Set(
  (
    'đã sẽ vừa đang cũng sắp mới có tiếp tục long trọng trọng thể dự kiến chính thức phối hợp với cùng chủ trì đồng loạt lần lượt đồng và , ( ) ' +
    'khóa khoá nhiệm kỳ i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv xxvi hôm nay sáng chiều tối ngày mai tới qua này tích cực tập trung là đơn vị đầu tiên hoàn thành vào cuối đầu tháng liên trang tưng bừng cao được tại thì nhanh chóng kịp thời khẩn trương trang chủ động trực tiếp đứng ra vinh dự liên kết hợp thường xuyên lên kế hoạch cho biết thông báo'
  ).split(' '),
);
const OBJECT_OF = new Set(
  'của tại ở thuộc với theo từ trên trực về cho đến tới trong qua thư tịch đốc trưởng viên phó bởi ủy'.split(
    ' ',
  ),
);

function verbEnds(list: readonly Word[], at: number): number {
  const one = list[at]?.low ?? '';
  const two = `${list[at - 1]?.low ?? ''} ${one}`;
  if (
    /^(?:tổ chức|tiến hành|khai mạc|hoàn thành|triệu tập|đăng cai|chuẩn bị|bế mạc|tham dự)$/u.test(
      two,
    )
  ) {
    // "ban tổ chức đại hội"
    const board = two === 'tổ chức' && /^(?:ban|công|nhà)$/u.test(list[at - 2]?.low ?? '');
    return two === 'tham dự' || (board && list[at - 3]?.low !== 'các') ? -1 : 2;
  }
  const noun = /^(?:phiên|cuộc|buổi|kỳ|chức|tài|liệu|trình|chế)$/u.test(list[at - 1]?.low ?? '');
  // "Đoàn Thể thao làm lễ xuất quân"
  if (one === 'làm' && list[at + 1]?.low === 'lễ' && list[at + 2]?.low !== 'chào') return 1;
  return /^(?:mở|họp)$/u.test(one) && !noun && list[at]?.cap === false ? 1 : -1;
}

/** Word at which the verb of holding begins before the event; -1. */
function verbBefore(spot: Spot): number {
  const { list } = spot.line;
  let verb = -1;
  for (let at = spot.at - 1; at >= Math.max(spot.from, spot.at - 10); at--) {
    const size = verbEnds(list, at);
    if (size > 0) {
      verb = at - size + 1;
      at = verb;
      continue;
    }
    if (!BEFORE_EVENT.has(list[at]?.low ?? '')) break;
  }
  return verb;
}

function body(spot: Spot, from: number, to: number): Organiser {
  return { text: between(spot.line, from, to), from, to };
}

/** "các đảng bộ Hương Sơn, Vũ Quang, Nghi Xuân": one body a name. */
function listed(spot: Spot, at: number, limit: number): Organiser[] | null {
  const { list } = spot.line;
  const head = headAt(list, at);
  const type = head + (headAt(list, at) > 0 ? unitAt(list, at + head) : 0);
  const prefix = between(spot.line, at, at + type);
  const found: Organiser[] = [];
  let next = at + type;
  while (next < limit) {
    const own = unitAt(list, next);
    const end = bareNameEnd(list, next + own);
    if (end === next + own) break;
    const name = between(spot.line, next, end);
    found.push({ text: `${prefix} ${name}`, from: found.length === 0 ? at : next, to: end });
    next = end;
    while (next < limit && /^(?:,|và|;)$/u.test(list[next]?.low ?? '')) next++;
  }
  return found.length > 1 ? found : null;
}

function isMany(list: readonly Word[], at: number): boolean {
  const low = list[at - 1]?.low ?? '';
  return (
    (lexicon().plurals.at(list, at - 1) === 1 && low !== 'năm') ||
    (/^\d{1,2}$/u.test(low) && !/^(?:thứ|lần|khu|năm|số)$/u.test(list[at - 2]?.low ?? ''))
  );
}

/** The subject before a verb that stands at `verb`. */
function subjectBefore(spot: Spot, verb: number): Holders {
  const { list } = spot.line;
  // `last`: where the last of several authorities begins.
  let found: { from: number; to: number; last: number } | null = null;
  let gapBroken = false;
  // "phối hợp với các đơn vị địa phương": whoever follows only helps.
  let helped = false;
  for (let at = spot.from; at < verb; at++) {
    const word = list[at];
    if (word === undefined) break;
    if (word.text === '(') {
      // "(Nam A Bank, mã: NAB)", "(xã Trường Yên, huyện Hoa Lư)" name no subject.
      while (at < verb && list[at]?.text !== ')') at++;
      continue;
    }
    const end = Math.min(bodyEnd(list, at), verb);
    if (end > at && headAt(list, at) > 0) {
      if (isMany(list, at)) {
        const many = listed(spot, at, verb);
        if (many) return { organisers: many, unnamed: false, subject: at, verb };
        if (reaches(list, end, verb)) return { ...NONE, unnamed: true, subject: at, verb };
      }
      // "Huyện ủy, HĐND, UBND huyện Nam Đàn": the authorities of one unit together.
      const joint =
        found !== null &&
        /^[,–-]$|^và$/u.test(list[at - 1]?.low ?? '') &&
        found.to === at - 1 &&
        AUTHORITY.test(between(spot.line, found.last, found.to)) &&
        AUTHORITY.test(between(spot.line, at, end));
      if (found !== null && found.to === at - 1 && (joint || list[at - 1]?.low === 'của')) {
        found = { from: found.from, to: end, last: at };
        gapBroken = false;
        at = end - 1;
        continue;
      }
      const object = OBJECT_OF.has(list[at - 1]?.low ?? '');
      const behindComma = list[at - 1]?.text === ',' && unitAt(list, at) > 0 && found !== null;
      // "tại bãi biển A, TP Tam Kỳ, UBND tỉnh …": set off by commas, a place.
      const place =
        unitAt(list, at) === headAt(list, at) &&
        list[at - 1]?.text === ',' &&
        list[end]?.text === ',';
      const together = found !== null && gapBroken && coordinated(list, found.to, at);
      if (together) gapBroken = false;
      const venue = list[end]?.text === ',' && isVenue(list, at, spot.from);
      if (!object && !behindComma && !place && !venue && (found === null || gapBroken)) {
        found = { from: at, to: end, last: at };
        gapBroken = false;
        helped = false;
      }
      at = end - 1;
      continue;
    }
    if (found !== null && !gapBroken && HELPED.test(`${word.low} ${list[at + 1]?.low}`))
      helped = true;
    if (helped && !word.punct) continue;
    const aside = word.cap && list[at - 1]?.text === ',';
    if (found !== null && !aside && !AUXILIARY.has(word.low) && !/^\d/u.test(word.text))
      gapBroken = true;
  }
  if (found !== null && !gapBroken)
    return {
      organisers: [body(spot, found.from, found.to)],
      unnamed: false,
      subject: found.from,
      verb,
    };
  return bareSubject(spot, verb);
}

/** "tại Trụ sở Chính phủ, …", "tại hội trường UBND tỉnh, …": whose house it is. */
function isVenue(list: readonly Word[], at: number, from: number): boolean {
  for (let back = at - 1; back >= Math.max(from, at - 6); back--) {
    if (list[back]?.punct) return false;
    if (/^(?:tại|ở)$/u.test(list[back]?.low ?? '')) return true;
  }
  return false;
}

const HELPED = /^(?:phối hợp|kết hợp|liên kết|cùng với|cùng các)$/u;

/** "Bộ A, Chương trình B của C (D) và UBND tỉnh": between the first and the last of a list no verb stands. */
function coordinated(list: readonly Word[], from: number, at: number): boolean {
  if (list[from]?.text !== ',' || list[at - 1]?.low !== 'và' || at - from > 24) return false;
  let heads = 0;
  for (let i = from; i < at - 1; i++) {
    const word = list[i];
    if (word === undefined || /^[;:]$/u.test(word.text)) return false;
    if (word.text === ',') heads += list[i + 1]?.cap === true ? 1 : -9;
    else if (lexicon().kept.at(list, i) > 0) i += lexicon().kept.at(list, i) - 1;
    else if (!word.cap && lexicon().stops.at(list, i) > 0 && !/^(?:của|và|về)$/u.test(word.low))
      return false;
  }
  return heads > 0;
}

// takes: Huyện ủy · HĐND · UBND huyện Nam Đàn · Ủy ban MTTQ Việt Nam tỉnh; refuses Huyện ủy Nam Đàn before a further body
const AUTHORITY =
  /^(?:(?:ban thường vụ |btv |thường trực )?(?:huyện|tỉnh|thành|thị|quận|đảng) (?:ủy|uỷ)|(?:thường trực )?(?:hđnd|hội đồng nhân dân)|ubnd|(?:ủy|uỷ) ban nhân dân|(?:ub|(?:ủy|uỷ) ban )?(?:trung ương )?(?:mttq|mặt trận tổ quốc)(?: việt nam| vn)?|đoàn (?:đbqh|đại biểu quốc hội))(?:$| (?:tỉnh|huyện|quận|xã|phường|thị|thành|tp))/iu;

function reaches(list: readonly Word[], from: number, verb: number): boolean {
  for (let at = from; at < verb; at++)
    if (list[at]?.text === ';' || list[at]?.text === ':') return false;
  return verb - from < 14;
}

/** "Hương Sơn tổ chức hội nghị", "Habeco tổ chức Đại hội đồng cổ đông" */
function bareSubject(spot: Spot, verb: number): Holders {
  const { list } = spot.line;
  let end = verb;
  while (end > spot.from && AUXILIARY.has(list[end - 1]?.low ?? '') && !list[end - 1]?.cap) end--;
  let start = end;
  while (start > spot.from && list[start - 1]?.cap && end - start < 6) start--;
  while (
    start < end &&
    /^(?:Sáng|Chiều|Tối|Ngày|Hôm|Trong|Tại|Theo|Sau|Trước|Vừa|Mới|Dự|Cũng|Và|Phiên|Họp|Cuộc|Buổi|Lễ|Hội|Đại)$/u.test(
      list[start]?.text ?? '',
    )
  )
    start++;
  const text = between(spot.line, start, end);
  if (
    start < end &&
    !OBJECT_OF.has(list[start - 1]?.low ?? '') &&
    (spot.firm || unitsNamed(text).length > 0 || isBrand(list, start, end))
  )
    return { organisers: [body(spot, start, end)], unnamed: false, subject: start, verb };
  return { ...NONE, verb };
}

/** "VCCI tổ chức hội nghị", "Vietnam Airlines tổ chức hội thi"; not "ông John Smith". */
function isBrand(list: readonly Word[], from: number, to: number): boolean {
  const before = list[from - 1];
  if (before !== undefined && !before.punct && !/^(?:nay|qua|mai)$/u.test(before.low)) return false;
  const short = to - from === 1 && /^\p{Lu}[\p{Lu}&]{2,}$/u.test(list[from]?.text ?? '');
  return (
    short ||
    (to - from <= 3 && /^(?:Vietnam|Viettel|Vin\p{L}+|\p{L}+bank)$/iu.test(list[from]?.text ?? ''))
  );
}

/** Index behind "Tỉnh ủy, HĐND, UBND tỉnh": the authorities of one unit are named together. */
function jointEnd(spot: Spot, at: number): number {
  const { list } = spot.line;
  let end = bodyEnd(list, at);
  for (let from = at; end > from && /^(?:,|-|–|và)$/u.test(list[end]?.low ?? ''); ) {
    const next = bodyEnd(list, end + 1);
    const both =
      AUTHORITY.test(between(spot.line, from, end)) &&
      AUTHORITY.test(between(spot.line, end + 1, next));
    if (next === end + 1 || !both) break;
    from = end + 1;
    end = next;
  }
  return end;
}

/** "do Sở Y tế tổ chức", "sẽ được Sở Y tế tổ chức", behind the event */
function agentAfter(spot: Spot): Organiser | null {
  const { list } = spot.line;
  for (let at = spot.headEnd; at < Math.min(spot.to, spot.end + 20); at++) {
    if (!/^(?:do|được)$/u.test(list[at]?.low ?? '')) continue;
    const end = jointEnd(spot, at + 1);
    if (end === at + 1) continue;
    for (let i = end; i < Math.min(end + 24, spot.to); i++) {
      const holds = `${list[i]?.low} ${list[i + 1]?.low}`;
      if (/^(?:tổ chức|chủ trì|đăng cai)$/u.test(holds)) return body(spot, at + 1, end);
      if (list[i]?.text === ';') break;
    }
  }
  return null;
}

const IS_SESSION = /^(?:quốc hội|qh|hđnd|hdnd|hội đồng nhân dân|ubkt|ủy ban kiểm tra)/u;

function sessionBody(spot: Spot): Organiser | null {
  const { list } = spot.line;
  const ahead = (from: number, to: number) => {
    for (let at = from; at < to; at++) {
      if (
        !IS_SESSION.test(
          `${list[at]?.low} ${list[at + 1]?.low} ${list[at + 2]?.low} ${list[at + 3]?.low}`,
        )
      )
        continue;
      const end = /^(?:quốc|qh)$/u.test(list[at]?.low ?? '')
        ? at + headAt(list, at)
        : bodyEnd(list, at);
      if (end > at && !/^(?:biểu|thường|vụ)$/u.test(list[at - 1]?.low ?? ''))
        return body(spot, at, end);
    }
    return null;
  };
  return (
    ahead(spot.headEnd, Math.min(spot.to, spot.headEnd + 16)) ??
    ahead(Math.max(spot.from, spot.at - 24), spot.at)
  );
}

const BEFORE_OWNER =
  /^(?:biểu|niên|thứ|hội|nghị|họp|đông|viên|của|trù|bị|i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii|xiii|xiv|xv|\d{1,4})$/u;
const DOCUMENT =
  /(?:nghị quyết|nghị định|chỉ thị|luật|quyết định|kết luận|đề án|thông tư|quy định|chương trình|kế hoạch|dự án)(?! của tỉnh)/u;

/** The body inside the event's name: "Đại hội Đảng bộ huyện X", "hội nghị sơ kết … của Công an tỉnh". */
function ownerInName(spot: Spot): Organiser | null {
  const { list } = spot.line;
  for (let at = spot.headEnd; at < spot.end; at++) {
    const before = list[at - 1];
    const owned = before?.low === 'của';
    if (!owned && (spot.kind === 'le' || spot.kind === 'hoi-thi')) continue;
    const nationwide = before?.low === 'quốc' && list[at - 2]?.low === 'toàn';
    if (!owned && !nationwide && !BEFORE_OWNER.test(before?.low ?? '') && at !== spot.headEnd)
      continue;
    if (DOCUMENT.test(between(spot.line, spot.headEnd, at).toLowerCase())) return null;
    let end = bodyEnd(list, at);
    if (end === at && owned && spot.firm) end = firmEnd(list, at);
    if (end === at && spot.firm && list[at]?.cap && !/^\d/u.test(list[at]?.text ?? ''))
      end = firmEnd(list, at);
    if (end > at) return body(spot, at, Math.max(at + 1, Math.min(end, owned ? end : spot.end)));
  }
  return null;
}

function firmEnd(list: readonly Word[], at: number): number {
  const end = bareNameEnd(list, at);
  return end === at ? at : nameEnd(list, at, end);
}

/** "hội nghị giao ban giữa UBND TP Hà Nội với lãnh đạo các sở": who is named first calls the others. */
function betweenBodies(spot: Spot): Organiser | null {
  if (spot.kind !== 'hoi-nghi' && spot.kind !== 'so-ket' && spot.kind !== 'tong-ket') return null;
  const { list } = spot.line;
  for (let at = spot.headEnd; at < Math.min(spot.to, spot.end + 4); at++) {
    if (list[at]?.low !== 'giữa' || /^(?:nhiệm|năm|kỳ)$/u.test(list[at + 1]?.low ?? '')) continue;
    const end = bodyEnd(list, at + 1);
    if (end > at + 1 && /^(?:với|và)$/u.test(list[end]?.low ?? '')) return body(spot, at + 1, end);
  }
  return null;
}

/** "hội nghị tổng kết năm 2016 của Viettel Post", "Hội nghị … của Huawei Việt Nam": a firm by its bare name. */
function brandInName(spot: Spot): Organiser | null {
  if (spot.kind === 'le' || spot.kind === 'hoi-thi') return null;
  const { list } = spot.line;
  for (let at = spot.end - 1; at >= spot.headEnd; at--) {
    if (list[at]?.low !== 'của') continue;
    const end = bareNameEnd(list, at + 1);
    const run = list.slice(at + 1, end);
    // "… của Chỉ thị 05", "… của Bộ Chính trị": no firm; persons hold no meeting.
    const brand = isForeignWord(run[0]) && run.length <= 4 && titleAt(list, at + 1) === null;
    const ends =
      list[end] === undefined ||
      list[end]?.punct ||
      end >= spot.end ||
      /^(?:năm|được|đã|sẽ|có|diễn|tại|ở)$/u.test(list[end]?.low ?? '');
    return brand && ends ? body(spot, at + 1, end) : null;
  }
  return null;
}

/** "hội nghị quân chính diễn ra hôm qua của Ban CHQS": the owner a little behind the name. */
function ownerAfter(spot: Spot): Organiser | null {
  const { list } = spot.line;
  for (let at = spot.end; at < Math.min(spot.to, spot.end + 7); at++) {
    const word = list[at];
    if (word === undefined || (word.punct && !/^[()]$/u.test(word.text))) return null;
    if (word.low !== 'của') continue;
    const end = spot.firm ? firmEnd(list, at + 1) : bodyEnd(list, at + 1);
    const other = bodyEnd(list, at + 1);
    const behind = Math.max(end, other);
    return behind > at + 1 ? body(spot, at + 1, behind) : null;
  }
  return null;
}

/** "Đại biểu Đảng bộ Quân sự huyện X dự hội nghị" */
function delegates(spot: Spot): Organiser | null {
  const { list } = spot.line;
  for (let at = Math.max(spot.from, spot.at - 16); at < spot.at - 2; at++) {
    if (list[at]?.low !== 'đại' || list[at + 1]?.low !== 'biểu') continue;
    const end = bodyEnd(list, at + 2);
    if (end > at + 2 && /^(?:dự|tham)$/u.test(list[end]?.low ?? '')) return body(spot, at + 2, end);
  }
  return null;
}

/** A firm whose meeting is told without "của": "Tại đại hội cổ đông 2021, Ngân hàng A đã bầu …" */
function firmNear(spot: Spot): Organiser | null {
  if (!spot.firm) return null;
  const { list } = spot.line;
  const read = (from: number, to: number): Organiser | null => {
    for (let at = from; at < to; at++) {
      if (!FIRM.test(`${list[at]?.low} ${list[at + 1]?.low}`) || !FIRM.test(list[at]?.low ?? ''))
        continue;
      const end = bodyEnd(list, at);
      if (end > at + 1) return body(spot, at, end);
    }
    return null;
  };
  const near =
    read(spot.end, Math.min(spot.to, spot.end + 12)) ??
    read(Math.max(spot.from, spot.at - 12), spot.at) ??
    // "Ngân hàng A (…) vừa công bố tài liệu họp ĐHĐCĐ": the sentence's subject.
    read(spot.from, Math.min(spot.at, spot.from + 1));
  if (near !== null) return near;
  // "tại ĐHĐCĐ 2017 diễn ra cuối tháng 4, Habeco sẽ trình …"
  for (let at = spot.end + 1; at < Math.min(spot.to, spot.end + 12); at++) {
    if (list[at - 1]?.text !== ',') continue;
    const end = bareNameEnd(list, at);
    if (
      end > at &&
      end - at < 4 &&
      /^(?:sẽ|đã|dự|vừa|thông|bầu|trình)$/u.test(list[end]?.low ?? '')
    )
      return body(spot, at, end);
  }
  return null;
}

const FIRM = /^(?:ngân|công|tập|tổng|ctcp|cty|hãng)(?!\p{L})/u;

/** The holders of one spot. */
export function holders(spot: Spot): Holders {
  const { list } = spot.line;
  const verb = spot.at === spot.headEnd ? reviewVerb(spot) : verbBefore(spot);
  const subject = verb < 0 ? NONE : subjectBefore(spot, verb);
  if (subject.organisers.length > 0 || subject.unnamed) return subject;
  const session = spot.kind === 'ky-hop' ? sessionBody(spot) : null;
  const one =
    session ??
    agentAfter(spot) ??
    betweenBodies(spot) ??
    ownerInName(spot) ??
    brandInName(spot) ??
    ownerAfter(spot) ??
    delegates(spot) ??
    firmNear(spot);
  const many =
    one === null ? null : isMany(list, one.from) ? listed(spot, one.from, spot.to) : [one];
  return {
    organisers: many ?? [],
    unnamed: one !== null && many === null,
    subject: one?.from ?? -1,
    verb,
  };
}

/** The words "sơ kết" may be the verb themselves. */
function reviewVerb(spot: Spot): number {
  const verb = verbBefore(spot);
  return verb >= 0 ? verb : spot.at;
}
