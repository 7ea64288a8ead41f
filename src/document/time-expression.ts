/** The time expression: a phrase that says when, how long or how often, and what it comes to. */

import type { Span } from './span.ts';

export const TIME_KINDS = ['date', 'time', 'duration', 'set'] as const;
/** A day or longer, a time of day, a length, or something that comes again. */
export type TimeKind = (typeof TIME_KINDS)[number];

export const TIME_HOLDS = ['throughout', 'sometime'] as const;
/** Whether what the phrase dates went on all through its bounds, or happened somewhere within them. */
export type TimeHolds = (typeof TIME_HOLDS)[number];

export const TIME_BASES = ['stated', 'relative', 'publication', 'inferred'] as const;
/**
 * How the bounds came about: all in the words (`stated`), counted from another moment (`relative`),
 * completed from the anchor where the words leave out the year or the week (`publication`), or not
 * said by the words at all (`inferred`).
 */
export type TimeBasis = (typeof TIME_BASES)[number];

export const TIME_ANCHORS = ['given', 'published', 'dateline', 'updated', 'text'] as const;
/** What an expression was counted from; `text` is an earlier expression of the same text. */
export type TimeAnchor = (typeof TIME_ANCHORS)[number];

/**
 * A phrase without its preposition ("Tuesday", "two days after the attack").
 *
 * Bounds are ISO 8601 at the precision of the words, both inclusive: a day, or a minute where a
 * clock time is stated. `null` is an open or unknown end: "since 8 October" has no `latest`.
 */
export interface TimeExpression extends Span {
  readonly kind: TimeKind;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly holds: TimeHolds;
  /** The TIMEX3 value: `2024-03-12`, `2024-W11`, `2024-03-12TNI`, `P2D`, `XXXX-WXX-2`, `PAST_REF`. */
  readonly timex: string;
  readonly basis: TimeBasis;
  /** Null where nothing outside the words was needed, and where there was nothing to count from. */
  readonly anchor: TimeAnchor | null;
  /** Lexicon row that made it, `table:row`. */
  readonly because: string;
}

export const TIME_WARNING_CODES = ['weekday-date-disagree', 'ahead-of-past'] as const;
export type TimeWarningCode = (typeof TIME_WARNING_CODES)[number];

/** A place where the text contradicts itself, or the moment that its times are counted from. */
export interface TimeWarning extends Span {
  readonly code: TimeWarningCode;
  /** One sentence for people; names both sides of the contradiction. */
  readonly message: string;
}
