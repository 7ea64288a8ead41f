/** Dates in words: at the precision that the source gave, with the zone, and nothing added. */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const INSTANT =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/** An instant taken apart. What the source does not give is null. */
interface Parts {
  readonly year: string;
  readonly month: number | null;
  readonly day: number | null;
  readonly clock: string | null;
  readonly seconds: string | null;
  /** Minutes east of UTC; null when no zone is stated. */
  readonly offset: number | null;
}

function partsOf(instant: string): Parts | null {
  const [whole, year, month, day, hour, minute, seconds, zone] = INSTANT.exec(instant) ?? [];
  if (whole === undefined || year === undefined) return null;
  const monthNumber = month === undefined ? null : Number(month);
  if (monthNumber !== null && MONTHS[monthNumber - 1] === undefined) return null;
  return {
    year,
    month: monthNumber,
    day: day === undefined ? null : Number(day),
    clock: hour === undefined ? null : `${hour}:${minute}`,
    seconds: seconds ?? null,
    offset: zone === undefined ? null : offsetOf(zone),
  };
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** "8 April 2024, 09:52 UTC+3"; "April 2024"; "2024". What cannot be read is given back as it stands. */
export function inWords(instant: string): string {
  const parts = partsOf(instant);
  if (parts === null) return instant;
  const clock = clockOf(parts);
  return clock === null ? dateOf(parts) : `${dateOf(parts)}, ${clock}`;
}

/** Like `inWords`, to the second, for facts that people compare. */
export function inWordsToTheSecond(instant: string): string {
  const parts = partsOf(instant);
  if (parts === null || parts.clock === null || parts.seconds === null) return inWords(instant);
  return `${dateOf(parts)}, ${parts.clock}:${parts.seconds} ${zoneOf(parts.offset)}`;
}

/** Only the time of day with its zone: "09:52 UTC+3"; null when the source gives none. */
export function timeOfDay(instant: string): string | null {
  const parts = partsOf(instant);
  return parts === null ? null : clockOf(parts);
}

function clockOf({ clock, offset }: Parts): string | null {
  return clock === null ? null : `${clock} ${zoneOf(offset)}`;
}

function zoneOf(offset: number | null): string {
  if (offset === null) return '(zone not stated)';
  if (offset === 0) return 'UTC';
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const sign = offset < 0 ? '\u2212' : '+';
  return `UTC${sign}${hours}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
}

function dateOf({ year, month, day }: Parts): string {
  if (month === null) return year;
  const name = MONTHS[month - 1] ?? '';
  return day === null ? `${name} ${year}` : `${day} ${name} ${year}`;
}

/**
 * The day under which a chronicle files an instant: `2024-04-08`, or `2024-04`
 * and `2024` where the source says no more. An instant with a zone is filed by
 * its day in UTC, the order of the list; without one, by the day it prints.
 */
export function dayOf(instant: string): string {
  const parts = partsOf(instant);
  if (parts === null || parts.day === null || parts.month === null) return instant;
  const { year, month, day, clock, offset } = parts;
  const [hour = 0, minute = 0] = clock?.split(':').map(Number) ?? [];
  const time = Date.UTC(Number(year), month - 1, day, hour, minute - (offset ?? 0));
  return new Date(time).toISOString().slice(0, 10);
}

/** Whether the instant prints another day than the one that it is filed under. */
export function printsAnotherDay(instant: string): boolean {
  return instant.length > 10 && instant.slice(0, 10) !== dayOf(instant);
}

/** A day heading: "Monday, 8 April 2024"; "April 2024, day not stated"; "2024, month not stated". */
export function dayHeading(day: string): string {
  const parts = partsOf(day);
  if (parts === null) return day;
  if (parts.month === null) return `${parts.year}, month not stated`;
  if (parts.day === null) return `${dateOf(parts)}, day not stated`;
  const weekday = WEEKDAYS[new Date(`${day.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? '';
  return `${weekday}, ${dateOf(parts)}`;
}
