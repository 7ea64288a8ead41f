/** Finds dates whose month is a word: "8 April 2024", "Apr. 8, 2024", "8 de abril de 2024", "2024. április 8." */

import { monthNamed, persianMonthNamed } from '../../lexicon/time-names.ts';
import { fullYear, ymd } from './calendar-date.ts';
import type { DateOptions, PrintedDate } from './calendar-date.ts';

/** Every date with a named month, in line order; validity is not checked here. */
export function namedDates(line: string, options: DateOptions): PrintedDate[] {
  const parts = partsOf(line);
  const dates: PrintedDate[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const date = dateAround(parts, at, options);
    if (date === null) continue;
    dates.push(date);
    while (at + 1 < parts.length && (parts[at + 1]?.end ?? Infinity) <= date.end) at += 1;
  }
  return dates;
}

/** A number or a word of a line. */
interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The characters between the part before and this one. */
  readonly gap: string;
}

function partsOf(line: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of line.matchAll(
    /\d+|\p{L}[\p{L}\p{M}॰׳\u200c\u200d]*(?:[.'’](?=\p{L})[\p{L}\p{M}]+)*\.?/gu,
  )) {
    parts.push({
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
      gap: line.slice(end, match.index),
    });
    end = match.index + match[0].length;
  }
  return parts;
}

/** A month word, and how many parts it takes ("كانون الثاني" two, "نيسان/أبريل" two that mean one). */
interface Month {
  readonly number: number;
  readonly parts: number;
  readonly persian: boolean;
}

function monthAt(parts: readonly Part[], at: number, options: DateOptions): Month | null {
  const part = parts[at];
  if (part === undefined) return null;
  const next = parts[at + 1];
  const pair = next === undefined || next.gap !== ' ' ? null : levantMonth(part.text, next.text);
  if (pair !== null) return withOtherName(parts, at, { number: pair, parts: 2, persian: false }, options);
  const number = monthNamed(part.text, options.language) ?? prefixedMonth(part.text);
  if (number !== null) return withOtherName(parts, at, { number, parts: 1, persian: false }, options);
  const persian = persianMonthNamed(part.text);
  return persian === null ? null : { number: persian, parts: 1, persian: true };
}

/** Hebrew writes "in" and the month as one word, Catalan "of" and a month that begins with a vowel. */
function prefixedMonth(word: string): number | null {
  if (/^d['’]/i.test(word)) return monthNamed(word.slice(2));
  return /^[בל]\p{L}{3,}$/u.test(word) ? monthNamed(word.slice(1)) : null;
}

/** The four months of the Levant whose names are two words. */
const LEVANT_MONTHS: Readonly<Record<string, number>> = {
  'كانون الثاني': 1,
  'تشرين الأول': 10,
  'تشرين الاول': 10,
  'تشرين الثاني': 11,
  'كانون الأول': 12,
  'كانون الاول': 12,
};

function levantMonth(first: string, second: string): number | null {
  return LEVANT_MONTHS[`${first} ${second}`] ?? null;
}

/** Pan-Arab papers print a month by both names, parted by a slash or in brackets. */
function withOtherName(parts: readonly Part[], at: number, month: Month, options: DateOptions): Month {
  const next = parts[at + month.parts];
  if (next === undefined || !/^ ?[/(] ?$/.test(next.gap)) return month;
  const other = monthAt(parts, at + month.parts, options);
  return other === null || other.number !== month.number
    ? month
    : { ...month, parts: month.parts + other.parts };
}

function dateAround(parts: readonly Part[], at: number, options: DateOptions): PrintedDate | null {
  if (!hasNumberNear(parts, at)) return null;
  const month = monthAt(parts, at, options);
  if (month === null) return null;
  const before = dayBefore(parts, at);
  const after = at + month.parts;
  if (before !== null) {
    const year = yearAfter(parts, after);
    if (year !== null) return dateOf(parts, month, { day: before, year, from: before, to: year });
    const early = yearBefore(parts, before);
    if (early !== null) return dateOf(parts, month, { day: before, year: early, from: early, to: at });
  }
  const day = dayAfter(parts, after);
  if (day !== null) {
    const year = yearAfter(parts, day + 1) ?? yearAfterClock(parts, day + 1);
    if (year !== null) return dateOf(parts, month, { day, year, from: at, to: year });
    const early = yearBefore(parts, at);
    if (early !== null) return dateOf(parts, month, { day, year: early, from: early, to: day });
  }
  const year = yearAfter(parts, after);
  if (year === null || !standsAlone(parts[at])) return null;
  return dateOf(parts, month, { day: null, year, from: at, to: year });
}

/** Most words are far from any number, and no month then needs looking up. */
function hasNumberNear(parts: readonly Part[], at: number): boolean {
  for (let i = at - 1 - MAX_LINKS; i <= at + 2 + MAX_LINKS; i += 1) {
    if (/^\d/.test(parts[i]?.text ?? '')) return true;
  }
  return false;
}

/** "may 2024" inside a sentence is a verb; a month without a day is read only from a name or a long word. */
function standsAlone(part: Part | undefined): boolean {
  return part !== undefined && (part.text.length > 3 || /^\p{Lu}|^\p{Lo}/u.test(part.text));
}

function dateOf(
  parts: readonly Part[],
  month: Month,
  where: { readonly day: number | null; readonly year: number; readonly from: number; readonly to: number },
): PrintedDate | null {
  const year = fullYear(parts[where.year]?.text ?? '');
  const day = where.day === null ? undefined : parts[where.day]?.text;
  // A Persian month needs a Persian year and the other way round; else the words mean something else.
  if (month.persian !== Number(year) < 1500) return null;
  return {
    ...ymd(year, String(month.number), day),
    start: parts[where.from]?.start ?? 0,
    end: parts[where.to]?.end ?? 0,
  };
}

/** Words that link day, month and year, and the endings of ordinal numbers. */
const LINK =
  /^(?:de|del|d[’']|of|the|den|di|da|do|dia|m|g|år|عام|سنة|لعام|من|ابن|th|st|nd|rd|er|ère|re|ro|º|ª|tháng|-ն|թ|წ|г|року|року|года|ए|no|ng|ika|på)\.?$/iu;
const DAY_GAP = /^(?:[ .,،/–-]{0,3}|[º°ª]\.? ?)$/;
const YEAR_GAP = /^\)? ?[,.،/–-]{0,2} ?['’]?$/;
/** Link words between two parts of a date: "8th of April", "de abril de". */
const MAX_LINKS = 2;

function dayBefore(parts: readonly Part[], at: number): number | null {
  for (let i = at - 1; i >= 0 && i >= at - 1 - MAX_LINKS; i -= 1) {
    if (!DAY_GAP.test(parts[i + 1]?.gap ?? '')) return null;
    const text = parts[i]?.text ?? '';
    if (isDay(text)) return i;
    if (!LINK.test(text)) return null;
  }
  return null;
}

function dayAfter(parts: readonly Part[], from: number): number | null {
  const part = parts[from];
  return part !== undefined && DAY_GAP.test(part.gap) && isDay(part.text) ? from : null;
}

function yearAfter(parts: readonly Part[], from: number): number | null {
  for (let i = from; i < parts.length && i <= from + MAX_LINKS; i += 1) {
    const { text, gap } = parts[i] ?? { text: '', gap: '' };
    if (!YEAR_GAP.test(gap) && !/^[ .,]{0,3}\(?$/.test(gap)) return null;
    if (/^\d{4}$/.test(text)) return i;
    // "8-Apr-24", "April 8 '24": two digits are a year only when the mark before them says so.
    if (/^\d{2}$/.test(text) && i === from && /['’/-]$/.test(gap)) return i;
    if (!LINK.test(text)) return null;
  }
  return null;
}

/** The C library prints the year last: "Mon Apr  8 09:52:00 GMT 2024". */
function yearAfterClock(parts: readonly Part[], from: number): number | null {
  const clock = parts.slice(from, from + 5);
  const year = clock.findIndex(({ text }) => /^\d{4}$/.test(text));
  const between = clock.slice(0, year);
  const isClock =
    between.length >= 2 &&
    between.every(({ text, gap }, i) =>
      /^\d{2}$/.test(text) ? gap === (i === 0 ? ' ' : ':') : /^[A-Z]{2,4}$/.test(text),
    );
  return year > 0 && isClock ? from + year : null;
}

function yearBefore(parts: readonly Part[], at: number): number | null {
  for (let i = at - 1; i >= 0 && i >= at - 1 - MAX_LINKS; i -= 1) {
    if (!/^[ .,-]{0,3}$/.test(parts[i + 1]?.gap ?? '')) return null;
    const text = parts[i]?.text ?? '';
    if (/^\d{4}$/.test(text)) return i;
    if (!/^(?:m|metų|gada|urteko|ko|eko)\.?$/iu.test(text)) return null;
  }
  return null;
}

function isDay(text: string): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 31;
}
