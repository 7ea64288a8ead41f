/** Claims by nouns: "his denial that …", "the army's claim to …", "allegations of …". */

import type { SpeechNoun } from '../../lexicon/claim-rules.ts';
import { speechNounOf } from '../../lexicon/claim-rules.ts';
import { WORD_CLASS } from '../../lexicon/word-classes.ts';
import { lastContentIndex, objectEnd } from './contents.ts';
import type { Draft } from './draft.ts';
import { phraseStart } from './phrase-before.ts';
import type { Reading, Words } from './reading.ts';
import {
  DETERMINER,
  hasClass,
  isAdverb,
  isFinite,
  isOpenClass,
  isPastLike,
  isWord,
  normAt,
  quotationAt,
} from './reading.ts';

const OWNED_CONFIDENCE = 0.6;
const OPEN_CONFIDENCE = 0.4;

/** The claims that the nouns of `speech-nouns.tsv` make in one sentence. */
export function nounClaims(reading: Reading, window: Words): Draft[] {
  const drafts: Draft[] = [];
  for (let at = window.from; at < window.to - 1; at += 1) {
    if (quotationAt(reading, at) !== null) continue;
    const noun = speechNounOf(normAt(reading, at));
    if (noun === undefined || !noun.takes.has(normAt(reading, at + 1))) continue;
    const draft = draftOf(reading, window, at, noun);
    if (draft !== null) drafts.push(draft);
  }
  return drafts;
}

function draftOf(reading: Reading, window: Words, at: number, noun: SpeechNoun): Draft | null {
  const link = normAt(reading, at + 1);
  const owner = ownerOf(reading, window, at);
  const isPlural = normAt(reading, at) !== noun.noun;
  if (
    owner === null &&
    !isPlural &&
    !hasClass(reading, at - 1, DETERMINER | WORD_CLASS['auxiliary.be']) &&
    !isOpenClass(reading, at - 1)
  )
    return null;
  // "that" and "to" belong to the content; a preposition links the noun to it and belongs to the cue.
  const isClause = link === 'that' || link === 'to';
  if (link === 'that' && isFinite(reading, at + 2)) return null;
  const from = isClause ? at + 1 : at + 2;
  const to = contentEnd(reading, from, lastContentIndex(reading, window));
  if (from >= to) return null;
  return {
    source: owner,
    cue: {
      from: owner === null ? at : Math.max(owner.to, cueStart(owner.to, at)),
      to: from === at + 1 ? at + 1 : from,
    },
    head: at,
    lemma: noun.noun,
    content: [{ from, to }],
    stance: noun.stance,
    isNegated: false,
    modal: null,
    confidence: owner === null ? OPEN_CONFIDENCE : OWNED_CONFIDENCE,
    because: `speech-nouns:${noun.noun}`,
  };
}

/** "his", "the army's": who the words are of. Adjectives may stand between. */
function ownerOf(reading: Reading, window: Words, at: number): Words | null {
  let before = at - 1;
  while (before > window.from && before > at - 4 && isModifier(reading, before)) before -= 1;
  if (before < window.from) return null;
  if (hasClass(reading, before, WORD_CLASS['pronoun.possessive'])) return { from: before, to: before + 1 };
  const norm = normAt(reading, before);
  if (norm !== "'s" && norm !== "'") return null;
  const from = phraseStart(reading, before, window.from);
  return from === null ? null : { from, to: before + 1 };
}

function isModifier(reading: Reading, at: number): boolean {
  if (!isWord(reading, at) || normAt(reading, at) === "'s" || quotationAt(reading, at) !== null) return false;
  return isOpenClass(reading, at) || isAdverb(reading, at);
}

function cueStart(from: number, at: number): number {
  return at - from > 2 ? at : from;
}

/** The content of a noun in the subject ends before the sentence's verb; else it runs to the end of its clause. */
function contentEnd(reading: Reading, from: number, end: number): number {
  const to = objectEnd(reading, from, end);
  const isClause = normAt(reading, from) === 'that' || normAt(reading, from) === 'to';
  let verbs = 0;
  for (let i = from + 1; i < to; i += 1) {
    const isVerb = isFinite(reading, i) && !isFinite(reading, i - 1) && !isAdverb(reading, i - 1);
    if (!isVerb && !(isClause && isPastLike(reading, i) && !isFinite(reading, i - 1))) continue;
    verbs += 1;
    if (isFinite(reading, i) && verbs > (normAt(reading, from) === 'that' ? 1 : 0)) return i;
  }
  return to;
}
