/** Calendar dates from printed numbers, and the choices a reader of printed dates has. */

import type { Span } from '../../document/span.ts';
import { fromPersian } from './persian-date.ts';

/** Which of the two first numbers is the day where a paper prints 04/05/2024. */
export type DayOrder = 'day-first' | 'month-first';

export interface DateOptions {
  readonly order?: DayOrder;
  /** BCP 47 primary tag; decides between the few month names that languages share with another meaning. */
  readonly language?: string;
}

/** A date of the Gregorian calendar in a line. `day` is null where only the month is printed. */
export interface PrintedDate extends Span {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

/** A date from printed numbers, not yet checked. `day` is null where only the month is printed. */
export interface Ymd {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

/** The first year that two digits stand for in a paper that can be read today: 70 is 1970, 69 is 2069. */
const FIRST_SHORT_YEAR = 70;

/** A year with its century: "24" is 2024. */
export function fullYear(year: string): string {
  if (year.length !== 2) return year;
  return Number(year) < FIRST_SHORT_YEAR ? `20${year}` : `19${year}`;
}

/** A date from its numbers as printed; Persian and Buddhist years are turned into Gregorian dates. */
export function ymd(year = '', month = '', day?: string): Ymd {
  const date = { year: Number(year), month: Number(month), day: day === undefined ? null : Number(day) };
  if (isPersianYear(date.year) && date.day !== null) return fromPersian(date.year, date.month, date.day);
  return isBuddhistYear(date.year) ? { ...date, year: date.year - 543 } : date;
}

/**
 * Years of the Persian calendar in today's papers: 1921 to 2041. Above 1420 a year may as well be one
 * of the Islamic lunar calendar (1445 began in 2023), which is not read.
 */
function isPersianYear(year: number): boolean {
  return year >= 1300 && year < 1420;
}

/** Thai papers count years from the Buddha's death, 543 years earlier. */
function isBuddhistYear(year: number): boolean {
  return year >= 2440 && year < 2644;
}

/** Newspapers began about then; anything outside is a number and not a year. */
const FIRST_YEAR = 1600;
const LAST_YEAR = 2199;

/** Whether there is such a day, in a year that a paper can be from. */
export function isCalendarDate({ year, month, day }: Ymd): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return false;
  return day === null || (day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate());
}
