/** The standfirst: the summary that a page prints between headline and text. A description nobody sees is none. */

import { readTable } from '../../../lexicon/table.ts';
import { bylineEvidence } from '../../byline.ts';
import { isCreditLine } from '../../caption.ts';
import { noticeKind } from '../../notices.ts';
import { printedTimes } from '../../printed-time.ts';
import { clutterKind } from '../clutter-classes.ts';
import { isWhollyClutter, mentionsClutter, opensAsClutter } from '../clutter-lines.ts';
import type { Image } from '../../../document/article.ts';
import { classWords, lineage, lineOf } from '../dom.ts';
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

/** A weak name ("description", "summary") is given to other parts too and needs a second sign. */
type Strength = 'strong' | 'weak';

/** A block that may be the standfirst, judged while the page's elements are as they were. */
export interface StandfirstCandidate {
  readonly block: RawBlock;
  /** Index among the page's blocks. */
  readonly index: number;
  /** How surely its element is named as a standfirst. */
  readonly named: Strength | null;
}

/** The blocks after the headline (at index `headlineAt`, or -1) that are long enough, no links, no labels and no captions. */
export function standfirstCandidates(
  blocks: readonly RawBlock[],
  headlineAt: number,
  headline: string | null,
  images: readonly Image[],
): readonly StandfirstCandidate[] {
  const titleKey = keyOf(headline ?? '');
  const captions = new Set(images.map(({ caption }) => keyOf(caption ?? '').slice(0, CAPTION_KEY_CHARS)));
  const start = headlineAt + 1;
  return blocks
    .slice(start, start + REACH_BLOCKS)
    .map((block, i) => ({ block, index: start + i, named: strengthOfName(block) }))
    .filter(({ block }) => isLongEnough(block) && !repeats(block.text, titleKey))
    .filter(({ block }) => !isElsewhere(block, captions));
}

/** So many characters of a caption's key tell it from other texts. */
const CAPTION_KEY_CHARS = 40;

/** `firstParagraph` is the index of the first paragraph of the main text among the page's blocks, or -1. */
export function readStandfirst(
  candidates: readonly StandfirstCandidate[],
  headlineAt: number,
  firstParagraph: number,
  claims: PageClaims,
): string | null {
  const end = firstParagraph < 0 ? Infinity : firstParagraph + 2;
  const near = candidates.filter(({ block, index }) => index < end && !isLabel(block.text));
  const strong = near.filter((candidate) => candidate.named === 'strong');
  if (strong[0] !== undefined) return joined(strong[0].index, strong);
  const descriptions = [
    metaContent(claims, 'description'),
    metaContent(claims, 'og:description'),
    textField(claims.article, 'description'),
    textField(claims.article, 'alternativeHeadline'),
  ];
  for (const { block, index, named: name } of near) {
    const before = firstParagraph < 0 || index < firstParagraph;
    if (before && name === 'weak')
      return joined(
        index,
        near.filter((candidate) => candidate.named === 'weak'),
      );
    const apart = before || name !== null || block.holder === 'heading' || isAllBold(block);
    if (apart && descriptions.some((text) => text !== null && saysTheSame(block.text, text)))
      return block.text;
    if (before && block.holder === 'heading' && wordCount(block.text) >= 6 && index - headlineAt <= 3)
      return block.text;
  }
  return null;
}

function isLongEnough(block: RawBlock): boolean {
  return block.text.length <= MAX_CHARS && wordCount(block.text) >= MIN_WORDS && linkShare(block) <= 0.5;
}

/** Whether the text is the headline, perhaps with a label before it. */
function repeats(text: string, titleKey: string): boolean {
  const key = keyOf(text);
  return (
    titleKey !== '' &&
    (key.includes(titleKey) || (titleKey.includes(key) && key.length > titleKey.length / 2))
  );
}

/** Captions, biographies of authors, parts of lists. */
function isElsewhere({ text, element }: RawBlock, captions: ReadonlySet<string>): boolean {
  if (captions.has(keyOf(text).slice(0, CAPTION_KEY_CHARS))) return true;
  for (const ancestor of lineage(element, MAX_LINEAGE)) {
    const kind = clutterKind(ancestor);
    if (ancestor.localName === 'figure' || ancestor.localName === 'aside') return true;
    if (kind !== null && kind !== 'timestamp' && kind !== 'widget' && strengthOf(ancestor) === null)
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
function joined(start: number, named: readonly StandfirstCandidate[]): string {
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

/** How surely the element around the block, or one just around that, is named as a standfirst. */
function strengthOfName({ element, text }: RawBlock): Strength | null {
  for (const ancestor of lineage(element, MAX_LINEAGE)) {
    if (ancestor.localName === 'article' || ancestor.localName === 'body') return null;
    const strength = strengthOf(ancestor);
    if (strength === null) continue;
    const { length } = lineOf(ancestor);
    if (length >= text.length * 0.8 && length <= MAX_CHARS * 1.5) return strength;
  }
  return null;
}

const MAX_LINEAGE = 4;

function strengthOf(element: PageElement): Strength | null {
  if (/^(?:description|alternativeHeadline|abstract)$/.test(element.getAttribute('itemprop') ?? ''))
    return 'strong';
  const words = classWords(element);
  if (words === '') return null;
  patterns ??= { strong: compile('strong'), weak: compile('weak') };
  if (patterns.strong.test(words)) return 'strong';
  return patterns.weak.test(words) ? 'weak' : null;
}

let patterns: Readonly<Record<Strength, RegExp>> | null = null;

function compile(strength: Strength): RegExp {
  const rows = readTable('page-standfirst-classes.tsv', ['words', 'strength', 'example']);
  const words = rows.filter((row) => row.strength === strength).map((row) => `-${row.words}-`);
  // "text-with-summary" is a kind of field in one publishing system, "speakable-summary" is for speech; both hold whole texts.
  return new RegExp(`(?<!-with|-speakable)(?:${words.join('|')})`);
}
