/** The neural half of the name tagger: a small recurrent network whose scores are added to the linear ones. */

import { encode, linear } from '../../model/network/forward.ts';
import type { Network } from '../../model/network/forward.ts';
import { inputMatrix, rowsOfSentences } from '../../model/network/input.ts';
import type { InputRow, InputTables } from '../../model/network/input.ts';
import type { WordLookup } from './word-features.ts';
import { ROOT_ROWS } from './word-features.ts';

export interface NameNetwork {
  readonly network: Network;
  readonly tables: InputTables;
  readonly lookup: WordLookup;
  /** Rows of the hashed table. */
  readonly buckets: number;
  /** What its scores are multiplied with before they are added. */
  readonly weight: number;
}

/** Rows that are computed together. */
const BATCH_ROWS = 400;

/** For each sentence the scores of each label of each word, row by row. */
export function networkScores(net: NameNetwork, sentences: readonly (readonly InputRow[])[]): Float32Array[] {
  const scores: Float32Array[] = [];
  let batch: (readonly InputRow[])[] = [];
  let rows = 0;
  for (const sentence of sentences) {
    if (batch.length > 0 && rows + sentence.length > BATCH_ROWS) {
      scores.push(...batchScores(net, batch));
      batch = [];
      rows = 0;
    }
    batch.push(sentence);
    rows += sentence.length + 1;
  }
  if (batch.length > 0) scores.push(...batchScores(net, batch));
  return scores;
}

function batchScores(
  { network, tables }: NameNetwork,
  sentences: readonly (readonly InputRow[])[],
): Float32Array[] {
  const { arena, shape, parameters } = network;
  const mark = arena.mark();
  const spans = rowsOfSentences(sentences.map(({ length }) => length));
  const words = sentences.flatMap((sentence) => [ROOT_ROWS, ...sentence]);
  const input = inputMatrix(arena, shape, tables, words);
  const states = encode(network, input, spans).at(-1)?.output ?? input;
  const all = linear(arena, parameters.tag, states, words.length);
  const width = parameters.tag.weights.cols;
  const results = spans.map(({ from, to }) => {
    const scores = new Float32Array((to - from - 1) * shape.tags);
    for (let row = from + 1; row < to; row++) {
      const at = all + row * width;
      scores.set(arena.floats.subarray(at, at + shape.tags), (row - from - 1) * shape.tags);
    }
    return scores;
  });
  arena.release(mark);
  return results;
}
