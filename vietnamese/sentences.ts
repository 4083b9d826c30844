/** Sentence boundaries. A stop ends a sentence only if what follows can begin one and no abbreviation, initial or number owns it. */

export interface Sentence {
  /** UTF-16 offsets, end exclusive, without the white space around. */
  readonly start: number;
  readonly end: number;
}

/** Abbreviations whose stop is part of them: "TP. Hà Tĩnh", "ThS. Lan", "GS.TS. An", "NXB. Trẻ". */
export const OWN_STOP: ReadonlySet<string> = new Set(
  (
    'TP Tp tp TX Tx tx TT Tt tt Q q P p H h X x F KP Kp kp TS Ts ThS Ths Th GS Gs PGS Pgs BS Bs KS Ks CN LS Ls ' +
    'NSND NSƯT NGND NGƯT Đ đ ĐT Đt Đc đc Dr Mr Mrs Ms St No NXB Nxb tr Tr CK BSCK CKI CKII NCS LM Lm HT Ht TT ' +
    'DS Ds YS KTS Kts VĐV SN Sn sn ĐC Tel vs'
  ).split(' '),
);
/** Behind these an initial begins a name: "Bà N. T. Hoa". */
const HONORIFIC = new Set(['ông', 'bà', 'anh', 'chị', 'em', 'cô', 'chú', 'bác', 'cháu']);
const CLOSERS = '”"»’\')]';
const OPENERS = '“"«‘\'([';
const isSpace = (char: string) => /\s/u.test(char);

/** Start of the run of letters and digits that ends at `end`. */
function wordStart(text: string, end: number, floor: number): number {
  let at = end;
  while (at > floor && end - at < 12 && /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at - 1))) at--;
  return at;
}

/** "Văn A." is a name cut short, "UBND P. Hà Huy Tập" an abbreviation. */
function endsName(text: string, start: number, floor: number): boolean {
  if (text.charAt(start - 1) !== ' ') return false;
  const before = text.slice(wordStart(text, start - 1, floor), start - 1);
  return /^\p{Lu}\p{Ll}+$/u.test(before) && !HONORIFIC.has(before.toLowerCase());
}

function ownsStop(text: string, stop: number, floor: number): boolean {
  const start = wordStart(text, stop, floor);
  const word = text.slice(start, stop);
  if (word === '') return false;
  // "1. Nội dung": a number in a list, not the end of one.
  if (/^\p{N}{1,2}$/u.test(word)) return text.slice(floor, start).trim() === '';
  if (OWN_STOP.has(word)) return !(word.length === 1 && endsName(text, start, floor));
  // Initials: "T.H", "N. V. Hùng"
  return /^\p{Lu}$/u.test(word) && !endsName(text, start, floor);
}

/** True if a sentence can begin at `at`: a capital, a digit, an opening mark, a list dash. */
function canBegin(text: string, at: number): boolean {
  let i = at;
  const dash = /[-–—•+*]/u.test(text.charAt(i));
  if (dash) {
    i++;
    while (text.charAt(i) === ' ') i++;
  }
  while (i < text.length && i < at + 6 && OPENERS.includes(text.charAt(i))) i++;
  const char = String.fromCodePoint(text.codePointAt(i) ?? 0x20);
  return /[\p{Lu}\p{Lt}\p{N}]/u.test(char) || /[^\p{L}\p{P}\s]/u.test(char);
}

/** End of the sentence whose stop stands at `at`, or -1 if that stop ends none. */
function endAt(text: string, at: number, floor: number): number {
  let end = at + 1;
  while (end < text.length && '.!?…'.includes(text.charAt(end))) end++;
  const single = end === at + 1 && text.charAt(at) === '.';
  let closed = end;
  while (closed < text.length && CLOSERS.includes(text.charAt(closed))) closed++;
  // `xong. "Tôi` : a straight mark after a space opens; one right behind the stop closes.
  if (closed >= text.length) return closed;
  const next = text.charAt(closed);
  if (!isSpace(next)) {
    // "xong.Sau đó": no space was typed, yet a small word stands before and a capital behind.
    const word = text.slice(wordStart(text, at, floor), at);
    const glued = single && closed === end && /^\p{Ll}{2,}$/u.test(word) && !OWN_STOP.has(word);
    return glued && /^\p{Lu}\p{Ll}/u.test(text.slice(closed, closed + 2)) ? closed : -1;
  }
  if (single && closed === end && ownsStop(text, at, floor)) return -1;
  let begin = closed;
  while (begin < text.length && isSpace(text.charAt(begin))) begin++;
  if (begin >= text.length) return closed;
  // “… xong.” - ông nói: the attribution belongs to the sentence.
  if (
    closed > end &&
    /[-–—]/u.test(text.charAt(begin)) &&
    !/^[-–—]\s*["“«]?\p{Lu}/u.test(text.slice(begin, begin + 6))
  ) {
    return -1;
  }
  return canBegin(text, begin) ? closed : -1;
}

/** The sentences of a text in order; a line break always ends one. Linear, never throws. */
export function sentences(text: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const close = (end: number) => {
    let last = end;
    while (last > start && isSpace(text.charAt(last - 1))) last--;
    if (last > start) found.push({ start, end: last });
  };
  const open = (at: number) => {
    start = at;
    while (start < text.length && isSpace(text.charAt(start))) start++;
  };
  open(0);
  for (let i = start; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '\n' || char === '\r' || char === '\u2028' || char === '\u2029') {
      close(i);
      open(i + 1);
      i = Math.max(i, start - 1);
    } else if (char === '.' || char === '!' || char === '?' || char === '…') {
      const end = endAt(text, i, start);
      if (end > 0) {
        close(end);
        open(end);
        i = Math.max(end, start) - 1;
      } else {
        while (i + 1 < text.length && '.!?…'.includes(text.charAt(i + 1))) i++;
      }
    }
  }
  close(text.length);
  return found;
}
