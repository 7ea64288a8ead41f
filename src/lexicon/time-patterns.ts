/** Patterns of time expressions: sequences of words and classes, and what each one means. */

import { lexiconRowInvalid } from '../errors.ts';
import { readTable } from './table.ts';
import type { Row } from './table.ts';
import { TIME_CLASSES } from './time-classes.ts';

/** Classes that are read from a word's shape and not from a table. */
export const SHAPE_CLASSES = ['n', 'year', 'years', 'dom', 'dom2', 'iso', 'slash', 'clock', 'hour'] as const;

/** What a pattern can mean; `src/resolve/time-expressions/` has a function for each. */
export const TIME_MEANINGS = [
  'ago',
  'century',
  'clock',
  'count',
  'date',
  'decade',
  'deictic',
  'duration',
  'half',
  'holiday',
  'later',
  'nothing',
  'overnight',
  'part',
  'period',
  'quarter',
  'same',
  'season',
  'set',
  'turn',
  'units',
  'vague',
  'window',
  'year-before',
] as const;
export type TimeMeaning = (typeof TIME_MEANINGS)[number];

/** One place of a pattern: a word of `literals` or something of a class. */
export interface PatternElement {
  readonly literals: ReadonlySet<string>;
  readonly classes: readonly string[];
  readonly optional: boolean;
}

export interface TimePattern {
  /** Names the row. */
  readonly rule: string;
  readonly elements: readonly PatternElement[];
  readonly meaning: TimeMeaning;
  /** What follows the meaning's name in the row: `-1`, `PAST_REF`; empty for nothing. */
  readonly argument: string;
  readonly example: string;
}

const TABLE = 'time-patterns.tsv';
const CLASSES: ReadonlySet<string> = new Set([...TIME_CLASSES, ...SHAPE_CLASSES]);

let patterns: readonly TimePattern[] | null = null;

const COLUMNS = ['rule', 'pattern', 'meaning', 'example'] as const;

/** Every row of `time-patterns.tsv`, in its order. Throws `lexicon-row-invalid` with file and line. */
export function timePatterns(): readonly TimePattern[] {
  patterns ??= readTable(TABLE, COLUMNS).map(patternOf);
  return patterns;
}

/** The pattern of a row; `index` counts rows from 0. The table holds no remarks, so that tells the line. */
export function patternOf(row: Row<(typeof COLUMNS)[number]>, index: number): TimePattern {
  const [meaning = '', argument = ''] = row.meaning.split(' ');
  const elements = row.pattern.split(' ').map(elementOf);
  const unknown = elements.flatMap(({ classes }) => classes).find((name) => !CLASSES.has(name));
  if (unknown !== undefined) throw invalid(index, `"<${unknown}>" is no class of time words`);
  if (!(TIME_MEANINGS as readonly string[]).includes(meaning)) {
    throw invalid(index, `"${meaning}" is no meaning of a time pattern`);
  }
  return { rule: row.rule, elements, meaning: meaning as TimeMeaning, argument, example: row.example };
}

function invalid(index: number, fault: string): Error {
  return lexiconRowInvalid(`data/lexicon/${TABLE}`, index + 2, fault);
}

/** `the|this` is a choice of words, `<unit>` a class; a question mark at the end lets it be left out. */
export function elementOf(written: string): PatternElement {
  const optional = written.length > 1 && written.endsWith('?');
  const choices = (optional ? written.slice(0, -1) : written).split('|');
  return {
    literals: new Set(choices.filter((choice) => !choice.startsWith('<'))),
    classes: choices.filter((choice) => choice.startsWith('<')).map((choice) => choice.slice(1, -1)),
    optional,
  };
}
