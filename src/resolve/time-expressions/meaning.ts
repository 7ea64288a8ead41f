/** From a match to its value: one function for each meaning that a pattern can have. */

import type { TimeMeaning } from '../../lexicon/time-patterns.ts';
import type { Context } from './context.ts';
import * as dates from './date-meanings.ts';
import * as lengths from './length-meanings.ts';
import type { Captures, Match } from './match-patterns.ts';
import * as periods from './period-meanings.ts';
import * as relative from './relative-meanings.ts';
import type { Value } from './value.ts';

type Meaning = (captures: Captures, context: Context, argument: string) => Value | null;

/** What a match comes to in its context; null where the words name no time after all ("31 June"). */
export function meaningOf({ pattern, captures }: Match, context: Context): Value | null {
  const { meaning, argument } = pattern;
  if (argument !== 'of-year') return MEANINGS[meaning](captures, context, argument);
  return MEANINGS[meaning](new Map([...captures, [argument, '']]), context, '');
}

const MEANINGS: Readonly<Record<TimeMeaning, Meaning>> = {
  ago: relative.agoMeaning,
  century: periods.centuryMeaning,
  clock: relative.clockMeaning,
  count: relative.countMeaning,
  date: dates.dateMeaning,
  decade: periods.decadeMeaning,
  deictic: relative.deicticMeaning,
  duration: (captures, _context, argument) => lengths.durationMeaning(captures, argument),
  half: periods.halfMeaning,
  holiday: periods.holidayMeaning,
  later: relative.laterMeaning,
  nothing: () => null,
  overnight: (_captures, context) => relative.overnightMeaning(context),
  part: (captures, context, argument) => relative.partMeaning(captures, context, argument),
  period: periods.periodMeaning,
  quarter: periods.quarterMeaning,
  same: periods.sameMeaning,
  season: periods.seasonMeaning,
  set: (captures, _context, argument) => lengths.setMeaning(captures, argument),
  turn: relative.turnMeaning,
  units: (captures, context, argument) => lengths.unitsMeaning(captures, argument, context),
  vague: (captures, context, argument) => lengths.vagueMeaning(captures, argument, context),
  window: relative.windowMeaning,
  'year-before': periods.yearBeforeMeaning,
};
