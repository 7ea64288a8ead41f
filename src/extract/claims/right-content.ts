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
export function rightContent(place: Place, after: number): Right | null {
  const { reading, cue, limit } = place;
  const linked = linkedContent(place);
  if (linked !== null) return linked;
  const mark = normAt(reading, after);
  const takesSpeech = cue.verb.takesQuote || cue.verb.takesClause;
  if (mark === ',' && !takesSpeech) return null;
  const from = mark === ':' || mark === ',' ? after + 1 : after;
  // A colon that introduces speech belongs to the cue where it touches it.
  const next = mark === ':' && after === cue.to ? { ...cue, to: from } : cue;
  if (from >= limit) return mark === ':' ? nextBlock(reading, next, from) : null;
  const quotation = quotationAt(reading, from);
  if (quotation !== null && quotation.from === from && (takesSpeech || cue.verb.takesObject)) {
    const words = { from, to: quotedEnd(reading, quotation, limit) };
    return { cue: next, words, confidence: QUOTED_CONFIDENCE };
  }
  const clause = clauseContent(place, from);
  if (clause !== null) return { cue: next, words: clause, confidence: CLAUSE_CONFIDENCE };
  // "to" begins no noun phrase, so what cannot be an infinitive here is nothing.
  return isInfinitive(reading, from) ? null : objectContent(place, after);
}

/** "appealed for calm": the preposition joins the cue and what follows is the content. */
function linkedContent({ reading, cue, limit }: Place): Right | null {
  const from = cue.to + 1;
  if (!cue.verb.prepositions.has(normAt(reading, cue.to)) || from >= limit) return null;
  if (quotationAt(reading, from) === null && !isWord(reading, from)) return null;
  const words = { from, to: objectEnd(reading, from, limit) };
  return { cue: { ...cue, to: from }, words, confidence: OBJECT_CONFIDENCE };
}

/** A clause with or without "that", a question, an infinitive, or what "be" joins to "what he said". */
function clauseContent({ reading, cue, limit }: Place, from: number): Words | null {
  const { verb } = cue;
  const norm = normAt(reading, from);
  // "what observers said was the worst flood": the verb "be" only joins the two.
  const isCleft = cue.subject !== null && normAt(reading, cue.subject.from - 1) === 'what';
  if (isCleft && /^(?:is|was|are|were)$/.test(norm)) return { from: from + 1, to: limit };
  if (verb.takesClause && /^(?:that|whether|if|how|why|what|who|where|when|which)$/.test(norm)) {
    return { from, to: limit };
  }
  if (isInfinitive(reading, from)) {
    return verb.takesInfinitive ? { from, to: objectEnd(reading, from, limit) } : null;
  }
  // "agreed to it once the rain ended": what tells the circumstances is not what was said.
  if (/^(?:once|because|before|after|until|unless|since|than|so|but|and)$/.test(norm)) return null;
  const isBare = verb.takesClause && !verb.needsThat && holdsVerb(reading, { from, to: limit });
  return isBare ? { from, to: limit } : null;
}

function isInfinitive(reading: Reading, at: number): boolean {
  const norm = normAt(reading, at);
  return norm === 'to' || (norm === 'not' && normAt(reading, at + 1) === 'to');
}

/** A noun phrase right after the verb, or after the day: "criticised the plan", "criticised on Monday the plan". */
function objectContent({ reading, cue, limit }: Place, after: number): Right | null {
  const { verb } = cue;
  const from = isTime(reading, cue.to) ? after : cue.to;
  if (!verb.takesObject || from >= limit) return null;
  if (verb.needsComplement && !hasComplement(reading, from, limit)) return null;
  if (isAdverb(reading, from) && !startsQuantity(reading, from)) return null;
  if (!beginsObject(reading, from)) return null;
  return { cue, words: { from, to: objectEnd(reading, from, limit) }, confidence: OBJECT_CONFIDENCE };
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
