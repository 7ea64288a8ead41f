/** The text as coreference reads it: tokens with their sentences, and questions about single words. */

import { isReadable } from '../../document/block.ts';
import type { Claim } from '../../document/claim.ts';
import type { Document } from '../../document/document.ts';
import type { Place } from '../../document/place.ts';
import type { Span } from '../../document/span.ts';
import type { Sentence, Token } from '../../document/token.ts';
import { isSpeechForm } from '../../lexicon/speech-verbs.ts';
import { OPEN_CLASSES, WORD_CLASS, wordClassesOf } from '../../lexicon/word-classes.ts';

export type Needed = 'tokens' | 'sentences' | 'quotations' | 'places' | 'claims';

export interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly claims: readonly Claim[];
  /** By the start of their spans. */
  readonly placeAt: ReadonlyMap<number, Place>;
  /** Sentences that extraction reads, as indexes of `sentences`. */
  readonly readable: readonly number[];
  /** Words that the text also has in small letters. */
  readonly small: ReadonlySet<string>;
}

/** Tokens `from` up to, not including, `to`. */
export interface Words {
  readonly from: number;
  readonly to: number;
}

export function scanOf({ text, blocks, layers }: Document<Needed>): Scan {
  const { tokens, sentences, claims, places } = layers;
  const readable = [...sentences.keys()].filter((i) => {
    const block = blocks[sentences[i]?.block ?? -1];
    return block !== undefined && isReadable(block);
  });
  return {
    text,
    tokens,
    sentences,
    claims,
    placeAt: new Map(places.map((place) => [place.start, place])),
    readable,
    small: new Set(tokens.filter(({ start }) => /\p{Ll}/u.test(text.charAt(start))).map(({ norm }) => norm)),
  };
}

export function normAt({ tokens }: Scan, at: number): string {
  return tokens[at]?.norm ?? '';
}

export function textAt({ text, tokens }: Scan, at: number): string {
  const token = tokens[at];
  return token === undefined ? '' : text.slice(token.start, token.end);
}

export function spanOf({ tokens }: Scan, { from, to }: Words): Span {
  const start = tokens[from]?.start ?? 0;
  return { start, end: Math.max(start, tokens[to - 1]?.end ?? start) };
}

export function wordsOf(scan: Scan, { from, to }: Words): string[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => normAt(scan, from + i));
}

export function textOfWords(scan: Scan, words: Words): string {
  const { start, end } = spanOf(scan, words);
  return scan.text.slice(start, end).replace(/\s+/g, ' ');
}

export function isCapital(scan: Scan, at: number): boolean {
  return /^\p{Lu}/u.test(textAt(scan, at)) && normAt(scan, at) !== 'i';
}

/** Whether no white space stands between the token and the one before it. */
export function isGlued({ tokens }: Scan, at: number): boolean {
  return tokens[at - 1]?.end === tokens[at]?.start;
}

export function isPossessive(norm: string): boolean {
  return norm === "'s" || norm === "'";
}

/** Articles, pronouns, prepositions and the like. */
export function isFunctionWord(norm: string): boolean {
  return (wordClassesOf(norm) & ~OPEN_CLASSES) !== 0;
}

export function isPreposition(norm: string): boolean {
  return (wordClassesOf(norm) & WORD_CLASS.preposition) !== 0;
}

const VERB =
  WORD_CLASS['auxiliary.be'] |
  WORD_CLASS['auxiliary.do'] |
  WORD_CLASS['auxiliary.have'] |
  WORD_CLASS['auxiliary.modal'] |
  WORD_CLASS['verb.past'] |
  WORD_CLASS['verb.past-or-participle'] |
  WORD_CLASS['verb.present'];

/** Whether the word can be the finite verb of a clause, as far as its form tells. */
export function looksFinite(norm: string): boolean {
  if ((wordClassesOf(norm) & VERB) !== 0) return true;
  return (
    isSpeechForm(norm) ||
    (/[a-z]ed$/.test(norm) && (wordClassesOf(norm) & WORD_CLASS['looks-like-past']) === 0)
  );
}

/** Whether a finite verb follows the words, adverbs and "also" aside, with no preposition before them. */
export function isSubject(scan: Scan, { from, to }: Words): boolean {
  if (isPreposition(normAt(scan, from - 1))) return false;
  for (let i = to; i < to + 3; i += 1) {
    const norm = normAt(scan, i);
    if (looksFinite(norm)) return true;
    if ((wordClassesOf(norm) & WORD_CLASS.adverb) === 0 && !/ly$/.test(norm)) return false;
  }
  return false;
}
