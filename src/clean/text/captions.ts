/** Second pass: captions and credits of pictures, on one line or on two. */

import type { BlockKind } from '../../document/block.ts';
import { isAgency } from '../../lexicon/credit-names.ts';
import { hasCaptionCue } from '../../lexicon/caption-cues.ts';
import { isCreditLine, splitSureCredit } from '../caption.ts';
import type { Findings, Sheet } from './sheet.ts';
import { firstIndex, isOpen, isOpenProse, unitText } from './sheet.ts';
import { canBeHeadline } from './look.ts';

/** Longest caption in characters. */
const MAX_CAPTION_CHARACTERS = 450;

/** Captions with their credits; where both stand in one unit, its kind is `caption`. */
export function readCaptions(sheet: Sheet): Findings {
  const found = new Map<number, BlockKind>();
  const first = firstIndex(sheet, 0, (i) => isOpen(sheet, i));
  const last = lastProse(sheet);
  for (let i = 0; i < sheet.units.length; i += 1) {
    if (!isOpen(sheet, i)) continue;
    if (isLineOfItsOwn(sheet, i) && isCreditLine(unitText(sheet, i))) {
      for (const [index, kind] of readCreditLine(sheet, i, first, last)) found.set(index, kind);
    } else if (holdsCredit(sheet, i) && i < last && !isHeadlineRather(sheet, i, first))
      found.set(i, 'caption');
    else if (isUnderCaptionLabel(sheet, i)) found.set(i, 'caption');
    else if (isCuedCaption(sheet, i) && i !== first && i < last) found.set(i, 'caption');
  }
  return found;
}

/** "Image caption," may stand on a line of its own over the caption. */
function isUnderCaptionLabel(sheet: Sheet, index: number): boolean {
  return sheet.looks[index]?.isLong === false && CAPTION_LABEL.test(unitText(sheet, index - 1));
}

const CAPTION_LABEL = /^(?:image caption|caption|bildunterschrift|légende)[,:]?$/i;

function isLineOfItsOwn({ looks }: Sheet, index: number): boolean {
  const look = looks[index];
  return look !== undefined && !look.isLong && look.words <= 14;
}

/** Whether a unit that is no long prose ends in a credit that cannot be part of a sentence. */
function holdsCredit(sheet: Sheet, index: number): boolean {
  const text = unitText(sheet, index);
  if (text.length > MAX_CAPTION_CHARACTERS) return false;
  const { caption, credit } = splitSureCredit(text);
  return caption !== null && credit !== null;
}

function isCuedCaption(sheet: Sheet, index: number): boolean {
  const look = sheet.looks[index];
  if (look === undefined || look.text.length > MAX_CAPTION_CHARACTERS || look.sentences > 2) return false;
  if (/^(?:image caption|caption|bildunterschrift|légende)[,:] ?\S/i.test(look.text)) return true;
  // Prose may say "from left to right"; only a line without a full stop or in few words is a caption by such words.
  return (
    (!look.endsSentence || look.words <= 25) &&
    !/["“”«»]/.test(look.text) &&
    hasCaptionCue(look.text.toLowerCase())
  );
}

/** A first line such as "Floods close road - The Post" is a headline unless another line can be it. */
function isHeadlineRather(sheet: Sheet, index: number, first: number): boolean {
  if (index !== first) return false;
  const prose = firstIndex(sheet, index + 1, (i) => isOpenProse(sheet, i));
  const other = firstIndex(sheet, index + 1, (i) => isOpen(sheet, i) && (sheet.looks[i]?.words ?? 0) >= 3);
  const look = sheet.looks[other];
  return !(
    other >= 0 &&
    other < prose &&
    look !== undefined &&
    canBeHeadline(look) &&
    !isCreditLine(look.text)
  );
}

/** A credit on a line of its own, and the caption before it when there is one. */
function readCreditLine(sheet: Sheet, index: number, first: number, last: number): Findings {
  const before = index - 1;
  // Under a byline stands the author's paper or handle: "BBC News, Port Lind", "@adalind".
  if (sheet.kinds[before] === 'byline') return new Map([[index, 'byline']]);
  const isAgencyAlone = isAgency(unitText(sheet, index).replace(/^[([]|[)\]]$/g, ''));
  if (index > last) return new Map([[index, isAgencyAlone ? 'notice' : 'credit']]);
  const hasCaption = isOpen(sheet, before) && before !== first && canBeCaptionOf(sheet, before, index, first);
  if (hasCaption)
    return new Map([
      [before, 'caption'],
      [index, 'credit'],
    ]);
  if (isAgencyAlone) return new Map([[index, 'byline']]);
  return new Map([[index, 'credit']]);
}

function canBeCaptionOf(sheet: Sheet, before: number, index: number, first: number): boolean {
  const look = sheet.looks[before];
  const unit = sheet.units[index];
  if (look === undefined || unit === undefined || look.text.length > MAX_CAPTION_CHARACTERS) return false;
  if (hasCaptionCue(look.text.toLowerCase())) return true;
  const isLabelled = /[:：©/]|\b(?:by|courtesy)\b/i.test(unitText(sheet, index));
  const areFree = before - first >= 2;
  return unit.blankBefore === 0 ? isLabelled || areFree : isLabelled && !look.isProse;
}

function lastProse(sheet: Sheet): number {
  for (let i = sheet.units.length - 1; i >= 0; i -= 1) {
    if (isOpenProse(sheet, i) && !(holdsCredit(sheet, i) && !isOpenProse(sheet, i))) return i;
  }
  return sheet.units.length;
}
