/** Dates of the Persian (solar Hijri) calendar as Gregorian ones. */

/** Days from 1 January 1970 to the day before the first day of Persian year 1. */
const EPOCH_DAY = -492_269;
const MS_A_DAY = 86_400_000;

/**
 * The Gregorian date of a Persian one. Leap years follow the 33-year rule, which agrees with the
 * astronomical calendar for years 1178 to 1633.
 */
export function fromPersian(
  year: number,
  month: number,
  day: number,
): { year: number; month: number; day: number } {
  const daysBeforeYear = 365 * (year - 1) + Math.floor((8 * year + 21) / 33);
  const daysBeforeMonth = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;
  const date = new Date((EPOCH_DAY + daysBeforeYear + daysBeforeMonth + day) * MS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
