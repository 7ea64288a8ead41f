/** The part of the DOM that cleaning uses, and small questions about elements. */

/** `nodeType` of an element and of a text, as the DOM numbers them. */
export const ELEMENT = 1;
export const TEXT = 3;

export interface PageNode {
  readonly nodeType: number;
  readonly parentNode: PageElement | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly textContent: string | null;
  remove(): void;
}

export interface PageElement extends PageNode {
  /** Lower-case tag name. */
  readonly localName: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): ArrayLike<PageElement> & Iterable<PageElement>;
  getElementsByTagName(name: string): ArrayLike<PageElement> & Iterable<PageElement>;
  cloneNode(deep: boolean): PageElement;
}

export interface PageDocument {
  readonly body: PageElement;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): ArrayLike<PageElement> & Iterable<PageElement>;
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === ELEMENT;
}

/**
 * A text on one line: white space of every kind becomes one space, and characters that
 * only steer the layout (soft hyphen, zero-width space, byte-order mark, NUL) are left out.
 */
export function squeezed(text: string | null): string {
  if (text === null) return '';
  return text
    .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u00ad\u200b\u2060\ufeff\ufffc]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The text of an element on one line. */
export function lineOf(element: PageElement | null): string {
  return element === null ? '' : squeezed(element.textContent);
}

/**
 * The class names and id of an element as words: `-read-more- -post-body-`.
 *
 * Cut at every mark and at the humps of camel case, so that `readMore`, `read_more` and
 * `read-more` look alike. Each word has a dash on both sides, each name a space.
 */
export function classWords(element: PageElement): string {
  let names = '';
  for (const attribute of NAMING_ATTRIBUTES) {
    const value = element.getAttribute(attribute);
    if (value !== null && value !== '') names += `${value} `;
  }
  if (names === '') return '';
  const known = wordsOfNames.get(names);
  if (known !== undefined) return known;
  const words = names
    .slice(0, MAX_CLASS_CHARS)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .map((name) => `-${name.replace(/[^a-z0-9\u00df-\u024f]+/g, '-').replace(/^-|-$/g, '')}-`)
    .join(' ');
  if (wordsOfNames.size >= MAX_REMEMBERED_NAMES) wordsOfNames.clear();
  wordsOfNames.set(names, words);
  return words;
}

/** Attributes in which sites name the parts of their pages; those of generated class names use the others. */
const NAMING_ATTRIBUTES = [
  'class',
  'id',
  'data-testid',
  'data-component',
  'data-gu-name',
  'data-qa',
] as const;

/** Class attributes longer than this are cut: they are generated, and their end says nothing. */
const MAX_CLASS_CHARS = 400;

/** Pages of one site repeat their class names; the memory is emptied when it holds this many. */
const MAX_REMEMBERED_NAMES = 20_000;

const wordsOfNames = new Map<string, string>();

/** The element and its ancestors, nearest first, at most `limit` of them. */
export function* lineage(element: PageElement, limit = Infinity): Generator<PageElement> {
  let current: PageElement | null = element;
  for (let i = 0; current !== null && isElement(current) && i < limit; i += 1) {
    yield current;
    current = current.parentNode;
  }
}

/** Whether `outer` is `inner` or one of its ancestors. */
export function holds(outer: PageElement, inner: PageElement): boolean {
  for (const element of lineage(inner)) if (element === outer) return true;
  return false;
}
