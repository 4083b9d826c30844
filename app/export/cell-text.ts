/** Texts as they may stand in a cell. What is left out here stands unchanged in the JSONL export. */

/** Control characters but tab and newline, and what XML 1.0 cannot hold. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu;
/** Marks that turn the direction of the text behind them, also beyond their own cell. */
const BIDI = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Line ends as "\n"; no control characters, no marks of direction; half a surrogate pair becomes U+FFFD. */
export function cellText(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(UNPRINTABLE, '')
    .replace(BIDI, '')
    .replace(LONE_SURROGATE, '\ufffd');
}

/**
 * What a spreadsheet would take for a formula: = + - @ and their full-width forms, also behind white space
 * (after the rule of OWASP on CSV injection, which names tab and carriage return too).
 * "=1+1", "- Thưa ông", "\t=A1"; refuses "1-2", "'=1"
 */
const FORMULA = /^(?:[\t\r\n]|[\s\u00a0]*[=+\-@＝＋－＠])/u;

export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text);
}
