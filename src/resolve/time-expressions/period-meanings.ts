/** Meanings of parts of the year and longer stretches: quarters, seasons, decades, holidays, "that year". */

import { addMonths, civilOf, weekdayOf } from './calendar.ts';
import type { Day } from './calendar.ts';
import { chosen, dayOriginOf, found, originOf, stated, textOriginOf, turned, undated } from './context.ts';
import type { Context } from './context.ts';
import { festivalsAround, festivalsIn, nearestFestival } from './holidays.ts';
import type { Captures } from './match-patterns.ts';
import * as stretch from './value.ts';
import type { Stretch, Value } from './value.ts';

/** `quarter`: a quarter with its number, of a stated, a turned or the meant year. */
export function quarterMeaning(captures: Captures, context: Context): Value | null {
  const number = Number(captures.get('ordinal'));
  if (number > 4) return null;
  const year = captures.get('year');
  if (year !== undefined) return stated(stretch.quarter(Number(year), number));
  const origin = originOf(context);
  if (origin === null) return undated(`XXXX-Q${number}`, 'publication');
  const thisYear = civilOf(origin.day).year;
  const turn = captures.get('turn');
  if (turn !== undefined) {
    return found(stretch.quarter(thisYear + Number(turn), number), 'relative', origin.kind);
  }
  const candidates = [thisYear - 1, thisYear, thisYear + 1].map((each) => stretch.quarter(each, number));
  const picked = chosen(
    candidates,
    origin.day,
    context.direction() === 'future' ? null : 'past',
    NEAR_QUARTER_DAYS,
  );
  return picked === null ? null : found(picked, 'publication', origin.kind);
}

/** "Expects to release third-quarter results": the last one is meant although the verb looks ahead. */
const NEAR_QUARTER_DAYS = 190;

/** `half`: the first or second half of a year; "last" is the second. */
export function halfMeaning(captures: Captures, context: Context): Value | null {
  const number = captures.get('ordinal') === '1' ? 1 : 2;
  const year = captures.get('year');
  if (year !== undefined) return stated(stretch.half(Number(year), number));
  const origin = originOf(context);
  if (origin === null) return undated(`XXXX-H${number}`);
  const by = civilOf(origin.day).year + Number(captures.get('turn') ?? 0);
  return found(stretch.half(by, number), 'relative', origin.kind);
}

/** `period`: the quarter that a report is about: the last one named, else the last one that is over. */
export function periodMeaning(captures: Captures, context: Context): Value | null {
  const origin = originOf(context);
  const year = captures.get('year');
  const named = context.memory.quarter;
  if (year !== undefined) {
    const number = named === null ? null : Number(named.timex.at(-1));
    return stated(number === null ? stretch.year(Number(year)) : stretch.quarter(Number(year), number));
  }
  if (origin === null) return undated('XXXX-QX');
  const last = stretch.unitAround('Q', addMonths(origin.day, -3));
  return last === null ? null : found(last, 'relative', origin.kind);
}

/** `year-before`: the same quarter, or the year, before the one that the text speaks of. */
export function yearBeforeMeaning(captures: Captures, context: Context): Value | null {
  const ordinal = captures.get('ordinal');
  const named = context.memory.quarter;
  const origin =
    named === null || named.first === null ? originOf(context) : { kind: 'text' as const, day: named.first };
  if (origin === null) return undated('PAST_REF');
  const { year, month } = civilOf(origin.day);
  const number = ordinal === undefined ? Math.ceil(month / 3) : Number(ordinal);
  const isQuarter = ordinal !== undefined || named !== null;
  return found(
    isQuarter ? stretch.quarter(year - 1, number) : stretch.year(year - 1),
    'relative',
    origin.kind,
  );
}

/** `season`: of a stated, a turned or the meant year. */
export function seasonMeaning(captures: Captures, context: Context): Value | null {
  const letters = captures.get('season') ?? 'SU';
  const year = captures.get('year');
  if (year !== undefined) return stated(stretch.season(Number(year), letters));
  const origin = originOf(context);
  if (origin === null) return undated(`XXXX-${letters}`, 'publication');
  const thisYear = civilOf(origin.day).year;
  const turn = captures.get('turn');
  if (turn !== undefined && captures.has('of-year')) {
    return found(stretch.season(thisYear + Number(turn), letters), 'relative', origin.kind);
  }
  const candidates = [thisYear - 2, thisYear - 1, thisYear, thisYear + 1].map((each) =>
    stretch.season(each, letters),
  );
  const picked =
    turn === undefined
      ? chosen(candidates, origin.day, context.direction(), 0)
      : turned(candidates, origin.day, Number(turn));
  return picked === null ? null : found(picked, turn === undefined ? 'publication' : 'relative', origin.kind);
}

/** `decade` and `century`. */
export function decadeMeaning(captures: Captures): Value {
  const spoken = captures.get('decadename');
  return stated(stretch.decade(Number(captures.get('years') ?? `19${spoken ?? '00'}`)));
}

export function centuryMeaning(captures: Captures): Value | null {
  const ordinal = Number(captures.get('ordinal') ?? captures.get('dom'));
  // Earlier centuries lie before the calendar that days are counted in.
  return ordinal < 11 || ordinal > 30 ? null : stated(stretch.century(ordinal));
}

/** `holiday`: of a stated year, else the one that is meant. */
export function holidayMeaning(captures: Captures, context: Context): Value | null {
  const name = captures.get('holiday') ?? '';
  const year = captures.get('year');
  const asStretch = ({ first, last }: { first: Day; last: Day }): Stretch => ({
    ...stretch.day(first),
    grain: first === last ? 'day' : 'week',
    last,
  });
  if (year !== undefined) {
    const [festival] = festivalsIn(name, Number(year));
    return festival === undefined ? null : stated(asStretch(festival));
  }
  const origin = originOf(context);
  if (origin === null) return undated('XXXX-XX-XX', 'publication');
  const around = festivalsAround(name, origin.day).map(asStretch);
  const turn = captures.get('turn');
  const isAhead = /^(?:before|of|until|till|by)$/.test(context.before.at(-1) ?? '');
  const direction = context.direction();
  const nearest = nearestFestival(name, origin.day);
  const picked =
    turn !== undefined && turn !== '0'
      ? turned(around, origin.day, Number(turn))
      : direction === null || isAhead
        ? nearest && asStretch(nearest)
        : chosen(around, origin.day, direction, 0);
  return picked === null ? null : found(picked, turn === undefined ? 'publication' : 'relative', origin.kind);
}

/** `same`: "that year", "earlier in the day": the unit that the text has reached. */
export function sameMeaning(captures: Captures, context: Context, argument: string): Value | null {
  const unit = captures.get('unit') ?? 'Y';
  if (argument === 'bare') return bareUnit(unit, context);
  const origin =
    argument === 'text' ? textOriginOf(context) : unit === 'D' ? dayOriginOf(context) : originOf(context);
  const value = origin === null ? null : stretch.unitAround(unit, origin.day);
  if (value === null || origin === null) return null;
  return found(value, 'relative', origin.kind);
}

/** "the quarter", "the weekend": of the units only these name a certain one without more words. */
function bareUnit(unit: string, context: Context): Value | null {
  const origin = originOf(context);
  if (unit === 'Q' && context.memory.quarter !== null) {
    return found(context.memory.quarter, 'relative', 'text');
  }
  if (origin === null) return null;
  if (unit === 'Q') return periodMeaning(new Map(), context);
  if (unit !== 'WE') return null;
  const saturday = origin.day - ((weekdayOf(origin.day) + 1) % 7);
  const ahead = context.direction() === 'future' && weekdayOf(origin.day) < 6 ? 7 : 0;
  return found(stretch.weekend(saturday + ahead), 'relative', origin.kind);
}
