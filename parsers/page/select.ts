/**
 * Selectors over an indexed page. A rule asks for `.x` or `#y .z`; a scan of the whole document for each
 * would cost more than parsing it, so candidates come from an index by id, class and tag.
 */

import { compile } from 'css-select';
import { parse, type Selector } from 'css-what';
import { type AnyNode, type Element, isTag } from 'domhandler';

export interface ElementIndex {
  readonly all: readonly Element[];
  readonly byId: ReadonlyMap<string, readonly Element[]>;
  readonly byClass: ReadonlyMap<string, readonly Element[]>;
  readonly byTag: ReadonlyMap<string, readonly Element[]>;
}

/** One walk over the document, in document order, without recursion. */
export function indexElements(root: AnyNode): ElementIndex {
  const all: Element[] = [];
  const byId = new Map<string, Element[]>();
  const byClass = new Map<string, Element[]>();
  const byTag = new Map<string, Element[]>();
  let node: AnyNode | null = root;
  while (node) {
    if (isTag(node)) {
      all.push(node);
      push(byTag, node.name, node);
      const { id, class: classes } = node.attribs;
      if (id) push(byId, id, node);
      if (classes) {
        for (const name of classes.includes(' ') || classes.includes('\n')
          ? classes.split(/\s+/u)
          : [classes]) {
          if (name) push(byClass, name, node);
        }
      }
    }
    node = following(node, root);
  }
  return { all, byId, byClass, byTag };
}

function following(node: AnyNode, root: AnyNode): AnyNode | null {
  if ('children' in node && node.children[0]) return node.children[0];
  let at: AnyNode | null = node;
  while (at && at !== root) {
    if (at.next) return at.next;
    at = at.parent;
  }
  return null;
}

function push<K>(map: Map<K, Element[]>, key: K, element: Element): void {
  const list = map.get(key);
  if (list) list.push(element);
  else map.set(key, [element]);
}

interface Alternative {
  readonly matches: (element: Element) => boolean;
  /** Where candidates come from; null: every element. */
  readonly key: Key | null;
  /** Where `key` tells little: an id or class further left, inside whose elements the candidates are. */
  readonly within: Key | null;
}

interface Key {
  readonly kind: 'byId' | 'byClass' | 'byTag';
  readonly value: string;
}

/** Compiled once for each selector of the specs, which are few. */
const compiled = new Map<string, readonly Alternative[]>();

function alternatives(selector: string): readonly Alternative[] {
  let found = compiled.get(selector);
  if (!found) {
    found = parse(selector).map((tokens) => {
      const compounds = compoundsOf(tokens);
      const key = keyOf(compounds.at(-1) ?? []);
      const telling = key?.kind === 'byId' || key?.kind === 'byClass';
      return {
        matches: compile<AnyNode, Element>([[...tokens]]),
        key,
        within: telling || !compounds.inside ? null : keyOf(compounds[0] ?? []),
      };
    });
    compiled.set(selector, found);
  }
  return found;
}

const COMBINATORS = new Set<string>(['descendant', 'child', 'adjacent', 'sibling']);

/** The parts between combinators; `inside`: each part is inside of the one before it. */
function compoundsOf(
  tokens: readonly Selector[],
): readonly (readonly Selector[])[] & { readonly inside: boolean } {
  const compounds: Selector[][] = [[]];
  let inside = true;
  for (const token of tokens) {
    if (COMBINATORS.has(token.type)) {
      compounds.push([]);
      if (token.type === 'adjacent' || token.type === 'sibling') inside = false;
    } else {
      compounds.at(-1)?.push(token);
    }
  }
  return Object.assign(compounds, { inside: inside && compounds.length > 1 });
}

/** The most telling part of a compound. */
function keyOf(compound: readonly Selector[]): Key | null {
  for (const token of compound) {
    if (token.type === 'attribute' && token.name === 'id' && token.action === 'equals') {
      return { kind: 'byId', value: token.value };
    }
  }
  for (const token of compound) {
    if (token.type === 'attribute' && token.name === 'class' && token.action === 'element') {
      return { kind: 'byClass', value: token.value };
    }
  }
  for (const token of compound) {
    if (token.type === 'tag') return { kind: 'byTag', value: token.name };
  }
  return null;
}

function candidatesOf(index: ElementIndex, { key, within }: Alternative): readonly Element[] {
  if (within === null || within.kind === 'byTag') {
    return key === null ? index.all : (index[key.kind].get(key.value) ?? NONE);
  }
  const outer = index[within.kind].get(within.value) ?? NONE;
  const outermost = outer.filter((element) => !outer.some((other) => isInside(element, other)));
  return outermost.flatMap((element) => indexElements(element).all);
}

const NONE: readonly Element[] = [];

/** Elements that match, in document order; only those inside `scope` where one is given. */
export function select(index: ElementIndex, selector: string, scope?: Element): readonly Element[] {
  const parts = alternatives(selector);
  const hits: Element[] = [];
  for (const part of parts) {
    for (const element of candidatesOf(index, part)) {
      if (part.matches(element) && (!scope || isInside(element, scope))) hits.push(element);
    }
  }
  if (parts.length === 1 || hits.length < 2) return hits;
  const found = new Set(hits);
  return found.size === 1 ? [...found] : index.all.filter((element) => found.has(element));
}

export function isInside(node: AnyNode, scope: Element): boolean {
  for (let at: AnyNode | null = node.parent; at; at = at.parent) if (at === scope) return true;
  return false;
}

/** Does this element match? */
export function matches(element: Element, selector: string): boolean {
  return alternatives(selector).some((alternative) => alternative.matches(element));
}
