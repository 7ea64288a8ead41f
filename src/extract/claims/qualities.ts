/** What kind of claim a draft is: source kind, speech, stance, hedge, medium. */

import type { Hedge, Medium, SourceKind, Speech, Stance } from '../../document/claim.ts';
import { isHedge, mediumOf, sourceNounOf } from '../../lexicon/source-words.ts';
import { WORD_CLASS } from '../../lexicon/word-classes.ts';
import type { Draft } from './draft.ts';
import type { Reading, Words } from './reading.ts';
import {
  DETERMINER,
  hasClass,
  isAdverb,
  isCapital,
  isOpenClass,
  isWord,
  normAt,
  quotationAt,
} from './reading.ts';

const PRONOUN =
  WORD_CLASS['pronoun.subject'] |
  WORD_CLASS['pronoun.possessive'] |
  WORD_CLASS['pronoun.object'] |
  WORD_CLASS.relative;

/**
 * Whether the source is a name, a document, a pronoun, or somebody without a name.
 *
 * "The ministry" and "the mayor" point at somebody named elsewhere and count as named;
 * "a senior official", "residents" and "police" do not.
 */
export function sourceKindOf(reading: Reading, source: Words | null): SourceKind {
  if (source === null) return 'none';
  let { to } = source;
  while (to > source.from + 1 && !isWord(reading, to - 1)) to -= 1;
  if (
    to - source.from === 1 &&
    hasClass(reading, source.from, PRONOUN | WORD_CLASS.determiner | WORD_CLASS.indefinite)
  ) {
    return hasClass(reading, source.from, PRONOUN) ? 'pronoun' : 'unnamed';
  }
  const head = headOf(reading, { from: source.from, to });
  const noun = sourceNounOf(normAt(reading, head));
  if (noun?.kind === 'document') return 'document';
  // "spokesman Ivo Lund", "Lund, a lawyer": a role beside a name is the name's.
  if (namedAround(reading, { from: source.from, to }, head, noun !== undefined)) return 'named';
  const isDefinite = /^(?:the|its|his|their|our)$/.test(normAt(reading, source.from));
  if (noun !== undefined)
    return isDefinite && !noun.isPlural && normAt(reading, head) !== 'police' ? 'named' : 'unnamed';
  return isDefinite ? 'named' : 'unnamed';
}

/** The last word of the first phrase: before a comma, a preposition or "who". */
function headOf(reading: Reading, { from, to }: Words): number {
  let head = from;
  for (let i = from; i < to; i += 1) {
    const norm = normAt(reading, i);
    const isEnd =
      norm === ',' || norm === '(' || norm === 'who' || hasClass(reading, i, WORD_CLASS.preposition);
    if (isEnd && i > from) break;
    if (isWord(reading, i)) head = i;
  }
  return head;
}

function namedAround(reading: Reading, { from, to }: Words, head: number, hasRole: boolean): boolean {
  if (hasRole) {
    // A role before or after commas: the name is the other phrase.
    for (let i = head + 1; i < to; i += 1) {
      if (normAt(reading, i - 1) === ',' && isCapital(reading, i) && isCapital(reading, i + 1)) return true;
    }
    return false;
  }
  for (let i = from; i < to; i += 1) {
    if (isCapital(reading, i) && !hasClass(reading, i, DETERMINER | WORD_CLASS.number)) return true;
  }
  return false;
}

/** Whether the content is in quotation marks wholly, partly or not at all. */
export function speechOf(reading: Reading, content: readonly Words[]): Speech {
  let quoted = 0;
  let plain = 0;
  for (const { from, to } of content) {
    for (let i = from; i < to; i += 1) {
      if (!isWord(reading, i)) continue;
      if (quotationAt(reading, i) === null) plain += 1;
      else quoted += 1;
    }
  }
  if (quoted === 0) return 'indirect';
  return plain === 0 ? 'direct' : 'mixed';
}

/**
 * What the source does with the content. A negated cue withholds ("would not say"),
 * and one under "will", "would", "may" has not been said: neither is an assertion.
 */
export function stanceOf(reading: Reading, draft: Draft): Stance {
  if (draft.isNegated) return 'declines';
  if (/^(?:declined|declines|refused|refuses|failed)$/.test(normAt(reading, draft.cue.from)))
    return 'declines';
  if (draft.modal !== null && /^(?:will|'ll|would|'d|may|might|could|should|wo)$/.test(draft.modal))
    return 'predicts';
  const first = draft.content[0];
  const isOrder = draft.lemma === 'tell' && first !== undefined && normAt(reading, first.from) === 'to';
  return isOrder ? 'orders' : draft.stance;
}

/** The first word in cue or content that keeps a distance, or a word in quotation marks for the same end. */
export function hedgeOf(reading: Reading, draft: Draft): Hedge | null {
  for (const words of [draft.cue, ...draft.content]) {
    for (let i = words.from; i < words.to; i += 1) {
      // What stands in the source's own quotation is the source's word.
      const quotation = quotationAt(reading, i);
      if (quotation !== null) {
        if (isScare(reading, quotation, words)) return hedgeAt(reading, quotation, 'scare quotes');
        i = Math.max(i, quotation.to - 1);
        continue;
      }
      // "claimed responsibility": the verb that attributes is no hedge of what it attributes.
      if (i === draft.head && draft.because.startsWith('speech-verbs:')) continue;
      const length = hedgeLength(reading, i);
      if (length > 0) return hedgeAt(reading, { from: i, to: i + length }, null);
    }
  }
  return null;
}

/** "so-called" is three tokens; all other hedges are one. */
function hedgeLength(reading: Reading, at: number): number {
  const norm = normAt(reading, at);
  if (normAt(reading, at + 1) === '-' && isHedge(`${norm}-${normAt(reading, at + 2)}`)) return 3;
  if (!isHedge(norm)) return 0;
  // "alleged that" and "reported by" are verbs; "the alleged plot" is the hedge.
  const isAdjective = !norm.endsWith('ly') && norm.endsWith('ed');
  const before = normAt(reading, at - 1);
  if (isAdjective && /^(?:believed|rumou?red)$/.test(norm)) return normAt(reading, at + 1) === 'to' ? 1 : 0;
  const isVerb =
    isAdjective &&
    (!isWord(reading, at + 1) ||
      !isOpenClass(reading, at + 1) ||
      /^(?:has|have|had|he|she|they|who|it)$/.test(before));
  return isVerb ? 0 : 1;
}

/** The longest stretch that marks may set off as somebody else's word, in words. */
const LONGEST_SCARE_WORDS = 2;

/** `the "reformed" army`: one or two words in quotation marks before a noun, in reported speech. */
function isScare(reading: Reading, { from, to }: Words, within: Words): boolean {
  if (from <= within.from || to - from - 2 > LONGEST_SCARE_WORDS || !isWord(reading, to)) return false;
  const isAttribute = hasClass(reading, from - 1, DETERMINER) && isOpenClass(reading, to);
  return isAttribute && !isAdverb(reading, to);
}

function hedgeAt({ text, tokens }: Reading, { from, to }: Words, lemma: string | null): Hedge {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  return { start, end, lemma: lemma ?? text.slice(start, end).toLowerCase() };
}

/** How it was said, where the words around the cue tell: "in a statement", "told reporters", "tweeted". */
export function mediumFor(reading: Reading, draft: Draft, sentence: Words): Medium | null {
  const cue = mediumOf(draft.lemma, 'cue');
  if (cue !== undefined) return cue;
  for (let i = sentence.from; i < sentence.to; i += 1) {
    if (draft.content.some(({ from, to }) => from <= i && i < to) || quotationAt(reading, i) !== null)
      continue;
    const isSource = draft.source !== null && draft.source.from <= i && i < draft.source.to;
    const medium = isSource ? undefined : mediumAt(reading, draft, i);
    if (medium !== undefined) return medium;
  }
  return draft.lemma === 'tell' && isCapital(reading, draft.cue.to) && !isInContent(draft, draft.cue.to)
    ? 'interview'
    : null;
}

function isInContent({ content }: Draft, at: number): boolean {
  return content.some(({ from, to }) => from <= at && at < to);
}

function mediumAt(reading: Reading, draft: Draft, at: number): Medium | undefined {
  const norm = normAt(reading, at);
  const told = at >= draft.cue.to ? mediumOf(norm, 'addressee') : undefined;
  if (told !== undefined) return told;
  const setting = mediumOf(norm, 'setting');
  if (setting === undefined) return undefined;
  for (let i = at - 1; i > at - 6 && i >= 0; i -= 1) {
    if (/^(?:in|on|at|via|by|during|through)$/.test(normAt(reading, i))) return setting;
    if (!isWord(reading, i) && normAt(reading, i) !== '-') return undefined;
  }
  return undefined;
}
