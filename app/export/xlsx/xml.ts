/** Texts in the XML of a spreadsheet. */

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * Escaped for text and attributes. "_x000D_" means a carriage return to spreadsheets (ECMA-376, ST_Xstring), so its
 * underscore is written as one itself. @param text as `cellText` leaves it
 */
export function xml(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_')
    .replace(/[&<>"]/gu, (char) => ESCAPES[char] ?? char);
}

/** 0 -> "A", 26 -> "AA" */
export function columnName(index: number): string {
  const rest = index % 26;
  const letter = String.fromCharCode(65 + rest);
  return index < 26 ? letter : columnName((index - rest) / 26 - 1) + letter;
}
