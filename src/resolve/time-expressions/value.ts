/** Values: what an expression comes to, before its preposition has its say. */

import type { TimeAnchor, TimeBasis, TimeHolds, TimeKind } from '../../document/time-expression.ts';
import {
  addMonths,
  civilOf,
  dayOf,
  FIRST_YEAR,
  isoDay,
  LAST_YEAR,
  lengthOfMonth,
  padded,
  weekOf,
  weekdayOf,
} from './calendar.ts';
import type { Day } from './calendar.ts';

/** How long the stretch is that a value names. `none` names no stretch of the calendar. */
export type Grain =
  | 'day'
  | 'weekend'
  | 'week'
  | 'month'
  | 'quarter'
  | 'season'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'none';

/** A stretch of whole days with its TIMEX3 value; open or unknown ends are null. */
export interface Stretch {
  readonly grain: Grain;
  readonly first: Day | null;
  readonly last: Day | null;
  readonly timex: string;
}

/** A stretch and how it was found. */
export interface Value extends Stretch {
  readonly kind: TimeKind;
  readonly basis: TimeBasis;
  readonly anchor: TimeAnchor | null;
  /** `hh:mm` and the offset from UTC, where a clock time is stated; else null. */
  readonly clock: string | null;
  readonly holds: TimeHolds;
}

export function day(at: Day): Stretch {
  return { grain: 'day', first: at, last: at, timex: isoDay(at) };
}

/** A day with a part of it: `2024-03-12TNI`. The bounds stay those of the day. */
export function partOfDay(at: Day, part: string): Stretch {
  return { ...day(at), timex: `${isoDay(at)}T${part}` };
}

export function week(at: Day): Stretch {
  const { year, week: number } = weekOf(at);
  const monday = at - weekdayOf(at) + 1;
  return { grain: 'week', first: monday, last: monday + 6, timex: `${padded(year, 4)}-W${padded(number)}` };
}

/** Saturday and Sunday of the week of a day. */
export function weekend(at: Day): Stretch {
  const { timex, last } = week(at);
  return { grain: 'weekend', first: (last ?? at) - 1, last, timex: `${timex}-WE` };
}

export function month(year: number, number: number): Stretch {
  return months('month', year, number, 1, `${padded(year, 4)}-${padded(number)}`);
}

/** 1 to 4, of the calendar year. */
export function quarter(year: number, number: number): Stretch {
  return months('quarter', year, number * 3 - 2, 3, `${padded(year, 4)}-Q${number}`);
}

export function half(year: number, number: number): Stretch {
  return months('half', year, number * 6 - 5, 6, `${padded(year, 4)}-H${number}`);
}

/** First months of the seasons as papers of the northern half of the world mean them. */
const SEASON_STARTS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** A season by its TIMEX3 letters; winter runs into the next year. */
export function season(year: number, letters: string): Stretch {
  return months('season', year, SEASON_STARTS[letters] ?? 3, 3, `${padded(year, 4)}-${letters}`);
}

export function year(number: number): Stretch {
  return months('year', number, 1, 12, padded(number, 4));
}

/** The ten years from `number` on; TIMEX3 writes the 1990s `199`. */
export function decade(number: number): Stretch {
  return months('decade', number, 1, 120, padded(number, 4).slice(0, 3));
}

/** The 20th century is the years 1901 to 2000; TIMEX3 writes it `19`. */
export function century(ordinal: number): Stretch {
  return months('century', (ordinal - 1) * 100 + 1, 1, 1200, padded(ordinal - 1));
}

/** Ends are null where the calendar that papers speak of ends. */
function months(grain: Grain, fromYear: number, fromMonth: number, count: number, timex: string): Stretch {
  const first = dayOf(fromYear, fromMonth, 1);
  return { grain, first, last: first === null ? null : addMonths(first, count) - 1, timex };
}

/** The stretch of a unit's letter that holds a day: `W` gives its week. Null for units below a day. */
export function unitAround(unit: string, at: Day): Stretch | null {
  const civil = civilOf(at);
  switch (unit) {
    case 'D':
    case 'N':
      return day(at);
    case 'WE':
      return weekend(at);
    case 'W':
    case 'F':
      return week(at);
    case 'M':
      return month(civil.year, civil.month);
    case 'Q':
      return quarter(civil.year, Math.ceil(civil.month / 3));
    case 'Y':
      return year(civil.year);
    case 'E':
      return decade(Math.floor(civil.year / 10) * 10);
    case 'C':
      return century(Math.floor((civil.year - 1) / 100) + 1);
    default:
      return null;
  }
}

/** The day that lies `count` units later; null where the calendar of four-digit years ends before. */
export function shifted(at: Day, unit: string, count: number): Day | null {
  const days = DAYS_PER[unit];
  if (days !== undefined) return withinCalendar(at + Math.round(days * count));
  const each = MONTHS_PER[unit];
  if (each === undefined || Math.abs(each * count) > FARTHEST_MONTHS) return null;
  return withinCalendar(addMonths(at, Math.round(each * count)));
}

function withinCalendar(at: Day): Day | null {
  const { year } = civilOf(at);
  // Days too far for a calendar have no year at all, and no comparison holds for them.
  return year >= FIRST_YEAR && year <= LAST_YEAR ? at : null;
}

const DAYS_PER: Readonly<Record<string, number>> = {
  D: 1,
  N: 1,
  W: 7,
  F: 14,
  WE: 7,
  TH: 1 / 24,
  TM: 0,
  TS: 0,
};
const MONTHS_PER: Readonly<Record<string, number>> = { M: 1, Q: 3, Y: 12, E: 120, C: 1200, K: 12_000 };

/** A thousand years: what lies farther has no date in a calendar. */
const FARTHEST_MONTHS = 12_000;

/** The last day of the month of a day. */
export function endOfMonth(at: Day): Day {
  const civil = civilOf(at);
  return at - civil.day + lengthOfMonth(civil.year, civil.month);
}

/** Letters and factor with which TIMEX3 writes a unit. */
const DURATIONS: Readonly<Record<string, readonly [letters: string, times: number]>> = {
  TS: ['S', 1],
  TM: ['M', 1],
  TH: ['H', 1],
  D: ['D', 1],
  N: ['D', 1],
  WE: ['D', 2],
  W: ['W', 1],
  F: ['W', 2],
  M: ['M', 1],
  Q: ['Q', 1],
  Y: ['Y', 1],
  E: ['Y', 10],
  C: ['Y', 100],
  K: ['Y', 1000],
};

/** Smaller units that take up a fraction: half a year is six months. */
const SMALLER: Readonly<Record<string, readonly [unit: string, count: number]>> = {
  Y: ['M', 12],
  TH: ['TM', 60],
  TM: ['TS', 60],
  D: ['TH', 24],
  M: ['W', 4],
};

/** `P2D`, `PT5H30M`, `P20Y`, `PXW`: an amount of a unit; `X` is an amount that is not said. */
export function duration(amount: string, unit: string): string {
  const [letters, times] = DURATIONS[unit] ?? ['D', 1];
  const clock = unit.startsWith('T') ? 'T' : '';
  if (amount === 'X') return `P${clock}X${unit === 'E' || unit === 'C' ? unit : letters}`;
  const total = Number(amount) * times;
  const whole = Math.floor(total);
  const smaller = times === 1 ? SMALLER[unit] : undefined;
  if (whole === total || smaller === undefined) return `P${clock}${total}${letters}`;
  const rest = duration(String(Math.round((total - whole) * smaller[1])), smaller[0]);
  const joined = clock === 'T' ? rest.replace('PT', '') : rest.replace('P', '');
  return whole === 0 ? rest : `P${clock}${whole}${letters}${joined}`;
}
