/** The classes of words that time patterns are built of. */

/** What a word is for a pattern; the names in angle brackets in `time-patterns.tsv`. */
export const TIME_CLASSES = [
  'about',
  'article',
  'dawn',
  'decadename',
  'deictic',
  'edge',
  'holiday',
  'month',
  'noon',
  'number',
  'often',
  'ordinal',
  'part',
  'parts',
  'period',
  'scale',
  'season',
  'stage',
  'turn',
  'unit',
  'units',
  'vague',
  'weekday',
  'weekdays',
  'zone',
] as const;
export type TimeClass = (typeof TIME_CLASSES)[number];

export interface TimeWord {
  /** Lower case, in order; a phrase has several. */
  readonly words: readonly string[];
  readonly class: TimeClass;
  /** A number, an ISO letter or a TIMEX3 value, by class; `-` for nothing. */
  readonly value: string;
}
