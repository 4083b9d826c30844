/**
 * Walks a body's container and gives its texts in reading order. Blocks are found by the elements that break
 * lines, not by <p>: some papers print bare text between empty paragraphs, and the HTML parser itself breaks
 * `<p><table>…</table></p>` apart.
 */
import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import type { Figure, Figures } from '../captions/find.ts';
import { clean, isHidden, letters, SILENT } from '../page/text.ts';

export interface TextBlock {
  readonly kind: 'text';
  readonly text: string;
  /** Stands in <h1> to <h6>. */
  readonly heading: boolean;
  /** Characters of the text, without white space, that are bold and that stand in links. */
  readonly bold: number;
  readonly linked: number;
  /** Set to the right, where papers sign. */
  readonly right: boolean;
  readonly className: string;
  /** Child of the container that it stands in: equal ones belong to one box. */
  readonly box: AnyNode | null;
}

export interface FigureBlock {
  readonly kind: 'figure';
  readonly figure: Figure;
}

export type RawBlock = TextBlock | FigureBlock;

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption ' +
    'figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th ' +
    'thead tr ul'
  ).split(' '),
);
const HEADING = /^h[1-6]$/u;

interface Style {
  readonly heading: boolean;
  readonly bold: boolean;
  readonly link: boolean;
  readonly right: boolean;
  readonly className: string;
  readonly box: AnyNode | null;
}

const PLAIN: Style = {
  heading: false,
  bold: false,
  link: false,
  right: false,
  className: '',
  box: null,
};

export function walkBody(
  container: Element,
  skip: ReadonlySet<AnyNode>,
  figures: Figures,
): readonly RawBlock[] {
  const blocks: RawBlock[] = [];
  let parts: string[] = [];
  let bold = 0;
  let linked = 0;
  let breaks = 0;
  let style = PLAIN;
  let empty = true;

  const flush = (): void => {
    const text = empty ? '' : clean(parts.join(''));
    if (text !== '') {
      const { heading, right, className, box } = style;
      blocks.push({ kind: 'text', text, heading, bold, linked, right, className, box });
    }
    parts = [];
    empty = true;
    bold = 0;
    linked = 0;
    breaks = 0;
  };

  const visit = (node: AnyNode, around: Style): void => {
    const found = figures.at.get(node);
    if (found) {
      flush();
      for (const figure of found) blocks.push({ kind: 'figure', figure });
      return;
    }
    if (skip.has(node) || figures.used.has(node)) return;
    if (isText(node)) {
      const length = letters(node.data);
      if (length > 0) {
        // The block looks as its first words do.
        if (empty) style = around;
        empty = false;
        breaks = 0;
      }
      parts.push(node.data);
      if (around.bold) bold += length;
      if (around.link) linked += length;
      return;
    }
    if (!isTag(node) || SILENT.has(node.name) || isHidden(node)) return;
    if (node.name === 'br') {
      breaks++;
      if (breaks > 1) flush();
      else parts.push(' ');
      return;
    }
    const breaking = BLOCKS.has(node.name);
    if (breaking) flush();
    const inner = styleOf(node, around, breaking, container);
    for (const child of node.children) visit(child, inner);
    if (breaking) flush();
  };

  for (const child of container.children) visit(child, PLAIN);
  flush();
  return blocks;
}

function styleOf(element: Element, around: Style, breaking: boolean, container: Element): Style {
  const { name, attribs } = element;
  const css = attribs.style ?? '';
  const bold =
    around.bold ||
    name === 'strong' ||
    name === 'b' ||
    /font-weight\s*:\s*(?:bold|[7-9]00)/iu.test(css);
  return {
    heading: around.heading || HEADING.test(name),
    bold,
    link: around.link || (name === 'a' && /^(?!#)./u.test(attribs.href ?? '')),
    right:
      around.right || attribs.align === 'right' || /text-align\s*:\s*(?:right|end)/iu.test(css),
    className: breaking ? (attribs.class ?? '') : around.className,
    box: element.parent === container ? element : around.box,
  };
}
