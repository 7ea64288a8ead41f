/** Words and phrases that time expressions are built of, by their first word. */

import { lexiconRowInvalid } from '../errors.ts';
import { readTable } from './table.ts';
import type { Row } from './table.ts';
import { TIME_CLASSES } from './time-classes.ts';
import type { TimeClass, TimeWord } from './time-classes.ts';
import { readTimeNames } from './time-calendar-names.ts';

const TABLE = 'time-words.tsv';

const COLUMNS = ['word', 'class', 'value', 'example'] as const;

export interface TimeWordRow extends TimeWord {
  readonly example: string;
}

/** Every row of `time-words.tsv`. Throws `lexicon-row-invalid` for a class that is none. */
export function timeWordRows(): readonly TimeWordRow[] {
  return readTable(TABLE, COLUMNS).map(timeWordOf);
}

/** The word of a row; `index` counts rows from 0. The table holds no remarks, so that tells the line. */
export function timeWordOf(row: Row<(typeof COLUMNS)[number]>, index: number): TimeWordRow {
  if (!(TIME_CLASSES as readonly string[]).includes(row.class)) {
    throw lexiconRowInvalid(`data/lexicon/${TABLE}`, index + 2, `"${row.class}" is no class of time words`);
  }
  return {
    words: row.word.split(' '),
    class: row.class as TimeClass,
    value: row.value,
    example: row.example,
  };
}

let byFirst: Map<string, readonly TimeWord[]> | null = null;

/** The words and phrases that begin with a lower-case word, longest first. */
export function timeWordsOf(norm: string): readonly TimeWord[] | undefined {
  byFirst ??= readWords();
  return byFirst.get(norm);
}

/** Every word that begins a time word or phrase. */
export function timeFirstWords(): Iterable<string> {
  byFirst ??= readWords();
  return byFirst.keys();
}

function readWords(): Map<string, readonly TimeWord[]> {
  const words = new Map<string, TimeWord[]>();
  for (const word of [...timeWordRows(), ...readTimeNames()]) {
    const first = word.words[0] ?? '';
    words.set(first, [...(words.get(first) ?? []), word]);
  }
  for (const list of words.values()) list.sort((a, b) => b.words.length - a.words.length);
  return words;
}
