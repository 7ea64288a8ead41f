/** From a value and the words before it to the bounds: since, until, by, before, after, from … to. */

import type { TimeHolds } from '../../document/time-expression.ts';
import { originOf } from './context.ts';
import type { Context } from './context.ts';
import { isoDay } from './calendar.ts';
import type { Day } from './calendar.ts';
import type { Captures } from './match-patterns.ts';
import { shifted } from './value.ts';
import type { Value } from './value.ts';

export interface Bounds {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly holds: TimeHolds;
}

/** The bounds of a value as its preposition cuts them. Both ends are inclusive. */
export function boundsOf(value: Value, captures: Captures, context: Context): Bounds {
  const preposition = prepositionBefore(context.before);
  if (value.kind === 'duration' && value.first === null && value.last === null) {
    return lengthBounds(value, captures, preposition, context);
  }
  const [earliest, latest] = [edge(value.first, value.clock), edge(value.last, value.clock)];
  switch (preposition) {
    case 'since':
      return { earliest, latest: null, holds: 'throughout' };
    case 'until':
    case 'till':
      return { earliest: null, latest, holds: 'throughout' };
    case 'by':
      return { earliest: null, latest, holds: 'sometime' };
    case 'before':
      return { earliest: null, latest: beside(value.first, value.clock, -1), holds: 'sometime' };
    case 'after':
      return { earliest: beside(value.last, value.clock, 1), latest: null, holds: 'sometime' };
    case 'throughout':
    case 'all':
      return { earliest, latest, holds: 'throughout' };
    default:
      return { earliest, latest, holds: value.holds };
  }
}

/** Words that may stand between a preposition and its time. */
const BETWEEN = /^(?:the|at|about|around|early|late|on|in|just|least|its|all)$/;
/** Several ways to say one thing. */
const SAME_AS: Readonly<Record<string, string>> = {
  'ahead of': 'before',
  'prior to': 'before',
  'up to': 'until',
  'as of': 'since',
  starting: 'since',
  beginning: 'since',
  from: 'from',
  following: 'after',
  through: 'until',
};
const PREPOSITION = /^(?:since|until|till|by|before|after|throughout|all|in|within|for|during)$/;

/** The preposition that a time hangs on, "" for none that cuts bounds. */
export function prepositionBefore(before: readonly string[]): string {
  let at = before.length - 1;
  while (at > 0 && BETWEEN.test(before[at] ?? '') && !PREPOSITION.test(before[at] ?? '')) at -= 1;
  const [word, two] = [before[at] ?? '', `${before[at - 1] ?? ''} ${before[at] ?? ''}`];
  return SAME_AS[two] ?? SAME_AS[word] ?? (PREPOSITION.test(word) ? word : '');
}

/** "within two weeks", "in two days" looking ahead: a length that is counted from the origin. */
function lengthBounds(value: Value, captures: Captures, preposition: string, context: Context): Bounds {
  const none = { earliest: null, latest: null, holds: value.holds };
  const origin = originOf(context);
  const amount = Number(captures.get('n') ?? NaN);
  const unit = captures.get('units') ?? captures.get('unit');
  if (origin === null || unit === undefined || Number.isNaN(amount)) return none;
  if (preposition !== 'in' && preposition !== 'within') return none;
  if (context.direction() !== 'future') return { ...none, holds: 'sometime' };
  const end = shifted(origin.day, unit, amount);
  if (end === null) return none;
  const earliest = isoDay(preposition === 'in' ? end : origin.day);
  return { earliest, latest: isoDay(end), holds: 'sometime' };
}

/** The end of a stretch as ISO 8601; with a clock time it is a minute of its day. */
function edge(day: Day | null, clock: string | null): string | null {
  if (day === null) return null;
  return clock === null ? isoDay(day) : `${isoDay(day)}T${clock}`;
}

/** The day beside a stretch; a clock time is its own bound. */
function beside(day: Day | null, clock: string | null, step: number): string | null {
  return day === null ? null : clock === null ? isoDay(day + step) : edge(day, clock);
}
