/**
 * What must stand at a number for it to be a date: "1/2 diện tích" is a fraction, "2-1" a score,
 * "35/2020" a document, "thứ hai" an ordinal. All text is lower case.
 */
import { isFraction } from './fractions.ts';
import { isNamedAfter } from './named-after.ts';
import type { Place } from './place.ts';
import type { Value } from './value.ts';
import { isWeekday } from './weekday-cues.ts';
import { DAY_PART, NUMBER_WORD } from './words.ts';

const B = '(?<![\\p{L}\\p{M}\\p{N}])';

/** Words behind which a number counts or names something else. */
const NO_DATE_BEFORE = new RegExp(
  `${B}(?:số|t[ỷỉ] số|t[ỷỉ] lệ|lớp|ngõ|hẻm|ngách|kiệt|km|hạng|vòng|điểm|(?<!(?:từ|đến|vào|tới) )khoảng|hơn|gần|chiếm|quá|bằng|còn|gấp|đường|tổ|thửa|căn|size|đạt|xếp|cỡ|tầm|phòng|tầng|phiên bản|quy hoạch|quốc lộ|nghị định|thông tư|quyết định|nghị quyết|chỉ thị|công văn|thông báo|kế hoạch|kết luận|pháp lệnh|luật|qđ|nq|nđ|cv|kh|tt|cấp độ|mức độ|loại|thắng|thua|hòa)\\s?(?:số\\s)?$`,
  'u',
);
/** Nouns of a whole: "1/2 diện tích", "2/3 số hộ". */
const FRACTION_AFTER =
  /^ ?(?:số|diện tích|dân số|tổng|lượng|quãng|chiều|thời gian|giá|của|các|những|người|mức|khối|phần|doanh thu|cổ phần|vốn|ngân sách|nhu cầu|thành viên|đại biểu|phiếu|điểm|tỉnh|huyện|xã|hộ|ca|km|m|cái|lần|bàn|chặng|viên|thìa|quả|cốc|cơ thể|trọng lượng|sản lượng|cuộc đời|kích thước|nội dung|đội|trận|tháng lương|nước|thế giới|dân|ý kiến|ủy viên|giám khảo|công ty|doanh nghiệp|khuôn mặt|là|chi phí|thu nhập|đoạn|con đường|kinh phí|sân|giây|triệu|tỷ|nghìn|ngàn|s)(?![\p{L}\p{M}])/u;
const CUE_BEFORE = new RegExp(
  `${B}(?:từ|đến|tới|hết|trước|sau|dịp|lễ|vào|nay|qua|mai|tức|nghỉ|tết|khánh|${DAY_PART})[,]? (?:lễ )?$|[(] ?$`,
  'u',
);
const FEASTS = new Set(
  '1/1 3/2 14/2 27/2 8/3 26/3 30/4 1/5 7/5 19/5 1/6 21/6 28/6 27/7 19/8 2/9 10/10 13/10 20/10 20/11 22/12 24/12 25/12 31/12'.split(
    ' ',
  ),
);
const LIST_GAP =
  /^(?:, | và | & | hoặc | hay |,? rồi |\s?[-–—]\s?|,? (?:cho )?(?:đến|tới) (?:hết )?| với | so với )$/u;

/** True if what stands at the place is no date after all. */
export function isRefused(place: Place): boolean {
  const { text, start, end, value, previous } = place;
  const first = text.charAt(start);
  const before = text.slice(Math.max(0, start - 48), start);
  const listed =
    previous !== undefined &&
    start - previous.end < 24 &&
    LIST_GAP.test(text.slice(previous.end, start)) &&
    kindOf(previous.value) === kindOf(value);
  if (value.kind === 'weekday') return !isWeekday(place, before, listed);
  // "đi hai chiều qua hầm"
  if (
    /^chiều qua$/u.test(text.slice(start, end)) &&
    /(?:\d|một|hai|mỗi|ngược|cùng) $/u.test(before)
  )
    return true;
  // "ca nhiễm thứ 4 này"
  if (/^thứ/u.test(text.slice(start, end))) {
    return (
      /(?<!tuần )này$/u.test(text.slice(start, end)) &&
      !/thứ \p{Lu}/u.test(place.original.slice(start, end))
    );
  }
  if (/^chủ/u.test(text.slice(start, end))) return false;
  if (
    /^(?:tháng|quý|nửa) (?:đầu|cuối)/u.test(text.slice(start, end)) &&
    /(?:những|các) $/u.test(before)
  )
    return true;
  if (/\d/u.test(first)) {
    // Part of a longer number: 1.200/5, 38A-1/2. A range's dash stands behind a date.
    if (/[\p{N}\p{L}][-–/.,:]$/u.test(before) && previous?.end !== start - 1) return true;
    if (/[/.,:]$/u.test(before)) return true;
    if (value.kind === 'day' && /^\d+[-.]/u.test(text.slice(start, end)) && value.month !== null) {
      return value.year === null && !listed;
    }
    if (value.kind === 'day') return value.year === null && !dayCued(place, before, listed);
    if (value.kind === 'year') return !yearCued(place, before, listed);
    // "tháng 3 và 4": a bare number hangs on a month.
    if (value.kind === 'month' && !/\//u.test(text.slice(start, end))) {
      return !listed || !/^tháng/u.test(text.slice(previous.start, previous.end));
    }
    if (value.kind === 'month')
      return NO_DATE_BEFORE.test(before) || /(?:đợt|lần|khóa|kỳ|khoá|bản) $/u.test(before);
    return false;
  }
  if (
    value.kind === 'day' &&
    value.month !== null &&
    value.year === null &&
    /^ngày \d/u.test(text.slice(start, start + 6))
  ) {
    return /(?:mỗi|một) $/u.test(before) && FRACTION_AFTER.test(text.slice(end, end + 32));
  }
  if (
    (value.kind === 'month' || value.kind === 'fixed') &&
    /^tháng/u.test(text.slice(start, start + 5))
  ) {
    const counted = new RegExp(
      `${B}(?:\\d+|${NUMBER_WORD}|mỗi|hàng|hằng|vài|mấy|ít|nhiều|các|những|từng|trăm|chục|nửa)\\s$`,
      'u',
    );
    const word = /^tháng \p{L}/u.test(text.slice(start, end));
    if (
      counted.test(before) &&
      (word || !/\d \D*$/u.test(before) || /^ (?:ngày|tuổi)/u.test(text.slice(end, end + 32)))
    )
      return true;
    if (
      /^tháng (?:qua|tới|trước|sau|này|rồi)/u.test(text.slice(start, end)) &&
      counted.test(before)
    )
      return true;
    if (value.kind === 'month' && value.year === null && isNamedAfter(before)) return true;
    // "năm tháng", "tháng một lần"
    return (
      word &&
      (/^tháng năm$/u.test(text.slice(start, end))
        ? !/(?:trong|vào|đầu|giữa|cuối) $/u.test(before)
        : /^ lần/u.test(text.slice(end, end + 32)))
    );
  }
  if (
    /^(?:năm|sang năm|tuần|quý)/u.test(text.slice(start, start + 8)) &&
    !/\d/u.test(text.slice(start, end))
  ) {
    return new RegExp(
      `${B}(?:\\d+|${NUMBER_WORD}|mỗi|hàng|hằng|vài|mấy|ít|nhiều|các|những|từng|trăm|chục|nửa|suốt|lăm|nghìn|ngàn|vạn|triệu|tỷ|lâu|bao)\\s$`,
      'u',
    ).test(before);
  }
  if (/^(?:đầu|giữa|cuối) (?:năm|tháng)$/u.test(text.slice(start, end))) {
    return /(?:mỗi|các tháng|những tháng|những ngày|các ngày|ngày|hàng|tháng|quý|vụ|học kỳ) $/u.test(
      before,
    );
  }
  return false;
}

function kindOf(value: Value): string {
  return value.kind === 'fixed' || value.kind === 'months' ? 'year' : value.kind;
}

/** "24/5", "9-10/9" without "ngày" in front. */
function dayCued(place: Place, before: string, listed: boolean): boolean {
  const { text, start, end, value, hasSuffix } = place;
  if (value.kind !== 'day') return false;
  const printed = text.slice(start, end);
  const after = text.slice(end, end + 24);
  if (listed || hasSuffix) return true;
  if (isNamedAfter(before)) return false;
  if (NO_DATE_BEFORE.test(before) || /^24\/7/u.test(printed)) return false;
  const whole = value.month ?? 0;
  const fraction =
    value.day < whole && [2, 3, 4, 5, 8, 10].includes(whole) && !printed.includes('0');
  if ((fraction || value.day <= whole) && FRACTION_AFTER.test(after)) return false;
  if (/tháng/u.test(printed)) return true;
  if (isFraction(value.day, whole, before, after)) return false;
  if (CUE_BEFORE.test(before)) return true;
  if (/(?:^|[.!?…:;–—-]["”]? ?|["“])$/u.test(before)) return !FRACTION_AFTER.test(after);
  if (FEASTS.has(printed)) return !FRACTION_AFTER.test(after);
  if (
    FRACTION_AFTER.test(after) &&
    value.day <= 31 &&
    /^ (?:người|tỉnh|huyện|xã|hộ|đại biểu|thành viên|nước)/u.test(after)
  )
    return false;
  if (/(?:\d|cả|với|là|được|có) $/u.test(before)) return false;
  // An improper fraction hardly stands in a newspaper.
  return value.day > whole || value.day > 12 || /^0|\/0/u.test(printed);
}

const YEAR_CUE = new RegExp(
  `${B}(?:từ|đến|tới|hết|trước|sau|vào|hồi|so với|sinh|sinh năm|sn|trong|niên khóa|mùa giải|khoảng|những năm|các năm|năm)[: ]{1,2}$`,
  'u',
);
const YEAR_NAME = new RegExp(
  `${B}(?:luật|cúp|cup|euro|olympic|league|games|giải|top|bộ luật|hiến pháp)(?: \\p{L}+){0,5} $`,
  'u',
);

/** "2020" without "năm" in front. */
function yearCued(place: Place, before: string, listed: boolean): boolean {
  const { text, end } = place;
  const after = text.slice(end, end + 24);
  if (
    /^ (?:người|tỷ|triệu|đồng|m|km|ha|tấn|con|hộ|ca|kg|chiếc|xe|căn|suất|trường hợp|usd|euro|m2|đô|lượt|mét|doanh nghiệp|cái|bộ|máy|gói|sinh viên|học sinh|thí sinh|cán bộ|điểm|tờ|cuộc|đơn vị|sản phẩm|phòng|lao động|giường)(?![\\p{L}])/u.test(
      after,
    )
  ) {
    return false;
  }
  if (listed) return true;
  const range = /^\s?[-–—]\s?(?:1\d|20|21)\d\d(?!\d)(?![.,/]\d)/u.test(after);
  if (range) return !NO_DATE_BEFORE.test(before) || /kế hoạch $/u.test(before);
  return YEAR_CUE.test(before) && !YEAR_NAME.test(before);
}
