/** From a layout's container to the record's blocks and captions. */
import type { AnyNode, Element } from 'domhandler';
import type { Block, Caption } from '../../core/article.ts';
import type { Layout } from '../../newspapers/define.ts';
import { sameText } from '../captions/automatic.ts';
import { findFigures } from '../captions/find.ts';
import { stripDateline } from '../fields/dateline.ts';
import type { Page } from '../page/document.ts';
import { isInside } from '../page/select.ts';
import { letters } from '../page/text.ts';
import { isBold } from './lead-paragraph.ts';
import { isByline, namesSource } from './names.ts';
import { isFurniture, isLinkLine, isTailHeading, NOISE_SELECTORS } from './noise.ts';
import { type RawBlock, type TextBlock, walkBody } from './walk.ts';

export interface BodyInput {
  readonly page: Page;
  readonly layout: Layout;
  readonly container: Element;
  readonly headline: string | null;
  readonly sapo: string | null;
  readonly authors: readonly string[];
  readonly datelines: readonly string[];
  /** Keys of the paper's own names (parsers/fields/dateline.ts). */
  readonly names: ReadonlySet<string>;
}

export interface Body {
  readonly blocks: readonly Block[];
  readonly captions: readonly Caption[];
  /** Part of the text is there only for the paper's own script to decode. */
  readonly encrypted: boolean;
}

type Step = (blocks: readonly RawBlock[], input: BodyInput) => readonly RawBlock[];

/** In order: the tail is cut before the last lines are looked at, repeats go before the first line is. */
const STEPS: readonly Step[] = [
  withoutRepeats,
  withoutLinkLines,
  withoutTail,
  withoutLinkBoxes,
  withoutSignature,
  withoutDateline,
];

export function readBody(input: BodyInput): Body {
  const { page, layout, container } = input;
  const skip = new Set<AnyNode>();
  for (const selector of [...layout.body.drop, ...NOISE_SELECTORS]) {
    for (const element of page.all(selector, container)) skip.add(element);
  }
  const leads = layout.body.lead
    .flatMap((selector) => page.all(selector))
    .filter((lead) => !isInside(lead, container));
  const figures = findFigures(container, leads, {
    base: page.base,
    headline: input.headline,
    skip,
  });
  const opening = [...figures.at].flatMap(([node, found]) =>
    leads.some((lead) => node === lead || isInside(node, lead)) ? found : [],
  );
  const raw: readonly RawBlock[] = [
    ...opening.map((figure) => ({ kind: 'figure', figure }) as const),
    ...walkBody(container, skip, figures),
  ];
  const encrypted = raw.some((block) => block.kind === 'text' && ENCRYPTED.test(block.text));
  if (encrypted) return { blocks: [], captions: [], encrypted };
  return { ...toRecord(STEPS.reduce((blocks, step) => step(blocks, input), raw)), encrypted };
}

/** One long line of base64 that the paper's script decodes. */
const ENCRYPTED = /^[A-Za-z0-9+/=]{60,}$/u;

function toRecord(raw: readonly RawBlock[]): Pick<Body, 'blocks' | 'captions'> {
  const blocks: Block[] = [];
  const captions: Caption[] = [];
  for (const block of raw) {
    if (block.kind === 'figure') {
      const { text, credit, image } = block.figure;
      if (text === null) continue;
      if (captions.some((c) => c.text === text && c.image === image)) continue;
      captions.push({ text, credit, image, block: blocks.length });
      blocks.push({ type: 'caption', text });
    } else {
      blocks.push({ type: isHeading(block) ? 'heading' : 'paragraph', text: block.text });
    }
  }
  return { blocks, captions };
}

/** Longest bold line that is a crosshead and no bold paragraph. */
const LONGEST_CROSSHEAD = 140;

function isHeading(block: TextBlock): boolean {
  if (block.heading) return true;
  // "PV: Ông nghĩ gì về việc này?" is an interview's question.
  if (/^[^:]{1,40}:\s.+\?$/u.test(block.text)) return false;
  return isBold(block) && block.text.length <= LONGEST_CROSSHEAD && !/[.;!…,”"]$/u.test(block.text);
}

/** The headline anywhere, the sapo among the first blocks. */
function withoutRepeats(blocks: readonly RawBlock[], input: BodyInput): readonly RawBlock[] {
  let seen = 0;
  return blocks.filter((block) => {
    if (block.kind === 'figure') return true;
    if (input.headline !== null && sameText(block.text, input.headline)) return false;
    seen++;
    const text = stripDateline(block.text, input.datelines, input.names);
    return !(seen <= 3 && input.sapo !== null && sameText(text, input.sapo));
  });
}

function withoutLinkLines(blocks: readonly RawBlock[]): readonly RawBlock[] {
  return blocks.filter(
    (block) =>
      block.kind === 'figure' || !(isLinkLine(block.text, block.linked) || isFurniture(block.text)),
  );
}

/** Nothing but links: letters of the text that stand in one. */
function isLinked({ text, linked }: TextBlock): boolean {
  return linked >= letters(text) * 0.85;
}

/**
 * "Đọc thêm" and what follows it. A box of its own goes alone, and so do links that the article's own
 * paragraphs follow; else it is the article's tail and takes the rest with it, teasers included.
 */
function withoutTail(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const at = blocks.findIndex((block) => block.kind === 'text' && isTailHeading(block.text));
  const heading = blocks[at];
  if (heading?.kind !== 'text') return blocks;
  const before = blocks.slice(0, at);
  const box = isOwnBox(heading.box, before) ? heading.box : null;
  const boxed = runFrom(blocks, at + 1, (block) => box !== null && block.box === box);
  const linked = runFrom(blocks, at + 1, isLinked);
  const rest = blocks.slice(Math.max(boxed, linked));
  const goesOn = boxed > at + 1 || (linked > at + 1 && isArticleText(rest));
  return goesOn ? [...before, ...withoutTail(rest)] : before;
}

/** A wrapper around the whole body is no box of the heading. */
function isOwnBox(box: AnyNode | null, before: readonly RawBlock[]): boolean {
  return box !== null && !before.some((block) => block.kind === 'text' && block.box === box);
}

/** Index of the first block from `start` on that is not as told. */
function runFrom(
  blocks: readonly RawBlock[],
  start: number,
  is: (block: TextBlock) => boolean,
): number {
  let at = start;
  for (let block = blocks[at]; block?.kind === 'text' && is(block); block = blocks[++at]);
  return at;
}

/**
 * A teaser is one paragraph before the next link; an article goes on with two, pictures between them or not,
 * or closes with one long paragraph that nothing follows.
 */
function isArticleText(rest: readonly RawBlock[]): boolean {
  const stop = rest.findIndex(
    (block) => block.kind === 'text' && (isLinked(block) || isTailHeading(block.text)),
  );
  const own = (stop < 0 ? rest : rest.slice(0, stop)).flatMap((block) =>
    block.kind === 'text' ? [block.text] : [],
  );
  const length = own.join('').length;
  return (own.length >= 2 && length >= 100) || (stop < 0 && own.length === 1 && length >= 100);
}

/** Boxes of two links and more, and single linked lines that look like headlines at the end. */
function withoutLinkBoxes(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const boxes = new Map<AnyNode, { linked: number; plain: number }>();
  for (const block of blocks) {
    if (block.kind !== 'text' || block.box === null) continue;
    const count = boxes.get(block.box) ?? { linked: 0, plain: 0 };
    if (isLinked(block)) count.linked++;
    else count.plain++;
    boxes.set(block.box, count);
  }
  return blocks.filter((block) => {
    if (block.kind !== 'text' || !isLinked(block)) return true;
    const box = block.box === null ? undefined : boxes.get(block.box);
    return !(box && box.plain === 0);
  });
}

/** Signatures and sources in the last two lines. */
function withoutSignature(blocks: readonly RawBlock[], input: BodyInput): readonly RawBlock[] {
  const kept = [...blocks];
  for (let i = 0; i < 2; i++) {
    const last = kept.at(-1);
    if (last?.kind !== 'text' || !isSignature(last, input.authors)) break;
    kept.pop();
  }
  return kept;
}

function isSignature(block: TextBlock, authors: readonly string[]): boolean {
  if (/(?:^|[\s_-])(?:author|source|nguon)(?:$|[\s_-])/iu.test(block.className)) return true;
  if (namesSource(block.text)) return true;
  if (!isByline(block.text)) return false;
  return (
    block.right ||
    isBold(block) ||
    authors.some((author) => block.text.toLowerCase().includes(author.toLowerCase()))
  );
}

function withoutDateline(blocks: readonly RawBlock[], input: BodyInput): readonly RawBlock[] {
  const first = blocks.findIndex((block) => block.kind === 'text');
  return blocks.map((block, i) =>
    i === first && block.kind === 'text'
      ? { ...block, text: stripDateline(block.text, input.datelines, input.names) }
      : block,
  );
}
