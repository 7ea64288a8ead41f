/** Third pass: the head of an article, from its headline to its first paragraph. */

import type { BlockKind } from '../../document/block.ts';
import { bylineEvidence, isAgencyOrDesk } from '../byline.ts';
import { datelineOf } from '../dateline.ts';
import { canBeHeadline, contentWords, sharedWords } from './look.ts';
import type { Findings, Sheet } from './sheet.ts';
import { firstIndex, isOpen, isOpenProse, unitText } from './sheet.ts';
import { isClock } from './signs.ts';

/** What the head holds, and where the body begins. */
export interface Head {
  readonly found: Findings;
  /** Index of the first unit of the body. */
  readonly body: number;
  /** The line over the headline that names a section or a kind of article, else null. */
  readonly section: number | null;
}

/** Reads the head. A text whose first line is prose has none, and no headline is invented for it. */
export function readHead(sheet: Sheet): Head {
  const prose = firstIndex(sheet, 0, (i) => isOpenProse(sheet, i) && !isFirstHeadline(sheet, i));
  const end = prose < 0 ? sheet.units.length : prose;
  const headline = headlineIn(sheet, end, prose);
  if (headline < 0) return { found: bylinesAlone(sheet, prose), body: end, section: null };
  const found = new Map<number, BlockKind>([[headline, 'headline']]);
  const section = readAbove(sheet, headline, found);
  const body = standfirstInProse(sheet, headline, prose, found);
  readBelow(sheet, { headline, body }, found);
  return { found, body, section };
}

/** Bylines over a text that has no headline. */
function bylinesAlone(sheet: Sheet, prose: number): Findings {
  const found = new Map<number, BlockKind>();
  for (let i = 0; i < Math.min(prose, MAX_LINES_BELOW); i += 1) {
    if (isOpen(sheet, i) && isNameAlone(sheet, i)) found.set(i, 'byline');
  }
  return found;
}

/** A question or a long line can be a headline when it is the first line and ended prose follows. */
function isFirstHeadline(sheet: Sheet, index: number): boolean {
  const look = sheet.looks[index];
  if (look === undefined || !canBeHeadline(look) || firstIndex(sheet, 0, (i) => isOpen(sheet, i)) !== index)
    return false;
  const next = firstIndex(sheet, index + 1, (i) => isOpenProse(sheet, i));
  return next >= 0 && (sheet.looks[next]?.endsSentence ?? false);
}

/** Lines at the head that are weighed; menus longer than this have lost their article. */
const MAX_CANDIDATES = 60;
/** Prose units that a headline is compared with. */
const LEAD_UNITS = 4;

function headlineIn(sheet: Sheet, end: number, prose: number): number {
  const given = firstIndex(sheet, 0, (i) => sheet.kinds[i] === 'headline');
  if (given >= 0) return given;
  if (sheet.units.length === 1) return -1;
  const candidates: number[] = [];
  for (let i = 0; i < end && candidates.length < MAX_CANDIDATES; i += 1) {
    const look = sheet.looks[i];
    if (isOpen(sheet, i) && look !== undefined && canBeHeadline(look) && !beginsReport(look.text))
      candidates.push(i);
  }
  if (candidates.every((i) => isNameAlone(sheet, i))) return -1;
  const lead = leadWords(sheet, prose);
  const scores = candidates.map((i) => headlineScore(sheet, i, lead));
  const best = Math.max(...scores);
  // A headline need not share a word with the lead, so one line of some length above the best is it.
  const first = candidates.findIndex(
    (i, n) =>
      (scores[n] ?? 0) >= best * (n === 0 ? FIRST_LINE_SHARE : LATER_LINE_SHARE) && isLongEnough(sheet, i),
  );
  const chosen = first < 0 ? scores.indexOf(best) : first;
  const next = candidates[chosen + 1];
  const isTitle =
    next !== undefined && isTitleOf(unitText(sheet, candidates[chosen] ?? 0), unitText(sheet, next));
  return (isTitle ? next : candidates[chosen]) ?? -1;
}

/** "PORT LIND (Reuters) — …" is a report's first line, however it ends. */
function beginsReport(text: string): boolean {
  return /\([^()]{2,40}\)\s*[–—-]/u.test(datelineOf(text)?.text ?? '');
}

/** An agency or a desk with nothing else that could be a headline is the byline of a text without one. */
function isNameAlone(sheet: Sheet, index: number): boolean {
  return isAgencyOrDesk(unitText(sheet, index));
}

/** A window's title is the headline and the paper's name: "Floods close road - The Post". */
function isTitleOf(title: string, headline: string): boolean {
  return title.startsWith(headline) && /^\s*[-–—|•·:]\s/u.test(title.slice(headline.length));
}

const FIRST_LINE_SHARE = 0.4;
const LATER_LINE_SHARE = 0.7;

function isLongEnough(sheet: Sheet, index: number): boolean {
  return (sheet.looks[index]?.words ?? 0) >= 3;
}

function leadWords(sheet: Sheet, prose: number): ReadonlySet<string> {
  if (prose < 0) return new Set();
  const lead: string[] = [];
  for (let i = prose; i < sheet.units.length && lead.length < LEAD_UNITS; i += 1) {
    if (isOpenProse(sheet, i)) lead.push(unitText(sheet, i));
  }
  return contentWords(lead.join(' '));
}

/** Words in common with the lead weigh most, then a headline's length; a line that may be a name weighs less. */
function headlineScore(sheet: Sheet, index: number, lead: ReadonlySet<string>): number {
  const { text, words } = sheet.looks[index] ?? { text: '', words: 0 };
  const length = words >= 4 && words <= 20 ? 1.5 : words === 3 ? 0.8 : words > 20 ? 1 : 0.2;
  const nameLike = bylineEvidence(text) === null ? 0 : 1;
  return 3 * sharedWords(text, lead) + length - nameLike;
}

/** Lines over the headline: the last, when short, names the section; others are a menu. */
function readAbove(sheet: Sheet, headline: number, found: Map<number, BlockKind>): number | null {
  let section: number | null = null;
  for (let i = headline - 1; i >= 0; i -= 1) {
    // An agency's name over a headline is a menu's or a section's ("MENA"); a byline there has its "By".
    const isByline = sheet.kinds[i] === 'byline' && bylineEvidence(unitText(sheet, i)) !== 'sure';
    if (!isOpen(sheet, i) && !isByline) continue;
    found.set(i, 'boilerplate');
    const look = sheet.looks[i];
    if (
      section === null &&
      i === headline - 1 &&
      look !== undefined &&
      look.words <= 4 &&
      look.text.length <= 40
    )
      section = i;
  }
  return section;
}

/** Longest standfirst, in characters. */
const MAX_STANDFIRST_CHARACTERS = 400;

/** A sentence between the headline and a byline or stamp is the standfirst, and the body begins after it. */
function standfirstInProse(
  sheet: Sheet,
  headline: number,
  prose: number,
  found: Map<number, BlockKind>,
): number {
  if (prose < 0) return sheet.units.length;
  const look = sheet.looks[prose];
  const hasOpenBetween = firstIndex(sheet, headline + 1, (i) => isOpen(sheet, i)) < prose;
  const next = firstIndex(sheet, prose + 1, (i) => isOpenProse(sheet, i));
  if (look === undefined || next < 0 || hasOpenBetween || look.text.length > MAX_STANDFIRST_CHARACTERS)
    return prose;
  if (!parts(sheet, prose + 1, next)) return prose;
  found.set(prose, 'standfirst');
  return next;
}

/** Whether a byline, or a stamp, stands between two units of prose. */
function parts(sheet: Sheet, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    if (sheet.kinds[i] === 'byline' || sheet.kinds[i] === 'updated') return true;
    if (isOpen(sheet, i) && bylineEvidence(unitText(sheet, i)) !== null) return true;
  }
  return false;
}

/** Lines under a headline that can be its head; a text that goes on without prose is a list or a poem. */
const MAX_LINES_BELOW = 40;

/** Lines between the headline and the body: standfirst, byline, a caption without a credit, a first heading. */
function readBelow(
  sheet: Sheet,
  { headline, body }: { readonly headline: number; readonly body: number },
  found: Map<number, BlockKind>,
): void {
  let hasStandfirst = [...found.values()].includes('standfirst');
  for (let i = headline + 1; i < body; i += 1) {
    if (!isOpen(sheet, i) || found.has(i)) continue;
    if (i > headline + MAX_LINES_BELOW) {
      found.set(i, 'paragraph');
      continue;
    }
    const kind = kindBelow(sheet, i, { headline, body, hasStandfirst });
    hasStandfirst ||= kind === 'standfirst';
    found.set(i, kind);
  }
}

function kindBelow(
  sheet: Sheet,
  index: number,
  {
    headline,
    body,
    hasStandfirst,
  }: { readonly headline: number; readonly body: number; readonly hasStandfirst: boolean },
): BlockKind {
  const { text, words } = sheet.looks[index] ?? { text: '', words: 0 };
  if (text === unitText(sheet, headline)) return 'boilerplate';
  if (bylineEvidence(text) === 'likely') return 'byline';
  if (index > 0 && isClock(unitText(sheet, index - 1))) return 'heading';
  if (words <= 6 && /[:：]$/u.test(text)) return 'heading';
  const isLast = index === body - 1 && body < sheet.units.length;
  if (words <= 3) return isLast ? 'heading' : 'boilerplate';
  if (!hasStandfirst) return body === sheet.units.length && index > headline + 1 ? 'paragraph' : 'standfirst';
  if (body === sheet.units.length) return 'paragraph';
  if (isLast && words <= 8) return 'heading';
  // Without a credit only its place tells a caption; lively lines are something else.
  return words >= 6 && !/[!?:"“”«»]/u.test(text) ? 'caption' : 'paragraph';
}
