/** Takes clutter lines out of the main text, block by block, gently: what reads like prose stays. */

import { bylineEvidence } from '../byline.ts';
import { isCreditLine } from '../caption.ts';
import { printedTimes } from '../printed-time.ts';
import { stampsOf } from '../stamp.ts';
import { isWhollyClutter, mentionsClutter, opensAsClutter } from './clutter-lines.ts';
import { keyOf, wordCount } from './likeness.ts';
import type { RawBlock } from './read-blocks.ts';

/** The first and last blocks of a text, where bylines, crumbs and calls to subscribe stand. */
const HEAD_BLOCKS = 8;
const TITLE_BLOCKS = 6;
const TAIL_BLOCKS = 6;

/** A block with at least so many words is a paragraph of its own right. */
const PROSE_WORDS = 12;

/** A credit that stands alone ("Leo Marsh/Agence Korvia") is this short. */
const MAX_CREDIT_WORDS = 8;
const MAX_CREDIT_CHARS = 120;
/** Bylines, times and addresses are shorter; patterns for them are never run on a long line. */
const MAX_LABEL_CHARS = 300;

interface Place {
  readonly index: number;
  readonly count: number;
}

/** The blocks without clutter. `title` is the headline, which is kept elsewhere. */
export function trimBlocks(blocks: readonly RawBlock[], title: string | null): RawBlock[] {
  const titleKey = keyOf(title ?? '');
  const kept = blocks.filter((block, index) => !isClutter(block, { index, count: blocks.length }, titleKey));
  return withoutTail(withoutLeadingLinks(withoutLinkLists(withoutRepeats(kept))));
}

function isClutter(block: RawBlock, place: Place, titleKey: string): boolean {
  const words = wordCount(block.text);
  if (place.index < TITLE_BLOCKS && repeatsTitle(block.text, titleKey)) return true;
  if (isWhollyClutter(block.text) || isClockLine(block)) return true;
  const tail = place.index >= place.count - TAIL_BLOCKS;
  const linked = linkShare(block);
  if (opensAsClutter(block.text) && isPlug(block, words, tail)) return true;
  if (((words < 25 && linked > 0) || (tail && words < 45)) && mentionsClutter(block.text)) return true;
  if (place.index < HEAD_BLOCKS && words < 22 && isBylineOrDate(block.text)) return true;
  if (block.holder !== 'heading' && isLoneCredit(block.text, words)) return true;
  if (tail && isAddressLine(block.text, words)) return true;
  return linked > 0.95 && words >= 4 && words < 25 && isShouted(block.text);
}

/** A line that opens like a plug is one when it is mostly link, no sentence, or short at the end. */
function isPlug(block: RawBlock, words: number, tail: boolean): boolean {
  if (linkShare(block) > 0.5) return true;
  if (words < PROSE_WORDS && !/[.!?。！？]["”»)]?$/.test(block.text)) return true;
  return tail && words < 25;
}

export function linkShare({ text, linkChars }: RawBlock): number {
  return linkChars / Math.max(1, text.length);
}

function repeatsTitle(text: string, titleKey: string): boolean {
  const key = keyOf(text);
  if (titleKey === '' || key.length < 8) return false;
  return (
    titleKey === key ||
    (key.length > 12 && key.split(' ').length < 30 && (titleKey.startsWith(key) || key.startsWith(titleKey)))
  );
}

const DATE_LINE = new RegExp(
  [
    /^by\b.{2,80}$/,
    /^(updated|published|posted|last updated|modified)\b.{0,100}$/,
    /^.{0,30}\b(19|20)\d\d\b.{0,40}\b\d{1,2}[:.]\d\d.*$/,
    /^.{0,25}\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? (19|20)\d\d.{0,25}$/,
    /^.{0,20}\b\d{1,2}[./-]\d{1,2}[./-](19|20)\d\d\b.{0,30}$/,
  ]
    .map(({ source }) => `(?:${source})`)
    .join('|'),
  'i',
);

function isBylineOrDate(text: string): boolean {
  if (text.length > MAX_LABEL_CHARS) return false;
  if (DATE_LINE.test(text) || bylineEvidence(text) === 'sure' || stampsOf(text).length > 0) return true;
  const [time] = printedTimes(text);
  return time !== undefined && time.end - time.start > text.length * MIN_TIME_SHARE;
}

/** A line that is a time for the better part of it tells when the article appeared. */
const MIN_TIME_SHARE = 0.6;

function isLoneCredit(text: string, words: number): boolean {
  return words <= MAX_CREDIT_WORDS && text.length <= MAX_CREDIT_CHARS && isCreditLine(text);
}

/** The time of a live post or a comment. */
function isClockLine({ text, element }: RawBlock): boolean {
  return (
    text.length <= 30 &&
    (element.localName === 'time' || /^\d{1,2}[:.h]\d\d(?:\s*(?:[ap]\.?m\.?|uhr|[A-Z]{2,4}))?$/i.test(text))
  );
}

/** A reporter's address under the text. */
function isAddressLine(text: string, words: number): boolean {
  return words < 10 && text.length <= MAX_LABEL_CHARS && /\w@[\w-]+\.\w/.test(text);
}

/** Written in capitals throughout, in a script that has them. */
function isShouted(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

function isProse(block: RawBlock): boolean {
  return (wordCount(block.text) >= PROSE_WORDS || block.text.length >= 60) && linkShare(block) < 0.5;
}

/** Three or more list items or cells in a row that are nothing but links are a list of other articles. */
function withoutLinkLists(blocks: readonly RawBlock[]): RawBlock[] {
  const kept: RawBlock[] = [];
  let run: RawBlock[] = [];
  const close = () => {
    if (run.length < 3) kept.push(...run);
    run = [];
  };
  for (const block of blocks) {
    if (linkShare(block) > 0.9 && wordCount(block.text) >= 3) {
      run.push(block);
    } else {
      close();
      kept.push(block);
    }
  }
  close();
  return kept;
}

/** Pages for two sizes of screen hold some paragraphs twice; a refrain is shorter. */
const MIN_REPEAT_CHARS = 80;

function withoutRepeats(blocks: readonly RawBlock[]): RawBlock[] {
  const seen = new Set<string>();
  return blocks.filter(({ text }) => {
    if (text.length < MIN_REPEAT_CHARS) return true;
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

/** Crumbs before the first prose. */
function withoutLeadingLinks(blocks: readonly RawBlock[]): RawBlock[] {
  const first = blocks.findIndex(isProse);
  return blocks.filter((block, index) => index >= first || linkShare(block) < 0.8);
}

/** A text does not end with a heading, nor with a bare link. */
function withoutTail(blocks: readonly RawBlock[]): RawBlock[] {
  let end = blocks.length;
  for (; end > 1; end -= 1) {
    const last = blocks[end - 1];
    if (last === undefined || !(last.holder === 'heading' || isBareLink(last))) break;
  }
  return blocks.slice(0, end);
}

function isBareLink(block: RawBlock): boolean {
  return linkShare(block) > 0.9 && !/^https?:/.test(block.text) && wordCount(block.text) >= 4;
}
