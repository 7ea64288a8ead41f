/** Removes elements whose class names or id say what clutter they are. */

import { clutterKind } from '../clutter-classes.ts';
import type { ClutterKind } from '../clutter-classes.ts';
import { TEXT } from '../dom.ts';
import type { PageElement } from '../dom.ts';
import { walk } from '../prose.ts';
import { isArticleWrapper } from './remover.ts';
import type { Guard, Remover } from './remover.ts';

/**
 * How much text each kind may hold and still go. Set on the development pages: a wrapper around
 * the article often bears a clutter's name ("has-related", "share-wrapper"), so that size decides.
 */
const SMALL: Guard = { maxChars: 1_500, maxLongTexts: 2, maxShare: 0 };
/** Kinds that are long by nature, and whose names are seldom given to anything else. */
const LONG: Guard = { maxChars: 1_500, maxLongTexts: 2, maxShare: 0.35 };
/** Kinds whose names are given to parts of articles too: only a short element goes. */
const TINY: Guard = { maxChars: 400, maxLongTexts: 1, maxShare: 0 };

const GUARDS: Readonly<Record<ClutterKind, Guard>> = {
  breadcrumb: SMALL,
  byline: SMALL,
  caption: SMALL,
  comments: LONG,
  consent: LONG,
  credit: SMALL,
  hidden: SMALL,
  legal: SMALL,
  navigation: LONG,
  newsletter: SMALL,
  overlay: SMALL,
  paywall: SMALL,
  player: SMALL,
  promotion: SMALL,
  related: LONG,
  share: SMALL,
  tags: SMALL,
  timestamp: TINY,
  widget: TINY,
};

export const removeNamedClutter: Remover = {
  name: 'named-clutter',
  remove: (page) => {
    walk(page.body, (element) => {
      const kind = clutterKind(element) ?? ELEMENT_KINDS.get(element.localName) ?? null;
      if (
        kind === null ||
        TABLE_PARTS.has(element.localName) ||
        isWordOfSentence(element, kind) ||
        holdsQuotedPost(element, kind) ||
        isArticleWrapper(element, GUARDS[kind], page)
      )
        return true;
      element.remove();
      return false;
    });
  },
};

/** Elements that stand beside an article by their own meaning. */
const ELEMENT_KINDS: ReadonlyMap<string, ClutterKind> = new Map([
  ['aside', 'widget'],
  ['footer', 'widget'],
]);

/** Classes of rows and cells tell what the data is about. */
const TABLE_PARTS = new Set(['tr', 'td', 'th', 'tbody', 'thead']);

const INLINE = new Set(['a', 'span', 'b', 'strong', 'em', 'i', 'u', 'mark', 'abbr', 'cite']);
/** Kinds that are no part of a sentence even in the middle of one. */
const NEVER_WORDS: ReadonlySet<ClutterKind> = new Set([
  'hidden',
  'share',
  'promotion',
  'overlay',
  'newsletter',
  'player',
]);
/** A paragraph with so much text of its own goes on around an element in it. */
const MIN_TEXT_AROUND = 25;

/** Whether an inline element is a few words of a paragraph: sites name links to tags and authors inside sentences too. */
function isWordOfSentence(element: PageElement, kind: ClutterKind): boolean {
  if (!INLINE.has(element.localName) || NEVER_WORDS.has(kind)) return false;
  let around = 0;
  for (let node = element.parentNode?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (node.nodeType === TEXT) around += (node.textContent ?? '').trim().length;
  }
  return around >= MIN_TEXT_AROUND;
}

/** A post quoted in an article often stands in an element named "social" or "widget". */
function holdsQuotedPost(element: PageElement, kind: ClutterKind): boolean {
  return (kind === 'share' || kind === 'widget') && element.querySelector('blockquote') !== null;
}
