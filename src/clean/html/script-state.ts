/** The article text of pages that are drawn by a script: linked data's `articleBody`, or the state that the script starts from. */

import { squeezed } from './dom.ts';
import { isNode, parseLoosely } from './linked-data.ts';
import { likeness } from './likeness.ts';
import { plainText } from './plain-text.ts';

/** A string of a page's state is a paragraph from this length on; scripts without spaces say more in fewer characters. */
const MIN_PARAGRAPH_CHARS = 60;
/** Together the paragraphs must be an article. */
const MIN_ARTICLE_CHARS = 300;
const MAX_DEPTH = 40;
const MAX_STRINGS = 20_000;

/** The paragraphs of `articleBody`, which is one string with or without line ends. */
export function paragraphsOf(articleBody: string): string[] {
  const lines = articleBody
    .replace(/<\/(?:p|div|h[1-6]|li|blockquote)>|<br\s*\/?>/gi, '\n')
    .split(/\n+|(?<=[.!?。！？]["”»]?) {3,}/);
  return lines.map(plainText).filter((line) => line !== '');
}

/** The longest group of paragraphs in any of the page's states: the strings that stand under one field of one list. */
export function stateParagraphs(states: readonly string[], headline: string | null): string[] {
  let best: string[] = [];
  let bestScore = 0;
  for (const state of states) {
    for (const group of groupsIn(
      parseLoosely(state.replace(/^\s*(?:window|self)\s*[.[][\w.'"\]]{1,60}\s*=\s*/, '')),
    )) {
      const chars = group.paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
      const score = chars * (group.near(headline) ? NEAR_HEADLINE_WEIGHT : 1);
      if (chars >= MIN_ARTICLE_CHARS && score > bestScore) [best, bestScore] = [group.paragraphs, score];
    }
  }
  return best;
}

/** States hold other articles too; one that stands beside the headline is worth this many times more. */
const NEAR_HEADLINE_WEIGHT = 4;

interface Group {
  readonly paragraphs: string[];
  near(headline: string | null): boolean;
}

/**
 * Groups of paragraphs by the object that holds them. Editors keep an article as one string of
 * mark-up, as a list of strings, or as a list of nodes; the holder is the nearest object above
 * all of them, which often holds the headline as well.
 */
function groupsIn(state: unknown): Group[] {
  const groups: Group[] = [];
  let strings = 0;
  const visit = (value: unknown, depth: number): string[] => {
    if (depth > MAX_DEPTH || strings > MAX_STRINGS) return [];
    if (typeof value === 'string') {
      strings += 1;
      return proseOf(value);
    }
    if (Array.isArray(value)) return value.flatMap((item) => visit(item, depth + 1));
    if (!isNode(value)) return [];
    const own = Object.entries(value).map(([key, inner]) => ({ key, paragraphs: visit(inner, depth + 1) }));
    const labels = Object.values(value).filter((inner) => typeof inner === 'string' && inner.length < 300);
    for (const { paragraphs } of own.filter(({ paragraphs: all }) => all.length > 0)) {
      groups.push({
        paragraphs,
        near: (headline) =>
          headline !== null && labels.some((label) => likeness(String(label), headline) > 0.8),
      });
    }
    return own.filter(({ key }) => TEXT_KEY.test(key)).flatMap(({ paragraphs }) => paragraphs);
  };
  visit(state, 0);
  return groups;
}

/** Names under which editors keep text. Others hold captions, descriptions, settings. */
const TEXT_KEY =
  /^(?:body|text|content|contents|html|value|paragraphs?|children|elements|blocks|nodes|components|sections|items|data|articlebody|main|story|article|post)$/i;

/** The paragraphs of a string that is text or mark-up, none for addresses, code and labels. */
function proseOf(value: string): string[] {
  if (value.length < MIN_PARAGRAPH_CHARS || /^(?:https?:|\/|\{|\[|data:|[\w+/=-]{60,}$)/.test(value))
    return [];
  if (/<p[\s>]/i.test(value))
    return paragraphsOf(value).filter((line) => line.length >= MIN_PARAGRAPH_CHARS / 2);
  const line = plainText(squeezed(value));
  return line.length >= MIN_PARAGRAPH_CHARS &&
    /[.!?。！？؟।"”»]$/.test(line) &&
    /[\s\u3000-\u9fff]/.test(line)
    ? [line]
    : [];
}
