/** The pictures of the article with what is printed under them, read from the page itself. */

import type { Image } from '../../../document/article.ts';
import { isCreditLine, splitCredit } from '../../caption.ts';
import { isWhollyClutter } from '../clutter-lines.ts';
import { clutterKind } from '../clutter-classes.ts';
import { isElement, lineage, lineOf, squeezed, TEXT } from '../dom.ts';
import type { PageElement, PageNode } from '../dom.ts';
import { keyOf } from '../likeness.ts';
import { walk } from '../prose.ts';
import { resolvedUrl } from './address.ts';

/** Longer texts under a picture are not captions. */
const MAX_CAPTION_CHARS = 1_200;
const MAX_IMAGES = 120;

/** Images in reading order. `body` is the page without its frame; pictures of lists and other articles are left out. */
export function readImages(body: PageElement, pageUrl: string | null): readonly Image[] {
  const images: Image[] = [];
  walk(body, (element) => {
    if (images.length >= MAX_IMAGES || isOtherContent(element)) return false;
    if (element.localName === 'figure') {
      images.push(...imagesOfFigure(element, pageUrl));
      return false;
    }
    if (isCaptionElement(element)) {
      const near = pictureNear(element);
      const image = imageOf(element, near?.picture ?? null, pageUrl, near?.around ?? element);
      if (image !== null) images.push(image);
      return false;
    }
    return true;
  });
  return distinct(images);
}

const OTHER_ELEMENTS = new Set(['nav', 'aside', 'footer']);
const OTHER_KINDS = new Set([
  'related',
  'navigation',
  'comments',
  'promotion',
  'newsletter',
  'consent',
  'overlay',
  'share',
]);

/** A link around a figure is a teaser, unless it leads to the picture itself. */
function isOtherContent(element: PageElement): boolean {
  if (OTHER_ELEMENTS.has(element.localName)) return true;
  if (element.localName === 'a') return !/\.(?:jpe?g|png|webp|gif)/i.test(element.getAttribute('href') ?? '');
  const kind = clutterKind(element);
  return (
    kind !== null &&
    OTHER_KINDS.has(kind) &&
    element.querySelector('h1') === null &&
    (element.textContent ?? '').length < MAX_OTHER_CHARS
  );
}

/** An element named like clutter with more text than this may be a wrapper around the article. */
const MAX_OTHER_CHARS = 3_000;

/** A figure may hold several, each with its caption; then each is read by itself. */
function imagesOfFigure(figure: PageElement, pageUrl: string | null): Image[] {
  const inner = [...figure.querySelectorAll('figure')].slice(0, MAX_IMAGES);
  if (inner.length > 1) return inner.flatMap((one) => imagesOfFigure(one, pageUrl));
  const picture = figure.querySelector('img,amp-img,source');
  if (figure.querySelector('blockquote,table') !== null && picture === null) return [];
  const caption =
    figure.querySelector('figcaption') ??
    [...figure.querySelectorAll('[class]')].find(isCaptionElement) ??
    null;
  const image = imageOf(caption, picture, pageUrl, figure);
  return image === null ? [] : [image];
}

function isCaptionElement(element: PageElement): boolean {
  if (element.localName === 'figcaption' || element.getAttribute('itemprop') === 'caption') return true;
  if (clutterKind(element) !== 'caption' || TABLE_PARTS.has(element.localName)) return false;
  return (
    (element.textContent ?? '').length <= MAX_CAPTION_CHARS && element.querySelector('img,h1,h2') === null
  );
}

const TABLE_PARTS = new Set(['caption', 'table', 'tr', 'td', 'th']);

/** The caption and credit in `caption`, with the credit marked up in `around` where the caption has none. */
function imageOf(
  caption: PageElement | null,
  picture: PageElement | null,
  pageUrl: string | null,
  around = caption,
): Image | null {
  const creditElement = creditIn(around);
  const marked = creditElement === null ? null : cleanCredit(lineOf(creditElement));
  const line = caption === null ? '' : textWithout(caption, creditElement);
  if (line.length > MAX_CAPTION_CHARS || (line !== '' && isWhollyClutter(line))) return null;
  const split = splitCredit(line);
  const onlyCredit = line !== '' && marked === null && isCreditLine(line);
  const url = picture === null ? null : addressOf(picture, pageUrl);
  const text = onlyCredit ? null : marked === null ? split.caption : withoutRepeated(line, marked) || null;
  const credit = marked ?? (onlyCredit ? (split.credit ?? line) : split.credit);
  if (text === null && credit === null)
    return url === null || around === null ? null : { caption: null, credit: null, url };
  return { caption: text, credit, url };
}

function creditIn(around: PageElement | null): PageElement | null {
  if (around === null) return null;
  for (const element of around.querySelectorAll('[class],[itemprop],small,cite')) {
    if (
      clutterKind(element) === 'credit' ||
      /copyrightHolder|creditText|author/.test(element.getAttribute('itemprop') ?? '')
    ) {
      const line = lineOf(element);
      if (line !== '' && line.length <= MAX_CREDIT_CHARS) return element;
    }
  }
  return null;
}

const MAX_CREDIT_CHARS = 200;

/** A credit without its label and brackets; the caption's own rules know them. */
function cleanCredit(line: string): string | null {
  const split = splitCredit(line);
  const credit = split.credit !== null && split.caption === null ? split.credit : line;
  return credit.replace(/^[\s([|•·/–-]+|[\s)\]|•·/–-]+$/g, '') || null;
}

/** Elements before which a caption's text has a space at least. */
const STANDS_APART = new Set(['p', 'div', 'br', 'span', 'li', 'small', 'cite']);

/** The text of an element without one inside it and without labels for screen readers. */
function textWithout(element: PageElement, left: PageElement | null): string {
  const pieces: string[] = [];
  const collect = (node: PageNode): void => {
    if (node.nodeType === TEXT) pieces.push(node.textContent ?? '');
    if (!isElement(node) || node === left || node.localName === 'button') return;
    // Labels for screen readers ("Image caption") are not part of the caption.
    if (node !== element && clutterKind(node) === 'hidden') return;
    if (STANDS_APART.has(node.localName)) pieces.push(' ');
    for (let child = node.firstChild; child !== null; child = child.nextSibling) collect(child);
  };
  collect(element);
  return squeezed(pieces.join('')).replace(/[\s|/–(]+$/, '');
}

function withoutRepeated(line: string, credit: string): string {
  return (line.endsWith(credit) ? line.slice(0, -credit.length) : line).replace(/[\s|/–(©]+$/, '').trim();
}

/** The picture beside a caption and what is around both: one of the caption's nearest ancestors with little more text. */
function pictureNear(
  caption: PageElement,
): { readonly picture: PageElement; readonly around: PageElement } | null {
  const own = lineOf(caption).length;
  for (const ancestor of lineage(caption, 4)) {
    if (ancestor === caption) continue;
    const picture = ancestor.querySelector('img,amp-img');
    if (picture === null) continue;
    const around = lineOf(ancestor).length <= own + MAX_CREDIT_CHARS ? ancestor : caption;
    return { picture, around };
  }
  return null;
}

const ADDRESS_ATTRIBUTES = ['data-src', 'data-original', 'data-lazy-src', 'src', 'data-srcset', 'srcset'];

function addressOf(picture: PageElement, pageUrl: string | null): string | null {
  for (const attribute of ADDRESS_ATTRIBUTES) {
    const value = picture.getAttribute(attribute)?.trim().split(/\s+/)[0] ?? '';
    if (value !== '' && !value.startsWith('data:') && !value.startsWith('blob:'))
      return resolvedUrl(value.replace(/,$/, ''), pageUrl);
  }
  return null;
}

/** Each caption once: pages repeat the first picture for small screens. A picture without words is kept for its address. */
function distinct(images: readonly Image[]): Image[] {
  const seen = new Set<string>();
  return images.filter(({ caption, credit, url }) => {
    const key = caption === null ? `${credit ?? ''} ${url ?? ''}` : keyOf(caption);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
