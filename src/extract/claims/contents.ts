/** Contents: which words a cue attributes, to its right and to its left. */

import { WORD_CLASS } from '../../lexicon/word-classes.ts';
import { chunkEnd, isSetting } from './phrase-after.ts';
import type { Reading, Words } from './reading.ts';
import {
  hasClass,
  isAdverb,
  isCapital,
  isFinite,
  isOpenClass,
  isPastLike,
  isTime,
  normAt,
  quotationAt,
} from './reading.ts';

/** Index after the window's last word of substance: a final stop outside quotation marks belongs to nobody. */
export function lastContentIndex(reading: Reading, window: Words): number {
  let to = window.to;
  while (
    to > window.from &&
    /^[.?!…:,]+$|^[)\]]$/.test(normAt(reading, to - 1)) &&
    quotationAt(reading, to - 1) === null
  )
    to -= 1;
  const quotation = quotationAt(reading, to - 1);
  return quotation === null ? to : Math.max(to, quotation.to);
}

/** Skips what tells when, where and to whom it was said: "in a statement on Monday", "reporters in Oran". */
export function afterSetting(reading: Reading, from: number, high: number, takesAddressee: boolean): number {
  let at = from;
  let addressee = takesAddressee;
  for (;;) {
    const next = stepOver(reading, at, high, addressee);
    if (next > at && !isSettingStart(reading, at)) addressee = false;
    if (next === at) return at;
    at = next;
  }
}

function stepOver(reading: Reading, at: number, high: number, addressee: boolean): number {
  if (at >= high || quotationAt(reading, at) !== null) return at;
  const norm = normAt(reading, at);
  if (isTime(reading, at) && !startsClause(reading, at, high)) return afterTime(reading, at, high);
  if (/^(?:last|this|late|early|earlier|later|next)$/.test(norm) && isTime(reading, at + 1))
    return afterTime(reading, at + 1, high);
  if (
    /^(?:again|afterward|afterwards|later|earlier|recently|simply|publicly|bluntly|flatly|repeatedly|then|here|also|separately|too)$/.test(
      norm,
    )
  )
    return at + 1;
  if (isAdverb(reading, at) && norm.endsWith('ly') && !isFinite(reading, at + 1)) return at + 1;
  if (isSettingStart(reading, at)) return afterPhrase(reading, at, high);
  if (addressee) return afterAddressee(reading, at, high);
  return at;
}

/** "Monday" may be the subject of what is said: "said Monday was too late". */
function startsClause(reading: Reading, at: number, high: number): boolean {
  return at + 1 < high && isFinite(reading, at + 1);
}

function afterTime(reading: Reading, at: number, high: number): number {
  let to = at;
  while (
    to < high &&
    (isTime(reading, to) || /^(?:\d{1,4}|\d{1,2}(?:st|nd|rd|th))$/.test(normAt(reading, to)))
  )
    to += 1;
  return to;
}

const SETTING_PREPOSITION =
  /^(?:in|at|on|during|to|from|by|via|through|after|before|with|over|when|for|ahead|as)$/;

function isSettingStart(reading: Reading, at: number): boolean {
  if (normAt(reading, at) === 'to' && isInfinitive(reading, at + 1)) return false;
  if (startsQuantity(reading, at)) return false;
  return SETTING_PREPOSITION.test(normAt(reading, at)) && hasClass(reading, at, WORD_CLASS.preposition);
}

/** "over 100 people", "at least ten", "up to five": words that look like prepositions and count. */
export function startsQuantity(reading: Reading, at: number): boolean {
  const next = normAt(reading, at + 1);
  if (/^(?:least|most)$/.test(next)) return normAt(reading, at) === 'at';
  if (next === 'to' || next === 'than') return /^(?:up|more|less|fewer)$/.test(normAt(reading, at));
  const isNumber = /^\d/.test(next) || hasClass(reading, at + 1, WORD_CLASS.number);
  return isNumber && /^(?:over|about|around|under|nearly|almost|some)$/.test(normAt(reading, at));
}

/** "to name" is a verb, "to reporters" and "to the press" are not. */
function isInfinitive(reading: Reading, at: number): boolean {
  if (
    hasClass(reading, at, WORD_CLASS['verb.base'] | WORD_CLASS['auxiliary.be'] | WORD_CLASS['auxiliary.have'])
  )
    return true;
  if (isCapital(reading, at) || !isOpenClass(reading, at)) return isAdverb(reading, at);
  return !normAt(reading, at).endsWith('s') || normAt(reading, at).endsWith('ss');
}

function afterPhrase(reading: Reading, at: number, high: number): number {
  if (isSetting(reading, at)) return settingEnd(reading, at + 1, high);
  const end = chunkEnd(reading, at + 1, high);
  return end > at + 1 ? end : at;
}

/** "in a brief statement", "at a news conference", "on May 3": the words of a setting up to its noun. */
function settingEnd(reading: Reading, from: number, high: number): number {
  const chunk = chunkEnd(reading, from, high);
  return Math.max(chunk, afterTime(reading, chunk, high));
}

/** Skips who was told. A noun right before a finite verb is the subject of what was said and stays. */
function afterAddressee(reading: Reading, at: number, high: number): number {
  if (
    hasClass(reading, at, WORD_CLASS['pronoun.subject']) &&
    !hasClass(reading, at, WORD_CLASS['pronoun.object'])
  )
    return at;
  if (normAt(reading, at) === 'that') return at;
  if (hasClass(reading, at, WORD_CLASS['pronoun.object']) && !isFinite(reading, at + 1)) return at + 1;
  const end = chunkEnd(reading, at, high);
  if (end === at) return at;
  const isSubject = isFinite(reading, end) || (isPastLike(reading, end) && normAt(reading, end + 1) !== 'by');
  if (!isSubject) return end;
  for (let i = end - 1; i > at; i -= 1) if (!isCapital(reading, i) || !isCapital(reading, i - 1)) return i;
  return at;
}

/** Whether a finite verb stands in the words: what sets a clause apart from a noun phrase. */
export function holdsVerb(reading: Reading, { from, to }: Words): boolean {
  for (let i = from; i < to; i += 1) {
    if (quotationAt(reading, i) !== null && i > from) return true;
    if (
      isFinite(reading, i) ||
      (i > from && isPastLike(reading, i)) ||
      (i > from && hasClass(reading, i, WORD_CLASS['verb.base']))
    )
      return true;
  }
  return false;
}

/** Where a noun phrase as content ends: at the comma after which something else begins. */
export function objectEnd(reading: Reading, from: number, to: number): number {
  for (let i = from + 1; i < to; i += 1) {
    if (quotationAt(reading, i) !== null) continue;
    const norm = normAt(reading, i);
    if (norm === ';' || norm === '—' || norm === '--' || norm === '–') return i;
    if (norm === ',' && endsObject(reading, i + 1)) return i;
    if ((norm === 'and' || norm === 'but') && startsPredicate(reading, i + 1)) return i;
    if (/^(?:in|on|at|during)$/.test(norm) && isSetting(reading, i)) return i;
  }
  return to;
}

/** Whether a new verb of the same subject, or a new clause, begins: "and went home", "and he left". */
function startsPredicate(reading: Reading, at: number): boolean {
  const first = isAdverb(reading, at) ? at + 1 : at;
  if (hasClass(reading, first, WORD_CLASS['pronoun.subject']) && isFinite(reading, first + 1)) return true;
  return (
    isFinite(reading, first) ||
    (isPastLike(reading, first) && !hasClass(reading, first + 1, WORD_CLASS.preposition))
  );
}

function endsObject(reading: Reading, at: number): boolean {
  const norm = normAt(reading, at);
  if (norm.endsWith('ing') && !isCapital(reading, at)) return true;
  if (norm === 'and' || norm === 'but') return startsPredicate(reading, at + 1);
  if (hasClass(reading, at, WORD_CLASS['pronoun.subject'])) return true;
  return /^(?:who|which|while|as|when|after|although|though|because|whose|where|with)$/.test(norm);
}
