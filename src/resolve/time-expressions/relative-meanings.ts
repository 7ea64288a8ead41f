/** Meanings of what is counted from another moment: "yesterday", "last week", "two days earlier", "7am". */

import { zoneOffset } from '../../lexicon/time-names.ts';
import { weekdayOf } from './calendar.ts';
import { dayOriginOf, found, originOf, textOriginOf, undated } from './context.ts';
import type { Context } from './context.ts';
import { dateMeaning, withPart } from './date-meanings.ts';
import type { Captures } from './match-patterns.ts';
import * as stretch from './value.ts';
import type { Value } from './value.ts';

/** `deictic`: a day by its distance from the anchor, perhaps with its part. */
export function deicticMeaning(captures: Captures, context: Context, argument: string): Value | null {
  const turn = captures.get('turn');
  const part = captures.get('part') ?? (argument === 'tonight' ? 'NI' : undefined);
  if (turn === '1') return partMeaning(captures, context, '1');
  // "last night" is the night before; "this past" turns nothing else.
  const offset = Number(captures.get('deictic') ?? turn ?? (argument === 'tonight' ? '0' : argument));
  const origin = originOf(context);
  if (origin === null) return undated(part === undefined ? 'XXXX-XX-XX' : `XXXX-XX-XXT${part}`);
  const value = found(stretch.day(origin.day + offset), 'relative', origin.kind);
  return part === undefined ? value : withPart(value, part);
}

/** `part`: "the next morning", "that evening": counted from the day that the text has reached. */
export function partMeaning(captures: Captures, context: Context, argument: string): Value | null {
  const origin = textOriginOf(context);
  const part = captures.get('part') ?? 'MO';
  if (origin === null) return undated(`XXXX-XX-XXT${part}`);
  return withPart(found(stretch.day(origin.day + Number(argument)), 'relative', origin.kind), part);
}

/** `overnight`: the night that ends on the anchor's day. */
export function overnightMeaning(context: Context): Value {
  const origin = originOf(context);
  if (origin === null) return undated('XXXX-XX-XXTNI');
  const night = withPart(found(stretch.day(origin.day), 'relative', origin.kind), 'NI');
  return { ...night, first: origin.day - 1 };
}

/** `turn`: "last week", "next year", "Monday of this week"; "previous" and "following" count from the text. */
export function turnMeaning(captures: Captures, context: Context): Value | null {
  const unit = captures.get('unit') ?? 'W';
  const turn = Number(captures.get('turn'));
  const isFromText = context.turnWord !== null && /^(?:previous|preceding|following)$/.test(context.turnWord);
  const isDayFromText = unit === 'D' && context.turnWord === 'next';
  const origin = isFromText || isDayFromText ? textOriginOf(context) : originOf(context);
  // "The last day" is the final one of something.
  if (unit === 'D' && turn < 0 && !isFromText) return null;
  if (unit.startsWith('T')) return turn === 0 ? null : windowMeaning(captures, context, turn);
  if (origin === null) return undated(turn < 0 ? 'PAST_REF' : turn > 0 ? 'FUTURE_REF' : 'PRESENT_REF');
  const to = turnedDay(origin.day, unit, turn);
  const value = to === null ? null : stretch.unitAround(unit, to);
  if (value === null || value.first === null) return null;
  const weekday = captures.get('weekday');
  const exact = weekday === undefined ? value : stretch.day(value.first + Number(weekday) - 1);
  return found(exact, 'relative', origin.kind);
}

/** A day of the unit that is meant. On a Monday "last weekend" is two days back and not nine. */
function turnedDay(origin: number, unit: string, turn: number): number | null {
  if (unit !== 'WE') return stretch.shifted(origin, unit, turn);
  const saturday = origin - ((weekdayOf(origin) + 1) % 7);
  if (turn < 0) return weekdayOf(origin) >= 6 ? saturday - 7 : saturday;
  if (turn > 0) return saturday + 7;
  return weekdayOf(origin) === 7 ? saturday : saturday + (weekdayOf(origin) === 6 ? 0 : 7);
}

/** `ago`: so many units before the anchor; the argument is added to the amount ("a year and a half"). */
export function agoMeaning(captures: Captures, context: Context, argument: string): Value | null {
  // "Half a century ago" has no amount of its own: the one that is understood is halved.
  const more = argument === 'half' ? -0.5 : Number(argument);
  return counted(captures, originOf(context), -1, more);
}

/** `later`: so many units after (1) or before (-1) the moment that the text has reached. */
export function laterMeaning(captures: Captures, context: Context, argument: string): Value | null {
  const origin = textOriginOf(context);
  // Nothing that has happened lies after the article: without a date in the text only the bound is known.
  if (Number(argument) > 0 && origin !== null && origin.kind !== 'text' && context.direction() === 'past') {
    return { ...found(undated('PAST_REF'), 'relative', origin.kind), last: origin.day };
  }
  return counted(captures, origin, Number(argument), 0);
}

function counted(
  captures: Captures,
  origin: ReturnType<typeof originOf>,
  sign: number,
  more: number,
): Value | null {
  const written = captures.get('n') ?? '1';
  const unit = captures.get('unit') ?? captures.get('units') ?? 'D';
  const vague = sign < 0 ? 'PAST_REF' : 'FUTURE_REF';
  if (origin === null) return undated(vague);
  if (written === 'X') {
    const open = found({ grain: 'none', first: null, last: null, timex: vague }, 'relative', origin.kind);
    return sign < 0 ? { ...open, last: origin.day } : { ...open, first: origin.day };
  }
  const at = stretch.shifted(origin.day, unit, sign * (Number(written) + more));
  if (at === null) return undated(vague);
  if (unit.startsWith('T'))
    return found({ ...stretch.day(origin.day), grain: 'none' }, 'relative', origin.kind);
  // Ten decades ago is a year, as papers count; two weeks ago is a week.
  const grain = unit === 'E' || unit === 'C' || unit === 'K' ? 'Y' : unit;
  const value = stretch.unitAround(more === 0.5 && grain === 'Y' ? 'M' : grain, at);
  return value === null ? null : found(value, 'relative', origin.kind);
}

/** `clock`: a time of day, on the day beside it or the day that the text has reached. */
export function clockMeaning(captures: Captures, context: Context): Value | null {
  const clock = clockOf(captures);
  if (clock === null) return null;
  const dated = DAY_CLASSES.some((name) => captures.has(name));
  const value = dated ? datedDay(captures, context) : bareDay(context);
  if (value === null) return null;
  const zone = captures.get('zone');
  const offset = zone === undefined || zone === '-' ? null : zoneOffset(zone);
  return { ...value, kind: 'time', timex: `${value.timex}T${clock}`, clock: clock + (offset ?? '') };
}

const DAY_CLASSES = ['weekday', 'month', 'deictic'] as const;

function datedDay(captures: Captures, context: Context): Value | null {
  const day = new Map(captures);
  day.delete('part');
  return captures.has('deictic') ? deicticMeaning(day, context, '') : dateMeaning(day, context, '');
}

function bareDay(context: Context): Value {
  const origin = dayOriginOf(context);
  return origin === null ? undated('XXXX-XX-XX') : found(stretch.day(origin.day), 'relative', origin.kind);
}

/** The clock time as `hh:mm`; "4 in the afternoon" is 16:00. */
function clockOf(captures: Captures): string | null {
  const clock = captures.get('clock') ?? captures.get('noon');
  const hour = captures.get('hour');
  const part = captures.get('part');
  const [hours = '', minutes = '00'] = (clock ?? hour ?? '').split(':');
  if (hours === '') return null;
  const isLate = part === 'AF' || part === 'EV' || (part === 'NI' && Number(hours) >= 6);
  const shift = isLate && Number(hours) < 12 ? 12 : 0;
  return `${String(Number(hours) + shift).padStart(2, '0')}:${minutes}`;
}

/** `window`: a length that ends (-1) or begins (1) at the anchor. */
export function windowMeaning(captures: Captures, context: Context, argument: string | number): Value {
  const unit = captures.get('units') ?? captures.get('unit') ?? 'D';
  const amount = captures.get('n') ?? '1';
  const origin = originOf(context);
  const length = { ...undated(stretch.duration(amount, unit)), kind: 'duration' as const };
  if (origin === null) return length;
  const sign = Number(argument);
  const far = amount === 'X' ? null : stretch.shifted(origin.day, unit, sign * Number(amount));
  const ends = sign < 0 ? { first: far, last: origin.day } : { first: origin.day, last: far };
  return { ...length, ...ends, anchor: origin.kind };
}

/** `count`: "the second day in a row" ends on the day that the text has reached. */
export function countMeaning(captures: Captures, context: Context): Value | null {
  const amount = captures.get('ordinal') ?? captures.get('dom') ?? '1';
  const unit = captures.get('unit') ?? 'D';
  const origin = dayOriginOf(context);
  const length = {
    ...undated(stretch.duration(amount, unit)),
    kind: 'duration' as const,
    holds: 'throughout' as const,
  };
  if (origin === null || unit.startsWith('T')) return length;
  const first = stretch.shifted(origin.day, unit, 1 - Number(amount));
  const from = first === null ? null : (stretch.unitAround(unit, first)?.first ?? null);
  return { ...length, first: from, last: origin.day, anchor: origin.kind };
}
