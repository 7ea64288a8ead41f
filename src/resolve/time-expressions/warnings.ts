/** Where a text contradicts itself or the moment that its times are counted from. */

import type { Span } from '../../document/span.ts';
import { textOf } from '../../document/span.ts';
import type { TimeWarning } from '../../document/time-expression.ts';
import { anchorName } from './anchor.ts';
import { isoDay, weekdayOf } from './calendar.ts';
import type { Context } from './context.ts';
import type { Match } from './match-patterns.ts';
import { prepositionBefore } from './bounds.ts';
import type { Value } from './value.ts';

/** For how many days after it began papers still speak of a festival as if it lay ahead. */
const STALE_AFTER_DAYS = 7;

/** The warnings that one expression gives. */
export function warningsOf(
  text: string,
  at: Span,
  match: Match,
  value: Value,
  context: Context,
): TimeWarning[] {
  const found = [
    weekdayWarning(text, at, match, value, context),
    aheadWarning(text, at, match, value, context),
  ];
  return found.filter((warning): warning is TimeWarning => warning !== null);
}

function weekdayWarning(
  text: string,
  at: Span,
  { captures }: Match,
  { first, grain }: Value,
  { anchor }: Context,
): TimeWarning | null {
  const weekday = captures.get('weekday');
  if (weekday === undefined || !captures.has('dom') || first === null || grain !== 'day') return null;
  if (weekdayOf(first) === Number(weekday)) return null;
  const hangsOn = captures.has('year') || anchor === null ? '' : `, counted from ${anchorName(anchor)},`;
  const real = WEEKDAYS[weekdayOf(first) - 1] ?? '';
  return {
    code: 'weekday-date-disagree',
    message: `The text says “${quoted(text, at)}”, but ${isoDay(first)}${hangsOn} is a ${real}.`,
    start: at.start,
    end: at.end,
  };
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * A festival, or a day stated with its year, that the words put ahead although the anchor lies after
 * it began. An update stamp may be much later than the text, so the preposition "before" is enough
 * there; a publication date is the text's own, and only words about the future speak against it.
 */
function aheadWarning(
  text: string,
  at: Span,
  match: Match,
  value: Value,
  context: Context,
): TimeWarning | null {
  const { anchor } = context;
  if (anchor === null || anchor.kind === 'text' || value.first === null) return null;
  const isFestival = match.captures.has('holiday');
  const isStatedDay = value.basis === 'stated' && value.grain === 'day';
  if (!isFestival && !isStatedDay) return null;
  if (anchor.day - value.first <= STALE_AFTER_DAYS) return null;
  const isBefore = isFestival && anchor.kind === 'updated' && prepositionBefore(context.before) === 'before';
  if (!isBefore && context.direction() !== 'future') return null;
  return {
    code: 'ahead-of-past',
    message:
      `The text speaks of “${quoted(text, at)}” as still ahead, but it began on ${isoDay(value.first)} ` +
      `and the article's times are counted from ${anchorName(anchor)}.`,
    start: at.start,
    end: at.end,
  };
}

function quoted(text: string, at: Span): string {
  return textOf(text, at).replace(/\s+/g, ' ');
}
