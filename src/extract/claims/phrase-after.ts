/** Noun phrases after a verb, by surface: who stands there, and where the phrase ends. */

import { WORD_CLASS } from '../../lexicon/word-classes.ts';
import { LONGEST_PHRASE_TOKENS, PRONOUN, BOUNDARY, isHyphen, holdsNoun } from './phrases.ts';
import type { Reading, Words } from './reading.ts';
import {
  AUXILIARY,
  DETERMINER,
  hasClass,
  isAdverb,
  isCapital,
  isFinite,
  isOpenClass,
  isPastLike,
  isTime,
  isWord,
  normAt,
  quotationAt,
} from './reading.ts';

/** Where the noun phrase that begins at `from` ends: its head and "of", without other phrases. */
export function chunkEnd(reading: Reading, from: number, high: number): number {
  let at = from;
  while (
    at < high &&
    hasClass(reading, at, DETERMINER | WORD_CLASS.number) &&
    quotationAt(reading, at) === null
  )
    at += 1;
  if (
    at < high &&
    at === from &&
    hasClass(reading, at, PRONOUN | WORD_CLASS['pronoun.object'] | WORD_CLASS.indefinite)
  )
    return at + 1;
  const first = at;
  while (at < high && goesOn(reading, at, first)) at += 1;
  return at;
}

function goesOn(reading: Reading, at: number, first: number): boolean {
  const norm = normAt(reading, at);
  if (quotationAt(reading, at) !== null) return false;
  if (norm === "'s" || (norm === '-' && isHyphen(reading, at)) || norm === "'" || norm === '&') return true;
  if (norm === 'of') return at > first;
  if (normAt(reading, at - 1) === 'of' && hasClass(reading, at, DETERMINER)) return true;
  if (!isWord(reading, at)) return false;
  if (isCapital(reading, at))
    return at === first || isCapital(reading, at - 1) || !isLowerNoun(reading, at - 1);
  if (isFinite(reading, at) || (isPastLike(reading, at) && at > first)) return false;
  const closed =
    DETERMINER |
    PRONOUN |
    BOUNDARY |
    AUXILIARY |
    WORD_CLASS.preposition |
    WORD_CLASS['conjunction.coordinating'];
  return !hasClass(reading, at, closed) && !isAdverb(reading, at) && !isTime(reading, at);
}

/** A small-letter noun before a name parts two phrases: "told reporters Ruiz would". */
function isLowerNoun(reading: Reading, at: number): boolean {
  // "Tovia's Ivo Lund" is one phrase.
  if (normAt(reading, at) === "'s") return false;
  return (
    isWord(reading, at) &&
    !isCapital(reading, at) &&
    isOpenClass(reading, at) &&
    normAt(reading, at).endsWith('s')
  );
}

/**
 * The subject that follows an inverted verb at `from`, with the description after its comma, up to `high`.
 *
 * Null when no noun phrase begins there. A comma that closes a description belongs to it.
 */
export function subjectAfter(reading: Reading, from: number, high: number): Words | null {
  let to = phraseEnd(reading, from, high);
  if (to === from || !holdsNoun(reading, from, to)) return null;
  if (to - from === 1 && hasClass(reading, from, PRONOUN)) return { from, to };
  if (normAt(reading, to) === ',' && describes(reading, to + 1)) {
    const end = descriptionEnd(reading, to + 1, high);
    to = normAt(reading, end) === ',' ? end + 1 : end;
  }
  return { from, to };
}

/** Follows a phrase with its prepositional phrases, but not those that tell when or where it was said. */
function phraseEnd(reading: Reading, from: number, high: number): number {
  let at = chunkEnd(reading, from, high);
  for (;;) {
    if (at === from) return at;
    if (normAt(reading, at) === '(') {
      const close = closeBracket(reading, at, high);
      if (close === null) return at;
      at = close;
      continue;
    }
    const isLink = /^(?:for|at|in|from|with|to|and|on)$/.test(normAt(reading, at));
    if (!isLink || isSetting(reading, at)) return at;
    const end = chunkEnd(reading, at + 1, high);
    if (end === at + 1 || (end >= high && at + 1 >= high)) return at;
    at = end;
  }
}

/** Whether a preposition begins a phrase of time or medium: "on Monday", "in a statement". */
export function isSetting(reading: Reading, at: number): boolean {
  let next = at + 1;
  while (
    hasClass(reading, next, DETERMINER) ||
    /^(?:brief|joint|written|recent|phone|telephone|televised|separate|short|early|late)$/.test(
      normAt(reading, next),
    )
  )
    next += 1;
  return isTime(reading, next) || hasClass(reading, next, WORD_CLASS.setting);
}

function closeBracket(reading: Reading, at: number, high: number): number | null {
  for (let i = at + 1; i < Math.min(high, at + 10); i += 1) if (normAt(reading, i) === ')') return i + 1;
  return null;
}

/** Whether what follows a comma describes who stands before it. */
function describes(reading: Reading, at: number): boolean {
  if (quotationAt(reading, at) !== null) return false;
  const norm = normAt(reading, at);
  if (norm === 'who' || norm === 'whose' || /^\d{1,3}$/.test(norm)) return true;
  if (hasClass(reading, at, WORD_CLASS.article | WORD_CLASS['pronoun.possessive'])) return true;
  if (!isWord(reading, at) || norm.endsWith('ing') || isFinite(reading, at) || isAdverb(reading, at))
    return false;
  const closed = BOUNDARY | PRONOUN | WORD_CLASS.preposition | WORD_CLASS['conjunction.coordinating'];
  return !hasClass(reading, at, closed);
}

function descriptionEnd(reading: Reading, from: number, high: number): number {
  let at = from;
  while (at < high) {
    const norm = normAt(reading, at);
    if (quotationAt(reading, at) !== null || /^[.;:?!—–]+$/.test(norm) || norm === '--') break;
    if (norm === ',' && !goesOnAfterComma(reading, at + 1, from)) break;
    at += 1;
  }
  return at;
}

function goesOnAfterComma(reading: Reading, at: number, from: number): boolean {
  return at - from < LONGEST_PHRASE_TOKENS && describes(reading, at);
}
