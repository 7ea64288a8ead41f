/** The content to the right of a speech verb: clause, quotation, infinitive or noun phrase. */

import { WORD_CLASS } from '../../lexicon/word-classes.ts';
import { holdsVerb, objectEnd, startsQuantity } from './contents.ts';
import type { CueWord } from './cue-words.ts';
import { chunkEnd } from './phrase-after.ts';
import type { Reading, Words } from './reading.ts';
import {
  firstAtOrAfter,
  hasClass,
  isCapital,
  isAdverb,
  isTime,
  isWord,
  normAt,
  quotationAt,
} from './reading.ts';
import type { Place } from './place.ts';
import { QUOTED_CONFIDENCE, CLAUSE_CONFIDENCE, OBJECT_CONFIDENCE, SHARED_CONFIDENCE } from './place.ts';

export interface Right {
  readonly cue: CueWord;
  readonly words: Words;
  readonly confidence: number;
}

/** What the verb takes to its right, from `after` (past setting and addressee). */
export function rightContent({ reading, cue, limit }: Place, after: number): Right | null {
  const { verb } = cue;
  let from = after;
  let next = cue;
  const preposition = normAt(reading, cue.to);
  if (verb.prepositions.has(preposition)) {
    from = cue.to + 1;
    if (
      from < limit &&
      (quotationAt(reading, from) !== null ||
        isWord(reading, from) ||
        hasClass(reading, from, WORD_CLASS.article))
    ) {
      next = { ...cue, to: from };
      return {
        cue: next,
        words: { from, to: objectEnd(reading, from, limit) },
        confidence: OBJECT_CONFIDENCE,
      };
    }
  }
  if (normAt(reading, from) === ':') {
    from += 1;
    if (after === cue.to) next = { ...cue, to: from };
  } else if (normAt(reading, from) === ',') {
    from += 1;
    if (!verb.takesQuote && !verb.takesClause) return null;
  }
  if (from >= limit) return normAt(reading, from - 1) === ':' ? nextBlock(reading, next, from) : null;
  const quotation = quotationAt(reading, from);
  if (
    quotation !== null &&
    quotation.from === from &&
    (verb.takesQuote || verb.takesClause || verb.takesObject)
  ) {
    return {
      cue: next,
      words: { from, to: quotedEnd(reading, quotation, limit) },
      confidence: QUOTED_CONFIDENCE,
    };
  }
  // "what observers said was the worst flood": the verb "be" only joins the two.
  const isCleft = cue.subject !== null && normAt(reading, cue.subject.from - 1) === 'what';
  if (isCleft && /^(?:is|was|are|were)$/.test(normAt(reading, from))) {
    return { cue: next, words: { from: from + 1, to: limit }, confidence: CLAUSE_CONFIDENCE };
  }
  const words = { from, to: limit };
  const norm = normAt(reading, from);
  if (verb.takesClause && /^(?:that|whether|if|how|why|what|who|where|when|which)$/.test(norm))
    return { cue: next, words, confidence: CLAUSE_CONFIDENCE };
  if (norm === 'to' || (norm === 'not' && normAt(reading, from + 1) === 'to')) {
    if (!verb.takesInfinitive) return null;
    return { cue: next, words: { from, to: objectEnd(reading, from, limit) }, confidence: CLAUSE_CONFIDENCE };
  }
  if (verb.takesClause && !verb.needsThat && holdsVerb(reading, { from, to: limit }))
    return { cue: next, words, confidence: CLAUSE_CONFIDENCE };
  const object = isTime(reading, cue.to) ? after : cue.to;
  if (verb.needsComplement && !hasComplement(reading, object, limit)) return null;
  if (
    verb.takesObject &&
    object < limit &&
    (!isAdverb(reading, object) || startsQuantity(reading, object)) &&
    beginsObject(reading, object)
  ) {
    return {
      cue,
      words: { from: object, to: objectEnd(reading, object, limit) },
      confidence: OBJECT_CONFIDENCE,
    };
  }
  return null;
}

/** "He said:" at the end of a paragraph: the next paragraph, or the quotation that begins it. */
function nextBlock(reading: Reading, cue: CueWord, from: number): Right | null {
  const block = reading.blocks[firstAtOrAfter(reading.blocks, from)];
  if (block === undefined || block.from !== from) return null;
  const quotation = quotationAt(reading, from);
  return {
    cue,
    words: quotation ?? block,
    confidence: quotation === null ? SHARED_CONFIDENCE : QUOTED_CONFIDENCE,
  };
}

/** "called the vote a sham", "called him a liar"; "called her brother at noon" says nothing of him. */
function hasComplement(reading: Reading, from: number, limit: number): boolean {
  const end = chunkEnd(reading, from, limit);
  const isNamed = hasClass(reading, from, WORD_CLASS['pronoun.object'] | WORD_CLASS['pronoun.possessive']);
  const isBare =
    end >= limit || (hasClass(reading, end, WORD_CLASS.preposition) && normAt(reading, end) !== 'as');
  return !(isBare && (isNamed || (isCapital(reading, from) && isCapital(reading, end - 1))));
}

function beginsObject(reading: Reading, at: number): boolean {
  if (quotationAt(reading, at) !== null || startsQuantity(reading, at)) return true;
  if (!isWord(reading, at)) return normAt(reading, at) === '$';
  return (
    !hasClass(
      reading,
      at,
      WORD_CLASS.preposition |
        WORD_CLASS['conjunction.coordinating'] |
        WORD_CLASS['conjunction.subordinating'],
    ) || hasClass(reading, at, WORD_CLASS.determiner | WORD_CLASS['pronoun.object'])
  );
}

/** A quotation that ends the thought ends the content; one in the middle of a clause lets the clause go on. */
function quotedEnd(reading: Reading, quotation: Words, limit: number): number {
  const inner = normAt(reading, quotation.to - 2);
  const next = normAt(reading, quotation.to);
  const isWhole = /^[.,?!…]+$/.test(inner) || /^[.,;:]$/.test(next);
  return isWhole ? quotation.to : Math.max(quotation.to, limit);
}
