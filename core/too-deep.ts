/**
 * Whether markup is nested so deeply that reading it would take minutes or overflow the stack: tree
 * builders look through all open elements at every tag. Real pages stay under a hundred.
 */

const LIMIT = 3000;
/** Elements that never hold others, or end where the next one begins. */
const FLAT = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd option optgroup tr td th thead tbody tfoot colgroup rp rt'
  ).split(' '),
);
/** `<div/>` opens a div in HTML; a foreign `<path/>` is closed. */
const HTML = new Set(
  (
    'a abbr article aside b big blockquote button center code dd del details div dl em fieldset figure ' +
    'font footer form h1 h2 h3 h4 h5 h6 header i iframe ins label main mark nav ol pre q s section ' +
    'select small span strike strong sub sup table u ul'
  ).split(' '),
);
/** Ends of elements that hold others and are most of a page's. */
const CLOSING = ['div>', 'a>', 'span>', 'ul>', 'h3>', 'figure>', 'article>', 'button>'];
/** As they are with the bit of lower case set. */
const SLASH = 0x2f;
const LETTER_A = 0x61;
const LETTER_Z = 0x7a;
const TAG = /<(\/?)([a-z][^\s/<>]*)[^<>]*>/giu;

/** Linear; pages that cannot be deep are told by counting their tags alone. */
export function tooDeep(text: string): boolean {
  return mayBeDeep(text) && isDeep(text);
}

/** Counts every opening tag and only the commonest closing ones: never less than what `isDeep` counts. */
function mayBeDeep(text: string): boolean {
  let depth = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    const next = text.charCodeAt(at + 1) | 0x20;
    if (next === SLASH) {
      if (CLOSING.some((name) => text.startsWith(name, at + 2))) depth = Math.max(0, depth - 1);
    } else if (next >= LETTER_A && next <= LETTER_Z) depth += 1;
    if (depth > LIMIT) return true;
  }
  return false;
}

function isDeep(text: string): boolean {
  let depth = 0;
  for (const [tag, slash, name = ''] of text.matchAll(TAG)) {
    const element = name.toLowerCase();
    if (FLAT.has(element)) continue;
    if (slash !== '') depth = Math.max(0, depth - 1);
    else if (!tag.endsWith('/>') || HTML.has(element)) depth += 1;
    if (depth > LIMIT) return true;
  }
  return false;
}
