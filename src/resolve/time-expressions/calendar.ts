/** Days as whole numbers, and the arithmetic of months and ISO weeks on them. */

/** Days since 1 January 1970, which is day 0. Negative before it. */
export type Day = number;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;

/** The day of a date of the Gregorian calendar, years 1000 to 9999; null when there is no such date. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const ms = Date.UTC(year, month - 1, day);
  const date = new Date(ms);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= FIRST_YEAR && year <= LAST_YEAR ? ms / DAY_MS : null;
}

/** Years that ISO 8601 writes with four digits and that papers speak of. */
export const FIRST_YEAR = 1000;
export const LAST_YEAR = 9999;

export function civilOf(day: Day): CivilDate {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1 (Monday) to 7. Day 0 was a Thursday. */
export function weekdayOf(day: Day): number {
  return mod(day + 3, 7) + 1;
}

export function lengthOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day `months` later; the last day of the month where that month is too short. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: dom } = civilOf(day);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), mod(index, 12) + 1];
  return Date.UTC(toYear, toMonth - 1, Math.min(dom, lengthOfMonth(toYear, toMonth))) / DAY_MS;
}

/** The year and number of the ISO week that a day is in. */
export function weekOf(day: Day): { readonly year: number; readonly week: number } {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = civilOf(thursday);
  return { year, week: Math.floor((thursday - Date.UTC(year, 0, 1) / DAY_MS) / 7) + 1 };
}

/** `2024-03-12`. */
export function isoDay(day: Day): string {
  const { year, month, day: dom } = civilOf(day);
  return `${padded(year, 4)}-${padded(month)}-${padded(dom)}`;
}

export function padded(number: number, digits = 2): string {
  return String(number).padStart(digits, '0');
}

/** The remainder that is never negative. */
export function mod(a: number, b: number): number {
  return ((a % b) + b) % b;
}
