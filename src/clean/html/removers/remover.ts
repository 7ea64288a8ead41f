/** The remover contract: takes one kind of clutter out of a page before its main text is looked for. */

import type { PageElement } from '../dom.ts';
import { proseIn } from '../prose.ts';

export interface CleaningPage {
  readonly body: PageElement;
  /** The headline as far as it is known, for telling this article from others. */
  readonly headline: string | null;
  /** The elements around what the page itself marks as the article's body. */
  readonly aroundBody: ReadonlySet<PageElement>;
  /** Prose of the whole page before anything was removed, in characters. */
  readonly proseChars: number;
}

export interface Remover {
  readonly name: string;
  remove(page: CleaningPage): void;
}

/** Elements that hold the page or the article itself, whatever their class names say. */
const STRUCTURE = new Set(['html', 'body', 'main', 'article']);

export function isStructure(element: PageElement): boolean {
  return STRUCTURE.has(element.localName) || element.getAttribute('itemprop') === 'articleBody';
}

export interface Guard {
  /** Never remove more prose than this, in characters … */
  readonly maxChars: number;
  /** … nor an element with this many long texts … */
  readonly maxLongTexts: number;
  /** … unless it is at most this share of the page's prose. */
  readonly maxShare: number;
}

/** More than this share of a page's prose is the article, however short the page. */
const ARTICLE_SHARE = 0.5;
/** With less prose than this a share says nothing: a page of pictures has a caption as its longest text. */
const MIN_ARTICLE_CHARS = 200;

/** Whether an element named like clutter is in truth a wrapper around the article. */
export function isArticleWrapper(element: PageElement, guard: Guard, page: CleaningPage): boolean {
  if (isStructure(element) || page.aroundBody.has(element)) return true;
  const { chars, longTexts } = proseIn(element);
  if (chars >= MIN_ARTICLE_CHARS && chars > page.proseChars * ARTICLE_SHARE) return true;
  if (chars <= page.proseChars * guard.maxShare) return false;
  return chars > guard.maxChars || longTexts > guard.maxLongTexts;
}
