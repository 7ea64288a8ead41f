/** Printed dates and times of the world's papers, read to ISO 8601 at the precision that is printed. */

import type { Span } from '../document/span.ts';
import { printedDates } from './time/printed-date.ts';
import type { DateOptions } from './time/calendar-date.ts';
import { clockIn } from './time/printed-clock.ts';
import { plainDigits } from './time/plain-digits.ts';

/** A date, perhaps with a time, where it stands in its line. The weekday and the zone are inside the span. */
export interface PrintedTime extends Span {
  /** `2024-04`, `2024-04-08`, `2024-04-08T09:52`, `2024-04-08T09:52:00+03:00`. */
  readonly iso: string;
}

export type { DateOptions, DayOrder } from './time/calendar-date.ts';

/** Longer lines are prose; only their beginning is looked at, which bounds the work. */
const MAX_LINE_CHARACTERS = 400;

/**
 * The first date printed in `text` with its time of day, as ISO 8601, or null.
 *
 * Precision is the text's own: "April 2024" gives `2024-04`. A zone is kept when it is stated and
 * means one offset (GMT, EDT, +0530); IST or CST are left out, as they stand for several.
 * "04/05/2024" is null unless `options.order` says which number is the day. Dates without a year
 * and relative ones ("3 hours ago") are null.
 */
export function parsePrintedTime(text: string, options: DateOptions = {}): string | null {
  return printedTimes(text, options)[0]?.iso ?? null;
}

/** Every date in a line with its time of day, in line order; the same rules as `parsePrintedTime`. */
export function printedTimes(text: string, options: DateOptions = {}): readonly PrintedTime[] {
  if (!/\p{Nd}/u.test(text.slice(0, MAX_LINE_CHARACTERS))) return [];
  const line = plainDigits(text.slice(0, MAX_LINE_CHARACTERS));
  const dates = printedDates(line, options);
  const times: PrintedTime[] = [];
  for (const [i, date] of dates.entries()) {
    const from = times[i - 1]?.end ?? 0;
    const to = dates[i + 1]?.start ?? line.length;
    const clock = date.day === null ? null : clockIn(line, date, { start: from, end: to });
    times.push({
      start: Math.min(date.start, clock?.start ?? date.start),
      end: Math.max(date.end, clock?.end ?? date.end),
      iso: isoOf(date) + (clock?.iso ?? ''),
    });
  }
  return times;
}

function isoOf(date: { readonly year: number; readonly month: number; readonly day: number | null }): string {
  const month = `${String(date.year).padStart(4, '0')}-${String(date.month).padStart(2, '0')}`;
  return date.day === null ? month : `${month}-${String(date.day).padStart(2, '0')}`;
}
