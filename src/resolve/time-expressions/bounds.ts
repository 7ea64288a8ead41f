/** From a value and the words before it to the bounds: since, until, by, before, after, from … to. */

import type { TimeAnchor, TimeBasis, TimeHolds } from '../../document/time-expression.ts';
import { originOf } from './context.ts';
import type { Context } from './context.ts';
import { isoDay } from './calendar.ts';
import type { Day } from './calendar.ts';
import type { Captures } from './match-patterns.ts';
import { shifted, unitAround } from './value.ts';
import type { Value } from './value.ts';

export interface Bounds {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly holds: TimeHolds;
  /** Where a length is counted from a moment, how and from which; else as the value says. */
  readonly basis?: TimeBasis;
  readonly anchor?: TimeAnchor;
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

/**
 * A length that is counted from a moment: "two days after the fire" from the last day of the text,
 * "within two weeks" and "in ten days", looking ahead, from the origin.
 */
function lengthBounds(value: Value, captures: Captures, preposition: string, context: Context): Bounds {
  const none = { earliest: null, latest: null, holds: value.holds };
  const amount = Number(captures.get('n') ?? NaN);
  const unit = captures.get('units') ?? captures.get('unit');
  if (unit === undefined || Number.isNaN(amount)) return none;
  const sign =
    context.after === 'after' || context.after === 'following' ? 1 : context.after === 'before' ? -1 : 0;
  if (sign !== 0) return besideEvent(sign * amount, unit, context) ?? none;
  const origin = originOf(context);
  if (origin === null || (preposition !== 'in' && preposition !== 'within')) return none;
  if (context.direction() !== 'future') return { ...none, holds: 'sometime' };
  const end = shifted(origin.day, unit, amount);
  if (end === null) return none;
  const earliest = isoDay(preposition === 'in' ? end : origin.day);
  return { earliest, latest: isoDay(end), holds: 'sometime', basis: 'relative', anchor: origin.kind };
}

/** The day or longer stretch that lies so far from the event that the text dated last; null for none. */
function besideEvent(amount: number, unit: string, { memory }: Context): Bounds | null {
  const day = memory.day ?? memory.stretch?.first ?? null;
  const at = day === null ? null : shifted(day, unit, amount);
  const stretch = at === null ? null : unitAround(unit, at);
  if (stretch === null || stretch.first === null || stretch.last === null) return null;
  const [earliest, latest] = [isoDay(stretch.first), isoDay(stretch.last)];
  return { earliest, latest, holds: 'sometime', basis: 'relative', anchor: 'text' };
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
