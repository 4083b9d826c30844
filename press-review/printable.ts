/** Text that XML can hold: no control characters, no half of a surrogate pair. */

const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export function printable(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, '').normalize('NFC');
}
