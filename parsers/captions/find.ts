/** Finds every picture's caption in a container, before the body's text is taken, and what nodes it used up. */
import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { isInside, matches } from '../page/select.ts';
import { clean, isHidden, linesOf, SILENT, textOf } from '../page/text.ts';
import { isAutomatic, sameText } from './automatic.ts';
import { creditName, splitCredit } from './credit.ts';
import { imageUrl } from './images.ts';
import { CAPTION_ATTRIBUTES, CAPTION_CLASS, CAPTION_VARIANTS } from './variants.ts';

/** A picture with its caption; `text` null when it has none. */
export interface Figure {
  readonly image: string | null;
  readonly text: string | null;
  readonly credit: string | null;
}

export interface Figures {
  /** The node in whose place the caption stands -> what stands there, in reading order. */
  readonly at: ReadonlyMap<AnyNode, readonly Figure[]>;
  /** Nodes whose text is a caption and not the body's. */
  readonly used: ReadonlySet<AnyNode>;
}

export interface FigureInput {
  readonly base: string;
  readonly headline: string | null;
  /** Left out with all that is in them. */
  readonly skip: ReadonlySet<AnyNode>;
}

/**
 * @param container the body
 * @param leads elements outside of it whose pictures open the article
 */
export function findFigures(
  container: Element,
  leads: readonly Element[],
  input: FigureInput,
): Figures {
  const at = new Map<AnyNode, readonly Figure[]>();
  const used = new Set<AnyNode>();
  const places = [
    ...leads.map((lead) => ({ found: pictures(lead, input.skip), within: parentOf(lead) })),
    { found: pictures(container, input.skip), within: container },
  ];
  for (const { found, within } of places) {
    for (const image of found) {
      if ([...ancestors(image, within)].some((node) => at.has(node) || used.has(node))) continue;
      const unit = unitOf(image, within, input);
      at.set(unit.node, unit.figures);
      for (const node of unit.used) used.add(node);
    }
  }
  return { at, used };
}

function parentOf(element: Element): Element {
  return element.parent && isTag(element.parent) ? element.parent : element;
}

/** <img> and <figcaption> elements (a film's caption has no picture) that are shown. */
function pictures(node: Element, skip: ReadonlySet<AnyNode>): Element[] {
  const found: Element[] = [];
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (!isTag(child) || skip.has(child)) continue;
      if (child.name === 'img' || child.name === 'figcaption') found.push(child);
      else if (!SILENT.has(child.name) && !isHidden(child)) visit(child);
    }
  };
  visit(node);
  return found;
}

/** The node itself and what is around it, up to and without the container. */
function* ancestors(node: AnyNode, container: Element): Generator<Element> {
  for (let at: AnyNode | null = node; at && at !== container; at = at.parent) {
    if (isTag(at)) yield at;
  }
}

interface Unit {
  readonly node: AnyNode;
  readonly figures: readonly Figure[];
  readonly used: readonly AnyNode[];
}

/** Longer texts beside a picture are the body's. */
const LONGEST_CAPTION = 700;
/** Nothing but its place says that a centred paragraph is a caption. */
const LONGEST_CENTRED = 250;

function unitOf(image: Element, container: Element, input: FigureInput): Unit {
  const around = [...ancestors(image, container)];
  for (const element of around) {
    const variant = CAPTION_VARIANTS.find(({ wrapper }) => matches(element, wrapper));
    if (!variant) continue;
    const images = pictures(element, input.skip).filter(({ name }) => name === 'img');
    const texts =
      variant.text === null
        ? [element]
        : descendants(element).filter((inner) => matches(inner, variant.text ?? ''));
    const outermost = texts.filter((text) => !texts.some((other) => isInside(text, other)));
    if (element.name === 'table' && outermost.length > 1 && images.length > 1) {
      // Two pictures in one table, each with its own caption.
      const figures = tableFigures(element, input);
      if (figures && figures.length > 1) return { node: element, figures, used: [element] };
    }
    const shown = caption(outermost, variant.credit ?? null, input);
    if (shown) return { node: element, figures: [figure(images, shown, input)], used: [element] };
    return withoutText(element, images, [element], input);
  }
  const table = around.find(({ name }) => name === 'table');
  if (table) {
    const figures = tableFigures(table, input);
    if (figures) return { node: table, figures, used: [table] };
  }
  if (image.name === 'figcaption') {
    const shown = caption([image], '.source', input);
    return { node: image, figures: shown ? [figure([], shown, input)] : [], used: [image] };
  }
  return bareImage(image, around, input);
}

/** A picture in no known wrapper: the widest element around it that holds nothing but pictures. */
function bareImage(image: Element, around: readonly Element[], input: FigureInput): Unit {
  let unit: Element = image;
  for (const element of around) {
    if (textOf(element, input.skip) !== '') {
      const inside = element.name === 'p' || element.name === 'div' || element.name === 'a';
      const italic = inside && unit !== element ? italicAfter(element, unit, input) : null;
      if (italic) {
        const shown = caption(italic, null, input);
        if (shown) {
          return { node: unit, figures: [figure([image], shown, input)], used: [unit, ...italic] };
        }
      }
      break;
    }
    unit = element;
  }
  const images = unit === image ? [image] : pictures(unit, input.skip);
  return withoutText(unit, images, [unit], input);
}

/** `<p><img><em>caption</em></p>`: all text of the paragraph is italic. */
function italicAfter(paragraph: Element, unit: Element, input: FigureInput): Element[] | null {
  const texts = paragraph.children.filter(
    (child) => child !== unit && textOf(child, input.skip) !== '',
  );
  const elements = texts.filter(isTag);
  if (elements.length < texts.length || elements.length === 0) return null;
  const fits = elements.every((element) => isItalic(element) || hasCaptionClass(element));
  return fits && textOf(paragraph, input.skip).length <= LONGEST_CAPTION ? elements : null;
}

/** The caption stands after the picture, or only in an attribute, or there is none. */
function withoutText(
  unit: Element,
  images: readonly Element[],
  used: readonly AnyNode[],
  input: FigureInput,
): Unit {
  const attribute = attributeCaption(images, input);
  const next = nextShown(unit, input.skip);
  if (next && isCaptionAfter(next, attribute, input)) {
    const shown = caption([next], '.source', input);
    const figures = shown ? [figure(images, shown, input)] : [];
    return { node: unit, figures, used: [...used, next] };
  }
  const figures = attribute ? [figure(images, attribute, input)] : [];
  return { node: unit, figures, used };
}

function isCaptionAfter(next: Element, attribute: Caption | null, input: FigureInput): boolean {
  const text = textOf(next, input.skip);
  if (!/\p{L}/u.test(text) || text.length > LONGEST_CAPTION) return false;
  if (next.name === 'table' || pictures(next, input.skip).length > 0) return false;
  if (hasCaptionClass(next) || hasCaptionClass(onlyChild(next))) return true;
  if (attribute && sameText(splitCredit(text).text, attribute.text)) return true;
  return (
    ['p', 'div', 'em', 'i', 'span', 'center'].includes(next.name) &&
    (isItalic(next) || (isCentred(next) && text.length <= LONGEST_CENTRED)) &&
    !isOwnText(next, text, input.skip)
  );
}

/** "LTS: …" · "Lời tòa soạn" · "(Còn nữa)" · "Kỳ tới: …": set in italics, and never about a picture. */
const EDITORS_WORD =
  /^[([“"]?\s*(?:LTS|lời tòa soạn|lời toà soạn|còn nữa|còn tiếp|kỳ (?:tới|sau|cuối)|bài (?:cuối|tiếp)|xem tiếp|mời (?:quý )?(?:bạn đọc|độc giả))(?!\p{L})/iu;

/**
 * Nothing but its setting says that it is a caption, and what follows says otherwise: a verse, a letter or
 * an editor's note goes on in the same setting, while a picture has one caption and at most a credit.
 */
function isOwnText(element: Element, text: string, skip: ReadonlySet<AnyNode>): boolean {
  if (EDITORS_WORD.test(text)) return true;
  const after = nextShown(element, skip);
  if (after === null || !(isItalic(after) || isCentred(after))) return false;
  const next = splitCredit(textOf(after, skip));
  return /\p{L}/u.test(next.text) && !hasCaptionClass(after);
}

function onlyChild(element: Element): Element | null {
  const elements = element.children.filter(isTag);
  return elements.length === 1 ? (elements[0] ?? null) : null;
}

function hasCaptionClass(element: Element | null): boolean {
  return element !== null && CAPTION_CLASS.test(element.attribs.class ?? '');
}

/** All of its text stands in italics. */
function isItalic(node: AnyNode): boolean {
  if (isText(node)) return clean(node.data) === '';
  if (!isTag(node)) return true;
  if (node.name === 'em' || node.name === 'i') return true;
  if (/font-style\s*:\s*italic/iu.test(node.attribs.style ?? '')) return true;
  return node.children.length > 0 && node.children.every(isItalic);
}

/** Centred and not bold: a crosshead may be centred too. */
function isCentred(element: Element): boolean {
  const centred =
    element.name === 'center' ||
    element.attribs.align?.toLowerCase() === 'center' ||
    /text-align\s*:\s*center/iu.test(element.attribs.style ?? '');
  return centred && !descendants(element).some(({ name }) => name === 'strong' || name === 'b');
}

/** The next element that is shown and says something; null when loose text comes first. */
function nextShown(unit: Element, skip: ReadonlySet<AnyNode>): Element | null {
  for (let node: AnyNode | null = unit.next; node; node = node.next) {
    if (skip.has(node)) continue;
    if (isText(node) && clean(node.data) !== '') return null;
    if (!isTag(node) || SILENT.has(node.name) || isHidden(node)) continue;
    if (node.name === 'img' || pictures(node, skip).length > 0) return null;
    if (textOf(node, skip) !== '') return node;
  }
  return null;
}

/** A table of pictures with their captions in the cells after them; null when it is no such table. */
function tableFigures(table: Element, input: FigureInput): readonly Figure[] | null {
  const figures: Figure[] = [];
  let waiting: Element[] = [];
  const cells = descendants(table).filter(({ name }) => name === 'td' || name === 'th');
  for (const cell of cells) {
    if (descendants(cell).some(({ name }) => name === 'td')) return null;
    const images = pictures(cell, input.skip).filter(({ name }) => name === 'img');
    const text = textOf(cell, input.skip);
    if (text.length > LONGEST_CAPTION) return null;
    waiting = [...waiting, ...images];
    if (text === '') continue;
    if (waiting.length === 0) return null;
    const shown = caption([cell], '.source', input);
    if (shown) figures.push(figure(waiting, shown, input));
    waiting = [];
  }
  if (figures.length > 0 || waiting.length === 0) return figures;
  const attribute = attributeCaption(waiting, input);
  return attribute ? [figure(waiting, attribute, input)] : [];
}

interface Caption {
  readonly text: string;
  readonly credit: string | null;
}

/** Text of the elements, the credit split off; null when nothing is said or the CMS made it up. */
function caption(
  elements: readonly Element[],
  creditSelector: string | null,
  input: FigureInput,
): Caption | null {
  const sources = creditSelector
    ? elements.flatMap(descendants).filter((element) => matches(element, creditSelector))
    : [];
  const skip = new Set<AnyNode>([...input.skip, ...sources]);
  const text = clean(elements.map((element) => textOf(element, skip)).join(' '));
  const named = sources.map((source) => creditName(textOf(source))).find((name) => name !== null);
  const parted = named === undefined ? partedCredit(elements, text, skip) : null;
  return parted ? made(parted.text, parted.credit, input) : made(text, named ?? null, input);
}

/** "Lễ ký kết<br>Ảnh: Thu Hà", "… <em>Ảnh: Đức Hùng</em>": the markup alone parts the credit from the words. */
function partedCredit(
  elements: readonly Element[],
  text: string,
  skip: ReadonlySet<AnyNode>,
): { readonly text: string; readonly credit: string } | null {
  const lines = elements.flatMap((element) => linesOf(element, skip));
  const italics = elements
    .flatMap(descendants)
    .filter(({ name }) => name === 'em' || name === 'i')
    .map((element) => textOf(element, skip));
  for (const end of [lines.at(-1), italics.at(-1)]) {
    if (end === undefined || end === text || !text.endsWith(end)) continue;
    const { text: rest, credit } = splitCredit(end);
    if (rest === '' && credit !== null) return { text: text.slice(0, -end.length).trim(), credit };
  }
  return null;
}

function made(text: string, named: string | null, input: FigureInput): Caption | null {
  const { text: bare, credit } = splitCredit(text);
  if (text === '' ? named === null : isAutomatic(text, input.headline)) return null;
  if (bare !== '' && isAutomatic(bare, input.headline)) return null;
  return { text: bare, credit: named ?? credit };
}

function attributeCaption(images: readonly Element[], input: FigureInput): Caption | null {
  for (const image of images) {
    const parent = image.parent && isTag(image.parent) ? image.parent : null;
    for (const element of parent?.name === 'a' ? [image, parent] : [image]) {
      for (const attribute of CAPTION_ATTRIBUTES) {
        const found = made(clean(element.attribs[attribute] ?? ''), null, input);
        if (found) return found;
      }
    }
  }
  return null;
}

function figure(images: readonly Element[], shown: Caption, input: FigureInput): Figure {
  const image = images.map((element) => imageUrl(element, input.base)).find((url) => url !== null);
  return { image: image ?? null, ...shown };
}

function descendants(element: Element): Element[] {
  return element.children.filter(isTag).flatMap((child) => [child, ...descendants(child)]);
}
