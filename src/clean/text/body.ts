/** Fourth pass: the body, its headings, and what stands after its last paragraph. */

import type { BlockKind } from '../../document/block.ts';
import { foldedLine } from '../folded-line.ts';
import type { Findings, Sheet } from './sheet.ts';
import { firstIndex, isOpen, isOpenProse, unitText } from './sheet.ts';

/** Longest heading inside an article. */
const MAX_HEADING_WORDS = 14;
const MAX_HEADING_CHARACTERS = 110;
const MAX_LABEL_WORDS = 5;

/** Kinds of everything from `body` on that is still open. */
export function readBody(sheet: Sheet, body: number): Findings {
  const found = new Map<number, BlockKind>();
  const last = lastProseIndex(sheet);
  const nextProse = nextProseIndexes(sheet);
  let linksUntilProse = false;
  for (let i = body; i < sheet.units.length; i += 1) {
    if (sheet.kinds[i] === 'boilerplate') linksUntilProse ||= opensLinks(unitText(sheet, i));
    if (isOpenProse(sheet, i)) linksUntilProse = false;
    if (!isOpen(sheet, i)) continue;
    found.set(i, kindInBody(sheet, i, { last, next: nextProse[i] ?? -1, linksUntilProse }));
  }
  return found;
}

interface Place {
  /** Index of the last prose of the text. */
  readonly last: number;
  /** Index of the next prose after the unit, or -1. */
  readonly next: number;
  /** Whether a line such as "Related stories" stands above with no prose since. */
  readonly linksUntilProse: boolean;
}

function kindInBody(sheet: Sheet, index: number, { last, next, linksUntilProse }: Place): BlockKind {
  const look = sheet.looks[index];
  if (look === undefined || look.isProse) return 'paragraph';
  if (linksUntilProse) return 'boilerplate';
  if (index > last) return tailKind(sheet, index, last);
  return isHeading(sheet, index, next) ? 'heading' : 'paragraph';
}

/** A line that names a list of links to other articles: few words, no sentence, often a colon. */
function opensLinks(line: string): boolean {
  return (
    foldedLine(line).split(' ').length <= 6 &&
    !/[.!?]$/.test(line) &&
    /\p{L}/u.test(line) &&
    !/:\s*\S/.test(line)
  );
}

function isHeading(sheet: Sheet, index: number, next: number): boolean {
  const look = sheet.looks[index];
  if (look === undefined || look.words > MAX_HEADING_WORDS || look.text.length > MAX_HEADING_CHARACTERS)
    return false;
  if (/[.,;…。，；]["”’»]*$/u.test(look.text) || /^["“«]/u.test(look.text)) return false;
  // "What to know:" heads a part; "Asked about the flood, the mayor said:" goes on in the next paragraph.
  if (/[:：]$/u.test(look.text) && look.words > MAX_LABEL_WORDS) return false;
  const isCapitalised = /^[^\p{L}]{0,3}[\p{Lu}\p{Lo}]/u.test(look.text);
  // Between a heading and its paragraph there may be a time, a caption or a byline, but no other open line.
  const between = firstIndex(sheet, index + 1, (i) => isOpen(sheet, i));
  return isCapitalised && next >= 0 && (between < 0 || between >= next);
}

/** After the last paragraph lines without a sentence's end are links to other articles; figures are not. */
function tailKind(sheet: Sheet, index: number, last: number): BlockKind {
  const look = sheet.looks[index];
  if (look === undefined || last < 0 || look.endsSentence || look.words > MAX_HEADING_WORDS)
    return 'paragraph';
  return isTable(sheet, last + 1) ? 'paragraph' : 'boilerplate';
}

/** Results and lists at the end of a report: half of its last lines or more hold digits or a colon. */
function isTable(sheet: Sheet, from: number): boolean {
  let open = 0;
  let listed = 0;
  for (let i = from; i < sheet.units.length && open < MAX_TAIL_LINES; i += 1) {
    if (!isOpen(sheet, i)) continue;
    open += 1;
    if (/\d|: \S/.test(unitText(sheet, i))) listed += 1;
  }
  return open > 1 && listed * 2 >= open;
}

const MAX_TAIL_LINES = 40;

function lastProseIndex(sheet: Sheet): number {
  for (let i = sheet.units.length - 1; i >= 0; i -= 1) {
    if (isOpenProse(sheet, i) || sheet.kinds[i] === 'listItem' || sheet.kinds[i] === 'quote') return i;
  }
  return -1;
}

function nextProseIndexes(sheet: Sheet): number[] {
  const next: number[] = new Array<number>(sheet.units.length).fill(-1);
  let coming = -1;
  for (let i = sheet.units.length - 1; i >= 0; i -= 1) {
    next[i] = coming;
    if (isOpenProse(sheet, i) || sheet.kinds[i] === 'listItem' || sheet.kinds[i] === 'quote') coming = i;
  }
  return next;
}
