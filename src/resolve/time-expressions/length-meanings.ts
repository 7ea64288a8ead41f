/** Meanings without a place in the calendar: lengths, repetitions, vague references. */

import { originOf, undated } from './context.ts';
import type { Context } from './context.ts';
import type { Captures } from './match-patterns.ts';
import { duration } from './value.ts';
import type { Value } from './value.ts';

/** `duration`: so much of a unit; `half` halves it, a number is added to the article's one. */
export function durationMeaning(captures: Captures, argument: string): Value {
  const unit = captures.get('units') ?? captures.get('unit') ?? 'D';
  const written = captures.get('n') ?? '1';
  const amount = argument === 'half' ? '0.5' : argument === '0.5' ? '1.5' : written;
  return lengthOf(duration(amount, unit));
}

function lengthOf(timex: string): Value {
  return { ...undated(timex, 'stated'), kind: 'duration', holds: 'throughout' };
}

/** `units`: an amount that is not said ("weeks"), or with an argument a reference ("recent years"). */
export function unitsMeaning(captures: Captures, argument: string, context: Context): Value | null {
  if (argument !== '') return vagueMeaning(captures, argument, context);
  return lengthOf(duration('X', captures.get('units') ?? 'D'));
}

/** `set`: what comes again: every so often, or on each day or month of a name. */
export function setMeaning(captures: Captures, argument: string): Value {
  return { ...undated(setTimex(captures, argument), 'stated'), kind: 'set', holds: 'throughout' };
}

function setTimex(captures: Captures, argument: string): string {
  const often = captures.get('often');
  if (often !== undefined) return often;
  const weekday = captures.get('weekday') ?? captures.get('weekdays');
  const part = captures.get('part') ?? captures.get('parts');
  if (weekday !== undefined) return `XXXX-WXX-${weekday}${part === undefined ? '' : `T${part}`}`;
  const month = captures.get('month');
  if (month !== undefined) return `XXXX-${month.padStart(2, '0')}`;
  const season = captures.get('season');
  if (season !== undefined) return `XXXX-${season}`;
  if (part !== undefined) return `XXXX-XX-XXT${part}`;
  const unit = captures.get('units') ?? captures.get('unit') ?? 'D';
  return duration(argument === 'other' ? '2' : (captures.get('n') ?? '1'), unit);
}

/** `vague`: the past, the present, the future, with the anchor as the bound that is known. */
export function vagueMeaning(captures: Captures, argument: string, context: Context): Value {
  const timex = argument === '' ? (captures.get('vague') ?? 'PRESENT_REF') : argument;
  const origin = originOf(context);
  const value = undated(timex);
  if (origin === null || context.anchor === null) return value;
  const { day, kind } = origin;
  if (timex === 'PAST_REF') return { ...value, last: day, anchor: kind };
  if (timex === 'FUTURE_REF') return { ...value, first: day, anchor: kind };
  return { ...value, first: day, last: day, anchor: kind };
}
