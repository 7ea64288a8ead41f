/** What the meaning of an expression may hang on: the anchor, what the text has dated so far, the tense. */

import type { TimeAnchor, TimeBasis } from '../../document/time-expression.ts';
import type { Direction } from '../../lexicon/time-cues.ts';
import type { Anchor } from './anchor.ts';
import type { Day } from './calendar.ts';
import type { Stretch, Value } from './value.ts';

/** What was dated earlier in the text. */
export interface Memory {
  /** The last single day, while it is near enough to be meant by "the day" or a bare clock time. */
  readonly day: Day | null;
  /** The last stretch of any length. */
  readonly stretch: Stretch | null;
  /** The last quarter of a year. */
  readonly quarter: Stretch | null;
}

export interface Context {
  readonly anchor: Anchor | null;
  readonly memory: Memory;
  /** The lower-case words before the expression, nearest last. */
  readonly before: readonly string[];
  /** The lower-case word after the expression, "" at the end of its sentence. */
  readonly after: string;
  /** The word of the match that turns it ("next", "previous"), null where none does. */
  readonly turnWord: string | null;
  /** Whether the words around look back or ahead; asked for only where it matters. */
  direction(): Direction | null;
}

/** The moment to count from: the article's anchor, else the last date of the text. */
export function originOf({ anchor, memory }: Context): Anchor | null {
  if (anchor !== null) return anchor;
  const day = memory.stretch?.first ?? null;
  return day === null ? null : { kind: 'text', day };
}

/** The moment that the text has reached: its last date, else the article's anchor. */
export function textOriginOf({ anchor, memory }: Context): Anchor | null {
  const day = memory.day ?? memory.stretch?.first ?? null;
  return day === null ? anchor : { kind: 'text', day };
}

/** The last day of the text if it is near, else the article's anchor. */
export function dayOriginOf(context: Context): Anchor | null {
  return context.memory.day === null ? originOf(context) : { kind: 'text', day: context.memory.day };
}

/** A date that the words state in full. */
export function stated(stretch: Stretch): Value {
  return found(stretch, 'stated', null);
}

/** A date found from another moment. */
export function found(stretch: Stretch, basis: TimeBasis, anchor: TimeAnchor | null): Value {
  return { ...stretch, kind: 'date', basis, anchor, clock: null, holds: 'sometime' };
}

/** A TIMEX3 value for which there is no stretch of the calendar. */
export function undated(timex: string, basis: TimeBasis = 'relative'): Value {
  return found({ grain: 'none', first: null, last: null, timex }, basis, null);
}

/**
 * Of stretches in the order of time, the one that is meant when its year or week is left out: the
 * latest that has begun, or, looking ahead, the first that has not ended. Where the tense does not
 * tell, one that begins within `nearDays` after the origin is meant rather than an older one.
 */
export function chosen(
  candidates: readonly Stretch[],
  origin: Day,
  direction: Direction | null,
  nearDays: number,
): Stretch | null {
  const begun = candidates.filter(({ first }) => first !== null && first <= origin).at(-1) ?? null;
  const ahead = candidates.find(({ last }) => last !== null && last >= origin) ?? null;
  if (direction === 'past') return begun ?? ahead;
  if (direction === 'future') return ahead ?? begun;
  const distance = ahead?.first === null || ahead?.first === undefined ? Infinity : ahead.first - origin;
  const isAge = begun?.last === null || begun?.last === undefined ? Infinity : origin - begun.last;
  return distance <= nearDays && distance < isAge ? ahead : (begun ?? ahead);
}

/** Days between a stretch and a day, 0 inside it. */
function distance({ first, last }: Stretch, at: Day): number {
  if (first === null || last === null) return Infinity;
  return at < first ? first - at : at > last ? at - last : 0;
}

/** "last": the latest that is over or, for "this", the one that holds the origin or is nearest. */
export function turned(candidates: readonly Stretch[], origin: Day, turn: number): Stretch | null {
  if (turn < 0) return candidates.filter(({ last }) => last !== null && last < origin).at(-1) ?? null;
  if (turn > 0) return candidates.find(({ first }) => first !== null && first > origin) ?? null;
  return candidates.reduce<Stretch | null>(
    (best, next) => (best === null || distance(next, origin) < distance(best, origin) ? next : best),
    null,
  );
}
