/** Tokenizing: cuts readable blocks into words and marks as Universal Dependencies cuts English. */

import type { Block } from '../document/block.ts';
import { isReadable } from '../document/block.ts';
import type { Token } from '../document/token.ts';
import { abbreviationOf } from '../lexicon/abbreviations.ts';
import type { Stage } from '../pipeline/stage.ts';

/** Adds the tokens of every readable block. No token crosses the end of a block. */
export const tokenize: Stage<never, 'tokens'> = {
  name: 'tokenize',
  needs: [],
  adds: ['tokens'],
  run: ({ text, blocks }) => ({ tokens: tokensOfBlocks(text, blocks) }),
};

function tokensOfBlocks(text: string, blocks: readonly Block[]): Token[] {
  const tokens: Token[] = [];
  for (const block of blocks) {
    // A loop and not a spread: one block may hold more tokens than a call may have arguments.
    if (isReadable(block)) for (const token of tokensOf(text, block.start, block.end)) tokens.push(token);
  }
  return tokens;
}

/**
 * The tokens of `text` from offset `from` up to, not including, offset `to`.
 *
 * Offsets are UTF-16 code units in the whole text. Tokens are in text order and
 * never overlap; only white space, format characters and controls lie between
 * them. Time grows linearly with the length.
 */
export function tokensOf(text: string, from: number, to: number): Token[] {
  const stretch = from === 0 && to === text.length ? text : text.slice(from, to);
  const tokens: Token[] = [];
  const put = (start: number, end: number): void => {
    tokens.push({ start: from + start, end: from + end, norm: normOf(stretch.slice(start, end)) });
  };
  let at = 0;
  while (at < stretch.length) {
    SPACE.lastIndex = at;
    if (SPACE.test(stretch)) at = SPACE.lastIndex;
    if (at < stretch.length) at = cutAt(stretch, at, put);
  }
  return tokens;
}

type Put = (start: number, end: number) => void;

/** White space, and characters that show nothing: controls, zero-width marks, directions. */
const SPACE =
  /[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+/y;

/**
 * What one look decides, tried in this order. Every repetition is bounded or ends
 * at its own kind of character, so that no long run is read twice.
 */
const WHOLE = new RegExp(
  [
    String.raw`\d{4}-\d{2}-\d{2}(?!\d)`,
    String.raw`(?:https?:\/\/|www\.)[^\s<>"“”«»]+`,
    String.raw`[A-Za-z0-9_][\w.+\-]{0,63}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,8}`,
    String.raw`[@#][\p{L}\p{N}_]+`,
    String.raw`\p{Extended_Pictographic}(?:[\u{fe0f}\u{1f3fb}-\u{1f3ff}]|\u200d\p{Extended_Pictographic})*`,
    String.raw`\p{Regional_Indicator}{1,2}`,
    "''|``|’’|‘‘|,,(?=[\\p{L}\\p{N}])",
    String.raw`\.{2,}|…+|-{2,}|—+|–+|[!?]{2,}|\*+|_+|=+|~+`,
  ].join('|'),
  'yu',
);
const NUMBER = /\d+(?:[.,:/]\d+)*/y;
const ORDINAL = /(?:st|nd|rd|th|s)(?![\p{L}\p{N}])/uy;
const WORD = /[\p{L}\p{M}\p{N}_]+/uy;
/** "U.S.", "p.m.", "Ph.D.": letters and stops by turns; the last stop may be missing ("U.S" in headlines). */
const ACRONYM = /\p{L}{1,2}\.(?:\p{L}{1,2}\.){1,8}\p{L}?(?![\p{L}\p{N}])|\p{L}\.\p{L}(?![\p{L}\p{N}.])/uy;
const INITIAL = /\p{Lu}\.(?=\s*\p{Lu})/uy;
const DOMAIN_ENDING =
  /(?:\.[A-Za-z0-9\-]{1,63}){0,4}\.(?:com|org|net|gov|edu|info|co|io|tv|uk|ru|ua|de|fr|eu|int)(?![\p{L}\p{N}])/uy;
/** Words that begin with an apostrophe: "'em", "'90s", "'tis". */
const APOSTROPHE_FIRST = /['’](?:em|til|tis|twas|cause|n|\d0s)(?![\p{L}\p{N}])/iuy;
const CLITIC = /['’](?:s|re|ve|ll|d|m)(?![\p{L}\p{N}])/iuy;
const AFTER_APOSTROPHE = /['’](?=\p{L})[\p{L}\p{M}\p{N}]+/uy;
const NOT_CLITIC = /^n['’]t$/i;
/** Prefixes that English writes with a hyphen inside one word; UD leaves these whole. */
const JOINED_PREFIX = /^(?:anti|co|e|ex|mid|multi|non|post|pre|pro|re|self|semi|sub|un)$/i;
const HYPHEN_WORD = /-\p{Ll}[\p{L}\p{M}]*/uy;
const FUSED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
]);

/** Puts the token or tokens that begin at `at` and returns where the next look begins. */
function cutAt(stretch: string, at: number, put: Put): number {
  const whole = endOf(WHOLE, stretch, at);
  if (whole !== -1) return putWhole(stretch, at, whole, put);
  if (endOf(NUMBER, stretch, at) !== -1) return putNumber(stretch, at, put);
  if (endOf(WORD, stretch, at) !== -1) return putWord(stretch, at, put);
  const joined = endOf(APOSTROPHE_FIRST, stretch, at);
  if (joined !== -1) return putOne(at, joined, put);
  const clitic = endOf(CLITIC, stretch, at);
  // A clitic stands here after a mark or a number: `1990's`, `"Dawn"'s`.
  if (clitic !== -1 && at > 0 && !isSpaceBefore(stretch, at)) return putOne(at, clitic, put);
  return putOne(at, at + ((stretch.codePointAt(at) ?? 0) > 0xffff ? 2 : 1), put);
}

function endOf(pattern: RegExp, stretch: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(stretch) ? pattern.lastIndex : -1;
}

function putOne(start: number, end: number, put: Put): number {
  put(start, end);
  return end;
}

function isSpaceBefore(stretch: string, at: number): boolean {
  return /\s/.test(stretch.charAt(at - 1));
}

/** A URL gives back the marks that the sentence put after it. */
function putWhole(stretch: string, start: number, end: number, put: Put): number {
  if (/[hHwW]/.test(stretch.charAt(start))) {
    while (end > start + 1 && /[.,;:!?)\]}'’”…*]/.test(stretch.charAt(end - 1))) end -= 1;
  }
  return putOne(start, end, put);
}

/** "1,110", "7:30", "20th", "1990s"; a unit or a clock's half that clings ("7am", "5km") is a word of its own. */
function putNumber(stretch: string, start: number, put: Put): number {
  const digits = endOf(NUMBER, stretch, start);
  const ordinal = endOf(ORDINAL, stretch, digits);
  return putOne(start, ordinal === -1 ? digits : ordinal, put);
}

function putWord(stretch: string, start: number, put: Put): number {
  const stopped = endOfStopped(stretch, start);
  if (stopped !== -1) return putOne(start, stopped, put);
  let end = endOf(WORD, stretch, start);
  const domain = endOf(DOMAIN_ENDING, stretch, end);
  if (domain !== -1) return putOne(start, domain, put);
  if (JOINED_PREFIX.test(stretch.slice(start, Math.min(end, start + 6)))) {
    const hyphened = endOf(HYPHEN_WORD, stretch, end);
    if (hyphened !== -1) end = hyphened;
  }
  return putWithClitics(stretch, start, end, put);
}

/** The end of an abbreviation, acronym or initial with its stop, -1 where the word has none. */
function endOfStopped(stretch: string, start: number): number {
  const acronym = endOf(ACRONYM, stretch, start);
  if (acronym !== -1) return acronym;
  const initial = endOf(INITIAL, stretch, start);
  if (initial !== -1) return initial;
  const end = endOf(WORD, stretch, start);
  const isShort = end - start <= LONGEST_ABBREVIATION;
  if (!isShort || stretch.charAt(end) !== '.') return -1;
  const abbreviation = abbreviationOf(stretch.slice(start, end + 1).toLowerCase());
  if (abbreviation === undefined) return -1;
  if (abbreviation.before === 'number' && !/^[ \u00a0]?[\d$€£]/.test(stretch.slice(end + 1, end + 3)))
    return -1;
  // Without a capital, "sen." or "rep." at the end of a line is a word and the stop is the sentence's.
  const isLower = /^\p{Ll}/u.test(stretch.slice(start, start + 1));
  return abbreviation.before === 'name' && isLower ? -1 : end + 1;
}

/** The longest form in the abbreviation table that is one word, without its stop. */
const LONGEST_ABBREVIATION = 6;

function putWithClitics(stretch: string, start: number, wordEnd: number, put: Put): number {
  let end = wordEnd;
  // "O'Neill", "d'Ivoire" are one word, which may take a clitic in its turn ("O'Neill's").
  for (let joined = 0; joined < 2; joined += 1) {
    const clitic = endOf(CLITIC, stretch, end);
    if (clitic !== -1) {
      put(start, end);
      return putOne(end, clitic, put);
    }
    const apostrophe = endOf(AFTER_APOSTROPHE, stretch, end);
    if (apostrophe === -1) break;
    if (end - start > 1 && NOT_CLITIC.test(stretch.slice(end - 1, apostrophe))) {
      put(start, end - 1);
      return putOne(end - 1, apostrophe, put);
    }
    end = apostrophe;
  }
  return putFused(stretch, start, end, put);
}

function putFused(stretch: string, start: number, end: number, put: Put): number {
  const first = end - start <= 6 ? FUSED.get(stretch.slice(start, end).toLowerCase()) : undefined;
  if (first === undefined) return putOne(start, end, put);
  put(start, start + first);
  return putOne(start + first, end, put);
}

/** The lower-case form with straight marks, which lexicons are keyed by. */
export function normOf(word: string): string {
  const first = word.charCodeAt(0);
  const isPlain = first < 0x80 && first !== 0x27 && first !== 0x60 && first !== 0x2c;
  const lower = word.toLowerCase();
  if (isPlain && !lower.includes('’')) return lower;
  return MARK_NORMS.get(word) ?? lower.replace(/[‘’]/g, "'");
}

const MARK_NORMS: ReadonlyMap<string, string> = new Map(
  ['“', '”', '„', '‟', '«', '»', "''", '``', '’’', '‘‘', ',,', '＂'].map((mark) => [mark, '"']),
);
