/** Meanings of calendar dates: days, weekdays, months, years. */

import type { Direction } from '../../lexicon/time-cues.ts';
import { civilOf, dayOf, weekdayOf } from './calendar.ts';
import type { Day } from './calendar.ts';
import { chosen, found, originOf, stated, turned, undated } from './context.ts';
import type { Context } from './context.ts';
import type { Captures } from './match-patterns.ts';
import * as stretch from './value.ts';
import type { Stretch, Value } from './value.ts';

/** How far ahead a date without a year may lie when the tense does not tell, in days: papers announce. */
const NEAR_DATE_DAYS = 75;

/** `date`: whatever of year, month, day and weekday the words give. Null where there is no such day. */
export function dateMeaning(captures: Captures, context: Context, argument: string): Value | null {
  const value = plainDate(captures, context);
  if (value === null) return null;
  const part = captures.get('part') ?? captures.get('dawn');
  if (argument === 'range') return rangeOf(value, Number(captures.get('dom2')));
  if (argument === 'week' && value.first !== null) return { ...value, ...stretch.week(value.first) };
  return part === undefined || value.grain !== 'day' ? value : withPart(value, part);
}

/** From a day up to a later day of its month; the TIMEX3 value is the first day's. */
function rangeOf(value: Value, dom: number): Value | null {
  if (value.first === null) return value;
  const { year, month, day } = civilOf(value.first);
  const last = dayOf(year, month, dom);
  return last === null || dom <= day ? null : { ...value, grain: 'week', last, holds: 'throughout' };
}

/** The value with a part of the day; a part that is a clock time ("lunchtime") is told as one. */
export function withPart(value: Value, part: string): Value {
  return { ...value, kind: 'time', timex: `${value.timex}T${part}` };
}

function plainDate(captures: Captures, context: Context): Value | null {
  const iso = captures.get('iso');
  if (iso !== undefined) return isoMeaning(iso);
  const slash = captures.get('slash');
  if (slash !== undefined) return slashMeaning(slash);
  const [month, dom, year] = [captures.get('month'), captures.get('dom'), captures.get('year')].map((part) =>
    part === undefined ? null : Number(part),
  );
  const byTurn = year ?? yearByTurn(captures, context);
  if (month !== null && month !== undefined) {
    return byTurn === null || byTurn === undefined
      ? monthMeaning(month, dom ?? null, captures, context)
      : datedMonth(byTurn, month, dom ?? null, year !== null ? null : context);
  }
  if (year !== null && year !== undefined) return stated(stretch.year(year));
  return weekdayMeaning(captures, context);
}

function isoMeaning(iso: string): Value | null {
  const [year = 0, month = 0, dom = 0] = iso.split('-').map(Number);
  return datedMonth(year, month, dom, null);
}

/** "25/05/2012" can be read in one way only; "04/05/2012" is left out, as two kinds of papers print it. */
function slashMeaning(slash: string): Value | null {
  const [a = 0, b = 0, short = 0] = slash.split('/').map(Number);
  const year = short >= 100 ? short : short < 70 ? 2000 + short : 1900 + short;
  if (a !== b && a <= 12 && b <= 12) return null;
  return a > 12 ? datedMonth(year, b, a, null) : datedMonth(year, a, b, null);
}

/** The year that "of last year" names; null where no such words are. */
export function yearByTurn(captures: Captures, context: Context): number | null {
  const [turn, origin] = [captures.get('turn'), originOf(context)];
  // "last March" turns a month and not a year; its pattern has no year in it.
  if (turn === undefined || origin === null || !captures.has('of-year')) return null;
  return civilOf(origin.day).year + Number(turn);
}

function datedMonth(year: number, month: number, dom: number | null, context: Context | null): Value | null {
  if (dom === null) return month >= 1 && month <= 12 ? basedOn(stretch.month(year, month), context) : null;
  const at = dayOf(year, month, dom);
  return at === null ? null : basedOn(stretch.day(at), context);
}

/** Stated where the words were enough, else counted from the context's origin. */
function basedOn(value: Stretch, context: Context | null): Value {
  const origin = context === null ? null : originOf(context);
  return origin === null ? stated(value) : found(value, 'relative', origin.kind);
}

/** A month or a day of a month without its year. */
function monthMeaning(month: number, dom: number | null, captures: Captures, context: Context): Value | null {
  if (dom !== null && dayOf(LEAP_YEAR, month, dom) === null) return null;
  const origin = originOf(context);
  const written = `XXXX-${String(month).padStart(2, '0')}${dom === null ? '' : `-${String(dom).padStart(2, '0')}`}`;
  if (origin === null) return undated(written, 'publication');
  const { year } = civilOf(origin.day);
  const candidates = [year - 1, year, year + 1].flatMap((each) => {
    const at = dom === null ? null : dayOf(each, month, dom);
    return dom === null ? [stretch.month(each, month)] : at === null ? [] : [stretch.day(at)];
  });
  const turn = captures.get('turn');
  const picked =
    turn === undefined
      ? (agreeing(candidates, captures.get('weekday'), origin.day) ??
        chosen(candidates, origin.day, directionBy(context), nearDays(dom, context)))
      : turned(candidates, origin.day, Number(turn));
  return picked === null ? null : found(picked, turn === undefined ? 'publication' : 'relative', origin.kind);
}

const LEAP_YEAR = 2000;

/** A day ahead, within reach, on the weekday that the words say: the weekday settles the year. */
function agreeing(candidates: readonly Stretch[], weekday: string | undefined, origin: Day): Stretch | null {
  if (weekday === undefined) return null;
  const onWeekday = candidates.filter(({ first }) => first !== null && weekdayOf(first) === Number(weekday));
  return onWeekday.find(({ first }) => first !== null && Math.abs(first - origin) <= NEAR_DATE_DAYS) ?? null;
}

/** The tense, but for ends of spans: "by 15 December" may lie ahead of a past verb. */
function directionBy(context: Context): Direction | null {
  const direction = context.direction();
  return direction === 'past' && isEnd(context) ? null : direction;
}

function isEnd({ before }: Context): boolean {
  return /^(?:by|until|till|through)$/.test(prepositionWord(before));
}

function nearDays(dom: number | null, context: Context): number {
  if (isEnd(context)) return NEAR_END_DAYS;
  return dom === null ? NEAR_MONTH_DAYS : NEAR_DATE_DAYS;
}

function prepositionWord(before: readonly string[]): string {
  const last = before.at(-1) ?? '';
  return /^(?:early|late|mid|the|around|about|-)$/.test(last) ? (before.at(-2) ?? '') : last;
}

/** As `NEAR_DATE_DAYS`, for the end of a span: "by February" said in October. */
const NEAR_END_DAYS = 150;

/** As `NEAR_DATE_DAYS`, for a whole month: "in April" said in March is ahead. */
const NEAR_MONTH_DAYS = 60;

/** The weekday on or before the origin, on or after it where the words look ahead; "last" and "next" exclude it. */
function weekdayMeaning(captures: Captures, context: Context): Value | null {
  const [weekday, turn] = [Number(captures.get('weekday')), captures.get('turn')];
  const origin = originOf(context);
  if (origin === null) return undated(`XXXX-WXX-${weekday}`);
  const back = (weekdayOf(origin.day) - weekday + 7) % 7;
  const ahead = (7 - back) % 7;
  const value = (at: Day): Value => found(stretch.day(at), 'relative', origin.kind);
  if (turn === '-1') return value(origin.day - (back === 0 ? 7 : back));
  if (turn === '1') return value(origin.day + (ahead === 0 ? 7 : ahead));
  // A story told from its own dates goes forward.
  if (context.direction() === 'future' || origin.kind === 'text') return value(origin.day + ahead);
  const isYetToCome = back === 0 && hasNotBegun(captures.get('part'), origin.clock ?? null);
  return value(origin.day - (isYetToCome ? 7 : back));
}

/** From which hour on the parts of a day can be reported. */
const PART_STARTS: Readonly<Record<string, string>> = { AF: '12:00', EV: '17:00', NI: '18:00' };

/** Whether a part of the day lies after a clock time: what a stamp of the morning calls "Monday night" is a week old. */
function hasNotBegun(part: string | undefined, clock: string | null): boolean {
  return part !== undefined && clock !== null && clock < (PART_STARTS[part] ?? '00:00');
}
