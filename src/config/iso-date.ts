/** ISO 8601 dates as annalist takes them in: checked against the calendar, kept at the precision they have. */

/**
 * The date in the form that annalist keeps, or null when it is none.
 *
 * Taken: a day, `2024-03-12`, or a day with a time, `2024-03-12T10:05`, with seconds, a fraction and a
 * zone (`Z`, `+03:00`, `+0300`, `+03`) or without. A space instead of `T` (RFC 3339) and lower-case `t`
 * and `z` are rewritten. Nothing is added: without a zone there is none afterwards.
 */
export function isoDateOf(written: string): string | null {
  const match = FORM.exec(written.trim());
  if (match === null) return null;
  const [, year = '', month = '', day = '', hour, minute, second, fraction = '', zone] = match;
  if (!isDay(Number(year), Number(month), Number(day))) return null;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined || minute === undefined) return date;
  // Second 60 is a leap second; hour 24 is left out, since ISO 8601 took it back in 2019.
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return null;
  const offset = zoneOf(zone);
  if (offset === null) return null;
  const seconds = second === undefined ? '' : `:${second}${fraction.replace(',', '.')}`;
  return `${date}T${hour}:${minute}${seconds}${offset}`;
}

const FORM =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})([.,]\d{1,9})?)?\s?([Zz]|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** Widest offset in use, in hours. */
const MAX_OFFSET_HOURS = 14;

function zoneOf(zone: string | undefined): string | null {
  if (zone === undefined) return '';
  if (/^z$/i.test(zone)) return 'Z';
  const hours = zone.slice(1, 3);
  const minutes = zone.length > 3 ? zone.slice(-2) : '00';
  if (Number(hours) > MAX_OFFSET_HOURS || Number(minutes) > 59) return null;
  return `${zone.charAt(0)}${hours}:${minutes}`;
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  // Day 0 of the next month is the last of this one; the proleptic Gregorian calendar is meant, as in ISO 8601.
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return day <= last.getUTCDate();
}
