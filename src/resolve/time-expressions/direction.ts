/** Which way a time without a date lies from the anchor: the tense of the words around it. */

import type { Token } from '../../document/token.ts';
import type { Direction } from '../../lexicon/time-cues.ts';
import { directionCuesOf } from '../../lexicon/time-cues.ts';
import { WORD_CLASS, wordClassesOf } from '../../lexicon/word-classes.ts';

/**
 * Whether the clause of the tokens `from` to `to` looks back or ahead; null when nothing tells.
 *
 * The nearest verb before the expression decides, else the nearest after it. This is the one place
 * that judges tense: it reads surface forms, and a tagger's word classes can take their place here.
 */
export function directionOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  sentence: { readonly firstToken: number; readonly endToken: number },
): Direction | null {
  // Whatever its verb, what has held since a time began before the text: "to be killed since October 7".
  if (tokens[from - 1]?.norm === 'since') return 'past';
  // "The Friday deadline": a noun right after the time tells more than any verb.
  const beside = cueAt(tokens, to) ?? cueBefore(tokens, from) ?? tenseOfNext(tokens, to, sentence.endToken);
  if (beside !== null) return beside;
  const first = Math.max(sentence.firstToken, from - REACH_TOKENS);
  const end = Math.min(sentence.endToken, to + REACH_TOKENS);
  let clause = from;
  while (clause > first && !isBreak(tokens[clause - 1]?.norm ?? '')) clause -= 1;
  return (
    tenseBefore(tokens, from, clause) ??
    tenseAfter(tokens, to, end, from - sentence.firstToken > HEAD_TOKENS) ??
    tenseBefore(tokens, clause, first)
  );
}

function tenseBefore(tokens: readonly Token[], from: number, first: number): Direction | null {
  for (let i = from - 1; i >= first; i -= 1) {
    const direction = tenseAt(tokens, i, first);
    if (direction !== null) return direction;
  }
  return null;
}

/** "On Sunday issued": a past verb right after its time, where no noun of the time can stand between. */
function tenseOfNext(tokens: readonly Token[], to: number, end: number): Direction | null {
  return to < end && tenseAt(tokens, to, to) === 'past' ? 'past' : null;
}

/** A cue of several words that ends right before the time: "as soon as Tuesday". */
function cueBefore(tokens: readonly Token[], from: number): Direction | null {
  for (let i = Math.max(0, from - LONGEST_CUE_TOKENS); i < from - 1; i += 1) {
    for (const { words, direction } of directionCuesOf(tokens[i]?.norm ?? '')) {
      const isWhole = i + words.length === from && words.every((word, k) => tokens[i + k]?.norm === word);
      if (isWhole) return direction;
    }
  }
  return null;
}

/** A time in the middle of a sentence ends its clause with a comma: what comes after says who told it. */
function tenseAfter(
  tokens: readonly Token[],
  from: number,
  end: number,
  isInside: boolean,
): Direction | null {
  for (let i = from; i < end && !isBreak(tokens[i]?.norm ?? ''); i += 1) {
    if (isInside && tokens[i]?.norm === ',') return null;
    const direction = tenseAt(tokens, i, from);
    if (direction !== null) return direction;
  }
  return null;
}

/** How far a verb may stand from what it dates: a clause with a long object. */
const REACH_TOKENS = 16;

/** A time that no more words stand before is at the head of its sentence: "On Friday, …". */
const HEAD_TOKENS = 2;

const LONGEST_CUE_TOKENS = 4;

/** How far an auxiliary may stand before its participle: "will not soon be held". */
const AUXILIARY_REACH_TOKENS = 4;

/** Marks and words between which one verb has its say. */
const BREAKS =
  /^(?:[;:]|--|—|where|which|who|whom|whose|when|because|while|after|before|since|although|though|if|as|but)$/;

function isBreak(norm: string): boolean {
  return BREAKS.test(norm);
}

/** What the word at `at` says about tense; the words from `first` on may qualify it. */
function tenseAt(tokens: readonly Token[], at: number, first: number): Direction | null {
  const cue = coverAt(tokens, at) ?? cueAt(tokens, at);
  if (cue !== null) return cue === 'future' && isPerfect(tokens, at, first) ? 'past' : cue;
  const norm = tokens[at]?.norm ?? '';
  const bits = wordClassesOf(norm);
  if (norm === 'was' || norm === 'were' || norm === 'had' || norm === 'did') return 'past';
  if ((bits & WORD_CLASS['verb.past']) !== 0) return 'past';
  const isPastForm =
    (bits & WORD_CLASS['verb.past-or-participle']) !== 0 ||
    (bits === 0 && norm.length > 4 && norm.endsWith('ed'));
  // Where an auxiliary governs the form, the auxiliary and what stands before it decide.
  return isPastForm && !isGoverned(tokens, at, first) ? 'past' : null;
}

/** Whether "had" governs a plan: "had been scheduled" is over. */
function isPerfect(tokens: readonly Token[], at: number, first: number): boolean {
  for (let i = at - 1; i >= Math.max(first, at - AUXILIARY_REACH_TOKENS); i -= 1) {
    if (tokens[i]?.norm === 'had') return true;
  }
  return false;
}

function isGoverned(tokens: readonly Token[], at: number, first: number): boolean {
  for (let i = at - 1; i >= Math.max(first, at - AUXILIARY_REACH_TOKENS); i -= 1) {
    const norm = tokens[i]?.norm ?? '';
    if (/^(?:be|is|are|am|to|will|'ll|would|may|must|shall)$/.test(norm)) return true;
    const isAdverb = norm.endsWith('ly') || (wordClassesOf(norm) & ADVERBIAL) !== 0;
    if (!isAdverb) return false;
  }
  return false;
}

const ADVERBIAL = WORD_CLASS.adverb | WORD_CLASS.negation | WORD_CLASS['auxiliary.have'];

/** A cue of several words that begins one word earlier: "than expected". */
function coverAt(tokens: readonly Token[], at: number): Direction | null {
  for (const { words, direction } of directionCuesOf(tokens[at - 1]?.norm ?? '')) {
    if (words.length > 1 && words.every((word, i) => tokens[at - 1 + i]?.norm === word)) return direction;
  }
  return null;
}

function cueAt(tokens: readonly Token[], at: number): Direction | null {
  for (const { words, direction } of directionCuesOf(tokens[at]?.norm ?? '')) {
    if (words.every((word, i) => tokens[at + i]?.norm === word)) return direction;
  }
  return null;
}
