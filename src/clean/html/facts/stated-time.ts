/** Times as pages state them for machines, made ISO 8601 at the precision and in the zone that they have. */

import { parsePrintedTime } from '../../printed-time.ts';

const ISO =
  /^(\d{4})-?(\d\d)-?(\d\d)(?!\d)(?:[T\s]+(\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?/i;

/** Epoch times between these are real: the years 1990 to 2100, in seconds. */
const EPOCH_MIN_SECONDS = 631_152_000;
const EPOCH_MAX_SECONDS = 4_102_444_800;

/** ISO 8601 of a stated time, null when it is none. Seconds are kept only when a zone or a time is stated with them. */
export function isoOf(value: string): string | null {
  const text = value.trim();
  const match = ISO.exec(text);
  if (match !== null) return isoFromParts(match);
  if (/^\d{10}(\d{3})?$/.test(text)) return isoFromEpoch(Number(text.slice(0, 10)));
  return parsePrintedTime(text);
}

function isoFromParts(match: RegExpExecArray): string | null {
  const [, year = '', month = '', day = '', hour, minute, second, zone] = match;
  if (Number(year) < 1700 || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31)
    return null;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return date;
  const offset = zoneOf(zone);
  const seconds = second !== undefined || offset !== '' ? `:${second ?? '00'}` : '';
  return `${date}T${hour}:${minute}${seconds}${offset}`;
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return '';
  if (/^(z|utc|gmt)$/i.test(zone)) return 'Z';
  const digits = zone.replace(':', '');
  return `${digits.slice(0, 3)}:${digits.slice(3) || '00'}`;
}

function isoFromEpoch(seconds: number): string | null {
  if (seconds < EPOCH_MIN_SECONDS || seconds > EPOCH_MAX_SECONDS) return null;
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/** How much a time says: 0 nothing, 1 a day, 2 a time, 3 a time with its zone. */
export function precisionOf(iso: string | null): number {
  if (iso === null) return 0;
  if (!iso.includes('T')) return 1;
  return /(?:Z|[+-]\d\d:\d\d)$/.test(iso) ? 3 : 2;
}
