/** Classes of words that their shape tells: numbers, years, days of the month, clock times. */

import type { Token } from '../../document/token.ts';
import { timeWordsOf } from '../../lexicon/time-words.ts';
import type { TimeClass } from '../../lexicon/time-classes.ts';
import { FIRST_YEAR, padded } from './calendar.ts';

/** What a class reads from the token at an index: the index after it and the value. */
export interface Reading {
  readonly end: number;
  readonly value: string;
}

/** Reads one class at `at`; nothing at or after `end` is looked at. Null where the class is not there. */
export type ShapeReader = (tokens: readonly Token[], at: number, end: number) => Reading | null;

export const SHAPES: Readonly<Record<string, ShapeReader>> = {
  n: amountAt,
  year: yearAt,
  years: decadeAt,
  dom: dayOfMonthAt,
  /** The day at the other end of a range. */
  dom2: dayOfMonthAt,
  iso: (tokens, at) => ofPattern(tokens, at, /^\d{4}-\d\d-\d\d$/),
  slash: (tokens, at) => ofPattern(tokens, at, /^\d{1,2}\/\d{1,2}\/(?:\d\d|\d{4})$/),
  clock: clockAt,
  hour: hourAt,
};

/** The longest table word of a class at `at`. */
export function wordAt(
  tokens: readonly Token[],
  at: number,
  end: number,
  wanted: TimeClass | string,
): Reading | null {
  const norm = tokens[at]?.norm;
  const entries = norm === undefined ? undefined : timeWordsOf(norm);
  if (entries === undefined) return null;
  for (const { words, class: kind, value } of entries) {
    if (kind !== wanted || at + words.length > end) continue;
    if (words.length === 1 || words.every((word, i) => tokens[at + i]?.norm === word)) {
      return { end: at + words.length, value };
    }
  }
  return null;
}

function ofPattern(tokens: readonly Token[], at: number, pattern: RegExp): Reading | null {
  const norm = tokens[at]?.norm ?? '';
  return pattern.test(norm) ? { end: at + 1, value: norm } : null;
}

/** An amount: "12", "2.5", "5 1/2", "twenty-four", "two hundred", "a", "several" (`X`), "two to three" (the least). */
function amountAt(tokens: readonly Token[], at: number, end: number): Reading | null {
  const first = oneAmountAt(tokens, at, end);
  if (first === null) return null;
  const joint = tokens[first.end]?.norm ?? '';
  // The article begins no range: "a to b" is none.
  if (!/^(?:to|or|-|–)$/.test(joint) || wordAt(tokens, at, end, 'article') !== null) return first;
  const second = oneAmountAt(tokens, first.end + 1, end);
  return second === null || wordAt(tokens, first.end + 1, end, 'article') !== null
    ? first
    : { end: second.end, value: first.value };
}

function oneAmountAt(tokens: readonly Token[], at: number, end: number): Reading | null {
  const norm = at < end ? (tokens[at]?.norm ?? '') : '';
  if (/^\d/.test(norm)) return digitsAt(tokens, at, norm);
  const many = wordAt(tokens, at, end, 'number');
  if (many !== null && (many.value === 'X' || many.end > at + 1)) return many;
  const article = many === null ? wordAt(tokens, at, end, 'article') : null;
  if (
    article !== null &&
    tokens[article.end]?.norm !== 'hundred' &&
    tokens[article.end]?.norm !== 'thousand'
  ) {
    return article;
  }
  return withHalf(tokens, spelledAt(tokens, article === null ? at : article.end, end), end);
}

/** "two and a half". */
function withHalf(tokens: readonly Token[], amount: Reading | null, end: number): Reading | null {
  if (amount === null || amount.end + 3 > end) return amount;
  const isHalf = ['and', 'a', 'half'].every((word, i) => tokens[amount.end + i]?.norm === word);
  return isHalf ? { end: amount.end + 3, value: String(Number(amount.value) + 0.5) } : amount;
}

function digitsAt(tokens: readonly Token[], at: number, norm: string): Reading | null {
  if (/^\d+\/\d+$/.test(norm)) return { end: at + 1, value: String(quotient(norm)) };
  if (!/^\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(norm)) return null;
  const whole = Number(norm.replace(/,/g, ''));
  const fraction = tokens[at + 1]?.norm ?? '';
  return /^[1-9]\/[1-9]$/.test(fraction)
    ? { end: at + 2, value: String(whole + quotient(fraction)) }
    : { end: at + 1, value: String(whole) };
}

function quotient(fraction: string): number {
  const [above = 0, below = 1] = fraction.split('/').map(Number);
  return above / below;
}

/** A number in words below a million: the tens and ones of each scale add up. */
function spelledAt(tokens: readonly Token[], from: number, end: number): Reading | null {
  let [total, part, at] = [0, 0, from];
  let last: Reading | null = null;
  while (at < end) {
    const number = wordAt(tokens, at, end, 'number');
    const scale = number === null ? wordAt(tokens, at, end, 'scale') : null;
    if (scale !== null) {
      const by = Number(scale.value);
      if (by === 1000) [total, part] = [total + Math.max(part, 1) * by, 0];
      else part = Math.max(part, 1) * by;
      last = { end: scale.end, value: String(total + part) };
    } else if (number !== null && Number(number.value) >= 0 && fits(part, Number(number.value))) {
      part += Number(number.value);
      last = { end: number.end, value: String(total + part) };
    } else break;
    at = last.end;
    const isJoint = tokens[at]?.norm === '-' || (tokens[at]?.norm === 'and' && part >= 100);
    if (isJoint && wordAt(tokens, at + 1, end, 'number') !== null) at += 1;
    else if (isJoint) break;
  }
  return last;
}

/** Whether a number word can follow: "twenty" takes "four", "four" takes nothing. */
function fits(sofar: number, next: number): boolean {
  if (sofar === 0) return true;
  return sofar % 100 === 0 ? next < 100 : sofar % 10 === 0 && sofar % 100 >= 20 && next < 10;
}

/** Later years are numbers of something else. */
const LAST_PLAIN_YEAR = 2199;

/** "1996", "nineteen ninety-six", "two thousand". */
function yearAt(tokens: readonly Token[], at: number, end: number): Reading | null {
  const norm = at < end ? (tokens[at]?.norm ?? '') : '';
  if (/^\d{4}$/.test(norm)) {
    const year = Number(norm);
    return year >= FIRST_YEAR && year <= LAST_PLAIN_YEAR ? { end: at + 1, value: norm } : null;
  }
  if (/^\d/.test(norm)) return null;
  const century = wordAt(tokens, at, end, 'number');
  if (century === null) return null;
  if (Number(century.value) >= 16 && Number(century.value) <= 20) {
    const rest = spelledAt(tokens, century.end, end);
    const isTens = rest !== null && Number(rest.value) >= 10 && Number(rest.value) < 100;
    if (isTens) return { end: rest.end, value: `${century.value}${padded(Number(rest.value))}` };
  }
  const whole = spelledAt(tokens, at, end);
  const isYear = whole !== null && Number(whole.value) >= 2000 && Number(whole.value) < 2100;
  return isYear ? whole : null;
}

/** "1990s", "'90s", "1990's": the first year of a decade. */
function decadeAt(tokens: readonly Token[], at: number, end: number): Reading | null {
  const norm = at < end ? (tokens[at]?.norm ?? '') : '';
  const full = /^(1[0-9]|20)(\d)0s$/.exec(norm);
  if (full !== null) return { end: at + 1, value: norm.slice(0, 4) };
  const short = /^'?([2-9])0s$/.exec(norm);
  if (short !== null) return { end: at + 1, value: `19${short[1] ?? ''}0` };
  const isOwned = /^(?:1[5-9]|20)\d0$/.test(norm) && tokens[at + 1]?.norm === "'s" && at + 1 < end;
  return isOwned ? { end: at + 2, value: norm } : null;
}

/** "12", "12th", "eighth". */
function dayOfMonthAt(tokens: readonly Token[], at: number, end: number): Reading | null {
  const norm = at < end ? (tokens[at]?.norm ?? '') : '';
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(norm)?.[1];
  if (day !== undefined) {
    return Number(day) >= 1 && Number(day) <= 31 ? { end: at + 1, value: day } : null;
  }
  const ordinal = wordAt(tokens, at, end, 'ordinal');
  return ordinal !== null && /(?:st|nd|rd|th)$|second/.test(norm) ? ordinal : null;
}

const AM = /^a\.?m\.?$/;
const PM = /^p\.?m\.?$/;
/** Words before a bare "7:30" that make it a time of day and not a score or a length. */
const BEFORE_CLOCK = /^(?:at|by|around|about|until|till|from|before|after|since|between)$/;

/** "7:30 a.m.", "7am", "seven o'clock", "0735 GMT", "at 17:00": hours and minutes of 24. */
function clockAt(tokens: readonly Token[], at: number, end: number): Reading | null {
  const norm = at < end ? (tokens[at]?.norm ?? '') : '';
  const next = at + 1 < end ? (tokens[at + 1]?.norm ?? '') : '';
  const military = /^([01]\d|2[0-4])([0-5]\d)$/.exec(norm);
  if (military !== null && (next === 'hours' || isZone(tokens, at + 1, end))) {
    return { end: next === 'hours' ? at + 2 : at + 1, value: `${military[1] ?? ''}:${military[2] ?? ''}` };
  }
  const digits = /^(\d{1,2})(?:[:.]([0-5]\d)(?::[0-5]\d)?)?$/.exec(norm);
  const hour = digits === null ? Number(hourAt(tokens, at, end)?.value ?? -1) : Number(digits[1]);
  if (hour < 0 || hour > 24) return null;
  const minute = digits?.[2] ?? '00';
  if (AM.test(next) || PM.test(next)) {
    if (hour > 12 || hour === 0) return null;
    return { end: at + 2, value: `${padded((hour % 12) + (PM.test(next) ? 12 : 0))}:${minute}` };
  }
  if (next === "o'clock" && hour >= 1) return { end: at + 2, value: `${padded(hour)}:${minute}` };
  const isTold = isZone(tokens, at + 1, end) || BEFORE_CLOCK.test(tokens[at - 1]?.norm ?? '');
  return digits?.[2] !== undefined && norm.includes(':') && isTold
    ? { end: at + 1, value: `${padded(hour)}:${minute}` }
    : null;
}

function isZone(tokens: readonly Token[], at: number, end: number): boolean {
  return wordAt(tokens, at, end, 'zone') !== null;
}

/** An hour of the clock's face, 1 to 12, in digits or words. */
function hourAt(tokens: readonly Token[], at: number, end: number): Reading | null {
  const norm = at < end ? (tokens[at]?.norm ?? '') : '';
  const value = /^\d{1,2}$/.test(norm) ? norm : (wordAt(tokens, at, end, 'number')?.value ?? '');
  return Number(value) >= 1 && Number(value) <= 12 ? { end: at + 1, value } : null;
}
