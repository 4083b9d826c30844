/** The paper's name in front of a sapo: "(Baohatinh.vn) - ", "QTO - ", "(PLO)- ". It is no part of the text. */
import { fold } from '../../vietnamese/index.ts';

/** "(Baonghean.vn) - " · "Baohatinh.vn - " · "(ĐTCK) " · "(PLO)- " · "(TG&VN) – " */
const IN_BRACKETS =
  /^\(\s*(?:[\p{L}\d-]+(?:\.[\p{L}\d-]+)+|\p{Lu}[\p{Lu}\d&]{1,7}|\p{Lu}[\p{L}]*\s+online)\s*\)\s*[-–—:.]?\s*/iu;
const DOMAIN = /^[\p{L}\d-]+\.(?:com\.vn|net\.vn|org\.vn|vn|com|net)\s*[-–—:]\s*/iu;
/** "ĐNO - " · "QTO - " · "TPO - ": online editions, whose short names end in O. */
const ONLINE = /^\p{Lu}{1,5}O\s*[-–—]\s+/u;

/** "(Baonghean) – " · "(Báo Nghệ An) - ": words in brackets and a dash. */
const NAMED = /^\(\s*([\p{L}\d][\p{L}\d\s&.]{1,40}?)\s*\)\s*[-–—]\s*/u;

/** Names of the paper as `stripDateline` compares them: without marks and spaces. */
export function nameKey(name: string): string {
  return fold(name).replace(/[^a-z0-9]/gu, '');
}

/**
 * @param datelines words of the spec, as they are printed
 * @param names keys of the paper's own names (`nameKey`)
 */
export function stripDateline(
  text: string,
  datelines: readonly string[],
  names: ReadonlySet<string> = new Set(),
): string {
  const named = NAMED.exec(text);
  if (named && names.has(nameKey(named[1] ?? ''))) return text.slice(named[0].length);
  for (const dateline of datelines) {
    if (text.toLowerCase().startsWith(dateline.toLowerCase())) {
      return text.slice(dateline.length).replace(/^[\s–—:-]+/u, '');
    }
  }
  for (const pattern of [bracketed, DOMAIN, ONLINE]) {
    const rest = typeof pattern === 'function' ? pattern(text) : text.replace(pattern, '');
    if (rest !== text) return rest;
  }
  return text;
}

/** The flag `i` lets capitals match small letters, so they are checked apart. */
function bracketed(text: string): string {
  const match = IN_BRACKETS.exec(text);
  if (!match) return text;
  const inside = match[0].replace(/[^\p{L}\d.&\s]/gu, '').trim();
  const isName =
    inside.includes('.') || /online$/iu.test(inside) || inside === inside.toUpperCase();
  return isName ? text.slice(match[0].length) : text;
}
