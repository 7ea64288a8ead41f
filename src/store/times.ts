/** Times as the store sorts and filters by them. */

import { queryInvalid } from '../errors.ts';

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * A stated time as a string that sorts: `2024-04-08T06:52:00Z` in UTC, or the
 * bare date (or month, or year) where that is all that is known, which sorts
 * before every time of that day. A time without a zone counts as UTC. Null for
 * what is no time.
 */
export function sortableTime(stated: string): string | null {
  if (DATE.test(stated)) return isDay(stated) ? stated : null;
  const match = DATE_TIME.exec(stated);
  if (match === null) return null;
  const instant = new Date(match[1] === undefined ? `${stated}Z` : stated);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString().replace('.000Z', 'Z');
}

/** An instant that some clock gave, in the one form that compares as a string; what is no instant stays as it is. */
export function instantOf(time: string): string {
  const instant = new Date(time);
  return Number.isNaN(instant.getTime()) ? time : instant.toISOString();
}

/**
 * The least sort time that is on or after a day. A month or a year that begins
 * on that day counts, so 1 May begins at `2024-05` and 1 January at `2024`.
 */
export function firstOf(from: string): string {
  checkDay('from', from);
  return from.replace(/-01$/, '').replace(/^(\d{4})-01$/, '$1');
}

/** The first sort time that is after a day (or month, or year), not itself included. */
export function afterLastOf(to: string): string {
  checkDay('to', to);
  const [year = 0, month, day] = to.split('-').map(Number);
  const next = new Date(0);
  next.setUTCFullYear(
    month === undefined ? year + 1 : year,
    monthIndex(month, day),
    day === undefined ? 1 : day + 1,
  );
  // Cut where the month or year begins, for the same reason as in `firstOf`.
  return firstOf(next.toISOString().slice(0, 10));
}

function monthIndex(month: number | undefined, day: number | undefined): number {
  if (month === undefined) return 0;
  return day === undefined ? month : month - 1;
}

function checkDay(name: string, value: string): void {
  if (!isDay(value)) throw queryInvalid(name, `"${value}" is not a date; write 2024-05-03, 2024-05 or 2024`);
}

/** Whether it is a day, a month or a year of the calendar, `2024-02-30` being none. */
function isDay(value: string): boolean {
  const match = DATE.exec(value);
  if (match === null || match[1] === '0000' || match[1] === '9999') return false;
  const [, year, month = '01', day = '01'] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}
