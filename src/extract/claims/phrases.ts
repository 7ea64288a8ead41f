/** What noun phrases on either side of a verb have in common. */

import { WORD_CLASS } from '../../lexicon/word-classes.ts';
import type { Reading } from './reading.ts';
import { hasClass, isCapital, isOpenClass, isTime, isWord } from './reading.ts';

/** How far a phrase is followed, in tokens. Longer ones are descriptions that run on. */
export const LONGEST_PHRASE_TOKENS = 40;

export const PRONOUN = WORD_CLASS['pronoun.subject'];

export const BOUNDARY =
  WORD_CLASS['conjunction.subordinating'] | WORD_CLASS['question-word'] | WORD_CLASS.relative;

/** A hyphen inside a word has no white space around; with it, it is a dash or a bullet. */
export function isHyphen({ tokens }: Reading, at: number): boolean {
  const token = tokens[at];
  return tokens[at - 1]?.end === token?.start && tokens[at + 1]?.start === token?.end;
}

/** Whether there is something that can speak: a name, a noun or a pronoun, and not only times and numbers. */
export function holdsNoun(reading: Reading, from: number, to: number): boolean {
  if (to - from === 1 && hasClass(reading, from, PRONOUN | WORD_CLASS.indefinite | WORD_CLASS.determiner)) {
    return !hasClass(reading, from, WORD_CLASS.article);
  }
  for (let i = from; i < to; i += 1) {
    if (!isWord(reading, i) || isTime(reading, i)) continue;
    const isSmall = !isCapital(reading, i) && !isOpenClass(reading, i);
    if (!isSmall || hasClass(reading, i, WORD_CLASS.indefinite | WORD_CLASS.determiner)) return true;
  }
  return false;
}
