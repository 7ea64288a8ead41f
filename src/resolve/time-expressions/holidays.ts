/** On which days a holiday falls in a year of the Gregorian calendar. */

import type { HolidayRow } from '../../lexicon/time-holidays.ts';
import { holidayRows } from '../../lexicon/time-holidays.ts';
import { civilOf, dayOf, lengthOfMonth, weekdayOf } from './calendar.ts';
import type { Day } from './calendar.ts';

/** The first and last day of one holiday. */
export interface Festival {
  readonly first: Day;
  readonly last: Day;
}

/** The festivals of a name that begin in a year, in order. Years far off have none. */
export function festivalsIn(name: string, year: number): Festival[] {
  if (year < FIRST_FESTIVAL_YEAR || year > LAST_FESTIVAL_YEAR) return [];
  return rowsNamed(name)
    .flatMap((row) => beginsIn(row, year).map((first) => ({ first, last: first + row.days - 1 })))
    .sort((a, b) => a.first - b.first);
}

/** Of a name's festivals in the year of `day` and the years around it, the one that begins nearest to it. */
export function nearestFestival(name: string, day: Day): Festival | null {
  return festivalsAround(name, day).reduce<Festival | null>(
    (best, next) => (best === null || Math.abs(next.first - day) < Math.abs(best.first - day) ? next : best),
    null,
  );
}

export function festivalsAround(name: string, day: Day): Festival[] {
  const { year } = civilOf(day);
  return [year - 1, year, year + 1].flatMap((each) => festivalsIn(name, each));
}

/** The umm al-Qura tables reach from 1882 to 2174; papers speak of no festival outside them. */
const FIRST_FESTIVAL_YEAR = 1883;
const LAST_FESTIVAL_YEAR = 2173;

let byName: Map<string, readonly HolidayRow[]> | null = null;

function rowsNamed(name: string): readonly HolidayRow[] {
  byName ??= grouped();
  return byName.get(name) ?? [];
}

function grouped(): Map<string, readonly HolidayRow[]> {
  const groups = new Map<string, HolidayRow[]>();
  for (const row of holidayRows()) groups.set(row.name, [...(groups.get(row.name) ?? []), row]);
  return groups;
}

function beginsIn(row: HolidayRow, year: number): Day[] {
  switch (row.calendar) {
    case 'gregorian':
      return present(dayOf(year, Number(row.month), Number(row.day)));
    case 'weekday-of-month':
      return [weekdayOfMonth(year, Number(row.month), row.day)];
    case 'easter':
      return [easter(year) + Number(row.day)];
    case 'orthodox-easter':
      return [orthodoxEaster(year) + Number(row.day)];
    case 'listed':
      return row.day.split(',').flatMap((iso) => (iso.startsWith(`${year}-`) ? present(dayOfIso(iso)) : []));
    default:
      return daysInCalendar(row.calendar, year).get(`${row.month}/${row.day}`) ?? [];
  }
}

function present(day: Day | null): Day[] {
  return day === null ? [] : [day];
}

function dayOfIso(iso: string): Day | null {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return dayOf(year, month, day);
}

/** `4.4` is the fourth Thursday, `-1.1` the last Monday, `1.1+1` the day after the first Monday. */
function weekdayOfMonth(year: number, month: number, rule: string): Day {
  const [, nth = '1', weekday = '1', after = '0'] = /^(-?\d)\.(\d)(?:\+(\d))?$/.exec(rule) ?? [];
  const first = dayOf(year, month, 1) ?? 0;
  const offset = (Number(weekday) - weekdayOf(first) + 7) % 7;
  const all = [0, 1, 2, 3, 4].map((week) => first + offset + week * 7);
  const inMonth = all.filter((day) => day < first + lengthOfMonth(year, month));
  return (inMonth.at(Number(nth) < 0 ? Number(nth) : Number(nth) - 1) ?? first) + Number(after);
}

/** Easter Sunday of the western churches (Meeus, Jones and Butcher's computus). */
export function easter(year: number): Day {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const g = Math.floor((8 * century + 13) / 25);
  const h = (19 * a + century - Math.floor(century / 4) - g + 15) % 30;
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - h - (inCentury % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayOf(year, month, ((h + l - 7 * m + 114) % 31) + 1) ?? 0;
}

/** Easter Sunday of the eastern churches: Meeus's Julian computus, moved to the Gregorian calendar. */
export function orthodoxEaster(year: number): Day {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const month = Math.floor((d + e + 114) / 31);
  const julian = dayOf(year, month, ((d + e + 114) % 31) + 1) ?? 0;
  return julian + Math.floor(year / 100) - Math.floor(year / 400) - 2;
}

const daysByYear = new Map<string, Map<string, Day[]>>();

/** The days of a Gregorian year by `month/day` of another calendar. Kept, as asking `Intl` is slow. */
function daysInCalendar(calendar: string, year: number): Map<string, Day[]> {
  const key = `${calendar} ${year}`;
  let days = daysByYear.get(key);
  if (days !== undefined) return days;
  days = new Map();
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
    timeZone: 'UTC',
    // Hebrew months move their numbers in leap years and are known by name.
    month: calendar === 'hebrew' ? 'long' : 'numeric',
    day: 'numeric',
  });
  const [first, end] = [dayOf(year, 1, 1) ?? 0, dayOf(year + 1, 1, 1) ?? 0];
  for (let day = first; day < end; day += 1) {
    const parts = format.formatToParts(day * 86_400_000);
    const month = parts.find(({ type }) => type === 'month')?.value.replace(/^Adar II$/, 'Adar');
    const at = `${month ?? ''}/${parts.find(({ type }) => type === 'day')?.value ?? ''}`;
    days.set(at, [...(days.get(at) ?? []), day]);
  }
  daysByYear.set(key, days);
  return days;
}
