/** Words that look like times and are none: names of papers and people, verbs, plain numbers. */

import type { Token } from '../../document/token.ts';
import { timelessNamesOf } from '../../lexicon/time-cues.ts';
import { timeWordsOf } from '../../lexicon/time-words.ts';
import { WORD_CLASS, wordClassesOf } from '../../lexicon/word-classes.ts';
import type { Match } from './match-patterns.ts';

/** The index after a name at `at` that only holds a word of time ("Sunday Times"), or `at`. */
export function afterTimelessName(
  text: string,
  tokens: readonly Token[],
  at: number,
  { firstToken: sentenceStart, endToken: end }: { readonly firstToken: number; readonly endToken: number },
): number {
  for (const words of timelessNamesOf(tokens[at]?.norm ?? '')) {
    if (at + words.length > end || !words.every((word, i) => tokens[at + i]?.norm === word)) continue;
    const first = isCapital(text, tokens[at]) && at > sentenceStart;
    const isNamed = first || words.some((_, i) => i > 0 && isCapital(text, tokens[at + i]));
    if (isNamed) return at + words.length;
  }
  return at;
}

/** Whether the words of a match mean a time where they stand. */
export function isTime(text: string, tokens: readonly Token[], at: number, match: Match): boolean {
  const { captures, pattern } = match;
  const rule = pattern.rule;
  if (captures.has('month') && !isMonth(text, tokens, at, match)) return false;
  if (captures.has('weekday') && !isWeekday(text, tokens, at, match)) return false;
  if (captures.has('holiday') && !isCapital(text, tokens[match.end - (captures.has('year') ? 2 : 1)])) {
    // Some holidays end in a small word; the first one then has the capital.
    if (!isCapital(text, tokens[at + (captures.has('turn') ? 1 : 0)])) return false;
  }
  if (rule === 'year' && !captures.has('stage') && !captures.has('edge'))
    return isYear(text, tokens, at, match.end);
  if (captures.has('unit') || captures.has('units')) return isUnit(text, tokens, at, match);
  if (captures.has('often')) return isLower(text, tokens[match.end - 1]) || at === 0;
  if (rule === 'season' && tokens[match.end]?.norm === 'of') return false;
  if (captures.has('vague')) return isVague(tokens, at, match);
  if (rule === 'clock' && captures.get('about') === undefined) return tokens[at - 1]?.norm !== '-';
  return true;
}

/** Months that are also verbs, surnames or first names need more than their capital. */
const DOUBTFUL_MONTH =
  /^(?:may|march|mar|jan|jun|jul|dec|sep|april|june|august|apr|aug|oct|nov|feb|febr|jly)$/;
const BEFORE_MONTH =
  /^(?:in|of|by|since|until|till|last|next|this|from|to|for|during|early|late|mid|through|between|before|after|each|every|previous|following|and|or|around|about|\(|-|–|until)$/;

function isMonth(text: string, tokens: readonly Token[], at: number, match: Match): boolean {
  const { captures } = match;
  const isDated = captures.has('dom') || captures.has('year');
  const index = indexOfClass(tokens, at, match.end, 'month');
  const token = tokens[index];
  const name = (token?.norm ?? '').replace(/\.$/, '');
  if (!isCapital(text, token)) return isDated && name !== 'may' && name !== 'march';
  if (match.pattern.meaning === 'set') return true;
  if (isDated) return name !== 'may' || !captures.has('turn');
  // "April Jones", "August Wilson": a first name.
  if (isNameAfter(text, tokens, match.end)) return false;
  if (!DOUBTFUL_MONTH.test(name)) return true;
  if (captures.has('turn') || captures.has('stage') || captures.has('edge')) return true;
  // "March" and "May" at the head of a sentence, and after a name, are verbs or people.
  const before = tokens[at - 1]?.norm ?? '';
  return BEFORE_MONTH.test(before) && !/^(?:said|says|told|for|on)$/.test(tokens[match.end]?.norm ?? '');
}

/** Whether a word with a capital follows on the same line that is no word of time. */
function isNameAfter(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const last = tokens[at - 1];
  if (token === undefined || last === undefined || !isCapital(text, token)) return false;
  if (text.slice(last.end, token.start) !== ' ') return false;
  return (
    timeWordsOf(token.norm) === undefined && !/^(?:i|the)$/.test(token.norm) && NAME_MONTHS.test(last.norm)
  );
}

const NAME_MONTHS = /^(?:april|may|june|august|jan|march)$/;

/** Abbreviations that are words too ("sat", "sun") need a stop or a date after them. */
function isWeekday(text: string, tokens: readonly Token[], at: number, match: Match): boolean {
  const token = tokens[indexOfClass(tokens, at, match.end, 'weekday')];
  const isShort = (token?.norm.length ?? 0) < 6 && !(token?.norm.endsWith('.') ?? false);
  if (isShort && !match.captures.has('month') && !match.captures.has('dom')) return false;
  return !isShort || isCapital(text, token);
}

function indexOfClass(tokens: readonly Token[], at: number, end: number, wanted: string): number {
  for (let i = at; i < end; i += 1) {
    if (timeWordsOf(tokens[i]?.norm ?? '')?.some(({ class: kind }) => kind === wanted) === true) return i;
  }
  return at;
}

/** Words before a bare number of four digits that make it a year. */
const BEFORE_YEAR =
  /^(?:in|of|by|since|until|till|from|to|for|during|through|between|before|after|and|or|around|about|circa|fiscal|late|early|mid|season|,|\(|-|–|--|—|than|'s|post|pre|ending|ended)$/;
/** Words before a number that make it an amount or a label. */
const NOT_BEFORE_YEAR =
  /^(?:\$|£|€|¥|#|no\.|nos\.|number|flight|room|page|about|some|nearly|almost|least|than)$/;
const FIRST_LIKELY_YEAR = 1500;
const LAST_LIKELY_YEAR = 2100;

function isYear(text: string, tokens: readonly Token[], at: number, end: number): boolean {
  const first = tokens[at]?.norm ?? '';
  const before = tokens[at - 1]?.norm ?? '';
  const after = tokens[end]?.norm ?? '';
  if (first === 'fiscal') return true;
  if (!/^\d/.test(first)) return /^(?:in|of|since|by|until)$/.test(before);
  const year = Number(first);
  if (year < FIRST_LIKELY_YEAR || year > LAST_LIKELY_YEAR) return false;
  const isRange = /^[-–]$/.test(after) && /^\d{4}$/.test(tokens[end + 1]?.norm ?? '');
  if (NOT_BEFORE_YEAR.test(before)) return false;
  if (/^(?:%|percent|-|\/)$/.test(after) && !isRange) return false;
  if (isRange) return true;
  // "1,500" has its comma; "1500 people" and "2000 miles" have not.
  if (/s$/.test(after) && isLower(text, tokens[end]) && !/^(?:in|since|until|by)$/.test(before)) return false;
  return BEFORE_YEAR.test(before) || isCapitalOrNoun(text, tokens, at, end);
}

/** "a 1988 law", "the 2012 Olympics", "2009:": a year before a noun or at the end of a clause. */
function isCapitalOrNoun(text: string, tokens: readonly Token[], at: number, end: number): boolean {
  const after = tokens[end];
  const before = tokens[at - 1]?.norm ?? '';
  if (/^(?:the|a|an|its|their|his|her|our|this|that|'s)$/.test(before)) return true;
  return after === undefined || /^[).,;:]$/.test(after.norm) || isCapital(text, after);
}

function isUnit(
  text: string,
  tokens: readonly Token[],
  at: number,
  { captures, end, pattern }: Match,
): boolean {
  const unit = captures.get('unit') ?? captures.get('units') ?? '';
  const amount = captures.get('n');
  const next = tokens[end]?.norm ?? '';
  const first = tokens[at]?.norm ?? '';
  // "A second attack", "the second", "a minute quantity": ordinals and adjectives.
  if (unit === 'TS' && (amount === undefined || amount === '1')) return first === 'one' || first === '1';
  // "A quarter of the town", "three quarters": fractions and parts of towns.
  if (unit === 'Q' && pattern.meaning === 'duration')
    return next !== 'of' && amount !== '1' && !isShare(tokens, end);
  // "May last a day or two": a verb.
  if ((first === 'last' || first === 'past') && amount !== undefined && isVerbLast(tokens, at)) return false;
  // "A minute amount": an adjective.
  if (unit === 'TM' && first === 'a' && /^\p{Ll}{4,}$/u.test(next) && wordClassesOf(next) === 0) {
    return /^(?:later|earlier|longer)$/.test(next);
  }
  // "A day-long session", "a decades-long feud": the article belongs to the noun.
  const isArticle = amount === '1' && /^an?$/.test(first);
  if (isArticle && (next === '-' || captures.has('units'))) return false;
  // "A night at the opera", "one day he will": not lengths.
  if (unit === 'N' && pattern.rule === 'after' && amount === '1') return false;
  // "The 18th and 19th centuries" are no length.
  if (pattern.rule === 'units' && /^\d+(?:st|nd|rd|th)$|^-$/.test(tokens[at - 1]?.norm ?? '')) return false;
  if (pattern.rule === 'units' && (unit === 'N' || unit.startsWith('T') || unit === 'Q')) return false;
  return isLower(text, tokens[end - 1]) || !isCapital(text, tokens[end - 1]);
}

/** Whether "last" before an amount is the verb: an article, a modal or "to" stands beside it. */
function isVerbLast(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.norm ?? '';
  const after = tokens[at + 1]?.norm ?? '';
  return /^(?:an?|only|about)$/.test(after) || /^(?:to|n't|not|could|can)$/.test(before) || isModal(before);
}

function isModal(norm: string): boolean {
  return (wordClassesOf(norm) & WORD_CLASS['auxiliary.modal']) !== 0;
}

function isShare(tokens: readonly Token[], at: number): boolean {
  return /^(?:share|of|full|past|to)$/.test(tokens[at]?.norm ?? '');
}

/** "the current", "recent" are adjectives that date their noun; "the past" before a noun is another pattern. */
function isVague(tokens: readonly Token[], at: number, { end }: Match): boolean {
  const first = tokens[at]?.norm ?? '';
  const next = tokens[end]?.norm ?? '';
  if (first === 'now' && (next === 'that' || next === '-')) return false;
  return !(first === 'the' && timeWordsOf(next)?.some(({ class: kind }) => /^units?$/.test(kind)) === true);
}

function isCapital(text: string, token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(text.slice(token.start, token.start + 2));
}

function isLower(text: string, token: Token | undefined): boolean {
  return token !== undefined && /^\p{Ll}/u.test(text.slice(token.start, token.start + 2));
}
