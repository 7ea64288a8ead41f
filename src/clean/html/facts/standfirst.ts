/** The standfirst: the summary that a page prints between headline and text. A description nobody sees is none. */

import { readTable } from '../../../lexicon/table.ts';
import { bylineEvidence } from '../../byline.ts';
import { isCreditLine } from '../../caption.ts';
import { noticeKind } from '../../notices.ts';
import { printedTimes } from '../../printed-time.ts';
import { clutterKind } from '../clutter-classes.ts';
import { isWhollyClutter, mentionsClutter, opensAsClutter } from '../clutter-lines.ts';
import { classWords, lineage } from '../dom.ts';
import type { PageElement } from '../dom.ts';
import { keyOf, likeness, wordCount } from '../likeness.ts';
import { metaContent, textField } from '../page-claims.ts';
import type { PageClaims } from '../page-claims.ts';
import { linkShare } from '../trim-blocks.ts';
import type { RawBlock } from '../read-blocks.ts';

const MIN_WORDS = 4;
const MAX_CHARS = 900;

/** Blocks after the headline in which a standfirst may stand: crumbs, byline and pictures come between. */
const REACH_BLOCKS = 30;

/** A block this like the page's description is the description, printed. */
const SAME_TEXT = 0.85;

/** So many characters of a caption's key tell it from other texts. */
export const CAPTION_KEY_CHARS = 40;

export interface StandfirstPlace {
  /** All blocks of the page in reading order. */
  readonly blocks: readonly RawBlock[];
  /** Index of the headline among them, or -1. */
  readonly headline: number;
  /** Beginnings of the captions' keys, of `CAPTION_KEY_CHARS`. */
  readonly captions: ReadonlySet<string>;
  /** Index of the first paragraph of the main text among them, or -1. */
  readonly firstParagraph: number;
}

export function readStandfirst(
  place: StandfirstPlace,
  headline: string | null,
  claims: PageClaims,
): string | null {
  const candidates = candidatesIn(place, headline).filter(({ block }) => !isElsewhere(block, place.captions));
  const named = candidates.filter(({ block }) => isNamedStandfirst(block.element));
  const first = named[0];
  if (first !== undefined) return joined(first.index, named);
  const descriptions = [
    metaContent(claims, 'description', 'og:description'),
    metaContent(claims, 'og:description'),
    textField(claims.article, 'description'),
    textField(claims.article, 'alternativeHeadline'),
  ];
  for (const { block, index } of candidates) {
    const before = place.firstParagraph < 0 || index < place.firstParagraph;
    const apart = before || block.holder === 'heading' || isAllBold(block);
    if (
      apart &&
      descriptions.some((description) => description !== null && saysTheSame(block.text, description))
    )
      return block.text;
    if (before && block.holder === 'heading' && wordCount(block.text) >= 6 && index - place.headline <= 3)
      return block.text;
  }
  return null;
}

interface Candidate {
  readonly block: RawBlock;
  readonly index: number;
}

/** Blocks between the headline and just inside the text that are long enough and no links. */
function candidatesIn(
  { blocks, headline, firstParagraph }: StandfirstPlace,
  title: string | null,
): Candidate[] {
  const start = Math.max(0, headline + 1);
  const end = Math.min(
    blocks.length,
    start + REACH_BLOCKS,
    firstParagraph < 0 ? Infinity : firstParagraph + 2,
  );
  const titleKey = keyOf(title ?? '');
  const candidates: Candidate[] = [];
  for (let index = start; index < end; index += 1) {
    const block = blocks[index];
    if (
      block === undefined ||
      block.text.length > MAX_CHARS ||
      wordCount(block.text) < MIN_WORDS ||
      linkShare(block) > 0.5
    )
      continue;
    if (keyOf(block.text) !== titleKey && !isLabel(block.text)) candidates.push({ block, index });
  }
  return candidates;
}

/** Captions, biographies of authors, parts of lists. */
function isElsewhere({ text, element }: RawBlock, captions: ReadonlySet<string>): boolean {
  if (captions.has(keyOf(text).slice(0, CAPTION_KEY_CHARS))) return true;
  for (const ancestor of lineage(element, MAX_LINEAGE)) {
    const kind = clutterKind(ancestor);
    if (ancestor.localName === 'figure' || ancestor.localName === 'aside') return true;
    if (kind !== null && kind !== 'timestamp' && kind !== 'widget' && !isStandfirstName(ancestor))
      return true;
  }
  return false;
}

/** Bylines, times, credits, notices and calls to subscribe stand under a headline too. */
function isLabel(text: string): boolean {
  if (bylineEvidence(text) !== null || noticeKind(text) !== null || isCreditLine(text)) return true;
  if (isWhollyClutter(text) || opensAsClutter(text)) return true;
  if (wordCount(text) < 25 && mentionsClutter(text)) return true;
  const [time] = printedTimes(text);
  return time !== undefined && time.end - time.start > text.length / 3;
}

/** Bullet points of one summary are one standfirst. */
function joined(start: number, named: readonly Candidate[]): string {
  const texts: string[] = [];
  let next = start;
  for (const { block, index } of named) {
    if (index !== next) break;
    texts.push(block.text);
    next += 1;
  }
  return texts.join(' ');
}

function isAllBold({ text, boldChars }: RawBlock): boolean {
  return boldChars > text.length * 0.85;
}

/** Descriptions are cut short by many systems: the beginning is enough when it is long. */
function saysTheSame(printed: string, description: string): boolean {
  const [a, b] = [keyOf(printed), keyOf(description)];
  if (a.length >= 20 && a === b) return true;
  const cut = /(?:…|\.\.\.)$/.test(description);
  return (
    likeness(printed, description) >= SAME_TEXT || (cut && b.length >= 60 && a.startsWith(b.slice(0, 60)))
  );
}

/** Whether the element or one just around it is named as a standfirst. */
function isNamedStandfirst(element: PageElement): boolean {
  for (const ancestor of lineage(element, MAX_LINEAGE)) {
    if (ancestor.localName === 'article' || ancestor.localName === 'body') return false;
    if (isStandfirstName(ancestor) && (ancestor.textContent ?? '').length <= MAX_CHARS * 1.5) return true;
  }
  return false;
}

function isStandfirstName(element: PageElement): boolean {
  pattern ??= compile();
  if (/^(?:description|alternativeHeadline|abstract)$/.test(element.getAttribute('itemprop') ?? ''))
    return true;
  return pattern.test(classWords(element));
}

const MAX_LINEAGE = 3;
let pattern: RegExp | null = null;

function compile(): RegExp {
  const words = readTable('page-standfirst-classes.tsv', ['words', 'example']).map(({ words }) => words);
  // "text-with-summary" is a kind of field in one publishing system, "speakable-summary" is for speech; both hold whole texts.
  return new RegExp(`(?<!-with|-speakable)(?:${words.map((row) => `-${row}-`).join('|')})`);
}
