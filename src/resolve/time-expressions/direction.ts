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
  const first = Math.max(sentence.firstToken, from - REACH_TOKENS);
  for (let i = from - 1; i >= first; i -= 1) {
    if (isBreak(tokens[i]?.norm ?? '')) break;
    const direction = tenseAt(tokens, i, first);
    if (direction !== null) return direction;
  }
  const end = Math.min(sentence.endToken, to + REACH_TOKENS);
  for (let i = to; i < end; i += 1) {
    if (isBreak(tokens[i]?.norm ?? '')) break;
    const direction = tenseAt(tokens, i, to);
    if (direction !== null) return direction;
  }
  return null;
}

/** How far a verb may stand from what it dates: a clause with a long object. */
const REACH_TOKENS = 16;

/** How far an auxiliary may stand before its participle: "will not soon be held". */
const AUXILIARY_REACH_TOKENS = 4;

function isBreak(norm: string): boolean {
  return norm === ';' || norm === ':' || norm === '--' || norm === '—';
}

/** What the word at `at` says about tense; the words from `first` on may qualify it. */
function tenseAt(tokens: readonly Token[], at: number, first: number): Direction | null {
  const cue = cueAt(tokens, at);
  // "as expected", "had planned": a longer cue that begins earlier has the say.
  if (cue !== null) return (at > first ? longerCue(tokens, at - 1, at) : null) ?? cue;
  const norm = tokens[at]?.norm ?? '';
  const bits = wordClassesOf(norm);
  if (norm === 'was' || norm === 'were' || norm === 'had' || norm === 'did') return 'past';
  if ((bits & WORD_CLASS['verb.past']) !== 0) return 'past';
  const isPastForm =
    (bits & WORD_CLASS['verb.past-or-participle']) !== 0 ||
    (bits === 0 && norm.length > 4 && norm.endsWith('ed'));
  if (!isPastForm) return null;
  for (let i = at - 1; i >= Math.max(first, at - AUXILIARY_REACH_TOKENS); i -= 1) {
    // The auxiliary, and what stands before it, say whether "held" is past.
    if (/^(?:be|is|are|am|to|will|'ll|would|may|must|shall)$/.test(tokens[i]?.norm ?? '')) return null;
  }
  return 'past';
}

function cueAt(tokens: readonly Token[], at: number): Direction | null {
  for (const { words, direction } of directionCuesOf(tokens[at]?.norm ?? '')) {
    if (words.every((word, i) => tokens[at + i]?.norm === word)) return direction;
  }
  return null;
}

function longerCue(tokens: readonly Token[], at: number, over: number): Direction | null {
  for (const { words, direction } of directionCuesOf(tokens[at]?.norm ?? '')) {
    if (at + words.length > over && words.every((word, i) => tokens[at + i]?.norm === word)) return direction;
  }
  return null;
}
