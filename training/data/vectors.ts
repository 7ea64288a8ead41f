/** Reads the frozen word vectors: one word a line, 8-bit rows with a scale each. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { readText } from './read-conllu.ts';

const VECTOR_FILE = 'vectors/glove6b-100d-top100k.int8.bin.gz';
const WORD_FILE = 'vectors/glove6b-100d-top100k.words.txt.gz';

export interface FrozenVectors {
  readonly words: readonly string[];
  readonly width: number;
  /** Row-major, `words.length` rows of `width`. */
  readonly values: Int8Array;
}

/** The vectors of the `count` most frequent words in the data folder. Their scales are left out: rows are normalised. */
export function readVectors(folder: string, count: number, width = 100): FrozenVectors {
  const all = readText(join(folder, WORD_FILE)).split('\n').filter((word) => word !== '');
  const bytes = gunzipSync(readFileSync(join(folder, VECTOR_FILE)));
  const scaleBytes = 4 * all.length;
  const words = all.slice(0, count);
  const values = new Int8Array(bytes.buffer, bytes.byteOffset + scaleBytes, words.length * width).slice();
  return { words, width, values };
}
