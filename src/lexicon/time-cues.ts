/** Words that say which way a time lies, and names that only look like times. */

import { lexiconRowInvalid } from '../errors.ts';
import { readTable } from './table.ts';
import type { Row } from './table.ts';

export type Direction = 'past' | 'future';

export interface DirectionCue {
  readonly words: readonly string[];
  readonly direction: Direction;
}

const DIRECTIONS = 'time-direction.tsv';

let cues: Map<string, readonly DirectionCue[]> | null = null;
let names: Map<string, readonly (readonly string[])[]> | null = null;

/** The cues that begin with a lower-case word, longest first. */
export function directionCuesOf(norm: string): readonly DirectionCue[] {
  cues ??= byFirst(directionRows(), ({ words }) => words);
  return cues.get(norm) ?? [];
}

/** The names that begin with a lower-case word and hold a word of time, longest first. */
export function timelessNamesOf(norm: string): readonly (readonly string[])[] {
  names ??= byFirst(
    readTable('time-not.tsv', ['words', 'example']).map(({ words }) => words.split(' ')),
    (words) => words,
  );
  return names.get(norm) ?? [];
}

const COLUMNS = ['words', 'direction', 'example'] as const;

function directionRows(): DirectionCue[] {
  return readTable(DIRECTIONS, COLUMNS).map(directionOfRow);
}

/** The cue of a row; `index` counts rows from 0. The table holds no remarks, so that tells the line. */
export function directionOfRow(row: Row<(typeof COLUMNS)[number]>, index: number): DirectionCue {
  const { words, direction } = row;
  if (direction !== 'past' && direction !== 'future') {
    throw lexiconRowInvalid(`data/lexicon/${DIRECTIONS}`, index + 2, 'the direction is "past" or "future"');
  }
  return { words: words.split(' '), direction };
}

function byFirst<T>(rows: readonly T[], wordsOf: (row: T) => readonly string[]): Map<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const first = wordsOf(row)[0] ?? '';
    groups.set(first, [...(groups.get(first) ?? []), row]);
  }
  for (const group of groups.values()) group.sort((a, b) => wordsOf(b).length - wordsOf(a).length);
  return groups;
}
