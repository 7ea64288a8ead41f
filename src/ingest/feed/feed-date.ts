/** Dates as feeds write them: ISO 8601, or the form of electronic mail (RFC 822 and its successors). */

import { isoDateOf } from '../../config/iso-date.ts';

/** The date in ISO 8601 with the zone that was written; null when it cannot be read. */
export function feedDateOf(written: string | null | undefined): string | null {
  const text = written?.trim() ?? '';
  return isoDateOf(text) ?? mailDateOf(text);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Names of zones that RFC 822 gives, with their offsets; others are unclear, and the time then has no zone. */
const ZONES: Readonly<Record<string, string>> = {
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  z: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};

/** "Tue, 12 Mar 2024 10:05:00 +0300"; the day's name, seconds and time may be missing, the year may have two digits. */
const MAIL_FORM =
  /^(?:[a-z]+\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([a-z]{1,4}|[+-]\d{2}:?\d{2}))?)?(?:\s*\(.*\))?$/i;

function mailDateOf(text: string): string | null {
  const match = MAIL_FORM.exec(text);
  if (match === null) return null;
  const [, day = '', monthName = '', year = '', hour, minute, second = '00', zone = ''] = match;
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
  const date = `${fullYear(year)}-${padded(String(month))}-${padded(day)}`;
  if (hour === undefined || minute === undefined) return isoDateOf(date);
  const offset = /^[+-]/.test(zone) ? zone : (ZONES[zone.toLowerCase()] ?? '');
  return isoDateOf(`${date}T${padded(hour)}:${minute}:${second}${offset}`);
}

function padded(digits: string): string {
  return digits.padStart(2, '0');
}

/** Two digits below 50 are this century (RFC 2822, section 4.3). */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 50 ? `20${year}` : `19${year}`;
}
