/** Text of nodes: NFC, every run of white space one space, comments and code never in it. */
import { type AnyNode, type Element, isTag, isText } from 'domhandler';

/** Elements whose content no reader of the page sees as text. */
export const SILENT: ReadonlySet<string> = new Set([
  'audio',
  'button',
  'canvas',
  'form',
  'iframe',
  'input',
  'link',
  'meta',
  'nav',
  'noscript',
  'object',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'video',
]);

/** Zero-width marks that editors leave behind, and the soft hyphen. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const SPACES = /[\s\u00a0]+/gu;

const DIRTY = /[\u00ad\u200b-\u200f\u2060\ufeff]|[^\S ]|\s{2}/u;

export function clean(text: string): string {
  if (!DIRTY.test(text)) return text.normalize('NFC').trim();
  return text.normalize('NFC').replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}

/** Characters that are no white space. */
export function letters(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x20 && code !== 0xa0) count++;
  }
  return count;
}

/** Clean text of a node; `skip` are nodes left out with all that is in them. */
export function textOf(node: AnyNode, skip?: ReadonlySet<AnyNode>): string {
  const parts: string[] = [];
  collect(node, skip, parts);
  return clean(parts.join(''));
}

/** Clean texts of a node's lines: what stands between breaks and ends of paragraphs; empty ones left out. */
export function linesOf(node: AnyNode, skip?: ReadonlySet<AnyNode>): string[] {
  const parts: string[] = [];
  collect(node, skip, parts, '\n');
  return parts
    .map((part) => (part === '\n' ? part : part.replaceAll('\n', ' ')))
    .join('')
    .split('\n')
    .map(clean)
    .filter((line) => line !== '');
}

const BREAKING = new Set(['br', 'p', 'div', 'td', 'th', 'tr', 'li', 'h1', 'h2', 'h3', 'h4']);

function collect(
  node: AnyNode,
  skip: ReadonlySet<AnyNode> | undefined,
  parts: string[],
  between = ' ',
): void {
  if (skip?.has(node)) return;
  if (isText(node)) {
    parts.push(node.data);
  } else if (isTag(node)) {
    if (SILENT.has(node.name)) return;
    const breaking = BREAKING.has(node.name);
    if (breaking) parts.push(between);
    for (const child of node.children) collect(child, skip, parts, between);
    if (breaking) parts.push(between);
  }
}

/** True for an element that the page hides by itself. */
export function isHidden(element: Element): boolean {
  const style = element.attribs.style;
  return (
    element.attribs.hidden !== undefined ||
    (style !== undefined && /display\s*:\s*none/iu.test(style))
  );
}
