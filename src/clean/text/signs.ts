/** First pass: units that show by their own words what they are, wherever they stand. */

import type { BlockKind } from '../../document/block.ts';
import { isBoilerplate } from '../boilerplate.ts';
import { isCreditLine } from '../caption.ts';
import { isSureByline } from '../byline.ts';
import { noticeKind } from '../notices.ts';
import { stampsOf } from '../stamp.ts';
import type { Findings, Sheet } from './sheet.ts';
import { unitText } from './sheet.ts';
import type { Unit } from './units.ts';

/** Kinds of the units that marks or words give away. */
export function readSigns(sheet: Sheet): Findings {
  const found = new Map<number, BlockKind>();
  for (const [i, unit] of sheet.units.entries()) {
    const kind = givenKind(unit, i) ?? (sheet.looks[i]?.isLong === true ? null : signOf(unitText(sheet, i)));
    if (kind !== null) found.set(i, kind);
  }
  for (const [i, kind] of mailHeaders(sheet)) found.set(i, kind);
  return found;
}

/** A heading's mark on the first line of a text marks its headline. */
function givenKind({ given }: Unit, index: number): BlockKind | null {
  return given === 'heading' && index === 0 ? 'headline' : given;
}

function signOf(line: string): BlockKind | null {
  if (stampsOf(line).length > 0 || isClock(line)) return 'updated';
  if (noticeKind(line) !== null) return 'notice';
  if (isCaptionLabel(line) || (isBoilerplate(line) && !isPictureCredit(line))) return 'boilerplate';
  return isSureByline(line) ? 'byline' : null;
}

function isCaptionLabel(line: string): boolean {
  return /^image (?:caption|source)[,:]?$/i.test(line);
}

/** "PHOTO | MIA HOLT | HARBOUR MEDIA" has the bars of a menu; an address after "Source:" is no credit. */
function isPictureCredit(line: string): boolean {
  return /\p{L}/u.test(line) && isCreditLine(line) && !/https?:|www\.|\S@\S+\./.test(line);
}

/** The time of an entry in a live report: "09:52", "9.52am", "10:05 GMT". */
export function isClock(line: string): boolean {
  return /^\(?\d{1,2}[:.]\d{2}(?: ?(?:am|pm|a\.m\.|p\.m\.))?(?: ?[A-Z]{2,4})?\)?$/i.test(line);
}

/** Units at the head of a text in which a mail's header is looked for. */
const HEAD_UNITS = 12;
const MAIL_HEADER =
  /^(?:from|to|cc|bcc|sent|reply-to|date|subject|von|an|betreff|datum|de|para|asunto|fecha|à|objet)\s?:\s/i;

/** "From: …", "Subject: …" of a forwarded mail: two or more at the head make one. */
function mailHeaders(sheet: Sheet): Findings {
  const found = new Map<number, BlockKind>();
  for (let i = 0; i < Math.min(HEAD_UNITS, sheet.units.length); i += 1) {
    if (MAIL_HEADER.test(unitText(sheet, i))) found.set(i, kindOfHeader(unitText(sheet, i)));
  }
  return found.size >= 2 ? found : new Map();
}

function kindOfHeader(line: string): BlockKind {
  if (/^(?:subject|betreff|asunto|objet)/i.test(line)) return 'headline';
  return stampsOf(line).length > 0 ? 'updated' : 'boilerplate';
}
