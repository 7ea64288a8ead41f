/** Holidays and festivals: in which calendar each one is fixed, and where. */

import { lexiconRowInvalid } from '../errors.ts';
import { readTable } from './table.ts';
import type { Row } from './table.ts';

export const HOLIDAY_CALENDARS = [
  'gregorian',
  'weekday-of-month',
  'easter',
  'orthodox-easter',
  'islamic-umalqura',
  'hebrew',
  'persian',
  'chinese',
  'listed',
] as const;
export type HolidayCalendar = (typeof HOLIDAY_CALENDARS)[number];

export interface HolidayRow {
  /** Words as the tokenizer cuts them, lower case. A name with several senses has a row for each. */
  readonly name: string;
  readonly calendar: HolidayCalendar;
  /** Number of the month in its calendar, its name in the Hebrew one, `-` where there is none. */
  readonly month: string;
  /** Day of the month, `nth.weekday+days`, days from Easter, or listed ISO dates, by calendar. */
  readonly day: string;
  /** How many days it lasts. */
  readonly days: number;
  readonly example: string;
}

const TABLE = 'time-holidays.tsv';

/** What stands in `day`, by calendar. */
const DAY_FORMS: Readonly<Record<HolidayCalendar, RegExp>> = {
  gregorian: /^\d+$/,
  'weekday-of-month': /^-?\d\.[1-7](?:\+\d)?$/,
  easter: /^-?\d+$/,
  'orthodox-easter': /^-?\d+$/,
  'islamic-umalqura': /^\d+$/,
  hebrew: /^\d+$/,
  persian: /^\d+$/,
  chinese: /^\d+$/,
  listed: /^\d{4}-\d\d-\d\d(?:,\d{4}-\d\d-\d\d)*$/,
};

let rows: readonly HolidayRow[] | null = null;

const COLUMNS = ['name', 'calendar', 'month', 'day', 'days', 'example'] as const;

/** Every row of `time-holidays.tsv`. Throws `lexicon-row-invalid` with file and line. */
export function holidayRows(): readonly HolidayRow[] {
  rows ??= readTable(TABLE, COLUMNS).map(holidayOf);
  return rows;
}

/** The holiday of a row; `index` counts rows from 0. The table holds no remarks, so that tells the line. */
export function holidayOf(row: Row<(typeof COLUMNS)[number]>, index: number): HolidayRow {
  const calendar = row.calendar as HolidayCalendar;
  const isDay: RegExp | undefined = DAY_FORMS[calendar];
  if (isDay === undefined || !isDay.test(row.day) || !/^\d+$/.test(row.days)) {
    throw lexiconRowInvalid(`data/lexicon/${TABLE}`, index + 2, 'the day does not suit the calendar');
  }
  return { ...row, calendar, days: Number(row.days) };
}
