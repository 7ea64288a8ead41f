/** The first layer: for each word its frozen vector, its trained vector and the sum of its affix vectors, side by side. */

import type { Arena } from '../kernel/arena.ts';
import type { Rows } from './forward.ts';
import { inputWidth } from './parameters.ts';
import type { NetworkShape } from './parameters.ts';

/** Rows of the tables that together stand for a word. */
export interface InputRow {
  /** Row of the trained word vectors. */
  readonly word: number;
  /** Row of the frozen vectors, or -1 when there is none. */
  readonly vector: number;
  /** Rows of the hashed affix vectors. */
  readonly affixes: Int32Array;
}

/** A table of vectors: 32-bit while it is trained, 8-bit rows once it is shipped. */
export interface VectorTable {
  readonly rows: number;
  readonly width: number;
  /** Adds a row to `floats` from `at` on. */
  addRow(row: number, floats: Float32Array, at: number): void;
}

export interface InputTables {
  readonly vectors: VectorTable;
  readonly words: VectorTable;
  readonly affixes: VectorTable;
}

/** Lays sentences under one another, each with a row for its root before the rows of its words. */
export function rowsOfSentences(lengths: readonly number[]): Rows[] {
  let from = 0;
  return lengths.map((length) => {
    const to = from + length + 1;
    const rows = { from, to };
    from = to;
    return rows;
  });
}

/** Input rows of frequent words are kept, this many of them: about 4 MB. */
const MAX_KEPT_ROWS = 4_000;

/**
 * Input rows that were made before, by the word they stand for. A lookup gives the same
 * object for the same word, so the object is the key. Only for tables that do not change.
 */
export type KeptRows = Map<InputRow, Float32Array>;

/** The input matrix of `words`, one row each. After the frozen vector one flag says that there is one, the next that there is none. */
export function inputMatrix(
  arena: Arena,
  shape: NetworkShape,
  tables: InputTables,
  words: readonly InputRow[],
  kept: KeptRows | null = null,
): number {
  const width = inputWidth(shape);
  const start = arena.allocateZeros(words.length * width);
  const { floats } = arena;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as InputRow;
    const at = start + i * width;
    const known = kept?.get(word);
    if (known !== undefined) {
      floats.set(known, at);
      continue;
    }
    fillRow(floats, at, shape, tables, word);
    if (kept !== null && kept.size < MAX_KEPT_ROWS) kept.set(word, floats.slice(at, at + width));
  }
  return start;
}

function fillRow(
  floats: Float32Array,
  at: number,
  shape: NetworkShape,
  tables: InputTables,
  word: InputRow,
): void {
  const { vectors, words, affixes } = tables;
  if (word.vector >= 0) vectors.addRow(word.vector, floats, at);
  floats[at + vectors.width + (word.vector >= 0 ? 0 : 1)] = 1;
  words.addRow(word.word, floats, at + shape.vector);
  for (const affix of word.affixes) affixes.addRow(affix, floats, at + shape.vector + shape.word);
}
