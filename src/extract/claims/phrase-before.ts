/** Noun phrases before a verb, by surface: who stands there, and where the phrase begins. */

import { isSpeechForm } from '../../lexicon/speech-verbs.ts';
import { WORD_CLASS } from '../../lexicon/word-classes.ts';
import { LONGEST_PHRASE_TOKENS, PRONOUN, BOUNDARY, isHyphen, holdsNoun } from './phrases.ts';
import type { Reading, Words } from './reading.ts';
import {
  DETERMINER,
  hasClass,
  isAdverb,
  isCapital,
  isFinite,
  isPastLike,
  isTime,
  isWord,
  normAt,
  quotationAt,
} from './reading.ts';

/** A phrase before a verb, and whether commas set a description off from the verb. */
export interface Subject extends Words {
  readonly kind: 'phrase' | 'pronoun' | 'relative';
}

/**
 * The subject that ends right before index `end`, not reaching below `low`; null when there is none.
 *
 * Takes titles, descriptions between commas ("Ana Ruiz, who runs the port,"), phrases with
 * prepositions and pairs. A relative pronoun stands for itself.
 */
export function subjectBefore(reading: Reading, end: number, low: number): Subject | null {
  const to = withoutTime(reading, end, low);
  if (to <= low) return null;
  const last = to - 1;
  const norm = normAt(reading, last);
  // "met them and said": what ends with a conjunction is the clause before.
  if (/^(?:and|or|but)$/.test(norm)) return null;
  if (norm === ',') return describedBefore(reading, to, low);
  if (norm === 'who' || norm === 'which' || norm === 'that') {
    const isRelative = last > low && (isWord(reading, last - 1) || normAt(reading, last - 1) === ',');
    if (isRelative || norm === 'who') return { from: last, to, kind: 'relative' };
  }
  const from = phraseStart(reading, to, low);
  if (from === null) return null;
  const isPronoun = to - from === 1 && hasClass(reading, last, PRONOUN);
  // `…,” Ana Ruiz, the mayor told a radio`: the second comma is often left out.
  const start = normAt(reading, from - 1) === ',' ? phraseStart(reading, from - 1, low) : null;
  if (start !== null && quotationAt(reading, start - 1) !== null && !isPronoun && start > low)
    return { from: start, to, kind: 'phrase' };
  return { from, to, kind: isPronoun ? 'pronoun' : 'phrase' };
}

/** Leaves out what tells the time between subject and verb: "Ruiz on Monday said". */
function withoutTime(reading: Reading, end: number, low: number): number {
  let to = end;
  while (to > low && isAdverb(reading, to - 1) && !isCapital(reading, to - 1)) to -= 1;
  let at = to;
  while (at > low && (isTime(reading, at - 1) || /^\d{1,4}$/.test(normAt(reading, at - 1)))) at -= 1;
  if (at === to) return to;
  if (/^(?:last|this|early|late|earlier|later|next|that)$/.test(normAt(reading, at - 1))) at -= 1;
  if (/^(?:on|in|earlier|late)$/.test(normAt(reading, at - 1))) at -= 1;
  return at > low ? at : to;
}

/** The most commas that a description is followed over. */
const MOST_COMMAS = 6;

/** "NAME, DESCRIPTION,": the phrase and its description, the closing comma included; `end` is after that comma. */
function describedBefore(reading: Reading, end: number, low: number): Subject | null {
  const bottom = Math.max(low, end - LONGEST_PHRASE_TOKENS);
  let comma = end - 2;
  for (let tries = 0; tries < MOST_COMMAS; tries += 1) {
    while (comma > bottom && (normAt(reading, comma) !== ',' || quotationAt(reading, comma) !== null))
      comma -= 1;
    if (comma <= bottom) return null;
    if (/^(?:who|which)$/.test(normAt(reading, comma - 1)))
      return { from: comma - 1, to: end, kind: 'relative' };
    const from = phraseStart(reading, comma, low);
    if (from !== null && !isListItem(reading, from, low)) {
      const isPronoun = comma - from === 1 && hasClass(reading, from, PRONOUN);
      return { from: describedStart(reading, from, low), to: end, kind: isPronoun ? 'pronoun' : 'phrase' };
    }
    comma -= 1;
  }
  return null;
}

/** "Ana Ruiz, a deputy, in a letter, said": what looked like the name was its first description. */
function describedStart(reading: Reading, from: number, low: number): number {
  if (!hasClass(reading, from, WORD_CLASS.article) || normAt(reading, from - 1) !== ',' || from - 1 <= low)
    return from;
  const start = phraseStart(reading, from - 1, low);
  if (start === null || !isCapital(reading, from - 2)) return from;
  return start === low || quotationAt(reading, start - 1) !== null ? start : from;
}

/** Whether a phrase is a part of a description: without a determiner or a name, and after a comma itself. */
function isListItem(reading: Reading, from: number, low: number): boolean {
  if (from - 1 < low || normAt(reading, from - 1) !== ',') return false;
  return !isCapital(reading, from) && !hasClass(reading, from, DETERMINER | PRONOUN);
}

/** Where the noun phrase that ends before `to` begins; null when what stands there is none. */
export function phraseStart(reading: Reading, to: number, low: number): number | null {
  const bottom = Math.max(low, to - LONGEST_PHRASE_TOKENS);
  let from = to;
  let pair: number | null = null;
  while (from > bottom) {
    const next = stepLeft(reading, from - 1, to, bottom);
    if (next === null) break;
    if (/^(?:and|or|&)$/.test(normAt(reading, next))) pair = next + 1;
    from = next;
  }
  // A verb before it: what "and" joins to it is the end of the clause before, not of this phrase.
  if (pair !== null && from > low && isFinite(reading, from - 1)) from = pair;
  from = withoutOpening(reading, from, to);
  return from < to && holdsNoun(reading, from, to) ? from : null;
}

/** The index to which the phrase goes on over the token at `at`, null where it stops before it. */
function stepLeft(reading: Reading, at: number, to: number, bottom: number): number | null {
  const norm = normAt(reading, at);
  const quotation = quotationAt(reading, at);
  if (quotation !== null) {
    return isNickname(reading, quotation, to) && quotation.from > bottom ? quotation.from : null;
  }
  if (norm === ')') return openBracket(reading, at, bottom);
  if (norm === '-') return isHyphen(reading, at) ? at : null;
  if (!isWord(reading, at)) return /^(?:\/|&|'|'s|\$|%|@.*)$/.test(norm) ? at : null;
  if (hasClass(reading, at, PRONOUN) && !isCapitalInside(reading, at)) return at === to - 1 ? at : null;
  if (/^(?:and|or)$/.test(norm)) return at > bottom && isNounLike(reading, at - 1) ? at : null;
  if (norm === 'that') return null;
  if (norm === 'those' || norm === 'this' || norm === 'these') return at;
  if (hasClass(reading, at, BOUNDARY) && !hasClass(reading, at, WORD_CLASS.preposition)) return null;
  if (hasClass(reading, at, WORD_CLASS.negation)) return null;
  if (isFinite(reading, at) || isTransitive(reading, at)) return relativeBefore(reading, at, bottom);
  if (!hasClass(reading, at, WORD_CLASS.preposition)) return at;
  if (at <= bottom) return null;
  // "officials who spoke with the agency": a verb before the preposition belongs to a relative clause or ends the phrase.
  const isVerb = isFinite(reading, at - 1) || isPastLike(reading, at - 1);
  if (isVerb) return relativeBefore(reading, at - 1, bottom) ?? (isFinite(reading, at - 1) ? null : at);
  return isNounLike(reading, at - 1) ? at : null;
}

/** A past form that governs what follows it: "sent a letter", "said the army". A participle before a noun does not. */
function isTransitive(reading: Reading, at: number): boolean {
  if (!isPastLike(reading, at) || hasClass(reading, at - 1, DETERMINER)) return false;
  if (hasClass(reading, at + 1, DETERMINER | WORD_CLASS['pronoun.object'])) return true;
  return isSpeechForm(normAt(reading, at)) && isCapital(reading, at + 1);
}

function isCapitalInside(reading: Reading, at: number): boolean {
  return normAt(reading, at) === 'us' && isCapital(reading, at);
}

/** A verb of a relative clause without commas ("people who saw it said") lets the phrase go on before "who". */
function relativeBefore(reading: Reading, at: number, bottom: number): number | null {
  for (let i = at - 1; i > Math.max(bottom, at - LONGEST_RELATIVE_TOKENS); i -= 1) {
    const norm = normAt(reading, i);
    if (!isWord(reading, i) && norm !== '-' && norm !== "'s") return null;
    if (norm === 'who' || norm === 'which' || norm === 'whose') return isNounLike(reading, i - 1) ? i : null;
    if (norm === 'that')
      return isFinite(reading, i + 1) && isNounLike(reading, i - 1) && !isPastLike(reading, i - 1) ? i : null;
  }
  return null;
}

/** How far before its last verb a relative clause without commas may begin. */
const LONGEST_RELATIVE_TOKENS = 8;

function isNounLike(reading: Reading, at: number): boolean {
  const norm = normAt(reading, at);
  if (quotationAt(reading, at) !== null) return false;
  if (norm === ')' || norm === "'s" || norm === '%') return true;
  if (!isWord(reading, at)) return false;
  if (isCapital(reading, at))
    return !hasClass(reading, at, WORD_CLASS.preposition | WORD_CLASS['conjunction.subordinating']);
  if (hasClass(reading, at, WORD_CLASS.indefinite | WORD_CLASS['pronoun.object'] | WORD_CLASS.determiner))
    return true;
  if (isFinite(reading, at) || isAdverb(reading, at)) return norm === 'close' || norm === 'ally';
  return !hasClass(
    reading,
    at,
    BOUNDARY | DETERMINER | WORD_CLASS.preposition | WORD_CLASS['conjunction.coordinating'],
  );
}

/** A short quotation between names ("Robert "Bobby" Scott") belongs to the name. */
function isNickname(reading: Reading, { from, to }: Words, end: number): boolean {
  return to - from <= 4 && to < end && isCapital(reading, from - 1) && isCapital(reading, to);
}

function openBracket(reading: Reading, at: number, bottom: number): number | null {
  for (let i = at - 1; i > Math.max(bottom, at - 10); i -= 1) if (normAt(reading, i) === '(') return i;
  return null;
}

/** Drops what opens a sentence before its subject: "But", "Meanwhile", "In Cairo", "On Monday". */
function withoutOpening(reading: Reading, start: number, to: number): number {
  let from = start;
  while (from < to - 1 && (isOpener(reading, from) || !isWord(reading, from) || isTime(reading, from)))
    from += 1;
  if (!hasClass(reading, from, WORD_CLASS.preposition) || from >= to) return from;
  return afterPreposition(reading, from, to);
}

function isOpener(reading: Reading, at: number): boolean {
  if (hasClass(reading, at, WORD_CLASS['conjunction.coordinating'])) return true;
  return (
    isAdverb(reading, at) &&
    !hasClass(reading, at, WORD_CLASS.determiner) &&
    !/^(?:once|most|nearly|almost|only)$/.test(normAt(reading, at))
  );
}

/** "In Cairo officials": where the noun phrase begins after the object of a leading preposition. */
function afterPreposition(reading: Reading, from: number, to: number): number {
  let at = from + 1;
  while (at < to && hasClass(reading, at, DETERMINER)) at += 1;
  let wasCapital = isCapital(reading, at);
  for (at += 1; at < to; at += 1) {
    if (hasClass(reading, at, DETERMINER)) return at;
    const isNow = isCapital(reading, at);
    const follows =
      isNow !== wasCapital && !hasClass(reading, at, WORD_CLASS.preposition) && isWord(reading, at);
    if (
      follows &&
      !hasClass(reading, at - 1, WORD_CLASS.preposition) &&
      !/^(?:-|of|'s)$/.test(normAt(reading, at - 1))
    )
      return at;
    wasCapital = isNow;
  }
  return to;
}
