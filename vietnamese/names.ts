/** What a person's name looks like: a family name and two to four further syllables, or foreign words. */
import { dataFile } from './data-file.ts';
import { isSyllable } from './syllables.ts';
import type { Word } from './words.ts';

const surnames = dataFile(
  'surnames.json',
  (json) => new Map(Object.entries((json as { surnames: Record<string, number> }).surnames)),
);

/** Share of the people of Vietnam with this family name in per cent; 0 if it is none. */
export function surnameShare(text: string): number {
  return surnames().get(text) ?? 0;
}

const ABBREVIATION = /^[\p{Lu}\p{N}&.-]{2,}$/u;
const INITIALS = /^(?:\p{Lu}\.?)+$/u;
const DOTTED = /^\p{Lu}(?:\.\p{Lu})+$/u;
const LETTERS = /^[\p{L}\p{M}’'-]+$/u;

/** A capitalised word that can stand in a name. */
export function nameWord(word: Word): boolean {
  if (DOTTED.test(word.text)) return true;
  return (
    word.cap &&
    LETTERS.test(word.text) &&
    !(ABBREVIATION.test(word.text) && word.text.length > 1 && !isSyllable(word.low))
  );
}

// takes: A, A., T.A; refuses Á, a given name
const HIDDEN = /^[A-ZĐ](?:\.[A-ZĐ])*\.?$/u;
// takes: Tr, Th., Ph, Ng
const CLUSTER = /^(?:Ch|Gi|Kh|Ng|Ngh|Nh|Ph|Qu|Th|Tr)\.?$/u;

/** "N.V.A", "H.", "Tr", "Nguyễn Văn A", "Trần Thị B.H": no name that tells who it is. */
export function isInitials(text: string): boolean {
  const whole =
    INITIALS.test(text.replaceAll(' ', '')) && (text.includes('.') || text.length === 1);
  if (whole || CLUSTER.test(text)) return true;
  const parts = text.split(/\s+/u);
  const last = parts.at(-1) ?? '';
  const hidden = HIDDEN.test(last) || CLUSTER.test(last);
  return hidden && parts.length > 1 && (surnameShare(parts[0] ?? '') > 0 || last.includes('.'));
}

/** Not a Vietnamese syllable. */
export function isForeignWord(word: Word | undefined): boolean {
  return word !== undefined && foreign(word);
}

function foreign(word: Word): boolean {
  return word.text.split('-').some((part) => !isSyllable(part.toLowerCase()));
}

/** Words of countries' names that stand before a name: "Thủ tướng Anh Boris Johnson". */
const countries = dataFile(
  'countries.json',
  (json) => new Set((json as { words: string[] }).words),
);

export function isCountryName(text: string): boolean {
  return countries().has(text);
}

const PARTS = new Set(
  'Ai Ba Ban Bắc Bồ Châu Cập Cổ Hy Hà Hàn Kinh Lan Lạp Mông Mạch New Nha Phần Quốc Saudi Sĩ Thụy Tiên Triều Tây York Âu Đan Điển Đào Arab'.split(
    ' ',
  ),
);

/** A country whose name is one word: "Mỹ", "Philippines". */
export function isWholeCountry(word: Word | undefined): boolean {
  return isCountry(word) && !PARTS.has(word?.text ?? '');
}

/** "Anh", "Ukraine" */
export function isCountry(word: Word | undefined): boolean {
  return word !== undefined && countries().has(word.text);
}

/** Firms known by one word the world over: "Facebook", before the name of their head. */
const firms = dataFile('firms.json', (json) => new Set((json as { words: string[] }).words));

export function isFirm(word: Word | undefined): boolean {
  return word !== undefined && firms().has(word.text);
}

/** Words of bodies that are no part of a name though capitalised. */
const BODY = new Set(
  'ubnd hđnd bộ sở ban cục vụ viện đảng tỉnh huyện quận phường trường tập công hội liên đại'.split(
    ' ',
  ),
);

const LENGTHS = [0, -9, -2.5, 0, -1, -4] as const;

/**
 * Where a person's name begins in a run of capitalised words that ends with it; -1 if it holds none.
 * `least`: so many words at the beginning belong to a place or body.
 * takes "Hà Tĩnh | Võ Trọng Hải", "Anh | Boris Johnson"; refuses "Nam Phúc Thăng".
 */
export function nameInRun(run: readonly Word[], least: number): number {
  const size = run.length;
  const outside = run.findIndex((word, i) => i >= least && foreign(word) && !BODY.has(word.low));
  if (outside >= 0) {
    // "Habeco Trần Đình Thanh": a firm, then a name.
    for (let start = outside + 1; start <= size - 3; start++) {
      const rest = run.slice(start);
      const known = surnameShare(rest[0]?.text ?? '') >= 0.5;
      if (known && rest.length <= 4 && !rest.some(foreign)) return start;
    }
    let start = outside;
    // "Kim Jong Un": a family name that Vietnamese has too.
    const kin = run[start - 1]?.text ?? '';
    const ocean = kin === 'Dương' && /^(?:Bình|Tây|Độ)$/u.test(run[start - 2]?.text ?? '');
    if (start > least && surnameShare(kin) >= 0.2 && !countries().has(kin) && !ocean) start--;
    // "Tom Cruise": a first name that Vietnamese spelling allows.
    const opens = start === 1 ? least === 0 && size === 2 : isWholeCountry(run[start - 2]);
    const first = opens && start === size - 1 && kin !== 'The';
    if (first && !countries().has(kin) && !BODY.has(kin.toLowerCase())) start--;
    // "Giám đốc Targa Australia Eugene Arocca"
    for (let i = size - 3; i > start; i--) {
      if (isWholeCountry(run[i])) {
        start = i + 1;
        break;
      }
    }
    while (start < size - 1 && countries().has(run[start]?.text ?? '')) start++;
    return size - start >= 2 && size - start <= 5 ? start : -1;
  }
  // "Nguyễn Thị Kim Ngân": nobody's name begins behind "Thị".
  for (let i = 0; i + 2 < size; i++) {
    const named = run[i + 1]?.text === 'Thị' && surnameShare(run[i]?.text ?? '') > 0;
    if (named && size - i <= 6) return i;
  }
  let best = -1;
  let bestScore = -6;
  for (let start = least; start < size - 1; start++) {
    const share = surnameShare(run[start]?.text ?? '');
    const fit = LENGTHS[size - start];
    if (share === 0 || fit === undefined) continue;
    // "Thái Bình Lại Văn Hoàn": behind a family name "Văn" is none.
    const middle = run[start]?.text === 'Văn' && start > least;
    if (middle && surnameShare(run[start - 1]?.text ?? '') > 0) continue;
    let score = Math.log(share) + fit;
    const before = run[start - 1];
    if (start - least === 1 && before !== undefined && !countries().has(before.text)) score -= 3;
    if (score > bestScore) {
      best = start;
      bestScore = score;
    }
  }
  // "Phạm Nguyễn Minh Ngọc": two family names; "Vinh Nguyễn Văn Tám" begins with a town.
  const head = run[least]?.text ?? '';
  const double = best === least + 1 && size - least === 4 && surnameShare(head) >= 0.5;
  return double && !countries().has(head) ? least : best;
}

/** A full Vietnamese name by itself: family name and two or three syllables more. */
export function isFullName(run: readonly Word[]): boolean {
  return run.length >= 3 && run.length <= 5 && nameInRun(run, 0) === 0 && !run.some(foreign);
}

const FUNCTION = new Set(
  (
    'Theo Một Chính Nơi Tại Trong Khi Sau Trước Với Và Nhưng Còn Riêng Tờ Báo Hãng Kênh Trang Đài Cựu Nữ Nam Từ Cả Cùng Để Do Vì Nếu ' +
    'Dù Ngoài Trên Ở Như Là Có Được Bị Đó Đây Này Mới Hiện Cũng Vừa Trận Giải Hôm Ngày Năm Diva Ngoại Ngay Thực Tuy Phim'
  ).split(' '),
);

/** Number of words at the head of a run that a sentence's beginning made capital: "Theo". */
export function functionWords(run: readonly Word[]): number {
  const first = run.findIndex(({ text }) => !FUNCTION.has(text));
  return first < 0 ? run.length : first;
}

/** Has a syllable that Vietnamese does not have. */
export function isForeignName(run: readonly Word[]): boolean {
  return run.length >= 2 && run.length <= 5 && run.some(foreign);
}
