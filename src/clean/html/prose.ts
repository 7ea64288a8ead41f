/** How much running text an element holds, and walks over elements. */

import { isElement, TEXT } from './dom.ts';
import type { PageElement, PageNode } from './dom.ts';

export interface Prose {
  /** Characters of text outside links, of texts long enough to be part of a sentence. */
  readonly chars: number;
  /** Paragraphs (or bare texts) of more than `LONG_TEXT_CHARS`. */
  readonly longTexts: number;
}

/** A text of this length is a sentence and not a label. */
const LONG_TEXT_CHARS = 80;
/** Shorter texts are labels and do not count as prose. Scripts without spaces say more in fewer characters. */
const MIN_TEXT_CHARS = 20;

export function proseIn(root: PageElement): Prose {
  let chars = 0;
  let longTexts = 0;
  walk(root, (element) => {
    const name = element.localName;
    if (name === 'a' || name === 'button' || name === 'figcaption') return false;
    if (name === 'p' && (element.textContent ?? '').length > LONG_TEXT_CHARS) longTexts += 1;
    for (let node: PageNode | null = element.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType !== TEXT) continue;
      const length = (node.textContent ?? '').trim().length;
      if (length >= MIN_TEXT_CHARS) chars += length;
      if (length > LONG_TEXT_CHARS && name !== 'p') longTexts += 1;
    }
    return true;
  });
  return { chars, longTexts };
}

/**
 * Visits `root` and all elements below it in reading order. `visit` answers whether to go on to the
 * elements inside; it may remove the element that it is given, and then must answer false.
 */
export function walk(root: PageElement, visit: (element: PageElement) => boolean): void {
  if (!visit(root)) return;
  let node = root.firstChild;
  while (node !== null) {
    const next: PageNode | null = node.nextSibling;
    if (isElement(node)) walk(node, visit);
    node = next;
  }
}
