/** Parts a picture's line into its caption and its credit. */

import { creditLabelAt, isAgency } from '../lexicon/credit-names.ts';

/** What is printed under a picture. */
export interface SplitCaption {
  readonly caption: string | null;
  readonly credit: string | null;
}

/** Longest credit in characters; what is longer is caption. */
const MAX_CREDIT_CHARACTERS = 120;
/** Longer lines are no caption lines; only their end is looked at. */
const MAX_TAIL_CHARACTERS = 160;

/**
 * The caption and the credit of one line, without brackets, labels ("Photo:") and parting marks.
 * Names stay as printed. A line with no credit that can be told is all caption.
 */
export function splitCredit(line: string): SplitCaption {
  return split(line, STYLES);
}

/**
 * As `splitCredit`, but only with a credit that cannot be part of a sentence: for lines that need not be a
 * picture's at all. A name alone after a sentence, or a name in square brackets, is then no credit.
 */
export function splitSureCredit(line: string): SplitCaption {
  const found = split(line, STYLES);
  if (found.credit === null || found.caption === null) return found;
  const tail = line.slice(-MAX_TAIL_CHARACTERS);
  const at = tail.lastIndexOf(found.credit);
  const isLabelled = /[:：／/,.]\s*$|(?:by|of|courtesy|via|©|ⓒ|\(c\))\s*$/iu.test(
    tail.slice(0, Math.max(0, at)).replace(/[.!?。！？]["”’»]?\s*$/u, ''),
  );
  return looksLikeCredit(found.credit) || isLabelled ? found : { caption: line.trim(), credit: null };
}

function split(line: string, styles: readonly ((text: string) => SplitCaption | null)[]): SplitCaption {
  const whole = line.replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  const text = whole.replace(/^(?:image caption|caption|bildunterschrift|légende)[,:.]? */i, '').trim();
  if (text === '') return { caption: null, credit: null };
  const credit = wholeCredit(text);
  if (credit !== null) return { caption: null, credit };
  for (const style of styles) {
    const found = style(text);
    if (found !== null) return found;
  }
  return { caption: text, credit: null };
}

/** Whether a line is a credit and nothing else: "AFP", "Photo: Ada Lind", "@handle / X". */
export function isCreditLine(line: string): boolean {
  return wholeCredit(line.trim()) !== null;
}

/** The ways of printing a credit after a caption, the plainest first. */
const STYLES: readonly ((text: string) => SplitCaption | null)[] = [
  inBrackets,
  afterLabel,
  afterCopyright,
  afterBar,
  afterSentence,
  afterDash,
];

/** "… [Ada Lind/Reuters]", "… (AP Photo/Ada Lind)", "… (Photo by X / AFP)". */
function inBrackets(text: string): SplitCaption | null {
  const match = /[\[(（【［]([^[\](){}（）【】［］]{2,120})[\])）】］][.。]?$/.exec(tailOf(text));
  const inner = match?.[1]?.trim();
  if (match === null || inner === undefined) return null;
  const square = /^[[【［]/.test(match[0]);
  if (!square && !looksLikeCredit(inner) && labelled(inner) === null) return null;
  return captioned(text.slice(0, text.length - match[0].length), inner);
}

/** "… Photo: Ada Lind", "… Photograph by Ada Lind", "… Image source, Getty Images", "图：…". */
function afterLabel(text: string): SplitCaption | null {
  const tail = tailOf(text);
  // A label begins a sentence or stands after a mark; inside a sentence "source" is a word.
  for (const match of tail.matchAll(
    /(?<=[.!?。！？'"”’»…)|/;–—＝-] ?|\s{2})[\p{Lu}\p{Lo}]|(?<=\p{L} )(?=(?:Photo|Pic|Picture|Photograph|Image|Credit|Source|Foto|Courtesy|Фото|صورة|تصوير|写真|사진)[^.]{0,20}[:：])/gu,
  )) {
    const credit = labelled(tail.slice(match.index));
    if (credit === null) continue;
    return captioned(text.slice(0, text.length - tail.length + match.index), tail.slice(match.index));
  }
  return null;
}

/** "… © Ada Lind", "… (c) Ada Lind". */
function afterCopyright(text: string): SplitCaption | null {
  const tail = tailOf(text);
  const at = tail.search(/ ?[©ⓒ][^©ⓒ]*$/u);
  if (at < 0) return null;
  return captioned(text.slice(0, text.length - tail.length + at), tail.slice(at));
}

/** "… | AFP", "… / AFP", "… • Ada Lind/AFP". */
function afterBar(text: string): SplitCaption | null {
  const tail = tailOf(text);
  const match = /^(.*(?:[^\s/]|^))(?: [|•·] ?| ?\| )([^|•·]{2,120})$/su.exec(tail);
  if (match?.[2] !== undefined && (looksLikeCredit(match[2]) || isNameLike(match[2]))) {
    return captioned(text.slice(0, text.length - match[2].length), match[2]);
  }
  const slash = /^(.+[\p{L}\p{N})"”’'.!?]) \/ ?([^/]{2,60})$/su.exec(tail);
  const agency = slash?.[2]?.trim();
  // "@handle / X" after a sentence holds its own slash; the sentence rule takes it whole.
  if (
    slash === null ||
    agency === undefined ||
    !isCreditPart(agency) ||
    !areNames([agency, agency]) ||
    sentenceTail(tail) !== null
  )
    return null;
  return captioned(text.slice(0, text.length - slash[0].length + (slash[1]?.length ?? 0)), agency);
}

/** "A boat off the coast. Ada Lind / The Harbour Post", "… . REUTERS/Ada Lind", "… . AFP". */
function afterSentence(text: string): SplitCaption | null {
  const credit = sentenceTail(text);
  return credit === null ? null : captioned(text.slice(0, text.length - credit.length), credit);
}

/** "A boat off the coast – Reuters", "… - AFP photo". */
function afterDash(text: string): SplitCaption | null {
  const match = /\s(?:[–—-]|--)\s*([^–—]{2,60})$/u.exec(tailOf(text));
  const credit = match?.[1]?.trim();
  if (match === null || credit === undefined || !looksLikeCredit(credit)) return null;
  return captioned(text.slice(0, text.length - match[0].length), credit);
}

/** What follows the last sentence of a caption when it is no sentence itself but a credit. */
function sentenceTail(text: string): string | null {
  const tail = tailOf(text);
  for (const match of tail.matchAll(/(?<=[.!?。！？][”"’'»)\]]?)\s*(?=[\p{Lu}\p{Lo}@])/gu)) {
    const rest = tail.slice(match.index).trim();
    if (rest.length > MAX_CREDIT_CHARACTERS || match.index === 0) continue;
    if (looksLikeCredit(rest) || isPersonName(rest)) return rest;
  }
  return null;
}

function captioned(caption: string, credit: string): SplitCaption {
  const clean = caption.replace(/[\s|/•·–—＝-]+$/u, '').trim();
  const name = labelled(credit.trim()) ?? bareCredit(credit);
  return { caption: clean === '' ? null : clean, credit: name === '' ? null : name };
}

function wholeCredit(text: string): string | null {
  if (text.length > MAX_CREDIT_CHARACTERS) return null;
  const inner = /^[[(（]([^[\]()（）]+)[\])）]$/.exec(text)?.[1]?.trim() ?? text;
  const label = labelled(inner);
  if (label !== null) return label;
  return looksLikeCredit(inner) && !/[.!?。]\s+\p{Lu}/u.test(inner) ? bareCredit(inner) : null;
}

/** What stands after a credit label, or null when the text begins with none. */
function labelled(text: string): string | null {
  const label = creditLabelAt(text);
  if (label === null) return null;
  const rest = text.slice(label.length);
  const marked = /^\s*[:：=／/|,，]\s*(.+)$/su.exec(rest)?.[1] ?? /^[.]{1,3} ?(.+)$/su.exec(rest)?.[1];
  const open = /(?:by|of|courtesy|de|von|credit)$/.test(label) ? /^ (.+)$/su.exec(rest)?.[1] : undefined;
  const credit = (marked ?? open)?.trim();
  if (
    credit === undefined ||
    credit === '' ||
    credit.length > MAX_CREDIT_CHARACTERS ||
    !/[\p{L}@]/u.test(credit)
  )
    return null;
  // "Photo: Reuters" is a credit; "Source: he said that the road was closed." is a sentence.
  if (
    /[.!?。]\s+\p{Lu}[\p{Ll}]+ [\p{Ll}]/u.test(credit) ||
    (/\p{Ll}{2,}[.!?]$/u.test(credit) && wordsOf(credit).length > 5)
  )
    return null;
  const deeper = labelled(credit) ?? credit.replace(/^(?:by|of) /i, '');
  return bareCredit(deeper);
}

function bareCredit(credit: string): string {
  return credit
    .trim()
    .replace(/^[|/•·–—-]+\s*/u, '')
    .replace(/^[[(（]([^[\]()（）]*)[\])）]$/u, '$1')
    .replace(/^(?:[©ⓒ]|\(c\)|copyright)\s*/iu, '')
    .replace(/(?<!\b\p{Lu}|\b(?:Inc|Ltd|Co|Jr))[.。]$/u, '')
    .trim();
}

/** Whether a short text reads as a credit: an agency's or library's name, a handle, names joined by slashes. */
function looksLikeCredit(text: string): boolean {
  const credit = text.trim().replace(/[.。]$/, '');
  if (credit.length > MAX_CREDIT_CHARACTERS || wordsOf(credit).length > 12) return false;
  if (/^[©ⓒ]/u.test(credit) || /^@[\w.]{2,30}(?: ?[/|,] ?.{1,30}| (?:on|via) \p{L}+)?$/u.test(credit))
    return true;
  if (
    /^(?:photo|image|picture|courtesy|handout|file|screengrab|supplied|via)\b.{0,60}\b(?:via|by|from|courtesy|of)\b/i.test(
      credit,
    )
  )
    return true;
  const parts = credit
    .split(/\s*(?:\/|\||,|;|\bvia\b|\bthrough\b|\band\b|\bfor\b|、|・)\s*/u)
    .filter((part) => part !== '');
  return (
    parts.length > 0 &&
    parts.every(isCreditPart) &&
    (parts.some(hasAgency) ||
      hasAgency(credit.slice(credit.indexOf('/') + 1)) ||
      (/\/|\bvia\b/.test(credit) && areNames(parts)))
  );
}

/** Two or more names of more than a word: "Ada Lind / The Harbour Post", but not "World / Africa". */
function areNames(parts: readonly string[]): boolean {
  return (
    parts.length > 1 && parts.every((part) => /[\s@]/.test(part) || /^\p{Lo}/u.test(part) || hasAgency(part))
  );
}

function isCreditPart(part: string): boolean {
  return (
    hasAgency(part) ||
    isNameLike(part) ||
    /^@\w+$/.test(part) ||
    /^(?:file|handout|pool|stringer|stf|str|contributor|staff|archive|archivo|archiv)$/i.test(part)
  );
}

/** Names of agencies may stand with a word beside them: "AFP photo", "AP File", "Reuters TV". */
function hasAgency(part: string): boolean {
  const name = part.trim().replace(/[.。]$/, '');
  return (
    isAgency(name) ||
    isAgency(
      name
        .replace(/^(?:The|Courtesy of|By|File|Photo) /i, '')
        .replace(/ (?:photo|photos|file|pool|archive|images?|video)$/i, ''),
    )
  );
}

/** One to five capitalised words, initials and particles, with no verb's small letters among them. */
function isNameLike(text: string): boolean {
  const words = wordsOf(text.trim().replace(/[.。]$/, ''));
  if (words.length === 0 || words.length > 6) return false;
  return (
    words.every((word) =>
      /^(?:[\p{Lu}\p{Lo}@][\p{L}\p{M}\p{N}.'’_&-]*|al-\p{L}+|el-\p{L}+|de|da|dos|del|der|van|von|bin|ibn|of|the|e|y|&|la|le|di|du)$/u.test(
        word,
      ),
    ) && /[\p{Lu}\p{Lo}]/u.test(text)
  );
}

/** A name of two to four words, as a photographer's stands after a caption: "Ada van Lind". */
function isPersonName(text: string): boolean {
  const words = wordsOf(text);
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    isNameLike(text) &&
    !/[.!?。,:;]$/.test(text) &&
    /^\p{Lu}\p{Ll}/u.test(text)
  );
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function tailOf(text: string): string {
  return text.slice(-MAX_TAIL_CHARACTERS);
}
