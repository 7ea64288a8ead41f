/** Sentence splitting: where one sentence ends and the next begins. */

import type { Block } from '../document/block.ts';
import { isReadable } from '../document/block.ts';
import type { Quotation, Sentence, Token } from '../document/token.ts';
import { abbreviationOf } from '../lexicon/abbreviations.ts';
import { isSpeechForm } from '../lexicon/speech-verbs.ts';
import { WORD_CLASS, wordClassesOf } from '../lexicon/word-classes.ts';
import type { Stage } from '../pipeline/stage.ts';

/** Adds the sentences of every readable block. A sentence never crosses the end of a block. */
export const splitSentences: Stage<'tokens' | 'quotations', 'sentences'> = {
  name: 'split-sentences',
  needs: ['tokens', 'quotations'],
  adds: ['sentences'],
  run: ({ text, blocks, layers }) => ({
    sentences: sentencesOf(text, blocks, layers.tokens, layers.quotations),
  }),
};

/** What the test for an end looks at. */
interface Words {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Offsets at which a mark begins a quotation, and those just after one that ends it. */
  readonly opens: ReadonlySet<number>;
  readonly closes: ReadonlySet<number>;
}

function sentencesOf(
  text: string,
  blocks: readonly Block[],
  tokens: readonly Token[],
  quotations: readonly Quotation[],
): Sentence[] {
  const words: Words = {
    text,
    tokens,
    opens: new Set(quotations.map(({ start }) => start)),
    closes: new Set(quotations.filter(({ closed }) => closed).map(({ end }) => end)),
  };
  const sentences: Sentence[] = [];
  let next = 0;
  for (const [block, { start, end }] of blocks.entries()) {
    const first = next;
    while (next < tokens.length && (tokens[next]?.start ?? 0) < end) next += 1;
    const kind = blocks[block];
    if (kind !== undefined && isReadable(kind) && start < end)
      splitBlock(words, kind, block, first, next, sentences);
  }
  return sentences;
}

function splitBlock(
  words: Words,
  block: Block,
  number: number,
  first: number,
  end: number,
  sentences: Sentence[],
): void {
  const breaks = lineBreaks(words, block, first, end);
  let from = first;
  let at = first;
  while (at < end) {
    const after = afterEnd(words, from, at, end);
    const isBreak = after === null && breaks.has(at + 1);
    at = after ?? at + 1;
    if (after === null && !isBreak && at < end) continue;
    const start = words.tokens[from]?.start;
    const last = words.tokens[at - 1]?.end;
    if (start !== undefined && last !== undefined) {
      sentences.push({ start, end: last, firstToken: from, endToken: at, block: number });
    }
    from = at;
  }
}

/**
 * Indices of tokens before which a line end is meant and not a wrapped line: its first word
 * would still have stood on the line before, measured by the block's longest line.
 */
function lineBreaks(
  { text, tokens }: Words,
  { start, end }: Block,
  first: number,
  stop: number,
): Set<number> {
  const breaks = new Set<number>();
  let lineStart = start;
  let longest = 0;
  const ends: { line: number; index: number }[] = [];
  let index = first;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    longest = Math.max(longest, at - lineStart);
    while (index < stop && (tokens[index]?.start ?? end) < at) index += 1;
    if (index > first) ends.push({ line: at - lineStart, index });
    lineStart = at + 1;
  }
  if (ends.length === 0) return breaks;
  longest = Math.max(longest, end - lineStart);
  for (const { line, index: next } of ends) {
    const token = tokens[next];
    if (token === undefined || next >= stop) continue;
    const isCapital = /^[\p{Lu}\p{N}"“‘«-]/u.test(text.slice(token.start, token.start + 2));
    if (isCapital && line + 1 + token.end - token.start < longest * WRAPPED_SHARE) breaks.add(next);
  }
  return breaks;
}

/** A wrapped line fills at least this share of the longest one, by what hyphen-free English text shows. */
const WRAPPED_SHARE = 0.75;

const STOP = /^(?:[.?!。？！…]+)$/;
const TRAILER = /^[)\]}"'’”»]$|^[*]+$/;

/** Index after the sentence that the token at `at` ends, closing marks included; null when it ends none. */
function afterEnd(words: Words, from: number, at: number, end: number): number | null {
  const token = words.tokens[at];
  if (token === undefined) return null;
  const isStop = STOP.test(token.norm);
  const isAbbreviation = !isStop && token.norm.length > 1 && token.norm.endsWith('.');
  if (!isStop && !isAbbreviation) return null;
  let after = at + 1;
  while (after < end && isTrailer(words, after)) after += 1;
  const next = words.tokens[after];
  if (after >= end || next === undefined) return end;
  if (isAbbreviation && !abbreviationEnds(words, at, after)) return null;
  return begins(words, from, at, after, end) ? after : null;
}

/** Whether the mark belongs to what it follows: a bracket that closes, or the end of a quotation. */
function isTrailer({ tokens, closes, opens }: Words, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !TRAILER.test(token.norm)) return STOP.test(token?.norm ?? '');
  if (/^[)\]}]$/.test(token.norm)) return true;
  if (opens.has(token.start)) return false;
  return closes.has(token.end) || tokens[at - 1]?.end === token.start;
}

/** Whether a new sentence can begin at `after`, given the stop at `at`. */
function begins(words: Words, from: number, at: number, after: number, end: number): boolean {
  const { text, tokens } = words;
  const stop = tokens[at];
  let next = tokens[after];
  if (stop === undefined || next === undefined) return true;
  // "1. Open the valve": a number that begins a line is its mark.
  if (at === from + 1 && stop.norm === '.' && /^\d{1,3}$/.test(tokens[from]?.norm ?? '')) return false;
  // No white space: a version number, a file name, a slip of the hand before a capital.
  // Chinese and Japanese write no space there.
  const isClose = next.start === tokens[after - 1]?.end && !/^[。？！]/.test(stop.norm);
  if (words.opens.has(next.start) || /^[([{]$/.test(next.norm)) next = tokens[after + 1] ?? next;
  const form = text.slice(next.start, next.end);
  if (isClose && !/^\p{Lu}\p{Ll}/u.test(form) && !words.opens.has(tokens[after]?.start ?? -1)) return false;
  if (/^[,;:—–%-]+$/.test(form)) return false;
  if (/^\p{Ll}/u.test(form)) return /^(?:[@#]|https?:|\p{Ll}\p{Lu})/u.test(form);
  const isQuoted = words.closes.has(tokens[after - 1]?.end ?? -1);
  return !(isQuoted && next === tokens[after] && reportsSpeech(words, after, end));
}

/** Names that may stand between a question in quotation marks and its verb: `"Why?" Ana Ruiz asked.` */
const LONGEST_NAME_TOKENS = 4;

/** Whether a reporting clause begins here: a name or pronoun and a verb of speaking, or the verb and a name. */
function reportsSpeech({ text, tokens }: Words, after: number, end: number): boolean {
  // A full stop inside the marks ends the sentence for good: `"We won." Ruiz said she would go.`
  if (tokens[after - 2]?.norm === '.') return false;
  for (let i = after; i < Math.min(end, after + LONGEST_NAME_TOKENS + 1); i += 1) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (i > after && isSpeechForm(token.norm)) {
      const follower = tokens[i + 1]?.norm ?? '.';
      return /^[.,:;]$/.test(follower) || wordClassesOf(follower) !== 0;
    }
    const isNamed = /^\p{Lu}/u.test(text.slice(token.start, token.end));
    if (!isNamed) return false;
  }
  return false;
}

/** Classes that begin a sentence and no name: a capital on one of them is the sentence's. */
const STARTERS =
  WORD_CLASS.article |
  WORD_CLASS.determiner |
  WORD_CLASS['pronoun.subject'] |
  WORD_CLASS['pronoun.possessive'] |
  WORD_CLASS.preposition |
  WORD_CLASS['conjunction.coordinating'] |
  WORD_CLASS['conjunction.subordinating'] |
  WORD_CLASS['question-word'] |
  WORD_CLASS.adverb;

/** Whether the sentence ends at the abbreviation at `at`, the next word being at `after`. */
function abbreviationEnds({ text, tokens, opens }: Words, at: number, after: number): boolean {
  const token = tokens[at];
  const next = tokens[after];
  if (token === undefined || next === undefined) return true;
  // A closing mark after the stop ends more than the abbreviation.
  const word = opens.has(next.start) ? (tokens[after + 1] ?? next) : next;
  const form = text.slice(word.start, word.end);
  if (!/^\p{Lu}/u.test(form)) return false;
  const classes = wordClassesOf(word.norm);
  // "c." stands for "about"; "C." is a letter.
  const isLetter = /^\p{Lu}\.$/u.test(text.slice(token.start, token.end));
  const known = isLetter ? undefined : abbreviationOf(token.norm);
  const isInitial = known === undefined && /^\p{L}\.$/u.test(token.norm);
  if (known !== undefined && !known.ends) return false;
  // "World War I. It" ends; "J. The" cannot be told from a name, and "John F. In" is not one.
  if (isInitial && form.length === 1) return false;
  if ((classes & STARTERS) !== 0) return !(form === 'A' && isInitial);
  // "at 9 p.m. Officials" ends, "9 p.m. Monday" and "9 p.m. EST" do not.
  const isClock = token.norm === 'a.m.' || token.norm === 'p.m.';
  return isClock && (classes & (WORD_CLASS.day | WORD_CLASS.month)) === 0 && !/^\p{Lu}+$/u.test(form);
}
