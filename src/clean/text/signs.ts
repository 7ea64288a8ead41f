/** First pass: units that show by their own words what they are, wherever they stand. */

import type { BlockKind } from '../../document/block.ts';
import { isBoilerplate } from '../boilerplate.ts';
import { bylineEvidence } from '../byline.ts';
import { noticeKind } from '../notices.ts';
import { stampsOf } from '../stamp.ts';
import type { Findings, Sheet } from './sheet.ts';
import { unitText } from './sheet.ts';

/** Kinds of the units that marks or words give away. */
export function readSigns(sheet: Sheet): Findings {
  const found = new Map<number, BlockKind>();
  for (const [i, unit] of sheet.units.entries()) {
    const kind = unit.given ?? (sheet.looks[i]?.isLong === true ? null : signOf(unitText(sheet, i)));
    if (kind !== null) found.set(i, kind);
  }
  for (const [i, kind] of mailHeaders(sheet)) found.set(i, kind);
  return found;
}

function signOf(line: string): BlockKind | null {
  if (stampsOf(line).length > 0 || isClock(line)) return 'updated';
  if (noticeKind(line) !== null) return 'notice';
  if (isBoilerplate(line)) return 'boilerplate';
  return bylineEvidence(line) === 'sure' ? 'byline' : null;
}

/** The time of an entry in a live report: "09:52", "9.52am", "10:05 GMT". */
function isClock(line: string): boolean {
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
