/** A document as the claim rules read it: words by index, with what their form alone tells. */

import type { Document } from '../../document/document.ts';
import type { Quotation, Sentence, Token } from '../../document/token.ts';
import { speechFormOf } from '../../lexicon/speech-verbs.ts';
import { OPEN_CLASSES, WORD_CLASS, wordClassesOf } from '../../lexicon/word-classes.ts';

/** Words from index `from` up to, not including, index `to`. */
export interface Words {
  readonly from: number;
  readonly to: number;
}

/** What the claim rules look at. All indices are of tokens unless a name says otherwise. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** The readable blocks that hold words, as words. */
  readonly blocks: readonly Words[];
  /** Quotations that lie in no other one, as words, marks included. */
  readonly quotations: readonly (Words & { readonly closed: boolean })[];
  /** Bits of `WORD_CLASS` for each token. */
  readonly classes: Uint32Array;
  /** 1 for each token that begins with a capital and is not merely written so in a headline. */
  readonly capital: Uint8Array;
  /** For each token the index in `quotations` of the one that holds it, or -1. */
  readonly quotationOf: Int32Array;
}

export function readingOf({ text, layers }: Document<'tokens' | 'sentences' | 'quotations'>): Reading {
  const { tokens, sentences } = layers;
  const classes = new Uint32Array(tokens.length);
  for (const [i, { norm }] of tokens.entries()) classes[i] = wordClassesOf(norm);
  const quotations = outermost(tokens, layers.quotations);
  const quotationOf = new Int32Array(tokens.length).fill(-1);
  for (const [q, { from, to }] of quotations.entries()) quotationOf.fill(q, from, to);
  return {
    text,
    tokens,
    sentences,
    blocks: blocksOf(sentences),
    quotations,
    classes,
    capital: capitalsOf(text, tokens, sentences),
    quotationOf,
  };
}

function blocksOf(sentences: readonly Sentence[]): Words[] {
  const blocks: Words[] = [];
  let block = -1;
  for (const sentence of sentences) {
    const last = blocks[blocks.length - 1];
    if (last !== undefined && sentence.block === block) {
      blocks[blocks.length - 1] = { from: last.from, to: sentence.endToken };
    } else {
      blocks.push({ from: sentence.firstToken, to: sentence.endToken });
      block = sentence.block;
    }
  }
  return blocks;
}

function outermost(tokens: readonly Token[], quotations: readonly Quotation[]): Reading['quotations'] {
  const found: (Words & { closed: boolean })[] = [];
  let reached = -1;
  let i = 0;
  for (const { start, end, closed } of quotations) {
    if (start < reached) continue;
    reached = end;
    while (i < tokens.length && (tokens[i]?.start ?? 0) < start) i += 1;
    const from = i;
    while (i < tokens.length && (tokens[i]?.end ?? 0) <= end) i += 1;
    if (from < i) found.push({ from, to: i, closed });
  }
  return found;
}

/** The lower-case form of the word at `at`; empty beyond the ends. */
export function normAt(reading: Reading, at: number): string {
  return reading.tokens[at]?.norm ?? '';
}

/** Whether the word at `at` has one of the classes. */
export function hasClass(reading: Reading, at: number, bits: number): boolean {
  return ((reading.classes[at] ?? 0) & bits) !== 0;
}

/** The quotation that holds the word, null where it stands in none. */
export function quotationAt(reading: Reading, at: number): (Words & { readonly closed: boolean }) | null {
  const index = reading.quotationOf[at] ?? -1;
  return index < 0 ? null : (reading.quotations[index] ?? null);
}

/** Whether the word is of an open class: a noun, an adjective or a verb that no table of grammar holds. */
export function isOpenClass(reading: Reading, at: number): boolean {
  return ((reading.classes[at] ?? 0) & ~OPEN_CLASSES) === 0;
}

/** Whether the word begins with a capital letter that tells something. */
export function isCapital(reading: Reading, at: number): boolean {
  return reading.capital[at] === 1;
}

function capitalsOf(text: string, tokens: readonly Token[], sentences: readonly Sentence[]): Uint8Array {
  const capital = new Uint8Array(tokens.length);
  for (const [i, { start }] of tokens.entries()) {
    const code = text.charCodeAt(start);
    const isUpper =
      code < 0x80 ? code >= 0x41 && code <= 0x5a : /^\p{Lu}/u.test(text.slice(start, start + 2));
    if (isUpper) capital[i] = 1;
  }
  for (const { firstToken, endToken } of sentences) {
    if (isTitleCase(text, tokens, capital, firstToken, endToken))
      smooth(tokens, capital, firstToken, endToken);
  }
  return capital;
}

/** The fewest words from which the writing of a headline can be told from a row of names. */
const SHORTEST_TITLE_WORDS = 4;

/** Whether all words of some length are written large, as headlines are, verbs too. */
function isTitleCase(
  text: string,
  tokens: readonly Token[],
  capital: Uint8Array,
  from: number,
  to: number,
): boolean {
  let words = 0;
  let verbs = 0;
  for (let i = from; i < to; i += 1) {
    const token = tokens[i];
    if (
      token === undefined ||
      token.end - token.start < 4 ||
      !/^\p{L}/u.test(text.slice(token.start, token.start + 2))
    )
      continue;
    if (capital[i] !== 1) return false;
    words += 1;
    if (
      i > from &&
      (speechFormOf(token.norm) !== undefined || (wordClassesOf(token.norm) & ~OPEN_CLASSES) !== 0)
    )
      verbs += 1;
  }
  return words >= SHORTEST_TITLE_WORDS && verbs > 0;
}

/** In a headline only words that the tables lack keep their capital. */
function smooth(tokens: readonly Token[], capital: Uint8Array, from: number, to: number): void {
  for (let i = from; i < to; i += 1) {
    const norm = tokens[i]?.norm ?? '';
    if (speechFormOf(norm) !== undefined || (wordClassesOf(norm) & ~(WORD_CLASS.month | OPEN_CLASSES)) !== 0)
      capital[i] = 0;
  }
}

/** Whether the word has a letter or a digit in it. */
export function isWord(reading: Reading, at: number): boolean {
  const norm = normAt(reading, at);
  const code = norm.charCodeAt(0);
  if (code >= 0x61 && code <= 0x7a) return true;
  return /[\p{L}\p{N}]/u.test(norm);
}

const ADVERB = WORD_CLASS.adverb | WORD_CLASS.negation;

/** Whether the word can stand between an auxiliary and its verb: "also", "not", "repeatedly". */
export function isAdverb(reading: Reading, at: number): boolean {
  if (hasClass(reading, at, ADVERB)) return true;
  const norm = normAt(reading, at);
  return (
    norm.length > 4 &&
    norm.endsWith('ly') &&
    !isCapital(reading, at) &&
    !hasClass(reading, at, WORD_CLASS['looks-like-adverb'])
  );
}

export const AUXILIARY =
  WORD_CLASS['auxiliary.be'] |
  WORD_CLASS['auxiliary.do'] |
  WORD_CLASS['auxiliary.have'] |
  WORD_CLASS['auxiliary.modal'];

/** Classes that show a verb with a subject whatever stands around. */
const FINITE = AUXILIARY | WORD_CLASS['verb.past'] | WORD_CLASS['verb.present'];

/** Whether the word is surely a finite verb by its form. A bare participle or a base form is not. */
export function isFinite(reading: Reading, at: number): boolean {
  return hasClass(reading, at, FINITE) && !isCapital(reading, at);
}

/** Whether the word may be a verb in the past: "killed", "made". Capitals are names. */
export function isPastLike(reading: Reading, at: number): boolean {
  if (isCapital(reading, at)) return false;
  if (hasClass(reading, at, WORD_CLASS['verb.past'] | WORD_CLASS['verb.past-or-participle'])) return true;
  const norm = normAt(reading, at);
  return norm.length > 3 && norm.endsWith('ed') && !hasClass(reading, at, WORD_CLASS['looks-like-past']);
}

const TIME = WORD_CLASS.day | WORD_CLASS.month | WORD_CLASS.period;

/** Whether the word names a day, a month or a stretch of time. */
export function isTime(reading: Reading, at: number): boolean {
  // "may" the month is written with a capital; "may" the modal is not.
  return (
    hasClass(reading, at, TIME) &&
    (isCapital(reading, at) || !hasClass(reading, at, WORD_CLASS['auxiliary.modal']))
  );
}

/** Words that begin a noun phrase and cannot stand inside one. */
export const DETERMINER = WORD_CLASS.article | WORD_CLASS.determiner | WORD_CLASS['pronoun.possessive'];

/** Index of the first of these stretches, which are in order, that begins at `from` or later. */
export function firstAtOrAfter(stretches: readonly Words[], from: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
